using System.Globalization;

namespace Relais.Server.Conversations;

/// <summary>Some rows of a longer list.</summary>
/// <param name="Items">In the list's order.</param>
/// <param name="Next">The cursor of what follows; null at the end.</param>
/// <param name="Position">Up to which event the rows are fresh: later events are applied to them.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next, long Position);

/// <summary>Where a page ended: an instant and, among equals, an id; before both, where it counts, the priority.</summary>
public sealed record Cursor(DateTimeOffset At, Guid Id, int Priority = 0)
{
    /// <summary>Behind everything: where the newest first page goes on from.</summary>
    public static Cursor End { get; } = new(DateTimeOffset.MaxValue, Guid.AllBitsSet);

    /// <summary>Null for null.</summary>
    /// <exception cref="BadHttpRequestException">Not one of ours.</exception>
    public static Cursor? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;

        var parts = text.Split('_');
        var priority = 0;
        return parts.Length is 2 or 3
            && long.TryParse(parts[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out var ticks)
            && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && Guid.TryParse(parts[1], out var id)
            && (parts.Length == 2 || int.TryParse(parts[2], NumberStyles.Integer, CultureInfo.InvariantCulture, out priority))
            ? new Cursor(new DateTimeOffset(ticks, TimeSpan.Zero), id, priority)
            : throw new BadHttpRequestException("Use the cursor of the page before.");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}_{Id:N}_{Priority}");
}
