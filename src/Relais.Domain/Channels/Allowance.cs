namespace Relais.Domain.Channels;

/// <summary>What a provider grants a channel for a time or up to a number: access that ends, messages of a month, money.</summary>
/// <param name="Key">Names it; the screens have a text <c>channels.allowance.{key}</c>.</param>
public sealed record Allowance(string Key)
{
    /// <summary>The key of access itself: when it ends, nothing comes and nothing goes until somebody grants it anew.</summary>
    public const string Access = "access";

    /// <summary>How long before access ends somebody should see to it.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(14);

    /// <summary>Money is little when no more than this is left, in whatever currency.</summary>
    private const decimal LittleMoney = 5;

    /// <summary>When access ends, or when what is left is granted anew.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What is left; null for what only ends.</summary>
    public decimal? Left { get; init; }

    /// <summary>Of how much; null where the provider does not say, as with money.</summary>
    public decimal? Of { get; init; }

    /// <summary>Of money: ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>Whether somebody should see to it: access ends soon, a tenth is left, or little money.</summary>
    public bool IsLow(DateTimeOffset now) => Left is { } left ? left <= (Of / 10 ?? LittleMoney) : Until - now <= Notice;
}
