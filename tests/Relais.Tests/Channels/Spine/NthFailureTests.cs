using System.Data.Common;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Relais.Server.Channels;
using Relais.Server.Persistence.Postgres;
using Relais.Server.Persistence.Sqlite;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Spine;

/// <summary>
/// A customer writes, is answered and resolved, while the first commit fails, then the second, and so on until none is left
/// to fail: each time the customer is stored once, answered once, and nobody is left waiting.
/// </summary>
public sealed class NthFailureTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Whichever_commit_fails_every_customer_is_stored_and_answered_once()
    {
        var fault = new Fault();
        await using var post = await PigeonPost.Open(services => services
            .ConfigureDbContext<SqliteRelaisDb>(options => options.AddInterceptors(fault))
            .ConfigureDbContext<PostgresRelaisDb>(options => options.AddInterceptors(fault)));
        post.Pigeon.Ask = answer => new Delivery.Sent($"ring-{answer.MessageId}");

        var nth = 0;
        do
        {
            fault.Arm(++nth);
            await Serve(post, $"client{nth}");
        }
        while (fault.WasMet);

        nth.ShouldBeGreaterThan(5); // The journal, the intake, the answer, the claim, what became of it, the resolve.
        post.Pigeon.Flights.Count.ShouldBe(nth);
        await post.App.ShouldBeSound();
    }

    private static async Task Serve(PigeonPost post, string customer)
    {
        var letter = post.Pigeon.Letter(() => [post.Says($"Ici {customer}", customer) with { ExternalId = customer }]);
        await Until(post, async () => await post.Knock(post.ChannelId, letter, customer) == HttpStatusCode.OK);
        await Until(post, async () => await Row() is not null);
        var row = (await Row())!;

        var answer = new { clientId = Guid.CreateVersion7(), text = $"Bonjour {customer}" };
        await Until(post, () => Accepted(HttpMethod.Post, $"conversations/{row.Id()}/messages", answer));
        await Until(post, async () => (await post.Messages(row.Id("threadId"))).Any(message => message.Text("delivery", "status") == "sent"));
        await Until(post, () => Accepted(HttpMethod.Put, $"conversations/{row.Id()}/resolution", new { }));

        (await post.Messages(row.Id("threadId"))).Select(message => message.Text("text")).ShouldBe([$"Ici {customer}", $"Bonjour {customer}"]);

        async Task<System.Text.Json.Nodes.JsonNode?> Row() => (await post.Rows("new")).SingleOrDefault(one => one.Text("preview", "text") == $"Ici {customer}");

        async Task<bool> Accepted(HttpMethod method, string path, object body)
        {
            using var response = await post.Ana.Send(method, path, body);
            if (!response.IsSuccessStatusCode) response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            return response.IsSuccessStatusCode;
        }
    }

    /// <summary>Everybody tries again until it is done, as providers, browsers and our own workers do.</summary>
    private static async Task Until(PigeonPost post, Func<Task<bool>> comes)
    {
        for (var tries = 0; !await comes(); tries++)
        {
            if (tries == 500) throw new TimeoutException("What the test waits for does not come.");
            post.App.Clock.Advance(Step);
            await Task.Delay(10, PigeonPost.Cancel);
        }
    }

    /// <summary>A store that refuses its nth commit, as a full disk or a lost server does.</summary>
    private sealed class Fault : DbTransactionInterceptor
    {
        private int left;

        public bool WasMet => Volatile.Read(ref left) <= 0;

        public void Arm(int nth) => Volatile.Write(ref left, nth);

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            Interlocked.Decrement(ref left) != 0 ? ValueTask.FromResult(result)
            : TestDatabase.IsPostgres ? throw new NpgsqlException("The server went away.")
            : throw new SqliteException("The disk is full.", 13);
    }
}
