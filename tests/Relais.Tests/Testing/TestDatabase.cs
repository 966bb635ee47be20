using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Relais.Domain.Shared;
using Relais.Server;
using Relais.Server.Persistence;

namespace Relais.Tests.Testing;

/// <summary>
/// A fresh store for one test, migrated once per run and copied from then on: a SQLite file, or, with
/// <c>RELAIS_TEST_DB=postgres</c>, a database on the server named by <c>RELAIS_TEST_POSTGRES</c>.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim Copying = new(1);
    private static readonly Lazy<Task<TestDatabase>> Empty = new(Migrate);

    private TestDatabase(string folder, string? postgres)
    {
        Folder = folder;
        Postgres = postgres;
    }

    public static bool IsPostgres => Environment.GetEnvironmentVariable("RELAIS_TEST_DB") == "postgres";

    /// <summary>The data folder: SQLite's file, attachments and keys.</summary>
    public string Folder { get; }

    /// <summary>A connection string, or null for SQLite.</summary>
    public string? Postgres { get; }

    public RelaisSettings Settings => new() { DataFolder = Folder, Postgres = Postgres, AllowPrivateHosts = true };

    public static async Task<TestDatabase> Create() => await CopyOf(await Empty.Value);

    /// <summary>A store that begins as another one stands, perhaps on a disk of its own. Nobody may be using that one.</summary>
    public static async Task<TestDatabase> CopyOf(TestDatabase template, string? folder = null)
    {
        folder ??= Directory.CreateTempSubdirectory("relais-test.").FullName;
        CopyFolder(template.Folder, folder);
        if (template.Postgres is null) return new TestDatabase(folder, null);

        var name = $"test_{Guid.CreateVersion7():N}";
        await Copying.WaitAsync(); // PostgreSQL copies a template for one at a time.
        try
        {
            await OnServer($"CREATE DATABASE {name} TEMPLATE {NameOf(template.Postgres)}");
        }
        finally
        {
            Copying.Release();
        }

        return new TestDatabase(folder, Connection(name));
    }

    /// <summary>Lets go of the store, so that it can be copied.</summary>
    public async Task Rest()
    {
        SqliteConnection.ClearAllPools(); // The last connection to close writes the WAL into the file.
        if (Postgres is null) return;

        NpgsqlConnection.ClearAllPools();
        await OnServer($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{NameOf(Postgres)}'");
    }

    /// <summary>The store without the rest of the server, for tests of the hot path and for looking at it afterwards.</summary>
    public ServiceProvider Services(ICommitObserver? observer = null) =>
        new ServiceCollection().AddSingleton(observer ?? new Silence()).AddRelaisDatabase(Settings).BuildServiceProvider();

    public async ValueTask DisposeAsync()
    {
        if (Postgres is not null)
        {
            await using (var connection = new NpgsqlConnection(Postgres)) NpgsqlConnection.ClearPool(connection);
            await OnServer($"DROP DATABASE IF EXISTS {NameOf(Postgres)} WITH (FORCE)");
        }
        else
        {
            SqliteConnection.ClearAllPools();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<TestDatabase> Migrate()
    {
        var name = $"template_{Guid.CreateVersion7():N}";
        if (IsPostgres) await OnServer($"CREATE DATABASE {name}");

        var database = new TestDatabase(Directory.CreateTempSubdirectory("relais-template.").FullName, IsPostgres ? Connection(name) : null);
        await using (var services = database.Services()) await Database.Prepare(services, CancellationToken.None);
        await database.Rest();
        return database;
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string NameOf(string connection) => new NpgsqlConnectionStringBuilder(connection).Database!;

    private static string Server => Environment.GetEnvironmentVariable("RELAIS_TEST_POSTGRES")
        ?? throw new InvalidOperationException("RELAIS_TEST_POSTGRES must hold a connection string; bin/with-postgres sets it.");

    private static string Connection(string database) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 8 }.ConnectionString;

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Silence : ICommitObserver
    {
        public Task<Action> BeforeCommit(RelaisDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancel) =>
            Task.FromResult<Action>(() => { });
    }
}
