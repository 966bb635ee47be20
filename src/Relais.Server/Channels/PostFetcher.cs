using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Server.Jobs;
using Relais.Server.Persistence;

namespace Relais.Server.Channels;

/// <summary>Asks the providers what the posts say that people write under, beside the intake and never in its way.</summary>
public sealed partial class PostFetcher(
    IServiceScopeFactory scopes, ConnectedChannels channels, FileStore files, Wake wake, TimeProvider clock, ILogger<PostFetcher> log)
    : Worker(clock, log)
{
    private const int AtOnce = 4;
    private const int MaxTries = 8;
    private const long MaxBytes = 20L * 1024 * 1024;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestTry = TimeSpan.FromMinutes(1);

    protected override async Task Round(CancellationToken cancel)
    {
        var claimed = await Claim(cancel);
        await Task.WhenAll(claimed.Select(post => Ask(post, cancel)));
        if (claimed.Count == 0) await wake.Posts.Wait(Idle, cancel);
    }

    /// <summary>Moves the next try on before trying, so that nobody else asks the same and a crash only delays it.</summary>
    private async Task<List<Post>> Claim(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var now = Clock.GetUtcNow();
        var due = db.Posts.IgnoreQueryFilters().Where(post => post.NextTryAt <= now).OrderBy(post => post.NextTryAt).Take(AtOnce);
        return await db.Claim(Locks.PostFetcher, due, post => post.Try(now + LongestTry), cancel);
    }

    private async Task Ask(Post post, CancellationToken cancel)
    {
        if (await channels.Find(post.ChannelId, cancel) is not { } channel)
        {
            await Change(post, row => row.Postpone(null), cancel);
            return;
        }

        var shown = await channels.KindOf(channel).ShowPost(channel, post.ExternalId, cancel);
        if (shown is ShownPost.As known) await Keep(post, known.Card, await CopyOf(channel, known.Picture, cancel), cancel);
        else if (shown is ShownPost.TryLater later && post.Tries < MaxTries) await Change(post, row => row.Postpone(Clock.GetUtcNow() + (later.After ?? BackOff(post.Tries))), cancel);
        else await Change(post, row => row.Postpone(null), cancel);
    }

    private async Task Keep(Post post, PostCard card, Attachment? picture, CancellationToken cancel)
    {
        var isThere = await Change(
            post,
            row =>
            {
                row.Postpone(null);
                row.Learn(card, Clock.GetUtcNow());
                if (picture is not null) row.Show(picture, Clock.GetUtcNow());
            },
            cancel,
            picture);
        if (!isThere && picture is not null) files.Delete(picture.Key!);
    }

    /// <summary>A post is worth showing without its picture: one try, and no more.</summary>
    private async Task<Attachment?> CopyOf(ConnectedChannel channel, string? reference, CancellationToken cancel)
    {
        if (reference is null || await channels.KindOf(channel).Fetch(channel, reference, cancel) is not Fetched.File file) return null;

        await using var stream = file.Content;
        try
        {
            var stored = await files.Save(stream, MaxBytes, channelId: null, cancel);
            return Attachment.InStore(
                channel.OrganisationId, AttachmentKind.Image, "post", file.ContentType ?? "application/octet-stream", stored.Key, stored.Size, null, Clock.GetUtcNow());
        }
        catch (Exception exception) when (exception is FileTooLarge or IOException or HttpRequestException)
        {
            LogFailed(Log, exception);
            return null;
        }
    }

    /// <summary>The intake rests meanwhile: it may hold the same post.</summary>
    /// <returns>False when it is gone.</returns>
    private async Task<bool> Change(Post post, Action<Post> change, CancellationToken cancel, Attachment? picture = null)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = post.OrganisationId;
        await using var turn = await db.BeginWrite(cancel);
        await db.Dialect.Lock(db, Locks.Intake, cancel);
        if (await db.Posts.FirstOrDefaultAsync(row => row.Id == post.Id, cancel) is not { } stored) return false;

        change(stored);
        if (picture is not null) db.Attachments.Add(picture);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return true;
    }

    private static TimeSpan BackOff(int tries) => TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(4, tries)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Copying the picture of a post failed; the post is shown without it.")]
    private static partial void LogFailed(ILogger log, Exception exception);
}
