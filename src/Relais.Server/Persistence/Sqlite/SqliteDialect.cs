using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Relais.Server.Persistence.Sqlite;

/// <summary>SQLite has one writer at a time: a gate in the process queues them fairly instead of letting them poll.</summary>
public sealed class SqliteDialect : IDialect, IDisposable
{
    private const int Full = 13, IoError = 10, CannotOpen = 14, ReadOnly = 8, Busy = 5, Constraint = 19;

    private readonly SemaphoreSlim gate = new(1, 1);

    public bool IsShared => false;

    /// <summary>Only one transaction writes, so nothing can change.</summary>
    public string Holding => "";

    public async Task<IDisposable> EnterWrite(CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        return new Passage(gate);
    }

    public Task<IReadOnlyList<int>> ExecuteMany(
        RelaisDb db, string sql, IReadOnlyList<object?[]> rows, CancellationToken cancel)
    {
        var touched = new int[rows.Count];
        if (rows.Count == 0) return Task.FromResult<IReadOnlyList<int>>(touched);

        using var command = Command(db, sql, rows[0].Length);
        command.Prepare();
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row].Length; column++)
                command.Parameters[column].Value = Stored(rows[row][column]);
            touched[row] = command.ExecuteNonQuery();
        }

        return Task.FromResult<IReadOnlyList<int>>(touched);
    }

    public Task InsertMany(RelaisDb db, NewRows rows, CancellationToken cancel) => ExecuteMany(db, rows.Sql, rows.Values, cancel);

    public Task<T?> ExecuteScalar<T>(RelaisDb db, string sql, object?[] parameters, CancellationToken cancel)
    {
        using var command = Command(db, sql, parameters.Length);
        for (var column = 0; column < parameters.Length; column++)
            command.Parameters[column].Value = Stored(parameters[column]);

        return Task.FromResult((T?)command.ExecuteScalar());
    }

    /// <summary>Only one transaction writes, so all threads are held already.</summary>
    public Task LockThreads(RelaisDb db, IReadOnlyCollection<Guid> threadIds, CancellationToken cancel) => Task.CompletedTask;

    public Task LockContacts(RelaisDb db, IReadOnlyCollection<Guid> contactIds, CancellationToken cancel) => Task.CompletedTask;

    public Task LockMembers(RelaisDb db, IReadOnlyCollection<Guid> memberIds, CancellationToken cancel) => Task.CompletedTask;

    public Task<IReadOnlyCollection<Guid>> HoldFree(RelaisDb db, IReadOnlyCollection<Guid> conversationIds, CancellationToken cancel) =>
        Task.FromResult(conversationIds);

    public Task Lock(RelaisDb db, long name, CancellationToken cancel) => Task.CompletedTask;

    public Task<bool> TryLock(RelaisDb db, long name, CancellationToken cancel) => Task.FromResult(true);

    public async Task AssertDurable(RelaisDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        const long full = 2;
        if (await ExecuteScalar<long>(db, "PRAGMA synchronous", [], cancel) is not full
            || await ExecuteScalar<string>(db, "PRAGMA journal_mode", [], cancel) is not "wal")
            throw new InvalidOperationException("SQLite does not run with journal_mode=WAL and synchronous=FULL.");

        await db.Database.CloseConnectionAsync();
    }

    public Task RefreshStatistics(RelaisDb db, CancellationToken cancel) =>
        ExecuteScalar<object>(db, "PRAGMA analysis_limit=1000; PRAGMA optimize=0x10002", [], cancel);

    /// <summary>Deleted rows are overwritten where they stood; what the write-ahead log still has of them goes with it.</summary>
    public async Task<bool> Scrub(RelaisDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        using var passage = await EnterWrite(cancel);
        try
        {
            // Nobody waits for a long look at the store: who is busy is asked again.
            const long done = 0;
            await ExecuteScalar<object>(db, "PRAGMA busy_timeout=100", [], cancel);
            return await ExecuteScalar<long>(db, "PRAGMA wal_checkpoint(TRUNCATE)", [], cancel) is done;
        }
        finally
        {
            await ExecuteScalar<object>(db, "PRAGMA busy_timeout=15000", [], cancel);
            await db.Database.CloseConnectionAsync();
        }
    }

    public bool IsOutOfOrder(Exception exception) =>
        Cause(exception) is { SqliteErrorCode: Full or IoError or CannotOpen or ReadOnly or Busy };

    public bool IsDuplicate(Exception exception) => Cause(exception) is { SqliteErrorCode: Constraint };

    public void Dispose() => gate.Dispose();

    private static SqliteException? Cause(Exception? exception) =>
        exception is null or SqliteException ? (SqliteException?)exception : Cause(exception.InnerException);

    private static SqliteCommand Command(RelaisDb db, string sql, int parameters)
    {
        var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        for (var column = 0; column < parameters; column++)
            command.Parameters.Add(new SqliteParameter($"@p{column}", null));

        return command;
    }

    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        Guid id => id.ToByteArray(bigEndian: true),
        DateTimeOffset instant => instant.ToUnixTimeMilliseconds(),
        Enum member => member.ToString(),
        _ => value,
    };

    private sealed class Passage(SemaphoreSlim gate) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0) gate.Release();
        }
    }
}
