using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.Notifications;
using Relais.Domain.People;
using Relais.Server.Conversations;
using Relais.Server.Jobs;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.Security;

namespace Relais.Server.Notifications;

/// <summary>
/// Puts what a member has not read in time into one mail. The mail is written down in the transaction that takes its
/// notifications off the list, so that none is told twice or forgotten, whatever dies in between.
/// </summary>
public sealed class Digests(IServiceScopeFactory scopes, DigestMail mail, TimeProvider clock, ILogger<Digests> log) : Worker(clock, log)
{
    private const string TakeSql = "UPDATE notifications SET mail_at = NULL WHERE id = @p0";

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    /// <summary>What is older was never sent because nothing could be: nobody wants to read it now.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(2);

    protected override TimeSpan Recovery => TimeSpan.FromSeconds(10);

    protected override async Task Round(CancellationToken cancel)
    {
        foreach (var member in await Awaiting(cancel)) await Write(member, cancel);
        await Task.Delay(Beat, Clock, cancel);
    }

    private async Task<List<Reader>> Awaiting(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var now = Clock.GetUtcNow();
        var readers = await db.Notifications.IgnoreQueryFilters().Where(one => one.MailAt <= now)
            .Select(one => new { one.OrganisationId, one.MemberId }).Distinct().OrderBy(one => one.MemberId).Take(100).ToListAsync(cancel);
        return readers.ConvertAll(one => new Reader(one.OrganisationId, one.MemberId));
    }

    private async Task Write(Reader reader, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, entrance, me) = (scope.ServiceProvider.GetRequiredService<RelaisDb>(), scope.ServiceProvider.GetRequiredService<Entrance>(), scope.ServiceProvider.GetRequiredService<CurrentMember>());
        db.Scope = reader.OrganisationId;
        await using var turn = await db.BeginWrite(cancel);
        if (!await db.Dialect.TryLock(db, Locks.Digests, cancel)) return;

        var waiting = await db.Notifications.AsNoTracking().Where(one => one.MemberId == reader.MemberId && one.MailAt != null).OrderBy(one => one.Id).ToListAsync(cancel);
        await db.Dialect.ExecuteMany(db, TakeSql, [.. waiting.Select(one => new object?[] { one.Id })], cancel);
        var member = await db.Members.AsNoTracking().FirstAsync(one => one.Id == reader.MemberId, cancel);
        if (member.IsActive)
        {
            await entrance.Admit(member, cancel);
            var content = await Content(db, me, member, waiting, cancel);
            if (content is not null) db.Mails.Add(content);
        }

        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
    }

    /// <summary>Null when nothing is left to tell: it was read, is too old, or is out of his sight.</summary>
    private async Task<MailRow?> Content(RelaisDb db, CurrentMember me, Member member, List<Notification> waiting, CancellationToken cancel)
    {
        var oldest = Clock.GetUtcNow() - Lasts;
        Guid[] ids = [.. waiting.Where(one => one.At > oldest).Select(one => one.ConversationId).Distinct()];
        var names = await (
            from conversation in db.Conversations.VisibleTo(me, db)
            join contact in db.Contacts on conversation.ContactId equals contact.Id
            where ids.Contains(conversation.Id)
            select new { conversation.Id, Contact = contact }).AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Contact.DisplayName, cancel);
        List<(Notification, string)> told = [.. waiting.Where(one => one.At > oldest && names.ContainsKey(one.ConversationId)).Select(one => (one, names[one.ConversationId]))];
        if (told.Count == 0) return null;

        var preferences = await db.NotificationPreferences.AsNoTracking().FirstOrDefaultAsync(row => row.Id == member.Id, cancel) ?? new NotificationPreferences(member.OrganisationId, member.Id);
        var queue = preferences.Wants(NotificationKind.Queue, NotificationWay.Email)
            ? await db.Conversations.VisibleTo(me, db).CountAsync(row => row.State == ConversationState.New && row.AssigneeId == null, cancel)
            : 0;
        return mail.To(member, preferences.Digest, told, queue, Clock.GetUtcNow());
    }

    private sealed record Reader(Guid OrganisationId, Guid MemberId);
}
