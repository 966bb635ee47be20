using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Channels.WhatsApp;
using Relais.Tests.Architecture;

namespace Relais.Tests.Channels.WhatsApp;

/// <summary>Every type of message and event Meta has becomes the right fact.</summary>
public sealed class WhatsAppReadingTests
{
    private const string Zoe = "33612345678";
    private const string ZoesUserId = "FR.13491208655302741918";
    private const string ZoesParentId = "FR.ENT.11815799212886844830";

    [Theory]
    [InlineData("text", MessageKind.Text, "Bonjour, où est mon colis ?")]
    [InlineData("text-escaped", MessageKind.Text, "Déjà reçu ? 🎁 https://maison-lune.fr/colis")]
    [InlineData("text-numeric-ids", MessageKind.Text, "Des nombres")]
    [InlineData("image", MessageKind.Image, "Voici la fissure")]
    [InlineData("video", MessageKind.Video, "Le bruit")]
    [InlineData("audio", MessageKind.Audio, null)]
    [InlineData("audio-voice-note", MessageKind.Audio, null)]
    [InlineData("voice-old", MessageKind.Audio, null)]
    [InlineData("sticker", MessageKind.Sticker, null)]
    [InlineData("document", MessageKind.Document, "Ma facture")]
    [InlineData("location", MessageKind.Location, "Maison Lune, 4 rue de la Paix, Paris")]
    [InlineData("location-bare", MessageKind.Location, null)]
    [InlineData("contacts", MessageKind.Contacts, "Yann Le Goff")]
    [InlineData("button", MessageKind.Button, "Ne plus recevoir")]
    [InlineData("interactive-button", MessageKind.Interactive, "Retourner l’article")]
    [InlineData("interactive-list", MessageKind.Interactive, "Point relais")]
    [InlineData("interactive-form", MessageKind.Interactive, "Sent")]
    [InlineData("interactive-unknown", MessageKind.Unsupported, null)]
    [InlineData("order", MessageKind.Order, "Pour vendredi si possible")]
    [InlineData("system-identity", MessageKind.System, "Zoé Martin’s security code changed")]
    [InlineData("unsupported", MessageKind.Unsupported, null)]
    [InlineData("unknown-type", MessageKind.Unsupported, null)]
    public void A_message_keeps_its_kind_and_its_words(string sample, MessageKind kind, string? text)
    {
        var message = Only<MessageIn>(sample);
        (message.Kind, message.Text).ShouldBe((kind, text));
        message.From.ShouldSatisfyAllConditions(from => from.Ids.ShouldBe([Zoe]), from => from.Profile.ShouldBe(new Profile("Zoé Martin", Phone: $"+{Zoe}")));
        message.ExternalId.ShouldStartWith("wamid.");
        message.At.ShouldBeGreaterThanOrEqualTo(new DateTimeOffset(2025, 11, 23, 12, 13, 20, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("image", AttachmentKind.Image, "image/jpeg", null)]
    [InlineData("video", AttachmentKind.Video, "video/mp4", null)]
    [InlineData("audio-voice-note", AttachmentKind.Audio, "audio/ogg; codecs=opus", null)]
    [InlineData("sticker", AttachmentKind.Image, "image/webp", null)]
    [InlineData("document", AttachmentKind.Document, "application/pdf", "facture 12.pdf")]
    public void A_file_is_to_be_fetched_by_its_id_and_address(string sample, AttachmentKind kind, string type, string? name)
    {
        var file = Only<MessageIn>(sample).Files.ShouldHaveSingleItem();
        (file.Kind, file.ContentType, file.Name).ShouldBe((kind, type, name));
        file.Reference!.Split(' ').ShouldSatisfyAllConditions(
            parts => parts[0].ShouldStartWith("27548594414981"), parts => parts[1].ShouldStartWith("https://lookaside.fbsbx.com/"));
    }

    [Fact]
    public void A_file_without_an_address_is_fetched_by_its_id() =>
        Only<MessageIn>("image-without-address").Files.ShouldHaveSingleItem().Reference.ShouldBe("2754859441498129");

    [Theory]
    [InlineData("location", """{"name":"Maison Lune","address":"4 rue de la Paix, Paris","url":"https://maison-lune.fr","latitude":48.8566,"longitude":2.3522}""")]
    [InlineData("location-bare", """{"latitude":48.8566,"longitude":2.3522}""")]
    [InlineData("audio-voice-note", """{"voice":true}""")]
    [InlineData("voice-old", """{"voice":true}""")]
    [InlineData("sticker-animated", """{"animated":true}""")]
    [InlineData("button", """{"payload":"STOP"}""")]
    [InlineData("interactive-button", """{"id":"retour","title":"Retourner l’article"}""")]
    [InlineData("interactive-list", """{"id":"point-relais","title":"Point relais","description":"À 300 m"}""")]
    [InlineData("interactive-form", """{"name":"flow","answers":"{\"flow_token\":\"unused\",\"taille\":\"M\"}"}""")]
    [InlineData("order", """{"catalogId":"194836987003835","items":[{"id":"pull-042","currency":"EUR","quantity":2,"price":39.9},{"id":"bonnet-007","currency":"EUR","quantity":1,"price":15}]}""")]
    [InlineData("unsupported", """{"type":"poll_creation","reason":"(131051) Message type is currently not supported."}""")]
    [InlineData("unknown-type", """{"type":"hologram"}""")]
    [InlineData("text-forwarded", """{"forwarded":true}""")]
    [InlineData("text-product", """{"product":{"catalogId":"194836987003835","id":"pull-042"}}""")]
    [InlineData("text-group", """{"group":"120363418770915618@g.us"}""")]
    [InlineData("text-advertisement", """{"advertisement":{"title":"Maison Lune","text":"Soldes d’hiver","url":"https://fb.me/3cr4Wqqkv","type":"ad","id":"120226305854810726","clickId":"Aff-n8ZTODiE79d22KtAwQKj9e"}}""")]
    public void What_else_a_message_has_is_kept(string sample, string extra) =>
        JsonElement.DeepEquals(JsonDocument.Parse(Only<MessageIn>(sample).Extra!).RootElement, JsonDocument.Parse(extra).RootElement).ShouldBeTrue(Only<MessageIn>(sample).Extra);

    [Fact]
    public void A_card_keeps_what_an_agent_needs()
    {
        var card = JsonDocument.Parse(Only<MessageIn>("contacts").Extra!).RootElement.GetProperty("contacts")[0];
        card.GetProperty("name").GetString().ShouldBe("Yann Le Goff");
        card.GetProperty("organisation").GetString().ShouldBe("Menuiserie Le Goff");
        card.GetProperty("phones")[0].GetProperty("phone").GetString().ShouldBe("+33 6 98 76 54 32");
        card.GetProperty("emails")[0].GetProperty("email").GetString().ShouldBe("yann@exemple.fr");
    }

    [Fact]
    public void An_answer_names_what_it_answers() => Only<MessageIn>("text-reply").ReplyToExternalId.ShouldBe("wamid.OURS=");

    [Fact]
    public void Milliseconds_are_understood_as_well_as_seconds()
    {
        Only<MessageIn>("text-milliseconds").At.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1763900000123));
        Only<MessageIn>("text-numeric-ids").At.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1763900000));
    }

    [Fact]
    public void A_person_without_a_number_is_known_by_the_user_ids()
    {
        var from = Only<MessageIn>("text-user-id-only").From;
        from.Ids.ShouldBe([ZoesUserId, ZoesParentId]);
        (from.Profile.Name, from.Profile.Phone).ShouldBe(("Zoé Martin", null));
        from.Profile.Attributes.Keys.ShouldBe(["username"]);
    }

    [Fact]
    public void A_user_id_in_the_place_of_the_number_is_still_a_user_id()
    {
        var from = Only<MessageIn>("text-user-id-in-from").From;
        from.Ids.ShouldBe([ZoesUserId]);
        from.Profile.Phone.ShouldBeNull();
    }

    [Fact]
    public void Number_and_user_ids_are_one_person() =>
        Only<MessageIn>("text-number-and-user-id").From.Ids.ShouldBe([Zoe, ZoesUserId, ZoesParentId]);

    [Fact]
    public void A_username_stands_in_for_the_name() => Only<MessageIn>("text-username-without-name").From.Profile.Name.ShouldBe("@zoe.martin");

    [Fact]
    public void A_number_given_on_request_is_noted_and_leads_to_nobody()
    {
        var from = Only<MessageIn>("contacts-requested").From;
        from.Ids.ShouldBe([ZoesUserId]);
        from.Profile.Phone.ShouldBe($"+{Zoe}");
    }

    [Theory]
    [InlineData("reaction", "👍")]
    [InlineData("reaction-removed", null)]
    public void A_reaction_is_set_or_taken_back(string sample, string? emoji)
    {
        var reaction = Only<ReactionIn>(sample);
        (reaction.TargetExternalId, reaction.Emoji, reaction.From.Ids[0]).ShouldBe(("wamid.OURS=", emoji, Zoe));
    }

    [Theory]
    [InlineData("edit", "Le pull bleu, pardon")]
    [InlineData("edit-caption", "La vraie fissure")]
    public void An_edit_brings_the_new_words(string sample, string text) =>
        (Only<EditIn>(sample).TargetExternalId, Only<EditIn>(sample).Text).ShouldBe(("wamid.HERS=", text));

    [Fact]
    public void A_revoked_message_is_removed() => Only<RemovalIn>("revoke").TargetExternalId.ShouldBe("wamid.HERS=");

    [Theory]
    [InlineData("system-changed-number")]
    [InlineData("system-changed-number-old")]
    public void A_changed_number_is_the_same_person(string sample)
    {
        var change = Only<IdentityIn>(sample);
        change.Before.Ids.ShouldBe([Zoe]);
        change.Now.Ids.ShouldBe(["33687654321"]);
        change.Now.Profile.Phone.ShouldBe("+33687654321");
    }

    [Fact]
    public void A_new_user_id_is_the_same_person()
    {
        var change = Only<IdentityIn>("user-id-update");
        change.Before.Ids.ShouldBe([Zoe, "FR.10101010101010101010", "FR.ENT.10101010101010101010"]);
        change.Now.Ids.ShouldBe([Zoe, ZoesUserId, ZoesParentId]);
    }

    [Theory]
    [InlineData("status-sent", DeliveryStatus.Sent, true)]
    [InlineData("status-delivered", DeliveryStatus.Delivered, false)]
    [InlineData("status-read-user-id", DeliveryStatus.Read, false)]
    [InlineData("status-played", DeliveryStatus.Read, false)]
    public void A_status_says_how_far_an_answer_got(string sample, DeliveryStatus reached, bool knowsOurId)
    {
        var status = Only<StatusIn>(sample);
        (status.ExternalId, status.Report.Status, status.Report.ExternalId).ShouldBe(("wamid.OURS=", reached, "wamid.OURS="));
        status.MessageId.ShouldBe(knowsOurId ? Guid.Parse("019aabcd-1234-7abc-8def-0123456789ab") : null);
    }

    [Fact]
    public void A_failure_says_why()
    {
        var report = Only<StatusIn>("status-failed").Report;
        (report.Status, report.Code).ShouldBe((DeliveryStatus.Failed, "window_closed"));
        report.Reason.ShouldStartWith("(131047) Message failed to send because more than 24 hours");
    }

    [Fact]
    public void A_failure_of_the_account_shows_on_the_channel()
    {
        var facts = Read("status-failed-billing");
        facts[0].ShouldBeOfType<StatusIn>().Report.Code.ShouldBe("billing");
        facts[1].ShouldBeOfType<AccountIn>().Problem.ShouldStartWith("billing: (131042)");
    }

    [Theory]
    [InlineData("account-error", "account_locked: ")]
    [InlineData("account-disabled", "account_disabled: DISABLED_UPDATE SCHEDULE_FOR_DISABLE November 30, 2026")]
    [InlineData("account-restricted", "account_restricted: RESTRICTED_BIZ_INITIATED_MESSAGING 1764000000")]
    [InlineData("account-violation", "account_violation: SCAM")]
    [InlineData("quality-flagged", "quality_low: 33155507838")]
    [InlineData("quality-unflagged", null)]
    [InlineData("account-reinstated", null)]
    public void What_happens_to_the_account_shows_on_the_channel(string sample, string? problem)
    {
        var told = Only<AccountIn>(sample).Problem;
        if (problem is null) told.ShouldBeNull();
        else told.ShouldStartWith(problem);
    }

    [Fact]
    public void Only_our_own_number_is_read_whoever_comes_first()
    {
        var facts = Read("several-entries");
        facts.OfType<MessageIn>().Select(message => (message.Text, message.From.Ids[0], message.From.Profile.Name)).ShouldBe(
        [
            ("Pour nous, un", Zoe, "Zoé Martin"), ("Pour nous, deux", Zoe, "Zoé Martin"), ("Et moi aussi", "33698765432", "Yann Le Goff"),
        ]);
        facts.OfType<StatusIn>().ShouldHaveSingleItem();
    }

    [Fact]
    public void What_the_shop_answered_on_its_phone_is_an_echo()
    {
        var echo = Only<EchoIn>("echo");
        (echo.Text, echo.To!.Ids[0], echo.ExternalId).ShouldBe(("Je regarde tout de suite", Zoe, "wamid.ECHO="));
        Only<EchoIn>("echo-image-user-id").ShouldSatisfyAllConditions(
            image => image.To!.Ids.ShouldBe([ZoesUserId]), image => image.Kind.ShouldBe(MessageKind.Image), image => image.Files.ShouldHaveSingleItem());
        Only<RemovalIn>("echo-revoke").TargetExternalId.ShouldBe("wamid.ECHO=");
    }

    [Fact]
    public void A_wish_for_no_more_advertising_is_a_line_in_the_thread()
    {
        var line = Only<MessageIn>("user-preferences");
        (line.Kind, line.From.Ids[0], line.ExternalId).ShouldBe((MessageKind.System, Zoe, $"preference:{Zoe}:stop:1763900301"));
        line.Extra.ShouldBe("""{"type":"marketing_messages","value":"stop"}""");
        line.Consent.ShouldBe(false);
    }

    private static T Only<T>(string sample)
        where T : Inbound => Read(sample).ShouldHaveSingleItem().ShouldBeOfType<T>();

    private static Inbound[] Read(string sample)
    {
        var settings = new WhatsAppSettings { PhoneNumberId = "106540352242922", BusinessAccountId = "102290129340398" };
        var file = SourceTree.Files("tests/Relais.Tests/Channels/WhatsApp/samples", $"/{sample}.json").Single();
        return [.. new WhatsAppReader(settings, new FakeTimeProvider()).Read(System.Text.Encoding.UTF8.GetBytes(file.Text))];
    }
}
