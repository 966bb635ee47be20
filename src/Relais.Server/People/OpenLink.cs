using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.People;

/// <summary>Shows whom a link is for, before it is used.</summary>
public static class OpenLink
{
    public sealed record Answer(LinkPurpose Purpose, string Organisation, string Name, string Email, [property: Spoken] string Language);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/links/{token}", Handle)
            .Open("who holds the link has no session yet; the token is the right")
            .WithName("OpenLink").WithTags("Session").WithSummary("Whom a link is for")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status410Gone);

    internal static IResult Gone() => Problems.Result(StatusCodes.Status410Gone, "link.expired", "Ask an administrator for a new link.");

    private static async Task<IResult> Handle(string token, RelaisDb db, Links links, CancellationToken cancel)
    {
        if (await links.Find(token, cancel) is not { } link) return Gone();

        db.Scope = link.OrganisationId;
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(one => one.Id == link.MemberId, cancel);
        if (member is null or { Status: MemberStatus.Disabled }) return Gone();

        var organisation = await db.Organisations.AsNoTracking().SingleAsync(one => one.Id == link.OrganisationId, cancel);
        return TypedResults.Ok(new Answer(link.Purpose, organisation.Name, member.Name, member.Email, member.Language));
    }
}
