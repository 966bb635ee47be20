using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Server.Channels;

/// <summary>What a message answers, and whether another channel of its kind has brought it already.</summary>
internal sealed partial class IntakeState
{
    /// <summary>For what answers another channel's message.</summary>
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(90);

    /// <summary>For what only came as a copy.</summary>
    private static readonly TimeSpan CopyPatience = TimeSpan.FromSeconds(10);

    private readonly Dictionary<Guid, Guid> answeredThreads = [];
    private readonly Dictionary<Guid, Guid[]> siblings = [];

    /// <summary>The thread of our message that this one provably answers; null when there is none.</summary>
    public Thread? ThreadAnswered(ConnectedChannel channel, MessageIn fact)
    {
        if (fact.Answers is not { } id || !answeredThreads.TryGetValue(id, out var threadId)) return null;

        var thread = GoingOn(threadId);
        return thread?.ChannelId == channel.Id && thread.Visibility == fact.Visibility ? thread : null;
    }

    /// <summary>The thread of a message, or the one that goes on in its place.</summary>
    public Thread? ThreadOf(ConnectedChannel channel, string externalId) =>
        messages.TryGetValue((channel.Id, externalId), out var message) ? GoingOn(message.ThreadId) : null;

    private Thread? GoingOn(Guid threadId)
    {
        var thread = threadsById.GetValueOrDefault(threadId);
        while (thread?.ContinuedBy is { } next) thread = threadsById.GetValueOrDefault(next);
        return thread;
    }

    public Contact? ContactOf(Thread thread) => contacts.TryGetValue(thread.ContactId, out var contact) ? Touch(contact) : null;

    /// <summary>Whether another channel of the kind brought it before.</summary>
    public bool CameElsewhere(ConnectedChannel channel, MessageIn fact) => fact.MayComeTwice && IsAtSibling(channel, fact.ExternalId);

    /// <summary>How long a message waits for another channel of the kind, to which it belongs more, to bring it, or for its provider to tell what it says.</summary>
    public TimeSpan PatienceWith(ConnectedChannel channel, MessageIn fact)
    {
        if (fact.Inquiry is not null) return Inquiries.Patience;
        if (!fact.MayComeTwice || fact.Answers is not null || siblings.GetValueOrDefault(channel.Id, []).Length == 0) return TimeSpan.Zero;
        if (fact.AnswersExternalIds.Any(id => IsAtSibling(channel, id))) return AnswerPatience;

        return fact.IsCopy ? CopyPatience : TimeSpan.Zero;
    }

    private bool IsAtSibling(ConnectedChannel channel, string externalId) =>
        siblings.GetValueOrDefault(channel.Id, []).Any(sibling => messages.ContainsKey((sibling, externalId)));

    /// <summary>Whose threads are answered is loaded like whoever writes: the threads follow from the contacts.</summary>
    private async Task LoadAnswered(IReadOnlyList<Fact> facts, CancellationToken cancel)
    {
        var ids = facts.Select(fact => (fact.Inbound as MessageIn)?.Answers).OfType<Guid>().Union(wholes.Values).ToArray();
        var externalIds = facts.Select(fact => fact.Inbound.AnsweredMessage()).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (ids.Length + externalIds.Length == 0) return;

        var channelIds = facts.Select(fact => fact.Channel.Id).Distinct().ToArray();
        var answered = await (
            from message in db.Messages.IgnoreQueryFilters().AsNoTracking()
            join thread in db.Threads.IgnoreQueryFilters().AsNoTracking() on message.ThreadId equals thread.Id
            join contact in db.Contacts.IgnoreQueryFilters().AsNoTracking() on thread.ContactId equals contact.Id
            where channelIds.Contains(message.ChannelId)
                && ((ids.Contains(message.Id) && message.Direction == Direction.Out) || (message.ExternalId != null && externalIds.Contains(message.ExternalId)))
            select new { message.Id, message.ThreadId, contact }).ToListAsync(cancel);
        foreach (var row in answered)
        {
            answeredThreads[row.Id] = row.ThreadId;
            if (contacts.TryAdd(row.contact.Id, row.contact)) changes.Watch(row.contact);
            db.KnownContacts[row.contact.Id] = contacts[row.contact.Id];
        }
    }

    /// <returns>The other channels of the organisation that may have brought the same.</returns>
    private async Task<IReadOnlyList<Guid>> LoadSiblings(IReadOnlyList<Fact> facts, CancellationToken cancel)
    {
        var channels = facts.Where(fact => fact.Inbound is MessageIn { MayComeTwice: true }).Select(fact => fact.Channel).DistinctBy(channel => channel.Id).ToList();
        if (channels.Count == 0) return [];

        var (organisations, kinds) = (channels.Select(channel => channel.OrganisationId).Distinct().ToArray(), channels.Select(channel => channel.Kind).Distinct().ToArray());
        var all = await db.Channels.IgnoreQueryFilters().AsNoTracking()
            .Where(row => organisations.Contains(row.OrganisationId) && kinds.Contains(row.Kind))
            .Select(row => new { row.Id, row.OrganisationId, row.Kind }).ToListAsync(cancel);
        foreach (var channel in channels)
            siblings[channel.Id] = [.. all.Where(row => row.OrganisationId == channel.OrganisationId && row.Kind == channel.Kind && row.Id != channel.Id).Select(row => row.Id)];
        return [.. siblings.Values.SelectMany(ids => ids).Distinct()];
    }
}
