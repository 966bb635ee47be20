using System.Text.Json;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.Custom;

/// <summary>Turns what happened at the other side into facts.</summary>
internal sealed class CustomReading(CustomSettings settings, DateTimeOffset now)
{
    public IEnumerable<Inbound> Of(CustomEnvelope envelope) => (envelope.Act, SenderOf(envelope.Act)) switch
    {
        (CustomMessage { Direction: CustomDirection.Out } message, _) => Echo(message, envelope.Id),
        (CustomEdit { ExternalId: { } id } edit, _) => [new EditIn(id, TextOf(edit.Text, edit.Html) ?? "", AtOf(edit))],
        (CustomRemoval { ExternalId: { } id } removal, _) => [new RemovalIn(id, AtOf(removal))],
        (CustomStatus { MessageId: { } id } status, _) => [StatusOf(status, id)],
        (CustomTyping, _) or (_, null) => [],
        (CustomMessage message, { } from) => [MessageOf(message, envelope.Id, from)],
        (CustomRead read, { } from) => [new ReadIn(from, AtOf(read))],
        (CustomReaction { TargetExternalId: { } target } reaction, { } from) => [new ReactionIn(from, target, Emoji(reaction), AtOf(reaction))],
        (CustomPostback postback, { } from) => [Told(envelope, from, MessageKind.Button, postback.Title, postback.Payload)],
        (CustomReferral referral, { } from) => [Told(envelope, from, MessageKind.System, referral.Text, referral.Payload)],
        (CustomOptOut optOut, { } from) => [Told(envelope, from, MessageKind.System, optOut.Text, payload: null) with { Consent = false }],
        (CustomEdit or CustomRemoval or CustomStatus or CustomReaction, _) => [],
        (var unknown, { } from) => [new MessageIn(from, envelope.Id, AtOf(unknown)) { Kind = MessageKind.Unsupported }],
    };

    private MessageIn MessageOf(CustomMessage message, string id, Sender from) => new(from, id, AtOf(message))
    {
        Kind = KindOf(message),
        Text = TextOf(message.Text, message.Html),
        Files = FilesOf(message),
        Extra = ExtraOf(message),
        ReplyToExternalId = message.ReplyToExternalId,
        Visibility = message.Visibility,
        Post = PostOf(message),
        PostCard = message.PostRef is { } post ? new PostCard(Text: post.Text, Url: post.Url) : null,
        IsAutomatic = message.IsAutomatic,
    };

    private static string? PostOf(CustomMessage message) =>
        message is { Visibility: Visibility.Public, PostRef.Id: { Length: > 0 and <= Domain.Conversations.Thread.PostLimit } post } ? post : null;

    private IEnumerable<Inbound> Echo(CustomMessage message, string id)
    {
        if (PersonOf(message.Recipient) is not { } to) return [];

        return
        [
            new EchoIn(to, id, AtOf(message))
            {
                Kind = KindOf(message),
                Text = TextOf(message.Text, message.Html),
                Files = FilesOf(message),
                Extra = ExtraOf(message),
                ReplyToExternalId = message.ReplyToExternalId,
                Visibility = message.Visibility,
                Post = PostOf(message),
            },
        ];
    }

    private StatusIn StatusOf(CustomStatus status, string id)
    {
        var failed = status.Status == CustomProgress.Failed;
        var report = new DeliveryReport(
            ProgressOf(status.Status), AtOf(status), Code: failed ? "refused" : null, Reason: failed ? status.Detail ?? status.Code : null);
        return new StatusIn(id, Guid.TryParse(id, out var messageId) ? messageId : null, report);
    }

    private MessageIn Told(CustomEnvelope envelope, Sender from, MessageKind kind, string? text, JsonElement? payload) =>
        new(from, envelope.Id, AtOf(envelope.Act))
        {
            Kind = kind,
            Text = text,
            Extra = JsonSerializer.Serialize(new { Type = TypeOf(envelope.Act), Payload = payload }, CustomAct.Json),
        };

    private static string TypeOf(CustomAct act) => act switch
    {
        CustomPostback => "postback",
        CustomReferral => "referral",
        _ => "optOut",
    };

    private static DeliveryStatus ProgressOf(CustomProgress progress) => progress switch
    {
        CustomProgress.Sent => DeliveryStatus.Sent,
        CustomProgress.Delivered => DeliveryStatus.Delivered,
        CustomProgress.Read => DeliveryStatus.Read,
        _ => DeliveryStatus.Failed,
    };

    private static string? Emoji(CustomReaction reaction) => string.IsNullOrWhiteSpace(reaction.Emoji) ? null : reaction.Emoji;

    private static Sender? SenderOf(CustomAct act) => PersonOf(act.Sender);

    /// <summary>Whether it names somebody: nothing can be kept of nobody.</summary>
    public static bool IsKnowable(CustomPerson? person) => PersonOf(person) is not null;

    private static Sender? PersonOf(CustomPerson? person) => person?.ExternalId?.Trim() is { Length: > 0 and <= ContactIdentity.ExternalIdLimit } id
        ? new Sender([id], new Profile(person.Name, person.AvatarUrl, person.Email, person.Phone, person.Language) { Attributes = AttributesOf(person) })
        : null;

    private static Dictionary<string, string> AttributesOf(CustomPerson person) => (person.Attributes ?? new Dictionary<string, JsonElement>())
        .Where(one => one.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
        .ToDictionary(one => one.Key, one => one.Value.ToString(), StringComparer.Ordinal);

    /// <summary>A clock that runs ahead would pin the message to the bottom of the thread.</summary>
    private DateTimeOffset AtOf(CustomAct act) => act.OccurredAt is { } at && at < now ? at.ToUniversalTime() : now;

    private static string? TextOf(string? text, string? html) =>
        !string.IsNullOrWhiteSpace(text) || html is null ? text : HtmlText.ToText(html);

    private static MessageKind KindOf(CustomMessage message) => message switch
    {
        { Location: not null } => MessageKind.Location,
        { ContactCard: not null } => MessageKind.Contacts,
        { Attachments: [{ } first, ..] } => CustomFiles.KindOf(first.MimeType) switch
        {
            AttachmentKind.Image => MessageKind.Image,
            AttachmentKind.Video => MessageKind.Video,
            AttachmentKind.Audio => MessageKind.Audio,
            _ => MessageKind.Document,
        },
        { Text: null, Html: null } => MessageKind.Unsupported,
        _ => MessageKind.Text,
    };

    private IReadOnlyList<InboundFile> FilesOf(CustomMessage message) =>
        [.. (message.Attachments ?? []).Where(file => file is not null).Take(CustomFiles.Most).Select(file => CustomFiles.Of(file, settings))];

    private static object CardOf(CustomCard card) => new
    {
        card.Name,
        Phones = (card.Phones ?? []).Select(phone => new { Phone = phone }),
        Emails = (card.Emails ?? []).Select(email => new { Email = email }),
    };

    private static string? ExtraOf(CustomMessage message) => message switch
    {
        { Location: { } place } => JsonSerializer.Serialize(place, CustomAct.Json),
        { ContactCard: { } card } => JsonSerializer.Serialize(new { Contacts = new[] { CardOf(card) } }, CustomAct.Json),
        { PostRef: { } post } => JsonSerializer.Serialize(new { Post = post }, CustomAct.Json),
        _ => null,
    };
}
