using System.Text;
using System.Text.Json.Nodes;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Channels.Sms;
using Relais.Tests.Architecture;

namespace Relais.Tests.Channels.Sms;

/// <summary>Every form of Twilio's as the fact it is.</summary>
[Trait("suite", "pure")]
public sealed class SmsReadingTests
{
    private static readonly DateTimeOffset Came = new(2026, 11, 23, 16, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("text", MessageKind.Text, "Bonjour, où est mon colis ? 1+1=2 & 50 %", "+33612345678", null)]
    [InlineData("from-short-code", MessageKind.Text, "Votre code : 1234", "36180", null)]
    [InlineData("from-name", MessageKind.Text, "Promo", "LABANQUE", null)]
    [InlineData("stop", MessageKind.Text, "STOP", "+33612345678", """{"optOut":"STOP"}""")]
    [InlineData("picture", MessageKind.Image, "Voici la fissure", "+33612345678", null)]
    [InlineData("two-files", MessageKind.Audio, null, "+33612345678", null)]
    [InlineData("empty", MessageKind.Unsupported, null, "+33612345678", null)]
    [InlineData("whatsapp", MessageKind.Text, "Bonjour", "whatsapp:+33612345678", null)]
    [InlineData("whatsapp-button", MessageKind.Button, "Oui, livrez", "whatsapp:+33612345678", """{"payload":"yes"}""")]
    [InlineData("whatsapp-place", MessageKind.Location, "Maison Lune, 4 rue de la Paix, Paris", "whatsapp:+33612345678", """{"name":"Maison Lune","address":"4 rue de la Paix, Paris","latitude":48.8698,"longitude":2.3311}""")]
    public void A_message_is_what_it_is(string sample, MessageKind kind, string? text, string from, string? extra)
    {
        var message = Read(sample).ShouldHaveSingleItem().ShouldBeOfType<MessageIn>();

        (message.Kind, message.Text, message.At).ShouldBe((kind, text, Came));
        message.From.Ids.ShouldBe([from]);
        message.From.Profile.Phone.ShouldBe(from.EndsWith("+33612345678", StringComparison.Ordinal) ? "+33612345678" : null);
        JsonNode.DeepEquals(message.Extra is null ? null : JsonNode.Parse(message.Extra), extra is null ? null : JsonNode.Parse(extra)).ShouldBeTrue(message.Extra);
        message.IsAutomatic.ShouldBe(sample == "stop");
    }

    [Theory]
    [InlineData("STOP", false)]
    [InlineData(" stop ", false)]
    [InlineData("Arrêt", false)]
    [InlineData("START", true)]
    [InlineData("Stop, j’ai une question", null)]
    [InlineData("Oui", null)]
    [InlineData("YES", null)]
    public void A_word_alone_ends_being_written_to_or_begins_it(string body, bool? consent) =>
        SmsReader.Read(SmsForm.Parse(Encoding.UTF8.GetBytes($"MessageSid=SM1&From=%2B33612345678&Body={Uri.EscapeDataString(body)}")), Came)
            .ShouldHaveSingleItem().ShouldBeOfType<MessageIn>().Consent.ShouldBe(consent);

    [Fact]
    public void The_word_an_account_chose_itself_is_told_by_Twilio() => ((MessageIn)Read("stop").Single()).Consent.ShouldBe(false);

    [Fact]
    public void Files_lie_at_Twilio_s_until_they_are_copied() =>
        ((MessageIn)Read("two-files").Single()).Files.ShouldBe(
        [
            new InboundFile(AttachmentKind.Audio, null, "audio/amr", "https://api.twilio.com/m/ME2"),
            new InboundFile(AttachmentKind.Document, null, "text/vcard", "https://api.twilio.com/m/ME3"),
        ]);

    [Theory]
    [InlineData("status-sent", DeliveryStatus.Sent, null)]
    [InlineData("status-delivered", DeliveryStatus.Delivered, null)]
    [InlineData("status-partially-delivered", DeliveryStatus.Delivered, null)]
    [InlineData("status-read", DeliveryStatus.Read, null)]
    [InlineData("status-canceled", DeliveryStatus.Failed, "refused")]
    [InlineData("status-undelivered", DeliveryStatus.Failed, "handset_unreachable")]
    [InlineData("status-failed", DeliveryStatus.Failed, "filtered")]
    [InlineData("status-failed-unknown", DeliveryStatus.Failed, "refused")]
    public void A_status_says_how_far_it_got_and_why_no_further(string sample, DeliveryStatus status, string? code)
    {
        var told = Read(sample).ShouldHaveSingleItem().ShouldBeOfType<StatusIn>();
        (told.Report.Status, told.Report.Code).ShouldBe((status, code));
        told.ExternalId.ShouldNotBeNull().ShouldStartWith("SM");
    }

    [Fact]
    public void What_an_administrator_must_mend_shows_on_the_channel() =>
        Read("status-failed-account").OfType<AccountIn>().Single().Problem.ShouldBe("account_suspended: (30002) Account suspended");

    private static Inbound[] Read(string sample)
    {
        var fields = JsonNode.Parse(SourceTree.Files("tests/Relais.Tests/Channels/Sms/samples", $"/{sample}.json").Single().Text)!.AsObject();
        var form = string.Join('&', fields.Select(one => $"{one.Key}={Uri.EscapeDataString(one.Value!.GetValue<string>())}"));
        return [.. SmsReader.Read(SmsForm.Parse(Encoding.UTF8.GetBytes(form)), Came)];
    }
}
