using System.Net;
using System.Text.Json;
using Lib.Net.Http.WebPush;
using Lib.Net.Http.WebPush.Authentication;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Notifications;
using Relais.Domain.People;
using Relais.Server.Conversations;
using Relais.Server.Jobs;
using Relais.Server.Persistence;
using Relais.Server.Security;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Notifications;

/// <summary>
/// Brings what a member has not read to his browsers (RFC 8030, 8291, 8292). Each is taken once, on whichever node, before it is
/// sent: one that is lost on the way still stands behind the bell.
/// </summary>
public sealed partial class Pusher(
    IServiceScopeFactory scopes, IHttpClientFactory clients, VapidKeys keys, SiteAddress site, TimeProvider clock, ILogger<Pusher> log) : Worker(clock, log)
{
    private const int AtOnce = 100;
    private const string TakeSql = "UPDATE notifications SET push_at = NULL WHERE id = @p0 AND push_at IS NOT NULL AND read_at IS NULL";
    private const string ForgetSql = "DELETE FROM push_subscriptions WHERE id = @p0";

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>Older news is no news.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(4);

    protected override TimeSpan Recovery => TimeSpan.FromSeconds(10);

    protected override async Task Round(CancellationToken cancel)
    {
        var taken = await Take(cancel);
        foreach (var his in taken.GroupBy(one => one.MemberId)) await Bring([.. his], cancel);
        if (taken.Count < AtOnce) await Task.Delay(Beat, Clock, cancel);
    }

    private async Task<IReadOnlyList<Notification>> Take(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var now = Clock.GetUtcNow();
        var due = await db.Notifications.IgnoreQueryFilters().AsNoTracking().Where(one => one.PushAt <= now).OrderBy(one => one.PushAt).Take(AtOnce).ToListAsync(cancel);
        if (due.Count == 0) return [];

        await using var turn = await db.BeginWrite(cancel);
        var touched = await db.Dialect.ExecuteMany(db, TakeSql, [.. due.Select(one => new object?[] { one.Id })], cancel);
        await turn.Commit(cancel);
        var fresh = due.Where((one, at) => touched[at] > 0 && one.PushAt > now - Lasts).ToList();
        var reached = await WithBrowser(db, fresh, cancel);
        return [.. fresh.Where(one => reached.Contains(one.MemberId))];
    }

    /// <summary>Most members never asked a browser to tell them: that costs one question for all, not some for each.</summary>
    private static async Task<HashSet<Guid>> WithBrowser(RelaisDb db, List<Notification> fresh, CancellationToken cancel)
    {
        Guid[] memberIds = [.. fresh.Select(one => one.MemberId).Distinct()];
        return await db.PushSubscriptions.IgnoreQueryFilters().Where(row => memberIds.Contains(row.MemberId)).Select(row => row.MemberId).ToHashSetAsync(cancel);
    }

    private async Task Bring(IReadOnlyList<Notification> his, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, entrance, me) = (scope.ServiceProvider.GetRequiredService<RelaisDb>(), scope.ServiceProvider.GetRequiredService<Entrance>(), scope.ServiceProvider.GetRequiredService<CurrentMember>());
        db.Scope = his[0].OrganisationId;
        var member = await db.Members.AsNoTracking().FirstAsync(one => one.Id == his[0].MemberId, cancel);
        var browsers = await db.PushSubscriptions.AsNoTracking().Where(row => row.MemberId == member.Id).ToListAsync(cancel);
        if (browsers.Count == 0 || !member.IsActive || await IsQuiet(db, member, cancel)) return;

        await entrance.Admit(member, cancel);
        Guid[] ids = [.. his.Select(one => one.ConversationId)];
        var names = await (
            from conversation in db.Conversations.VisibleTo(me, db)
            join contact in db.Contacts on conversation.ContactId equals contact.Id
            where ids.Contains(conversation.Id)
            select new { conversation.Id, Contact = contact }).AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Contact.DisplayName, cancel);
        foreach (var notification in his.Where(one => names.ContainsKey(one.ConversationId)))
        foreach (var browser in browsers)
            await Send(db, browser, Say(notification, names[notification.ConversationId], member.Language), cancel);
    }

    private static async Task<bool> IsQuiet(RelaisDb db, Member member, CancellationToken cancel) => member.Availability == Availability.Away
        && (await db.NotificationPreferences.AsNoTracking().FirstOrDefaultAsync(row => row.Id == member.Id, cancel))?.QuietWhenAway != false;

    /// <summary>Who it is about, and nothing of what was said: it stands on locked screens.</summary>
    private static PushMessage Say(Notification about, string name, string language) => new(JsonSerializer.Serialize(new
    {
        title = NotificationTexts.Of(language).Told(about, name),
        tag = about.ConversationId,
        url = $"/inbox/{about.ConversationId}",
    }))
    {
        TimeToLive = (int)Lasts.TotalSeconds,
        Urgency = PushMessageUrgency.High,
    };

    private async Task Send(RelaisDb db, Domain.Notifications.PushSubscription browser, PushMessage message, CancellationToken cancel)
    {
        using var vapid = new VapidAuthentication(keys.Public, keys.Private) { Subject = site.Root.Scheme == Uri.UriSchemeHttps ? site.Root.AbsoluteUri : "mailto:relais@localhost" };
        var client = new PushServiceClient(clients.CreateClient(GuardedHttpRegistration.ClientName)) { DefaultAuthentication = vapid, AutoRetryAfter = false };
        var target = new Lib.Net.Http.WebPush.PushSubscription { Endpoint = browser.Endpoint };
        target.SetKey(PushEncryptionKeyName.P256DH, browser.Key);
        target.SetKey(PushEncryptionKeyName.Auth, browser.Secret);
        try
        {
            await client.RequestPushMessageDeliveryAsync(target, message, cancel);
        }
        catch (PushServiceClientException gone) when (gone.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            await Forget(db, browser, cancel);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            LogNotBrought(Log, browser.Id, exception.Message);
        }
    }

    private static async Task Forget(RelaisDb db, Domain.Notifications.PushSubscription browser, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        await db.Dialect.ExecuteMany(db, ForgetSql, [[browser.Id]], cancel);
        await turn.Commit(cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A notification could not be brought to browser {Browser}: {Reason}")]
    private static partial void LogNotBrought(ILogger log, Guid browser, string reason);
}
