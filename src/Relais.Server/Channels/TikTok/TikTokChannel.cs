using Microsoft.AspNetCore.DataProtection;
using Relais.Domain.Channels;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Channels.TikTok;

/// <summary>A TikTok business account: its direct messages, and the comments under its videos. One account is one channel.</summary>
public sealed class TikTokChannel(IHttpClientFactory clients, ChannelMemory memory, IDataProtectionProvider protection, TimeProvider clock) : ChannelKind<TikTokSettings>
{
    private const int Window = 48;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PatienceWithFiles = TimeSpan.FromMinutes(1);

    // Reading and typing marks wait in one line for all channels.
    private static readonly TimeSpan PatienceWithSignals = TimeSpan.FromSeconds(3);

    private static readonly Capabilities Abilities = new()
    {
        MaxText = TikTokSender.LongestText,
        MaxAttachments = 1,
        Files = TikTokFiles.Limits,
        ReplyWindowHours = Window,
        Choices = new(TikTokSender.MostChoices, TikTokSender.LongestChoice, TikTokSender.LongestQuestion),
        ReplyTo = true,
        TypingOut = true,
        ReadOut = true,
        ReadReceipts = true,
        Unknown = UnknownPolicy.Ask,
        MessagesPerSecond = 10,
    };

    private static readonly Capabilities UnderVideos = new()
    {
        MaxText = 1200,
        ReplyTo = true,
        Removals = true,
        Reactions = ["❤️"],
        Hiding = true,
        Deletes = Deletion.Ours,
        Unknown = UnknownPolicy.Ask,
        // Forty a minute.
        MessagesPerSecond = 0.66,
    };

    private readonly RenewedTokens tokens = new(memory, protection, clock, "tiktok-tokens");

    public override string Name => "tiktok";

    public override bool Introduces => true;

    public override bool ShowsPosts => true;

    public override Capabilities CapabilitiesOf(ConnectedChannel channel) => Abilities with { Public = SettingsOf(channel).Comments ? UnderVideos : null };

    public override Verdict Verify(ConnectedChannel channel, DoorRequest request)
    {
        if (!TikTokSignature.IsGenuine(SettingsOf(channel).AppSecret, request, clock.GetUtcNow())) return new Verdict.Refused();

        var call = LooseJson.Try(request.Body.ToArray());
        return TikTokReader.IsCall(call) ? new Verdict.Accepted(TikTokReader.KeyOf(call)) : new Verdict.Malformed("This is no call of TikTok's.");
    }

    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body) => Read(channel, body, clock.GetUtcNow());

    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body, DateTimeOffset cameAt) =>
        [.. new TikTokReader(SettingsOf(channel), channel.Learned, cameAt).Read(LooseJson.Parse(body))];

    public override Task<Check> Check(ConnectedChannel channel, Uri publicUrl, CancellationToken cancel) =>
        new TikTokAccount(ApiOf(channel, Patience), SettingsOf(channel)).Check(new Uri(publicUrl, $"channels/{Name}/{channel.Id}"), cancel);

    /// <summary>Renewed at least once a day, access ends a year after the account's consent was last renewed.</summary>
    public override async Task<IReadOnlyList<Allowance>?> Allowances(ConnectedChannel channel, CancellationToken cancel) =>
        (await TokensOf(channel).Access(null, cancel)).Token is { RefreshUntil: { } end } ? [new Allowance(Allowance.Access) { Until = end }] : null;

    public override Task<Delivery> Send(ConnectedChannel channel, Outgoing answer, CancellationToken cancel) => answer.Post is not null
        ? Comments(channel).Send(answer, cancel)
        : new TikTokSender(ApiOf(channel, answer.Files.Count > 0 ? PatienceWithFiles : Patience), memory, channel.Id).Send(answer, cancel);

    public override Task<Fetched> Fetch(ConnectedChannel channel, string reference, CancellationToken cancel) =>
        new TikTokFiles(ApiOf(channel, PatienceWithFiles)).Fetch(reference, cancel);

    public override Task<Introduced> Introduce(ConnectedChannel channel, string externalId, string? saidIn, CancellationToken cancel) =>
        new TikTokPeople(ApiOf(channel, Patience), memory, channel.Id).Introduce(externalId, saidIn, cancel);

    public override Task<ShownPost> ShowPost(ConnectedChannel channel, string post, CancellationToken cancel) => Comments(channel).Show(post, cancel);

    public override Task<string?> Hide(ConnectedChannel channel, string externalId, bool isHidden, CancellationToken cancel) => Comments(channel).Hide(externalId, isHidden, cancel);

    public override Task<string?> Delete(ConnectedChannel channel, Deleting deleting, CancellationToken cancel) => Comments(channel).Delete(deleting.ExternalId, cancel);

    public override Task<string?> React(ConnectedChannel channel, Reacting reacting, CancellationToken cancel) => Comments(channel).Like(reacting.ExternalId, reacting.Emoji is not null, cancel);

    public override Task Tell(ConnectedChannel channel, Signal signal, CancellationToken cancel) =>
        new TikTokSender(ApiOf(channel, PatienceWithSignals), memory, channel.Id).Tell(signal, cancel);

    /// <summary>There is nothing to copy: Relais tells TikTok itself where its door is.</summary>
    public override IReadOnlyDictionary<string, string> Connection(ConnectedChannel channel, Uri publicUrl) => new Dictionary<string, string>();

    protected override TikTokSettings Complete(TikTokSettings settings) => settings with
    {
        AppId = settings.AppId.Trim(),
        AppSecret = settings.AppSecret.Trim(),
        Consent = settings.Consent.Trim(),
        ApiUrl = Uri.TryCreate(settings.ApiUrl, UriKind.Absolute, out _) ? settings.ApiUrl : new TikTokSettings().ApiUrl,
    };

    private TikTokComments Comments(ConnectedChannel channel) => new(ApiOf(channel, Patience), memory, channel);

    private TikTokApi ApiOf(ConnectedChannel channel, TimeSpan patience)
    {
        var http = clients.CreateClient(GuardedHttpRegistration.ClientName);
        http.Timeout = patience;
        return new TikTokApi(new ProviderLine(http, "TikTok"), SettingsOf(channel), TokensOf(channel));
    }

    /// <summary>Who signals is in a hurry; a renewal never is, for its answer may be the only one.</summary>
    private TikTokTokens TokensOf(ConnectedChannel channel)
    {
        var http = clients.CreateClient(GuardedHttpRegistration.ClientName);
        http.Timeout = PatienceWithFiles;
        return new TikTokTokens(new ProviderLine(http, "TikTok"), tokens, memory, channel, clock);
    }
}
