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
    private static readonly Lazy<Task<string>> Template = new(MakeTemplate);

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

    public static async Task<TestDatabase> Create()
    {
        var template = await Template.Value;
        var folder = Directory.CreateTempSubdirectory("relais-test.").FullName;
        if (!IsPostgres)
        {
            File.Copy(template, Path.Combine(folder, "relais.db"));
            return new TestDatabase(folder, null);
        }

        var name = $"test_{Guid.CreateVersion7():N}";
        await Copying.WaitAsync(); // PostgreSQL copies a template for one at a time.
        try
        {
            await OnServer($"CREATE DATABASE {name} TEMPLATE {template}");
        }
        finally
        {
            Copying.Release();
        }

        return new TestDatabase(folder, Connection(name));
    }

    /// <summary>The store without the rest of the server, for tests of the hot path and for looking at it afterwards.</summary>
    public ServiceProvider Services(ICommitObserver? observer = null) =>
        new ServiceCollection().AddSingleton(observer ?? new Silence()).AddRelaisDatabase(Settings).BuildServiceProvider();

    public async ValueTask DisposeAsync()
    {
        if (Postgres is not null)
        {
            await using (var connection = new NpgsqlConnection(Postgres)) NpgsqlConnection.ClearPool(connection);
            await OnServer($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(Postgres).Database} WITH (FORCE)");
        }
        else
        {
            SqliteConnection.ClearAllPools();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<string> MakeTemplate()
    {
        var folder = Directory.CreateTempSubdirectory("relais-template.").FullName;
        var name = $"template_{Guid.CreateVersion7():N}";
        if (IsPostgres) await OnServer($"CREATE DATABASE {name}");

        await using var template = new TestDatabase(folder, IsPostgres ? Connection(name) : null).Services();
        await Database.Prepare(template, CancellationToken.None);
        if (IsPostgres)
        {
            NpgsqlConnection.ClearAllPools();
            return name;
        }

        // The last connection to close writes the WAL into the file.
        SqliteConnection.ClearAllPools();
        return Path.Combine(folder, "relais.db");
    }

    private static string Server => Environment.GetEnvironmentVariable("RELAIS_TEST_POSTGRES")
        ?? throw new InvalidOperationException("RELAIS_TEST_POSTGRES must hold a connection string; bin/with-postgres sets it.");

    private static string Connection(string database) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 20 }.ConnectionString;

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
