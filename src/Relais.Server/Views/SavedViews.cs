using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Domain.Views;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Views;

/// <summary>Queues under a name: everybody has his own and those of his teams; who supervises makes a team's.</summary>
public static class SavedViews
{
    private const int Limit = 50;

    public sealed record Answer(IReadOnlyList<SavedViewView> Items);

    /// <param name="Query">As the address of the inbox says it: <c>state=new&amp;vip=true</c>.</param>
    /// <param name="TeamId">Null = one's own.</param>
    public sealed record NewView(string Name, string Query, Guid? TeamId);

    /// <summary>What is left out stays as it is.</summary>
    public sealed record Change(string? Name, string? Query);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/views", List).Needs(Permission.SeeConversations)
            .WithName("ListViews").WithTags("Views").WithSummary("One's saved views, and those of one's teams")
            .Produces<Answer>();
        routes.MapPost("/views", Add).Needs(Permission.SeeConversations)
            .WithName("AddView").WithTags("Views").WithSummary("Save a view")
            .Produces<SavedViewView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        routes.MapPatch("/views/{id:guid}", Alter).Needs(Permission.SeeConversations)
            .WithName("ChangeView").WithTags("Views").WithSummary("Change a saved view")
            .Produces<SavedViewView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        routes.MapDelete("/views/{id:guid}", Remove).Needs(Permission.SeeConversations)
            .WithName("RemoveView").WithTags("Views").WithSummary("Remove a saved view")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> List(RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var views = await Mine(db, me).AsNoTracking().ToListAsync(cancel);
        return TypedResults.Ok(new Answer([.. views.OrderBy(view => view.Name, StringComparer.OrdinalIgnoreCase).Select(SavedViewView.Of)]));
    }

    private static async Task<IResult> Add(
        NewView request, HttpContext context, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        var id = IdempotencyKey.IdFor(context.Request, me, "view");
        await using var turn = await db.BeginWrite(cancel);
        var view = await db.SavedViews.FirstOrDefaultAsync(one => one.Id == id, cancel);
        if (view is null)
        {
            if (request.TeamId is { } teamId) await RefuseTeam(db, teamId, me, cancel);
            if (await db.SavedViews.CountAsync(one => request.TeamId == null ? one.MemberId == me.Id : one.TeamId == request.TeamId, cancel) >= Limit)
                throw new RuleViolation("view.too_many", "Remove a view nobody uses.", new Dictionary<string, object?> { ["limit"] = Limit });

            view = new SavedView(me.OrganisationId, request.Name, request.Query, me.Id, request.TeamId, me.AsActor(), clock.GetUtcNow(), id);
            db.SavedViews.Add(view);
            await db.SaveChangesAsync(cancel);
            await turn.Commit(cancel);
        }

        return TypedResults.Created($"/api/v1/views/{view.Id}", SavedViewView.Of(view));
    }

    private static async Task<IResult> Alter(Guid id, Change request, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        if (await Found(db, id, me, cancel) is not { } view) return TypedResults.NotFound();

        view.Describe(request.Name, request.Query, me.AsActor(), clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(SavedViewView.Of(view));
    }

    private static async Task<IResult> Remove(Guid id, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        if (await Found(db, id, me, cancel) is not { } view) return TypedResults.NotFound();

        view.Remove(me.AsActor(), clock.GetUtcNow());
        db.SavedViews.Remove(view);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }

    private static IQueryable<SavedView> Mine(RelaisDb db, CurrentMember me) => db.SavedViews.Where(view => view.MemberId == me.Id
        || db.Teams.Any(team => team.Id == view.TeamId && (me.May(Permission.Supervise) || team.Members.Any(seat => seat.MemberId == me.Id))));

    /// <summary>To be changed: what is a team's only by who supervises.</summary>
    private static async Task<SavedView?> Found(RelaisDb db, Guid id, CurrentMember me, CancellationToken cancel)
    {
        var view = await Mine(db, me).FirstOrDefaultAsync(one => one.Id == id, cancel);
        if (view?.TeamId is { } teamId) await RefuseTeam(db, teamId, me, cancel);
        return view;
    }

    private static async Task RefuseTeam(RelaisDb db, Guid teamId, CurrentMember me, CancellationToken cancel)
    {
        if (!me.May(Permission.Supervise)) throw new RuleViolation("view.team.denied", "Ask a supervisor to save or change a view for the team.");
        if (!await db.Teams.AnyAsync(team => team.Id == teamId, cancel)) throw new RuleViolation("view.team.unknown", "Choose a team that is there.");
    }
}

/// <summary>A saved view.</summary>
/// <param name="TeamId">Whose it is; null = one's own.</param>
public sealed record SavedViewView(Guid Id, string Name, string Query, Guid? TeamId, int Version)
{
    public static SavedViewView Of(SavedView view) => new(view.Id, view.Name, view.Query, view.TeamId, view.Version);
}
