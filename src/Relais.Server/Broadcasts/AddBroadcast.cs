using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Broadcasts;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Broadcasts;

/// <summary>
/// Makes a broadcast, which begins at its time. Whom it is for is decided now: who joins a group later does not get it, and what was seen
/// before is what is sent.
/// </summary>
public static class AddBroadcast
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/broadcasts", Handle)
            .Needs(Permission.SendBroadcasts)
            .WithName("AddBroadcast").WithTags("Broadcasts").WithSummary("Send a template to many contacts")
            .Produces<BroadcastView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithMetadata(new RequestSizeLimitAttribute(PreviewBroadcast.MaxBytes));

    private static async Task<IResult> Handle(
        BroadcastRequest request, HttpContext context, BroadcastDesk desk, Recipients recipients, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var id = IdempotencyKey.IdFor(context.Request, me, "broadcast");
        var broadcast = await db.Broadcasts.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel) ?? await Make();
        return TypedResults.Created($"/api/v1/broadcasts/{broadcast.Id}", BroadcastView.Of(broadcast));

        async Task<Broadcast> Make()
        {
            var (plan, drawn) = await request.Draw(desk, recipients, cancel);
            if (drawn.People.All(one => one.Content is null)) throw new RuleViolation("broadcast.nobody", "Nobody would be written to: see who is left out, and why.");

            var draft = new BroadcastDraft(
                request.Name ?? "", plan.Channel.Id, plan.Template.Name, plan.Template.Language, plan.Values.Texts,
                drawn.Kind, drawn.Name, drawn.WithoutAddress, request.StartAt);
            await using var turn = await desk.Begin(cancel);
            if (await db.Broadcasts.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel) is { } earlier) return earlier;

            var made = new Broadcast(me.OrganisationId, draft, desk.By, desk.Now, id);
            db.Broadcasts.Add(made);
            await db.SaveChangesAsync(cancel);
            await Bulk.Insert(db, [.. drawn.People.Select(one => MessageTo(one, made, plan, desk))], cancel);
            await turn.Commit(cancel);
            desk.Ring();
            return made;
        }
    }

    private static ProactiveMessage MessageTo(DrawnPerson person, Broadcast broadcast, BroadcastPlan plan, BroadcastDesk desk)
    {
        var message = ProactiveMessage.Of(broadcast, person.To, desk.By, desk.Now);
        if (person.Content is { } content) message.Say(content, plan.Consent);
        else message.LeaveOut(person.Obstacle!.Value);
        return message;
    }
}
