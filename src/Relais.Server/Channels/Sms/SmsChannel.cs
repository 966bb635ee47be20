using Relais.Domain.Channels;
using Relais.Domain.Conversations;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Channels.Sms;

/// <summary>Text messages through Twilio: one number, or one messaging service, is one channel.</summary>
public sealed class SmsChannel(IHttpClientFactory clients, SiteAddress site, TimeProvider clock) : ChannelKind<SmsSettings>
{
    private const long KB = 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly Capabilities Words = new()
    {
        MaxText = 1600,
        DeliveredReceipts = true,
        AsksConsent = true,
        Unknown = UnknownPolicy.Ask,
    };

    private static readonly Dictionary<AttachmentKind, FileLimit> Files = new()
    {
        [AttachmentKind.Image] = new(5 * KB * KB, ["image/jpeg", "image/png", "image/gif"]),
        [AttachmentKind.Video] = new(500 * KB, ["video/mp4", "video/3gpp"]),
        [AttachmentKind.Audio] = new(500 * KB, ["audio/mpeg", "audio/mp4", "audio/ogg", "audio/amr"]),
        [AttachmentKind.Document] = new(500 * KB, ["application/pdf", "text/vcard", "text/calendar"]),
    };

    public override string Name => "sms";

    public override BodyFormat Body => BodyFormat.Form;

    public override int MaxBodyBytes => 256 * 1024;

    public override Capabilities CapabilitiesOf(ConnectedChannel channel)
    {
        var settings = SettingsOf(channel);
        var can = Words with { MessagesPerSecond = double.Clamp(settings.MessagesPerSecond, 0.1, 1000), WritesFirst = settings.IsOfTelephones };
        return settings.SendsFiles ? can with { MaxAttachments = 10, Files = Files } : can;
    }

    public override Verdict Verify(ConnectedChannel channel, DoorRequest request)
    {
        if (!SmsSignature.IsGenuine(SettingsOf(channel).AuthToken, request)) return new Verdict.Refused();

        return SmsForm.Parse(request.Body).Key is { } key ? new Verdict.Accepted(key) : new Verdict.Malformed("This is neither a message nor a status.");
    }

    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body) => Read(channel, body, clock.GetUtcNow());

    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body, DateTimeOffset cameAt) => SmsReader.Read(SmsForm.Parse(body), cameAt);

    public override Task<Check> Check(ConnectedChannel channel, Uri publicUrl, CancellationToken cancel) =>
        new SmsAccount(ApiOf(channel), SettingsOf(channel)).Check(DoorOf(channel, publicUrl), cancel);

    public override Task<IReadOnlyList<Allowance>?> Allowances(ConnectedChannel channel, CancellationToken cancel) =>
        new SmsAccount(ApiOf(channel), SettingsOf(channel)).Balance(cancel);

    public override Reach ReachOf(string externalId) => new(SmsReader.NumberIn(externalId));

    public override string? AddressOf(ConnectedChannel channel, Reach reach) => reach.Phone;

    public override Task<Delivery> Send(ConnectedChannel channel, Outgoing answer, CancellationToken cancel) => SenderOf(channel).Send(answer, cancel);

    public override Task<Delivery?> Reconcile(ConnectedChannel channel, Outgoing answer, CancellationToken cancel) => SenderOf(channel).Reconcile(answer, cancel);

    public override Task<Fetched> Fetch(ConnectedChannel channel, string reference, CancellationToken cancel) => ApiOf(channel).Download(reference, cancel);

    protected override SmsSettings Complete(SmsSettings settings) => settings with
    {
        AccountSid = settings.AccountSid.Trim(),
        AuthToken = settings.AuthToken.Trim(),
        Sender = SenderIn(settings.Sender.Trim()),
        ApiKeySid = settings.ApiKeySid.Trim(),
        ApiKeySecret = settings.ApiKeySecret.Trim(),
        ApiUrl = Uri.TryCreate(settings.ApiUrl, UriKind.Absolute, out _) ? settings.ApiUrl : new SmsSettings().ApiUrl,
    };

    /// <summary>A number as people write it, with spaces, dots and brackets, as Twilio wants it.</summary>
    private static string SenderIn(string written) =>
        written.StartsWith('+') ? $"+{string.Concat(written.Where(char.IsAsciiDigit))}" : written;

    private Uri DoorOf(ConnectedChannel channel, Uri publicUrl) => new(publicUrl, $"channels/{Name}/{channel.Id}");

    private SmsSender SenderOf(ConnectedChannel channel) => new(ApiOf(channel), SettingsOf(channel), DoorOf(channel, site.Root));

    private SmsApi ApiOf(ConnectedChannel channel)
    {
        var http = clients.CreateClient(GuardedHttpRegistration.ClientName);
        http.Timeout = Patience;
        return new SmsApi(new ProviderLine(http, "Twilio"), SettingsOf(channel));
    }
}
