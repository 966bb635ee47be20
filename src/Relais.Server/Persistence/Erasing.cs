using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Persistence;

/// <summary>
/// Where a person stands in the store, table by table, and how he goes from there. First what anybody could still see or use, in the
/// transaction of the deletion; then, many at once and again and again, what only the store itself still holds.
/// </summary>
internal static class Erasing
{
    private const int MessagesAtOnce = 300;
    private const int EventsAtOnce = 2000;
    private const int ItemsAtOnce = 2000;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string RedactSql = "UPDATE events SET body = @p2, trail = @p3 WHERE organisation_id = @p0 AND position = @p1";

    private const string EmptySql =
        "UPDATE journal SET body = NULL, error = NULL WHERE id > @p0 AND id <= @p1 AND channel_id = @p2 AND state = @p3 AND (body IS NOT NULL OR error IS NOT NULL)";

    /// <summary>Everything that makes him findable, reachable or known. What was said follows, and is of nobody until then.</summary>
    public static async Task EraseContact(this RelaisDb db, DeletionRow his, CancellationToken cancel)
    {
        var (contacts, threads, conversations) = (his.ContactIds, his.ThreadIds, his.ConversationIds);
        await Delete(db.ContactIdentities.Where(row => contacts.Contains(row.ContactId)), cancel);
        await Delete(db.ContactNotes.Where(row => contacts.Contains(row.ContactId)), cancel);
        await Delete(db.Consents.Where(row => contacts.Contains(row.ContactId)), cancel);
        await Delete(db.ContactMerges.Where(row => contacts.Contains(row.ContactId) || contacts.Contains(row.MergedId)), cancel);
        await Delete(db.GroupMembers.Where(row => contacts.Contains(row.ContactId)), cancel);
        await Delete(db.ContactReroutings.Where(row => contacts.Contains(row.ContactId)), cancel);
        await Delete(db.Timers.Where(row => db.Messages.Any(message => message.Id == row.Subject && threads.Contains(message.ThreadId))), cancel);
        await Delete(db.Timers.Where(row => conversations.Contains(row.Subject) || contacts.Contains(row.Subject)), cancel);
        await Delete(db.ScriptRuns.Where(row => conversations.Contains(row.Id)), cancel);
        await Delete(db.CustomRuns.Where(row => conversations.Contains(row.Id)), cancel);
        await Delete(db.AgentEvents.Where(row => conversations.Contains(row.ConversationId)), cancel);
        await Delete(db.AgentAnswers.Where(row => conversations.Contains(row.ConversationId)), cancel);
        await Delete(db.SurveyRequests.Where(row => conversations.Contains(row.ConversationId)), cancel);
        await Delete(db.AutomaticMessages.Where(row => contacts.Contains(row.Subject)), cancel);
        await Delete(db.Outbox.Where(row => threads.Contains(row.ThreadId)), cancel);
        await Delete(db.Drafts.Where(row => conversations.Contains(row.ConversationId)), cancel);
        await Delete(db.Notifications.Where(row => conversations.Contains(row.ConversationId)), cancel);
        await Delete(db.Mails, cancel); // Any that still waits may name him, and tells nothing that does not stand behind the bell.
        await Delete(db.ProactiveMessages.Where(row => row.ContactId != null && contacts.Contains(row.ContactId.Value)), cancel);
        await Delete(db.ProactiveMessages.Where(row => row.ContactId == null && row.Address != null && his.Addresses.Contains(row.Address)), cancel);
        await Delete(db.BulkChanges.Where(row => conversations.Contains(row.ConversationId)), cancel);
        await Delete(db.AssignmentDecisions.Where(row => conversations.Contains(row.ConversationId)), cancel);
        await Delete(db.RoutingDecisions.Where(row => conversations.Contains(row.ConversationId)), cancel);
        await Delete(db.ConversationTeams.Where(row => conversations.Contains(row.ConversationId)), cancel);
        await Delete(db.ConversationTopics.Where(row => conversations.Contains(row.ConversationId)), cancel);
        await Delete(db.Conversations.Where(row => conversations.Contains(row.Id)), cancel);
        await Delete(db.Threads.Where(row => threads.Contains(row.Id)), cancel);
        await Delete(db.Contacts.Where(row => contacts.Contains(row.Id)), cancel);
    }

    /// <summary>Some of what was said, in the order in which it lies.</summary>
    public static Task<List<Guid>> MessagesLeft(this RelaisDb db, DeletionRow his, CancellationToken cancel) =>
        db.Messages.Where(row => his.ThreadIds.Contains(row.ThreadId)).OrderBy(row => row.ThreadId).ThenBy(row => row.At).Select(row => row.Id).Take(MessagesAtOnce).ToListAsync(cancel);

    /// <returns>The files they had.</returns>
    public static Task<List<string>> FilesOf(this RelaisDb db, IReadOnlyCollection<Guid> messages, CancellationToken cancel) =>
        db.Files(messages).Where(row => row.Key != null).Select(row => row.Key!).ToListAsync(cancel);

