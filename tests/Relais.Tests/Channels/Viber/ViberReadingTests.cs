using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Server;
using Relais.Server.Channels;
using Relais.Server.Channels.Viber;
using Relais.Tests.Architecture;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Viber;

/// <summary>Every call as the fact it is.</summary>
[Trait("suite", "pure")]
public sealed class ViberReadingTests
{
    private const string Zoe = "01234567890A=";

    [Theory]
    [InlineData("text", MessageKind.Text, "Bonjour, où est mon colis ? 📦", null)]
    [InlineData("text-url", MessageKind.Text, "https://boutique.example.com/bougie", null)]
    [InlineData("text-url-and-words", MessageKind.Text, "Celle-ci ?\nhttps://boutique.example.com/bougie", null)]
    [InlineData("text-url-within-words", MessageKind.Text, "Voir https://boutique.example.com/bougie svp", null)]
    [InlineData("picture", MessageKind.Image, null, null)]
    [InlineData("picture-caption", MessageKind.Image, "Cassée", null)]
    [InlineData("picture-gone", MessageKind.Image, "Sans adresse", null)]
    [InlineData("video", MessageKind.Video, null, null)]
    [InlineData("file", MessageKind.Document, null, null)]
    [InlineData("sticker", MessageKind.Sticker, null, null)]
    [InlineData("sticker-odd", MessageKind.Sticker, null, null)]
    [InlineData("contact", MessageKind.Contacts, "Léa Petit", """{"contacts":[{"name":"Léa Petit","phones":[{"phone":"33612345678"}]}]}""")]
    [InlineData("contact-nameless", MessageKind.Contacts, "+33612345679", """{"contacts":[{"phones":[{"phone":"+33612345679"}]}]}""")]
    [InlineData("location", MessageKind.Location, "4 rue de la Paix, Paris", """{"address":"4 rue de la Paix, Paris","latitude":48.8698,"longitude":2.3311}""")]
    [InlineData("location-bare", MessageKind.Location, null, """{"latitude":48.8698,"longitude":2.3311}""")]
    [InlineData("unknown-type", MessageKind.Unsupported, "À voir", """{"type":"hologram"}""")]
    [InlineData("unknown-event", MessageKind.Unsupported, null, """{"type":"hologram_shown"}""")]
    [InlineData("unknown-event-by-id", MessageKind.Unsupported, null, """{"type":"client_status"}""")]
    [InlineData("subscribed", MessageKind.System, "✅", """{"type":"followed"}""")]
    [InlineData("unsubscribed", MessageKind.System, "🚫", """{"type":"blocked"}""")]
    [InlineData("conversation-started", MessageKind.System, "👋", """{"type":"opened"}""")]
    [InlineData("conversation-started-by-link", MessageKind.System, "👋", """{"type":"opened","referral":"vitrine"}""")]
    public void A_message_is_what_it_is(string sample, MessageKind kind, string? text, string? extra)
    {
        var message = Read(sample).ShouldHaveSingleItem().ShouldBeOfType<MessageIn>();

        (message.Kind, message.Text).ShouldBe((kind, text));
        JsonNode.DeepEquals(JsonNode.Parse(message.Extra ?? "null"), JsonNode.Parse(extra ?? "null")).ShouldBeTrue(message.Extra);
        message.From.Ids.ShouldBe([Zoe]);
        message.OnlyOfAcquaintances.ShouldBe(kind == MessageKind.System);
    }

    [Theory]
    [InlineData("picture", AttachmentKind.Image, "fissure.jpg", null, "https://dl-media.viber.com/1/share/2/long/vibes/icon/image/0x0/1a2b/fissure.jpg")]
    [InlineData("video", AttachmentKind.Video, null, "video/mp4", "https://dl-media.viber.com/3.mp4")]
    [InlineData("file", AttachmentKind.Document, "facture.pdf", null, "https://dl-media.viber.com/4.pdf")]
    [InlineData("sticker", AttachmentKind.Image, null, "image/png", "https://content.cdn.viber.com/stickers/ASVG/320/0046105.png")]
    [InlineData("sticker-by-number", AttachmentKind.Image, null, "image/png", "https://viber.github.io/docs/img/stickers/40133.png")]
    public void Its_file_is_known_by_where_it_lies(string sample, AttachmentKind kind, string? name, string? type, string reference) =>
        Read(sample).Cast<MessageIn>().Single().Files.ShouldBe([new InboundFile(kind, name, type, Reference: reference)]);

