using Microsoft.EntityFrameworkCore.Storage;

namespace Relais.Server.Persistence;

/// <summary>One transaction that writes. Disposing it without <see cref="Commit"/> takes everything back.</summary>
public sealed class WriteTurn(RelaisDb db, IDbContextTransaction transaction, IDisposable gate, ICommitObserver observer)
    : IAsyncDisposable
{
    /// <summary>Writes the events and what follows from them, commits, and tells the world.</summary>
    public async Task Commit(CancellationToken cancel)
    {
        var events = db.TakeEvents();
        var tell = events.Count == 0 && db.NewContacts.Count == 0 ? null : await observer.BeforeCommit(db, events, cancel);
        db.NewContacts.Clear();
        await transaction.CommitAsync(cancel);
        gate.Dispose();
        tell?.Invoke();
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        db.TakeEvents();
        db.NewContacts.Clear();
        gate.Dispose();
    }
}
