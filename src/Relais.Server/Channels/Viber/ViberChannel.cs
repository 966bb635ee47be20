using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Channels.Viber;

/// <summary>Viber through its REST API: one bot is one channel.</summary>
public sealed class ViberChannel(IHttpClientFactory clients, SiteAddress site, ChannelMemory memory, TimeProvider clock) : ChannelKind<ViberSettings>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly Capabilities Abilities = new()
    {
        MaxText = ViberMessages.LongestText,
        MaxAttachments = 1,
        Files = ViberFiles.Limits,
        Choices = ViberMessages.Limits,
        DeliveredReceipts = true,
        ReadReceipts = true,
        Unknown = UnknownPolicy.Ask,
    };

    public override string Name => "viber";

    public override Capabilities CapabilitiesOf(ConnectedChannel channel) => Abilities;

    public override Verdict Verify(ConnectedChannel channel, DoorRequest request)
    {
        if (!ViberSignature.IsGenuine(SettingsOf(channel).AuthToken, request)) return new Verdict.Refused();

        var told = LooseJson.Try(request.Body.ToArray());
        return told["event"].Text switch
        {
            null => new Verdict.Malformed("This is no call of Viber's."),
            // Viber tries the address while we tell it.
            "webhook" => new Verdict.Answered(""),
            _ => new Verdict.Accepted(ViberReader.KeyOf(told, request.Body.Span)),
        };
    }

    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body) => Read(channel, body, clock.GetUtcNow());

    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body, DateTimeOffset cameAt) =>
        new ViberReader(cameAt).Read(LooseJson.Parse(body));

    public override Task<Check> Check(ConnectedChannel channel, Uri publicUrl, CancellationToken cancel) =>
        new ViberAccount(ApiOf(channel)).Check(new Uri(publicUrl, $"channels/{Name}/{channel.Id}"), cancel);

    public override Task<Delivery> Send(ConnectedChannel channel, Outgoing answer, CancellationToken cancel)
    {
        var messages = new ViberMessages(SettingsOf(channel), new ViberFiles(site), channel.Name);
        return new ViberSender(ApiOf(channel), messages, memory, channel.Id).Send(answer, cancel);
    }

    public override Task<Fetched> Fetch(ConnectedChannel channel, string reference, CancellationToken cancel) => ApiOf(channel).Download(reference, cancel);

    /// <summary>There is nothing to copy: Relais tells Viber itself where its door is.</summary>
    public override IReadOnlyDictionary<string, string> Connection(ConnectedChannel channel, Uri publicUrl) => new Dictionary<string, string>();

    public override void MapPages(RouteGroupBuilder pages) => ViberFiles.Map(pages);

    protected override ViberSettings Complete(ViberSettings settings) => settings with
    {
        AuthToken = settings.AuthToken.Trim(),
        SenderName = settings.SenderName.Trim(),
        ApiUrl = Uri.TryCreate(settings.ApiUrl, UriKind.Absolute, out _) ? settings.ApiUrl : new ViberSettings().ApiUrl,
    };

    private ViberApi ApiOf(ConnectedChannel channel)
    {
        var http = clients.CreateClient(GuardedHttpRegistration.ClientName);
        http.Timeout = Patience;
        return new ViberApi(new ProviderLine(http, "Viber"), SettingsOf(channel));
    }
}
