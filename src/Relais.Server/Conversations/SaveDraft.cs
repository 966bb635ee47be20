using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>Keeps what a member has written but not sent.</summary>
public static class SaveDraft
{
    public sealed record Request(DraftMode Mode, string? Text);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/conversations/{id:guid}/draft", Handle)
            .Needs(Permission.FileConversations)
            .WithName("SaveDraft").WithTags("Conversations").WithSummary("Keeps what a member has written but not sent. An empty text forgets it.");

    private static async Task<Results<NoContent, NotFound>> Handle(
        Guid id, Request request, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        if (!await db.Conversations.VisibleTo(me, db).AnyAsync(row => row.Id == id, cancel)) return TypedResults.NotFound();
        var text = request.Text ?? "";
        if (text.Length > Draft.TextLimit) throw new RuleViolation("draft.too_long", "Shorten the draft.");

        await using var turn = await db.BeginWrite(cancel);
        var draft = await db.Drafts.FirstOrDefaultAsync(
            row => row.MemberId == me.Id && row.ConversationId == id && row.Mode == request.Mode, cancel);
        if (text.Length > 0)
        {
            if (draft is null) db.Drafts.Add(draft = new Draft(me.OrganisationId, me.Id, id, request.Mode));
            draft.Write(text, clock.GetUtcNow());
        }
        else if (draft is not null)
        {
            db.Drafts.Remove(draft);
        }

        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return TypedResults.NoContent();
    }
}
