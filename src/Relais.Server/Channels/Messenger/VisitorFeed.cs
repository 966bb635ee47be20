using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Server.Persistence;

namespace Relais.Server.Channels.Messenger;

/// <summary>What changed in a visitor's thread after a position of the feed: how a lost line loses nothing.</summary>
internal sealed class VisitorFeed(RelaisDb db, VisitorThread mine)
{
    /// <summary>Farther behind than this, reading the thread anew is cheaper.</summary>
    private const int Horizon = 5000;

    /// <summary>Null when too much has happened since: read the thread anew.</summary>
    public async Task<IReadOnlyList<VisitorMessage>?> Since(
        IReadOnlyList<Guid> places, long after, long upTo, CancellationToken cancel)
    {
        if (after > upTo || upTo - after > Horizon) return null;

        var threads = places.Select(place => (Guid?)place).ToArray();
        var bodies = await db.Events.AsNoTracking()
            .Where(row => row.Position > after && row.Position <= upTo && row.ThreadId != null && threads.Contains(row.ThreadId))
            .OrderBy(row => row.Position).Select(row => row.Body).ToListAsync(cancel);
        var ids = bodies.Select(MessageOf).OfType<Guid>().Distinct().ToList();
        return await mine.Of(places, ids, cancel);
    }

    private static Guid? MessageOf(string body)
    {
        using var happened = JsonDocument.Parse(body);
        return happened.RootElement.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.Object
            ? message.GetProperty("id").GetGuid()
            : null;
    }
}
