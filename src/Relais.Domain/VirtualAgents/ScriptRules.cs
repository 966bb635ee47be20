using Relais.Domain.Replies;
using Relais.Domain.Shared;

namespace Relais.Domain.VirtualAgents;

/// <summary>What a script must fulfil before it is saved. Each refusal says of which script and step it speaks, counted from 1.</summary>
internal sealed class ScriptRules(string language, bool isOpen)
{
    /// <returns>The script with its words trimmed.</returns>
    /// <exception cref="RuleViolation"><c>script.…</c>.</exception>
    public Script Checked(Script script)
    {
        if (script.Steps.Count > Script.StepLimit) throw Wrong("script.steps.too_many", 0, $"A script has at most {Script.StepLimit} steps.", Script.StepLimit);

        var steps = script.Steps.Select((step, index) => Checked(step, index + 1)).ToList();
        var checkedOne = new Script(steps, Words(script.EscapeWords, 0));
        RefuseUnknownTargets(checkedOne);
        RefuseEndless(checkedOne);
        return checkedOne;
    }

    private ScriptStep Checked(ScriptStep step, int place)
    {
        if (string.IsNullOrWhiteSpace(step.Id) || step.Id.Length > Script.WordLimit) throw Wrong("script.step.id", place, "Every step needs a short id.");

        var text = step.Text?.Trim() ?? "";
        if (text.Length == 0 && !step.IsEnd) throw Wrong("script.text.required", place, "Write what is to be said.");
        RefuseText(text, place);
        RefuseText(step.RetryText, place);
        return step with
        {
            Text = text,
            RetryText = Texts.Fit(step.RetryText, Script.TextLimit),
            Answers = step.Kind == StepKind.Question ? Checked(step.Answers, place) : [],
            Attribute = step.Kind == StepKind.Question && !string.IsNullOrEmpty(step.Attribute) ? step.Attribute : null,
            ReasonId = step.Kind == StepKind.Resolve ? step.ReasonId : null,
            Next = step.IsEnd || string.IsNullOrEmpty(step.Next) ? null : step.Next,
        };
    }

    private ExpectedAnswer[] Checked(IReadOnlyList<ExpectedAnswer> answers, int place)
    {
        if (answers.Count > Script.AnswerLimit)
            throw Wrong("script.answers.too_many", place, $"A question has at most {Script.AnswerLimit} expected answers.", Script.AnswerLimit);

        ExpectedAnswer[] all = [.. answers.Select(answer => answer with
        {
            Label = Label(answer.Label, place), Keywords = Words(answer.Keywords, place), Next = string.IsNullOrEmpty(answer.Next) ? null : answer.Next,
        })];
        if (all.DistinctBy(answer => Texts.Key(answer.Label)).Count() != all.Length)
            throw Wrong("script.answers.same", place, "Two answers are called the same.");

        return all;
    }

    private string Label(string? label, int place)
    {
        var trimmed = label?.Trim() ?? "";
        return trimmed.Length switch
        {
            0 => throw Wrong("script.label.required", place, "Write what stands on the button."),
            > Script.LabelLimit => throw Wrong("script.label.too_long", place, $"Shorten it to {Script.LabelLimit} characters.", Script.LabelLimit),
            _ => trimmed,
        };
    }

    private string[] Words(IReadOnlyList<string>? words, int place)
    {
        string[] all = [.. (words ?? []).Select(word => word.Trim()).Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (all.Length > Script.WordsLimit) throw Wrong("script.words.too_many", place, $"Write at most {Script.WordsLimit} words.", Script.WordsLimit);
        if (all.Any(word => word.Length > Script.WordLimit)) throw Wrong("script.word.too_long", place, $"Shorten it to {Script.WordLimit} characters.", Script.WordLimit);

        return all;
    }

    /// <summary>Nobody stands behind it whose name could be filled in.</summary>
    private void RefuseText(string? text, int place)
    {
        if (text is null) return;
        if (text.Length > Script.TextLimit) throw Wrong("script.text.too_long", place, $"Shorten it to {Script.TextLimit} characters.", Script.TextLimit);
        if (Placeholders.OpenIn(text).Any(gap => gap.Contains("agent.", StringComparison.OrdinalIgnoreCase)))
            throw Wrong("script.placeholder.agent", place, "A virtual agent has no name of a person to fill in.");
    }

    private void RefuseUnknownTargets(Script script)
    {
        if (script.Steps.DistinctBy(step => step.Id).Count() != script.Steps.Count) throw Wrong("script.step.id", 0, "Two steps have the same id.");

        for (var index = 0; index < script.Steps.Count; index++)
        {
            var step = script.Steps[index];
            if (step.Answers.Select(answer => answer.Next).Append(step.Next).OfType<string>().Any(target => script.Find(target) is null))
                throw Wrong("script.next.unknown", index + 1, "It goes on with a step that is not there.");
        }
    }

    /// <summary>Statements that lead back to themselves would never stop talking.</summary>
    private void RefuseEndless(Script script)
    {
        for (var index = 0; index < script.Steps.Count; index++)
        {
            var (step, walked) = (script.Steps[index], 0);
            while (step is { Kind: StepKind.Statement } && walked++ <= script.Steps.Count) step = script.After(step);
            if (walked > script.Steps.Count) throw Wrong("script.endless", index + 1, "From here it would go round and round without asking anything.");
        }
    }

    private RuleViolation Wrong(string code, int place, string message, int? limit = null) => new(
        code, message, new Dictionary<string, object?> { ["step"] = place, ["language"] = language, ["hours"] = isOpen ? "open" : "closed", ["limit"] = limit });
}
