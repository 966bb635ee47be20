using Relais.Domain.Channels;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Shared;

namespace Relais.Server.Events;

/// <summary>What an event tells besides the snapshots, by kind.</summary>
internal static class EventDetail
{
    public static object? Of(DomainEvent happened) => happened switch
    {
        ConversationAssigned about => new { memberId = about.AssigneeId, before = about.Left.AssigneeId },
        ConversationUnassigned about => new { memberId = about.Left.AssigneeId },
        ConversationResolved { Comment: { } comment } => new { comment },
        BoomerangSet about => new { until = about.Until, note = about.Note },
        BoomerangFired { Note: { } note } => new { note },
        MemberChanged about => new { memberId = about.MemberId },
        TeamChanged about => new { teamId = about.TeamId },
        ChannelChanged about => new { channelId = about.ChannelId },
        _ => null,
    };
}
