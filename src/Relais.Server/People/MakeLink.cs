using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.People;

/// <summary>Gives a member a new address: to join when the invitation was lost, or to choose another password.</summary>
public static class MakeLink
{
    public sealed record Request(LinkPurpose Purpose);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/members/{id:guid}/links", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("MakeLink").WithTags("People").WithSummary("Make an invitation or password link")
            .Produces<LinkView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(Guid id, Request request, RelaisDb db, Links links, CancellationToken cancel)
    {
        var member = await db.Members.SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (member is null) return TypedResults.NotFound();

        RefuseWrongPurpose(member, request.Purpose);
        var link = await links.Make(member, request.Purpose, cancel);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created((string?)null, link);
    }

    /// <exception cref="RuleViolation"><c>link.wrong_purpose</c>.</exception>
    internal static void RefuseWrongPurpose(Member member, LinkPurpose purpose)
    {
        var needed = purpose == LinkPurpose.Invitation ? MemberStatus.Invited : MemberStatus.Active;
        if (member.Status != needed)
            throw new RuleViolation("link.wrong_purpose", "Invite those who have not joined; a new password is for those who have.");
    }
}
