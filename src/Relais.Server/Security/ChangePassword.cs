using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.People;
using Relais.Server.Persistence;

namespace Relais.Server.Security;

/// <summary>Chooses another password. Every other session of the member ends; this one goes on with a new cookie.</summary>
public static class ChangePassword
{
    public sealed record Request(string Current, string Password);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/session/password", Handle)
            .Needs(Permission.UseRelais)
            .WithName("ChangePassword").WithTags("Session").WithSummary("Change one's own password")
            .WithDescription("Ends every other session of the member.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Request request, HttpContext context, RelaisDb db, CurrentMember me, Accounts accounts, SignInAttempts attempts, Presence presence, CancellationToken cancel)
    {
        var member = await db.Members.AsNoTracking().SingleAsync(one => one.Id == me.Id, cancel);
        await RefuseStranger(request.Current ?? "", member, accounts, attempts, cancel);

        var account = await accounts.SetPassword(member, request.Password ?? "", cancel);
        await SessionCookie.Read(context.User)!.Renew(context, account);
        await presence.Dismiss(member.Id, "session.ended");
        return TypedResults.NoContent();
    }

    /// <summary>Somebody at an unlocked screen must not guess either: these tries count like sign-ins.</summary>
    private static async Task RefuseStranger(string current, Member member, Accounts accounts, SignInAttempts attempts, CancellationToken cancel)
    {
        if (attempts.Begin(member.Email, null) is not null)
            throw new RuleViolation("sign_in.too_many_attempts", "Too many attempts failed: wait some minutes.");

        if (await accounts.Check(member.Email, current, cancel) is null)
            throw new RuleViolation("password.wrong", "Repeat your present password.");

        attempts.Succeed(member.Email, null);
    }
}
