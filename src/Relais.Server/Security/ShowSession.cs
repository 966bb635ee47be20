using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;

namespace Relais.Server.Security;

/// <summary>Tells a browser who it is signed in as.</summary>
public static class ShowSession
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/session", Handle)
            .Needs(Permission.UseRelais)
            .WithName("ShowSession").WithTags("Session").WithSummary("Who is signed in")
            .Produces<SessionView>()
            .ProducesProblem(StatusCodes.Status401Unauthorized);

    private static async Task<IResult> Handle(HttpContext context, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var member = await db.Members.AsNoTracking().SingleAsync(one => one.Id == me.Id, cancel);
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(one => one.Id == me.OrganisationId, cancel);
        return TypedResults.Ok(SessionView.Of(member, organisation, me.Rules, SessionCookie.Read(context.User)!.CsrfToken));
    }
}
