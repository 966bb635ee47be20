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
        Assert.SkipWhen(TestDatabase.IsPostgres, "The plan of a store of another kind depends on what lies in it.");
        var cancel = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.Create();
        await using var services = database.Services();
        var db = services.CreateScope().ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = Guid.CreateVersion7();
        await using var command = db.WaitingFor([new Crew(Guid.CreateVersion7(), "Conseil", new HashSet<Guid> { Guid.CreateVersion7() })]).InQueueOrder().Take(256).CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await db.Database.OpenConnectionAsync(cancel);
        await using var steps = await command.ExecuteReaderAsync(cancel);
        List<string> plan = [];
        while (await steps.ReadAsync(cancel)) plan.Add(steps.GetString(3));

        plan.ShouldContain(step => step.Contains("ix_conversations_waiting", StringComparison.Ordinal));
        plan.ShouldNotContain(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }
}
