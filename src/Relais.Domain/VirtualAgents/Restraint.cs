namespace Relais.Domain.VirtualAgents;

/// <summary>
/// How much anybody is told by itself, whatever tells it: scripts, surveys, programs behind web hooks. Two machines that answer each
/// other fall silent, a flood of forged senders gets no flood of answers, and what a stranger calls himself carries no links to others.
/// </summary>
public static class Restraint
{
    /// <summary>So many messages one contact is told by itself within an hour.</summary>
    public const int PerContact = 40;

    /// <summary>So many all contacts of an organisation together, within an hour.</summary>
    public const int Everybody = 20_000;

    /// <summary>A name is shorter than this; what is longer is somebody's message.</summary>
    private const int LongestValue = 80;

    /// <param name="toContact">What the contact was told by itself within this hour, this message included.</param>
    /// <param name="toEverybody">The same of all contacts.</param>
    public static bool Allows(long toContact, long toEverybody) => toContact <= PerContact && toEverybody <= Everybody;

    /// <summary>Whether a machine wrote it, as its channel says: nothing answers it by itself.</summary>
    public static bool MayAnswer(bool isAutomatic) => !isAutomatic;

    /// <summary>What a contact said of himself, if it may stand in something nobody reads before it leaves.</summary>
    public static string? Harmless(string? value) =>
        value is null || value.Length > LongestValue || value.Contains('\n') || value.Contains("://", StringComparison.Ordinal)
            || value.Contains("www.", StringComparison.OrdinalIgnoreCase) || LooksLikeSite(value)
            ? null
            : value;

    /// <summary>A word with a point inside and letters after it, as "example.com"; an e-mail address is one too.</summary>
    private static bool LooksLikeSite(string value)
    {
        for (var index = 1; index < value.Length - 2; index++)
        {
            if (value[index] == '.' && char.IsLetterOrDigit(value[index - 1]) && char.IsLetter(value[index + 1]) && char.IsLetter(value[index + 2])) return true;
        }

        return false;
    }
}
