using Microsoft.Data.Sqlite;
using Relais.Domain.Search;

namespace Relais.Server.Persistence.Search;

/// <summary>
/// An FTS5 index in a file of its own beside the store: writing it never keeps the intake waiting, and without it Relais reads it
/// anew from the store. It holds no text, only which words stand where.
/// </summary>
public sealed class SqliteSearch(RelaisSettings settings) : ISearch, IDisposable
{
    /// <summary>Goes up when words are cut in another way: what was written in the old one is then read again.</summary>
    private const long Edition = 1;

    private const int PagesAtOnce = 500;

    /// <summary>A commit may be lost in a power cut, whole: the progress stands in the same file.</summary>
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON; PRAGMA busy_timeout=15000; PRAGMA cache_size=-16384; PRAGMA mmap_size=268435456; PRAGMA journal_size_limit=33554432;";

    private const string Drop = "DROP TABLE IF EXISTS entries; DROP TABLE IF EXISTS words; DROP TABLE IF EXISTS progress;";

    private static readonly string Create =
        "CREATE TABLE entries (id INTEGER PRIMARY KEY, conversation BLOB NOT NULL, subject BLOB NOT NULL UNIQUE);" +
        "CREATE VIRTUAL TABLE words USING fts5(roots, content='', contentless_delete=1, detail=none, tokenize='ascii', prefix='2 3 4 5 6');" +
        "CREATE TABLE progress (organisation BLOB PRIMARY KEY, position INTEGER NOT NULL, walked BLOB) WITHOUT ROWID;" +
        $"PRAGMA user_version={Edition};";

    private readonly SemaphoreSlim making = new(1, 1);
    private volatile bool isMade;

    public async Task<ISearchTurn?> Begin(RelaisDb db, CancellationToken cancel)
    {
        var connection = await Open(cancel);
        return new Turn(connection, connection.BeginTransaction());
    }

    /// <summary>A forgotten word is only crossed out until the parts of the index are written anew, some pages at a time.</summary>
    public async Task Scrub(CancellationToken cancel)
    {
        await using var connection = await Open(cancel);
        await Run(connection, $"INSERT INTO words(words, rank) VALUES ('merge', -{PagesAtOnce})", cancel);
        for (var before = -1L; await Changes(connection, cancel) is var now && now - before > 1; before = now)
            await Run(connection, $"INSERT INTO words(words, rank) VALUES ('merge', {PagesAtOnce})", cancel);
        await Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)", cancel);
    }

    public async Task<IReadOnlyList<SearchHit>> Find(RelaisDb db, SearchTerms terms, long? before, int atMost, CancellationToken cancel)
    {
        await using var connection = await Open(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT entries.id, entries.conversation, entries.subject FROM words JOIN entries ON entries.id = words.rowid " +
            "WHERE words MATCH @terms AND words.rowid < @before ORDER BY words.rowid DESC LIMIT @most";
        command.Parameters.AddWithValue("@terms", Match(terms));
        command.Parameters.AddWithValue("@before", before ?? long.MaxValue);
        command.Parameters.AddWithValue("@most", atMost);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var hits = new List<SearchHit>();
        while (await reader.ReadAsync(cancel)) hits.Add(new SearchHit(reader.GetInt64(0), Id(reader, 1), Id(reader, 2)));
        return hits;
    }

    public void Dispose() => making.Dispose();

    private static Guid Id(SqliteDataReader reader, int column) => new(reader.GetFieldValue<byte[]>(column), bigEndian: true);

    private static string Match(SearchTerms terms)
    {
        var words = string.Join(" AND ", terms.All.Select(term => term switch
        {
            { IsBeginning: false } => $"\"{term.Root}\"",
            _ when term.Root == term.Key => $"\"{term.Key}\"*",
            _ => $"(\"{term.Key}\"* OR \"{term.Root}\")",
        }));
        return terms.Number is { } number ? $"({words}) OR \"{number}\"*" : words;
    }

    private async Task<SqliteConnection> Open(CancellationToken cancel)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(settings.DataFolder, "search.db")};Default Timeout=30");
        try
        {
            await connection.OpenAsync(cancel);
            await Run(connection, Pragmas, cancel);
            if (!isMade) await Make(connection, cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task Make(SqliteConnection connection, CancellationToken cancel)
    {
        await making.WaitAsync(cancel);
        try
        {
            await using var asked = connection.CreateCommand();
            asked.CommandText = "PRAGMA user_version";
            if (!isMade && await asked.ExecuteScalarAsync(cancel) is not Edition) await Run(connection, $"BEGIN IMMEDIATE; {Drop} {Create} COMMIT;", cancel);
            isMade = true;
        }
        finally
        {
            making.Release();
        }
    }

    private static async Task<long> Changes(SqliteConnection connection, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT total_changes()";
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static async Task Run(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }

    private sealed class Turn(SqliteConnection connection, SqliteTransaction transaction) : ISearchTurn
    {
        public async Task<SearchProgress?> Progress(Guid organisationId, CancellationToken cancel)
        {
            await using var command = Command("SELECT position, walked FROM progress WHERE organisation = @p0", 1);
            Set(command, organisationId);
            await using var reader = await command.ExecuteReaderAsync(cancel);
            return await reader.ReadAsync(cancel) ? new SearchProgress(reader.GetInt64(0), reader.IsDBNull(1) ? null : Id(reader, 1)) : null;
        }

        public Task Write(Guid organisationId, IReadOnlyList<SearchEntry> entries, SearchProgress upTo, CancellationToken cancel)
        {
            using var place = Command("SELECT id FROM entries WHERE subject = @p0", 1);
            using var enter = Command("INSERT INTO entries (conversation, subject) VALUES (@p0, @p1) RETURNING id", 2);
            using var spell = Command("INSERT INTO words (rowid, roots) VALUES (@p0, @p1)", 2);
            using var erase = Command("DELETE FROM words WHERE rowid = @p0", 1);
            using var leave = Command("DELETE FROM entries WHERE id = @p0", 1);
            foreach (var entry in entries)
            {
                var known = Set(place, entry.SubjectId).ExecuteScalar();
                if (known is not null) Set(erase, known).ExecuteNonQuery();
                if (entry.Roots.Count > 0) Set(spell, known ?? Set(enter, entry.ConversationId, entry.SubjectId).ExecuteScalar(), string.Join(' ', entry.Roots)).ExecuteNonQuery();
                else if (known is not null) Set(leave, known).ExecuteNonQuery();
            }

            using var note = Command("INSERT INTO progress (organisation, position, walked) VALUES (@p0, @p1, @p2) ON CONFLICT (organisation) DO UPDATE SET position = @p1, walked = @p2", 3);
            Set(note, organisationId, upTo.Position, upTo.Walked).ExecuteNonQuery();
            return Task.CompletedTask;
        }

        public Task Commit(CancellationToken cancel) => transaction.CommitAsync(cancel);

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }

        private SqliteCommand Command(string sql, int parameters)
        {
            var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = sql;
            for (var column = 0; column < parameters; column++) command.Parameters.Add(new SqliteParameter($"@p{column}", null));
            return command;
        }

        private static SqliteCommand Set(SqliteCommand command, params object?[] values)
        {
            for (var column = 0; column < values.Length; column++)
                command.Parameters[column].Value = values[column] switch { null => DBNull.Value, Guid id => id.ToByteArray(bigEndian: true), var value => value };
            return command;
        }
    }
}
