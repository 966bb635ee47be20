using Relais.Domain.Shared;

namespace Relais.Domain.VirtualAgents;

public enum Activation
{
    /// <summary>Takes every private conversation that begins on its channels.</summary>
    Inception,

    /// <summary>Takes what a member gives it.</summary>
    Delegation,
}

/// <summary>What becomes of a conversation whose contact, or whose virtual agent, is silent for too long.</summary>
public enum TimeoutEnd
{
    HandOver,
    Resolve,
}

/// <summary>What happens on time-out.</summary>
/// <param name="TopicId">What the conversation is about, then.</param>
/// <param name="ReasonId">Why it is over, where it ends.</param>
public sealed record TimeoutRule(TimeoutEnd End, Guid? TopicId = null, Guid? ReasonId = null);

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
/// <param name="AgentMinutes">So long what it says may take to reach the contact.</param>
/// <param name="ContactMinutes">So long the contact may think.</param>
/// <param name="InactiveHours">A contact whose last conversation ended less than this long ago is not greeted; 0 = everybody is.</param>
public sealed record ResponderDraft(
    string Name,
    Activation Activation,
    HandOverRule HandOver,
    int AgentMinutes,
    int ContactMinutes,
    TimeoutRule OnTimeout,
    int InactiveHours,
    IReadOnlyList<ResponderLanguage> Languages)
{
    public const int DefaultAgentMinutes = 5;
    public const int DefaultContactMinutes = 60;
}

/// <summary>A built-in virtual agent: sends scripts written in the settings, until a person is needed.</summary>
public sealed class AutoResponder : Entity
{
    public const int NameLimit = 80;
    public const int LongestAgentMinutes = 60;
    public const int LongestContactMinutes = 23 * 60;
    public const int LongestInactiveHours = 90 * 24;
    public const int LanguageLimit = 20;

    private readonly List<ResponderChannel> channels = [];

    private AutoResponder()
    {
    }

    /// <summary>Turned off, and on no channel.</summary>
    public AutoResponder(Guid organisationId, ResponderDraft draft, Actor by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        OrganisationId = organisationId;
        CreatedAt = at;
        Take(draft);
        Record(new AutoResponderChanged(Id, Name, by, at));
    }

    public string Name { get; private set; } = "";

    /// <summary>The name without its case: unique.</summary>
    public string Key { get; private set; } = "";

    public bool IsEnabled { get; private set; }

    public Activation Activation { get; private set; }

    public HandOverRule HandOver { get; private set; }

    public int AgentMinutes { get; private set; } = ResponderDraft.DefaultAgentMinutes;

    public int ContactMinutes { get; private set; } = ResponderDraft.DefaultContactMinutes;

    public TimeoutRule OnTimeout { get; private set; } = new(TimeoutEnd.HandOver);

    public int InactiveHours { get; private set; }

    public IReadOnlyList<ResponderLanguage> Languages { get; private set; } = [];

    /// <summary>Where it works.</summary>
    public IReadOnlyList<ResponderChannel> Channels => channels;

    public DateTimeOffset CreatedAt { get; private init; }

    public VirtualAgent AsVirtualAgent() => new(VirtualAgentKind.AutoResponder, Id, Name, HandOver);

    public Actor AsActor() => AsVirtualAgent().AsActor();

    /// <summary>What it holds already goes on as it began.</summary>
    /// <exception cref="RuleViolation"><c>auto_responder.…</c>, <c>script.…</c>.</exception>
    public void Describe(ResponderDraft draft, Actor by, DateTimeOffset at)
    {
        Take(draft);
        Record(new AutoResponderChanged(Id, Name, by, at));
    }

    /// <exception cref="RuleViolation"><c>auto_responder.empty</c>.</exception>
    public void Turn(bool on, Actor by, DateTimeOffset at)
    {
        if (IsEnabled == on) return;
        if (on && Languages.All(one => one.InHours.Count + one.OutOfHours.Count == 0))
            throw new RuleViolation("auto_responder.empty", "Write something it can say first.");

        IsEnabled = on;
        Record(new AutoResponderChanged(Id, Name, by, at));
    }

    /// <summary>The caller knows that none of them has another that takes what begins there.</summary>
    public void WorkOn(IReadOnlyCollection<Guid> channelIds, Actor by, DateTimeOffset at)
    {
        channels.RemoveAll(one => !channelIds.Contains(one.ChannelId));
        channels.AddRange(channelIds.Distinct().Except(channels.Select(one => one.ChannelId)).Select(id => new ResponderChannel(this, id)));
        Record(new AutoResponderChanged(Id, Name, by, at));
    }

