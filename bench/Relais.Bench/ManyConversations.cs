using System.Data.Common;

namespace Relais.Bench;

/// <summary>Lays many conversations into a store, copies of the one that is there. The counters are counted once, as if they had been kept.</summary>
internal sealed class ManyConversations(Store store)
{
    private bool IsPostgres => store.Connection is not null;

    /// <summary>How many contacts so many conversations are of.</summary>
    public static int ContactsOf(int count) => count / 5;

    /// <summary>Every contact has four that are resolved and one that is New or Pending, a third of them assigned.</summary>
    public Task Fill(int count, Guid me) => Lay(
        count, ContactsOf(count),
        $"CASE WHEN n < {count - ContactsOf(count)} THEN 'Resolved' WHEN n % 2 = 0 THEN 'New' ELSE 'Pending' END",
        IsPostgres ? $"CASE WHEN n % 3 = 0 THEN '{me}'::uuid END" : $"CASE WHEN n % 3 = 0 THEN x'{me:N}' END");

    /// <summary>So many contacts wait, each with one conversation, and nobody has them.</summary>
    public Task FillWaiting(int count) => Lay(count, count, "'New'", "NULL");

    /// <summary>Colleagues of the one member there is, in his team, on lines that hold as long as his does.</summary>
    public async Task FillTeam(int members)
    {
        await using var connection = await store.Open();
        await Copy(connection, "members", members, new() { ["id"] = Id("n + 1"), ["name"] = "'Agent ' || n", ["email"] = "'agent' || n || '@maison-lune.fr'" });
        await Copy(connection, "team_members", members, new() { ["member_id"] = Id("n + 1") });
        await Copy(connection, "presence_sessions", members, new() { ["connection_id"] = "'line' || n", ["member_id"] = Id("n + 1") });
    }

    private async Task Lay(int count, int threads, string state, string assignee)
    {
        await using var connection = await store.Open();
        await Copy(connection, "contacts", threads, new() { ["id"] = Id("n"), ["name"] = "'Zoé Martin ' || n", ["search_key"] = "'zoe martin ' || n" });
        await Copy(connection, "contact_identities", threads, new() { ["id"] = Id("n"), ["contact_id"] = Id("n"), ["external_id"] = "'337' || n" });
        await Copy(connection, "threads", threads, new() { ["id"] = Id("n"), ["contact_id"] = Id("n") });
        await Copy(connection, "conversations", count, new()
        {
            ["id"] = Id("n"),
            ["thread_id"] = Id($"n % {threads}"),
            ["contact_id"] = Id($"n % {threads}"),
            ["number"] = "n + 1000000",
            ["state"] = state,
            ["state_since"] = IsPostgres ? "t.state_since - n * interval '1 second'" : "t.state_since - n * 1000",
            ["assignee_id"] = assignee,
        });
        await CountThem(connection);
    }

    /// <summary>Every tenth conversation is about one topic, every two-thousandth about another; every thousandth contact matters most.</summary>
    public async Task<(Guid Frequent, Guid Rare)> File()
    {
        await using var connection = await store.Open();
        var (frequent, rare) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var (topic, each) in new[] { (frequent, 10), (rare, 2000) })
            await Store.Run(connection, $"INSERT INTO conversation_topics (conversation_id, topic_id, organisation_id) SELECT id, {Literal(topic)}, organisation_id FROM conversations WHERE number % {each} = 0");
        await Store.Run(connection, $"UPDATE contacts SET is_vip = {(IsPostgres ? "true" : "1")} WHERE id IN (SELECT contact_id FROM conversations WHERE number % 5000 = 0)");
        await Count(connection);
        return (frequent, rare);
    }

    /// <summary>One message for each conversation, of words that are frequent and rare as in a language.</summary>
    public async Task Talk(int count, IReadOnlyList<string> words)
    {
        await using var connection = await store.Open();
        await Store.Run(connection, "CREATE TABLE bench_words (i integer PRIMARY KEY, word text)");
        foreach (var some in words.Index().Chunk(500))
            await Store.Run(connection, $"INSERT INTO bench_words VALUES {string.Join(", ", some.Select(one => $"({one.Index}, '{one.Item}')"))}");
        await Copy(connection, "messages", count, new()
        {
            ["id"] = Id("n + 1099511627776"), // no id that a conversation has
            ["conversation_id"] = Id("n"),
            ["thread_id"] = Id($"n % {ContactsOf(count)}"),
            ["external_id"] = "'bench-' || n",
            ["text"] = $"'Bonjour ' || {Word(7919, 10)} || ' ' || {Word(104729, 100)} || ' ' || {Word(1299709, 1000)} || ' ' || {Word(15485863, words.Count)} || ' ' || {Word(32452843, words.Count)} || ', commande ' || (n + 100000)",
        });
        await Store.Run(connection, "DROP TABLE bench_words");
        await Count(connection);
    }

    private string Word(int step, int among) => $"(SELECT word FROM bench_words WHERE i = ({(IsPostgres ? "n::bigint" : "n")} * {step}) % {among})";

    private async Task Copy(DbConnection connection, string table, int rows, Dictionary<string, string> changed)
    {
        var columns = await Columns(connection, table);
        var values = columns.Select(column => changed.GetValueOrDefault(column, $"t.\"{column}\""));
        var series = IsPostgres
            ? $"generate_series(0, {rows - 1}) AS s(n)"
            : $"(WITH RECURSIVE s(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s WHERE n < {rows - 1}) SELECT n FROM s)";
        await Store.Run(
            connection,
            $"INSERT INTO {table} ({string.Join(", ", columns.Select(name => $"\"{name}\""))}) " +
            $"SELECT {string.Join(", ", values)} FROM {series}, (SELECT * FROM {table} LIMIT 1) AS t");
    }

    private async Task CountThem(DbConnection connection)
    {
        await Store.Run(connection, "DELETE FROM queue_counts");
        await Store.Run(
            connection,
            "INSERT INTO queue_counts (organisation_id, channel_id, state, assignee_id, count) " +
            $"SELECT organisation_id, channel_id, state, coalesce(assignee_id, {store.Nobody}), count(*) FROM conversations WHERE state <> 'Resolved' " +
            $"GROUP BY organisation_id, channel_id, state, coalesce(assignee_id, {store.Nobody})");
        await Count(connection);
    }

    /// <summary>PostgreSQL does this by itself within a minute, over SQLite the product does it every hour.</summary>
    private Task Count(DbConnection connection) =>
        Store.Run(connection, IsPostgres ? "VACUUM ANALYZE" : "PRAGMA analysis_limit=1000; PRAGMA optimize=0x10002; ANALYZE");

    private string Literal(Guid id) => IsPostgres ? $"'{id}'::uuid" : $"x'{id:N}'";

    private string Id(string number) => IsPostgres ? $"lpad(to_hex({number}), 32, '0')::uuid" : $"unhex(printf('%032x', {number}))";

    private static async Task<string[]> Columns(DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table} LIMIT 0";
        await using var reader = await command.ExecuteReaderAsync();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }
}
