using System.Text;
using System.Text.Json.Nodes;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Channels.Telegram;
using Relais.Tests.Architecture;

namespace Relais.Tests.Channels.Telegram;

/// <summary>Every update as the fact it is.</summary>
[Trait("suite", "pure")]
public sealed class TelegramReadingTests
{
    [Theory]
    [InlineData("text", MessageKind.Text, "Bonjour, où est mon colis ?", null)]
    [InlineData("text-link", MessageKind.Text, "👋 Regardez ici (https://maison-lune.fr/suivi) et là (https://maison-lune.fr/aide)", null)]
    [InlineData("start", MessageKind.Button, "/start vitrine", """{"payload":"/start","referral":"vitrine"}""")]
    [InlineData("forwarded", MessageKind.Text, "Votre commande est partie", """{"forwarded":true}""")]
    [InlineData("video-note", MessageKind.Video, null, """{"voice":true}""")]
    [InlineData("animation", MessageKind.Video, null, """{"animated":true}""")]
    [InlineData("voice", MessageKind.Audio, null, """{"voice":true}""")]
    [InlineData("audio", MessageKind.Audio, null, null)]
    [InlineData("document", MessageKind.Document, "Ma facture", null)]
    [InlineData("sticker", MessageKind.Sticker, "🌙", null)]
    [InlineData("location", MessageKind.Location, null, """{"latitude":48.8698,"longitude":2.3311}""")]
    [InlineData("venue", MessageKind.Location, "Maison Lune, 4 rue de la Paix, Paris", """{"name":"Maison Lune","address":"4 rue de la Paix, Paris","latitude":48.8698,"longitude":2.3311}""")]
    [InlineData("contact", MessageKind.Contacts, "Yann Le Goff", """{"contacts":[{"name":"Yann Le Goff","phones":[{"phone":"+33712345678"}]}]}""")]
    [InlineData("dice", MessageKind.Text, "🎲 4", null)]
    [InlineData("poll", MessageKind.Unsupported, "Bleu ou vert ?", """{"type":"poll"}""")]
    [InlineData("story", MessageKind.Unsupported, null, """{"type":"story"}""")]
    [InlineData("paid-media", MessageKind.Unsupported, "À voir", """{"type":"paid_media"}""")]
    [InlineData("unknown-type", MessageKind.Unsupported, null, """{"type":"hologram"}""")]
    [InlineData("unknown-update", MessageKind.Unsupported, null, """{"type":"hologram_query"}""")]
    [InlineData("guest", MessageKind.Unsupported, null, """{"type":"guest_message"}""")]
    [InlineData("blocked", MessageKind.System, "🚫 Zoé Martin", """{"type":"blocked"}""")]
    [InlineData("unblocked", MessageKind.System, "✅ Zoé Martin", """{"type":"unblocked"}""")]
    [InlineData("callback", MessageKind.Interactive, "Retourner l’article", """{"id":"retour-2","title":"Retourner l’article"}""")]
    public void A_message_is_what_it_is(string sample, MessageKind kind, string? text, string? extra)
    {
        var message = Read(sample).ShouldHaveSingleItem().ShouldBeOfType<MessageIn>();

        (message.Kind, message.Text).ShouldBe((kind, text));
        JsonNode.DeepEquals(message.Extra is null ? null : JsonNode.Parse(message.Extra), extra is null ? null : JsonNode.Parse(extra)).ShouldBeTrue(message.Extra);
        message.From.Ids.ShouldBe(["612345678"]);
        message.ExternalId.ShouldStartWith("612345678:");
    }

    [Theory]
    [InlineData("photo", AttachmentKind.Image, null, "image/jpeg", "AgACAgQAAxkBAAI-x")]
    [InlineData("video", AttachmentKind.Video, "bruit.mp4", "video/mp4", "BAACAgQAA-video")]
    [InlineData("animation", AttachmentKind.Video, "merci.mp4", "video/mp4", "CgACAgQAA-gif")]
    [InlineData("voice", AttachmentKind.Audio, null, "audio/ogg", "AwACAgQAA-voice")]
    [InlineData("document", AttachmentKind.Document, "facture.pdf", "application/pdf", "BQACAgQAA-doc")]
    [InlineData("document-image", AttachmentKind.Image, "plan.png", "image/png", "BQACAgQAA-img")]
    [InlineData("sticker", AttachmentKind.Image, null, "image/webp", "CAACAgQAA-s")]
    [InlineData("sticker-animated", AttachmentKind.Image, null, null, "AgACAgQAAxkBAAI-th")]
    [InlineData("sticker-video", AttachmentKind.Video, null, "video/webm", "CAACAgQAA-sv")]
    public void Its_file_is_known_by_its_id_and_a_picture_by_its_largest_size(string sample, AttachmentKind kind, string? name, string? type, string id) =>
        Read(sample).Cast<MessageIn>().Single().Files.ShouldBe([new InboundFile(kind, name, type, id)]);

