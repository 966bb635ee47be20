namespace Relais.Domain.Shared;

/// <summary>The domain says no. The code is stable and translated on the screen; the message says in English what to do.</summary>
public class RuleViolation(string code, string message, IReadOnlyDictionary<string, object?>? facts = null)
    : Exception(message)
{
    public string Code { get; } = code;

    /// <summary>What the translated sentence needs, by name.</summary>
    public IReadOnlyDictionary<string, object?> Facts { get; } = facts ?? new Dictionary<string, object?>();
}

/// <summary>Somebody else was faster. The caller should look again, not correct anything.</summary>
public sealed class LostRace(string code, string message, IReadOnlyDictionary<string, object?>? facts = null)
    : RuleViolation(code, message, facts);
