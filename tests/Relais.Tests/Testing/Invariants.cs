using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.Surveys;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Tests.Testing;

/// <summary>
/// What must be true of a store, whatever happened to it. Called at the end of database tests, of the storm and of the
/// benchmarks. Every breach is one sentence; nothing to say is good news. The store must be at rest: no queue moving.
/// </summary>
public sealed partial class Invariants(RelaisDb db, CancellationToken cancel)
{
    private readonly List<string> breaches = [];

    /// <summary>All that can be seen in the store alone.</summary>
    public async Task<IReadOnlyList<string>> OfTheStore()
    {
        await OneOpenConversationPerThread();
        await NothingWithoutItsOwner();
        await NothingLeftToDo();
        await CountersAreTrue();
        await FeedHasNoGap();
        await HistoriesAreLegal();
        await TopicsAreFound();
        await TagsAreFound();
        await TeamsAreFound();
        await SurveysAskOnce();
        return breaches;
    }

    /// <summary>I3: a thread never has two open conversations; numbers are given once.</summary>
    public async Task OneOpenConversationPerThread()
    {
        var doubled = await All<Conversation>().Where(it => it.State != ConversationState.Resolved)
            .GroupBy(it => it.ThreadId).Where(open => open.Count() > 1).Select(open => open.Key).ToListAsync(cancel);
        breaches.AddRange(doubled.Select(thread => $"I3: thread {thread} has several open conversations."));
    }

    /// <summary>I4: every message has its conversation, thread, channel; every thread its contact; every file its message.</summary>
    public async Task NothingWithoutItsOwner()
    {
        await None("I4: message {0} has no conversation.", All<Message>().Where(it => !All<Conversation>().Any(owner => owner.Id == it.ConversationId && owner.ThreadId == it.ThreadId)).Select(it => it.Id));
        await None("I4: conversation {0} has no thread.", All<Conversation>().Where(it => !All<Domain.Conversations.Thread>().Any(owner => owner.Id == it.ThreadId && owner.ContactId == it.ContactId)).Select(it => it.Id));
        await None("I4: thread {0} has no contact.", All<Domain.Conversations.Thread>().Where(it => !All<Domain.Contacts.Contact>().Any(owner => owner.Id == it.ContactId)).Select(it => it.Id));
        await None("I4: thread {0} has no channel.", All<Domain.Conversations.Thread>().Where(it => !All<Domain.Channels.Channel>().Any(owner => owner.Id == it.ChannelId)).Select(it => it.Id));
        await None("I4: attachment {0} has lost its message.", All<Attachment>().Where(it => it.MessageId != null && !All<Message>().Any(owner => owner.Id == it.MessageId)).Select(it => it.Id));
        await None("I4: identity {0} has no contact.", All<Domain.Contacts.ContactIdentity>().Where(it => !All<Domain.Contacts.Contact>().Any(owner => owner.Id == it.ContactId)).Select(it => it.Id));
        await None("I4: contact {0} became part of another and still has something.", All<Domain.Contacts.Contact>().Where(it => it.MergedInto != null
            && (All<Domain.Contacts.ContactIdentity>().Any(identity => identity.ContactId == it.Id) || All<Domain.Conversations.Thread>().Any(thread => thread.ContactId == it.Id))).Select(it => it.Id));
        await None("I4: contact {0} has neither an identity nor a past.", All<Domain.Contacts.Contact>().Where(it => it.MergedInto == null
            && !All<Domain.Contacts.ContactIdentity>().Any(identity => identity.ContactId == it.Id) && !All<Domain.Conversations.Thread>().Any(thread => thread.ContactId == it.Id)).Select(it => it.Id));
        await None("I4: thread {0} goes on in one of another contact, or in none.", All<Domain.Conversations.Thread>().Where(it => it.ContinuedBy != null
            && !All<Domain.Conversations.Thread>().Any(next => next.Id == it.ContinuedBy && next.ContactId == it.ContactId && next.ContinuedBy == null)).Select(it => it.Id));
    }

