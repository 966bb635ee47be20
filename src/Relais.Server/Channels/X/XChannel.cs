using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Channels.X;

/// <summary>X, formerly Twitter, through its API: the direct messages of one account are one channel.</summary>
public sealed class XChannel(IHttpClientFactory clients, ChannelMemory memory, TimeProvider clock) : ChannelKind<XSettings>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PatienceWithFiles = TimeSpan.FromMinutes(1);

    private static readonly Capabilities Abilities = new()
    {
        MaxText = 10_000,
        MaxAttachments = 1,
        Files = XFiles.Limits,
        ReadReceipts = true,
        Unknown = UnknownPolicy.Ask,
        MessagesPerSecond = 1,
    };

    public override string Name => "x";

    public override bool Introduces => true;

    public override Capabilities CapabilitiesOf(ConnectedChannel channel) => Abilities;

    public override Verdict Verify(ConnectedChannel channel, DoorRequest request)
    {
        var secret = SettingsOf(channel).ConsumerSecret;
        if (HttpMethods.IsGet(request.Method)) return XSignature.Answer(secret, request.Query["crc_token"].ToString());
        if (!XSignature.IsGenuine(secret, request)) return new Verdict.Refused();

        var call = LooseJson.Try(request.Body.ToArray());
        return XReader.IsCall(call) ? new Verdict.Accepted(XReader.KeyOf(call, request.Body.Span)) : new Verdict.Malformed("This is no call of X's.");
    }

    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body) => Read(channel, body, clock.GetUtcNow());

    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body, DateTimeOffset cameAt) =>
        new XReader(SettingsOf(channel).OwnId, cameAt).Read(LooseJson.Parse(body));

    public override Task<Check> Check(ConnectedChannel channel, Uri publicUrl, CancellationToken cancel) =>
        new XAccount(ApiOf(channel, Patience)).Check(new Uri(publicUrl, $"channels/{Name}/{channel.Id}"), cancel);

    public override Task<Delivery> Send(ConnectedChannel channel, Outgoing answer, CancellationToken cancel)
    {
        var api = ApiOf(channel, answer.Files.Count > 0 ? PatienceWithFiles : Patience);
        return new XSender(api, new XFiles(api, memory, channel.Id, clock), clock).Send(answer, cancel);
    }

    public override Task<Fetched> Fetch(ConnectedChannel channel, string reference, CancellationToken cancel) =>
        ApiOf(channel, PatienceWithFiles).Download(reference, cancel);

    public override Task<Introduced> Introduce(ConnectedChannel channel, string externalId, CancellationToken cancel) =>
        XPeople.Introduce(ApiOf(channel, Patience), externalId, clock.GetUtcNow(), cancel);

    /// <summary>There is nothing to copy: Relais tells X itself where its door is.</summary>
    public override IReadOnlyDictionary<string, string> Connection(ConnectedChannel channel, Uri publicUrl) => new Dictionary<string, string>();

    protected override XSettings Complete(XSettings settings) => settings with
    {
        ConsumerKey = settings.ConsumerKey.Trim(),
        ConsumerSecret = settings.ConsumerSecret.Trim(),
        AccessToken = settings.AccessToken.Trim(),
        AccessTokenSecret = settings.AccessTokenSecret.Trim(),
        ApiUrl = Uri.TryCreate(settings.ApiUrl, UriKind.Absolute, out _) ? settings.ApiUrl : new XSettings().ApiUrl,
    };

    private XApi ApiOf(ConnectedChannel channel, TimeSpan patience)
    {
        var http = clients.CreateClient(GuardedHttpRegistration.ClientName);
        http.Timeout = patience;
        return new XApi(new ProviderLine(http, "X"), SettingsOf(channel), new XOAuth(SettingsOf(channel), clock));
    }
}
