using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.WhatsApp;

/// <summary>From Meta's webhook to the agent's screen, through the whole server.</summary>
public sealed class WhatsAppArrivalTests : IAsyncLifetime
{
    private WhatsAppShop shop = null!;

    public async ValueTask InitializeAsync() => shop = await WhatsAppShop.Open();

    public async ValueTask DisposeAsync() => await shop.DisposeAsync();

    [Fact]
    public async Task Meta_can_enter_the_webhook()
    {
        var connection = (await shop.Diane.Get($"channels/{shop.ChannelId}"))["connection"]!;
        connection.Text("webhookUrl").ShouldEndWith($"/channels/whatsapp/{shop.ChannelId}");
        (await shop.Meta.Webhooks.Handshake(connection.Text("verifyToken"), Cancel)).ShouldBe((200, "1158201444"));
        (await shop.Meta.Webhooks.Handshake("a guess", Cancel)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Every_recorded_call_is_taken_and_none_is_quarantined()
    {
        await shop.Deliver(".json");
        await shop.App.UntilNothingWaits();
        (await shop.Diane.Get("quarantine")).Items().ShouldBeEmpty();
        await shop.App.ShouldBeSound();
    }

    /// <summary>In the order in which they were recorded.</summary>
    [Fact]
    public async Task Every_type_of_message_shows_in_the_inbox_as_what_it_is()
    {
        (string Sample, string Kind, string Text)[] types =
        [
            ("text", "text", "Bonjour, où est mon colis ?"), ("image", "image", "Voici la fissure"), ("video", "video", "Le bruit"),
            ("audio-voice-note", "audio", ""), ("sticker", "sticker", ""), ("document", "document", "Ma facture"),
            ("location", "location", "Maison Lune, 4 rue de la Paix, Paris"), ("contacts", "contacts", "Yann Le Goff"),
            ("button", "button", "Ne plus recevoir"), ("interactive-button", "interactive", "Retourner l’article"),
            ("interactive-list", "interactive", "Point relais"), ("interactive-form", "interactive", "Sent"),
            ("order", "order", "Pour vendredi si possible"), ("system-identity", "system", "Zoé Martin’s security code changed"),
            ("unsupported", "unsupported", ""), ("unknown-type", "unsupported", ""),
        ];
        foreach (var (sample, _, _) in types.Reverse()) await shop.Deliver($"/{sample}.json");

        var thread = await shop.Thread();
        thread.Select(message => (message.Text("kind"), message.Text("text"))).ShouldBe(types.Select(type => (type.Kind, type.Text)));
        thread.ShouldAllBe(message => message.Text("direction") == "in" && message["author"]!.Text("name") == "Zoé Martin");
        (await shop.Conversation())["contact"]!.Text("name").ShouldBe("Zoé Martin");
    }

    [Fact]
    public async Task A_file_is_in_our_own_store_even_when_its_address_had_run_out()
    {
        shop.Meta.Faults.MediaLife = TimeSpan.FromSeconds(-1);
        await shop.Zoe.Sends("image", "the picture"u8.ToArray(), "image/jpeg", Cancel, caption: "Voici");
        shop.Meta.Faults.MediaLife = TimeSpan.FromMinutes(5);

        var id = (await shop.Thread()).ShouldHaveSingleItem().Id();
        var file = (await shop.Until(id, message => message["attachments"]![0]!.Text("state") == "ready"))["attachments"]![0]!;
        using var kept = await shop.Ana.Http.GetAsync(file.Text("url"), Cancel);
        (await kept.Content.ReadAsStringAsync(Cancel)).ShouldBe("the picture");
        (shop.Meta.Files.Downloads, shop.Meta.Files.Misses).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Repeated_and_reordered_calls_make_each_message_once_and_in_order()
    {
        shop.Meta.Faults.HoldBack = true;
        foreach (var word in new[] { "un", "deux", "trois", "quatre" })
        {
            await shop.Zoe.Writes(word, Cancel);
            shop.App.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        shop.Meta.Faults.Copies = 10;
        await shop.Meta.Webhooks.Release(Cancel);

        (await shop.Thread()).Select(message => message.Text("text")).ShouldBe(["un", "deux", "trois", "quatre"]);
        shop.Meta.Ledger.Delivered.Count.ShouldBe(40);
        shop.Meta.Ledger.Delivered.ShouldAllBe(call => call.Status == 200);
    }

    [Fact]
    public async Task A_number_and_a_user_id_that_arrive_in_parallel_are_one_person()
    {
        var same = shop.Meta.Customer("Yann Le Goff", "33698765432", "FR.4711");
        var hidden = shop.Meta.Customer("Yann Le Goff", null, "FR.4711");
        await same.Writes("avec mon numéro", Cancel);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(turn => (turn % 2 == 0 ? same : hidden).Writes($"message {turn}", Cancel)));

        (await shop.Thread()).Count.ShouldBe(11);
        (await shop.App.Look(db => db.Contacts.IgnoreQueryFilters().CountAsync())).ShouldBe(1);
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_stranger_who_signs_with_another_secret_leaves_no_trace()
    {
        shop.Meta.Faults.WrongSignature = true;
        await shop.Zoe.Writes("Je ne suis pas Zoé", Cancel);

        shop.Meta.Ledger.Delivered.ShouldHaveSingleItem().Status.ShouldBe(401);
        (await shop.App.Look(db => db.Journal.IgnoreQueryFilters().CountAsync())).ShouldBe(0);
        (await shop.App.Look(db => db.Messages.IgnoreQueryFilters().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_customer_may_change_and_take_back_what_was_written()
    {
        var first = await shop.Zoe.Writes("Le pull rouge", Cancel);
        var second = await shop.Zoe.Writes("Oubliez", Cancel);
        await shop.Zoe.Sends("edit", new JsonObject { ["original_message_id"] = first, ["message"] = new JsonObject { ["type"] = "text", ["text"] = new JsonObject { ["body"] = "Le pull bleu" } } }, Cancel);
        await shop.Zoe.Sends("revoke", new JsonObject { ["original_message_id"] = second }, Cancel);

        var thread = await shop.Thread();
        thread[0].ShouldSatisfyAllConditions(it => it.Text("text").ShouldBe("Le pull bleu"), it => it["editedAt"].ShouldNotBeNull());
        thread[1]["removedAt"].ShouldNotBeNull();
    }

    [Fact]
    public async Task What_the_shop_answers_on_its_phone_shows_in_the_thread()
    {
        await shop.Zoe.Writes("Bonjour", Cancel);
        await shop.Thread();
        var echo = new JsonObject { ["from"] = shop.Meta.Account.DisplayPhoneNumber, ["to"] = shop.Zoe.Number, ["id"] = "wamid.ECHO=", ["timestamp"] = Now, ["type"] = "text", ["text"] = new JsonObject { ["body"] = "Depuis mon téléphone" } };
        await shop.Meta.Webhooks.Deliver(new JsonObject { ["message_echoes"] = new JsonArray(echo) }, Cancel, "smb_message_echoes");

        (await shop.Thread()).Select(message => (message.Text("direction"), message.Text("text"))).ShouldBe([("in", "Bonjour"), ("out", "Depuis mon téléphone")]);
    }

    [Fact]
    public async Task A_blocked_account_shows_on_the_channel()
    {
        var flagged = new JsonObject { ["id"] = shop.Meta.Account.BusinessAccountId, ["changes"] = new JsonArray(new JsonObject
        {
            ["field"] = "account_update", ["value"] = new JsonObject { ["event"] = "ACCOUNT_VIOLATION", ["violation_info"] = new JsonObject { ["violation_type"] = "SCAM" } },
        }) };
        await shop.Meta.Webhooks.DeliverRaw(new JsonObject { ["object"] = "whatsapp_business_account", ["entry"] = new JsonArray(flagged) }, Cancel);
        await shop.App.UntilNothingWaits();

        var channel = (await shop.Diane.Get("channels")).Items().Single(it => it.Id() == shop.ChannelId);
        (channel.Text("status"), channel.Text("problem")).ShouldBe(("failing", "account_violation: SCAM"));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Now => shop.App.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
}
