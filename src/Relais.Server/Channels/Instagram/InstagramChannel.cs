using System.Security.Cryptography;
using Relais.Domain.Channels;
using Relais.Domain.Conversations;
using Relais.Server.Channels.Meta;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Channels.Instagram;

/// <summary>A professional Instagram account: its direct messages, with answers to its stories and mentions in others', the comments under its posts, and where others mention it. One account is one channel.</summary>
public sealed class InstagramChannel(IHttpClientFactory clients, ChannelMemory memory, TimeProvider clock) : ChannelKind<InstagramSettings>
{
    private const long MB = 1024 * 1024;
    private const int Day = 24;

    /// <summary>Of the 1,000 bytes Instagram takes, so many letters leave room for usual accents; what is more all the same is refused when it is sent.</summary>
    private const int LongestText = 900;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Meta fetches a file before it answers.
    private static readonly TimeSpan PatienceWithFiles = TimeSpan.FromMinutes(1);

    // Reading and typing marks wait in one line for all channels.
    private static readonly TimeSpan PatienceWithSignals = TimeSpan.FromSeconds(3);

    private static readonly Capabilities Abilities = new()
    {
        MaxText = LongestText,
        MaxAttachments = 1,
        Files = new Dictionary<AttachmentKind, FileLimit>
        {
            [AttachmentKind.Image] = new(8 * MB, ["image/jpeg", "image/png"]),
            [AttachmentKind.Video] = new(25 * MB, ["video/mp4", "video/ogg", "video/x-msvideo", "video/quicktime", "video/webm"]),
            [AttachmentKind.Audio] = new(25 * MB, ["audio/aac", "audio/mp4", "audio/x-m4a", "audio/wav", "audio/x-wav"]),
            [AttachmentKind.Document] = new(25 * MB, ["application/pdf"]),
        },
        ReplyWindowHours = Day,
        Choices = new(Max: 13, MaxLabel: 20, MaxText: LongestText),
        ReplyTo = true,
        Reactions = ["❤️"],
        TypingOut = true,
        ReadOut = true,
        ReadReceipts = true,
        Unknown = UnknownPolicy.Ask,
        // Instagram takes 100; 72,000 messages in a while close the inbox.
        MessagesPerSecond = 40,
    };

    private static readonly Capabilities Comments = new()
    {
        MaxText = 2200,
        ReplyTo = true,
        Hiding = true,
        Deletes = Deletion.All,
        PrivateReplyHours = 7 * Day,
        Unknown = UnknownPolicy.Ask,
        MessagesPerSecond = 5,
    };

    public override string Name => "instagram";

    public override bool Introduces => true;

    public override Capabilities CapabilitiesOf(ConnectedChannel channel) => Abilities with
    {
        ReplyWindowHours = SettingsOf(channel).HumanAgent ? 7 * Day : Day,
        Public = SettingsOf(channel).Comments ? Comments : null,
    };