    [Theory]
    [InlineData("picture-gone")]
    [InlineData("sticker-odd")]
    [InlineData("contact")]
    public void What_has_no_file_brings_none(string sample) => Read(sample).Cast<MessageIn>().Single().Files.ShouldBeEmpty();

    [Fact]
    public void Name_picture_and_language_come_with_the_message_and_its_token_to_the_last_digit()
    {
        var message = Read("text").Cast<MessageIn>().Single();
        message.From.Profile.ShouldBe(new Profile("Zoé Martin", "https://media-direct.cdn.viber.com/download_photo?dlid=zoe", Language: "fr"));
        message.ExternalId.ShouldBe("5098034272017990001");
        message.At.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1795449600001));

        Read("text-nameless").Cast<MessageIn>().Single().From.ShouldSatisfyAllConditions(from => from.Ids.ShouldBe(["98765432100B="]), from => from.Profile.ShouldBe(new Profile()));
    }

    [Theory]
    [InlineData("delivered", DeliveryStatus.Delivered, null, null)]
    [InlineData("seen", DeliveryStatus.Read, null, null)]
    [InlineData("failed", DeliveryStatus.Failed, "undelivered", "failure description")]
    [InlineData("failed-without-reason", DeliveryStatus.Failed, "undelivered", "Viber gave no reason.")]
    public void A_receipt_speaks_of_our_message_by_its_token(string sample, DeliveryStatus status, string? code, string? reason)
    {
        var receipt = Read(sample).ShouldHaveSingleItem().ShouldBeOfType<StatusIn>();
        (receipt.Report.Status, receipt.Report.Code, receipt.Report.Reason).ShouldBe((status, code, reason));
        receipt.ExternalId.ShouldBe(JsonNode.Parse(Text(sample))!["message_token"]!.ToJsonString());
    }

    /// <summary>Each message of the samples, as Viber's own library understands it.</summary>
    [CheckedBy("viber-bot", "reads each message as we do")]
    [Fact]
    public async Task Viber_s_own_library_reads_the_same()
    {
        // Of a contact card it mixes up token and time.
        string[] samples = ["text", "text-url", "picture-caption", "video", "file", "sticker", "location", "unknown-type"];
        var said = JsonNode.Parse(await Referee.Ask("viber.mjs", "read", JsonSerializer.Serialize(samples.Select(Text))))!.AsArray();

        said[^1].ShouldBeNull("It knows no holograms.");
        foreach (var (sample, theirs) in samples.Zip(said.Select(one => one!)).SkipLast(1))
        {
            var ours = Read(sample).Cast<MessageIn>().Single();
            (theirs.Text("token"), theirs["at"]!.GetValue<long>(), theirs["person"]!.Text("id"), theirs["person"]!.Text("name"))
                .ShouldBe((ours.ExternalId, ours.At.ToUnixTimeMilliseconds(), ours.From.Ids.Single(), ours.From.Profile.Name));
        }

        said.SkipLast(1).Select(theirs => theirs!.Text("type")).ShouldBe(
            ["TextMessage", "UrlMessage", "PictureMessage", "VideoMessage", "FileMessage", "StickerMessage", "LocationMessage"]);
        (said[2]!["says"]!.Text("text"), said[2]!["says"]!.Text("media")).ShouldBe(("Cassée", Read("picture-caption").Cast<MessageIn>().Single().Files[0].Reference!));
    }

    private static string Text(string sample) =>
        SourceTree.Files("tests/Relais.Tests/Channels/Viber/samples", ".json").Single(file => Path.GetFileName(file.Path) == $"{sample}.json").Text;

    private static Inbound[] Read(string sample)
    {
        var site = new SiteAddress(new RelaisSettings { DataFolder = "nowhere" });
        using var services = new ServiceCollection().BuildServiceProvider();
        var memory = new ChannelMemory(services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System);
        var kind = new ViberChannel(new RecordedProvider(), site, memory, TimeProvider.System);
        return [.. kind.Read(new ConnectedChannel(Guid.Empty, Guid.Empty, "viber", "Viber", new ViberSettings()), Encoding.UTF8.GetBytes(Text(sample)))];
    }
}
