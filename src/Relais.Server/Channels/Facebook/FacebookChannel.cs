using System.Security.Cryptography;
using Relais.Domain.Channels;
using Relais.Domain.Conversations;
using Relais.Server.Channels.Meta;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Channels.Facebook;

/// <summary>A Facebook page: its private messages, through Meta's Messenger Platform, and what is said in public under its posts. One page is one channel.</summary>
public sealed class FacebookChannel(IHttpClientFactory clients, ChannelMemory memory, TimeProvider clock) : ChannelKind<FacebookSettings>
{
    private const long MB = 1024 * 1024;
    private const int Day = 24;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PatienceWithFiles = TimeSpan.FromMinutes(2);

    // Reading and typing marks wait in one line for all channels.
    private static readonly TimeSpan PatienceWithSignals = TimeSpan.FromSeconds(3);

    private static readonly Capabilities Abilities = new()
    {
        MaxText = 2000,
        MaxAttachments = 1,
        Files = new Dictionary<AttachmentKind, FileLimit>
        {
            [AttachmentKind.Image] = new(8 * MB, ["image/jpeg", "image/png", "image/gif", "image/webp"]),
            [AttachmentKind.Video] = new(25 * MB, []),
            [AttachmentKind.Audio] = new(25 * MB, []),
            [AttachmentKind.Document] = new(25 * MB, []),
        },
        ReplyWindowHours = Day,
        Choices = new(Max: 13, MaxLabel: 20, MaxText: 2000),
        ReplyTo = true,
        Reactions = ["👍", "❤️", "😂", "😮", "😢", "🙏"],
        TypingOut = true,
        ReadOut = true,
        DeliveredReceipts = true,
        ReadReceipts = true,
        Unknown = UnknownPolicy.Ask,
        // Above 40 the page's own inbox stops.
        MessagesPerSecond = 30,
    };

    private static readonly Capabilities Comments = new()
    {
        MaxText = 8000,
        MaxAttachments = 1,
        Files = new Dictionary<AttachmentKind, FileLimit> { [AttachmentKind.Image] = new(4 * MB, ["image/jpeg", "image/png", "image/gif"]) },
        ReplyTo = true,
        Reactions = ["👍"],
        Edits = true,
        Removals = true,
        Hiding = true,
        Deletes = Deletion.All,
        PrivateReplyHours = 7 * Day,
        Unknown = UnknownPolicy.Ask,
        MessagesPerSecond = 5,
    };

    public override string Name => "facebook";

    public override bool Introduces => true;

    public override Capabilities CapabilitiesOf(ConnectedChannel channel) => Abilities with
    {
        ReplyWindowHours = SettingsOf(channel).HumanAgent ? 7 * Day : Day,
        Public = SettingsOf(channel).Comments ? Comments : null,
    };

