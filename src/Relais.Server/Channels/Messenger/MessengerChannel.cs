using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Server.Events;
using Relais.Server.Persistence;

namespace Relais.Server.Channels.Messenger;

/// <summary>The chat on the customer's own site: the provider is Relais itself.</summary>
public sealed class MessengerChannel(IServiceScopeFactory scopes) : ChannelKind<MessengerSettings>
{
    internal const int MaxText = 4000;
    internal const int MaxFiles = 5;

    private static readonly Capabilities Can = new()
    {
        MaxText = MaxText,
        MaxAttachments = MaxFiles,
        Files = VisitorFiles.Limits,
        Choices = new ChoiceLimits(Max: 10, MaxLabel: 60, MaxText),
        TypingOut = true,
        ReadOut = true,
        DeliveredReceipts = true,
        ReadReceipts = true,
        Unknown = UnknownPolicy.Resend,
        MessagesPerSecond = 1000,
    };

    private readonly VisitorStreams streams = new();

    public override string Name => "messenger";

    public override Capabilities CapabilitiesOf(ConnectedChannel channel) => Can;

    /// <summary>Visitors come through doors of their own; nobody else has anything to say.</summary>
    public override Verdict Verify(ConnectedChannel channel, DoorRequest request) => new Verdict.Refused();

    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body) =>
        JsonSerializer.Deserialize<VisitorAct>(body.Span, VisitorAct.Json) switch
        {
            Wrote wrote => [MessageOf(wrote)],
            Received received => [new StatusIn(null, received.MessageId, new DeliveryReport(DeliveryStatus.Delivered, received.At))],
            Seen seen => [new ReadIn(SenderOf(seen.Visitor), seen.Until)],
            SignedIn signedIn => [new IdentityIn(SenderOf(signedIn.Before), SenderOf(signedIn.Visitor, signedIn.Profile), signedIn.At)],
            _ => [],
        };

    /// <summary>What is committed is there for the visitor: his browser learns of it through its stream.</summary>
    public override Task<Delivery> Send(ConnectedChannel channel, Outgoing answer, CancellationToken cancel) =>
        Task.FromResult<Delivery>(new Delivery.Sent(answer.MessageId.ToString()));

    public override async Task Tell(ConnectedChannel channel, Signal signal, CancellationToken cancel)
    {
        if (signal is Signal.Typing typing) streams.Say(signal.ThreadId, "typing", JsonSerializer.Serialize(new { on = typing.On, name = (string?)null }));
        if (signal is not Signal.Read { LastExternalId: { } last }) return;

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = channel.OrganisationId;
        var at = await db.Messages.AsNoTracking().Where(row => row.ChannelId == channel.Id && row.ExternalId == last)
            .Select(row => row.At).FirstOrDefaultAsync(cancel);
        await SeenMark.Set(scope.ServiceProvider.GetRequiredService<ChannelMemory>(), channel.Id, signal.ThreadId, at, cancel);
        streams.Say(signal.ThreadId, "read", JsonSerializer.Serialize(new { at }));
    }

    public override IReadOnlyDictionary<string, string> Connection(ConnectedChannel channel, Uri publicUrl) =>
        new Dictionary<string, string>
        {
            ["snippet"] = $"""<script src="{new Uri(publicUrl, "messenger/relais.js")}" data-channel="{channel.Id}" async></script>""",
            ["testPageUrl"] = new Uri(publicUrl, $"messenger/try/{channel.Id}").ToString(),
            ["identitySecret"] = SettingsOf(channel).AcceptedSecrets is [var secret, ..] ? secret : "",
        };

    public override void MapDoors(RouteGroupBuilder doors)
    {
        ((IEndpointRouteBuilder)doors).ServiceProvider.GetRequiredService<LiveFeed>().Subscribe(streams);
        doors.AddEndpointFilter(new VisitorDoor(new VisitorLimits()));
        ShowMessenger.Map(doors);
        EnterAsVisitor.Map(doors);
        LeaveAsVisitor.Map(doors);
        WriteAsVisitor.Map(doors);
        UploadAsVisitor.Map(doors);
        ReadAsVisitor.Map(doors);
        StreamAsVisitor.Map(doors, streams);
        ReportAsVisitor.Map(doors);
    }

    public override void MapPages(RouteGroupBuilder pages) => MessengerPages.Map(pages);

    protected override MessengerSettings Complete(MessengerSettings settings) => MessengerRules.Complete(settings);

    /// <summary>The visitor is part of it, so that nobody can take another's id.</summary>
    internal static string ExternalIdOf(string visitor, Guid clientId) => $"{visitor}/{clientId}";

    private static MessageIn MessageOf(Wrote wrote)
    {
        SentFile[] files = [.. (wrote.Files ?? []).OfType<SentFile>()];
        return new MessageIn(SenderOf(wrote.Visitor, wrote.Profile, wrote.Place, wrote.Answers), ExternalIdOf(wrote.Visitor, wrote.ClientId), wrote.At)
        {
            Kind = files.Length == 0 ? MessageKind.Text : KindOf(files[0].Kind),
            Text = wrote.Text,
            Files = [.. files.Select(file => new InboundFile(file.Kind, file.Name, file.ContentType, Key: file.Key, Size: file.Size))],
        };
    }

    private static Sender SenderOf(
        string visitor, VisitorProfile? profile = null, VisitorPlace? place = null, IReadOnlyList<PreChatAnswer>? answers = null)
    {
        var told = AttributesOf(visitor, place, answers ?? []);
        var name = told.Remove(BuiltInAttributes.ProfileName, out var answered) ? answered : profile?.Name;
        var email = told.Remove(BuiltInAttributes.Email, out answered) ? answered : profile?.Email;
        return new([visitor], new Profile(name, Email: email, Language: profile?.Language) { Attributes = told });
    }

    /// <summary>Kept only of what the organisation turned on.</summary>
    private static Dictionary<string, string> AttributesOf(string visitor, VisitorPlace? place, IReadOnlyList<PreChatAnswer> answers)
    {
        var told = answers.OfType<PreChatAnswer>().ToDictionary(answer => answer.Attribute, answer => answer.Value, StringComparer.Ordinal);
        if (SignedIdentity.SubjectOf(visitor) is { } customer) told["user_id"] = customer;
        if (place?.Language is { } language) told["browser_language"] = language;
        if (place?.Title is { } title) told["page_title"] = title;
        if (Uri.TryCreate(place?.Url, UriKind.Absolute, out var page) && page.Scheme is "http" or "https")
            (told["page_url"], told["page_domain"]) = (page.GetLeftPart(UriPartial.Path), page.Host);

        return told;
    }

    private static MessageKind KindOf(AttachmentKind kind) => kind switch
    {
        AttachmentKind.Image => MessageKind.Image,
        AttachmentKind.Video => MessageKind.Video,
        AttachmentKind.Audio => MessageKind.Audio,
        _ => MessageKind.Document,
    };
}
