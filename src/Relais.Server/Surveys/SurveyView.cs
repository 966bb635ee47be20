using Relais.Domain.Surveys;

namespace Relais.Server.Surveys;

/// <summary>A survey, whole.</summary>
/// <param name="ChannelIds">Where it asks.</param>
/// <param name="Asked">How many contacts it has asked in the last 30 days.</param>
/// <param name="Answered">How many of them have answered.</param>
/// <param name="Satisfied">How many of those with 4 or 5.</param>
public sealed record SurveyView(Guid Id, bool Enabled, SurveyDraftView Draft, IReadOnlyList<Guid> ChannelIds, int Asked, int Answered, int Satisfied, int Version)
{
    public static SurveyView Of(Survey survey, SurveyTally? tally = null) => new(
        survey.Id, survey.IsEnabled, SurveyDraftView.Of(survey), [.. survey.Channels.Select(one => one.ChannelId).Order()],
        tally?.Asked ?? 0, tally?.Answered ?? 0, tally?.Satisfied ?? 0, survey.Version);
}

/// <summary>What came of one survey lately.</summary>
public sealed record SurveyTally(Guid SurveyId, int Asked, int Answered, int Satisfied);

/// <summary>How a survey works, as the editor writes it.</summary>
/// <param name="Share">1 to 100: so many of a hundred are asked.</param>
/// <param name="DelayMinutes">0 to 1380: so long after the end.</param>
/// <param name="RestHours">0, 24, 168, 720 or 2160: a contact who was asked less than this long ago is left alone.</param>
/// <param name="LeastLength">So many characters people must have written.</param>
/// <param name="ByMail">Whether a contact whose channel takes no free message any more is asked by e-mail.</param>
public sealed record SurveyDraftView(
    string Name, QuestionKind Question, int Share, int DelayMinutes, int RestHours, int LeastLength, bool OnlyInTheirLanguage, bool ByMail, IReadOnlyList<SurveyWordsView> Languages)
{
    public static SurveyDraftView Of(Survey survey) => new(
        survey.Name, survey.Question, survey.Share, survey.DelayMinutes, survey.RestHours, survey.LeastLength, survey.OnlyInTheirLanguage, survey.ByMail,
        [.. survey.Languages.Select(SurveyWordsView.Of)]);

    public SurveyDraft ToDraft() => new(
        Name, Question, Share, DelayMinutes, RestHours, LeastLength, OnlyInTheirLanguage, ByMail, [.. (Languages ?? []).Select(one => one.ToWords())]);
}

/// <summary>What a survey says in one language.</summary>
/// <param name="Negative">Asked after 1 or 2; null = nothing.</param>
/// <param name="Neutral">Asked after 3.</param>
/// <param name="Positive">Asked after 4 or 5.</param>
/// <param name="Closing">The last word.</param>
public sealed record SurveyWordsView(string Language, string Question, string? Negative = null, string? Neutral = null, string? Positive = null, string? Closing = null)
{
    public static SurveyWordsView Of(SurveyWords words) => new(words.Language, words.Question, words.Negative, words.Neutral, words.Positive, words.Closing);

    public SurveyWords ToWords() => new(Language ?? "", Question ?? "", Negative, Neutral, Positive, Closing);
}

/// <summary>What holds for all surveys.</summary>
public sealed record SurveyPolicyView(SurveyTrigger Trigger, bool IncludesBulk)
{
    public static SurveyPolicyView Of(SurveyPolicy? policy) => new(policy?.Trigger ?? SurveyTrigger.People, policy?.IncludesBulk ?? false);
}
