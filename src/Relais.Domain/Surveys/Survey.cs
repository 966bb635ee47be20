using Relais.Domain.Shared;

namespace Relais.Domain.Surveys;

/// <summary>What a survey says in one language.</summary>
/// <param name="Negative">Asked after a bad score; null = nothing.</param>
/// <param name="Neutral">Asked after a so-so one.</param>
/// <param name="Positive">Asked after a good one.</param>
/// <param name="Closing">The last word; null = none.</param>
public sealed record SurveyWords(string Language, string Question, string? Negative = null, string? Neutral = null, string? Positive = null, string? Closing = null)
{
    public string? After(Mood mood) => mood switch { Mood.Negative => Negative, Mood.Neutral => Neutral, _ => Positive };

    /// <summary>What a new survey begins with.</summary>
    public static IReadOnlyList<SurveyWords> Supplied { get; } =
    [
        new(
            "fr",
            "Comment s’est passé votre échange avec nous ?",
            "Nous en sommes désolés. Qu’est-ce qui n’a pas été ?",
            "Merci. Que pouvons-nous faire mieux ?",
            null,
            "Merci, votre avis nous aide à progresser."),
        new(
            "en",
            "How was your conversation with us?",
            "We are sorry about that. What went wrong?",
            "Thank you. What can we do better?",
            null,
            "Thank you, your answer helps us improve."),
    ];
}

/// <summary>How a survey works.</summary>
/// <param name="Share">So many of a hundred are asked.</param>
/// <param name="DelayMinutes">So long after the end; 0 = at once.</param>
/// <param name="RestHours">A contact who was asked less than this long ago is left alone; 0 = never.</param>
/// <param name="LeastLength">So many characters people must have written in the conversation; 0 = it does not matter.</param>
/// <param name="OnlyInTheirLanguage">Whether only those are asked whose language it speaks.</param>
/// <param name="ByMail">Whether a contact who can no longer be written to on his channel is asked by e-mail, where his address is known.</param>
public sealed record SurveyDraft(
    string Name, QuestionKind Question, int Share, int DelayMinutes, int RestHours, int LeastLength, bool OnlyInTheirLanguage, bool ByMail, IReadOnlyList<SurveyWords> Languages);

/// <summary>Asks contacts how it was, once their conversation is over. Each channel has one at most.</summary>
public sealed class Survey : Entity
{
    public const int NameLimit = 80;
    public const int TextLimit = 500;
    public const int LongestDelayMinutes = 23 * 60;
    public const int LanguageLimit = 20;
    public const int LongestLeastLength = 10_000;

    private static readonly int[] Rests = [0, 24, 7 * 24, 30 * 24, 90 * 24];

    private readonly List<SurveyChannel> channels = [];

    private Survey()
    {
    }

    /// <summary>Turned off, and on no channel.</summary>
    public Survey(Guid organisationId, SurveyDraft draft, Actor by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        OrganisationId = organisationId;
        CreatedAt = at;
        Take(draft);
        Record(new SurveyChanged(Id, Name, by, at));
    }

    public string Name { get; private set; } = "";

    /// <summary>The name without its case: unique.</summary>
    public string Key { get; private set; } = "";

    public bool IsEnabled { get; private set; }

    public QuestionKind Question { get; private set; }

    public int Share { get; private set; } = 100;

    public int DelayMinutes { get; private set; }

    public int RestHours { get; private set; }

    public int LeastLength { get; private set; }

    public bool OnlyInTheirLanguage { get; private set; }

    public bool ByMail { get; private set; }

    public IReadOnlyList<SurveyWords> Languages { get; private set; } = [];

    /// <summary>Where it asks.</summary>
    public IReadOnlyList<SurveyChannel> Channels => channels;

    public DateTimeOffset CreatedAt { get; private init; }

    public TimeSpan Delay => TimeSpan.FromMinutes(DelayMinutes);

    /// <summary>Whom it has asked already is asked no differently.</summary>
    /// <exception cref="RuleViolation"><c>survey.…</c>.</exception>
    public void Describe(SurveyDraft draft, Actor by, DateTimeOffset at)
    {
        Take(draft);
        Record(new SurveyChanged(Id, Name, by, at));
    }

    public void Turn(bool on, Actor by, DateTimeOffset at)
    {
        if (IsEnabled == on) return;

        IsEnabled = on;
        foreach (var channel in channels) channel.Follow(this);
        Record(new SurveyChanged(Id, Name, by, at));
    }

