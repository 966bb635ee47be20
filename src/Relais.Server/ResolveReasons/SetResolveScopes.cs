using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.ResolveReasons;

/// <summary>Chooses where a reason, or a topic, is asked for before a conversation ends.</summary>
public static class SetResolveScopes
{
    /// <summary>What is left out stays as it is.</summary>
    public sealed record Request(ScopesView? Reasons, ScopesView? Topics);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/resolve-reasons/scopes", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("SetResolveScopes").WithTags("Resolve reasons").WithSummary("Choose where a reason or a topic is asked for")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(Request request, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        await db.Dialect.Lock(db, Locks.ResolveScopes, cancel); // Two switches are turned faster than one is answered.
        var policy = await db.ResolvePolicy(cancel);
        if (db.Entry(policy).State == EntityState.Detached) db.ResolvePolicies.Add(policy);
        policy.Ask(await Read(request.Reasons, db, cancel), await Read(request.Topics, db, cancel), me.AsActor(), clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return TypedResults.NoContent();
    }

    private static async Task<ResolveScopes?> Read(ScopesView? asked, RelaisDb db, CancellationToken cancel)
    {
        if (asked is null) return null;

        Guid[] ids = [.. (asked.Channels ?? []).Select(place => place.ChannelId).Distinct()];
        if (await db.Channels.CountAsync(channel => ids.Contains(channel.Id), cancel) != ids.Length)
            throw new RuleViolation("resolve_scope.channel", "Choose among the channels of this organisation.");

        return asked.ToScopes();
    }
}
