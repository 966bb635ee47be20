using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Server.Events;
using Relais.Server.Persistence;

namespace Relais.Server.Search;

/// <summary>What some events say of that which can be found. Of several words on the same thing, the last counts.</summary>
/// <param name="UpTo">The position of the last event.</param>
/// <param name="Messages">As they read now; without a text, they are gone.</param>
/// <param name="ConversationIds">Those that began, or came to another contact.</param>
/// <param name="ContactIds">Those of whom something else is known than before.</param>
internal sealed record Told(
    long UpTo, IReadOnlyCollection<FoundText> Messages, IReadOnlyCollection<Guid> ConversationIds, IReadOnlyCollection<Guid> ContactIds)
{
    private static readonly HashSet<string> OfMessages =
    [
        EventView.KindOf<MessageReceived>(), EventView.KindOf<AnswerScheduled>(), EventView.KindOf<MessageQueued>(), EventView.KindOf<NoteAdded>(),
        EventView.KindOf<MessageChanged>(), Withdrawn,
    ];

    private static readonly HashSet<string> OfConversations =
    [
        EventView.KindOf<ConversationOpened>(), EventView.KindOf<ConversationContactMerged>(), EventView.KindOf<ConversationContactParted>(),
    ];

    private static readonly HashSet<string> OfContacts =
    [
        EventView.KindOf<ContactChanged>(), EventView.KindOf<ContactMerged>(), EventView.KindOf<ContactParted>(),
    ];

    private static string Withdrawn => EventView.KindOf<MessageWithdrawn>();

    public static bool Matters(string kind) => OfMessages.Contains(kind) || OfConversations.Contains(kind) || OfContacts.Contains(kind);

    public static async Task<Told> After(RelaisDb db, long position, int atMost, CancellationToken cancel)
    {
        var read = OfMessages.Concat(OfContacts).ToArray();
        var rows = await db.Events.AsNoTracking().Where(row => row.Position > position).OrderBy(row => row.Position).Take(atMost)
            .Select(row => new { row.Position, row.Kind, row.ConversationId, Body = read.Contains(row.Kind) ? row.Body : null })
            .ToListAsync(cancel);

        var messages = new Dictionary<Guid, FoundText>();
        HashSet<Guid> conversations = [], contacts = [];
        foreach (var row in rows)
        {
            if (OfConversations.Contains(row.Kind)) conversations.Add(row.ConversationId!.Value);
            if (row.Body is null) continue;

            var snapshot = JsonSerializer.Deserialize<Snapshot>(row.Body, EventJson.Options)!;
            if (snapshot.Contact is { } contact) contacts.Add(contact.Id);
            if (snapshot.Message is { } message) messages[message.Id] = message.As(row.Kind == Withdrawn);
        }

        return new Told(rows.Count > 0 ? rows[^1].Position : position, messages.Values, conversations, contacts);
    }

    private sealed record Snapshot(SaidMessage? Message, KnownContact? Contact);

    private sealed record KnownContact(Guid Id);

    private sealed record SaidFile(string Name);

    private sealed record SaidMessage(Guid Id, Guid ConversationId, string Text, IReadOnlyList<SaidFile> Attachments, DateTimeOffset? RemovedAt)
    {
        public FoundText As(bool isWithdrawn) => new(
            Id, ConversationId, isWithdrawn || RemovedAt is not null ? "" : string.Join('\n', Attachments.Select(file => file.Name).Prepend(Text)));
    }
}

/// <summary>A message with the text it is found by; empty when it is not to be found.</summary>
internal sealed record FoundText(Guid Id, Guid ConversationId, string Text);
