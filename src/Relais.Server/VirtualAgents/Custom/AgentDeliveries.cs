using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Channels;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.Security;

namespace Relais.Server.VirtualAgents.Custom;

/// <summary>What a program was told lately, and what it answered: the newest first.</summary>
public static class AgentDeliveries
{
    private const int PageSize = 25;

    /// <param name="Next">For <c>before</c>; null on the last page.</param>
    public sealed record Answer(IReadOnlyList<Item> Items, Guid? Next);

    /// <param name="Type">As the program saw it.</param>
    /// <param name="Number">What people call its conversation; null when that is gone.</param>
    /// <param name="Attempts">How often it was tried.</param>
    /// <param name="Status">What the web hook answered.</param>
    /// <param name="Problem">Why it failed, as a code.</param>
    /// <param name="Request">What was sent.</param>
    /// <param name="Answer">What came back.</param>
    public sealed record Item(
        Guid Id, string Type, Guid ConversationId, int? Number, DateTimeOffset At, AgentEventState State, int Attempts, int? Status, int? Milliseconds, string? Problem, string? Request, string? Answer);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/custom-agents/{id:guid}/deliveries", List)
            .Needs(Permission.ManageSettings)
            .WithName("ListAgentDeliveries").WithTags("Virtual agents").WithSummary("What a custom virtual agent was told lately")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapPost("/custom-agents/{id:guid}/deliveries/{eventId:guid}/repetition", Repeat)
            .Needs(Permission.ManageSettings)
            .WithName("RepeatAgentDelivery").WithTags("Virtual agents").WithSummary("Tell a custom virtual agent the same once more")
            .WithDescription("With the same idempotency key. What it answers counts only while it has the conversation, and only once.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> List(Guid id, Guid? before, RelaisDb db, CancellationToken cancel)
    {
        if (!await db.CustomAgents.AnyAsync(row => row.Id == id, cancel)) return TypedResults.NotFound();

        var rows = await db.AgentEvents.AsNoTracking().Where(row => row.AgentId == id && (before == null || row.Id < before))
            .OrderByDescending(row => row.Id).Take(PageSize + 1).ToListAsync(cancel);
        var page = rows.Take(PageSize).ToList();
        Guid[] conversationIds = [.. page.Select(row => row.ConversationId).Distinct()];
        var numbers = await db.Conversations.Where(row => conversationIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => (int?)row.Number, cancel);
        return TypedResults.Ok(new Answer(
            [.. page.Select(row => Of(row, numbers.GetValueOrDefault(row.ConversationId)))], rows.Count > PageSize ? page[^1].Id : null));
    }

    private static async Task<IResult> Repeat(Guid id, Guid eventId, RelaisDb db, Wake wake, TimeProvider clock, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        if (await db.AgentEvents.FirstOrDefaultAsync(one => one.Id == eventId && one.AgentId == id, cancel) is not { } row) return TypedResults.NotFound();
        if (row.State is AgentEventState.Waiting or AgentEventState.Sending) throw new LostRace("agent_event.on_its_way", "It is being told at this moment.");

        (row.State, row.IsRepeat, row.DueAt, row.EndedAt) = (AgentEventState.Waiting, true, clock.GetUtcNow(), null);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        wake.Agents.Ring();
        return TypedResults.NoContent();
    }

    private static Item Of(AgentEventRow row, int? number) => new(
        row.Id, AgentEvent.TypeOf(row.Kind), row.ConversationId, number, row.At, row.State, row.Attempt, row.Status, row.Milliseconds, row.Problem, row.Request, row.Answer);
}