    [Fact]
    public void Who_writes_is_known_by_name_language_and_username()
    {
        var profile = ((MessageIn)Read("text").Single()).From.Profile;
        (profile.Name, profile.Language, profile.Attributes["username"]).ShouldBe(("Zoé Martin", "fr", "zoe_m"));
        ((MessageIn)Read("contact-own").Single()).From.Profile.Phone.ShouldBe("+33612345678");
        ((MessageIn)Read("contact").Single()).From.Profile.Phone.ShouldBeNull();
    }

    [Fact]
    public void The_pictures_of_an_album_stay_apart_and_say_to_which_they_belong()
    {
        MessageIn[] album = [.. Enumerable.Range(1, 3).Select(at => (MessageIn)Read($"album-{at}").Single())];
        album.Select(picture => picture.ExternalId).ShouldBeUnique();
        album.Select(picture => picture.Text).ShouldBe(["Trois vues", null, null]);
        album.ShouldAllBe(picture => picture.Extra == """{"album":"13650001"}""" && picture.Files.Count == 1);
    }

    [Fact]
    public void A_quoted_message_is_found_by_its_chat_and_number() =>
        ((MessageIn)Read("reply").Single()).ReplyToExternalId.ShouldBe("612345678:77");

    [Fact]
    public void Edits_reactions_and_removals_name_the_message_they_change()
    {
        Read("edited").ShouldBe([new EditIn("612345678:101", "Bonjour, où est mon colis A-12 ?", At(500))]);
        Read("edited-caption").ShouldBe([new EditIn("612345678:106", "Voici la fissure, de près", At(510))]);
        var reaction = Read("reaction").Single().ShouldBeOfType<ReactionIn>();
        (reaction.TargetExternalId, reaction.Emoji).ShouldBe(("612345678:90", "❤"));
        Read("reaction-removed").Single().ShouldBeOfType<ReactionIn>().Emoji.ShouldBeNull();
        Of("""{"update_id":1,"deleted_business_messages":{"business_connection_id":"b","chat":{"id":7,"type":"private"},"message_ids":[3,"4",null]}}""")
            .Cast<RemovalIn>().Select(removal => removal.TargetExternalId).ShouldBe(["b/7:3", "b/7:4"]);
    }

    [Fact]
    public void A_group_is_one_contact_in_which_several_people_speak()
    {
        var text = (MessageIn)Read("group-text").Single();
        (text.From.Ids[0], text.From.Profile.Name, text.Text).ShouldBe(("-1001234567890", "Amis de la Maison Lune", "Zoé Martin: @maison_lune_bot vous êtes ouverts ?"));
        ((MessageIn)Read("group-photo").Single()).Text.ShouldBe("Yann:");
        ((MessageIn)Read("comment").Single()).ReplyToExternalId.ShouldBe("-1001234567890:41");
    }

    [Theory]
    [InlineData("group-moved")]
    [InlineData("group-moved-here")]
    public void A_group_that_grew_stays_the_same_contact(string sample)
    {
        var moved = Read(sample).Single().ShouldBeOfType<IdentityIn>();
        (moved.Before.Ids[0], moved.Now.Ids[0]).ShouldBe(("-4000001", "-1001234567890"));
    }

    [Fact]
    public void In_a_chat_the_bot_looks_after_the_owner_answers_himself_too()
    {
        var question = (MessageIn)Read("business-text").Single();
        question.From.Ids.ShouldBe(["aBcD_1-x/612345678"]);
        var echo = Read("business-echo").Single().ShouldBeOfType<EchoIn>();
        (echo.To!.Ids[0], echo.To.Profile.Name, echo.Text).ShouldBe(("aBcD_1-x/612345678", "Zoé Martin", "J’arrive"));
        ((EditIn)Read("business-edited").Single()).TargetExternalId.ShouldBe("aBcD_1-x/612345678:150");
    }

    [Fact]
    public void An_entity_that_points_nowhere_harms_nobody() =>
        ((MessageIn)Of("""{"update_id":1,"message":{"message_id":1,"date":1795449600,"chat":{"id":7,"type":"private"},"text":"a","entities":[{"type":"text_link","offset":9,"length":4,"url":"x"},{"type":"text_link"}]}}""").Single()).Text.ShouldBe("a");

    private static DateTimeOffset At(int seconds) => DateTimeOffset.FromUnixTimeSeconds(1795449600 + seconds);

    private static Inbound[] Read(string sample) =>
        Of(SourceTree.Files("tests/Relais.Tests/Channels/Telegram/samples", $"/{sample}.json").Single().Text);

    private static Inbound[] Of(string update) => [.. new TelegramReader(At(900)).Read(LooseJson.Parse(Encoding.UTF8.GetBytes(update)))];
}
