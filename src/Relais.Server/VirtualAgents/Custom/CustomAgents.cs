using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.VirtualAgents;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.VirtualAgents.Custom;

/// <summary>The custom virtual agents, as administrators set them up.</summary>
public static class ListCustomAgents
{
    public sealed record Answer(IReadOnlyList<CustomAgentView> Items);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/custom-agents", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ListCustomAgents").WithTags("Virtual agents").WithSummary("The custom virtual agents")
            .Produces<Answer>();
        routes.MapGet("/custom-agents/{id:guid}", Show)
            .Needs(Permission.ManageSettings)
            .WithName("ShowCustomAgent").WithTags("Virtual agents").WithSummary("One custom virtual agent, with its secrets")
            .Produces<CustomAgentDetail>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Handle(RelaisDb db, HttpContext context, CancellationToken cancel)
    {
        var desk = context.RequestServices.GetRequiredService<CustomAgentDesk>();
        var views = new List<CustomAgentView>();
        foreach (var agent in await db.CustomAgents.AsNoTracking().OrderBy(row => row.Key).ToListAsync(cancel)) views.Add(await desk.View(agent, cancel));
        return TypedResults.Ok(new Answer(views));
    }

    private static async Task<IResult> Show(Guid id, HttpContext context, CancellationToken cancel)
    {
        var desk = context.RequestServices.GetRequiredService<CustomAgentDesk>();
        return await desk.Find(id, cancel) is { } agent ? TypedResults.Ok(await desk.Detail(agent, context.Request, cancel)) : TypedResults.NotFound();
    }
}

/// <summary>Makes a custom virtual agent, with secrets of its own. It takes nothing until it is turned on, on a channel.</summary>
public static class AddCustomAgent
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/custom-agents", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("AddCustomAgent").WithTags("Virtual agents").WithSummary("Make a custom virtual agent")
            .Produces<CustomAgentDetail>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(CustomAgentDraftView request, HttpContext context, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var desk = context.RequestServices.GetRequiredService<CustomAgentDesk>();
        var id = IdempotencyKey.IdFor(context.Request, me, "custom-agent");
        var agent = id is { } known ? await desk.Find(known, cancel) : null;
        if (agent is null)
        {
            agent = new CustomAgent(me.OrganisationId, request.ToDraft(), desk.Common.By, desk.Common.Now, id);
            desk.Keep(agent, AgentSecrets.Choose());
            await desk.Check(agent, cancel);
            db.CustomAgents.Add(agent);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Created($"/api/v1/custom-agents/{agent.Id}", await desk.Detail(agent, context.Request, cancel));
    }
}

/// <summary>Describes a custom virtual agent anew, turns it on or off, or puts it on other channels. What it has goes on as it began.</summary>
public static class ChangeCustomAgent
{
    /// <summary>What is left out stays as it is.</summary>
    public sealed record Request(CustomAgentDraftView? Draft, bool? Enabled, IReadOnlyList<Guid>? ChannelIds);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPatch("/custom-agents/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ChangeCustomAgent").WithTags("Virtual agents").WithSummary("Change a custom virtual agent")
            .Produces<CustomAgentDetail>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(Guid id, Request request, HttpContext context, RelaisDb db, CancellationToken cancel)
    {
        var desk = context.RequestServices.GetRequiredService<CustomAgentDesk>();
        var (by, now) = (desk.Common.By, desk.Common.Now);
        await using var turn = await db.BeginWrite(cancel);
        if (await desk.Find(id, cancel) is not { } agent) return TypedResults.NotFound();

        if (request.Draft is { } draft) agent.Describe(draft.ToDraft(), by, now);
        if (request.ChannelIds is { } channels) agent.WorkOn(channels, by, now);
        if (request.Draft is not null || request.ChannelIds is not null) await desk.Check(agent, cancel);
        if (request.Enabled is { } on) agent.Turn(on, by, now);
        if (request.Enabled == false) await desk.Common.Release(id, cancel);
        await db.SaveChangesAsync(cancel);
        var detail = await desk.Detail(agent, context.Request, cancel);
        await turn.Commit(cancel);
        return TypedResults.Ok(detail);
    }
}

/// <summary>Deletes a custom virtual agent. The conversations it has go to people; what it was told goes with it.</summary>
public static class RemoveCustomAgent
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/custom-agents/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("RemoveCustomAgent").WithTags("Virtual agents").WithSummary("Delete a custom virtual agent")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid id, HttpContext context, RelaisDb db, CancellationToken cancel)
    {
        var desk = context.RequestServices.GetRequiredService<CustomAgentDesk>();
        await using var turn = await db.BeginWrite(cancel);
        if (await desk.Find(id, cancel) is not { } agent) return TypedResults.NotFound();

        agent.Remove(desk.Common.By, desk.Common.Now);
        db.CustomAgents.Remove(agent);
        await desk.Common.Release(id, cancel);
        await db.SaveChangesAsync(cancel);
        await db.AgentEvents.Where(row => row.AgentId == id).ExecuteDeleteAsync(cancel);
        await turn.Commit(cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>Chooses another secret. For a day the one before counts too: time to bring the new one to the program.</summary>
public static class ReplaceAgentSecret
{
    public enum Which
    {
        /// <summary>With what events are signed.</summary>
        Signing,

        /// <summary>What the program shows.</summary>
        Token,
    }

    public sealed record Request(Which Secret);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/custom-agents/{id:guid}/secrets", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ReplaceCustomAgentSecret").WithTags("Virtual agents").WithSummary("Choose another secret for a custom virtual agent")
            .Produces<CustomAgentDetail>()
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid id, Request request, HttpContext context, RelaisDb db, CancellationToken cancel)
    {
        var desk = context.RequestServices.GetRequiredService<CustomAgentDesk>();
        if (await desk.Find(id, cancel) is not { } agent) return TypedResults.NotFound();

        var (secrets, now) = (desk.SecretsOf(agent), desk.Common.Now);
        desk.Keep(agent, request.Secret == Which.Signing ? secrets.WithNewSigning(now) : secrets.WithNewToken(now));
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(await desk.Detail(agent, context.Request, cancel));
    }
}
