using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Relais.Domain.Shared;
using Relais.Server;
using Relais.Server.Persistence;

namespace Relais.Bench;

/// <summary>A database of one of the two kinds, empty at first and gone at the end. Durable, as the product runs it.</summary>
internal sealed class Store : IAsyncDisposable
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";

    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=15000; PRAGMA cache_size=-32768;";

    private Store(string kind, string folder, string? connection)
    {
        Kind = kind;
        Folder = folder;
        Connection = connection;
    }

    public string Kind { get; }

    public string Folder { get; }

    /// <summary>A PostgreSQL connection string; null = SQLite in the folder.</summary>
    public string? Connection { get; }

    /// <summary>Whom the counters name where nobody is assigned, as SQL.</summary>
    public string Nobody => Connection is null ? "zeroblob(16)" : "'00000000-0000-0000-0000-000000000000'::uuid";

    public RelaisSettings Settings => new() { DataFolder = Folder, Postgres = Connection };

    public Dictionary<string, string> Environment => Connection is null ? [] : new() { ["RELAIS_POSTGRES"] = Connection };

    public static async Task<Store> Create(string kind)
    {
        var folder = Directory.CreateTempSubdirectory("relais-bench.").FullName;
        if (kind == Sqlite) return new Store(kind, folder, null);

        var name = $"bench_{Guid.CreateVersion7():N}";
        await OnServer($"CREATE DATABASE {name}");
        return new Store(kind, folder, new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxAutoPrepare = 100 }.ConnectionString);
    }

    public static Store Of(string folder, string? connection) => new(connection is null ? Sqlite : Postgres, folder, connection);

    public async Task<DbConnection> Open()
    {
        DbConnection connection = Connection is null ? new SqliteConnection($"Data Source={Settings.DatabaseFile}") : new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        if (Connection is null) await Run(connection, Pragmas);
        return connection;
    }

    public static async Task Run(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<T> Ask<T>(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 600;
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The product's tables, without the product.</summary>
    public async Task Migrate()
    {
        await using var services = Services();
        await Database.Prepare(services, CancellationToken.None);
    }

    public ServiceProvider Services(Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection().AddSingleton<ICommitObserver, Silence>().AddRelaisDatabase(Settings);
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    /// <summary>What the database takes on the disk, once its log is written back.</summary>
    public async Task<long> Bytes()
    {
        await using var connection = await Open();
        if (Connection is not null) return await Ask<long>(connection, "SELECT pg_database_size(current_database())");

        await Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        return await Ask<long>(connection, "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()");
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        if (Connection is not null) await OnServer($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(Connection).Database} WITH (FORCE)");
        Directory.Delete(Folder, recursive: true);
    }

    private static string Server => System.Environment.GetEnvironmentVariable("RELAIS_TEST_POSTGRES")
        ?? throw new InvalidOperationException("RELAIS_TEST_POSTGRES must hold a connection string; bin/with-postgres sets it.");

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await Run(connection, sql);
    }

    private sealed class Silence : ICommitObserver
    {
        public Task<Action> BeforeCommit(RelaisDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancel) =>
            Task.FromResult<Action>(() => { });
    }
}