    /// <summary>The last thing said of it before it is deleted.</summary>
    public void Remove(Actor by, DateTimeOffset at) => Record(new AutoResponderChanged(Id, Name, by, at));

    /// <summary>A topic is gone, or another took its place.</summary>
    public void Replace(Guid gone, Guid? instead, Actor by, DateTimeOffset at)
    {
        if (OnTimeout.TopicId != gone && !Languages.Any(one => Names(one.InHours) || Names(one.OutOfHours))) return;

        if (OnTimeout.TopicId == gone) OnTimeout = OnTimeout with { TopicId = instead };
        Languages = [.. Languages.Select(one => one with { InHours = Replaced(one.InHours), OutOfHours = Replaced(one.OutOfHours) })];
        Record(new AutoResponderChanged(Id, Name, by, at));

        bool Names(IReadOnlyList<ScriptStep> steps) => steps.Any(step => step.Answers.Any(answer => answer.TopicId == gone));

        ScriptStep[] Replaced(IReadOnlyList<ScriptStep> steps) => [.. steps.Select(step => step with
        {
            Answers = [.. step.Answers.Select(answer => answer.TopicId == gone ? answer with { TopicId = instead } : answer)],
        })];
    }

    /// <summary>In which language it speaks to somebody: his own, else the one he writes, else the organisation's, else its first.</summary>
    public ResponderLanguage? LanguageFor(string? contactLanguage, string firstWords, string organisationLanguage) =>
        Speaking(contactLanguage) ?? Speaking(SpokenLanguage.Of(firstWords, Languages.Select(one => one.Language))) ?? Speaking(organisationLanguage)
            ?? (Languages.Count > 0 ? Languages[0] : null);

    private ResponderLanguage? Speaking(string? language) => language is null ? null
        : Languages.FirstOrDefault(one => string.Equals(one.Language, language, StringComparison.OrdinalIgnoreCase))
            ?? Languages.FirstOrDefault(one => string.Equals(Root(one.Language), Root(language), StringComparison.OrdinalIgnoreCase));

    private void Take(ResponderDraft draft)
    {
        Name = Texts.Required(draft.Name, NameLimit, "auto_responder.name");
        Key = Texts.Key(Name);
        Activation = draft.Activation;
        HandOver = draft.Activation == Activation.Delegation ? draft.HandOver : HandOverRule.NewQueue;
        AgentMinutes = Within(draft.AgentMinutes, 1, LongestAgentMinutes, "auto_responder.agent_minutes");
        ContactMinutes = Within(draft.ContactMinutes, 1, LongestContactMinutes, "auto_responder.contact_minutes");
        InactiveHours = Within(draft.InactiveHours, 0, LongestInactiveHours, "auto_responder.inactive_hours");
        OnTimeout = draft.OnTimeout.End == TimeoutEnd.Resolve ? draft.OnTimeout : draft.OnTimeout with { ReasonId = null };
        Languages = Checked(draft.Languages);
        foreach (var channel in channels) channel.Follow(this);
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

    private static int Within(int value, int least, int most, string field) => value >= least && value <= most
        ? value
        : throw new RuleViolation($"{field}.range", $"Choose between {least} and {most}.", new Dictionary<string, object?> { ["least"] = least, ["most"] = most });

    private static string Root(string language) => language.Trim().Split('-')[0];
}

/// <summary>That an auto responder works on a channel.</summary>
public sealed class ResponderChannel
{
    private ResponderChannel()
    {
    }

    internal ResponderChannel(AutoResponder responder, Guid channelId)
    {
        ChannelId = channelId;
        Follow(responder);
    }

    public Guid Id { get; private init; } = Ids.Next();

    public Guid ResponderId { get; private init; }

    public Guid ChannelId { get; private init; }

    /// <summary>Whether it takes what begins there: one at most does.</summary>
    public bool IsInception { get; private set; }

    internal void Follow(AutoResponder responder) => IsInception = responder.Activation == Activation.Inception;
}

/// <summary>An auto responder was made, changed, turned on or off, put on other channels or deleted.</summary>
public sealed record AutoResponderChanged(Guid ResponderId, string Name, Actor By, DateTimeOffset At) : DomainEvent(By, At);
