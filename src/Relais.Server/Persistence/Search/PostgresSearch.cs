using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Relais.Domain.Search;

namespace Relais.Server.Persistence.Search;

/// <summary>
/// A GIN index knows no order, so a common word would cost as much as there are messages. Every word is therefore kept together
/// with the stretch of places it stands in, and the stretches are asked one by one, the newest first: a common word is answered
/// by the first of them, and a stretch without the word costs some microseconds.
/// </summary>
public sealed class PostgresSearch : ISearch
{
    /// <summary>Goes up when words are cut in another way: what was written in the old one is then read again.</summary>
    private const int Edition = 1;

    /// <summary>A stretch is 2 to the power of this.</summary>
    private const int Stretch = 14;

    /// <summary>Ordered by <c>id + 0</c>, lest the planner walk along the primary key in the hope of meeting the words soon.</summary>
    private static readonly string FindSql =
        "SELECT found.id, found.conversation_id, found.subject_id " +
        $"FROM generate_series((SELECT max(id) FROM search_entries WHERE id < $2) >> {Stretch}, 0, -1) AS stretch " +
        "CROSS JOIN LATERAL (SELECT id, conversation_id, subject_id FROM search_entries " +
        "WHERE words @@ replace($1, '§', to_hex(stretch))::tsquery AND id < $2 ORDER BY id + 0 DESC LIMIT $3) AS found LIMIT $3";

    private const string WriteSql =
        "INSERT INTO search_entries (id, conversation_id, subject_id, words) SELECT id, conversation_id, subject_id, array_to_tsvector(string_to_array(roots, ' ')) " +
        "FROM unnest($1::bigint[], $2::uuid[], $3::uuid[], $4::text[]) AS entry (id, conversation_id, subject_id, roots)";

    private const string NoteSql =
        "INSERT INTO search_progress (organisation_id, position, walked, edition) VALUES (@p0, @p1, @p2, @p3) " +
        "ON CONFLICT (organisation_id) DO UPDATE SET position = @p1, walked = @p2, edition = @p3";

    public async Task<ISearchTurn?> Begin(RelaisDb db, CancellationToken cancel)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Dialect.TryLock(db, Locks.Search, cancel)) return new Turn(db, transaction);

        await transaction.DisposeAsync();
        return null;
    }

    /// <summary>Autovacuum does.</summary>
    public Task Scrub(CancellationToken cancel) => Task.CompletedTask;

    public async Task<IReadOnlyList<SearchHit>> Find(RelaisDb db, SearchTerms terms, long? before, int atMost, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = new NpgsqlCommand(FindSql, (NpgsqlConnection)db.Database.GetDbConnection());
            command.Parameters.Add(new NpgsqlParameter { Value = Match(terms) });
            command.Parameters.Add(new NpgsqlParameter { Value = before ?? long.MaxValue });
            command.Parameters.Add(new NpgsqlParameter { Value = atMost });
            await using var reader = await command.ExecuteReaderAsync(cancel);
            var hits = new List<SearchHit>();
            while (await reader.ReadAsync(cancel)) hits.Add(new SearchHit(reader.GetInt64(0), reader.GetGuid(1), reader.GetGuid(2)));
            return hits;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static string Match(SearchTerms terms)
    {
        var words = string.Join(" & ", terms.All.Select(term => term switch
        {
            { IsBeginning: false } => $"'§:{term.Root}'",
            _ when term.Root == term.Key => $"'§:{term.Key}':*",
            _ => $"('§:{term.Key}':* | '§:{term.Root}')",
        }));
        return terms.Number is { } number ? $"({words}) | '§:{number}':*" : words;
    }

    private sealed class Turn(RelaisDb db, IDbContextTransaction transaction) : ISearchTurn
    {
        public async Task<SearchProgress?> Progress(Guid organisationId, CancellationToken cancel)
        {
            var row = await db.Set<SearchProgressRow>().AsNoTracking().FirstOrDefaultAsync(one => one.OrganisationId == organisationId, cancel);
            if (row?.Edition == Edition) return new SearchProgress(row.Position, row.Walked);

            if (row is not null) await Run("TRUNCATE search_entries, search_progress", cancel);
            return null;
        }

        public async Task Write(Guid organisationId, IReadOnlyList<SearchEntry> entries, SearchProgress upTo, CancellationToken cancel)
        {
            if (entries.Count > 0) await Write(entries, cancel);
            await db.Dialect.ExecuteMany(db, NoteSql, [[organisationId, upTo.Position, upTo.Walked, Edition]], cancel);
        }

        public Task Commit(CancellationToken cancel) => transaction.CommitAsync(cancel);

        public ValueTask DisposeAsync() => transaction.DisposeAsync();

        private async Task Write(IReadOnlyList<SearchEntry> entries, CancellationToken cancel)
        {
            var subjects = entries.Select(entry => entry.SubjectId).ToArray();
            var known = await db.Set<SearchEntryRow>().AsNoTracking().Where(row => subjects.Contains(row.SubjectId))
                .ToDictionaryAsync(row => row.SubjectId, row => row.Id, cancel);
            // Asked before anything goes: an entry keeps its place, the last one too.
            var last = await db.Dialect.ExecuteScalar<long>(db, "SELECT coalesce(max(id), 0) FROM search_entries", [], cancel);
            if (known.Count > 0) await Run("DELETE FROM search_entries WHERE id = ANY($1)", cancel, known.Values.ToArray());

            var kept = entries.Where(entry => entry.Roots.Count > 0).ToList();
            var ids = kept.ConvertAll(entry => known.TryGetValue(entry.SubjectId, out var id) ? id : ++last);
            await Run(
                WriteSql, cancel, ids.ToArray(), kept.Select(entry => entry.ConversationId).ToArray(), kept.Select(entry => entry.SubjectId).ToArray(),
                kept.Select((entry, at) => Spelled(ids[at], entry.Roots)).ToArray());

            // Added in one go instead of one by one, and nobody who searches has to look through a list of what is still to be added.
            await Run($"SELECT gin_clean_pending_list('{SearchEntryRow.WordsIndex}')", cancel);
        }

        private static string Spelled(long id, IEnumerable<string> roots)
        {
            var stretch = (id >> Stretch).ToString("x", CultureInfo.InvariantCulture);
            return string.Join(' ', roots.Select(root => $"{stretch}:{root}"));
        }

        private async Task Run(string sql, CancellationToken cancel, params object[] values)
        {
            await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());
            command.Transaction = (NpgsqlTransaction)transaction.GetDbTransaction();
            foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
            await command.ExecuteNonQueryAsync(cancel);
        }
    }
}
