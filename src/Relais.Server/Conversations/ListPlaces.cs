using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>On which other channels the contact of a conversation can be written to, and why not on the others.</summary>
public static class ListPlaces
{
    public sealed record Answer(IReadOnlyList<PlaceView> Items);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/conversations/{id:guid}/places", Handle)
            .Needs(Permission.AnswerConversations)
            .WithName("ListPlaces").WithTags("Conversations").WithSummary("Where else the contact can be written to");

    private static async Task<Results<Ok<Answer>, NotFound>> Handle(Guid id, RelaisDb db, CurrentMember me, ContactPlaces places, CancellationToken cancel) =>
        await db.Conversations.AsNoTracking().VisibleTo(me, db).Find(id, cancel) is { } conversation
            ? TypedResults.Ok(new Answer([.. (await places.Of(conversation, cancel)).Select(PlaceView.Of)]))
            : TypedResults.NotFound();
}

/// <summary>A channel on which a contact could be written to.</summary>
/// <param name="Address">Under which id; null where none is known.</param>
/// <param name="New">Whether he has never been known there.</param>
/// <param name="Open">The conversation he has there now; null = one will begin.</param>
/// <param name="NeedsTemplate">Whether only a template is allowed.</param>
/// <param name="NeedsConsent">Whether it must be said how one knows that he agrees.</param>
/// <param name="Obstacle">Why not; null when he can be written to.</param>
public sealed record PlaceView(
    Guid ChannelId, string? Address, bool New, OpenPlace? Open, WindowView Window, bool NeedsTemplate, bool NeedsConsent, PlaceObstacle? Obstacle)
{
    public static PlaceView Of(ContactPlace place) => new(
        place.ChannelId,
        place.Address,
        place.IsNew,
        place is { Open: { } open, Obstacle: not PlaceObstacle.ForOthers } ? new OpenPlace(open.Id, open.Number, open.State, open.AssigneeId) : null,
        WindowView.Of(place.Window),
        place.NeedsTemplate,
        place.NeedsConsent,
        place.Obstacle);
}

/// <summary>A conversation that is open there.</summary>
public sealed record OpenPlace(Guid ConversationId, int Number, ConversationState State, Guid? AssigneeId);