    public static async Task EraseMessages(this RelaisDb db, IReadOnlyCollection<Guid> messages, IReadOnlyCollection<string> files, CancellationToken cancel)
    {
        await Delete(db.Files(messages), cancel);
        await Delete(db.PostsAmong(messages), cancel);
        await Delete(db.LooseFiles.Where(row => files.Contains(row.Key)), cancel);
        await Delete(db.MessageTags.Where(row => messages.Contains(row.MessageId)), cancel);
        await Delete(db.Outbox.Where(row => messages.Contains(row.MessageId)), cancel);
        await Delete(db.Messages.Where(row => messages.Contains(row.Id)), cancel);
    }

    private static IQueryable<Attachment> Files(this RelaisDb db, IReadOnlyCollection<Guid> messages)
    {
        var ids = messages.Select(id => (Guid?)id).ToArray();
        var posts = db.PostsAmong(messages).Select(post => (Guid?)post.Id);
        return db.Attachments.Where(row => (row.MessageId != null && ids.Contains(row.MessageId)) || (row.PostId != null && posts.Contains(row.PostId)));
    }

    /// <summary>Who posted himself, and was not only commenting, wrote the post as his message.</summary>
    private static IQueryable<Post> PostsAmong(this RelaisDb db, IReadOnlyCollection<Guid> messages) =>
        db.Posts.Where(post => db.Messages.Any(message => messages.Contains(message.Id) && message.ChannelId == post.ChannelId && message.ExternalId == post.ExternalId));

    /// <summary>Of the next events, those that speak of him say only that something was.</summary>
    /// <param name="stub">What is left of one.</param>
    public static async Task RedactEvents(this RelaisDb db, DeletionRow his, Func<long, DateTimeOffset, string> stub, CancellationToken cancel)
    {
        var (after, upTo) = (his.Events, Math.Min(his.Events + EventsAtOnce, his.LastEvent!.Value));
        var next = db.Events.AsNoTracking().Where(row => row.Position > after && row.Position <= upTo);
        var threads = his.ThreadIds.Select(id => (Guid?)id).ToArray();
        var found = await Places(next.Where(row => row.ThreadId != null && threads.Contains(row.ThreadId)), cancel);
        foreach (var name in his.ContactIds.Select(id => id.ToString()))
            found.AddRange(await Places(next.Where(row => row.Body.Contains(name)), cancel));

        await db.Dialect.ExecuteMany(
            db, RedactSql, [.. found.DistinctBy(one => one.Position).Select(one => new object?[] { his.OrganisationId, one.Position, stub(one.Position, one.At), false })], cancel);
        his.Events = upTo;
    }

    /// <summary>
    /// What came in at his channels and was read is emptied, his or not: nobody needs it any more, and whose it is would have to be
    /// guessed. What could not be read goes when it names him.
    /// </summary>
    public static async Task EmptyJournal(this RelaisDb db, DeletionRow his, CancellationToken cancel)
    {
        var upTo = Math.Min(his.Items + ItemsAtOnce, his.LastItem);
        await db.Dialect.ExecuteMany(db, EmptySql, [.. his.ChannelIds.Select(channel => new object?[] { his.Items, upTo, channel, JournalState.Done })], cancel);
        his.Items = upTo;
    }

    /// <inheritdoc cref="EmptyJournal"/>
    public static async Task DropQuarantined(this RelaisDb db, DeletionRow his, CancellationToken cancel)
    {
        var names = Spelled(his.Addresses).Select(Encoding.UTF8.GetBytes).ToArray();
        var broken = await db.Journal.Where(row => row.State == JournalState.Quarantined && his.ChannelIds.Contains(row.ChannelId)).ToListAsync(cancel);
        foreach (var item in broken.Where(item => names.Any(name => item.Body.AsSpan().IndexOf(name) >= 0)))
            (item.State, item.Body, item.Error) = (JournalState.Done, null, null);
    }

    /// <summary>What his channels remember of him: a visit, an answer that nobody has collected yet.</summary>
    public static async Task ForgetAtChannels(this RelaisDb db, DeletionRow his, CancellationToken cancel)
    {
        foreach (var channel in his.ChannelIds)
        {
            var named = channel.ToString();
            var kept = db.ChannelStates.Where(row => row.ChannelId == channel || row.Value.Contains(named));
            foreach (var name in Spelled(his.Addresses).Concat(his.ThreadIds.Select(id => id.ToString())))
                await Delete(kept.Where(row => row.Key.Contains(name) || row.Value.Contains(name)), cancel);
        }
    }

    /// <summary>As they stand in JSON, whoever wrote it: whole, and not as a part of others.</summary>
    private static IEnumerable<string> Spelled(IEnumerable<string> names) =>
        names.SelectMany(name => new[] { JsonSerializer.Serialize(name), JsonSerializer.Serialize(name, Relaxed) }).Distinct(StringComparer.Ordinal);

    private static Task<List<Place>> Places(IQueryable<EventRow> rows, CancellationToken cancel) =>
        rows.Select(row => new Place(row.Position, row.At)).ToListAsync(cancel);

    private static Task<int> Delete<T>(IQueryable<T> rows, CancellationToken cancel) => rows.ExecuteDeleteAsync(cancel);

    private sealed record Place(long Position, DateTimeOffset At);
}
