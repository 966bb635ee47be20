using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Domain.VirtualAgents;

namespace Relais.Domain.Surveys;

public enum RequestState
{
    /// <summary>It will be decided, or sent, when its time has come.</summary>
    Due,

    /// <summary>The contact was not asked.</summary>
    NotSent,

    /// <summary>The question is with the contact.</summary>
    Asked,

    /// <summary>He gave his score and may say more.</summary>
    Following,

    /// <summary>Over: answered, or not in time.</summary>
    Over,
}

/// <summary>What a request needs of its survey. It goes on as it began, whatever is changed meanwhile.</summary>
public sealed record SurveyPlan(QuestionKind Question, SurveyWords Words);

/// <summary>That one contact is asked how one conversation was, after one of its ends: once, and answered once.</summary>
public sealed class SurveyRequest : Entity
{
    public const int CommentLimit = 2000;

    /// <summary>Nobody who means a score writes more.</summary>
    private const int LongestMistake = 40;

    /// <summary>So long a contact may think.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(23);

    /// <summary>So long after it was asked for a score still counts.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromHours(72);

    private SurveyRequest()
    {
    }

    public SurveyRequest(Guid surveyId, Conversation conversation, SurveyEnding ending, Actor resolver, DateTimeOffset resolvedAt)
    {
        OrganisationId = conversation.OrganisationId;
        SurveyId = surveyId;
        ConversationId = conversation.Id;
        ThreadId = conversation.ThreadId;
        ChannelId = conversation.ChannelId;
        Ending = ending;
        ResolverId = resolver.Kind == ActorKind.Member ? resolver.Id : null;
        ResolverName = resolver.Name;
        ResolvedAt = resolvedAt;
        Touch();
    }

    public Guid SurveyId { get; private init; }

    public Guid ConversationId { get; private init; }

    public Guid ThreadId { get; private init; }

    public Guid ChannelId { get; private init; }

    public SurveyEnding Ending { get; private init; } = new(Visibility.Private, default, false, ActorKind.System, true);

    /// <summary>The member who ended the conversation: the score is his.</summary>
    public Guid? ResolverId { get; private init; }

    public string ResolverName { get; private init; } = "";

    /// <summary>Which end of the conversation it is about: each is asked about once.</summary>
    public DateTimeOffset ResolvedAt { get; private init; }

    public RequestState State { get; private set; }

    /// <summary>Why the contact was not asked.</summary>
    public SurveyObstacle? Obstacle { get; private set; }

    /// <summary>As it was asked; null until then.</summary>
    public SurveyPlan? Plan { get; private set; }

    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>The day it was asked on, counted from 1 January 1970 in UTC: what results are added up by.</summary>
    public int? AskedDay { get; private set; }

    /// <summary>Until when what is asked now may be answered.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Whether it was asked a second time, since the first answer was none.</summary>
    public bool IsRepeated { get; private set; }

    /// <summary>As the contact gave it.</summary>
    public int? Raw { get; private set; }

    /// <summary>From 1 to 5.</summary>
    public int? Score { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public string? Comment { get; private set; }

    /// <summary>What the link in a mail is recognised by; null where the contact is asked on his channel.</summary>
    public byte[]? LinkHash { get; private set; }

    public bool IsOpen => State is RequestState.Asked or RequestState.Following;

    /// <summary>The contact is not asked.</summary>
    public void Drop(SurveyObstacle obstacle)
    {
        if (State != RequestState.Due) return;

        (State, Obstacle) = (RequestState.NotSent, obstacle);
        Touch();
    }

    public void Ask(SurveyPlan plan, DateTimeOffset at)
    {
        if (State != RequestState.Due) return;

        Ask(plan, at, at + Patience);
    }

    /// <summary>
    /// Whether what a contact writes is for the survey: a score, his words after it, or, once, a few words that may have been meant as one.
    /// A file or a longer text is a message for people.
    /// </summary>
    public bool Takes(string? text, bool hasFiles) => State switch
    {
        RequestState.Following => true,
        RequestState.Asked => Plan is { } plan && !hasFiles && (Ratings.Read(plan.Question, text) is not null || (!IsRepeated && text?.Length <= LongestMistake)),
        _ => false,
    };

    /// <summary>What he wrote was no answer; he is asked once more.</summary>
    public void Repeat()
    {
        IsRepeated = true;
        Touch();
    }

    /// <summary>The contact is asked by a link; it is good for as long as a late score is.</summary>
    public void AskByLink(SurveyPlan plan, byte[] linkHash, DateTimeOffset at)
    {
        if (State != RequestState.Due) return;

        LinkHash = linkHash;
        Ask(plan, at, at + Late);
    }

    /// <summary>As agents see who asks: CSAT VA, whatever the survey is called. Who goes on after it is whoever ended the conversation.</summary>
    public VirtualAgent AsVirtualAgent() => new(VirtualAgentKind.Survey, SurveyId, "CSAT", HandOverRule.PreviousAgent);

    /// <summary>Whether a score given now still counts.</summary>
    public bool Counts(DateTimeOffset at) => Score is null && AskedAt is { } asked && at <= asked + Late;

    /// <summary>A score and a few words given together, by a link: there is nothing more to ask.</summary>
    /// <returns>False when there is a score already, or it comes too late: it changes nothing.</returns>
    public bool AnswerAtOnce(Rating rating, string? comment, DateTimeOffset at)
    {
        if (!Answer(rating, at)) return false;

        Comment = Texts.Fit(comment, CommentLimit);
        Close();
        return true;
    }

    /// <returns>False when there is a score already, or it comes too late: it changes nothing.</returns>
    public bool Answer(Rating rating, DateTimeOffset at)
    {
        if (!Counts(at)) return false;

        (Raw, Score, AnsweredAt) = (rating.Raw, rating.Score, at);
        var goesOn = State == RequestState.Asked && Plan?.Words.After(rating.Mood) is not null;
        State = goesOn ? RequestState.Following : RequestState.Over;
        Until = goesOn ? at + Patience : null;
        Touch();
        return true;
    }

    public void Remark(string? comment)
    {
        if (Score is null || Comment is not null) return;

        Comment = Texts.Fit(comment, CommentLimit);
        Close();
    }

    public void Close()
    {
        (State, Until) = (RequestState.Over, null);
        Touch();
    }

    private void Ask(SurveyPlan plan, DateTimeOffset at, DateTimeOffset until)
    {
        (State, Plan, AskedAt, Until) = (RequestState.Asked, plan, at, until);
        AskedDay = (int)(at.UtcDateTime - DateTime.UnixEpoch).TotalDays;
        Touch();
    }
}
