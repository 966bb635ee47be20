using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Assignment;
using Relais.Server.Assignment;
using Relais.Server.Persistence;
using Relais.Tests.Testing;

namespace Relais.Tests.Assignment;

public sealed class WaitingQueueTests
{
    [Fact]
    public async Task The_head_of_the_queue_is_read_from_the_index_of_what_waits()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.Create();
        await using var services = database.Services();
        var db = services.CreateScope().ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = Guid.CreateVersion7();
        await db.Database.OpenConnectionAsync(cancel);

        // Whoever has nothing to sort by has to find an index that is in order; with nothing in the tables the rest is a matter of taste.
        if (TestDatabase.IsPostgres) await db.Database.ExecuteSqlRawAsync("SET enable_sort = off; SET enable_incremental_sort = off; SET enable_seqscan = off", cancel);
        var plan = await Plan(db, cancel);
        plan.ShouldContain(step => step.Contains("ix_conversations_waiting", StringComparison.Ordinal));
        plan.ShouldNotContain(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal) || step.Contains("Sort", StringComparison.Ordinal));
    }

    private static async Task<List<string>> Plan(RelaisDb db, CancellationToken cancel)
    {
        await using var command = db.WaitingFor([new Crew(Guid.CreateVersion7(), "Conseil", new HashSet<Guid> { Guid.CreateVersion7() })]).InQueueOrder().Take(256).CreateDbCommand();
        command.CommandText = (TestDatabase.IsPostgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + command.CommandText;
        await using var steps = await command.ExecuteReaderAsync(cancel);
        List<string> plan = [];
        while (await steps.ReadAsync(cancel)) plan.Add(steps.GetString(steps.FieldCount - 1));
        return plan;
    }
}
