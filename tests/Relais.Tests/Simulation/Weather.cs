using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Relais.Server.Persistence.Postgres;
using Relais.Server.Persistence.Sqlite;
using Relais.Tests.Testing;

namespace Relais.Tests.Simulation;

/// <summary>
/// Bad weather between a node and its store: some commits are refused, some happen and their answer is lost, as when a process
/// dies between two steps. By a seed, so that a storm can be had again.
/// </summary>
internal sealed class Weather(int seed) : DbTransactionInterceptor
{
    private readonly Random random = new(seed);
    private readonly Lock guard = new();

    /// <summary>How many of a hundred commits go wrong.</summary>
    public int Storminess { get; set; }

    public int Refused { get; private set; }

    public int AnswersLost { get; private set; }

    /// <summary>Nothing of this node reaches the store any more: it is dead, whatever it believes.</summary>
    public bool IsDead { get; set; }

    public void Over(IServiceCollection services) => services
        .ConfigureDbContext<SqliteRelaisDb>(options => options.AddInterceptors(this))
        .ConfigureDbContext<PostgresRelaisDb>(options => options.AddInterceptors(this));

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (!IsDead && !Strikes()) return ValueTask.FromResult(result);

        Refused++;
        throw Gone();
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (!Strikes()) return Task.CompletedTask;

        AnswersLost++;
        throw Gone();
    }

    private bool Strikes()
    {
        lock (guard) return random.Next(100) < Storminess;
    }

    private static DbException Gone() =>
        TestDatabase.IsPostgres ? new NpgsqlException("The server went away.") : new SqliteException("The disk is full.", 13);
}
