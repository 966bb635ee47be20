using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Tests.Channels.Simulator;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.WhatsApp;

/// <summary>From the agent's composer to Meta and back, through the whole server.</summary>
public sealed class WhatsAppAnswerTests : IAsyncLifetime
{
    private WhatsAppShop shop = null!;

    public async ValueTask InitializeAsync()
    {
        shop = await WhatsAppShop.Open();
        await shop.Zoe.Writes("Bonjour, où est mon colis ?", Cancel);
    }

    public async ValueTask DisposeAsync() => await shop.DisposeAsync();

    [Fact]
    public async Task An_answer_reaches_the_customer_and_its_marks_follow()
    {
        var question = (await shop.Thread()).Single().Id();
        var id = await shop.Answer("Il arrive demain", replyTo: question);

        var accepted = shop.Meta.Ledger.Accepted.ShouldHaveSingleItem();
        (accepted.To, accepted.Type, accepted.OurId).ShouldBe(("+33612345678", "text", id.ToString()));
        accepted.Body["text"]!["body"]!.GetValue<string>().ShouldBe("Il arrive demain");
        accepted.Body["context"]!["message_id"]!.GetValue<string>().ShouldStartWith("wamid.SIM");
        (await shop.Message(id))["delivery"]!.Text("status").ShouldBe("sent");

        foreach (var (told, shown) in new[] { ("sent", "sent"), ("delivered", "delivered"), ("read", "read"), ("delivered", "read"), ("played", "read") })
        {
            await shop.Meta.Report(accepted, told, Cancel);
            (await shop.Message(id))["delivery"]!.Text("status").ShouldBe(shown, told);
        }

        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_failure_that_comes_later_says_why()
    {
        var id = await shop.Answer("Bonjour");
        await shop.Meta.Report(shop.Meta.Ledger.Accepted[0], "failed", Cancel, (131026, "Message undeliverable."));

        var delivery = (await shop.Message(id))["delivery"]!;
        (delivery.Text("status"), delivery.Text("code"), delivery.Text("reason")).ShouldBe(("failed", "recipient_unreachable", "(131026) Message undeliverable."));
    }

    [Fact]
    public async Task After_a_day_only_a_template_goes()
    {
        await shop.Answer("Bonjour");
        var conversation = (await shop.Conversation()).Id();
        (await shop.Ana.Get($"conversations/{conversation}"))["window"]!["open"]!.GetValue<bool>().ShouldBeTrue();

        shop.App.Clock.Advance(TimeSpan.FromHours(25));
        await shop.Ana.SignIn("ana@maison-lune.fr", Shop.Password);
        (await shop.Ana.Get($"conversations/{conversation}"))["window"]!["open"]!.GetValue<bool>().ShouldBeFalse();
        using var refused = await shop.Ana.Send(HttpMethod.Post, $"conversations/{conversation}/messages", new { clientId = Guid.CreateVersion7(), text = "Toujours là ?", uploadIds = Array.Empty<Guid>() });
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        JsonNode.Parse(await refused.Content.ReadAsStringAsync(Cancel))!.Text("code").ShouldBe("message.window_closed");

        var offered = (await shop.Ana.Get($"channels/{shop.ChannelId}/templates")).Items().Select(template => template.Text("name"));
        offered.ShouldBe(["suivi_colis", "bienvenue"]);
        await shop.Answer("", template: new { name = "suivi_colis", language = "fr", variables = new[] { "A-12", "Zoé", "demain" } });
        var template = shop.Meta.Ledger.Accepted[^1];
        template.Type.ShouldBe("template");
        template.Body["template"]!["components"]!.ToJsonString().ShouldBe(JsonNode.Parse("""
            [{"type":"header","parameters":[{"type":"text","text":"A-12"}]},{"type":"body","parameters":[{"type":"text","text":"Zoé"},{"type":"text","text":"demain"}]}]
            """)!.ToJsonString());
        shop.Meta.Ledger.Accepted.Count.ShouldBe(2);

        await shop.Zoe.Writes("Merci !", Cancel);
        await shop.Thread();
        (await shop.Ana.Get($"conversations/{conversation}"))["window"]!["open"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_lost_answer_is_uncertain_until_a_status_settles_it()
    {
        shop.Meta.Faults.NextSends.Enqueue(new SendFault.AnswerLost());
        var id = await shop.Answer("Perdu ?");
        await shop.Until(id, "unknown");

        await shop.Meta.Report(shop.Meta.Ledger.Accepted.ShouldHaveSingleItem(), "delivered", Cancel);
        await shop.Until(id, "delivered");
        shop.App.Clock.Advance(TimeSpan.FromMinutes(5));
        await shop.App.ShouldBeSound();
        shop.Meta.Ledger.Accepted.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_uncertain_answer_waits_for_the_agent_and_is_never_repeated_by_itself()
    {
        shop.Meta.Faults.NextSends.Enqueue(new SendFault.LineBroken());
        var id = await shop.Answer("Perdu ?");
        await shop.Until(id, "unknown");
        shop.App.Clock.Advance(TimeSpan.FromMinutes(10));
        await shop.App.UntilNothingWaits();
        shop.Meta.Ledger.Accepted.ShouldBeEmpty();

        await shop.Ana.Post($"messages/{id}/attempts");
        await shop.Until(id, "sent");
        shop.Meta.Ledger.Accepted.ShouldHaveSingleItem().OurId.ShouldBe(id.ToString());
    }

    [Fact]
    public async Task Too_fast_or_out_of_order_Meta_is_asked_again()
    {
        shop.Meta.Faults.NextSends.Enqueue(new SendFault.TooMany(TimeSpan.FromSeconds(3)));
        shop.Meta.Faults.NextSends.Enqueue(new SendFault.Page(503));
        shop.Meta.Faults.NextSends.Enqueue(new SendFault.Refused(131016, "Service unavailable", 500));
        var id = await shop.Answer("Patience");

        await shop.Until(id, "sent");
        shop.Meta.Ledger.Refused.ShouldBe([429, 503, 500]);
        shop.Meta.Ledger.Accepted.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Statuses_that_come_at_once_never_stop_the_next_answer()
    {
        shop.Meta.StatusesAfterSending = ["sent", "delivered", "read"];
        var ids = new List<Guid>();
        foreach (var word in new[] { "un", "deux", "trois", "quatre", "cinq" }) ids.Add(await shop.Answer(word));

        foreach (var id in ids) await shop.Until(id, "read");
        shop.Meta.Ledger.Accepted.Select(send => send.OurId).ShouldBe(ids.Select(id => id.ToString()));
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_refused_answer_fails_with_its_reason()
    {
        shop.Meta.Faults.NextSends.Enqueue(new SendFault.Refused(131050, "User has stopped marketing messages."));
        var id = await shop.Answer("Soldes !");
        (await shop.Until(id, "failed"))["delivery"]!.Text("code").ShouldBe("opted_out");
    }

    [Fact]
    public async Task A_wrong_token_shows_on_the_channel_and_the_answer_waits_for_the_right_one()
    {
        var good = shop.Meta.Account.AccessToken;
        await shop.Diane.Patch($"channels/{shop.ChannelId}", new { settings = new { accessToken = "expired" } });
        var conversation = await shop.Conversation();
        var id = (await shop.Ana.Post($"conversations/{conversation.Id()}/messages", new { clientId = Guid.CreateVersion7(), text = "J’attends", uploadIds = Array.Empty<Guid>() })).Id();
        await UntilChannel(channel => channel.Text("status") == "failing");
        (await Channel()).Text("problem").ShouldStartWith("token_invalid: ");
        shop.Meta.Ledger.Accepted.ShouldBeEmpty();

        await shop.Diane.Patch($"channels/{shop.ChannelId}", new { settings = new { accessToken = good } });
        await shop.Until(id, "sent");
        (await Channel()).Text("status").ShouldBe("active");
    }

    [Fact]
    public async Task A_file_travels_byte_by_byte()
    {
        var upload = await shop.Upload(Enumerable.Range(0, 40_000).Select(it => (byte)it).ToArray(), "facture d’été.pdf", "application/pdf");
        await shop.Answer("Votre facture", uploadId: upload);

        var document = shop.Meta.Ledger.Accepted.ShouldHaveSingleItem().Body["document"]!;
        (document.Text("filename"), document.Text("caption")).ShouldBe(("facture d’été.pdf", "Votre facture"));
        shop.Meta.Files.Bytes(document.Text("id")).ShouldBe(Enumerable.Range(0, 40_000).Select(it => (byte)it).ToArray());
    }

    [Fact]
    public async Task A_reaction_sits_on_the_answer()
    {
        var id = await shop.Answer("Il arrive demain");
        await shop.Zoe.Sends("reaction", new JsonObject { ["message_id"] = shop.Meta.Ledger.Accepted[0].Id, ["emoji"] = "👍" }, Cancel);
        var reaction = (await shop.Message(id))["reactions"]!.AsArray().ShouldHaveSingleItem()!;
        (reaction.Text("emoji"), reaction.Text("by")).ShouldBe(("👍", "contact"));

        await shop.Zoe.Sends("reaction", new JsonObject { ["message_id"] = shop.Meta.Ledger.Accepted[0].Id }, Cancel);
        (await shop.Message(id))["reactions"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_changed_number_answers_go_to_the_new_one()
    {
        await shop.Thread();
        await shop.Zoe.ChangesNumber("33687654321", Cancel);
        await shop.Answer("Bonjour");
        shop.Meta.Ledger.Accepted.ShouldHaveSingleItem().To.ShouldBe("+33687654321");

        await shop.Zoe.Writes("C’est encore moi", Cancel);
        (await shop.Thread()).Count.ShouldBe(3);
        (await shop.App.Look(db => db.Contacts.IgnoreQueryFilters().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_person_without_a_number_is_answered_by_the_user_id()
    {
        await shop.Ana.Put($"conversations/{(await shop.Conversation()).Id()}/resolution", new { });
        await shop.Meta.Customer("Yann", null, "FR.4711").Writes("Je n’ai pas de numéro", Cancel);
        await shop.Answer("Bonjour Yann");
        var accepted = shop.Meta.Ledger.Accepted.ShouldHaveSingleItem();
        accepted.Body["recipient"]!.GetValue<string>().ShouldBe("FR.4711");
        accepted.Body["to"].ShouldBeNull();
    }

    [Fact]
    public async Task Meta_learns_that_we_have_read()
    {
        var conversation = (await shop.Conversation()).Id();
        await shop.Ana.Put($"conversations/{conversation}/read", new { });
        var since = TimeProvider.System.GetTimestamp();
        while (shop.Meta.Ledger.Read.Count == 0 && TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromSeconds(10)) await Task.Delay(20, Cancel);

        shop.Meta.Ledger.Read.ShouldHaveSingleItem()["message_id"]!.GetValue<string>().ShouldStartWith("wamid.SIM");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<JsonNode> Channel() => (await shop.Diane.Get("channels")).Items().Single(it => it.Id() == shop.ChannelId);

    private async Task UntilChannel(Func<JsonNode, bool> reached)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!reached(await Channel()))
        {
            if (TimeProvider.System.GetElapsedTime(since) > TimeSpan.FromSeconds(20)) throw new TimeoutException((await Channel()).ToJsonString());

            await Task.Delay(20, Cancel);
            shop.App.Clock.Advance(TimeSpan.FromMilliseconds(300));
        }
    }
}
