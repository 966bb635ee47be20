using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.People;

/// <summary>Renames a member, gives him another role or other teams, disables him or lets him back in.</summary>
public static class ChangeMember
{
    /// <summary>What is left out stays as it is. The status may be <c>active</c> or <c>disabled</c>.</summary>
    public sealed record Request(string? Name, Role? Role, IReadOnlyList<Guid>? TeamIds, MemberStatus? Status);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPatch("/members/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ChangeMember").WithTags("People").WithSummary("Change a member")
            .Produces<MemberView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Guid id, Request request, RelaisDb db, CurrentMember me, Membership membership, Presence presence, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        var member = await db.Members.SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (member is null) return TypedResults.NotFound();

        await membership.Change(member, request, me.AsActor(), cancel);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        await membership.EndWhatChanged(member);
        return TypedResults.Ok(MemberView.Of(member, await db.TeamsOf(member.Id, cancel), presence.StateOf(member.Id)));
    }
}
