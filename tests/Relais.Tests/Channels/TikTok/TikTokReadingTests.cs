using System.Collections.ObjectModel;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Channels.TikTok;
using Relais.Tests.Architecture;

namespace Relais.Tests.Channels.TikTok;

/// <summary>Every call as the fact it is.</summary>
[Trait("suite", "pure")]
public sealed class TikTokReadingTests
{
    private const string Zoe = "+ABc1D2/E0fGhijkl";
    private const string Video = "7203946942097900001";

    private static readonly string[] ZoeInPrivate = [Zoe, "-000zoemartin", "conversation:conv+zoe/1=="];
    private static readonly DateTimeOffset CameAt = new(2026, 11, 23, 15, 59, 59, TimeSpan.Zero);

    [Theory]
    [InlineData("text", MessageKind.Text, "Bonjour, où est mon colis ? 📦 <3 &amp; merci", null)]
    [InlineData("text-quote", MessageKind.Text, "Celle-ci", null)]
    [InlineData("text-flat", MessageKind.Text, "À plat", null)]
    [InlineData("text-chosen", MessageKind.Interactive, "Oui", """{"id":"1"}""")]
    [InlineData("text-without-words", MessageKind.Unsupported, null, """{"type":"text"}""")]
    [InlineData("image", MessageKind.Image, null, null)]
    [InlineData("video", MessageKind.Video, null, null)]
    [InlineData("sticker", MessageKind.Sticker, null, null)]
    [InlineData("emoji", MessageKind.Sticker, null, null)]
    [InlineData("share-post", MessageKind.Text, "https://www.tiktok.com/player/v1/7203946942097900001", """{"shared":"post"}""")]
    [InlineData("unknown-type", MessageKind.Unsupported, null, """{"type":"hologram"}""")]
    [InlineData("unknown-event", MessageKind.Unsupported, null, """{"type":"im_hologram_shown"}""")]
    [InlineData("stripped-named", MessageKind.Unsupported, "🔒", """{"type":"eu"}""")]
    [InlineData("referral-advertisement", MessageKind.System, "↪ Bougies d’hiver",
        """{"type":"referral","advertisement":{"title":"Bougies d’hiver","url":"https://www.tiktok.com/player/v1/7203946942097900001","type":"ad","id":"1790000000000000001"}}""")]
    [InlineData("referral-link", MessageKind.System, "↪ vitrine", """{"type":"referral","referral":"vitrine"}""")]
    public void A_message_is_what_it_is(string sample, MessageKind kind, string? text, string? extra)
    {
        var message = Read(sample).ShouldHaveSingleItem().ShouldBeOfType<MessageIn>();

        (message.Kind, message.Text).ShouldBe((kind, text));
        JsonNode.DeepEquals(JsonNode.Parse(message.Extra ?? "null"), JsonNode.Parse(extra ?? "null")).ShouldBeTrue(message.Extra);
        message.From.Ids.ShouldBe(ZoeInPrivate);
        message.From.Profile.Attributes["username"].ShouldBe("zoe.martin");
        message.Visibility.ShouldBe(Visibility.Private);
    }

    [Theory]
    [InlineData("image", AttachmentKind.Image, "IMAGE|conv%2Bzoe%2F1%3D%3D|7412000000000000011|v1%7Cpicture")]
    [InlineData("video", AttachmentKind.Video, "VIDEO|conv%2Bzoe%2F1%3D%3D|7412000000000000013|v2-film")]
    [InlineData("sticker", AttachmentKind.Image, "https://p16-sign.tiktokcdn.com/sticker.webp?x-expires=1798041600")]
    [InlineData("emoji", AttachmentKind.Image, "https://p16-sign.tiktokcdn.com/emoji.webp")]
    [InlineData("image-without-id", AttachmentKind.Image, null)]
    public void Its_file_is_known_by_where_it_lies(string sample, AttachmentKind kind, string? reference)
    {
        var files = Read(sample).Cast<MessageIn>().Single().Files;
        if (reference is null) files.ShouldBeEmpty();
        else files.ShouldBe([new InboundFile(kind, null, null, Reference: reference)]);
    }

