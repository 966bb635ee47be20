using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;
using Relais.Domain.Surveys;
using Relais.Domain.VirtualAgents;

namespace Relais.Domain.Conversations;

/// <summary>How its contact is asked how it was. It stays as it ended: whoever resolved it, why and when do not change.</summary>
public sealed partial class Conversation
{
    /// <summary>What its contact said of it, from 1 to 5; null while he has not.</summary>
    public int? Score { get; private set; }

    public bool IsSurveyed => Holding is { Agent.Kind: VirtualAgentKind.Survey };

    /// <summary>Over, and its contact is asked, or answers late. The caller knows that no other conversation of the thread is open.</summary>
    /// <param name="survey">Who asks.</param>
    /// <param name="resolverId">The member who ended it.</param>
    /// <param name="at">When.</param>
    public void Survey(VirtualAgent survey, Guid? resolverId, DateTimeOffset at)
    {
        if (!IsResolved) return;

        Holding = new Holding(survey, at, resolverId);
        Move(ConversationState.Held, at, from => new ConversationHeld(this, from, survey, survey.AsActor(), at), null);
    }

    /// <summary>Its contact is not asked; the trail says why.</summary>
    public void SkipSurvey(SurveyObstacle obstacle, Actor by, DateTimeOffset at) => Record(new SurveyNotSent(this, obstacle, by, at));

    /// <summary>Its contact is asked elsewhere: it stays over.</summary>
    public void SurveyByMail(Actor by, DateTimeOffset at) => Record(new SurveyMailed(this, by, at));

    /// <summary>Its contact said how it was.</summary>
    /// <param name="answer">What.</param>
    /// <param name="tells">The members who are told, where it is bad.</param>
    /// <param name="by">The contact.</param>
    /// <param name="at">When.</param>
    public void Rate(SurveyAnswer answer, IReadOnlyList<Guid> tells, Actor by, DateTimeOffset at)
    {
        Score = answer.Score;
        Record(new SurveyAnswered(this, answer, tells, by, at));
    }

    /// <summary>Its contact said more of it.</summary>
    public void Comment(string comment, Actor by, DateTimeOffset at) => Record(new SurveyCommented(this, comment, by, at));

    /// <summary>The contact was silent for too long.</summary>
    public void SurveyTimedOut(Actor by, DateTimeOffset at) => Record(new SurveyUnanswered(this, by, at));

    /// <summary>Nobody is asked any more: it is over again, as it was before.</summary>
    public void EndSurvey(ResolveReason? reason, Actor by, DateTimeOffset at)
    {
        if (!IsSurveyed) return;

        Move(ConversationState.Resolved, at, from => new ConversationResolved(this, from, new Resolution(ResolveWay.Survey, reason), by, at), null);
    }
}
