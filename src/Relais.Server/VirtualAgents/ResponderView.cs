using Relais.Domain.VirtualAgents;

namespace Relais.Server.VirtualAgents;

/// <summary>An auto responder, whole.</summary>
/// <param name="Draft">How it works.</param>
/// <param name="ChannelIds">Where it works.</param>
/// <param name="Holds">How many conversations it has at this moment.</param>
public sealed record ResponderView(Guid Id, bool Enabled, ResponderDraftView Draft, IReadOnlyList<Guid> ChannelIds, int Holds, int Version)
{
    public static ResponderView Of(AutoResponder responder, int holds) => new(
        responder.Id, responder.IsEnabled, ResponderDraftView.Of(responder), [.. responder.Channels.Select(one => one.ChannelId).Order()], holds, responder.Version);
}

/// <summary>How an auto responder works, as the editor writes it.</summary>
/// <param name="AgentMinutes">1 to 60: so long what it says may take to reach the contact.</param>
/// <param name="ContactMinutes">1 to 1380: so long the contact may think.</param>
/// <param name="InactiveHours">A contact whose last conversation ended less than this long ago is not greeted; 0 = everybody is.</param>
public sealed record ResponderDraftView(
    string Name,
    Activation Activation,
    HandOverRule HandOver,
    int AgentMinutes,
    int ContactMinutes,
    TimeoutView OnTimeout,
    int InactiveHours,
    IReadOnlyList<ResponderLanguageView> Languages)
{
    public static ResponderDraftView Of(AutoResponder responder) => new(
        responder.Name,
        responder.Activation,
        responder.HandOver,
        responder.AgentMinutes,
        responder.ContactMinutes,
        TimeoutView.Of(responder.OnTimeout),
        responder.InactiveHours,
        [.. responder.Languages.Select(ResponderLanguageView.Of)]);

    public ResponderDraft ToDraft() => new(
        new DeputyDraft(Name, Activation, HandOver, AgentMinutes, ContactMinutes, OnTimeout?.ToRule() ?? TimeoutRule.People), InactiveHours,
        [.. (Languages ?? []).Select(one => one.ToLanguage())]);
}

/// <summary>What becomes of a conversation when somebody is silent for too long.</summary>
/// <param name="TopicId">What it is about, then.</param>
/// <param name="ReasonId">Why it is over, where it is resolved.</param>
public sealed record TimeoutView(TimeoutEnd End, Guid? TopicId, Guid? ReasonId)
{
    public static TimeoutView Of(TimeoutRule rule) => new(rule.End, rule.TopicId, rule.ReasonId);

    public TimeoutRule ToRule() => new(End, TopicId, ReasonId);
}

/// <summary>The scripts of one language.</summary>
/// <param name="EscapeWords">Words that ask for a person.</param>
/// <param name="TimeoutText">Said when a conversation is resolved because its contact was silent.</param>
public sealed record ResponderLanguageView(
    string Language, IReadOnlyList<StepView> InHours, IReadOnlyList<StepView> OutOfHours, IReadOnlyList<string> EscapeWords, string? TimeoutText)
{
    public static ResponderLanguageView Of(ResponderLanguage one) =>
        new(one.Language, [.. one.InHours.Select(StepView.Of)], [.. one.OutOfHours.Select(StepView.Of)], one.EscapeWords, one.TimeoutText);

    public ResponderLanguage ToLanguage() => new(
        Language ?? "", [.. (InHours ?? []).Select(step => step.ToStep())], [.. (OutOfHours ?? []).Select(step => step.ToStep())], EscapeWords ?? [], TimeoutText);
}

/// <summary>One step of a script.</summary>
/// <param name="Next">The step that follows; null = the one after it.</param>
/// <param name="Answers">Of a question: what may be answered; none = anything.</param>
/// <param name="TakesOthers">Whether a question with expected answers takes any other too.</param>
/// <param name="Attribute">The alias of the contact's attribute that keeps the answer.</param>
/// <param name="RetryText">Said when the answer does not fit.</param>
/// <param name="ReasonId">Of an end that resolves.</param>
public sealed record StepView(
    string Id,
    StepKind Kind,
    string Text,
    string? Next = null,
    IReadOnlyList<ExpectedAnswerView>? Answers = null,
    bool TakesOthers = false,
    string? Attribute = null,
    string? RetryText = null,
    Guid? ReasonId = null)
{
    public static StepView Of(ScriptStep step) => new(
        step.Id, step.Kind, step.Text, step.Next, [.. step.Answers.Select(ExpectedAnswerView.Of)], step.TakesOthers, step.Attribute, step.RetryText, step.ReasonId);

    public ScriptStep ToStep() => new(Id ?? "", Kind, Text ?? "", Next)
    {
        Answers = [.. (Answers ?? []).Select(answer => answer.ToAnswer())],
        TakesOthers = TakesOthers,
        Attribute = Attribute,
        RetryText = RetryText,
        ReasonId = ReasonId,
    };
}

/// <summary>One thing a contact may answer.</summary>
/// <param name="Keywords">Other words for it.</param>
/// <param name="TopicId">What the conversation is about, then.</param>
/// <param name="Next">Where the script goes on; null = with the step that follows.</param>
public sealed record ExpectedAnswerView(string Label, IReadOnlyList<string>? Keywords = null, Guid? TopicId = null, string? Next = null)
{
    public static ExpectedAnswerView Of(ExpectedAnswer answer) => new(answer.Label, answer.Keywords, answer.TopicId, answer.Next);

    public ExpectedAnswer ToAnswer() => new(Label ?? "", Keywords ?? [], TopicId, Next);
}
