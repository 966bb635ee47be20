using Relais.Domain.People;

namespace Relais.Server.Security;

/// <summary>Ends one's session in this browser.</summary>
public static class SignOut
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/session", (Delegate)Handle)
            .Needs(Permission.UseRelais)
            .WithName("SignOut").WithTags("Session").WithSummary("Sign out")
            .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> Handle(HttpContext context)
    {
        await SessionCookie.Withdraw(context);
        return TypedResults.NoContent();
    }
}
