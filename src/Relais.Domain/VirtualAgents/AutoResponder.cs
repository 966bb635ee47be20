using Relais.Domain.Shared;

namespace Relais.Domain.VirtualAgents;

/// <summary>The scripts of one language.</summary>
/// <param name="InHours">Played while the channel is open.</param>
/// <param name="OutOfHours">Played while it is closed.</param>
/// <param name="EscapeWords">Words that ask for a person, in this language.</param>
/// <param name="TimeoutText">Said when a conversation is resolved because its contact was silent; null = nothing.</param>
public sealed record ResponderLanguage(
    string Language, IReadOnlyList<ScriptStep> InHours, IReadOnlyList<ScriptStep> OutOfHours, IReadOnlyList<string> EscapeWords, string? TimeoutText = null)
{
    public Script Script(bool isOpen) => new(isOpen ? InHours : OutOfHours, EscapeWords);
}

/// <summary>How an auto responder works.</summary>
/// <param name="Common">What it shares with all that are set up; its minutes are the time what it says may take to reach the contact.</param>
/// <param name="InactiveHours">A contact whose last conversation ended less than this long ago is not greeted; 0 = everybody is.</param>
public sealed record ResponderDraft(DeputyDraft Common, int InactiveHours, IReadOnlyList<ResponderLanguage> Languages);

/// <summary>A built-in virtual agent: sends scripts written in the settings, until a person is needed.</summary>
public sealed class AutoResponder : Deputy
{
    public const int LongestInactiveHours = 90 * 24;
    public const int LanguageLimit = 20;

    private AutoResponder()
    {
    }

    public AutoResponder(Guid organisationId, ResponderDraft draft, Actor by, DateTimeOffset at, Guid? id = null)
        : base(organisationId, at, id)
    {
        Take(draft);
        Record(Changed(by, at));
    }

    public override VirtualAgentKind Kind => VirtualAgentKind.AutoResponder;

    public int InactiveHours { get; private set; }

    public IReadOnlyList<ResponderLanguage> Languages { get; private set; } = [];

    /// <summary>What it holds already goes on as it began.</summary>
    /// <exception cref="RuleViolation"><c>virtual_agent.…</c>, <c>auto_responder.…</c>, <c>script.…</c>.</exception>
    public void Describe(ResponderDraft draft, Actor by, DateTimeOffset at)
    {
        Take(draft);
        Record(Changed(by, at));
    }

    /// <summary>In which language it speaks to somebody: his own, else the one he writes, else the organisation's, else its first.</summary>
    public ResponderLanguage? LanguageFor(string? contactLanguage, string firstWords, string organisationLanguage) =>
        Speaking(contactLanguage) ?? Speaking(SpokenLanguage.Of(firstWords, Languages.Select(one => one.Language))) ?? Speaking(organisationLanguage)
            ?? (Languages.Count > 0 ? Languages[0] : null);

    private ResponderLanguage? Speaking(string? language) => language is null ? null
        : Languages.FirstOrDefault(one => string.Equals(one.Language, language, StringComparison.OrdinalIgnoreCase))
            ?? Languages.FirstOrDefault(one => string.Equals(Root(one.Language), Root(language), StringComparison.OrdinalIgnoreCase));

    protected override DomainEvent Changed(Actor by, DateTimeOffset at) => new AutoResponderChanged(Id, Name, by, at);

    protected override void RefuseUnready()
    {
        if (Languages.All(one => one.InHours.Count + one.OutOfHours.Count == 0))
            throw new RuleViolation("auto_responder.empty", "Write something it can say first.");
    }

    protected override bool ReplaceWithin(Guid gone, Guid? instead)
    {
        if (!Languages.Any(one => Names(one.InHours) || Names(one.OutOfHours))) return false;

        Languages = [.. Languages.Select(one => one with { InHours = Replaced(one.InHours), OutOfHours = Replaced(one.OutOfHours) })];
        return true;

        bool Names(IReadOnlyList<ScriptStep> steps) => steps.Any(step => step.Answers.Any(answer => answer.TopicId == gone));

        ScriptStep[] Replaced(IReadOnlyList<ScriptStep> steps) => [.. steps.Select(step => step with
        {
            Answers = [.. step.Answers.Select(answer => answer.TopicId == gone ? answer with { TopicId = instead } : answer)],
        })];
    }

    private void Take(ResponderDraft draft)
    {
        Take(draft.Common);
        InactiveHours = Within(draft.InactiveHours, 0, LongestInactiveHours, "auto_responder.inactive_hours");
        Languages = Checked(draft.Languages);
    }

    private static ResponderLanguage[] Checked(IReadOnlyList<ResponderLanguage> languages)
    {
        if (languages.Count > LanguageLimit)
            throw new RuleViolation("auto_responder.languages.too_many", $"Write at most {LanguageLimit} languages.", new Dictionary<string, object?> { ["limit"] = LanguageLimit });
        if (languages.DistinctBy(one => one.Language, StringComparer.OrdinalIgnoreCase).Count() != languages.Count || languages.Any(one => Root(one.Language).Length is < 2 or > 3))
            throw new RuleViolation("auto_responder.language", "Choose every language once.");

        return [.. languages.Select(one =>
        {
            var open = new ScriptRules(one.Language, isOpen: true).Checked(one.Script(isOpen: true));
            var closed = new ScriptRules(one.Language, isOpen: false).Checked(one.Script(isOpen: false));
            return new ResponderLanguage(
                one.Language.Trim(), open.Steps, closed.Steps, open.EscapeWords, Texts.Optional(one.TimeoutText, Script.TextLimit, "auto_responder.timeout_text"));
        })];
    }

    private static string Root(string language) => language.Trim().Split('-')[0];
}

/// <summary>An auto responder was made, changed, turned on or off, put on other channels or deleted.</summary>
public sealed record AutoResponderChanged(Guid ResponderId, string Name, Actor By, DateTimeOffset At) : DomainEvent(By, At);
