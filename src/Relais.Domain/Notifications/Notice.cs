using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Domain.Surveys;

namespace Relais.Domain.Notifications;

/// <summary>That somebody is to be told of something: what follows from an event, whatever he wants to hear.</summary>
public sealed record Notice(Guid MemberId, NotificationKind Kind, ConversationEvent About)
{
    /// <summary>Whether it matters to this notice that the member is there at this moment.</summary>
    public bool DependsOnPresence => Kind == NotificationKind.Assigned;

    /// <summary>Who is told of an event, once all of its transaction has happened. Nobody is told of what he did himself.</summary>
    public static IEnumerable<Notice> Of(DomainEvent happened) => happened switch
    {
        ConversationAssigned { AssigneeId: { } holder } about when holder != about.By.Id && holder == about.Conversation.AssigneeId =>
            [new Notice(holder, NotificationKind.Assigned, about)],
        ConversationHandedOver { AssigneeId: { } holder } about when holder == about.Conversation.AssigneeId => [new Notice(holder, NotificationKind.Assigned, about)],
        ConversationTakenOver { AssigneeId: { } holder } about when holder != about.By.Id && holder == about.Conversation.AssigneeId =>
            [new Notice(holder, NotificationKind.Assigned, about)],
        ConversationUnassigned { Reason: not null, Left.AssigneeId: { } holder } about => [new Notice(holder, NotificationKind.TakenWhileAway, about)],
        MessageReceived { Received.Kind: not MessageKind.System, Conversation.AssigneeId: { } holder } about =>
            [new Notice(holder, NotificationKind.Answered, about)],
        NoteAdded about => about.Note.MentionIds.Where(id => id != about.By.Id).Select(id => new Notice(id, NotificationKind.Mentioned, about)),
        SurveyAnswered about => about.Tells.Select(id => new Notice(id, NotificationKind.LowScore, about)),
        BoomerangFired { Conversation.AssigneeId: { } holder } about => [new Notice(holder, NotificationKind.BoomerangDue, about)],
        _ => [],
    };

    /// <summary>What it is for somebody who is not there.</summary>
    public Notice WhileAway() => Kind == NotificationKind.Assigned ? this with { Kind = NotificationKind.AssignedWhileAway } : this;
}
