using System.Text.Json;
using System.Text.Json.Nodes;
using Relais.Domain.Automations;
using Relais.Domain.AutoResolve;
using Relais.Domain.Broadcasts;
using Relais.Domain.Channels;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Hours;
using Relais.Domain.Notifications;
using Relais.Domain.Organisations;
using Relais.Domain.People;
using Relais.Domain.Privacy;
using Relais.Domain.Replies;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Routing;
using Relais.Domain.Shared;
using Relais.Domain.Surveys;
using Relais.Domain.Tags;
using Relais.Domain.Topics;
using Relais.Domain.Views;
using Relais.Domain.VirtualAgents;
using Relais.Server.Broadcasts;

namespace Relais.Server.Events;

/// <summary>What an event tells besides the snapshots, by kind.</summary>
internal static class EventDetail
{
    public static JsonObject? Of(DomainEvent happened) => JsonSerializer.SerializeToNode(Told(happened), EventJson.Options) as JsonObject;

    private static object? Told(DomainEvent happened) => happened switch
    {
        ConversationAssigned about => new { memberId = about.AssigneeId, before = about.Left.AssigneeId },
        ConversationUnassigned { Reason: { } reason } about => new { memberId = about.Left.AssigneeId, reason },
        ConversationUnassigned about => new { memberId = about.Left.AssigneeId },
        ConversationHeld about => new { virtualAgent = new Named(about.Agent.Id, about.Agent.AsActor().Name), before = about.Left.AssigneeId },
        ConversationHandedOver about => new { virtualAgent = new Named(about.Agent.Id, about.Agent.AsActor().Name), reason = about.Reason, memberId = about.AssigneeId, cause = about.Cause },
        ConversationTakenOver about => new { virtualAgent = new Named(about.Agent.Id, about.Agent.AsActor().Name), memberId = about.AssigneeId },
        ConversationResolved about => Ending(about.Resolution),
        ConversationTopicsChanged about => new { added = about.Added, removed = about.Removed },
        MessageTagsChanged about => new { added = about.Added, removed = about.Removed },
        ConversationRouted about => new { before = about.Before, after = about.After, teams = about.Teams, place = about.Place },
        AnswerScheduled about => new { until = about.Until },
        BoomerangSet about => new { until = about.Until, note = about.Note },
        ConversationContactMerged about => new { former = about.Former },
        ConversationContactParted about => new { former = about.Former },
        ConversationContinued about => Other(about.There),
        ConversationContinuedFrom about => Other(about.Before),
        ConversationMerged about => Other(about.There),
        ConversationTookIn about => Other(about.Before),
        ConversationDeleted about => new { conversationId = about.Conversation.Id },
        ContactDeleted about => new { deletedContactId = about.DeletedContactId, hint = about.Hint },
        ContactErased about => new { deletedContactId = about.DeletedContactId },
        ContactMerged about => new { otherId = about.OtherId },
        ContactParted about => new { otherId = about.OtherId },
        BoomerangFired { Note: { } note } => new { note },
        AvailabilityChanged about => new
        {
            memberId = about.MemberId, availability = about.Availability, awayStateId = about.AwayStateId, awayStateName = about.AwayStateName,
        },
        CustomAgentChanged about => new { agentId = about.AgentId, name = about.Name },
        SurveyNotSent about => new { obstacle = about.Obstacle },
        SurveyAnswered about => new { question = about.Answer.Question, raw = about.Answer.Raw, score = about.Answer.Score },
        SurveyCommented about => new { comment = about.Comment },
        SurveyChanged about => new { surveyId = about.SurveyId, name = about.Name },
        AutoResponderChanged about => new { responderId = about.ResponderId, name = about.Name },
        AwayStateChanged about => new { awayStateId = about.AwayStateId, name = about.Name },
        AutoResolvePolicyChanged about => new { @new = about.New.Minutes, pending = about.Pending.Minutes },
        AutoClearChosen about => new { before = about.Before, option = about.Option },
        RemoveAssignmentChosen about => new { before = about.Before, option = about.Option },
        MemberChanged about => new { memberId = about.MemberId },
        TeamChanged about => new { teamId = about.TeamId },
        ResolveReasonChanged about => new { reasonId = about.ReasonId, name = about.Name },
        NotificationRead about => new { notificationId = about.NotificationId, memberId = about.MemberId },
        NotificationPreferencesChanged about => new { memberId = about.MemberId, version = about.Version },
        SavedViewChanged about => new { viewId = about.ViewId },
        TagChanged about => new { tagId = about.TagId },
        TopicChanged about => new { topicId = about.TopicId },
        AutomationChanged about => new { automationId = about.AutomationId },
        SkillSetChanged about => new { skillSetId = about.SkillSetId },
        BusinessHoursChanged about => new { hoursId = about.HoursId, name = about.Name },
        ProactiveMessageSent about => new { broadcast = about.Broadcast },
        BroadcastChanged about => new { broadcast = BroadcastView.Of(about.Broadcast) },
        ChannelChanged about => new { channelId = about.ChannelId },
        ContactAttributeChanged about => new { alias = about.Alias },
        ContactGroupChanged about => new { groupId = about.GroupId },
        ReplyCollectionChanged about => new { collectionId = about.CollectionId, ownerId = about.OwnerId },
        ReplyCollectionOffered about => new { collectionId = about.CollectionId, until = about.Until },
        SavedReplyChanged about => new { savedReplyId = about.ReplyId, collectionId = about.CollectionId, ownerId = about.OwnerId },
        PostLearned about => new { postId = about.Post.Id }, // What it says may be a contact's, and goes with him: it is read, not told.
        PostMuted about => new { postId = about.Post.Id, isMuted = about.IsMuted },
        ContactSweepMoved about => new { done = about.Done, total = about.Total, isRunning = about.IsRunning },
        _ => null,
    };

    /// <summary>Enough to lead there whoever may see it.</summary>
    private static object Other(Conversation conversation) => new { conversationId = conversation.Id, number = conversation.Number, channelId = conversation.ChannelId };

    /// <summary>The reason as it was called then.</summary>
    private static object Ending(Resolution resolution) => new
    {
        way = resolution.Way,
        reason = resolution.Reason is { } reason ? new Named(reason.Id, reason.Name) : null,
        comment = resolution.Comment,
    };
}