    [Fact]
    public void Times_and_quotes_are_TikTok_s_and_a_number_keeps_every_digit()
    {
        var message = Read("text-quote").Cast<MessageIn>().Single();
        (message.ExternalId, message.At, message.ReplyToExternalId).ShouldBe(("7412000000000000002", DateTimeOffset.FromUnixTimeMilliseconds(1795449600001), "7412000000000000001"));
        Read("text-flat").Cast<MessageIn>().Single().ExternalId.ShouldBe("7412000000000000003");
        Read("text-seconds").Single().At.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1795449600));
        Read("revoked").Single().At.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1795449601));
    }

    [Theory]
    [InlineData("sent", "Il arrive demain", false)]
    [InlineData("sent-by-program", "Il arrive ce soir", true)]
    [InlineData("sent-question", "Une autre couleur ?", true)]
    [InlineData("sent-as-received", "Sous un autre nom", false)]
    [InlineData("sent-without-sender", "De qui ?", false)]
    public void What_the_account_wrote_itself_is_an_echo_to_the_other_and_ours_only_by_a_program(string sample, string text, bool mayBeOurs)
    {
        var echo = Read(sample).ShouldHaveSingleItem().ShouldBeOfType<EchoIn>();
        (echo.Text, echo.MayBeOurs).ShouldBe((text, mayBeOurs));
        echo.To!.Ids.ShouldBe(ZoeInPrivate[1..], "Of what the account wrote, the id beside it may be its own.");
    }

    [Fact]
    public void A_picture_of_the_account_s_is_one()
    {
        var echo = Read("sent-image").Cast<EchoIn>().Single();
        (echo.Kind, echo.Text, echo.Files.Single().Kind).ShouldBe((MessageKind.Image, null, AttachmentKind.Image));
    }

    [Theory]
    [InlineData("reaction", "❤️")]
    [InlineData("reaction-removed", null)]
    [InlineData("reaction-drawn", "✨")]
    public void A_reaction_belongs_to_what_it_is_about(string sample, string? emoji)
    {
        var reaction = Read(sample).ShouldHaveSingleItem().ShouldBeOfType<ReactionIn>();
        (reaction.TargetExternalId, reaction.Emoji).ShouldBe(("7412000000000000000", emoji));
        reaction.From.Ids.ShouldBe(ZoeInPrivate);
    }

    [Fact]
    public void Who_wrote_from_Europe_is_nobody_and_always_the_same()
    {
        var message = Read("stripped").ShouldHaveSingleItem().ShouldBeOfType<MessageIn>();
        (message.Kind, message.Text, message.ExternalId).ShouldBe((MessageKind.Unsupported, "🔒", "im_receive_msg_eu:eu:1795449600001"));
        (message.From.Ids.Single(), message.From.Profile.Name).ShouldBe(("eu", "TikTok EU"));
    }

    [Fact]
    public void Reading_is_told_of_him_who_read()
    {
        var read = Read("read").ShouldHaveSingleItem().ShouldBeOfType<ReadIn>();
        read.At.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1795449700000));
        read.From.Ids.ShouldBe(ZoeInPrivate);
    }

    [Fact]
    public void A_permission_taken_back_shows_on_the_channel() =>
        Read("revoked").ShouldHaveSingleItem().ShouldBeOfType<AccountIn>().Problem.ShouldBe("revoked: The account has taken the app's permission back.");

    [Theory]
    [InlineData("comment", "7203946942097902849", "Elle existe en bleu ?", null)]
    [InlineData("comment-reply", "7203946942097902851", "Et en vert ?", "7203946942097902849")]
    [InlineData("comment-as-texts", "7203946942097902853", "En toutes lettres", null)]
    public void A_comment_is_public_and_stands_under_its_video(string sample, string number, string text, string? answered)
    {
        var comment = Read(sample).ShouldHaveSingleItem().ShouldBeOfType<MessageIn>();
        (comment.Kind, comment.Text, comment.ExternalId, comment.ReplyToExternalId).ShouldBe((MessageKind.Text, text, $"{Video}/{number}", answered is null ? null : $"{Video}/{answered}"));
        (comment.Visibility, comment.Post, comment.From.Ids.Single(), comment.At).ShouldBe((Visibility.Public, Video, Zoe, DateTimeOffset.FromUnixTimeSeconds(1795449660)));
    }

    [Fact]
    public void A_comment_without_words_is_shown_as_one()
    {
        var comment = Read("comment-without-words").Cast<MessageIn>().Single();
        (comment.Kind, comment.Text, comment.Extra).ShouldBe((MessageKind.Unsupported, null, """{"type":"comment"}"""));
    }

    [Theory]
    [InlineData("comment-hidden", true)]
    [InlineData("comment-for-friends", true)]
    [InlineData("comment-public", false)]
    public void A_comment_is_hidden_and_shown_again(string sample, bool isHidden)
    {
        var hiding = Read(sample).ShouldHaveSingleItem().ShouldBeOfType<HidingIn>();
        (hiding.TargetExternalId, hiding.IsHidden).ShouldBe(($"{Video}/7203946942097902849", isHidden));
    }

    [Fact]
    public void A_deleted_comment_is_taken_out() =>
        Read("comment-deleted").ShouldHaveSingleItem().ShouldBeOfType<RemovalIn>().TargetExternalId.ShouldBe($"{Video}/7203946942097902849");

    [Fact]
    public void What_the_account_says_under_its_videos_is_an_echo_once_its_voice_is_known()
    {
        var ours = Read("comment-reply", learned: new() { ["voice"] = Zoe }).ShouldHaveSingleItem().ShouldBeOfType<EchoIn>();
        (ours.To, ours.Text, ours.Post, ours.ReplyToExternalId, ours.Visibility, ours.MayBeOurs).ShouldBe((null, "Et en vert ?", Video, $"{Video}/7203946942097902849", Visibility.Public, true));
        Read("comment-own-reply").Single().ShouldBeOfType<EchoIn>();
        Read("comment", learned: new() { ["voice"] = Zoe }).ShouldBeEmpty("What it says to nobody in particular asks for nothing.");
    }

    [Fact]
    public void Another_account_of_the_same_app_is_none_of_ours()
    {
        Read("text", learned: new() { ["account"] = "-000maisonlune" }).ShouldHaveSingleItem();
        foreach (var sample in new[] { "text", "comment", "revoked", "read" }) Read(sample, learned: new() { ["account"] = "-000another" }).ShouldBeEmpty(sample);
    }

    [Fact]
    public void Who_wants_only_one_of_the_two_sees_only_that()
    {
        foreach (var sample in new[] { "text", "sent", "stripped", "read", "unknown-event" }) Read(sample, new TikTokSettings { Messages = false }).ShouldBeEmpty(sample);
        foreach (var sample in new[] { "comment", "comment-hidden" }) Read(sample, new TikTokSettings { Comments = false }).ShouldBeEmpty(sample);
        Read("comment", new TikTokSettings { Messages = false }).ShouldHaveSingleItem();
        Kind().CapabilitiesOf(Channel(new TikTokSettings { Comments = false })).Public.ShouldBeNull();
    }

    [Theory]
    [InlineData("im_receive_msg", """{"from_user":{"id":"2"},"to_user":{"id":"1"},"message_id":"7","type":"text","text":{"body":"x"}}""", true)]
    [InlineData("im_receive_msg", """{"from_user":{"id":"1"},"to_user":{"id":"2"},"message_id":"7","type":"text","text":{"body":"x"}}""", false)]
    [InlineData("im_send_msg", """{"from_user":{"id":"2"},"to_user":{"id":"1"},"message_id":"7","type":"text","text":{"body":"x"}}""", true)]
    [InlineData("im_send_msg", """{"from_user":{"id":"1"},"to_user":{"id":"2"},"message_id":"7","type":"text","text":{"body":"x"}}""", false)]
    public void Who_wrote_to_whom_decides_and_not_what_it_is_called(string name, string content, bool isIn)
    {
        var call = new JsonObject { ["event"] = name, ["user_openid"] = "1", ["content"] = content };
        var fact = Kind().Read(Channel(new TikTokSettings()), Encoding.UTF8.GetBytes(call.ToJsonString()), CameAt).ShouldHaveSingleItem();
        (fact is MessageIn).ShouldBe(isIn);
        (fact is MessageIn message ? message.From : ((EchoIn)fact).To!).Ids.ShouldBe(["2"]);
        fact.At.ShouldBe(CameAt);
    }

    private static TikTokChannel Kind()
    {
        var services = new ServiceCollection().BuildServiceProvider();
        return new(new RecordedProvider(), new ChannelMemory(services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System), new EphemeralDataProtectionProvider(), TimeProvider.System);
    }

    private static ConnectedChannel Channel(TikTokSettings settings) => new(Guid.Empty, Guid.Empty, "tiktok", "TikTok", settings);

    private static Inbound[] Read(string sample, TikTokSettings? settings = null, Dictionary<string, string>? learned = null)
    {
        var text = SourceTree.Files("tests/Relais.Tests/Channels/TikTok/samples", ".json").Single(file => Path.GetFileName(file.Path) == $"{sample}.json").Text;
        return [.. Kind().Read(Channel(settings ?? new()) with { Learned = new ReadOnlyDictionary<string, string>(learned ?? []) }, Encoding.UTF8.GetBytes(text), CameAt)];
    }
}
