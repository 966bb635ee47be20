using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Replies;
using Relais.Domain.Shared;
using Relais.Server.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Replies;

/// <summary>Where a member's request meets the saved replies: what he sees, and what he may change of it.</summary>
public sealed class ReplyDesk(RelaisDb db, CurrentMember me, TimeProvider clock)
{
    private const string CountSql = "UPDATE saved_replies SET uses = uses + 1 WHERE id = @p0";

    private ReplyReader? reader;

    public Actor By => me.AsActor();

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<ReplyReader> Reader(CancellationToken cancel) =>
        reader ??= new ReplyReader(me.Id, me.May(Permission.ManageSettings), (await db.TeamsOf(me.Id, cancel)).ToHashSet());

    /// <summary>The collections he may use while a conversation on this channel is open; on a page there is none.</summary>
    public async Task<List<ReplyCollection>> Visible(Guid? channelId, CancellationToken cancel)
    {
        var who = await Reader(cancel);
        return [.. (await Candidates().ToListAsync(cancel)).Where(collection => collection.IsVisibleTo(who, channelId))];
    }

    /// <summary>Those, and what is offered to him of members who have left.</summary>
    public async Task<List<ReplyCollection>> Listed(Guid? channelId, CancellationToken cancel)
    {
        var who = await Reader(cancel);
        return [.. (await Candidates().ToListAsync(cancel)).Where(collection => collection.IsVisibleTo(who, channelId) || (channelId is null && collection.IsOfferedTo(who)))];
    }

    /// <summary>Null when he may not change it, or there is none.</summary>
    public async Task<ReplyCollection?> Editable(Guid id, CancellationToken cancel)
    {
        var who = await Reader(cancel);
        return await db.ReplyCollections.FirstOrDefaultAsync(row => row.Id == id, cancel) is { } collection && collection.IsEditableBy(who) ? collection : null;
    }

    /// <summary>A reply he may change, and where it stands.</summary>
    public async Task<(SavedReply Reply, ReplyCollection Collection)?> EditableReply(Guid id, CancellationToken cancel) =>
        await db.SavedReplies.FirstOrDefaultAsync(row => row.Id == id, cancel) is { } reply && await Editable(reply.CollectionId, cancel) is { } collection
            ? (reply, collection)
            : null;

    /// <exception cref="RuleViolation"><c>reply_collection.name.taken</c>.</exception>
    public async Task RefuseTakenName(ReplyCollection collection, CancellationToken cancel)
    {
        if (await db.ReplyCollections.AnyAsync(row => row.Key == collection.Key && row.OwnerId == collection.OwnerId && row.Id != collection.Id, cancel))
            throw new RuleViolation("reply_collection.name.taken", "Choose a name no other collection has.");
    }

    /// <summary>
    /// One word brings one reply among those the writer sees, on whatever channel. Somebody else's own word does not bind him: he could
    /// not know it, and to each his own comes first.
    /// </summary>
    /// <exception cref="RuleViolation"><c>saved_reply.shortcut.taken</c>.</exception>
    public async Task RefuseTakenShortcut(SavedReply reply, CancellationToken cancel)
    {
        if (reply.Shortcut is null) return;

        await db.Dialect.Lock(db, Locks.ReplyShortcuts, cancel);
        var who = await Reader(cancel);
        var others = await db.SavedReplies.AsNoTracking().Where(row => row.Shortcut == reply.Shortcut && row.Id != reply.Id).ToListAsync(cancel);
        var ids = others.ConvertAll(other => other.CollectionId);
        var theirs = await Candidates().Where(row => ids.Contains(row.Id)).ToListAsync(cancel);
        if (theirs.Find(collection => collection.IsVisibleTo(who, null) || collection.ChannelIds.Any(me.MaySee)) is { } taken)
            throw new RuleViolation(
                "saved_reply.shortcut.taken",
                "Choose a shortcut no other reply has.",
                new Dictionary<string, object?> { ["title"] = others.First(other => other.CollectionId == taken.Id).Title });
    }

    /// <summary>From now on the reply has these files: some it had already, others he has just uploaded.</summary>
    /// <exception cref="RuleViolation"><c>saved_reply.files.too_many</c>, <c>attachment.unknown</c>.</exception>
    public async Task Attach(SavedReply reply, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        if (ids.Count > SavedReply.FileLimit)
            throw new RuleViolation(
                "saved_reply.files.too_many",
                $"A saved reply has at most {SavedReply.FileLimit} files.",
                new Dictionary<string, object?> { ["limit"] = SavedReply.FileLimit });

        var files = await db.Attachments.Where(file => file.SavedReplyId == reply.Id
            || (ids.Contains(file.Id) && file.MessageId == null && file.SavedReplyId == null && file.UploadedBy == me.Id)).ToListAsync(cancel);
        if (ids.Except(files.Select(file => file.Id)).Any()) throw new RuleViolation("attachment.unknown", "Attach the file again.");

        foreach (var file in files.Where(file => file.SavedReplyId is null)) file.Join(reply);
        foreach (var file in files.Where(file => !ids.Contains(file.Id))) file.Leave(Now);
    }

    /// <summary>Counts that an answer on this channel was made of them. Belongs to the turn in which the answer is accepted.</summary>
    public async Task CountUse(IReadOnlyCollection<Guid> replyIds, Guid channelId, CancellationToken cancel)
    {
        if (replyIds.Count == 0) return;

        var visible = (await Visible(channelId, cancel)).ConvertAll(collection => collection.Id);
        var used = await db.SavedReplies.AsNoTracking().Where(row => replyIds.Contains(row.Id) && visible.Contains(row.CollectionId))
            .OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel);
        await db.Dialect.ExecuteMany(db, CountSql, [.. used.Select(id => new object?[] { id })], cancel);
    }

    public async Task<SavedReplyView> View(SavedReply reply, CancellationToken cancel) =>
        SavedReplyView.Of(reply, await db.Attachments.Where(file => file.SavedReplyId == reply.Id).OrderBy(file => file.Id).ToListAsync(cancel));

    /// <summary>Everybody else's own ones need not be looked at.</summary>
    private IQueryable<ReplyCollection> Candidates() =>
        db.ReplyCollections.Where(row => row.OwnerId == null || row.OwnerId == me.Id || row.OfferedUntil != null).OrderBy(row => row.Name).ThenBy(row => row.Id);
}