    /// <summary>The caller knows that none of them has another that is on.</summary>
    public void AskOn(IReadOnlyCollection<Guid> channelIds, Actor by, DateTimeOffset at)
    {
        channels.RemoveAll(one => !channelIds.Contains(one.ChannelId));
        channels.AddRange(channelIds.Distinct().Except(channels.Select(one => one.ChannelId)).Select(id => new SurveyChannel(this, id)));
        Record(new SurveyChanged(Id, Name, by, at));
    }

    /// <summary>The last thing said of it before it is deleted. What it has heard stays.</summary>
    public void Remove(Actor by, DateTimeOffset at) => Record(new SurveyChanged(Id, Name, by, at));

    public bool Speaks(string? language) => Speaking(language) is not null;

    /// <summary>What it says to somebody: in his language, else the organisation's, else its first.</summary>
    public SurveyWords WordsFor(string? contactLanguage, string organisationLanguage) => Speaking(contactLanguage) ?? Speaking(organisationLanguage) ?? Languages[0];

    /// <summary>Whether a conversation is in its sample: always the same answer for the same conversation.</summary>
    public bool Draws(Guid conversationId)
    {
        var hash = 2166136261u;
        foreach (var part in conversationId.ToByteArray().Concat(Id.ToByteArray())) hash = (hash ^ part) * 16777619u;
        hash ^= hash >> 16;
        return (hash * 0x7feb352du >> 8) % 100 < Share;
    }

    private SurveyWords? Speaking(string? language) => language is null ? null
        : Languages.FirstOrDefault(one => string.Equals(one.Language, language, StringComparison.OrdinalIgnoreCase))
            ?? Languages.FirstOrDefault(one => string.Equals(Root(one.Language), Root(language), StringComparison.OrdinalIgnoreCase));

    private void Take(SurveyDraft draft)
    {
        Name = Texts.Required(draft.Name, NameLimit, "survey.name");
        Key = Texts.Key(Name);
        Question = draft.Question;
        Share = Within(draft.Share, 1, 100, "survey.share");
        DelayMinutes = Within(draft.DelayMinutes, 0, LongestDelayMinutes, "survey.delay");
        LeastLength = Within(draft.LeastLength, 0, LongestLeastLength, "survey.least_length");
        RestHours = Rests.Contains(draft.RestHours) ? draft.RestHours : throw new RuleViolation("survey.rest", "Choose how often: always, or once in 24 hours, 7, 30 or 90 days.");
        OnlyInTheirLanguage = draft.OnlyInTheirLanguage;
        ByMail = draft.ByMail;
        Languages = Checked(draft.Languages);
    }

    private static SurveyWords[] Checked(IReadOnlyList<SurveyWords> languages)
    {
        if (languages.Count is 0 or > LanguageLimit)
            throw new RuleViolation("survey.languages", $"Write it in 1 to {LanguageLimit} languages.", new Dictionary<string, object?> { ["limit"] = LanguageLimit });
        if (languages.DistinctBy(one => one.Language, StringComparer.OrdinalIgnoreCase).Count() != languages.Count || languages.Any(one => Root(one.Language).Length is < 2 or > 3))
            throw new RuleViolation("survey.language", "Choose every language once.");

        return [.. languages.Select(one => new SurveyWords(
            one.Language.Trim(), Texts.Required(one.Question, TextLimit, "survey.question"), Optional(one.Negative), Optional(one.Neutral), Optional(one.Positive), Optional(one.Closing)))];
    }

    private static string? Optional(string? text) => Texts.Optional(text, TextLimit, "survey.text");

    private static int Within(int value, int least, int most, string field) => value >= least && value <= most
        ? value
        : throw new RuleViolation($"{field}.range", $"Choose between {least} and {most}.", new Dictionary<string, object?> { ["least"] = least, ["most"] = most });

    private static string Root(string language) => language.Trim().Split('-')[0];
}

/// <summary>That a survey asks on a channel.</summary>
public sealed class SurveyChannel
{
    private SurveyChannel()
    {
    }

    internal SurveyChannel(Survey survey, Guid channelId)
    {
        ChannelId = channelId;
        Follow(survey);
    }

    public Guid Id { get; private init; } = Ids.Next();

    public Guid SurveyId { get; private init; }

    public Guid ChannelId { get; private init; }

    /// <summary>Whether it asks there now: one at most does.</summary>
    public bool IsActive { get; private set; }

    internal void Follow(Survey survey) => IsActive = survey.IsEnabled;
}

/// <summary>A survey was made, changed, turned on or off, put on other channels or deleted.</summary>
public sealed record SurveyChanged(Guid SurveyId, string Name, Actor By, DateTimeOffset At) : DomainEvent(By, At);