    public override Verdict Verify(ConnectedChannel channel, DoorRequest request) =>
        MetaSignature.Judge(SettingsOf(channel).AppSecret, SettingsOf(channel).VerifyToken, request);

    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body) => Read(channel, body, clock.GetUtcNow());

    /// <summary>A call may tell of several accounts; each has a channel, and so a door, of its own.</summary>
    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body, DateTimeOffset cameAt)
    {
        var settings = SettingsOf(channel);
        var call = LooseJson.Parse(body);
        var (inbox, wall) = (new MetaReader(settings.AccountId, cameAt) { EchoesMayBeOurs = true }, new InstagramWall(settings.AccountId));
        return [.. from entry in call["entry"].Items
                   where call["object"].Text == "instagram" && entry["id"].Text == settings.AccountId
                   let sentAt = entry["time"].Instant
                   from it in InstagramEnvelope.Open(entry)
                   from fact in Told(it.Field, it.Told, sentAt)
                   select fact];

        IEnumerable<Inbound> Told(string? field, LooseJson told, DateTimeOffset? sentAt) => field switch
        {
            InstagramEnvelope.Comments => settings.Comments ? wall.Read(told, sentAt ?? cameAt) : [],
            InstagramEnvelope.Mentions => settings.Mentions ? InstagramMention.Read(told, sentAt ?? cameAt) : [],
            _ => inbox.Read(told, sentAt),
        };
    }

    public override Task<IReadOnlyList<Allowance>?> Allowances(ConnectedChannel channel, CancellationToken cancel) =>
        SettingsOf(channel).IsByPage ? new MetaToken(GraphOf(channel, Patience)).Ask(cancel) : TokenOf(channel).Ask(cancel);

    public override async Task<object?> Renew(ConnectedChannel channel, CancellationToken cancel)
    {
        var settings = SettingsOf(channel);
        return !settings.IsByPage && await TokenOf(channel).Renew(cancel) is { } token ? settings with { AccessToken = token } : null;
    }

    public override Task<Check> Check(ConnectedChannel channel, Uri publicUrl, CancellationToken cancel) =>
        new InstagramAccount(GraphOf(channel, Patience), SettingsOf(channel)).Check(cancel);

    public override Task<Delivery> Send(ConnectedChannel channel, Outgoing answer, CancellationToken cancel) => answer.Post is not null
        ? CommentsOf(channel).Send(answer, cancel)
        : new MetaSender(GraphOf(channel, answer.Files.Count > 0 ? PatienceWithFiles : Patience), SettingsOf(channel).HumanAgent, memory, channel.Id) { Manner = MetaManner.Account }
            .Send(answer, cancel);

    public override Task<Fetched> Fetch(ConnectedChannel channel, string reference, CancellationToken cancel) =>
        new MetaFiles(GraphOf(channel, Patience)).Fetch(reference, cancel);

    public override Task<Introduced> Introduce(ConnectedChannel channel, string externalId, CancellationToken cancel) =>
        new MetaPeople(GraphOf(channel, Patience), "name,username").Introduce(externalId, cancel);

    public override bool ShowsPosts => true;

    /// <summary>Of another's post nothing is shown, unless it mentions the account.</summary>
    public override async Task<ShownPost> ShowPost(ConnectedChannel channel, string post, CancellationToken cancel)
    {
        var own = await CommentsOf(channel).Show(post, cancel);
        return own is ShownPost.Gone && SettingsOf(channel).Mentions ? await MentionsOf(channel).Show(post, cancel) : own;
    }

    public override Task<Inquired> Inquire(ConnectedChannel channel, string inquiry, CancellationToken cancel) => MentionsOf(channel).Inquire(inquiry, cancel);

    public override Task<string?> Hide(ConnectedChannel channel, string externalId, bool isHidden, CancellationToken cancel) =>
        CommentsOf(channel).Hide(externalId, isHidden, cancel);

    public override Task<string?> Delete(ConnectedChannel channel, Deleting deleting, CancellationToken cancel) =>
        CommentsOf(channel).Delete(deleting, cancel);

    public override Task<string?> React(ConnectedChannel channel, Reacting reacting, CancellationToken cancel) =>
        new MetaReaction(GraphOf(channel, Patience), _ => "love").Put(reacting, cancel);

    public override Task Tell(ConnectedChannel channel, Signal signal, CancellationToken cancel) =>
        new MetaSignals(GraphOf(channel, PatienceWithSignals)).Tell(signal, cancel);

    public override IReadOnlyDictionary<string, string> Connection(ConnectedChannel channel, Uri publicUrl) =>
        new Dictionary<string, string>(base.Connection(channel, publicUrl)) { ["verifyToken"] = SettingsOf(channel).VerifyToken };

    protected override InstagramSettings Complete(InstagramSettings settings) => settings with
    {
        AccountId = settings.AccountId.Trim(),
        AccessToken = settings.AccessToken.Trim(),
        AppSecret = settings.AppSecret.Trim(),
        VerifyToken = settings.VerifyToken.Length > 0 ? settings.VerifyToken : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
        ApiUrl = settings.ApiUrl.Trim(),
        ApiVersion = string.IsNullOrWhiteSpace(settings.ApiVersion) ? new InstagramSettings().ApiVersion : settings.ApiVersion.Trim(),
    };

    private InstagramComments CommentsOf(ConnectedChannel channel) => new(GraphOf(channel, Patience), SettingsOf(channel).AccountId);

    private InstagramMentions MentionsOf(ConnectedChannel channel) => new(GraphOf(channel, Patience), SettingsOf(channel).AccountId);

    private InstagramToken TokenOf(ConnectedChannel channel) => new(GraphOf(channel, Patience, version: ""), memory, channel.Id, clock);

    /// <summary>As whom: the token says which account or page it is. Instagram's own API knows no proof of the secret.</summary>
    private MetaGraph GraphOf(ConnectedChannel channel, TimeSpan patience, string? version = null)
    {
        var settings = SettingsOf(channel);
        var http = clients.CreateClient(GuardedHttpRegistration.ClientName);
        http.Timeout = patience;
        return new MetaGraph(http, new MetaAccess(settings.Api, version ?? settings.ApiVersion, "me", settings.AccessToken, settings.IsByPage ? settings.AppSecret : ""));
    }
}
