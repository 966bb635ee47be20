using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Channels.X;
using Relais.Tests.Architecture;

namespace Relais.Tests.Channels.X;

/// <summary>Every call as the fact it is.</summary>
[Trait("suite", "pure")]
public sealed class XReadingTests
{
    private const string Zoe = "2222222222222222222";
    private const string Picture = "https://ton.twitter.com/1.1/ton/data/dm/1218168691763924998/1218168684226711552/7WY9gUyS.jpg";

    private static readonly DateTimeOffset CameAt = new(2026, 11, 23, 15, 59, 59, TimeSpan.Zero);

    [Theory]
    [InlineData("text", MessageKind.Text, "Bonjour, où est mon colis ? 📦 <3 &amp; merci", null)]
    [InlineData("text-link", MessageKind.Text, "Voir https://boutique.example.com/bougie svp", null)]
    [InlineData("photo", MessageKind.Image, "Cassée !", null)]
    [InlineData("photo-alone", MessageKind.Image, null, null)]
    [InlineData("video", MessageKind.Video, null, null)]
    [InlineData("gif", MessageKind.Video, null, null)]
    [InlineData("media-unknown", MessageKind.Unsupported, "À voir", """{"type":"hologram"}""")]
    [InlineData("attachment-unknown", MessageKind.Unsupported, "À voir aussi", """{"type":"hologram"}""")]
    [InlineData("place", MessageKind.Location, "Paris, France", """{"name":"Paris, France"}""")]
    [InlineData("coordinate", MessageKind.Location, "Ici", """{"latitude":48.8698,"longitude":2.3311}""")]
    [InlineData("quick-reply", MessageKind.Interactive, "Oui", """{"id":"oui_1"}""")]
    [InlineData("without-users", MessageKind.Text, "Sans nom", null)]
    [InlineData("encrypted", MessageKind.Unsupported, "🔒", """{"type":"encrypted"}""")]
    [InlineData("unknown-event", MessageKind.Unsupported, null, """{"type":"hologram.shown"}""")]
    [InlineData("account-text", MessageKind.Text, "Par l’autre porte", null)]
    public void A_message_is_what_it_is(string sample, MessageKind kind, string? text, string? extra)
    {
        var message = Read(sample).ShouldHaveSingleItem().ShouldBeOfType<MessageIn>();

        (message.Kind, message.Text).ShouldBe((kind, text));
        JsonNode.DeepEquals(JsonNode.Parse(message.Extra ?? "null"), JsonNode.Parse(extra ?? "null")).ShouldBeTrue(message.Extra);
        message.From.Ids.ShouldBe([Zoe]);
        message.Visibility.ShouldBe(Visibility.Private);
    }

    [Theory]
    [InlineData("photo", AttachmentKind.Image, null, Picture)]
    [InlineData("video", AttachmentKind.Video, "video/mp4", "https://video.twimg.com/dm_video/1/vid/640x360/high.mp4")]
    [InlineData("gif", AttachmentKind.Video, "video/mp4", "https://video.twimg.com/dm_gif/1/a.mp4")]
    [InlineData("video-without-film", AttachmentKind.Video, "video/mp4", null)]
    public void Its_file_is_known_by_where_it_lies_the_best_of_several(string sample, AttachmentKind kind, string? type, string? reference)
    {
        var files = Read(sample).Cast<MessageIn>().Single().Files;
        if (reference is null) files.ShouldBeEmpty();
        else files.ShouldBe([new InboundFile(kind, null, type, Reference: reference)]);
    }

    [Theory]
    [InlineData("text", "Zoé Martin", "zoe_martin")]
    [InlineData("account-text", "Zoé Martin", "zoe_martin")]
    [InlineData("encrypted-named", "Zoé Martin", "zoe_martin")]
    [InlineData("unknown-event", "Zoé Martin", "zoe_martin")]
    [InlineData("without-users", null, null)]
    [InlineData("encrypted", null, null)]
    public void People_come_beside_what_they_said_in_either_spelling(string sample, string? name, string? username)
    {
        var profile = Read(sample).Cast<MessageIn>().Single().From.Profile;
        (profile.Name, profile.Attributes.GetValueOrDefault("username")).ShouldBe((name, username));
        profile.AvatarUrl.ShouldBe(name is null ? null : "https://pbs.twimg.com/profile_images/1/zoe_normal.jpg");
    }

    [Theory]
    [InlineData("sent", "Il arrive demain", true)]
    [InlineData("account-sent", "Écrit dans l’appli", true)]
    [InlineData("encrypted-sent", "🔒", false)]
    public void What_the_account_wrote_itself_is_an_echo_to_the_other(string sample, string text, bool mayBeOurs)
    {
        var echo = Read(sample).ShouldHaveSingleItem().ShouldBeOfType<EchoIn>();
        (echo.To!.Ids.Single(), echo.Text, echo.MayBeOurs).ShouldBe((Zoe, text, mayBeOurs));
    }

    [Fact]
    public void Several_events_are_read_in_their_order_and_times_are_X_s()
    {
        Read("several").Cast<MessageIn>().Select(message => message.Text).ShouldBe(["un", "deux"]);
        Read("in-a-list").Cast<MessageIn>().Select(message => message.Text).ShouldBe(["trois", "quatre"]);
        var message = Read("text").Cast<MessageIn>().Single();
        (message.ExternalId, message.At).ShouldBe(("2080765901528535001", DateTimeOffset.FromUnixTimeMilliseconds(1795449600001)));
        Read("encrypted").Single().At.ShouldBe(CameAt);
    }

    [Theory]
    [InlineData("read", 1795449700)]
    [InlineData("account-read", 1795449800)]
    public void Reading_is_told_of_him_who_read(string sample, long at)
    {
        var read = Read(sample).ShouldHaveSingleItem().ShouldBeOfType<ReadIn>();
        (read.From.Ids.Single(), read.At).ShouldBe((Zoe, DateTimeOffset.FromUnixTimeSeconds(at)));
    }

    [Theory]
    [InlineData("revoked")]
    [InlineData("account-revoked")]
    public void A_permission_taken_back_shows_on_the_channel(string sample) =>
        Read(sample).ShouldHaveSingleItem().ShouldBeOfType<AccountIn>().Problem.ShouldBe("revoked: The account has taken the app's permission back.");

    private static Inbound[] Read(string sample)
    {
        var text = SourceTree.Files("tests/Relais.Tests/Channels/X/samples", ".json").Single(file => Path.GetFileName(file.Path) == $"{sample}.json").Text;
        using var services = new ServiceCollection().BuildServiceProvider();
        var memory = new ChannelMemory(services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System);
        var channel = new ConnectedChannel(Guid.Empty, Guid.Empty, "x", "X", new XSettings { AccessToken = "1111111111111111111-token" });
        return [.. new XChannel(new RecordedProvider(), memory, TimeProvider.System).Read(channel, Encoding.UTF8.GetBytes(text), CameAt)];
    }
}
