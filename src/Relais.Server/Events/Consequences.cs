using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.Privacy;
using Relais.Domain.Replies;
using Relais.Domain.Shared;
using Relais.Server.AutoResolve;
using Relais.Server.Jobs;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.Privacy;
using Relais.Server.Replies;
using Relais.Server.Surveys;

namespace Relais.Server.Events;

/// <summary>What follows from an event and must commit with it: answers to send, timers, the kept counters.</summary>
internal static class Consequences
{
    private const string CountSql =
        "INSERT INTO queue_counts (organisation_id, channel_id, state, assignee_id, count) VALUES (@p0, @p1, @p2, @p3, @p4) " +
        "ON CONFLICT (organisation_id, channel_id, state, assignee_id) DO UPDATE SET count = queue_counts.count + excluded.count";

    private const string AnswerSql =
        "INSERT INTO outbox (message_id, organisation_id, channel_id, thread_id, state, attempt, due_at, created_at) " +
        "VALUES (@p0, @p1, @p2, @p3, @p4, 0, @p5, @p6) " +
        "ON CONFLICT (message_id) DO UPDATE SET state = excluded.state, attempt = 0, due_at = excluded.due_at, lease_until = NULL";

    private const string ForgetAnswerSql = "DELETE FROM outbox WHERE message_id = @p0 AND state = @p1";

    private const string AddTopicSql =
        "INSERT INTO conversation_topics (conversation_id, topic_id, organisation_id) VALUES (@p0, @p1, @p2) ON CONFLICT DO NOTHING";

    private const string RemoveTopicSql = "DELETE FROM conversation_topics WHERE conversation_id = @p0 AND topic_id = @p1";

    private const string AddTagSql =
        "INSERT INTO message_tags (message_id, tag_id, organisation_id, conversation_id) VALUES (@p0, @p1, @p2, @p3) ON CONFLICT DO NOTHING";

    private const string RemoveTagSql = "DELETE FROM message_tags WHERE message_id = @p0 AND tag_id = @p1";

    private const string ForgetTagsSql = "DELETE FROM message_tags WHERE message_id = @p0";

    /// <summary>After the time to undo has passed for sure, whatever the rounding.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(100);

    public static async Task Write(RelaisDb db, IReadOnlyList<DomainEvent> events, DateTimeOffset now, CancellationToken cancel)
    {
        await db.Dialect.ExecuteMany(db, AnswerSql, [.. events.Select(happened => Answer(happened, now)).OfType<object?[]>()], cancel);
        await Withdraw(db, [.. events.OfType<MessageWithdrawn>().Where(about => !about.Withdrawn.IsScheduled)], cancel);
        await File(db, [.. events.OfType<ConversationTopicsChanged>()], cancel);
        await Tag(db, [.. events.OfType<MessageTagsChanged>()], cancel);
        await db.SetTimers([.. events.Select(Timer).OfType<TimerRow>(), .. await ClearTimers(db, [.. events.OfType<ConversationResolved>()], cancel)], cancel);
        await AutoResolves.Follow(db, events, cancel);
        await db.EndHolding([.. events.OfType<ConversationEvent>().Where(about => about.LeftItsVirtualAgent).Select(about => about.Conversation.Id)], cancel);
        await SurveyRequests.Follow(db, events, cancel);
        await db.Dialect.ExecuteMany(db, CountSql, Counts(events), cancel);
    }

    private static object?[]? Answer(DomainEvent happened, DateTimeOffset now) => happened switch
    {
        MessageQueued { Queued: { Delivery: DeliveryStatus.Queued } message } => Row(message, message.UndoUntil + Grace ?? now, now),
        MessageDelivery { Message: { Delivery: DeliveryStatus.Queued } message } => Row(message, now, now),
        _ => null,
    };

    private static object?[] Row(Message message, DateTimeOffset dueAt, DateTimeOffset now) =>
        [message.Id, message.OrganisationId, message.ChannelId, message.ThreadId, OutboxState.Queued, dueAt, now];

