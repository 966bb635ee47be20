using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Tests.Channels.Simulator;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.TikTok;

/// <summary>From a customer's direct messages to the agent and back, through the whole server.</summary>
public sealed class TikTokRoundTripTests(TikTokShop shop) : IClassFixture<TikTokShop>
{
    [Fact]
    public async Task A_customer_is_heard_and_answered_and_the_answer_is_not_shown_twice()
    {
        var zoe = shop.Someone("Zoé Martin");
        (await shop.Bring(shop.Text(zoe, "Bonjour, où est mon colis ?"))).ShouldBe(200);
        (await shop.Thread("Zoé Martin", 1)).ShouldHaveSingleItem().Text("text").ShouldBe("Bonjour, où est mon colis ?");

        var id = await shop.Answer("Zoé Martin", "Il arrive demain");
        await shop.Until("Zoé Martin", id, "sent");
        var sent = shop.TakenBy(zoe).ShouldHaveSingleItem().Body;
        JsonNode.DeepEquals(sent, JsonNode.Parse(
            $$"""{"message_type":"TEXT","text":{"body":"Il arrive demain"},"recipient_type":"CONVERSATION","recipient":"{{zoe.Conversation}}","business_id":"-000maisonlune"}""")).ShouldBeTrue(sent.ToJsonString());
        (await shop.Thread("Zoé Martin")).Select(message => message.Text("text")).ShouldBe(["Bonjour, où est mon colis ?", "Il arrive demain"]);

        await shop.Bring(shop.Read(zoe));
        await shop.Until("Zoé Martin", id, "read");
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_forged_call_changes_nothing_and_a_repeated_one_nothing_more()
    {
        var yann = shop.Someone("Yann");
        var (second, first, faux) = (shop.Text(yann, "Deux", ago: 1000), shop.Text(yann, "Un", ago: 2000), shop.Text(yann, "Faux"));
        (await shop.Bring(faux, TikTokSimulator.Sign("{}", shop.App.Clock.GetUtcNow()))).ShouldBe(401);
        (await shop.Bring(faux, TikTokSimulator.Sign(faux.ToJsonString(), shop.App.Clock.GetUtcNow(), "another secret"))).ShouldBe(401);
        (await shop.Bring(faux, TikTokSimulator.Sign(faux.ToJsonString(), shop.App.Clock.GetUtcNow().AddMinutes(-6)))).ShouldBe(401);
        (await shop.Bring(faux, "none")).ShouldBe(401);
        var again = second.DeepClone().AsObject();
        again["create_time"] = 1795449999;
        foreach (var told in new[] { second, first, second, first, again }) (await shop.Bring(told)).ShouldBe(200);

        (await shop.Thread("Yann", 2)).Select(message => message.Text("text")).ShouldBe(["Un", "Deux"], "They are told in any order, and shown in theirs.");
    }

    [Fact]
    public async Task An_answer_whose_ending_was_lost_is_found_in_what_TikTok_tells()
    {
        var lea = shop.Someone("Léa");
        await shop.Bring(shop.Text(lea, "Bonjour"));
        await shop.Thread("Léa", 1);
        shop.At.Faults.NextSends.Enqueue(new SendFault.AnswerLost());
        await shop.Until("Léa", await shop.Answer("Léa", "Perdu ?"), "sent");

        shop.TakenBy(lea).ShouldHaveSingleItem();
        (await shop.Thread("Léa")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_fault_that_leaves_it_open_is_never_answered_by_sending_again()
    {
        var nour = shop.Someone("Nour");
        await shop.Bring(shop.Text(nour, "Bonjour"));
        await shop.Thread("Nour", 1);
        shop.At.Faults.NextSends.Enqueue(new SendFault.Refused(50000, "System error"));
        var id = await shop.Answer("Nour", "Arrivé ?");
        await shop.Until("Nour", id, "unknown");
        foreach (var _ in Enumerable.Range(0, 20)) shop.App.Clock.Advance(TimeSpan.FromSeconds(30));
        await shop.App.UntilNothingWaits();

        await shop.Until("Nour", id, "unknown");
        shop.TakenBy(nour).ShouldBeEmpty();
    }

    [Fact]
    public async Task Too_fast_waits_and_each_refusal_says_what_it_is()
    {
        var hugo = shop.Someone("Hugo");
        await shop.Bring(shop.Text(hugo, "Bonjour"));
        await shop.Thread("Hugo", 1);
        shop.At.Faults.NextSends.Enqueue(new SendFault.TooMany(TimeSpan.FromSeconds(3)));
        shop.At.Faults.NextSends.Enqueue(new SendFault.Refused(51065, "System error, please try again"));
        await shop.Until("Hugo", await shop.Answer("Hugo", "Patience"), "sent");

        foreach (var (code, words, key) in new[]
        {
            (40064, "The user has blocked the business account", "contact_blocked"), (40064, "outside the 48-hour window", "window_closed"),
            (40064, "Message blocked by direct message rules", "message_rules"), (40002, "text.body", "invalid_request"),
        })
        {
            shop.At.Refusals[hugo.Conversation] = (code, words);
            (await shop.Until("Hugo", await shop.Answer("Hugo", $"Toujours là {key} ?"), "failed"))["delivery"]!.Text("code").ShouldBe(key);
        }

        shop.TakenBy(hugo).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task After_two_days_nobody_can_answer_any_more()
    {
        var iris = shop.Someone("Iris");
        await shop.Bring(shop.Text(iris, "Bonjour", ago: (int)TimeSpan.FromHours(49).TotalMilliseconds));
        var conversation = await shop.Conversation("Iris");
        using var refused = await shop.Ana.Send(HttpMethod.Post, $"conversations/{conversation.Id()}/messages", new { clientId = Guid.CreateVersion7(), text = "Trop tard" });
        JsonNode.Parse(await refused.Content.ReadAsStringAsync(Cancel))!.Text("code").ShouldBe("message.window_closed");
        shop.TakenBy(iris).ShouldBeEmpty();

        await shop.Bring(shop.Text(iris, "Toujours là ?", ago: (int)TimeSpan.FromHours(47).TotalMilliseconds));
        await shop.Thread("Iris", 2);
        await shop.Until("Iris", await shop.Answer("Iris", "Oui"), "sent");
    }

    [Fact]
    public async Task What_is_shown_and_what_cannot_be_says_so()
    {
        var paul = shop.Someone("Paul");
        var quoted = shop.At.NextId();
        await shop.Bring(shop.Said(paul, "text", new JsonObject { ["text"] = new JsonObject { ["body"] = "Regardez" } }, id: quoted));
        await shop.Bring(shop.Said(paul, "share_post", new JsonObject { ["share_post"] = new JsonObject { ["embed_url"] = "https://www.tiktok.com/player/v1/1" } }));
        await shop.Bring(shop.Said(paul, "hologram", new JsonObject { ["hologram"] = new JsonObject() }));
        await shop.Bring(shop.Told("im_hologram_shown", new JsonObject { ["from_user"] = new JsonObject { ["id"] = paul.Id }, ["conversation_id"] = paul.Conversation, ["timestamp"] = shop.Now(0) }));
        var thread = await shop.Thread("Paul", 4);
        thread.Select(message => message.Text("kind")).ShouldBe(["text", "text", "unsupported", "unsupported"]);

        var id = await shop.Answer("Paul", "Je vois", replyTo: thread[0].Id());
        await shop.Until("Paul", id, "sent");
        shop.TakenBy(paul).Single().Body["referenced_message_info"]!.Text("referenced_message_id").ShouldBe(quoted);

        await shop.Bring(shop.Said(paul, "reaction", new JsonObject { ["reaction"] = new JsonArray(new JsonObject { ["operation"] = "ADD", ["emoji"] = "❤️", ["original_msg_id"] = shop.TakenBy(paul).Single().Id }) }));
        await shop.Until(async () => (await shop.Thread("Paul")).Single(message => message.Id() == id)["reactions"]!.AsArray().Count == 1, "the reaction");
    }

    [Fact]
    public async Task Who_writes_from_Europe_is_announced_in_one_conversation_and_cannot_be_answered_here()
    {
        foreach (var ago in new[] { 2000, 1000 }) await shop.Bring(shop.Told("im_receive_msg_eu", new JsonObject { ["to"] = "maisonlune", ["to_user"] = new JsonObject { ["id"] = TikTokSimulator.Own }, ["timestamp"] = shop.Now(ago) }));
        (await shop.Thread("TikTok EU", 2)).Select(message => $"{message.Text("kind")} {message.Text("text")} {message["extra"]!.Text("type")}").Distinct().ShouldBe(["unsupported 🔒 eu"]);
        (await shop.Until("TikTok EU", await shop.Answer("TikTok EU", "Bonjour"), "failed"))["delivery"]!.Text("code").ShouldBe("no_address");
    }

    [Fact]
    public async Task A_picture_is_copied_in_the_account_s_name_and_one_of_ours_is_brought_up_before_its_words()
    {
        var ines = shop.Someone("Inès");
        shop.At.Files["crack"] = "the crack"u8.ToArray();
        await shop.Bring(shop.Said(ines, "image", new JsonObject { ["image"] = new JsonObject { ["media_id"] = "crack" } }));
        IReadOnlyList<JsonNode> files = [];
        await shop.Until(async () => (files = [.. (await shop.Thread("Inès", 1)).Select(message => message["attachments"]![0]!)]).All(file => file.Text("state") == "ready"), "the picture");
        using var kept = await shop.Ana.Http.GetAsync(files[0].Text("url"), Cancel);
        (await kept.Content.ReadAsStringAsync(Cancel)).ShouldBe("the crack");

        byte[] picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2];
        await shop.Until("Inès", await shop.Answer("Inès", "Voici la neuve", null, await shop.Upload(picture, "bougie.png", "image/png")), "sent");
        var sent = shop.TakenBy(ines);
        sent.Select(one => one.Body.Text("message_type")).ShouldBe(["IMAGE", "TEXT"]);
        shop.At.Files[sent[0].Body["image"]!.Text("media_id")].ShouldBe(picture);
        await shop.App.UntilNothingWaits();
        (await shop.Thread("Inès")).Count.ShouldBe(2, "What TikTok tells of the picture is part of the answer.");
    }

    [Fact]
    public async Task Words_that_must_be_tried_again_bring_no_second_picture()
    {
        var emma = shop.Someone("Emma");
        await shop.Bring(shop.Text(emma, "Une photo ?"));
        await shop.Thread("Emma", 1);
        var channel = await shop.Opened();
        var png = new OutgoingFile(AttachmentKind.Image, "a.png", "image/png", 3, "https://relais.example.com/a", _ => Task.FromResult<Stream>(new MemoryStream([1, 2, 3])));
        var answer = new Outgoing(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), [emma.Id, $"conversation:{emma.Conversation}"], "Voilà", "Ana") { Files = [png] };
        var echo = shop.At.Echo;
        shop.At.Echo = (_, to, told) =>
        {
            if (told["message_type"]?.GetValue<string>() == "IMAGE") shop.At.Refusals[to] = (40064, "too fast");
            return Task.CompletedTask;
        };
        (await Kind.Send(channel, answer, Cancel)).ShouldBeOfType<Delivery.TryLater>();
        shop.At.Echo = echo;
        shop.At.Refusals.TryRemove(emma.Conversation, out _);

        (await Kind.Send(channel, answer with { Attempt = 2 }, Cancel)).ShouldBeOfType<Delivery.Sent>();
        shop.TakenBy(emma).Select(one => one.Body.Text("message_type")).ShouldBe(["IMAGE", "TEXT"]);
    }

    [Fact]
    public async Task What_cannot_go_is_not_tried()
    {
        var channel = await shop.Opened();
        var png = new OutgoingFile(AttachmentKind.Image, "a.png", "image/png", 3, "https://relais.example.com/a", _ => Task.FromResult<Stream>(new MemoryStream([1, 2, 3])));
        var answer = new Outgoing(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), ["conversation:conv+nobody"], "Voilà", "Ana") { Files = [png] };
        (await Kind.Send(channel, answer with { Files = [png with { Size = (3 * 1024 * 1024) + 1 }] }, Cancel)).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("file_too_large");
        (await Kind.Send(channel, answer with { Files = [png, png] }, Cancel)).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("too_many_files");
        (await Kind.Send(channel, answer with { Files = [png with { ContentType = "image/gif" }] }, Cancel)).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("file_refused");
        (await Kind.Send(channel, answer with { To = ["+only/commented"] }, Cancel)).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("no_address");
        shop.At.Taken.ShouldNotContain(sent => sent.To == "conv+nobody");
    }

    [Theory]
    [InlineData("Oui", "QA_BUTTON_CARD")]
    [InlineData("Oui, et en plus longtemps", "QA_LINK_CARD")]
    public async Task Choices_are_a_question(string first, string type)
    {
        var lou = shop.Someone("Lou");
        var answer = new Outgoing(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), [$"conversation:{lou.Conversation}"], "Une autre couleur ?", "Relais") { Choices = [first, "Non"] };
        (await Kind.Send(await shop.Opened(), answer, Cancel)).ShouldBeOfType<Delivery.Sent>();
        shop.TakenBy(lou).Single().Body["template"]!.ToJsonString().ShouldBe(
            $$"""{"type":"{{type}}","title":"Une autre couleur ?","buttons":[{"type":"REPLY","title":"{{first}}","id":"1"},{"type":"REPLY","title":"Non","id":"2"}]}""");
    }

    [Fact]
    public async Task Reading_and_typing_are_told()
    {
        var max = shop.Someone("Max");
        string[] to = [max.Id, $"conversation:{max.Conversation}"];
        var channel = await shop.Opened();
        await Kind.Tell(channel, new Signal.Read(Guid.Empty, to, "1"), Cancel);
        await Kind.Tell(channel, new Signal.Typing(Guid.Empty, to, "1", On: true), Cancel);
        await Kind.Tell(channel, new Signal.Typing(Guid.Empty, to, "1", On: false), Cancel);
        await Kind.Tell(channel, new Signal.Read(Guid.Empty, ["+only/commented"], "1"), Cancel);
        shop.At.Marks.Where(mark => mark.To == max.Conversation).Select(mark => mark.Action).ShouldBe(["MARK_READ", "TYPING"]);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ChannelKind Kind => shop.App.Services.GetRequiredService<ChannelCatalogue>().Find("tiktok")!;
}
