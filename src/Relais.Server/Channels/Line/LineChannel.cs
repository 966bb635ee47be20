using System.Text.Json.Nodes;
using Relais.Domain.Channels;
using Relais.Domain.Conversations;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Channels.Line;

/// <summary>LINE through its Messaging API: one official account is one channel.</summary>
public sealed class LineChannel(IHttpClientFactory clients, SiteAddress site, TimeProvider clock) : ChannelKind<LineSettings>
{
    private const long MB = 1024 * 1024;

    /// <summary>The shortest LINE knows; an answer ends it.</summary>
    private const int TypingSeconds = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Reading and typing marks wait in one line for all channels.
    private static readonly TimeSpan PatienceWithSignals = TimeSpan.FromSeconds(3);

    private static readonly Capabilities Abilities = new()
    {
        MaxText = 5000,
        MaxAttachments = LineMessages.MostFiles,
        Files = new Dictionary<AttachmentKind, FileLimit>
        {
            [AttachmentKind.Image] = new(10 * MB, ["image/jpeg", "image/png"]),
            [AttachmentKind.Video] = new(200 * MB, ["video/mp4"]),
            [AttachmentKind.Audio] = new(200 * MB, ["audio/mpeg", "audio/mp4", "audio/x-m4a"]),
        },
        Choices = LineMessages.Limits,
        ReplyTo = true,
        AnswersRepeat = true,
        TypingOut = true,
        ReadOut = true,
        Unknown = UnknownPolicy.Resend,
        // LINE takes 2,000; no shop writes as fast.
        MessagesPerSecond = 200,
    };

    public override string Name => "line";

    public override bool Introduces => true;

    public override Capabilities CapabilitiesOf(ConnectedChannel channel) => Abilities;

    public override Verdict Verify(ConnectedChannel channel, DoorRequest request)
    {
        if (!LineSignature.IsGenuine(SettingsOf(channel).ChannelSecret, request)) return new Verdict.Refused();

        var call = LooseJson.Try(request.Body.ToArray());
        if (call["events"].Items.Any()) return new Verdict.Accepted(LineReader.KeyOf(call, request.Body.Span));

        // LINE's own button to try the address brings no events.
        return call["destination"].Text is not null ? new Verdict.Answered("") : new Verdict.Malformed("This is no call of LINE's.");
    }

    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body) => Read(channel, body, clock.GetUtcNow());

    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body, DateTimeOffset cameAt) =>
        new LineReader(cameAt).Read(LooseJson.Parse(body));

    public override Task<IReadOnlyList<Allowance>?> Allowances(ConnectedChannel channel, CancellationToken cancel) =>
        new LineQuota(ApiOf(channel, Patience), clock).Ask(cancel);

    public override Task<Check> Check(ConnectedChannel channel, Uri publicUrl, CancellationToken cancel) =>
        new LineAccount(ApiOf(channel, Patience)).Check(new Uri(publicUrl, $"channels/{Name}/{channel.Id}"), cancel);

    public override Task<Delivery> Send(ConnectedChannel channel, Outgoing answer, CancellationToken cancel) =>
        new LineSender(ApiOf(channel, Patience), new LineMessages(SettingsOf(channel), site)).Send(answer, cancel);

    /// <summary>A reference is the id of a message, or where the file lies outside LINE.</summary>
    public override Task<Fetched> Fetch(ConnectedChannel channel, string reference, CancellationToken cancel) =>
        Uri.TryCreate(reference, UriKind.Absolute, out var elsewhere) && elsewhere.Scheme == Uri.UriSchemeHttps
            ? ApiOf(channel, Patience).DownloadFromElsewhere(elsewhere, cancel)
            : ApiOf(channel, Patience).Download(reference, cancel);

    public override Task<Introduced> Introduce(ConnectedChannel channel, string externalId, CancellationToken cancel) =>
        new LinePeople(ApiOf(channel, Patience)).Introduce(externalId, cancel);

    /// <summary>Typing shows in a person's own chat only.</summary>
    public override async Task Tell(ConnectedChannel channel, Signal signal, CancellationToken cancel)
    {
        var api = ApiOf(channel, PatienceWithSignals);
        if (signal is Signal.Typing { On: true } && signal.To.LastOrDefault(LinePeople.IsPerson) is { } person)
            await api.Post("chat/loading/start", new JsonObject { ["chatId"] = person, ["loadingSeconds"] = TypingSeconds }, cancel);
        else if (signal is Signal.Read && LineContent.MarkAsReadTokenIn(signal.LastExtra) is { } token)
            await api.Post("chat/markAsRead", new JsonObject { ["markAsReadToken"] = token }, cancel);
    }

    public override void MapPages(RouteGroupBuilder pages) => LinePictures.Map(pages);

    protected override LineSettings Complete(LineSettings settings) => settings with
    {
        ChannelSecret = settings.ChannelSecret.Trim(),
        ChannelAccessToken = settings.ChannelAccessToken.Trim(),
        ApiUrl = Uri.TryCreate(settings.ApiUrl, UriKind.Absolute, out _) ? settings.ApiUrl : new LineSettings().ApiUrl,
    };

    private LineApi ApiOf(ConnectedChannel channel, TimeSpan patience)
    {
        var http = clients.CreateClient(GuardedHttpRegistration.ClientName);
        http.Timeout = patience;
        return new LineApi(new ProviderLine(http, "LINE"), SettingsOf(channel));
    }
}
