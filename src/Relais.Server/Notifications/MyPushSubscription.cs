using Microsoft.EntityFrameworkCore;
using Relais.Domain.Notifications;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Notifications;

/// <summary>Whether this browser is told of something while Relais is closed.</summary>
public static class MyPushSubscription
{
    /// <param name="Endpoint">Where the browser's maker takes what is to be brought to it.</param>
    /// <param name="Key">The browser's public key, <c>p256dh</c>.</param>
    /// <param name="Secret">The browser's secret, <c>auth</c>.</param>
    public sealed record Request(string? Endpoint, string? Key, string? Secret);

    /// <param name="PublicKey">By which the browser's maker knows this installation.</param>
    public sealed record Answer(string PublicKey);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/session/push", (VapidKeys keys) => TypedResults.Ok(new Answer(keys.Public))).Needs(Permission.SeeConversations)
            .WithName("ShowPushKey").WithTags("Session").WithSummary("What a browser needs to subscribe");
        routes.MapPut("/session/push", Subscribe).Needs(Permission.SeeConversations)
            .WithName("SubscribeToPush").WithTags("Session").WithSummary("Tell this browser while Relais is closed")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        routes.MapDelete("/session/push", Unsubscribe).Needs(Permission.SeeConversations)
            .WithName("UnsubscribeFromPush").WithTags("Session").WithSummary("No longer tell the browsers of this sign-in")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> Subscribe(
        Request request, HttpContext context, RelaisDb db, CurrentMember me, OutgoingRules rules, TimeProvider clock, CancellationToken cancel)
    {
        RefuseUnlessCallable(request.Endpoint, rules);
        var subscription = await db.PushSubscriptions.FirstOrDefaultAsync(row => row.Endpoint == request.Endpoint, cancel);
        if (subscription is null) db.PushSubscriptions.Add(subscription = new PushSubscription(me.OrganisationId, request.Endpoint!));
        subscription.Belong(me.Id, SessionCookie.Read(context.User)!.Fingerprint, request.Key, request.Secret, clock.GetUtcNow());
        var others = await db.PushSubscriptions.Where(row => row.MemberId == me.Id && row.Id != subscription.Id)
            .OrderByDescending(row => row.SeenAt).Skip(PushSubscription.Most - 1).ToListAsync(cancel);
        db.PushSubscriptions.RemoveRange(others);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Unsubscribe(HttpContext context, RelaisDb db, CancellationToken cancel)
    {
        await db.ForgetPush(SessionCookie.Read(context.User)!.Fingerprint, cancel);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }

    /// <summary>The browsers of one sign-in are told no longer, once this is saved.</summary>
    internal static async Task ForgetPush(this RelaisDb db, string signIn, CancellationToken cancel) =>
        db.PushSubscriptions.RemoveRange(await db.PushSubscriptions.Where(row => row.SignIn == signIn).ToListAsync(cancel));

    /// <summary>Where it leads is checked again when it is called; this refuses what cannot be meant.</summary>
    private static void RefuseUnlessCallable(string? endpoint, OutgoingRules rules)
    {
        var isWeb = Uri.TryCreate(endpoint, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (rules.AllowPrivateHosts && address.Scheme == Uri.UriSchemeHttp));
        if (!isWeb) throw new RuleViolation("push.endpoint.invalid", "Use the address the browser gave: it begins with https.");
    }
}
