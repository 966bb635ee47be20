using Relais.Domain.Conversations;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;

namespace Relais.Domain.Surveys;

/// <summary>Why a contact is not asked how it was.</summary>
public enum SurveyObstacle
{
    /// <summary>Others would read along.</summary>
    Public,

    /// <summary>Whoever ended it wanted none.</summary>
    NotWanted,

    /// <summary>It ended with others in one go.</summary>
    Bulk,

    /// <summary>It ended with another reason than the one that is asked about.</summary>
    Reason,

    /// <summary>No person ended it.</summary>
    Trigger,

    /// <summary>The contact is blocked.</summary>
    Blocked,

    /// <summary>It is not in the sample.</summary>
    Sample,

    /// <summary>The contact was asked not long ago.</summary>
    Rest,

    /// <summary>People wrote too little.</summary>
    TooShort,

    /// <summary>The survey does not speak the contact's language.</summary>
    Language,

    /// <summary>The contact wrote again before he was asked.</summary>
    WroteAgain,

    /// <summary>The survey was turned off before it asked.</summary>
    TurnedOff,

    /// <summary>The contact wrote too long ago for a free message.</summary>
    WindowClosed,

    /// <summary>The contact has been told enough by itself in this hour.</summary>
    Restrained,
}

/// <summary>How a conversation ended, as far as it matters to whether its contact is asked about it.</summary>
public sealed record SurveyEnding(Visibility Visibility, ResolveWay Way, bool HasSurveyedReason, ActorKind By, bool IsWanted);

/// <summary>Everything that decides whether a contact is asked.</summary>
/// <param name="ContactLanguage">Null when it is not known.</param>
/// <param name="LastAsked">When the contact was asked last, about whatever.</param>
/// <param name="Written">So many characters people wrote in the conversation.</param>
/// <param name="HasWrittenAgain">Whether the contact went on since.</param>
/// <param name="IsWindowOpen">Whether a free message is allowed.</param>
public sealed record SurveyOccasion(
    Guid ConversationId, SurveyEnding Ending, bool IsBlocked, string? ContactLanguage, DateTimeOffset? LastAsked, long Written, bool HasWrittenAgain, bool IsWindowOpen)
{
    /// <returns>Why not; null when the contact is asked.</returns>
    public SurveyObstacle? Obstacle(Survey survey, SurveyPolicy policy, DateTimeOffset now) =>
        Ending.Visibility == Visibility.Public ? SurveyObstacle.Public
        : !Ending.IsWanted ? SurveyObstacle.NotWanted
        : IsBlocked || Ending.Way == ResolveWay.Blocked ? SurveyObstacle.Blocked
        : !Ending.HasSurveyedReason ? SurveyObstacle.Reason
        : Ending.By != ActorKind.Member && policy.Trigger == SurveyTrigger.People ? SurveyObstacle.Trigger
        : Ending.Way == ResolveWay.Bulk && !policy.IncludesBulk ? SurveyObstacle.Bulk
        : !survey.IsEnabled ? SurveyObstacle.TurnedOff
        : HasWrittenAgain ? SurveyObstacle.WroteAgain
        : !survey.Draws(ConversationId) ? SurveyObstacle.Sample
        : LastAsked + TimeSpan.FromHours(survey.RestHours) > now ? SurveyObstacle.Rest
        : Written < survey.LeastLength ? SurveyObstacle.TooShort
        : survey.OnlyInTheirLanguage && !survey.Speaks(ContactLanguage) ? SurveyObstacle.Language
        : !IsWindowOpen ? SurveyObstacle.WindowClosed
        : null;
}
