using System.Text.Json.Nodes;
using Relais.Tests.Channels.Simulator;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.WhatsApp;

/// <summary>A broadcast against Meta's stand-in: real templates, real receipts, real refusals.</summary>
public sealed class WhatsAppBroadcastTests : IAsyncLifetime
{
    private WhatsAppShop shop = null!;

    public async ValueTask InitializeAsync() => shop = await WhatsAppShop.Open();

    public async ValueTask DisposeAsync() => await shop.DisposeAsync();

    [Fact]
    public async Task Everybody_gets_the_template_filled_and_receipts_and_answers_come_back()
    {
        shop.Meta.StatusesAfterSending = ["sent", "delivered", "read"];
        var id = await Send("+33612345678;Zoé Martin\n+33698765432;Yann");
        await Until(id, one => Count(one, "read") == 2);

        shop.Meta.Ledger.Accepted.Select(send => (send.To, send.Type, Values(send))).Order().ShouldBe([
            ("+33612345678", "template", "A-12|Zoé|demain"), ("+33698765432", "template", "A-12|Yann|demain")]);
        await shop.Zoe.Writes("Merci !", TestContext.Current.CancellationToken);
        var shown = await Until(id, one => Count(one, "answered") == 1);
        (Text(shown, "state"), Count(shown, "sent"), Count(shown, "failed")).ShouldBe(("finished", 2, 0));
        (await shop.Conversation())["preview"]!.Text("text").ShouldBe("Merci !");
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_paused_template_stops_it()
    {
        foreach (var _ in Enumerable.Range(0, 30)) shop.Meta.Faults.NextSends.Enqueue(new SendFault.Refused(132015, "Template is paused."));
        var id = await Send(string.Join('\n', Enumerable.Range(10, 25).Select(at => $"+336123456{at};Client {at}")));

        var halted = await Until(id, one => Text(one, "state") == "paused");
        (halted["trouble"]!.Text("code"), halted["trouble"]!.Text("words")).ShouldBe(("template_paused", "(132015) Template is paused."));
        shop.Meta.Ledger.Accepted.ShouldBeEmpty();
        (Count(halted, "waiting") > 0).ShouldBeTrue("nobody else is asked in vain");
    }

    [Fact]
    public async Task A_spending_limit_stops_it()
    {
        foreach (var _ in Enumerable.Range(0, 30)) shop.Meta.Faults.NextSends.Enqueue(new SendFault.Refused(131042, "Payment issue."));
        var id = await Send(string.Join('\n', Enumerable.Range(10, 25).Select(at => $"+336123456{at};Client {at}")));
        var halted = await Until(id, one => Text(one, "state") == "paused");
        halted["trouble"]!.Text("code").ShouldBe("channel.failing");
        halted["trouble"]!.Text("words").ShouldContain("131042");
    }

    private async Task<Guid> Send(string table) => (await shop.Diane.Post("broadcasts", new
    {
        name = "Colis en route",
        channelId = shop.ChannelId,
        template = "suivi_colis",
        language = "fr",
        values = new[] { "A-12", "{{contact.first_name}}", "demain" },
        audience = new { list = new { name = "colis.csv", table } },
        consent = "Commande en ligne",
    })).Id();

    private async Task<JsonNode> Until(Guid id, Func<JsonNode, bool> reached)
    {
        for (var tries = 0; tries < 1500; tries++)
        {
            var shown = (await shop.Diane.Get($"broadcasts/{id}"))["broadcast"]!;
            if (reached(shown)) return shown;

            await Task.Delay(10, TestContext.Current.CancellationToken);
            shop.App.Clock.Advance(TimeSpan.FromMilliseconds(200));
        }

        throw new TimeoutException((await shop.Diane.Get($"broadcasts/{id}")).ToJsonString());
    }

    private static string Values(AcceptedSend send) => string.Join('|',
        from component in send.Body["template"]!["components"]!.AsArray()
        from parameter in component!["parameters"]!.AsArray()
        select parameter!["text"]!.GetValue<string>());

    private static int Count(JsonNode broadcast, string what) => broadcast["counts"]![what]!.GetValue<int>();

    private static string Text(JsonNode broadcast, string what) => broadcast.Text(what);
}
