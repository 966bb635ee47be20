using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;

namespace Relais.Domain.Conversations;

/// <summary>How a conversation ends, and comes back.</summary>
public sealed partial class Conversation
{
    public const int CommentLimit = 1000;

    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <summary>Who resolved it, as he was called then.</summary>
    public string? ResolvedBy { get; private set; }

    /// <summary>Why it is over; null when nobody asked.</summary>
    public Guid? ResolveReasonId { get; private set; }

    public string? ResolveComment { get; private set; }

    /// <summary>When it comes back to New by itself.</summary>
    public DateTimeOffset? BoomerangAt { get; private set; }

    /// <summary>What to remember when it is back; it stays until somebody has seen to it.</summary>
    public string? BoomerangNote { get; private set; }

    public bool IsResolved => State == ConversationState.Resolved;

    /// <summary>Over. Every resolve takes the assignment away.</summary>
    /// <exception cref="RuleViolation"><c>resolution.topic.required</c>, <c>resolution.reason.required</c>, and what the reason refuses.</exception>
    public void Resolve(Resolution resolution, ResolvePolicy policy, Actor by, DateTimeOffset at)
    {
        if (IsResolved) return;
        if (IsSurveyed)
        {
            EndSurvey(null, by, at);
            return;
        }

        policy.RefuseUnless(resolution, this);
        End(resolution, by, at);
    }

    /// <summary>The contact is blocked: what he wrote is kept, and it is over at once.</summary>
    public void ResolveAsBlocked(DateTimeOffset at)
    {
        if (IsSurveyed) EndSurvey(null, Actor.System, at);
        else if (!IsResolved) End(new Resolution(ResolveWay.Blocked), Actor.System, at);
    }

    /// <summary>The post it stands under is muted: what was written is kept, and asks nobody for anything.</summary>
    public void ResolveAsMuted(DateTimeOffset at)
    {
        if (!IsResolved) End(new Resolution(ResolveWay.Muted), Actor.System, at);
    }

    /// <summary>
    /// What is open here goes on in another conversation of its contact, and this one is over: nothing is asked for, since nothing is done
    /// yet. Whoever had it has that one, unless somebody else does; what needed attention needs it there.
    /// </summary>
    /// <exception cref="RuleViolation"><c>merge.unfit</c>: another contact's, the same one, or over already.</exception>
    public void MergeInto(Conversation there, Actor by, DateTimeOffset at)
    {
        if (there.Id == Id || there.ContactId != ContactId || IsResolved || there.IsResolved)
            throw new RuleViolation("merge.unfit", "Only two open conversations of one contact can be merged.");

        if (IsSurveyed || there.IsSurveyed) throw new RuleViolation("merge.unfit", "What the contact is asked about is over.");

        Record(new ConversationMerged(this, there, by, at));
        there.Record(new ConversationTookIn(there, this, by, at));
        if (State == ConversationState.New) there.Return(by, at);
        if (there.AssigneeId is null && !there.IsHeld && AssigneeId is { } holder) there.Assign(holder, by, at);
        End(new Resolution(ResolveWay.Merged), by, at);
    }

    /// <summary>Takes a resolve back. The caller knows that no other conversation of the thread is open.</summary>
    public void Reopen(Actor by, DateTimeOffset at)
    {
        if (IsSurveyed) Return(by, at); // It was asked about at once, and is not over after all.
        if (!IsResolved) return;

        ForgetResolution();
        DropBoomerang(by, at);
        Move(ConversationState.New, at, from => new ConversationReopened(this, from, by, at));
    }

    /// <summary>How it stands, to be put back there.</summary>
    public Bookmark Mark() => new(IsHeld ? ConversationState.New : State, StateSince, AssigneeId, AssignedAt, BoomerangAt, BoomerangNote);

