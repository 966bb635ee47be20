using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;

namespace Relais.Tests.Channels.Mail;

/// <summary>Whatever a mail server does, a mail that arrived is taken in, and once.</summary>
[Collection(MailShopCollection.Name)]
public sealed class MailFaultTests(MailShop shop)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_box_that_counts_anew_is_gone_through_without_doubles()
    {
        const string writer = "compte@exemple.example";
        await shop.Servers.Send(MailShop.From(writer, MailServers.Sales, "Un", "Premier"));
        await shop.Received(writer, 1);
        var before = await shop.Servers.ValidityOf(MailServers.Sales);

        await shop.Servers.CountAnew(MailServers.Sales);
        await shop.Servers.ThrowOut(MailServers.Sales);
        (await shop.Servers.ValidityOf(MailServers.Sales)).ShouldNotBe(before);
        await shop.Servers.Send(MailShop.From(writer, MailServers.Sales, "Deux", "Second"));

        (await shop.Received(writer, 2)).Select(message => message.Text).ShouldBe(["Premier", "Second"]);
    }

    [Fact]
    public async Task What_was_written_down_before_a_crash_but_not_ticked_off_is_not_taken_in_twice()
    {
        const string writer = "panne@exemple.example";
        await shop.Servers.Send(MailShop.From(writer, MailServers.Sales, "Un", "Premier"));
        await shop.Received(writer, 1);

        await shop.App.Look(async db =>
        {
            var place = await db.ChannelStates.FirstAsync(row => row.ChannelId == shop.SalesBoxId && row.Key == "place", Cancel);
            var earlier = System.Text.Json.Nodes.JsonNode.Parse(place.Value)!;
            earlier["Last"] = earlier["Last"]!.GetValue<uint>() - 1;
            return await db.ChannelStates.Where(row => row.ChannelId == shop.SalesBoxId && row.Key == "place")
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, earlier.ToJsonString()), Cancel);
        });
        await shop.Servers.ThrowOut(MailServers.Sales);
        await shop.Servers.Send(MailShop.From(writer, MailServers.Sales, "Deux", "Second"));

        (await shop.Received(writer, 2)).Select(message => message.Text).ShouldBe(["Premier", "Second"]);
    }

    [Fact]
    public async Task A_server_that_cuts_the_line_or_lies_about_a_mail_keeps_none_of_the_others_back()
    {
        await using var server = new FaultyImap { Misbehave = (id, times) => id == 1 && times == 1 ? FaultyImap.Fault.Cut : id == 2 ? FaultyImap.Fault.Flood : FaultyImap.Fault.None };
        var channelId = await shop.Connect("panne@maison-lune.example", new { imapPort = server.Port });
        foreach (var text in new[] { "coupé", "menteur", "honnêtement" })
            server.Add($"From: serveur@ailleurs.example\r\nMessage-ID: <{text.Length}@ailleurs.example>\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\n{text}");

        await shop.Holds(async () => await shop.App.Look(db => db.Messages.IgnoreQueryFilters().CountAsync(row => row.ChannelId == channelId)) == 3, "all three are there", pace: 1_000);

        var messages = await shop.App.Look(db => db.Messages.IgnoreQueryFilters().Where(row => row.ChannelId == channelId).OrderBy(row => row.Id).ToListAsync(Cancel));
        messages.Select(message => (message.Kind, message.Text)).ShouldBe(
            [(MessageKind.Text, "coupé"), (MessageKind.Unsupported, ""), (MessageKind.Text, "honnêtement")]);
        server.Asked[2].ShouldBeLessThan(8, "it is not asked for ever");
        await shop.Diane.Patch($"channels/{channelId}", new { status = "disabled" });
    }
}
