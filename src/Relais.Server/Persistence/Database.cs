using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Relais.Domain.Shared;
using Relais.Server.Persistence.Postgres;
using Relais.Server.Persistence.Search;
using Relais.Server.Persistence.Sqlite;

namespace Relais.Server.Persistence;

/// <summary>Chooses the store and brings it up to date.</summary>
public static class Database
{
    public static IServiceCollection AddRelaisDatabase(this IServiceCollection services, RelaisSettings settings)
    {
        if (settings.Postgres is { } postgres)
        {
            services.AddSingleton<PostgresDialect>().AddSingleton<ISearch, PostgresSearch>();
            services.AddDbContext<PostgresRelaisDb>(options => Postgres(options, postgres));
            return services.AddScoped<RelaisDb>(scope => scope.GetRequiredService<PostgresRelaisDb>());
        }

        services.AddSingleton<SqliteDialect>().AddSingleton<ISearch>(_ => new SqliteSearch(settings));
        services.AddDbContext<SqliteRelaisDb>(options => Sqlite(options, settings.DatabaseFile));
        return services.AddScoped<RelaisDb>(scope => scope.GetRequiredService<SqliteRelaisDb>());
    }

    /// <summary>Runs what is missing of the migrations and refuses a store that would not keep its word.</summary>
    public static async Task Prepare(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        Scoping.Assert(db.Model);
        // Asked of a store without it, PostgreSQL would log an error at everybody's first start.
        await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancel);
        // Migrating first compares the whole model with its snapshot: a store that is up to date need not wait for that.
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any()) await db.Database.MigrateAsync(cancel);
        await db.Dialect.AssertDurable(db, cancel);
        await using var turn = await db.BeginWrite(cancel);
        await db.Dialect.RefreshStatistics(db, cancel);
        await turn.Commit(cancel);
    }

    private static void Sqlite(DbContextOptionsBuilder options, string file) => options
        .UseSqlite($"Data Source={file};Default Timeout=30")
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(new SqlitePragmas());

    /// <summary>Nothing we do outlives its transaction on a connection, so the next user finds it as good as new.</summary>
    private static void Postgres(DbContextOptionsBuilder options, string connection) => options
        .UseNpgsql(new Npgsql.NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 100, AutoPrepareMinUsages = 2, NoResetOnClose = true }.ConnectionString)
        .UseSnakeCaseNamingConvention();

    /// <summary>For <c>bin/migrate</c>: thinks the model up from the mappings.</summary>
    internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteRelaisDb>
    {
        public SqliteRelaisDb CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<SqliteRelaisDb>();
            Sqlite(options, ":memory:");
            return new SqliteRelaisDb(options.Options, new Nobody(), new SqliteDialect());
        }
    }

    /// <inheritdoc cref="SqliteDesign"/>
    internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresRelaisDb>
    {
        public PostgresRelaisDb CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<PostgresRelaisDb>();
            Postgres(options, "Host=localhost;Database=relais");
            return new PostgresRelaisDb(options.Options, new Nobody(), new PostgresDialect());
        }
    }

    private sealed class Nobody : ICommitObserver
    {
        public Task<Action> BeforeCommit(RelaisDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancel) =>
            Task.FromResult<Action>(() => { });
    }
}
