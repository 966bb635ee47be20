using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.People;

/// <summary>Adds a colleague, who joins by a link the administrator hands over.</summary>
public static class InviteMember
{
    public sealed record Request(string Name, string Email, Role? Role, IReadOnlyList<Guid>? TeamIds, [property: Spoken] string? Language);

    public sealed record Answer(MemberView Member, LinkView Link);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/members", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("InviteMember").WithTags("People").WithSummary("Invite a member")
            .WithDescription("Repeated with the same Idempotency-Key it returns the same member with a fresh link.")
            .Produces<Answer>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Request request, HttpContext context, RelaisDb db, CurrentMember me, Links links, TimeProvider clock, CancellationToken cancel)
    {
        var id = IdempotencyKey.IdFor(context.Request, me, "member");
        await using var turn = await db.BeginWrite(cancel);
        var member = await db.Members.FirstOrDefaultAsync(one => one.Id == id, cancel)
            ?? await Add(request, id, db, me, clock.GetUtcNow(), cancel);
        MakeLink.RefuseWrongPurpose(member, LinkPurpose.Invitation);
        var link = await links.Make(member, LinkPurpose.Invitation, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);

        var view = MemberView.Of(member, await db.TeamsOf(member.Id, cancel), PresenceState.Offline);
        return TypedResults.Created($"/api/v1/members/{member.Id}", new Answer(view, link));
    }

    private static async Task<Member> Add(Request request, Guid? id, RelaisDb db, CurrentMember me, DateTimeOffset now, CancellationToken cancel)
    {
        var role = request.Role ?? throw new RuleViolation("member.role.required", "Choose a role.");
        var member = new Member(me.OrganisationId, request.Name, request.Email, role, request.Language ?? "fr", me.AsActor(), now, id);
        if (await db.Members.IgnoreQueryFilters().AnyAsync(one => one.Email == member.Email, cancel))
            throw new RuleViolation("member.email.taken", "This address belongs to a member already.");

        db.Members.Add(member);
        await db.Seat(member.Id, request.TeamIds ?? [], me.AsActor(), now, cancel);
        return member;
    }
}
