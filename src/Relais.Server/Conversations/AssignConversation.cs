using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;
using Relais.Server.VirtualAgents;

namespace Relais.Server.Conversations;

/// <summary>Gives a conversation to a member, to a virtual agent, or to nobody.</summary>
public static class AssignConversation
{
    /// <param name="MemberId">Null = nobody.</param>
    /// <param name="IfUnassigned">Only while nobody else has it.</param>
    /// <param name="VirtualAgentId">A virtual agent instead of a member: it begins to speak at once.</param>
    public sealed record Request(Guid? MemberId, bool IfUnassigned = false, Guid? VirtualAgentId = null);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/conversations/{id:guid}/assignee", Handle)
            .Needs(Permission.AssignConversations)
            .WithName("AssignConversation").WithTags("Conversations").WithSummary("Gives a conversation to a member, to a virtual agent, or to nobody");

    private static async Task<Results<NoContent, NotFound>> Handle(
        Guid id, Request request, ConversationDesk desk, Responding responding, RelaisDb db, CancellationToken cancel)
    {
        return await desk.Change(id, Assign, cancel) ? TypedResults.NoContent() : TypedResults.NotFound();

        async Task Assign(Conversation conversation)
        {
            if (request.VirtualAgentId is { } agentId)
            {
                db.Messages.AddRange(await responding.Begin(conversation, agentId, desk.By, cancel));
                return;
            }

            if (request.MemberId is { } memberId && !await MayAnswer(db, memberId, conversation.ChannelId, cancel))
                throw Unknown();

            if (request is { IfUnassigned: true, MemberId: { } taker }) conversation.Take(taker, desk.By, desk.Now);
            else conversation.Assign(request.MemberId, desk.By, desk.Now);
        }
    }

    internal static RuleViolation Unknown() => new("assignee.unknown", "Choose an active member who may answer on this channel.");

    /// <summary>What nobody can see who has it would wait for ever.</summary>
    internal static Task<bool> MayAnswer(RelaisDb db, Guid memberId, Guid channelId, CancellationToken cancel)
    {
        var teams = db.Teams.Where(team => team.Members.Any(seat => seat.MemberId == memberId)).Select(team => (Guid?)team.Id);
        var seen = db.Channels.Where(channel => channel.Id == channelId
            && (channel.Everyone || channel.Access.Any(access => access.MemberId == memberId || (access.TeamId != null && teams.Contains(access.TeamId)))));
        return db.Members.AnyAsync(
            member => member.Id == memberId && member.Status == MemberStatus.Active && member.Role != Role.Viewer
                && (member.Role == Role.Admin || seen.Any()),
            cancel);
    }
}
