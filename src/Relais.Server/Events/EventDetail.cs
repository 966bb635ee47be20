using Relais.Domain.Channels;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Domain.Topics;

namespace Relais.Server.Events;

/// <summary>What an event tells besides the snapshots, by kind.</summary>
internal static class EventDetail
{
    public static object? Of(DomainEvent happened) => happened switch
    {
        ConversationAssigned about => new { memberId = about.AssigneeId, before = about.Left.AssigneeId },
        ConversationUnassigned about => new { memberId = about.Left.AssigneeId },
        ConversationResolved { Comment: { } comment } => new { comment },
        ConversationTopicsChanged about => new { added = about.Added, removed = about.Removed },
        BoomerangSet about => new { until = about.Until, note = about.Note },
        ContactMerged about => new { former = about.Former },
        BoomerangFired { Note: { } note } => new { note },
        MemberChanged about => new { memberId = about.MemberId },
        TeamChanged about => new { teamId = about.TeamId },
        TopicChanged about => new { topicId = about.TopicId },
        ChannelChanged about => new { channelId = about.ChannelId },
        _ => null,
    };
}
