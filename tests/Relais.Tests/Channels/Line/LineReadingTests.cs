using System.Text;
using System.Text.Json.Nodes;
using Relais.Domain.Conversations;
using Relais.Server;
using Relais.Server.Channels;
using Relais.Server.Channels.Line;
using Relais.Tests.Architecture;

namespace Relais.Tests.Channels.Line;

/// <summary>Every event as the fact it is.</summary>
[Trait("suite", "pure")]
public sealed class LineReadingTests
{
    private const string Zoe = "U206d25c2ea6bd87c17655609a1c37cb8";
    private const string Group = "Ca56f94637c4d4ca1b2c3d4e5f6a7b8c9";
    private const string Tokens = "\"quoteToken\":\"q3Plxr4AgKd\",\"markAsReadToken\":\"30yhdy232\"";

    [Theory]
    [InlineData("text", MessageKind.Text, "Bonjour, où est mon colis ? (love)", "{TOKENS}")]
    [InlineData("text-standby", MessageKind.Text, "En attente", "{TOKENS}")]
    [InlineData("image", MessageKind.Image, null, "{TOKENS}")]
    [InlineData("video", MessageKind.Video, null, "{TOKENS}")]
    [InlineData("audio", MessageKind.Audio, null, """{"markAsReadToken":"30y"}""")]
    [InlineData("file", MessageKind.Document, null, """{"markAsReadToken":"30y"}""")]
    [InlineData("location", MessageKind.Location, "Maison Lune, 4 rue de la Paix, Paris", """{"name":"Maison Lune","address":"4 rue de la Paix, Paris","latitude":48.8698,"longitude":2.3311,"markAsReadToken":"30y"}""")]
    [InlineData("sticker", MessageKind.Sticker, "cony, sally, Staring", "{TOKENS}")]
    [InlineData("sticker-text", MessageKind.Sticker, "Merci beaucoup", "{TOKENS}")]
    [InlineData("unknown-type", MessageKind.Unsupported, "À voir", """{"type":"hologram",TOKENS}""")]
    [InlineData("unknown-event", MessageKind.Unsupported, null, """{"type":"hologramShown"}""")]
    [InlineData("postback", MessageKind.Button, "action=retour&id=2", """{"payload":"action=retour&id=2"}""")]
    [InlineData("postback-date", MessageKind.Button, "2026-11-25T10:00", """{"payload":"rdv"}""")]
    [InlineData("follow", MessageKind.System, "✅", """{"type":"followed"}""")]
    [InlineData("unblocked", MessageKind.System, "✅", """{"type":"unblocked"}""")]
    [InlineData("unfollow", MessageKind.System, "🚫", """{"type":"blocked"}""")]
    [InlineData("membership", MessageKind.System, "⭐", """{"type":"membership.joined"}""")]
    public void A_message_is_what_it_is(string sample, MessageKind kind, string? text, string? extra)
    {
        var message = Read(sample).ShouldHaveSingleItem().ShouldBeOfType<MessageIn>();

        (message.Kind, message.Text).ShouldBe((kind, text));
        JsonNode.DeepEquals(JsonNode.Parse(message.Extra ?? "null"), JsonNode.Parse(extra!.Replace("TOKENS", Tokens, StringComparison.Ordinal))).ShouldBeTrue(message.Extra);
        message.From.Ids.ShouldBe([Zoe]);
        message.OnlyOfAcquaintances.ShouldBe(kind == MessageKind.System);
    }

    [Theory]
    [InlineData("image", AttachmentKind.Image, null, "image/jpeg", "354718705033693859")]
    [InlineData("image-external", AttachmentKind.Image, null, "image/jpeg", "https://boutique.example.com/fissure.jpg")]
    [InlineData("video", AttachmentKind.Video, null, "video/mp4", "325708")]
    [InlineData("audio", AttachmentKind.Audio, null, "audio/mp4", "325709")]
    [InlineData("file", AttachmentKind.Document, "facture.pdf", null, "325710")]
    [InlineData("sticker", AttachmentKind.Image, null, "image/png", "https://stickershop.line-scdn.net/stickershop/v1/sticker/1988/android/sticker.png")]
    public void Its_file_is_known_by_its_message_or_by_where_it_lies(string sample, AttachmentKind kind, string? name, string? type, string reference) =>
        Read(sample).Cast<MessageIn>().Single().Files.ShouldBe([new InboundFile(kind, name, type, reference)]);

