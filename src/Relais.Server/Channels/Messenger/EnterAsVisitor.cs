using Microsoft.AspNetCore.Mvc;
using Relais.Server.Security;

namespace Relais.Server.Channels.Messenger;

/// <summary>
/// Gives a browser its token: as nobody in particular, or as the customer whom the site's signature names. One who was
/// anonymous and now proves who he is becomes that customer, and the anonymous token ends.
/// </summary>
internal static class EnterAsVisitor
{
    public static void Map(RouteGroupBuilder doors) => doors.MapPost("/visitors", Handle)
        .Open("Everybody may begin to write; a customer is known by the site's signature.")
        .WithMetadata(new DoorRule(false, Limit.Entries), new RequestSizeLimitAttribute(DoorRules.MaxBody))
        .WithName("EnterAsVisitor").WithSummary("A token for an anonymous visitor, or for the customer a signed identity names.")
        .Produces<Entered>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);

    private static async Task<IResult> Handle(
        Guid channelId, EnterRequest request, HttpContext http, ChannelMemory memory, TimeProvider clock, CancellationToken cancel)
    {
        var visit = Visit.Of(http);
        var now = clock.GetUtcNow();
        var language = request.Language is "fr" or "en" ? request.Language : null;
        var sessions = new VisitorSessions(memory, clock);
        if (request.Identity is null)
        {
            return visit.Settings.RequireIdentity
                ? Problems.Result(StatusCodes.Status403Forbidden, "identity.required", "Sign in on the site first.")
                : await Admit(visit, VisitorSession.Anonymous(language), sessions, cancel);
        }

        if (await SignedIdentity.Read(visit.Channel, visit.Settings, request.Identity, now) is not { } identity)
            return Problems.Result(StatusCodes.Status401Unauthorized, "identity.refused", "Sign the identity as the channel's README says.");

        var before = visit.Session is { IsVerified: false, Visitor: var anonymous } ? anonymous : null;
        if (before is not null && await Join(visit, before, identity, language, now, http) is { } refusal) return refusal;

        var session = new VisitorSession(identity.Visitor, identity.Until, ProfileOf(identity, language), Before: before);
        return await Admit(visit, session, sessions, cancel);
    }

    /// <summary>
    /// Only he who holds the anonymous token and proves who he is can join the two: the intake makes them one contact. Until it
    /// has, this browser reads by both ids.
    /// </summary>
    private static async Task<IResult?> Join(
        Visit visit, string before, SignedIdentity known, string? language, DateTimeOffset now, HttpContext http) =>
        (await visit.WriteDown(http, $"signedIn/{before}", new SignedIn(known.Visitor, now, before, ProfileOf(known, language)))).Refusal;

    private static VisitorProfile ProfileOf(SignedIdentity identity, string? language) => new(identity.Name, identity.Email, language);

    /// <summary>A browser has one token: the one it came with ends.</summary>
    private static async Task<IResult> Admit(Visit visit, VisitorSession session, VisitorSessions sessions, CancellationToken cancel)
    {
        if (visit.Token is { } before) await sessions.End(visit.Channel.Id, before, cancel);
        var token = await sessions.Begin(visit.Channel.Id, session, cancel);
        return TypedResults.Created((string?)null, new Entered(session.Visitor, token, session.IsVerified));
    }
}

/// <param name="Identity">A token signed by the site's server; null for an anonymous visitor.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
internal sealed record EnterRequest(string? Identity, string? Language);

/// <param name="Token">For the Authorization header; shown once.</param>
internal sealed record Entered(string Visitor, string Token, bool Verified);