    /// <summary>
    /// Whoever moved it takes that back: it stands where it stood, in its old place of the queue and in the hands it was in. The caller
    /// knows that nobody has touched it since.
    /// </summary>
    public void PutBack(Bookmark mark, Actor by, DateTimeOffset at)
    {
        if (IsResolved && mark.State != ConversationState.Resolved)
        {
            ForgetResolution();
            Stand(mark with { State = ConversationState.New }, from => new ConversationReopened(this, from, by, at));
        }

        if (State == ConversationState.New && mark.State == ConversationState.Pending) Stand(mark, from => new ConversationPended(this, from, by, at));
        if (State == ConversationState.Pending && mark.State == ConversationState.New) Stand(mark, from => new ConversationReturned(this, from, by, at));
        if (AssigneeId != mark.AssigneeId)
            Stand(mark, from => mark.AssigneeId is null ? new ConversationUnassigned(this, from, by, at) : new ConversationAssigned(this, from, by, at));
        if (mark.BoomerangAt is null) DropBoomerang(by, at);
        BoomerangNote = mark.BoomerangNote;
        if (mark.BoomerangAt is not { } until || BoomerangAt == until) return;

        BoomerangAt = until;
        Record(new BoomerangSet(this, until, BoomerangNote, by, at));
    }

    /// <summary>What was put aside, as Pending or Resolved, comes back by itself.</summary>
    /// <exception cref="RuleViolation"><c>boomerang.in_the_past</c>, <c>boomerang.state</c>.</exception>
    public void Throw(DateTimeOffset until, string? note, Actor by, DateTimeOffset at)
    {
        if (until <= at) throw new RuleViolation("boomerang.in_the_past", "Choose a time to come.");
        if (State == ConversationState.New) throw new RuleViolation("boomerang.state", "Until then it is either pending or resolved.");

        BoomerangNote = Texts.Optional(note, CommentLimit, "boomerang.note");
        BoomerangAt = until.ToUniversalTime();
        Record(new BoomerangSet(this, BoomerangAt.Value, BoomerangNote, by, at));
    }

    public void CancelBoomerang(Actor by, DateTimeOffset at) => DropBoomerang(by, at);

    /// <summary>The time has come: back to New. A boomerang meanwhile cancelled or set anew does nothing.</summary>
    public void CatchBoomerang(DateTimeOffset due, DateTimeOffset at)
    {
        if (BoomerangAt != due) return;

        BoomerangAt = null;
        Record(new BoomerangFired(this, BoomerangNote, Actor.System, at));
        if (IsResolved) Reopen(Actor.System, at);
        else Return(Actor.System, at);
    }

    private void End(Resolution resolution, Actor by, DateTimeOffset at)
    {
        ResolveComment = Texts.Optional(resolution.Comment, CommentLimit, "resolution.comment");
        ResolveReasonId = resolution.Reason?.Id;
        ResolvedAt = at;
        ResolvedBy = by.Name;
        DropBoomerang(by, at);
        Move(ConversationState.Resolved, at, from => new ConversationResolved(this, from, resolution with { Comment = ResolveComment }, by, at), null);
    }

    private void ForgetResolution()
    {
        ResolvedAt = null;
        ResolvedBy = ResolveComment = null;
        ResolveReasonId = null;
        Score = null;
    }

    private void Stand(Bookmark mark, Func<QueuePlace, DomainEvent> happened)
    {
        var from = Place;
        Holding = null;
        (State, StateSince, AssigneeId, AssignedAt) = (mark.State, mark.StateSince, mark.AssigneeId, mark.AssignedAt);
        Record(happened(from));
    }

    private void DropBoomerang(Actor by, DateTimeOffset at)
    {
        if (BoomerangAt is null) return;

        BoomerangAt = null;
        BoomerangNote = null;
        Record(new BoomerangCancelled(this, by, at));
    }

    private void RefuseWhenResolved()
    {
        if (IsResolved)
            throw new RuleViolation("conversation.resolved", "Reopen the conversation first.");
    }
}
