using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Relais.Server.Persistence.Postgres;

/// <summary>PostgreSQL queues writers itself; statements of one kind travel together in one round trip.</summary>
public sealed class PostgresDialect : IDialect
{
    public bool IsShared => true;

    public Task<IDisposable> EnterWrite(CancellationToken cancel) => Task.FromResult<IDisposable>(NoGate.Instance);

    public async Task<IReadOnlyList<int>> ExecuteMany(
        RelaisDb db, string sql, IReadOnlyList<object?[]> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return [];

        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection());
        batch.Transaction = (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var row in rows)
        {
            var command = new NpgsqlBatchCommand(sql);
            for (var column = 0; column < row.Length; column++)
                command.Parameters.Add(Parameter(column, row[column]));
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancel);
        return [.. batch.BatchCommands.Cast<NpgsqlBatchCommand>().Select(command => (int)command.RecordsAffected)];
    }

    public async Task<T?> ExecuteScalar<T>(RelaisDb db, string sql, object?[] parameters, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());
        command.Transaction = (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        for (var column = 0; column < parameters.Length; column++)
            command.Parameters.Add(Parameter(column, parameters[column]));

        return (T?)await command.ExecuteScalarAsync(cancel);
    }

    public Task LockThreads(RelaisDb db, IReadOnlyCollection<Guid> threadIds, CancellationToken cancel) => ExecuteScalar<Guid?>(
        db, "SELECT id FROM threads WHERE id = ANY(@p0) ORDER BY id FOR UPDATE", [threadIds.ToArray()], cancel);

    public async Task<bool> TryLock(RelaisDb db, long name, CancellationToken cancel) =>
        await ExecuteScalar<bool>(db, "SELECT pg_try_advisory_xact_lock(@p0)", [name], cancel);

    public async Task AssertDurable(RelaisDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        if (await ExecuteScalar<string>(db, "SELECT current_setting('synchronous_commit')", [], cancel) is "off"
            || await ExecuteScalar<string>(db, "SELECT current_setting('fsync')", [], cancel) is "off")
            throw new InvalidOperationException("PostgreSQL runs with fsync or synchronous_commit off: an accepted message could be lost.");

        await db.Database.CloseConnectionAsync();
    }

    public bool IsOutOfOrder(Exception exception) => Cause(exception) switch
    {
        PostgresException refusal => refusal.SqlState[..2] is "53" or "57" or "58",
        NpgsqlException => true,
        _ => false,
    };

    public bool IsDuplicate(Exception exception) =>
        Cause(exception) is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    private static NpgsqlException? Cause(Exception? exception) =>
        exception is null or NpgsqlException ? (NpgsqlException?)exception : Cause(exception.InnerException);

    private static NpgsqlParameter Parameter(int column, object? value) => value switch
    {
        null => new NpgsqlParameter($"p{column}", DBNull.Value),
        Enum member => new NpgsqlParameter($"p{column}", NpgsqlDbType.Text) { Value = member.ToString() },
        string text => new NpgsqlParameter($"p{column}", NpgsqlDbType.Text) { Value = text },
        DateTimeOffset instant => new NpgsqlParameter($"p{column}", NpgsqlDbType.TimestampTz) { Value = InstantToMilliseconds.Of(instant) },
        _ => new NpgsqlParameter($"p{column}", value),
    };

    private sealed class NoGate : IDisposable
    {
        public static readonly NoGate Instance = new();

        public void Dispose()
        {
        }
    }
}