    private static async Task Withdraw(RelaisDb db, IReadOnlyList<MessageWithdrawn> withdrawn, CancellationToken cancel)
    {
        var touched = await db.Dialect.ExecuteMany(
            db, ForgetAnswerSql, [.. withdrawn.Select(about => new object?[] { about.Withdrawn.Id, OutboxState.Queued })], cancel);
        if (touched.Any(count => count == 0))
            throw new LostRace("message.already_sent", "The message has left already.");

        await db.Dialect.ExecuteMany(db, ForgetTagsSql, [.. withdrawn.Select(about => new object?[] { about.Withdrawn.Id })], cancel);
    }

    private static async Task File(RelaisDb db, IReadOnlyList<ConversationTopicsChanged> changes, CancellationToken cancel)
    {
        foreach (var about in changes)
        {
            var (id, organisationId) = (about.Conversation.Id, about.Conversation.OrganisationId);
            await db.Dialect.ExecuteMany(db, RemoveTopicSql, [.. about.Removed.Select(topic => new object?[] { id, topic.Id })], cancel);
            await db.Dialect.ExecuteMany(db, AddTopicSql, [.. about.Added.Select(topic => new object?[] { id, topic.Id, organisationId })], cancel);
        }
    }

    private static async Task Tag(RelaisDb db, IReadOnlyList<MessageTagsChanged> changes, CancellationToken cancel)
    {
        foreach (var about in changes)
        {
            var (id, organisationId, conversationId) = (about.Tagged.Id, about.Tagged.OrganisationId, about.Tagged.ConversationId);
            await db.Dialect.ExecuteMany(db, RemoveTagSql, [.. about.Removed.Select(tag => new object?[] { id, tag.Id })], cancel);
            await db.Dialect.ExecuteMany(db, AddTagSql, [.. about.Added.Select(tag => new object?[] { id, tag.Id, organisationId, conversationId })], cancel);
        }
    }

    private static TimerRow? Timer(DomainEvent happened) => happened switch
    {
        AnswerScheduled about => Due(ScheduledAnswerTimer.Name, about.Scheduled.Id, about, about.Until),
        BoomerangSet about => Due(BoomerangTimer.Name, about.Conversation.Id, about, about.Until),
        ReplyCollectionOffered about => Due(LeftRepliesTimer.Name, about.CollectionId, about, about.Until),
        _ => null,
    };

    private static TimerRow Due(string kind, Guid subject, DomainEvent happened, DateTimeOffset at) =>
        new() { Kind = kind, Subject = subject, OrganisationId = happened.OrganisationId, DueAt = at };

    /// <summary>What is known of a contact goes some time after a resolve, where the organisation wants that.</summary>
    private static async Task<IEnumerable<TimerRow>> ClearTimers(RelaisDb db, IReadOnlyList<ConversationResolved> resolved, CancellationToken cancel)
    {
        if (resolved.Count == 0) return [];

        var ids = resolved.Select(about => about.OrganisationId).Distinct().ToArray();
        var options = await db.Organisations.Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.AutoClear, cancel);
        return resolved.Where(about => options[about.OrganisationId].Delay() is not null)
            .Select(about => Due(AutoClearTimer.Name, about.Conversation.ContactId, about, about.At + options[about.OrganisationId].Delay()!.Value));
    }

    /// <summary>Added up and in a fixed order, so that two transactions never wait for each other.</summary>
    private static List<object?[]> Counts(IReadOnlyList<DomainEvent> events)
    {
        var counts = new SortedDictionary<(Guid, Guid, ConversationState, Guid), int>();
        foreach (var about in events.OfType<ConversationEvent>().Where(about => about.Moved))
        {
            if (about.From is { } from) Add(about, from, -1);
            if (about.To is { } to) Add(about, to, +1);
        }

        return [.. counts.Where(count => count.Value != 0).Select(count => new object?[]
        {
            count.Key.Item1, count.Key.Item2, count.Key.Item3, count.Key.Item4, count.Value,
        })];

        void Add(ConversationEvent about, QueuePlace place, int by)
        {
            var key = (about.Conversation.OrganisationId, place.ChannelId, place.State, place.AssigneeId ?? Guid.Empty);
            counts[key] = counts.GetValueOrDefault(key) + by;
        }
    }
}
