using System.Security.Cryptography;
using Relais.Domain.Channels;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Channels.Meta;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Channels.WhatsApp;

/// <summary>WhatsApp through Meta's Cloud API: one business number is one channel.</summary>
public sealed class WhatsAppChannel(IHttpClientFactory clients, TimeProvider clock) : ChannelKind<WhatsAppSettings>
{
    private const long MB = 1024 * 1024;

    // Large files travel to Meta on a business line, too.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PatienceWithFiles = TimeSpan.FromMinutes(2);

    // Reading and typing marks wait in one line for all channels.
    private static readonly TimeSpan PatienceWithSignals = TimeSpan.FromSeconds(3);

    private static readonly Capabilities Abilities = new()
    {
        MaxText = 4096,
        MaxAttachments = 1,
        Files = new Dictionary<AttachmentKind, FileLimit>
        {
            [AttachmentKind.Image] = new(5 * MB, ["image/jpeg", "image/png", "image/webp"]),
            [AttachmentKind.Video] = new(16 * MB, ["video/mp4", "video/3gpp"]),
            [AttachmentKind.Audio] = new(16 * MB, ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"]),
            [AttachmentKind.Document] = new(WhatsAppMedia.LargestFile, []),
        },
        ReplyWindowHours = 24,
        Choices = WhatsAppChoices.Limits,
        Templates = true,
        WritesFirst = true,
        AsksConsent = true,
        ReplyTo = true,
        TypingOut = true,
        ReadOut = true,
        DeliveredReceipts = true,
        ReadReceipts = true,
        Reactions = ["👍", "❤️", "😂", "😮", "😢", "🙏"],
        Unknown = UnknownPolicy.Ask,
        MessagesPerSecond = 80,
    };

    public override string Name => "whatsapp";

    public override Capabilities CapabilitiesOf(ConnectedChannel channel) => Abilities;

    public override Verdict Verify(ConnectedChannel channel, DoorRequest request) =>
        MetaSignature.Judge(SettingsOf(channel).AppSecret, SettingsOf(channel).VerifyToken, request);

    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body) =>
        new WhatsAppReader(SettingsOf(channel), clock).Read(body.Span);

    public override bool IsLent(string id) => !WhatsAppPeople.IsUserId(id);

    public override bool IsSomebodyElse(IReadOnlyCollection<string> known, IReadOnlyCollection<string> told) => WhatsAppPeople.IsSomebodyElse(known, told);

    public override Reach ReachOf(string externalId) => new(WhatsAppPeople.IsUserId(externalId) ? null : Reach.NumberIn($"+{externalId}"));

    public override string? AddressOf(ConnectedChannel channel, Reach reach) => reach.Phone?[1..];

    public override Task<Delivery> Send(ConnectedChannel channel, Outgoing answer, CancellationToken cancel) =>
        new WhatsAppSender(GraphOf(channel, answer.Files.Count > 0 ? PatienceWithFiles : Patience)).Send(answer, cancel);

    public override async Task<string?> React(ConnectedChannel channel, Reacting reacting, CancellationToken cancel) =>
        (await new WhatsAppSender(GraphOf(channel, Patience)).React(reacting, cancel)).WhyNot;

    public override Task<Fetched> Fetch(ConnectedChannel channel, string reference, CancellationToken cancel) =>
        new WhatsAppMedia(GraphOf(channel, Patience)).Fetch(reference, cancel);

    public override async Task Tell(ConnectedChannel channel, Signal signal, CancellationToken cancel)
    {
        if (signal is { LastExternalId: { } newest } and not Signal.Typing { On: false })
        {
            var graph = GraphOf(channel, PatienceWithSignals);
            var read = new ReadRequest(newest, signal is Signal.Typing ? new TypingIndicator() : null);
            await graph.Post($"{graph.Number}/messages", read, WhatsAppJson.Default.ReadRequest, cancel);
        }
    }

    public override async Task<IReadOnlyList<Template>> Templates(ConnectedChannel channel, CancellationToken cancel) =>
        await new WhatsAppTemplates(GraphOf(channel, Patience)).All(cancel) switch
        {
            GraphReply<TemplatePage>.Answer { Succeeded: true, Body.Data: { } all } => [.. all.Select(WhatsAppTemplates.Offer).OfType<Template>()],
            GraphReply<TemplatePage>.Answer { Body.Error: { } error } => throw Unavailable(WhatsAppErrors.WordsOf(error)),
            GraphReply<TemplatePage>.Answer answer => throw Unavailable(answer.StatusWords),
            GraphReply<TemplatePage>.BadSettings bad => throw Unavailable(bad.Reason),
            GraphReply<TemplatePage>.NeverLeft never => throw Unavailable(never.Reason),
            GraphReply<TemplatePage>.Lost lost => throw Unavailable(lost.Reason),
            _ => throw new InvalidOperationException("An ending without a name."),
        };

    public override bool RefusesAll(string code) => WhatsAppErrors.ConcernsAll(code);

    public override Task<IReadOnlyList<Allowance>?> Allowances(ConnectedChannel channel, CancellationToken cancel)
    {
        var settings = SettingsOf(channel);
        return new MetaToken(new MetaGraph(Client(Patience), new MetaAccess(settings.ApiUrl, settings.ApiVersion, settings.PhoneNumberId, settings.AccessToken, ""))).Ask(cancel);
    }

    public override Task<Check> Check(ConnectedChannel channel, Uri publicUrl, CancellationToken cancel) =>
        new WhatsAppCheck(GraphOf(channel, Patience)).Run(cancel);

    public override IReadOnlyDictionary<string, string> Connection(ConnectedChannel channel, Uri publicUrl) =>
        new Dictionary<string, string>(base.Connection(channel, publicUrl)) { ["verifyToken"] = SettingsOf(channel).VerifyToken };

    protected override WhatsAppSettings Complete(WhatsAppSettings settings) => settings with
    {
        PhoneNumberId = settings.PhoneNumberId.Trim(),
        BusinessAccountId = settings.BusinessAccountId.Trim(),
        AccessToken = settings.AccessToken.Trim(),
        AppSecret = settings.AppSecret.Trim(),
        VerifyToken = settings.VerifyToken.Length > 0 ? settings.VerifyToken : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
        ApiUrl = Uri.TryCreate(settings.ApiUrl, UriKind.Absolute, out _) ? settings.ApiUrl : new WhatsAppSettings().ApiUrl,
        ApiVersion = string.IsNullOrWhiteSpace(settings.ApiVersion) ? new WhatsAppSettings().ApiVersion : settings.ApiVersion.Trim(),
    };

    private WhatsAppGraph GraphOf(ConnectedChannel channel, TimeSpan patience) => new(Client(patience), SettingsOf(channel));

    private HttpClient Client(TimeSpan patience)
    {
        var http = clients.CreateClient(GuardedHttpRegistration.ClientName);
        http.Timeout = patience;
        return http;
    }

    private static RuleViolation Unavailable(string reason) => new("templates.unavailable", $"WhatsApp does not list its templates now: {reason}");
}