    /// <summary>I4: every stored file of an attachment is there, and no file is there that nobody knows of.</summary>
    public async Task<IReadOnlyList<string>> OfTheFiles(string folder)
    {
        var stored = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)).ToHashSet() : [];
        var used = await All<Attachment>().Where(it => it.Key != null).Select(it => it.Key!).ToListAsync(cancel);
        var loose = await db.LooseFiles.Select(it => it.Key).ToListAsync(cancel);
        breaches.AddRange(used.Except(stored).Select(key => $"I4: the file {key} of an attachment is missing."));
        breaches.AddRange(stored.Except(used).Except(loose).Select(key => $"I4: the file {key} is in the store and nobody knows of it."));
        return breaches;
    }

    /// <summary>I5, I13: at rest nothing waits to be read, sent or fired, and no answer is half on its way.</summary>
    public async Task NothingLeftToDo()
    {
        await None("I1: journal row {0} was never read.", All<JournalRow>().Where(it => it.State == JournalState.Waiting).Select(it => it.Id));
        await None("I5: answer {0} is still in the outbox.", All<OutboxRow>().Where(it => it.State != OutboxState.Unknown).Select(it => it.MessageId));
        await None("I5: answer {0} is neither sent nor visibly failed.", All<Message>()
            .Where(it => it.RemovedAt == null && (it.Delivery == DeliveryStatus.Queued || it.Delivery == DeliveryStatus.Sending)).Select(it => it.Id));
        await None("I13: conversation {0} has a boomerang and no timer.", All<Conversation>()
            .Where(it => it.BoomerangAt != null && !All<TimerRow>().Any(timer => timer.Subject == it.Id && timer.DueAt == it.BoomerangAt)).Select(it => it.Id));
    }

    /// <summary>I21: each end of a conversation is asked about once at most; what a conversation is held for is asked; a score is whole.</summary>
    public async Task SurveysAskOnce()
    {
        var doubled = await All<SurveyRequest>().Where(it => it.AskedAt != null).GroupBy(it => new { it.ConversationId, it.ResolvedAt }).Where(same => same.Count() > 1).Select(same => same.Key.ConversationId).ToListAsync(cancel);
        breaches.AddRange(doubled.Select(id => $"I21: one end of conversation {id} was asked about twice."));
        await None("I21: request {0} has a score that is none, or was never asked.", All<SurveyRequest>().Where(it => it.Score != null && (it.Score < 1 || it.Score > 5 || it.Raw == null || it.AskedAt == null || it.AnsweredAt == null)).Select(it => it.Id));
        await None("I21: request {0} is with a contact whose conversation is elsewhere.", All<SurveyRequest>().Where(it => (it.State == RequestState.Asked || it.State == RequestState.Following) && it.LinkHash == null
            && !All<Conversation>().Any(owner => owner.Id == it.ConversationId && owner.State == ConversationState.Held)).Select(it => it.Id));
        var scores = await All<SurveyRequest>().Where(it => it.Score != null).Join(All<Conversation>(), it => new { Id = it.ConversationId, it.ResolvedAt }, it => new { it.Id, ResolvedAt = it.ResolvedAt!.Value }, (asked, conversation) => new { conversation.Id, Asked = asked.Score, conversation.Score }).ToListAsync(cancel);
        breaches.AddRange(scores.Where(it => it.Asked != it.Score).Select(it => $"I21: conversation {it.Id} says {it.Score}, its contact said {it.Asked}."));
    }

    /// <summary>I24: the kept counters equal what counting gives.</summary>
    public async Task CountersAreTrue()
    {
        var counted = await All<Conversation>().Where(it => it.State != ConversationState.Resolved)
            .GroupBy(it => new { it.ChannelId, it.State, it.AssigneeId }).Select(it => new { it.Key, Count = it.Count() }).ToListAsync(cancel);
        var kept = await All<QueueCountRow>().Where(it => it.State != ConversationState.Resolved && it.Count != 0).ToListAsync(cancel);

        var truth = counted.ToDictionary(it => (it.Key.ChannelId, it.Key.State, it.Key.AssigneeId ?? Guid.Empty), it => it.Count);
        var claim = kept.ToDictionary(it => (it.ChannelId, it.State, it.AssigneeId), it => it.Count);
        foreach (var place in truth.Keys.Union(claim.Keys).Where(place => truth.GetValueOrDefault(place) != claim.GetValueOrDefault(place)))
            breaches.Add($"I24: {place} is kept as {claim.GetValueOrDefault(place)} and counts {truth.GetValueOrDefault(place)}.");
    }

    /// <summary>I16: positions run from 1 without a gap, and the sequence stands at the last.</summary>
    public async Task FeedHasNoGap()
    {
        var feeds = await All<EventRow>().GroupBy(it => it.OrganisationId)
            .Select(it => new { it.Key, First = it.Min(row => row.Position), Last = it.Max(row => row.Position), Count = it.Count() }).ToListAsync(cancel);
        foreach (var feed in feeds)
        {
            if (feed.Last - feed.First + 1 != feed.Count) breaches.Add($"I16: the feed of {feed.Key} has {feed.Count} events from {feed.First} to {feed.Last}.");
            var next = await All<SequenceRow>().Where(it => it.OrganisationId == feed.Key && it.Name == "events").Select(it => it.Value).SingleOrDefaultAsync(cancel);
            if (next != feed.Last) breaches.Add($"I16: the feed of {feed.Key} ends at {feed.Last}, its sequence at {next}.");
        }
    }

    /// <summary>What a conversation says it is about, and what is searched for, are the same.</summary>
    public async Task TopicsAreFound()
    {
        var links = (await All<ConversationTopicRow>().ToListAsync(cancel)).ToLookup(link => link.ConversationId, link => link.TopicId);
        foreach (var conversation in (await All<Conversation>().ToListAsync(cancel)).Where(it => !it.TopicIds.ToHashSet().SetEquals(links[it.Id])))
            breaches.Add($"Conversation {conversation.Id} says {conversation.TopicIds.Count} topics and is found under {links[conversation.Id].Count()}.");
    }

    /// <summary>Which tags a message says it has, and what is counted, are the same.</summary>
    public async Task TagsAreFound()
    {
        var links = (await All<MessageTagRow>().ToListAsync(cancel)).ToLookup(link => (link.MessageId, link.ConversationId), link => link.TagId);
        foreach (var message in (await All<Message>().ToListAsync(cancel)).Where(it => !it.TagIds.ToHashSet().SetEquals(links[(it.Id, it.ConversationId)])))
            breaches.Add($"Message {message.Id} says {message.TagIds.Count} tags and is counted under {links[(message.Id, message.ConversationId)].Count()}.");
    }

    /// <summary>For which teams a conversation says it is, and under which it is found, are the same.</summary>
    public async Task TeamsAreFound()
    {
        var links = (await All<ConversationTeamRow>().ToListAsync(cancel)).ToLookup(link => link.ConversationId, link => link.TeamId);
        foreach (var conversation in (await All<Conversation>().ToListAsync(cancel)).Where(it => !it.TeamIds.ToHashSet().SetEquals(links[it.Id])))
            breaches.Add($"Conversation {conversation.Id} says {conversation.TeamIds.Count} teams and is found under {links[conversation.Id].Count()}.");
    }

    private async Task None<T>(string sentence, IQueryable<T> offenders)
    {
        foreach (var offender in await offenders.Take(20).ToListAsync(cancel))
            breaches.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, offender));
    }

    private IQueryable<T> All<T>()
        where T : class => db.Set<T>().IgnoreQueryFilters().AsNoTracking();
}
