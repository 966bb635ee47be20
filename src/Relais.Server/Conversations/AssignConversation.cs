using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>Gives a conversation to a member, or to nobody.</summary>
public static class AssignConversation
{
    /// <param name="MemberId">Null = nobody.</param>
    /// <param name="IfUnassigned">Only while nobody else has it.</param>
    public sealed record Request(Guid? MemberId, bool IfUnassigned = false);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/conversations/{id:guid}/assignee", Handle).Needs(Permission.AssignConversations)
            .WithSummary("Gives a conversation to a member, or to nobody.");

    private static async Task<Results<NoContent, NotFound>> Handle(
        Guid id, Request request, ConversationDesk desk, RelaisDb db, CancellationToken cancel)
    {
        if (request.MemberId is { } memberId && !await db.Members.AnyAsync(
            member => member.Id == memberId && member.Status == MemberStatus.Active && member.Role != Role.Viewer, cancel))
            throw new RuleViolation("assignee.unknown", "Choose an active member who may answer.");

        return await desk.Change(id, Assign, cancel) ? TypedResults.NoContent() : TypedResults.NotFound();

        void Assign(Conversation conversation)
        {
            if (request is { IfUnassigned: true, MemberId: { } taker }) conversation.Take(taker, desk.By, desk.Now);
            else conversation.Assign(request.MemberId, desk.By, desk.Now);
        }
    }
}
