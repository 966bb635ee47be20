using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.People;

/// <summary>Joins, or chooses a new password: the link works once, and its holder is signed in.</summary>
public static class UseLink
{
    public sealed record Request(string Password, string? Name, [property: Spoken] string? Language);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/links/{token}", Handle)
            .Open("who holds the link has no session yet; the token is the right")
            .WithName("UseLink").WithTags("Session").WithSummary("Join, or choose a new password")
            .Produces<SessionView>()
            .ProducesProblem(StatusCodes.Status410Gone)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        string token, Request request, HttpContext context, RelaisDb db, Links links, TimeProvider clock, CancellationToken cancel)
    {
        if (await links.Find(token, cancel) is not { } seen) return OpenLink.Gone();

        db.ChangeTracker.Clear();
        db.Scope = seen.OrganisationId;
        await using var turn = await db.BeginWrite(cancel);

        // Two at once: the second finds the lock taken, or the link used.
        if (!await db.Dialect.TryLock(db, BitConverter.ToInt64(seen.TokenHash), cancel)) return OpenLink.Gone();
        if (await links.Find(token, cancel) is not { } link) return OpenLink.Gone();

        var member = await db.Members.SingleOrDefaultAsync(one => one.Id == link.MemberId, cancel);
        if (member is null or { Status: MemberStatus.Disabled }) return OpenLink.Gone();

        var account = await Use(link, member, request, context, clock.GetUtcNow(), cancel);
        await links.End(member.Id, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return await SignIn(context, member, account, db, clock, cancel);
    }

    private static async Task<Account> Use(
        Link link, Member member, Request request, HttpContext context, DateTimeOffset now, CancellationToken cancel)
    {
        link.Use(now);
        if (link.Purpose == LinkPurpose.Invitation)
        {
            if (request.Name is not null || request.Language is not null)
                member.Describe(request.Name, request.Language, null, member.AsActor(), now);
            member.Join(now);
        }

        return await context.RequestServices.GetRequiredService<Accounts>().SetPassword(member, request.Password ?? "", cancel);
    }

    private static async Task<IResult> SignIn(
        HttpContext context, Member member, Account account, RelaisDb db, TimeProvider clock, CancellationToken cancel)
    {
        await context.RequestServices.GetRequiredService<Presence>().Dismiss(member.Id, "session.ended");
        member = await context.RequestServices.GetRequiredService<StatusDesk>().Welcome(member.Id, cancel);
        var session = await SessionCookie.Issue(context, account, clock.GetUtcNow());
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(one => one.Id == member.OrganisationId, cancel);
        return TypedResults.Ok(SessionView.Of(member, organisation, (await db.RulesOf(member, cancel)).Work, session.CsrfToken));
    }
}
