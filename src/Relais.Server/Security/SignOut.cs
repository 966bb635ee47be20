using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Notifications;
using Relais.Server.People;
using Relais.Server.Persistence;

namespace Relais.Server.Security;

/// <summary>Ends one's session in this browser.</summary>
public static class SignOut
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/session", Handle)
            .Needs(Permission.UseRelais)
            .WithName("SignOut").WithTags("Session").WithSummary("Sign out")
            .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> Handle(
        HttpContext context, RelaisDb db, CurrentMember me, Presence presence, TimeProvider clock, CancellationToken cancel)
    {
        var signIn = SessionCookie.Read(context.User)!.Fingerprint;
        await using var turn = await db.BeginWrite(cancel);
        await db.Dialect.LockMembers(db, [me.Id], cancel);
        foreach (var line in await db.PresenceSessions.Where(line => line.SignIn == signIn).ToListAsync(cancel)) line.SignOut(clock.GetUtcNow());
        await db.ForgetPush(signIn, cancel);
        await db.SaveChangesAsync(cancel);
        await db.FollowStatus([me.Id], clock.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        presence.EndSignIn(signIn);
        await SessionCookie.Withdraw(context);
        return TypedResults.NoContent();
    }
}
