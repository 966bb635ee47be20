namespace Relais.Server.Persistence;

/// <summary>What the two databases do differently. Everything else is written once.</summary>
public interface IDialect
{
    /// <summary>Waits for the right to write. Disposing it twice is allowed.</summary>
    Task<IDisposable> EnterWrite(CancellationToken cancel);

    /// <summary>
    /// Runs one statement for each row, as fast as the database takes them, inside the current transaction of
    /// <paramref name="db"/>. Parameters are <c>@p0</c>, <c>@p1</c>…
    /// </summary>
    /// <returns>How many rows each run touched.</returns>
    Task<IReadOnlyList<int>> ExecuteMany(RelaisDb db, string sql, IReadOnlyList<object?[]> rows, CancellationToken cancel);

    /// <summary>Writes many new rows of one table, as fast as the database takes them, inside the current transaction of <paramref name="db"/>.</summary>
    Task InsertMany(RelaisDb db, NewRows rows, CancellationToken cancel);

    /// <summary>Runs one statement that returns one value, inside the current transaction.</summary>
    Task<T?> ExecuteScalar<T>(RelaisDb db, string sql, object?[] parameters, CancellationToken cancel);

    /// <summary>Holds these threads for this transaction, so that nobody else changes their conversations meanwhile.</summary>
    Task LockThreads(RelaisDb db, IReadOnlyCollection<Guid> threadIds, CancellationToken cancel);

    /// <summary>Holds these contacts for this transaction, so that nobody changes their cards meanwhile; others may hold them too. Threads are held before.</summary>
    Task LockContacts(RelaisDb db, IReadOnlyCollection<Guid> contactIds, CancellationToken cancel);

    /// <summary>Holds these members for this transaction, so that nobody else writes down meanwhile whether they are here.</summary>
    Task LockMembers(RelaisDb db, IReadOnlyCollection<Guid> memberIds, CancellationToken cancel);

    /// <summary>Holds those of these conversations, and their threads, that nobody else is changing; waits for none.</summary>
    Task<IReadOnlyCollection<Guid>> HoldFree(RelaisDb db, IReadOnlyCollection<Guid> conversationIds, CancellationToken cancel);

    /// <summary>Ends a SELECT whose rows must stay as they are until the transaction ends; others may read them meanwhile.</summary>
    string Holding { get; }

    /// <summary>Takes a named lock for this transaction, however long another has it.</summary>
    Task Lock(RelaisDb db, long name, CancellationToken cancel);

    /// <summary>Takes a named lock for this transaction, or says that another node has it.</summary>
    Task<bool> TryLock(RelaisDb db, long name, CancellationToken cancel);

    /// <summary>Reads back that a commit is on the disk when it returns; throws where it is not.</summary>
    Task AssertDurable(RelaisDb db, CancellationToken cancel);

    /// <summary>Looks at how much each table holds, where the database does not do so by itself.</summary>
    Task RefreshStatistics(RelaisDb db, CancellationToken cancel);

    /// <summary>What was deleted is gone from the files too, where the database does not see to that by itself.</summary>
    /// <returns>False when somebody is still reading what was: try again.</returns>
    Task<bool> Scrub(RelaisDb db, CancellationToken cancel);

    /// <summary>Whether other nodes may work on the same store.</summary>
    bool IsShared { get; }

    /// <summary>Whether a write failed for want of space or because the store cannot be reached: try again later.</summary>
    bool IsOutOfOrder(Exception exception);

    /// <summary>Whether a write failed because the row is there already.</summary>
    bool IsDuplicate(Exception exception);
}

/// <summary>Rows to be written into a table.</summary>
/// <param name="Columns">The table's columns, quoted, with commas between.</param>
/// <param name="Sql">The statement for one of them, with <c>@p0</c>, <c>@p1</c>…</param>
/// <param name="Values">For each row the values in the order of the columns.</param>
public sealed record NewRows(string Table, string Columns, string Sql, IReadOnlyList<object?[]> Values);
