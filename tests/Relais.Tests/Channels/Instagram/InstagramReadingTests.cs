using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Channels.Instagram;
using Relais.Tests.Architecture;
using Relais.Tests.Channels.Custom;

namespace Relais.Tests.Channels.Instagram;

/// <summary>Every event of an account's direct messages as the fact it is, in each of Meta's three wrappings.</summary>
[Trait("suite", "pure")]
public sealed class InstagramReadingTests
{
    private const string Zoe = "24876532109876543";
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1795449600);

    [Theory]
    [InlineData("text", MessageKind.Text, "Bonjour, où est mon colis ?", null)]
    [InlineData("text-seconds", MessageKind.Text, "Bonjour", null)]
    [InlineData("text-changes", MessageKind.Text, "Bonjour par un changement", null)]
    [InlineData("text-flat", MessageKind.Text, "Bonjour à plat", null)]
    [InlineData("text-flat-list", MessageKind.Text, "Bonjour en liste", null)]
    [InlineData("standby", MessageKind.Text, "Je parle à un autre programme", null)]
    [InlineData("image", MessageKind.Image, null, null)]
    [InlineData("images", MessageKind.Image, "Deux vues", null)]
    [InlineData("video", MessageKind.Video, null, null)]
    [InlineData("audio", MessageKind.Audio, null, null)]
    [InlineData("file", MessageKind.Document, null, null)]
    [InlineData("heart", MessageKind.Sticker, "❤️", null)]
    [InlineData("story-reply", MessageKind.Text, "Elle existe en bleu ?", """{"story":"reply"}""")]
    [InlineData("story-reply-gone", MessageKind.Text, "Trop tard ?", """{"story":"reply"}""")]
    [InlineData("story-mention", MessageKind.Image, null, """{"story":"mention"}""")]
    [InlineData("story-mention-gone", MessageKind.Unsupported, null, """{"story":"mention"}""")]
    [InlineData("post", MessageKind.Image, "Celle-ci ?\nRobe Lune", """{"shared":"ig_post"}""")]
    [InlineData("post-told-twice", MessageKind.Image, "Robe Lune", """{"shared":"ig_post"}""")]
    [InlineData("share", MessageKind.Image, null, """{"shared":"share"}""")]
    [InlineData("reel", MessageKind.Video, "Notre atelier", """{"shared":"ig_reel"}""")]
    [InlineData("reel-page", MessageKind.Text, "Notre atelier\nhttps://www.instagram.com/reel/1", """{"shared":"reel"}""")]
    [InlineData("quick-reply", MessageKind.Interactive, "Retourner", """{"id":"0197-2","title":"Retourner"}""")]
    [InlineData("postback", MessageKind.Button, "Suivre mon colis", """{"payload":"TRACK"}""")]
    [InlineData("text-advertisement", MessageKind.Text, "C’est encore disponible ?", """{"referral":"robe","advertisement":{"title":"Robe Lune","url":"https://www.facebook.com/robe.jpg","type":"ADS","id":"120208"}}""")]
    [InlineData("text-product", MessageKind.Text, "Et en bleu ?", """{"product":"7788"}""")]
    [InlineData("product-template", MessageKind.Text, "Robe Lune · 120 €", """{"product":"7788"}""")]
    [InlineData("referral", MessageKind.System, "↪ vitrine", """{"type":"referral","referral":"vitrine"}""")]
    [InlineData("ephemeral", MessageKind.Unsupported, null, """{"type":"ephemeral"}""")]
    [InlineData("unknown-type", MessageKind.Unsupported, null, """{"type":"hologram"}""")]
    [InlineData("unsupported", MessageKind.Unsupported, null, null)]
    [InlineData("empty", MessageKind.Unsupported, null, null)]
    public void A_message_is_what_it_is(string sample, MessageKind kind, string? text, string? extra)
    {
        var message = Read(sample).ShouldHaveSingleItem().ShouldBeOfType<MessageIn>();

        (message.Kind, message.Text).ShouldBe((kind, text));
        JsonNode.DeepEquals(message.Extra is null ? null : JsonNode.Parse(message.Extra), extra is null ? null : JsonNode.Parse(extra)).ShouldBeTrue(message.Extra);
        message.From.Ids.ShouldBe([Zoe]);
        message.From.Profile.Name.ShouldBeNull();
        (message.At, message.Visibility).ShouldBe((At, Visibility.Private));
    }

    [Theory]
    [InlineData("story-reply", AttachmentKind.Image, "m_STORYREPLY 0 https://lookaside.fbsbx.com/ig_messaging_cdn/?asset_id=17900&signature=a")]
    [InlineData("story-reply-film", AttachmentKind.Video, "m_STORYFILM 0 https://scontent.cdninstagram.com/v/t50/17901.mp4?oe=1")]
    [InlineData("story-mention", AttachmentKind.Image, "m_MENTION 0 https://lookaside.fbsbx.com/ig_messaging_cdn/?asset_id=17903&signature=b")]
    [InlineData("post-told-twice", AttachmentKind.Image, "m_IGPOST2 1 https://lookaside.fbsbx.com/ig_messaging_cdn/?asset_id=55&signature=c")]
    [InlineData("reel", AttachmentKind.Video, "m_REEL 0 https://scontent.cdninstagram.com/o1/v/t16/reel.mp4?e=1")]
    [InlineData("file", AttachmentKind.Document, "m_FILE 0 https://scontent.xx.fbcdn.net/v/t1/facture.pdf")]
    public void What_is_gone_tomorrow_is_a_file_to_be_copied(string sample, AttachmentKind kind, string reference)
    {
        var file = ((MessageIn)Read(sample).Single()).Files.ShouldHaveSingleItem();
        (file.Kind, file.Reference).ShouldBe((kind, reference));
    }

    [Fact]
    public void What_has_no_address_is_no_file()
    {
        foreach (var sample in new[] { "story-reply-gone", "story-mention-gone", "file-without-address", "reel-page", "heart" }) ((MessageIn)Read(sample).Single()).Files.ShouldBeEmpty(sample);
    }

    [Fact]
    public void What_is_quoted_edited_taken_back_or_reacted_to_is_named()
    {
        ((MessageIn)Read("text-reply").Single()).ReplyToExternalId.ShouldBe("m_OURS");
        Read("edit").ShouldBe([new EditIn("m_TEXT", "Bonjour, où est mon colis A-12 ?", At)]);
        Read("edit-changes").ShouldBe([new EditIn("m_TEXT", "Bonjour à tous", At)]);
        Read("deleted").ShouldBe([new RemovalIn("m_TEXT", At)]);
        Read("echo-deleted").ShouldBe([new RemovalIn("m_ECHO", At)]);
        string?[] emojis = [.. new[] { "reaction", "reaction-changes", "reaction-without-emoji", "reaction-removed" }.Select(sample => ((ReactionIn)Read(sample).Single()).Emoji)];
        emojis.ShouldBe(["❤️", "❤", "😮", null]);
        ((ReactionIn)Read("reaction-changes").Single()).TargetExternalId.ShouldBe("m_OURS");
    }

    [Fact]
    public void Whatever_the_account_says_is_an_echo_that_may_be_ours()
    {
        foreach (var sample in new[] { "echo", "echo-image", "echo-words-we-sent" })
        {
            var echo = Read(sample).Single().ShouldBeOfType<EchoIn>();
            echo.To.ShouldNotBeNull().Ids.ShouldBe([Zoe]);
            echo.MayBeOurs.ShouldBeTrue(sample);
        }

        ((EchoIn)Read("echo-image").Single()).ShouldSatisfyAllConditions(it => it.Files.Count.ShouldBe(1), it => it.ReplyToExternalId.ShouldBe("m_TEXT"));
    }

    [Fact]
    public void Of_a_message_that_was_read_the_instant_counts()
    {
        var read = Read("read").Single().ShouldBeOfType<ReadIn>();
        (read.From.Ids[0], read.At).ShouldBe((Zoe, At));
    }

    [Fact]
    public void Of_a_call_for_several_accounts_only_ours_is_read() =>
        Read("several").Cast<MessageIn>().Select(message => message.ExternalId).ShouldBe(["m_ONE", "m_TWO"]);

    private static Inbound[] Read(string sample)
    {
        var kind = new InstagramChannel(new RecordedProvider(), Memory.Unused, new FakeTimeProvider());
        var channel = new ConnectedChannel(Guid.CreateVersion7(), Guid.CreateVersion7(), "instagram", "Maison Lune", new InstagramSettings { AccountId = "17841400000000001" });
        var text = SourceTree.Files("tests/Relais.Tests/Channels/Instagram/samples", $"/{sample}.json").Single().Text;
        return [.. kind.Read(channel, Encoding.UTF8.GetBytes(text), At.AddMinutes(1))];
    }
}
