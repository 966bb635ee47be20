using System.Data.Common;
using System.Diagnostics;

namespace Relais.Bench;

/// <summary>
/// Writes into fresh tables exactly the rows the product wrote: the journal in commits of 32, what became of it in commits
/// of 256, read from nowhere and decided by nobody. It separates what our code costs from what our tables cost.
/// </summary>
internal sealed class RowEqualLoop(DbConnection connection)
{
    private const int Messages = 6_000;
    private const int JournalBatch = 32;
    private const int Batch = 256;

    private static readonly (string Table, string Order)[] Made =
    [
        ("contacts", "id"), ("contact_identities", "id"), ("threads", "id"), ("conversations", "id"), ("messages", "id"), ("events", "position"),
    ];

    public static async Task<double> Run(Store from)
    {
        var rows = new Dictionary<string, Rows>(StringComparer.Ordinal);
        await using (var source = await from.Open())
        {
            rows["journal"] = await Rows.Read(source, "journal", "id");
            foreach (var (table, order) in Made) rows[table] = await Rows.Read(source, table, order);
        }

        await using var store = await Store.Create(from.Kind);
        await store.Migrate();
        await using var connection = await store.Open();
        return await new RowEqualLoop(connection).Write(rows);
    }

    private async Task<double> Write(Dictionary<string, Rows> rows)
    {
        var total = rows["journal"].Count;
        var clock = Stopwatch.StartNew();
        var done = 0;
        for (; done < Math.Min(Messages, total); done += Batch)
        {
            var upTo = Math.Min(done + Batch, total);
            for (var first = done; first < upTo; first += JournalBatch)
                await Commit(() => Many(rows["journal"].Insert, rows["journal"].Slice(first, Math.Min(first + JournalBatch, upTo), total)));
            await Commit(() => Apply(rows, done, upTo, total));
        }

        return done / clock.Elapsed.TotalSeconds;
    }

    private async Task Apply(Dictionary<string, Rows> rows, int first, int upTo, int total)
    {
        foreach (var (table, _) in Made) await Many(rows[table].Insert, rows[table].Slice(first, upTo, total));
        var messages = rows["messages"].Slice(first, upTo, total);
        foreach (var (table, key) in new[] { ("conversations", "conversation_id"), ("threads", "thread_id") })
        {
            var fresh = rows[table].Slice(first, upTo, total).Select(row => rows[table].Key(row)).ToHashSet(StringComparer.Ordinal);
            var touched = messages.Select(row => Rows.KeyOf(row[rows["messages"].Column(key)])).Distinct(StringComparer.Ordinal).Where(id => !fresh.Contains(id));
            await Many(rows[table].Update, [.. touched.Select(rows[table].ByKey)]);
        }

        var id = rows["journal"].Column("id");
        await Many("UPDATE journal SET state = 'Done' WHERE id = @p0", [.. rows["journal"].Slice(first, upTo, total).Select(row => new[] { row[id] })]);
        await Many("UPDATE sequences SET value = value + @p0", [[1]]);
        await Many("UPDATE queue_counts SET count = count + @p0", [[1]]);
    }

    private async Task Commit(Func<Task> write)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await write();
        await transaction.CommitAsync();
    }

    /// <summary>As the driver is fastest: over PostgreSQL all in one prepared round trip, over SQLite one prepared statement.</summary>
    private async Task Many(string sql, List<object[]> rows)
    {
        if (rows.Count == 0) return;
        if (!connection.CanCreateBatch) await One(sql, rows);
        else await Together(sql, rows);
    }

    private async Task Together(string sql, List<object[]> rows)
    {
        await using var batch = connection.CreateBatch();
        foreach (var row in rows)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = sql;
            for (var column = 0; column < row.Length; column++) command.Parameters.Add(new Npgsql.NpgsqlParameter($"p{column}", row[column]));
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync();
    }

    private async Task One(string sql, List<object[]> rows)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var column = 0; column < rows[0].Length; column++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{column}";
            command.Parameters.Add(parameter);
        }

        foreach (var row in rows)
        {
            for (var column = 0; column < row.Length; column++) command.Parameters[column].Value = row[column];
            await command.ExecuteNonQueryAsync();
        }
    }
}

/// <summary>All rows of a table, in the order they were written.</summary>
internal sealed class Rows(string table, string[] columns, List<object[]> rows)
{
    private readonly Dictionary<string, object[]> byKey = columns.Contains("id") ? rows.ToDictionary(row => KeyOf(row[Array.IndexOf(columns, "id")])) : [];

    public int Count => rows.Count;

    public string Insert { get; } =
        $"INSERT INTO {table} ({string.Join(", ", columns.Select(name => $"\"{name}\""))}) VALUES ({string.Join(", ", columns.Select((_, index) => $"@p{index}"))})";

    public string Update { get; } =
        $"UPDATE {table} SET {string.Join(", ", columns.Select((name, index) => $"\"{name}\" = @p{index}"))} WHERE id = @p{Array.IndexOf(columns, "id")}";

    public static async Task<Rows> Read(DbConnection connection, string table, string order)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table} ORDER BY {order}";
        await using var reader = await command.ExecuteReaderAsync();
        string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[columns.Length];
            reader.GetValues(row);
            if (table == "journal") row[Array.IndexOf(columns, "state")] = "Waiting";
            rows.Add(row);
        }

        return new Rows(table, columns, rows);
    }

    public static string KeyOf(object id) => id is byte[] bytes ? Convert.ToHexString(bytes) : id.ToString()!;

    public int Column(string name) => Array.IndexOf(columns, name);

    public string Key(object[] row) => KeyOf(row[Column("id")]);

    public object[] ByKey(string key) => byKey[key];

    /// <summary>The part of this table that belongs to these messages of so many.</summary>
    public List<object[]> Slice(int first, int upTo, int total) =>
        rows.GetRange((int)((long)first * rows.Count / total), (int)(((long)upTo * rows.Count / total) - ((long)first * rows.Count / total)));
}
