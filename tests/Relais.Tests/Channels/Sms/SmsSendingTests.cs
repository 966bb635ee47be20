using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Time.Testing;
using Relais.Domain.Conversations;
using Relais.Server;
using Relais.Server.Channels;
using Relais.Server.Channels.Sms;

namespace Relais.Tests.Channels.Sms;

/// <summary>What Twilio is asked to send, and what it is asked when its answer got lost.</summary>
[Trait("suite", "pure")]
public sealed class SmsSendingTests
{
    private static readonly DateTimeOffset Written = new(2026, 11, 23, 16, 0, 0, TimeSpan.Zero);

    private readonly RecordedProvider provider = new() { Next = RecordedAnswer.Of(201, """{"sid":"SM501","status":"queued"}""") };

    [Fact]
    public async Task Words_go_to_the_number_and_their_fate_is_reported_at_our_door()
    {
        var channel = Channel();
        (await Kind().Send(channel, Answer(), Stop)).ShouldBe(new Delivery.Sent("SM501"));

        var asked = provider.Asked.ShouldHaveSingleItem();
        asked.Address.ToString().ShouldBe("https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json");
        asked.Authorization.ShouldBe($"Basic {Convert.ToBase64String("AC1:token"u8)}");
        Form(asked).ShouldBe($"Body=Il arrive demain|From=+33700000001|StatusCallback=https://relais.example.com/channels/sms/{channel.Id}|To=+33612345678");
    }

    [Fact]
    public async Task A_messaging_service_chooses_the_number_and_a_door_nobody_can_call_is_not_named()
    {
        await Kind("http://localhost:5080").Send(Channel(new SmsSettings { AccountSid = "AC1", AuthToken = "token", Sender = "MG7" }), Answer(), Stop);
        Form(provider.Asked.Single()).ShouldBe("Body=Il arrive demain|MessagingServiceSid=MG7|To=+33612345678");
    }

    [Fact]
    public async Task Files_are_fetched_by_Twilio_where_it_can()
    {
        await Kind().Send(Channel(), Answer() with { Files = [File("https://relais.example.com/a"), File("https://relais.example.com/b")] }, Stop);
        Form(provider.Asked.Single()).ShouldContain("MediaUrl=https://relais.example.com/a,https://relais.example.com/b");

        (await Kind().Send(Channel(), Answer() with { Files = [File("http://localhost:5080/a")] }, Stop)).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("media_not_public");
        (await Kind().Send(Channel(), Answer() with { To = [] }, Stop)).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("no_address");
        provider.Asked.ShouldHaveSingleItem();
    }

    [Fact]
    public void Files_are_offered_only_where_the_number_can_send_them()
    {
        Kind().CapabilitiesOf(Channel()).MaxAttachments.ShouldBe(0);
        var can = Kind().CapabilitiesOf(Channel(new SmsSettings { SendsFiles = true, MessagesPerSecond = 0 }));
        (can.MaxAttachments, can.MessagesPerSecond).ShouldBe((10, 0.1));
    }

    [Theory]
    [InlineData("""[{"sid":"SM1","direction":"outbound-api","body":"Il arrive demain","date_created":"Mon, 23 Nov 2026 16:00:07 +0000"}]""", "SM1")]
    [InlineData("""[{"sid":"SM1","direction":"outbound-api","body":"Il arrive demain ","date_created":"Mon, 23 Nov 2026 16:00:07 +0000"},{"sid":"SM0","direction":"outbound-api","body":"Il arrive demain","date_created":"Mon, 23 Nov 2026 15:00:07 +0000"}]""", "SM1")]
    [InlineData("""[{"sid":"SM1","direction":"outbound-api","body":"Il arrive demain","date_created":"Mon, 23 Nov 2026 15:59:50 +0000"}]""", null)]
    [InlineData("""[{"sid":"SM1","direction":"inbound","body":"Il arrive demain","date_created":"Mon, 23 Nov 2026 16:00:07 +0000"}]""", null)]
    [InlineData("""[{"sid":"SM1","direction":"outbound-api","body":"Autre chose","date_created":"Mon, 23 Nov 2026 16:00:07 +0000"}]""", null)]
    [InlineData("""[{"sid":"SM1","direction":"outbound-api","body":"Il arrive demain","date_created":"Mon, 23 Nov 2026 16:00:07 +0000"},{"sid":"SM2","direction":"outbound-api","body":"Il arrive demain","date_created":"Mon, 23 Nov 2026 16:00:09 +0000"}]""", null)]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    public async Task A_lost_answer_is_looked_up_among_what_Twilio_took(string messages, string? sid)
    {
        provider.Next = RecordedAnswer.Of(200, $"{{\"messages\":{messages}}}");
        (await Kind().Reconcile(Channel(), Answer(), Stop)).ShouldBe(sid is null ? null : new Delivery.Sent(sid));
        provider.Asked.Single().Address.Query.ShouldBe("?To=%2B33612345678&From=%2B33700000001&PageSize=50");
    }

    [Fact]
    public async Task A_file_is_copied_from_Twilio_alone_with_our_token()
    {
        provider.Next = RecordedAnswer.Of(200, "\"bytes\"");
        (await Kind().Fetch(Channel(), "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1", Stop)).ShouldBeOfType<Fetched.File>();
        provider.Asked.Single().Authorization.ShouldNotBeNull();
        foreach (var stranger in new[] { "https://api.twilio.com.evil.example/x", "http://api.twilio.com/x", "https://api.twilio.com:8443/x", "nonsense" })
            (await Kind().Fetch(Channel(), stranger, Stop)).ShouldBeOfType<Fetched.Gone>(stranger);
        provider.Asked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Where_Twilio_sends_us_on_nobody_sees_the_token()
    {
        provider.Answers = asked => asked.Address.Host == "api.twilio.com" ? new RecordedAnswer { Status = 307, Headers = new Dictionary<string, string> { ["Location"] = "https://media.example/ME1" } } : RecordedAnswer.Of(200, "\"bytes\"");
        var file = (await Kind().Fetch(Channel(), "https://api.twilio.com/m/ME1", Stop)).ShouldBeOfType<Fetched.File>();
        await file.Content.DisposeAsync();
        provider.Asked.Select(asked => (asked.Address.Host, asked.Authorization is null)).ShouldBe([("api.twilio.com", false), ("media.example", true)]);
    }

    [Fact]
    public void A_number_is_taken_as_people_write_it() =>
        ((SmsSettings)Kind().Complete(new SmsSettings { Sender = " +33 7 00.00 (00) 01" })).Sender.ShouldBe("+33700000001");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private SmsChannel Kind(string publicUrl = "https://relais.example.com") =>
        new(provider, new SiteAddress(new RelaisSettings { DataFolder = "nowhere", PublicUrl = new Uri(publicUrl) }), new FakeTimeProvider());

    private static ConnectedChannel Channel(SmsSettings? settings = null) => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), "sms", "SMS Maison Lune", settings ?? new SmsSettings { AccountSid = "AC1", AuthToken = "token", Sender = "+33700000001" });

    private static Outgoing Answer() => new(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), ["+33612345678"], "Il arrive demain", "Ana") { At = Written };

    private static OutgoingFile File(string url) => new(AttachmentKind.Image, "bon.png", "image/png", 3, url, _ => Task.FromResult(Stream.Null));

    private static string Form(Asked asked) =>
        string.Join('|', QueryHelpers.ParseQuery(asked.Body).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}={one.Value}"));
}
