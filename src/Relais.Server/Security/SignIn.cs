using Microsoft.EntityFrameworkCore;
using Relais.Server.People;
using Relais.Server.Persistence;

namespace Relais.Server.Security;

/// <summary>Opens a session with address and password.</summary>
public static class SignIn
{
    public sealed record Request(string Email, string Password);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/session", Handle)
            .Open("this is how one gets a session")
            .WithName("SignIn").WithTags("Session").WithSummary("Sign in")
            .Produces<SessionView>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> Handle(
        Request request, HttpContext context, Accounts accounts, SignInAttempts attempts, KnownDevice device, RelaisDb db, CancellationToken cancel)
    {
        var (email, address) = ((request.Email ?? "").Trim().ToLowerInvariant(), context.Connection.RemoteIpAddress);
        var bucket = device.BucketOf(context.Request, email);
        if (attempts.Begin(bucket, address) is { } wait) return TooMany(context, wait);

        var password = request.Password is { Length: <= Accounts.LongestPassword } fitting ? fitting : "";
        if (await accounts.Check(email, password, cancel) is not var (account, member))
            return Problems.Result(StatusCodes.Status401Unauthorized, "sign_in.refused", "Check the address and the password.");

        attempts.Succeed(bucket, address);
        device.Remember(context, email);
        db.Scope = member.OrganisationId;
        member = await context.RequestServices.GetRequiredService<StatusDesk>().Welcome(member.Id, cancel);
        var session = await SessionCookie.Issue(context, account, context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(one => one.Id == member.OrganisationId, cancel);
        return TypedResults.Ok(SessionView.Of(member, organisation, (await db.RulesOf(member, cancel)).Work, session.CsrfToken));
    }

    private static IResult TooMany(HttpContext context, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Problems.Result(StatusCodes.Status429TooManyRequests, "sign_in.too_many_attempts", "Too many attempts failed: wait some minutes.");
    }
}
