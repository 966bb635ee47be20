using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Relais.Server.Persistence;

namespace Relais.Tests.Testing;

/// <summary>Where a word stands: in which tables of the real store, columns of bytes included, and in which files of the data folder.</summary>
public static class Traces
{
    public static async Task<IReadOnlyList<string>> Of(RelaisApp app, string word)
    {
        var tables = await app.Look(db => InTables(db, word));
        return [.. tables, .. InFiles(app.Database.Folder, word)];
    }

    private static async Task<List<string>> InTables(RelaisDb db, string word)
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var found = new List<string>();
        foreach (var (table, column) in await Columns(connection))
        {
            var text = TestDatabase.IsPostgres ? $"CASE pg_typeof(\"{column}\")::text WHEN 'bytea' THEN encode(\"{column}\"::text::bytea, 'escape') ELSE \"{column}\"::text END" : $"CAST(\"{column}\" AS TEXT)";
            if ((await Rows(connection, $"SELECT count(*) FROM \"{table}\" WHERE lower({text}) LIKE '%{word}%' OR lower({text}) LIKE '%{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(word))}%'"))[0][0] != "0")
                found.Add($"{table}.{column}");
        }

        return found;
    }

    private static async Task<List<(string Table, string Column)>> Columns(DbConnection connection)
    {
        var sql = TestDatabase.IsPostgres
            ? "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
            : "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'";
        return [.. (await Rows(connection, sql)).Select(row => (row[0], row[1]))];
    }

    private static async Task<List<string[]>> Rows(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await reader.ReadAsync()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => $"{reader.GetValue(column)}")]);
        return rows;
    }

    private static IEnumerable<string> InFiles(string folder, string word)
    {
        var bytes = Encoding.UTF8.GetBytes(word);
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Read(path).AsSpan().IndexOf(bytes) >= 0).Select(path => $"file {Path.GetRelativePath(folder, path).Split('/')[0]}").Distinct();
    }

    /// <summary>Others may be writing it.</summary>
    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
