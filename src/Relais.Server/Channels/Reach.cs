namespace Relais.Server.Channels;

/// <summary>What of a person leads from one medium to another.</summary>
/// <param name="Phone">In international form, without spaces.</param>
/// <param name="Email">A mailbox.</param>
public sealed record Reach(string? Phone = null, string? Email = null)
{
    private const int FewestDigits = 8;
    private const int MostDigits = 15;

    public static readonly Reach Unknown = new();

    /// <summary>What this one does not say, another may.</summary>
    public Reach Or(Reach other) => new(Phone ?? other.Phone, Email ?? other.Email);

    /// <summary>A number as people write it, with spaces, dots and brackets; null without its country, since nobody can tell which it is.</summary>
    public static string? NumberIn(string? written)
    {
        var digits = string.Concat((written ?? "").Where(char.IsAsciiDigit));
        return written?.TrimStart().StartsWith('+') == true && digits.Length is >= FewestDigits and <= MostDigits ? $"+{digits}" : null;
    }
}
