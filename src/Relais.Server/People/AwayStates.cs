using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.People;

/// <summary>The organisation's own away states: everybody chooses among them, administrators make, change, order and archive them.</summary>
public static class AwayStates
{
    public const int Limit = 50;

    public sealed record Answer(IReadOnlyList<AwayStateView> Items);

    public sealed record NewState(string Name, AwayIcon? Icon, AwayColour? Colour, bool? IsProductive);

    /// <summary>What is left out stays as it is.</summary>
    public sealed record Change(string? Name, AwayIcon? Icon, AwayColour? Colour, bool? IsProductive, bool? IsArchived);

    /// <param name="Ids">All that are in use, as they shall stand.</param>
    public sealed record Order(IReadOnlyList<Guid>? Ids);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/away-states", List).Needs(Permission.UseRelais)
            .WithName("ListAwayStates").WithTags("People").WithSummary("The away states of the organisation, archived ones too, in their order")
            .Produces<Answer>();
        routes.MapPost("/away-states", Add).Needs(Permission.ManageSettings)
            .WithName("AddAwayState").WithTags("People").WithSummary("Add an away state")
            .Produces<AwayStateView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        routes.MapPatch("/away-states/{id:guid}", Alter).Needs(Permission.ManageSettings)
            .WithName("ChangeAwayState").WithTags("People").WithSummary("Change, archive or restore an away state")
            .Produces<AwayStateView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        routes.MapPut("/away-states/order", Arrange).Needs(Permission.ManageSettings)
            .WithName("OrderAwayStates").WithTags("People").WithSummary("Put the away states in another order")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> List(RelaisDb db, CancellationToken cancel) => TypedResults.Ok(await All(db, cancel));

    private static async Task<IResult> Add(
        NewState request, HttpContext context, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        var id = IdempotencyKey.IdFor(context.Request, me, "away-state");
        await using var turn = await db.BeginWrite(cancel);
        var state = await db.AwayStates.FirstOrDefaultAsync(one => one.Id == id, cancel);
        if (state is null)
        {
            var places = await db.AwayStates.Select(one => one.Place).ToListAsync(cancel);
            if (places.Count >= Limit) throw new RuleViolation("away_state.too_many", "Archive what nobody uses, and rename it.", Facts(Limit));

            state = new AwayState(me.OrganisationId, request.Name, places.Count == 0 ? 0 : places.Max() + 1, me.AsActor(), clock.GetUtcNow(), id);
            if (request is not { Icon: null, Colour: null, IsProductive: null })
                state.Describe(null, request.Icon, request.Colour, request.IsProductive, me.AsActor(), clock.GetUtcNow());
            await RefuseTakenName(db, state, cancel);
            db.AwayStates.Add(state);
            await db.SaveChangesAsync(cancel);
            await turn.Commit(cancel);
        }

        return TypedResults.Created($"/api/v1/away-states/{state.Id}", AwayStateView.Of(state));
    }

    private static async Task<IResult> Alter(
        Guid id, Change request, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        var state = await db.AwayStates.SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (state is null) return TypedResults.NotFound();

        var (by, now) = (me.AsActor(), clock.GetUtcNow());
        if (request is not { Name: null, Icon: null, Colour: null, IsProductive: null })
            state.Describe(request.Name, request.Icon, request.Colour, request.IsProductive, by, now);
        if (request.IsArchived == true) state.Archive(by, now);
        if (request.IsArchived == false) state.Restore(by, now);
        if (!state.IsArchived) await RefuseTakenName(db, state, cancel);

        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return TypedResults.Ok(AwayStateView.Of(state));
    }

    private static async Task<IResult> Arrange(
        Order request, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        var ids = request.Ids ?? [];
        var states = await db.AwayStates.ToListAsync(cancel);
        if (!states.Where(state => !state.IsArchived).Select(state => state.Id).Order().SequenceEqual(ids.Order()))
            throw new LostRace("away_state.order", "Somebody changed the list meanwhile: load it again.");

        foreach (var state in states.Where(state => !state.IsArchived))
            state.MoveTo(ids.IndexOf(state.Id), me.AsActor(), clock.GetUtcNow());

        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return TypedResults.Ok(await All(db, cancel));
    }

    private static async Task<Answer> All(RelaisDb db, CancellationToken cancel)
    {
        var states = await db.AwayStates.AsNoTracking().OrderBy(state => state.Place).ThenBy(state => state.Id).ToListAsync(cancel);
        return new Answer([.. states.Select(AwayStateView.Of)]);
    }

    private static async Task RefuseTakenName(RelaisDb db, AwayState state, CancellationToken cancel)
    {
        if (await db.AwayStates.AnyAsync(one => one.Name == state.Name && one.Id != state.Id && one.ArchivedAt == null, cancel))
            throw new RuleViolation("away_state.name.taken", "Choose a name no other away state has.");
    }

    private static int IndexOf(this IReadOnlyList<Guid> ids, Guid id)
    {
        for (var place = 0; place < ids.Count; place++)
        {
            if (ids[place] == id) return place;
        }

        return ids.Count;
    }

    private static Dictionary<string, object?> Facts(int limit) => new() { ["limit"] = limit };
}

/// <summary>An own away state, as the status menu and the settings show it.</summary>
public sealed record AwayStateView(
    Guid Id, string Name, AwayIcon Icon, AwayColour Colour, bool IsProductive, int Place, bool IsArchived, int Version)
{
    public static AwayStateView Of(AwayState state) => new(
        state.Id, state.Name, state.Icon, state.Colour, state.IsProductive, state.Place, state.IsArchived, state.Version);
}
