using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Relais.Server.Persistence.Postgres;

/// <summary>PostgreSQL queues writers itself; statements of one kind travel together in one round trip.</summary>
public sealed partial class PostgresDialect : IDialect
{
    private const int WorthCopying = 8;

    private static readonly ConcurrentDictionary<string, string> Statements = new(StringComparer.Ordinal);

    public bool IsShared => true;

    public string Holding => " FOR SHARE";

    public Task<IDisposable> EnterWrite(CancellationToken cancel) => Task.FromResult<IDisposable>(NoGate.Instance);

    public async Task<IReadOnlyList<int>> ExecuteMany(
        RelaisDb db, string sql, IReadOnlyList<object?[]> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return [];

        var positional = Positional(sql);
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection());
        batch.Transaction = (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var row in rows)
        {
            var command = new NpgsqlBatchCommand(positional);
            foreach (var value in row) command.Parameters.Add(Parameter(value));
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancel);
        return [.. batch.BatchCommands.Cast<NpgsqlBatchCommand>().Select(command => (int)command.RecordsAffected)];
    }

    /// <summary>Many rows are copied in, which spares the database a statement for each; a few travel with less ado in one batch.</summary>
    public Task InsertMany(RelaisDb db, NewRows rows, CancellationToken cancel) =>
        rows.Values.Count < WorthCopying ? ExecuteMany(db, rows.Sql, rows.Values, cancel) : Copy(db, rows, cancel);

    private static async Task Copy(RelaisDb db, NewRows rows, CancellationToken cancel)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {rows.Table} ({rows.Columns}) FROM STDIN (FORMAT BINARY)", cancel);
        foreach (var row in rows.Values)
        {
            await writer.StartRowAsync(cancel);
            foreach (var value in row) await Write(writer, value, cancel);
        }

        await writer.CompleteAsync(cancel);
    }

    private static Task Write(NpgsqlBinaryImporter writer, object? value, CancellationToken cancel) => value switch
    {
        null => writer.WriteNullAsync(cancel),
        string text => writer.WriteAsync(text, NpgsqlDbType.Text, cancel),
        Guid id => writer.WriteAsync(id, NpgsqlDbType.Uuid, cancel),
        DateTimeOffset instant => writer.WriteAsync(InstantToMilliseconds.Of(instant), NpgsqlDbType.TimestampTz, cancel),
        bool isSo => writer.WriteAsync(isSo, NpgsqlDbType.Boolean, cancel),
        int number => writer.WriteAsync(number, NpgsqlDbType.Integer, cancel),
        long number => writer.WriteAsync(number, NpgsqlDbType.Bigint, cancel),
        byte[] bytes => writer.WriteAsync(bytes, NpgsqlDbType.Bytea, cancel),
        _ => throw new NotSupportedException($"No column holds a {value.GetType()}."),
    };

    public async Task<T?> ExecuteScalar<T>(RelaisDb db, string sql, object?[] parameters, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Positional(sql), (NpgsqlConnection)db.Database.GetDbConnection());
        command.Transaction = (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var value in parameters) command.Parameters.Add(Parameter(value));
        return (T?)await command.ExecuteScalarAsync(cancel);
    }

    public Task LockThreads(RelaisDb db, IReadOnlyCollection<Guid> threadIds, CancellationToken cancel) => ExecuteScalar<Guid?>(
        db, "SELECT id FROM threads WHERE id = ANY(@p0) ORDER BY id FOR UPDATE", [threadIds.ToArray()], cancel);

    public Task LockContacts(RelaisDb db, IReadOnlyCollection<Guid> contactIds, CancellationToken cancel) => ExecuteScalar<Guid?>(
        db, "SELECT id FROM contacts WHERE id = ANY(@p0) ORDER BY id FOR SHARE", [contactIds.ToArray()], cancel);

    public Task LockMembers(RelaisDb db, IReadOnlyCollection<Guid> memberIds, CancellationToken cancel) => ExecuteScalar<Guid?>(
        db, "SELECT id FROM members WHERE id = ANY(@p0) ORDER BY id FOR NO KEY UPDATE", [memberIds.ToArray()], cancel);

    public async Task<IReadOnlyCollection<Guid>> HoldFree(RelaisDb db, IReadOnlyCollection<Guid> conversationIds, CancellationToken cancel) =>
        await ExecuteScalar<Guid[]>(
            db,
            "SELECT coalesce(array_agg(id), '{}') FROM (SELECT c.id FROM conversations c JOIN threads t ON t.id = c.thread_id " +
            "WHERE c.id = ANY(@p0) ORDER BY t.id FOR UPDATE OF c, t SKIP LOCKED) AS held",
            [conversationIds.ToArray()],
            cancel) ?? [];

    public Task Lock(RelaisDb db, long name, CancellationToken cancel) =>
        ExecuteScalar<int>(db, "SELECT 1 FROM pg_advisory_xact_lock(@p0)", [name], cancel);

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

    /// <summary>Autovacuum does.</summary>
    public Task RefreshStatistics(RelaisDb db, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Autovacuum does.</summary>
    public Task<bool> Scrub(RelaisDb db, CancellationToken cancel) => Task.FromResult(true);

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

    /// <summary><c>@p0</c> becomes <c>$1</c>: named parameters would be searched for in the statement again for every row.</summary>
    private static string Positional(string sql) => Statements.GetOrAdd(sql, static named => NamedParameter().Replace(
        named, static found => $"${int.Parse(found.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) + 1}"));

    private static NpgsqlParameter Parameter(object? value) => value switch
    {
        null => new NpgsqlParameter { Value = DBNull.Value },
        Enum member => new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text, Value = member.ToString() },
        string text => new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text, Value = text },
        DateTimeOffset instant => new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = InstantToMilliseconds.Of(instant) },
        _ => new NpgsqlParameter { Value = value },
    };

    [GeneratedRegex("@p(?<number>[0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedParameter();

    private sealed class NoGate : IDisposable
    {
        public static readonly NoGate Instance = new();

        public void Dispose()
        {
        }
    }
}
