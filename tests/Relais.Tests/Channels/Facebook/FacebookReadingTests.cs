using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Channels.Facebook;
using Relais.Tests.Architecture;
using Relais.Tests.Channels.Custom;

namespace Relais.Tests.Channels.Facebook;

/// <summary>Every event of a page's inbox as the fact it is.</summary>
[Trait("suite", "pure")]
public sealed class FacebookReadingTests
{
    private const string Zoe = "24876532109876543";
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1795449600);

    [Theory]
    [InlineData("text", MessageKind.Text, "Bonjour, où est mon colis ?", null)]
    [InlineData("text-seconds", MessageKind.Text, "Bonjour", null)]
    [InlineData("image", MessageKind.Image, null, null)]
    [InlineData("images", MessageKind.Image, "Deux vues", null)]
    [InlineData("video", MessageKind.Video, null, null)]
    [InlineData("audio", MessageKind.Audio, null, null)]
    [InlineData("file", MessageKind.Document, null, null)]
    [InlineData("file-without-address", MessageKind.Document, null, null)]
    [InlineData("sticker", MessageKind.Sticker, null, null)]
    [InlineData("sticker-old", MessageKind.Sticker, null, null)]
    [InlineData("like", MessageKind.Sticker, "👍", null)]
    [InlineData("location", MessageKind.Location, "Place de Zoé", """{"name":"Place de Zoé","latitude":48.8698,"longitude":2.3311}""")]
    [InlineData("quick-reply", MessageKind.Interactive, "Retourner", """{"id":"0197-2","title":"Retourner"}""")]
    [InlineData("postback", MessageKind.Button, "Suivre mon colis", """{"payload":"TRACK"}""")]
    [InlineData("postback-without-id", MessageKind.Button, "Démarrer", """{"payload":"GET_STARTED","referral":"vitrine"}""")]
    [InlineData("text-advertisement", MessageKind.Text, "C’est encore disponible ?", """{"referral":"robe","advertisement":{"title":"Robe Lune","url":"https://www.facebook.com/robe.jpg","type":"ADS","id":"120208"}}""")]
    [InlineData("text-product", MessageKind.Text, "Et en bleu ?", """{"product":"7788"}""")]
    [InlineData("product-template", MessageKind.Text, "Robe Lune · 120 €", """{"product":"7788"}""")]
    [InlineData("referral", MessageKind.System, "↪ vitrine", """{"type":"referral","referral":"vitrine"}""")]
    [InlineData("optin", MessageKind.System, "↪ Nouveautés", """{"type":"optin"}""")]
    [InlineData("link", MessageKind.Text, "https://maison-lune.fr/robe\nRobe Lune\nhttps://l.facebook.com/l.php?u=1", null)]
    [InlineData("reel", MessageKind.Text, "Notre atelier\nhttps://www.instagram.com/reel/1", """{"shared":"ig_reel"}""")]
    [InlineData("post", MessageKind.Image, "J’aime", """{"shared":"ig_post"}""")]
    [InlineData("booking", MessageKind.Unsupported, null, """{"type":"appointment_booking"}""")]
    [InlineData("unknown-type", MessageKind.Unsupported, null, """{"type":"hologram"}""")]
    [InlineData("unsupported", MessageKind.Unsupported, null, null)]
    [InlineData("empty", MessageKind.Unsupported, null, null)]
    [InlineData("standby", MessageKind.Text, "Je parle à un autre programme", null)]
    public void A_message_is_what_it_is(string sample, MessageKind kind, string? text, string? extra)
    {
        var message = Read(sample).ShouldHaveSingleItem().ShouldBeOfType<MessageIn>();

        (message.Kind, message.Text).ShouldBe((kind, text));
        JsonNode.DeepEquals(message.Extra is null ? null : JsonNode.Parse(message.Extra), extra is null ? null : JsonNode.Parse(extra)).ShouldBeTrue(message.Extra);
        message.From.Ids.ShouldBe([Zoe]);
        message.At.ShouldBe(At);
    }

    [Fact]
    public void A_file_is_known_by_its_message_its_place_and_its_address()
    {
        ((MessageIn)Read("file").Single()).Files.ShouldBe([new InboundFile(AttachmentKind.Document, "facture.pdf", null, "m_FILE 0 https://scontent.xx.fbcdn.net/v/t1/facture.pdf")]);
        ((MessageIn)Read("images").Single()).Files.Select(file => file.Reference).ShouldBe(
            ["m_IMAGES 0 https://scontent.xx.fbcdn.net/v/t1/a.jpg", "m_IMAGES 1 https://scontent.xx.fbcdn.net/v/t1/b.jpg"]);
        ((MessageIn)Read("file-without-address").Single()).Files.ShouldBeEmpty();
        ((MessageIn)Read("like").Single()).Files.ShouldBeEmpty();
        ((MessageIn)Read("sticker").Single()).Files.Single().Kind.ShouldBe(AttachmentKind.Image);
    }

    [Fact]
    public void What_is_quoted_edited_taken_back_or_reacted_to_is_named()
    {
        ((MessageIn)Read("text-reply").Single()).ReplyToExternalId.ShouldBe("m_OURS");
        Read("edit").ShouldBe([new EditIn("m_TEXT", "Bonjour, où est mon colis A-12 ?", At)]);
        Read("deleted").ShouldBe([new RemovalIn("m_TEXT", At)]);
        Read("echo-deleted").ShouldBe([new RemovalIn("m_ECHO", At)]);
        string?[] emojis = [.. new[] { "reaction", "reaction-without-emoji", "reaction-removed" }.Select(sample => ((ReactionIn)Read(sample).Single()).Emoji)];
        emojis.ShouldBe(["❤️", "😮", null]);
        ((ReactionIn)Read("reaction").Single()).TargetExternalId.ShouldBe("m_OURS");
    }

    [Fact]
    public void What_was_answered_elsewhere_is_an_echo_and_what_Relais_sent_is_a_status()
    {
        var echo = Read("echo").Single().ShouldBeOfType<EchoIn>();
        (echo.To!.Ids[0], echo.ExternalId, echo.Text).ShouldBe((Zoe, "m_ECHO", "Je regarde"));
        ((EchoIn)Read("echo-image").Single()).ShouldSatisfyAllConditions(it => it.Files.Count.ShouldBe(1), it => it.ReplyToExternalId.ShouldBe("m_TEXT"));

        var ours = Guid.Parse("0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");
        Read("echo-ours").ShouldBe([new StatusIn("m_OURS", ours, new DeliveryReport(DeliveryStatus.Sent, At, "m_OURS"))]);
        Read("ignored-echo-of-our-file").ShouldBeEmpty();
    }

    [Fact]
    public void How_far_answers_got_is_told_by_their_ids_or_by_a_time()
    {
        Read("delivery").Cast<StatusIn>().Select(status => (status.ExternalId, status.Report.Status, status.At)).ShouldBe(
            [("m_OURS", DeliveryStatus.Delivered, At.AddSeconds(-1)), ("m_OURS2", DeliveryStatus.Delivered, At.AddSeconds(-1))]);
        var read = Read("read").Single().ShouldBeOfType<ReadIn>();
        (read.From.Ids[0], read.At).ShouldBe((Zoe, At.AddSeconds(-2)));
    }

    [Fact]
    public void A_warning_of_Meta_s_shows_on_the_channel_until_it_is_over()
    {
        ((AccountIn)Read("policy-block").Single()).Problem.ShouldBe("policy_violation: block: The bot violated our Platform Policies.");
        ((AccountIn)Read("policy-unblock").Single()).Problem.ShouldBeNull();
    }

    [Fact]
    public void Of_a_call_for_several_pages_only_ours_is_read() =>
        Read("several").Cast<MessageIn>().Select(message => message.ExternalId).ShouldBe(["m_ONE", "m_TWO"]);

    private static Inbound[] Read(string sample)
    {
        var kind = new FacebookChannel(new RecordedProvider(), Memory.Unused, new FakeTimeProvider());
        var channel = new ConnectedChannel(Guid.CreateVersion7(), Guid.CreateVersion7(), "facebook", "Maison Lune", new FacebookSettings { PageId = "104512345678901" });
        var text = SourceTree.Files("tests/Relais.Tests/Channels/Facebook/samples", $"/{sample}.json").Single().Text;
        return [.. kind.Read(channel, Encoding.UTF8.GetBytes(text), At.AddMinutes(1))];
    }
}
