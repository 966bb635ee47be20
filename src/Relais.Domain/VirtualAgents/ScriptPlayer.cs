using Relais.Domain.Contacts;
using Relais.Domain.Shared;

namespace Relais.Domain.VirtualAgents;

/// <summary>Where a script stands: at the question whose answer it waits for.</summary>
/// <param name="Tries">How many answers did not fit so far.</param>
public sealed record ScriptPosition(string StepId, int Tries = 0);

/// <summary>Something a virtual agent wants done.</summary>
public abstract record ScriptAct
{
    private ScriptAct()
    {
    }

    /// <summary>As written, its placeholders still open.</summary>
    public sealed record Say(string Text, IReadOnlyList<string> Choices) : ScriptAct;

    /// <summary>Keep an answer with the contact.</summary>
    public sealed record Store(string Attribute, string Value) : ScriptAct;

    /// <summary>Say what the conversation is about.</summary>
    public sealed record File(Guid TopicId) : ScriptAct;

    /// <summary>The end: people go on.</summary>
    public sealed record HandOver(HandOverReason Reason, string? Cause = null) : ScriptAct;

    /// <summary>The end: it is over.</summary>
    public sealed record Resolve(Guid? ReasonId) : ScriptAct;
}

/// <summary>What a script does at one moment.</summary>
/// <param name="Acts">In their order; an end is the last.</param>
/// <param name="Waits">Null once it has come to its end.</param>
public sealed record ScriptTurn(IReadOnlyList<ScriptAct> Acts, ScriptPosition? Waits);

/// <summary>
/// Plays a script. It holds nothing and knows nobody: from where it stands and what the contact wrote follows what is done. The
/// intake, the timers and the simulator of the settings all ask here.
/// </summary>
/// <param name="script">What is played.</param>
/// <param name="attributes">In which format answers are kept.</param>
public sealed class ScriptPlayer(Script script, AttributeBook attributes)
{
    /// <summary>So often a question is asked again before the script goes on without its answer.</summary>
    public const int Retries = 2;

    public ScriptTurn Begin() => GoOn(script.Steps.Count > 0 ? script.Steps[0] : null, []);

    /// <param name="position">Where it stands.</param>
    /// <param name="text">What the contact wrote; empty for a picture without words.</param>
    public ScriptTurn Hear(ScriptPosition position, string text)
    {
        if (script.IsLeftBy(text)) return new ScriptTurn([new ScriptAct.HandOver(HandOverReason.Escaped)], null);
        if (script.Find(position.StepId) is not { Kind: StepKind.Question } question) return GoOn(null, []);

        var answer = Matching(question, text);
        var attribute = attributes.Find(question.Attribute);
        var value = attribute is null ? null : Kept(attribute, answer?.Label ?? text);
        var isTaken = answer is not null || (text.Trim().Length > 0 && (question.Answers.Count == 0 || question.TakesOthers) && (attribute is null || value is not null));
        if (!isTaken) return Again(question, position);

        var acts = new List<ScriptAct>();
        if (attribute is not null && value is not null) acts.Add(new ScriptAct.Store(attribute.Alias, value));
        if (answer?.TopicId is { } topic) acts.Add(new ScriptAct.File(topic));
        return GoOn(script.After(question, answer), acts);
    }

    /// <summary>By its number, by what stands on its button, else by its words.</summary>
    private static ExpectedAnswer? Matching(ScriptStep question, string text) =>
        Wording.NumberIn(text) is { } number && number >= 1 && number <= question.Answers.Count
            ? question.Answers.FirstOrDefault(answer => Wording.AreSame(answer.Label, text)) ?? question.Answers[number - 1]
            : question.Answers.FirstOrDefault(answer => Wording.AreSame(answer.Label, text))
                ?? question.Answers.FirstOrDefault(answer => Wording.Names(text, answer.Keywords))
                ?? question.Answers.FirstOrDefault(answer => Wording.Names(text, [answer.Label]));

    /// <summary>Null when it is none of the attribute's format.</summary>
    private static string? Kept(ContactAttribute attribute, string text) =>
        Texts.Fit(text, ContactAttribute.ValueLimit) is { } said ? attribute.Format.Read(said, attribute.Choices) : null;

    private ScriptTurn Again(ScriptStep question, ScriptPosition position) => position.Tries < Retries
        ? new ScriptTurn([new ScriptAct.Say(question.RetryText ?? question.Text, Labels(question))], position with { Tries = position.Tries + 1 })
        : GoOn(script.After(question), []);

    /// <summary>Says what there is to say until it has to wait, or has come to its end.</summary>
    private ScriptTurn GoOn(ScriptStep? step, List<ScriptAct> acts)
    {
        for (var said = 0; step is not null && said <= script.Steps.Count; said++)
        {
            if (step.Text.Length > 0) acts.Add(new ScriptAct.Say(step.Text, Labels(step)));
            if (step.Kind == StepKind.Question) return new ScriptTurn(acts, new ScriptPosition(step.Id));
            if (step.Kind == StepKind.Resolve) return new ScriptTurn([.. acts, new ScriptAct.Resolve(step.ReasonId)], null);
            if (step.Kind == StepKind.HandOver) break;

            step = script.After(step);
        }

        return new ScriptTurn([.. acts, new ScriptAct.HandOver(HandOverReason.Finished)], null);
    }

    private static string[] Labels(ScriptStep step) => [.. step.Answers.Select(answer => answer.Label)];
}
