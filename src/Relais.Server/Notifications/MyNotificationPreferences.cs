using Microsoft.EntityFrameworkCore;
using Relais.Domain.Notifications;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Notifications;

/// <summary>What one wants to be told of, and how.</summary>
public static class MyNotificationPreferences
{
    /// <summary>What is left out stays as it is.</summary>
    public sealed record Request(IReadOnlyList<NotificationChoice>? Choices, bool? Sound, bool? QuietWhenAway, Digest? Digest);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/session/notification-preferences", Show).Needs(Permission.SeeConversations)
            .WithName("ShowMyNotificationPreferences").WithTags("Session").WithSummary("What one wants to be told of")
            .Produces<NotificationPreferencesView>();
        routes.MapPut("/session/notification-preferences", Choose).Needs(Permission.SeeConversations)
            .WithName("ChooseMyNotificationPreferences").WithTags("Session").WithSummary("Choose what one wants to be told of")
            .Produces<NotificationPreferencesView>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Show(NotificationDesk desk, Mails mails, CancellationToken cancel) =>
        TypedResults.Ok(NotificationPreferencesView.Of(await desk.Preferences(cancel), mails.AreSent));

    private static async Task<IResult> Choose(
        Request request, RelaisDb db, NotificationDesk desk, CurrentMember me, Mails mails, TimeProvider clock, CancellationToken cancel)
    {
        var preferences = await desk.Preferences(cancel);
        if (db.Entry(preferences).State == EntityState.Detached) db.NotificationPreferences.Add(preferences);
        preferences.Choose(request.Choices, request.Sound, request.QuietWhenAway, me.AsActor(), clock.GetUtcNow());
        if (request.Digest is { } digest) preferences.Pace(digest, me.AsActor(), clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(NotificationPreferencesView.Of(preferences, mails.AreSent));
    }
}

/// <summary>What one wants to be told of.</summary>
/// <param name="AreMailsSent">Whether this installation has a mail server.</param>
public sealed record NotificationPreferencesView(
    IReadOnlyList<KindOfNotification> Kinds, bool Sound, bool QuietWhenAway, Digest Digest, bool AreMailsSent, int Version)
{
    public static NotificationPreferencesView Of(NotificationPreferences preferences, bool areMailsSent) => new(
        [.. NotificationKinds.All.Select(kind => new KindOfNotification(kind, preferences.WaysOf(kind), kind.Ways()))],
        preferences.Sound,
        preferences.QuietWhenAway,
        preferences.Digest,
        areMailsSent,
        preferences.Version);
}

/// <param name="Ways">On which ways one wants to hear of it.</param>
/// <param name="Possible">On which ways one can.</param>
public sealed record KindOfNotification(NotificationKind Kind, IReadOnlyList<NotificationWay> Ways, IReadOnlyList<NotificationWay> Possible);
