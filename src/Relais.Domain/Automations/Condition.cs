using System.Text.Json.Serialization;
using Relais.Domain.Shared;

namespace Relais.Domain.Automations;

/// <summary>One question about a message. A new one is a new record here; nothing else knows which there are.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Says), "says")]
[JsonDerivedType(typeof(HasWords), "hasWords")]
public abstract record Condition
{
    /// <exception cref="RuleViolation">What is missing.</exception>
    public abstract void Check();

    /// <summary>What has to be looked for before it can be answered.</summary>
    internal abstract IReadOnlyList<Needle> Needles();

    /// <param name="seen">The message.</param>
    /// <param name="mine">Its own keywords, in their order.</param>
    internal abstract bool Holds(Inspection seen, IReadOnlyList<Needle> mine);

    internal abstract Finding Explain(Inspection seen, IReadOnlyList<Needle> mine);
}

/// <summary>Whether a condition holds, and what of the message that is about.</summary>
/// <param name="Spots">Where the keywords stand, wanted or not.</param>
/// <param name="Words">How many words there are, where they were counted.</param>
public sealed record Finding(bool Holds, IReadOnlyList<Spot> Spots, int? Words = null);

/// <summary>What has to be true of the words.</summary>
public enum SaysTest
{
    BeginsWithAny,
    EndsWithAny,
    ContainsAny,
    ContainsAll,
    ContainsNone,

    /// <summary>At least one of them is missing.</summary>
    MissesOne,
}

/// <summary>A message says something, or does not.</summary>
/// <param name="Keywords">As they were written into the field; <see cref="Automations.Keywords"/> takes them apart.</param>
/// <param name="IgnoresAccents">Whether é is e.</param>
/// <param name="Inside">Whether a keyword may be a part of a longer word.</param>
public sealed record Says(SaysTest Test, string Keywords, bool IgnoresAccents = true, bool Inside = false) : Condition
{
    public const int TextLimit = 2000;
    public const int KeywordLimit = 100;

    /// <exception cref="RuleViolation"><c>automation.keywords.required</c>, <c>automation.keywords.too_long</c>, <c>automation.keyword.too_long</c>.</exception>
    public override void Check()
    {
        if (Keywords.Length > TextLimit)
            throw new RuleViolation("automation.keywords.too_long", $"Shorten the keywords to {TextLimit} characters.", new Dictionary<string, object?> { ["limit"] = TextLimit });
        if (Needles().Count == 0)
            throw new RuleViolation("automation.keywords.required", "Write what the messages say or do not say.");
        if (Needles().FirstOrDefault(needle => needle.Text.Length > KeywordLimit) is not null)
            throw new RuleViolation(
                "automation.keyword.too_long", $"A keyword has at most {KeywordLimit} characters: separate keywords by commas.", new Dictionary<string, object?> { ["limit"] = KeywordLimit });
    }

    internal override IReadOnlyList<Needle> Needles() =>
    [
        .. Automations.Keywords.In(Keywords).Select(word => Reading.Fold(word, IgnoresAccents)).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal)
            .Select(word => new Needle(word, IgnoresAccents, Place, Inside)),
    ];

    internal override bool Holds(Inspection seen, IReadOnlyList<Needle> mine)
    {
        var count = seen.Count(mine);
        return Test switch
        {
            SaysTest.ContainsAll => count == mine.Count,
            SaysTest.ContainsNone => count == 0,
            SaysTest.MissesOne => count < mine.Count,
            _ => count > 0,
        };
    }

    internal override Finding Explain(Inspection seen, IReadOnlyList<Needle> mine) =>
        new(Holds(seen, mine), [.. mine.Select(seen.Find).OfType<Spot>().OrderBy(spot => spot.At)]);

    private Place Place => Test switch
    {
        SaysTest.BeginsWithAny => Place.Beginning,
        SaysTest.EndsWithAny => Place.End,
        _ => Place.Anywhere,
    };
}

public enum Comparison
{
    Exactly,
    AtMost,
    AtLeast,
}

/// <summary>How long a message is. A link or a mention is one word, a picture alone is none.</summary>
public sealed record HasWords(Comparison Comparison, int Count) : Condition
{
    public const int CountLimit = 10_000;

    /// <exception cref="RuleViolation"><c>automation.words</c>.</exception>
    public override void Check()
    {
        if (Count is < 0 or > CountLimit)
            throw new RuleViolation("automation.words", $"Choose a number of words from 0 to {CountLimit}.", new Dictionary<string, object?> { ["limit"] = CountLimit });
    }

    internal override IReadOnlyList<Needle> Needles() => [];

    internal override bool Holds(Inspection seen, IReadOnlyList<Needle> mine) => Comparison switch
    {
        Comparison.AtMost => seen.Words <= Count,
        Comparison.AtLeast => seen.Words >= Count,
        _ => seen.Words == Count,
    };

    internal override Finding Explain(Inspection seen, IReadOnlyList<Needle> mine) => new(Holds(seen, mine), [], seen.Words);
}
