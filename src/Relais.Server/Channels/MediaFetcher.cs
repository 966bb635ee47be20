using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Server.Jobs;
using Relais.Server.Persistence;

namespace Relais.Server.Channels;

/// <summary>Copies contacts' files from the providers into our own store at once: their addresses live for minutes.</summary>
public sealed partial class MediaFetcher(
    IServiceScopeFactory scopes, ConnectedChannels channels, FileStore files, Wake wake, TimeProvider clock, ILogger<MediaFetcher> log)
    : Worker(clock, log)
{
    private const int AtOnce = 4;
    private const int MaxTries = 8;
    private const long MaxBytes = 100L * 1024 * 1024;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestTry = TimeSpan.FromMinutes(2);

    protected override async Task Round(CancellationToken cancel)
    {
        var claimed = await Claim(cancel);
        await Task.WhenAll(claimed.Select(file => Fetch(file.Attachment, file.Message, cancel)));
        if (claimed.Count == 0) await wake.Media.Wait(Idle, cancel);
    }

    /// <summary>Moves the next try on before trying, so that nobody else fetches the same and a crash only delays it.</summary>
    private async Task<List<(Attachment Attachment, Message Message)>> Claim(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var now = Clock.GetUtcNow();
        var due = db.Attachments.IgnoreQueryFilters().Where(file => file.NextTryAt <= now).OrderBy(file => file.NextTryAt).Take(AtOnce);
        var rows = await db.Claim(Locks.MediaFetcher, due, file => file.Try(now + LongestTry), cancel);
        if (rows.Count == 0) return [];

        var ids = rows.Select(row => row.MessageId).ToArray();
        var messages = await db.Messages.IgnoreQueryFilters().AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancel);
        return [.. rows.Select(row => (row, messages.First(message => message.Id == row.MessageId)))];
    }

    private async Task Fetch(Attachment file, Message message, CancellationToken cancel)
    {
        var fetched = await channels.Find(message.ChannelId, cancel) is { } channel
            ? await channels.KindOf(channel).Fetch(channel, file.Reference ?? "", cancel)
            : new Fetched.TryLater("The channel is disconnected.");

        switch (fetched)
        {
            case Fetched.File content:
                await Keep(file, message, content, cancel);
                break;
            case Fetched.TryLater later when file.Tries < MaxTries:
                await Change(file, message, row => row.Postpone(Clock.GetUtcNow() + (later.After ?? BackOff(file.Tries))), cancel);
                break;
            default:
                await Change(file, message, row => row.GiveUp(), cancel);
                break;
        }
    }

    private async Task Keep(Attachment file, Message message, Fetched.File content, CancellationToken cancel)
    {
        await using var stream = content.Content;
        try
        {
            var stored = await files.Save(stream, MaxBytes, channelId: null, cancel);
            // Its message may have been deleted meanwhile.
            if (!await Change(file, message, row => row.Arrive(stored.Key, stored.Size, content.ContentType), cancel)) files.Delete(stored.Key);
        }
        catch (FileTooLarge)
        {
            await Change(file, message, row => row.GiveUp(), cancel);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException && file.Tries < MaxTries)
        {
            LogFailed(Log, exception);
            await Change(file, message, row => row.Postpone(Clock.GetUtcNow() + BackOff(file.Tries)), cancel);
        }
    }

    /// <returns>False when it is gone.</returns>
    private async Task<bool> Change(Attachment file, Message about, Action<Attachment> change, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = about.OrganisationId;
        await using var turn = await db.BeginWrite(cancel);
        await db.Dialect.LockThreads(db, [about.ThreadId], cancel);
        var row = await db.Attachments.FirstOrDefaultAsync(stored => stored.Id == file.Id, cancel);
        if (row is null) return false;

        change(row);
        await db.SaveChangesAsync(cancel);
        if (row.State != AttachmentState.Fetching)
            (await db.Messages.FirstAsync(stored => stored.Id == about.Id, cancel)).AttachmentSettled(Clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return true;
    }

    private static TimeSpan BackOff(int tries) => TimeSpan.FromSeconds(Math.Min(600, Math.Pow(3, tries)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Copying a contact's file failed; it will be tried again.")]
    private static partial void LogFailed(ILogger log, Exception exception);
}