    public override Verdict Verify(ConnectedChannel channel, DoorRequest request) =>
        MetaSignature.Judge(SettingsOf(channel).AppSecret, SettingsOf(channel).VerifyToken, request);

    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body) => Read(channel, body, clock.GetUtcNow());

    /// <summary>A call may tell of several pages; each has a channel, and so a door, of its own. Another program may hold the thread.</summary>
    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body, DateTimeOffset cameAt)
    {
        var page = SettingsOf(channel).PageId;
        var call = LooseJson.Parse(body);
        var (inbox, wall) = (new MetaReader(page, cameAt), new FacebookWall(page, cameAt));
        return [.. from entry in call["entry"].Items
                   where call["object"].Text == "page" && entry["id"].Text == page
                   let sentAt = entry["time"].Instant
                   from fact in entry["messaging"].Items.Concat(entry["standby"].Items).SelectMany(told => inbox.Read(told, sentAt))
                       .Concat(entry["changes"].Items.SelectMany(change => wall.Read(change, sentAt)))
                   select fact];
    }

    public override Task<IReadOnlyList<Allowance>?> Allowances(ConnectedChannel channel, CancellationToken cancel) =>
        new MetaToken(GraphOf(channel, Patience)).Ask(cancel);

    public override Task<Check> Check(ConnectedChannel channel, Uri publicUrl, CancellationToken cancel) =>
        new FacebookAccount(GraphOf(channel, Patience), SettingsOf(channel)).Check(cancel);

    public override Task<Delivery> Send(ConnectedChannel channel, Outgoing answer, CancellationToken cancel) => answer.Post is not null
        ? new FacebookComments(GraphOf(channel, PatienceFor(answer))).Send(answer, cancel)
        : new MetaSender(GraphOf(channel, PatienceFor(answer)), SettingsOf(channel).HumanAgent, memory, channel.Id).Send(answer, cancel);

    public override Task<Fetched> Fetch(ConnectedChannel channel, string reference, CancellationToken cancel) =>
        new MetaFiles(GraphOf(channel, Patience)).Fetch(reference, cancel);

    public override Task<Introduced> Introduce(ConnectedChannel channel, string externalId, CancellationToken cancel) =>
        new MetaPeople(GraphOf(channel, Patience), "first_name,last_name").Introduce(externalId, cancel);

    public override bool ShowsPosts => true;

    public override Task<ShownPost> ShowPost(ConnectedChannel channel, string post, CancellationToken cancel) =>
        new FacebookComments(GraphOf(channel, Patience)).Show(post, cancel);

    public override Task<string?> Hide(ConnectedChannel channel, string externalId, bool isHidden, CancellationToken cancel) =>
        new FacebookComments(GraphOf(channel, Patience)).Hide(externalId, isHidden, cancel);

    public override Task<string?> Delete(ConnectedChannel channel, Deleting deleting, CancellationToken cancel) =>
        new FacebookComments(GraphOf(channel, Patience)).Delete(deleting.ExternalId, cancel);

    public override Task<string?> React(ConnectedChannel channel, Reacting reacting, CancellationToken cancel) => reacting.Visibility == Visibility.Public
        ? new FacebookComments(GraphOf(channel, Patience)).Like(reacting.ExternalId, reacting.Emoji is not null, cancel)
        : new MetaReaction(GraphOf(channel, Patience), emoji => emoji).Put(reacting, cancel);

    public override Task Tell(ConnectedChannel channel, Signal signal, CancellationToken cancel) =>
        new MetaSignals(GraphOf(channel, PatienceWithSignals)).Tell(signal, cancel);

    public override IReadOnlyDictionary<string, string> Connection(ConnectedChannel channel, Uri publicUrl) =>
        new Dictionary<string, string>(base.Connection(channel, publicUrl)) { ["verifyToken"] = SettingsOf(channel).VerifyToken };

    protected override FacebookSettings Complete(FacebookSettings settings) => settings with
    {
        PageId = settings.PageId.Trim(),
        AccessToken = settings.AccessToken.Trim(),
        AppSecret = settings.AppSecret.Trim(),
        VerifyToken = settings.VerifyToken.Length > 0 ? settings.VerifyToken : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
        ApiUrl = Uri.TryCreate(settings.ApiUrl, UriKind.Absolute, out _) ? settings.ApiUrl : new FacebookSettings().ApiUrl,
        ApiVersion = string.IsNullOrWhiteSpace(settings.ApiVersion) ? new FacebookSettings().ApiVersion : settings.ApiVersion.Trim(),
    };

    private static TimeSpan PatienceFor(Outgoing answer) => answer.Files.Count > 0 ? PatienceWithFiles : Patience;

    private MetaGraph GraphOf(ConnectedChannel channel, TimeSpan patience)
    {
        var settings = SettingsOf(channel);
        var http = clients.CreateClient(GuardedHttpRegistration.ClientName);
        http.Timeout = patience;
        return new MetaGraph(http, new MetaAccess(settings.ApiUrl, settings.ApiVersion, settings.PageId, settings.AccessToken, settings.AppSecret));
    }
}
