using Relais.Domain.Shared;

namespace Relais.Domain.VirtualAgents;

public enum StepKind
{
    /// <summary>Says something and goes on at once.</summary>
    Statement,

    /// <summary>Says something and waits for the answer.</summary>
    Question,

    /// <summary>The end: a person goes on.</summary>
    HandOver,

    /// <summary>The end: the conversation is over.</summary>
    Resolve,
}

/// <summary>One step of a script.</summary>
/// <param name="Id">Within its script; other steps name it to go on there.</param>
/// <param name="Text">What is said; may have placeholders. An end may say nothing.</param>
/// <param name="Next">The step that follows; null = the one after it.</param>
public sealed record ScriptStep(string Id, StepKind Kind, string Text = "", string? Next = null)
{
    /// <summary>What the contact may answer to a question; none = anything.</summary>
    public IReadOnlyList<ExpectedAnswer> Answers { get; init; } = [];

    /// <summary>Whether a question with expected answers takes any other too.</summary>
    public bool TakesOthers { get; init; }

    /// <summary>The attribute of the contact that keeps the answer.</summary>
    public string? Attribute { get; init; }

    /// <summary>Said when the answer does not fit; null = the question again.</summary>
    public string? RetryText { get; init; }

    /// <summary>Why the conversation is over.</summary>
    public Guid? ReasonId { get; init; }

    public bool IsEnd => Kind is StepKind.HandOver or StepKind.Resolve;
}

/// <summary>One thing a contact may answer.</summary>
/// <param name="Label">What stands on its button, and what is kept of it.</param>
/// <param name="Keywords">Other words for it.</param>
/// <param name="TopicId">What the conversation is about, then.</param>
/// <param name="Next">Where the script goes on; null = with the step that follows the question.</param>
public sealed record ExpectedAnswer(string Label, IReadOnlyList<string> Keywords, Guid? TopicId = null, string? Next = null);

/// <summary>What a virtual agent says, step by step, and what ends it before its time.</summary>
/// <param name="Steps">In their order; after the last a person goes on.</param>
/// <param name="EscapeWords">Words by which the contact asks for a person.</param>
public sealed record Script(IReadOnlyList<ScriptStep> Steps, IReadOnlyList<string> EscapeWords)
{
    public const int StepLimit = 50;
    public const int AnswerLimit = 10;
    public const int TextLimit = 1000;
    public const int LabelLimit = 60;
    public const int WordLimit = 40;
    public const int WordsLimit = 50;

    public static readonly Script Empty = new([], []);

    public bool IsEmpty => Steps.Count == 0;

    /// <summary>Where the script goes on after a step; null = it has come to its end.</summary>
    public ScriptStep? After(ScriptStep step) => step.Next is { } next ? Find(next) : Following(step);

    /// <inheritdoc cref="After(ScriptStep)"/>
    public ScriptStep? After(ScriptStep question, ExpectedAnswer? answer) => answer?.Next is { } next ? Find(next) : After(question);

    public ScriptStep? Find(string id) => Steps.FirstOrDefault(step => step.Id == id);

    /// <summary>Whether these words ask for a person.</summary>
    public bool IsLeftBy(string text) => Wording.Names(text, EscapeWords);

    private ScriptStep? Following(ScriptStep step)
    {
        for (var index = 0; index < Steps.Count - 1; index++)
        {
            if (Steps[index].Id == step.Id) return Steps[index + 1];
        }

        return null;
    }
}
