using System.Text.Json.Nodes;
using Relais.Domain.Channels;
using Relais.Domain.Conversations;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Channels.X;

/// <summary>X, formerly Twitter, through its API: one account is one channel, with its direct messages and what is said to it in public.</summary>
public sealed class XChannel(IHttpClientFactory clients, ChannelMemory memory, TimeProvider clock) : ChannelKind<XSettings>
{
    /// <summary>X sets no limit.</summary>
    private const int Month = 30 * 24;

    /// <summary>https://docs.x.com/x-api/getting-started/pricing</summary>
    private static readonly MessagePrice PriceOfMessage = new(0.015m, 0.015m, "USD");
    private static readonly MessagePrice PriceOfPost = new(0.015m, 0.2m, "USD");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PatienceWithFiles = TimeSpan.FromMinutes(1);

    private static readonly Capabilities Abilities = new()
    {
        MaxText = 10_000,
        MaxAttachments = 1,
        Files = XFiles.Limits,
        ReadReceipts = true,
        Unknown = UnknownPolicy.Ask,
        Price = PriceOfMessage,
        MessagesPerSecond = 1,
    };

    private static readonly Capabilities Posts = new()
    {
        MaxText = XThread.LongestPost,
        Counting = TextCounting.Weighted,
        MaxAttachments = 1,
        Files = XFiles.Limits,
        ReplyTo = true,
        Hiding = true,
        Deletes = Deletion.Ours,
        PrivateReplyHours = Month,
        Unknown = UnknownPolicy.Ask,
        Price = PriceOfPost,
    };

    private static readonly Capabilities InPublic = Abilities with { Public = Posts };

    private static readonly Capabilities InThreads = Abilities with { Public = Posts with { MaxText = XThread.Longest, SplitsAt = XThread.LongestPost } };

    public override string Name => "x";

    public override bool Introduces => true;

    public override Capabilities CapabilitiesOf(ConnectedChannel channel) => SettingsOf(channel) switch
    {
        { InPublic: false } => Abilities,
        { SplitsPosts: true } => InThreads,
        _ => InPublic,
    };

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
        new XReader(SettingsOf(channel).OwnId, SettingsOf(channel).InPublic, cameAt).Read(LooseJson.Parse(body));

    public override Task<Check> Check(ConnectedChannel channel, Uri publicUrl, CancellationToken cancel) =>
        new XAccount(ApiOf(channel, Patience), SettingsOf(channel).InPublic).Check(new Uri(publicUrl, $"channels/{Name}/{channel.Id}"), cancel);

    public override Task<IReadOnlyList<Allowance>?> Allowances(ConnectedChannel channel, CancellationToken cancel) =>
        new XUsage(ApiOf(channel, Patience), clock).Ask(cancel);

    public override Task<Delivery> Send(ConnectedChannel channel, Outgoing answer, CancellationToken cancel)
    {
        var api = ApiOf(channel, answer.Files.Count > 0 ? PatienceWithFiles : Patience);
        var parts = new XThread(CapabilitiesOf(channel).In(Visibility.Public), memory, channel.Id);
        return new XSender(api, new XFiles(api, memory, channel.Id, clock), parts, clock).Send(answer, cancel);
    }

    public override Task<Fetched> Fetch(ConnectedChannel channel, string reference, CancellationToken cancel) =>
        ApiOf(channel, PatienceWithFiles).Download(reference, cancel);

    public override Task<Introduced> Introduce(ConnectedChannel channel, string externalId, CancellationToken cancel) =>
        XPeople.Introduce(ApiOf(channel, Patience), externalId, clock.GetUtcNow(), cancel);

    /// <summary>Only below what the account wrote itself.</summary>
    public override async Task<string?> Hide(ConnectedChannel channel, string externalId, bool isHidden, CancellationToken cancel)
    {
        var reply = await ApiOf(channel, Patience).Put($"/2/tweets/{Uri.EscapeDataString(externalId)}/hidden", new JsonObject { ["hidden"] = isHidden }, cancel);
        return reply is Reply.Answer { Succeeded: true } answer && answer.Body["data"]["hidden"].IsTrue == isHidden ? null : XErrors.FailureOf(reply).Reason;
    }

    /// <summary>Only what the account wrote itself.</summary>
    public override async Task<string?> Delete(ConnectedChannel channel, Deleting deleting, CancellationToken cancel)
    {
        var reply = await ApiOf(channel, Patience).Delete($"/2/tweets/{Uri.EscapeDataString(deleting.ExternalId)}", cancel);
        return (reply is Reply.Answer { Succeeded: true } answer && answer.Body["data"]["deleted"].IsTrue) || XErrors.IsGone(reply) ? null : XErrors.FailureOf(reply).Reason;
    }

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