    [Theory]
    [InlineData("group-text", Group, "@Lune Bonjour à tous", Zoe)]
    [InlineData("group-silent-member", Group, "Qui suis-je ?", null)]
    [InlineData("room-text", "Ra8dbf4673c4d4ca1b2c3d4e5f6a7b8c9", "À trois", Zoe)]
    [InlineData("join", Group, "✅", null)]
    [InlineData("leave", Group, "🚫", null)]
    [InlineData("member-joined", Group, "✅ +2", null)]
    [InlineData("member-left", Group, "🚫 −1", null)]
    public void A_group_is_one_contact_in_which_several_speak(string sample, string id, string text, string? author)
    {
        var message = Read(sample).Cast<MessageIn>().Single();
        (message.From.Ids.Single(), message.Text, JsonNode.Parse(message.Extra!)!["author"]?.GetValue<string>()).ShouldBe((id, text, author));
        message.OnlyOfAcquaintances.ShouldBe(sample is "leave" or "member-joined" or "member-left");
    }

    [Fact]
    public void What_is_quoted_and_when_it_was_said_are_known()
    {
        var message = Read("text-quoting").Cast<MessageIn>().Single();
        (message.ExternalId, message.ReplyToExternalId).ShouldBe(("444573844083572738", "461230966842064897"));
        message.At.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1795449600002));
    }

    [Fact]
    public void Pictures_of_a_set_know_each_other_and_several_events_are_read_in_their_order()
    {
        Read("image-set").Cast<MessageIn>().Select(message => JsonNode.Parse(message.Extra!)!["album"]!.GetValue<string>()).Distinct().ShouldHaveSingleItem();
        Read("several").Cast<MessageIn>().Select(message => message.Text).ShouldBe(["un", "deux"]);
    }

    [Fact]
    public void An_edit_changes_the_message_and_what_was_taken_back_is_erased()
    {
        Read("edited").ShouldHaveSingleItem().ShouldBeOfType<EditIn>().ShouldSatisfyAllConditions(
            edit => edit.TargetExternalId.ShouldBe("444573844083572741"), edit => edit.Text.ShouldBe("@Lune Bonsoir à tous"));
        Read("unsend").Select(fact => fact switch { EditIn edit => $"{edit.TargetExternalId}={edit.Text}", RemovalIn removal => removal.TargetExternalId, _ => "?" })
            .ShouldBe(["444573844083572737=", "444573844083572737"]);
    }

    [Theory]
    [InlineData("suspended", "suspended: LINE has suspended the account.")]
    [InlineData("resumed", null)]
    [InlineData("deactivated", "deactivated: Another service answers for the account.")]
    [InlineData("activated", null)]
    public void The_account_itself_is_spoken_of(string sample, string? problem) => Read(sample).ShouldHaveSingleItem().ShouldBeOfType<AccountIn>().Problem.ShouldBe(problem);

    private static Inbound[] Read(string sample)
    {
        var text = SourceTree.Files("tests/Relais.Tests/Channels/Line/samples", ".json").Single(file => Path.GetFileName(file.Path) == $"{sample}.json").Text;
        var kind = new LineChannel(new RecordedProvider(), new SiteAddress(new RelaisSettings { DataFolder = "nowhere" }), TimeProvider.System);
        return [.. kind.Read(new ConnectedChannel(Guid.Empty, Guid.Empty, "line", "LINE", new LineSettings()), Encoding.UTF8.GetBytes(text))];
    }
}
