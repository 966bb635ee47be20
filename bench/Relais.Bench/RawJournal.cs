using System.Data.Common;
using Npgsql;

namespace Relais.Bench;

/// <summary>
/// The least a durable accept can be: one table with the bytes of the product's journal rows and its unique key, many rows
/// for each commit. What the disk, the database and its driver allow.
/// </summary>
internal sealed class RawJournal : IAsyncDisposable
{
    private static readonly byte[] Organisation = Guid.CreateVersion7().ToByteArray(bigEndian: true);
    private static readonly byte[] Channel = Guid.CreateVersion7().ToByteArray(bigEndian: true);

    private readonly DbConnection connection;
    private readonly DbCommand insert;

    private RawJournal(DbConnection connection, DbCommand insert)
    {
        this.connection = connection;
        this.insert = insert;
    }

    private bool IsPostgres => connection is NpgsqlConnection;

    public static async Task<RawJournal> Open(Store store)
    {
        var opened = await store.Open();
        var (bytes, id) = store.Connection is null ? ("BLOB", "INTEGER PRIMARY KEY") : ("bytea", "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY");
        await Store.Run(
            opened,
            $"CREATE TABLE IF NOT EXISTS raw_journal (id {id}, organisation_id {bytes}, channel_id {bytes}, key text, received_at bigint, body {bytes}, " +
            "state text, attempts int, due_at bigint); CREATE UNIQUE INDEX IF NOT EXISTS raw_key ON raw_journal (channel_id, key)");
        var command = opened.CreateCommand();
        command.CommandText = "INSERT INTO raw_journal (organisation_id, channel_id, key, received_at, body, state, attempts, due_at) " + (store.Connection is null
            ? "VALUES (@o, @c, @k, @t, @b, 'Waiting', 0, @t) ON CONFLICT DO NOTHING"
            : "SELECT @o, @c, k, @t, b, 'Waiting', 0, @t FROM unnest(@k, @b) AS given(k, b) ON CONFLICT DO NOTHING");
        foreach (var name in new[] { "o", "c", "k", "t", "b" })
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        command.Parameters["o"].Value = Organisation;
        command.Parameters["c"].Value = Channel;
        return new RawJournal(opened, command);
    }

    /// <summary>On the disk when it returns.</summary>
    public async Task Write(IReadOnlyList<(string Key, byte[] Body)> rows)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        insert.Transaction = transaction;
        insert.Parameters["t"].Value = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        if (IsPostgres) await Insert(rows.Select(row => row.Key).ToArray(), rows.Select(row => row.Body).ToArray());
        else foreach (var (key, body) in rows) await Insert(key, body);
        await transaction.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await insert.DisposeAsync();
        await connection.DisposeAsync();
    }

    private Task<int> Insert(object keys, object bodies)
    {
        insert.Parameters["k"].Value = keys;
        insert.Parameters["b"].Value = bodies;
        return insert.ExecuteNonQueryAsync();
    }
}
