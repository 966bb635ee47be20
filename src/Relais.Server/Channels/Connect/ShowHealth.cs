using Microsoft.EntityFrameworkCore;
using Relais.Domain.Channels;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.Security;

namespace Relais.Server.Channels.Connect;

/// <summary>How a channel is doing: when it last brought and took something, what waits, and what went wrong in the last day.</summary>
public static class ShowHealth
{
    private const int Reasons = 5;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <param name="LastReceivedAt">When its contacts last wrote; null = never.</param>
    /// <param name="LastSentAt">When the provider last took an answer; null = never.</param>
    /// <param name="ToRead">What came in and waits to be read.</param>
    /// <param name="Unreadable">What came in and could not be read.</param>
    /// <param name="ToSend">Answers that wait for their turn, or for the provider to work again.</param>
    /// <param name="Uncertain">Answers of the last day that may or may not have been sent.</param>
    /// <param name="Failures">Why answers failed in the last day, the most frequent first.</param>
    /// <param name="Allowances">What the provider still grants, as far as it tells.</param>
    public sealed record Answer(
        DateTimeOffset? LastReceivedAt,
        DateTimeOffset? LastSentAt,
        Backlog ToRead,
        int Unreadable,
        Backlog ToSend,
        int Uncertain,
        IReadOnlyList<Failure> Failures,
        IReadOnlyList<Granted> Allowances);

    /// <summary>What waits, and since when; null when nothing does.</summary>
    public sealed record Backlog(int Count, DateTimeOffset? Since);

    /// <summary>One reason. The code has words in the kind's texts.</summary>
    public sealed record Failure(string Code, int Count, DateTimeOffset LastAt);

    /// <summary>An <see cref="Allowance"/>, and whether somebody should see to it.</summary>
    public sealed record Granted(string Key, DateTimeOffset? Until, decimal? Left, decimal? Of, string? Currency, bool IsLow);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/channels/{id:guid}/health", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ShowChannelHealth").WithTags("Channels").WithSummary("How a channel is doing")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid id, RelaisDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Channels.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } channel) return TypedResults.NotFound();

        var now = clock.GetUtcNow();
        var yesterday = now - Day;
        var waiting = db.Journal.Where(row => row.ChannelId == id && row.State == JournalState.Waiting);
        var leaving = db.Outbox.Where(row => row.ChannelId == id && row.State != OutboxState.Unknown);
        return TypedResults.Ok(new Answer(
            await db.Threads.Where(thread => thread.ChannelId == id).MaxAsync(thread => thread.LastInboundAt, cancel),
            await LastSent(db, id, cancel),
            new Backlog(await waiting.CountAsync(cancel), await waiting.MinAsync(row => (DateTimeOffset?)row.ReceivedAt, cancel)),
            await db.Journal.CountAsync(row => row.ChannelId == id && row.State == JournalState.Quarantined, cancel),
            new Backlog(await leaving.CountAsync(cancel), await leaving.MinAsync(row => (DateTimeOffset?)row.CreatedAt, cancel)),
            await Troubled(db, id, yesterday).CountAsync(message => message.Delivery == DeliveryStatus.Unknown, cancel),
            await FailuresOf(Troubled(db, id, yesterday), cancel),
            [.. channel.Allowances.Select(one => new Granted(one.Key, one.Until, one.Left, one.Of, one.Currency, one.IsLow(now)))]));
    }

    /// <summary>Of the conversations that moved last, so that nobody walks through years of messages.</summary>
    private static async Task<DateTimeOffset?> LastSent(RelaisDb db, Guid channelId, CancellationToken cancel)
    {
        var threads = await db.Threads.Where(thread => thread.ChannelId == channelId).OrderByDescending(thread => thread.LastInboundAt)
            .Select(thread => thread.Id).Take(50).ToListAsync(cancel);
        return await db.Messages
            .Where(message => threads.Contains(message.ThreadId) && message.Direction == Direction.Out && message.ExternalId != null)
            .MaxAsync(message => (DateTimeOffset?)message.At, cancel);
    }

    private static IQueryable<Message> Troubled(RelaisDb db, Guid channelId, DateTimeOffset since) => db.Messages.Where(message =>
        message.ChannelId == channelId && (message.Delivery == DeliveryStatus.Failed || message.Delivery == DeliveryStatus.Unknown) && message.At >= since);

    private static async Task<IReadOnlyList<Failure>> FailuresOf(IQueryable<Message> troubled, CancellationToken cancel) =>
        await troubled
            .Where(message => message.Delivery == DeliveryStatus.Failed)
            .GroupBy(message => message.DeliveryCode ?? "")
            .Select(group => new { Code = group.Key, Count = group.Count(), LastAt = group.Max(message => message.At) })
            .OrderByDescending(failure => failure.Count).ThenBy(failure => failure.Code)
            .Take(Reasons)
            .Select(failure => new Failure(failure.Code, failure.Count, failure.LastAt))
            .ToListAsync(cancel);
}
