using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Tests.Testing;

namespace Relais.Tests.Storm;

/// <summary>
/// The real server is killed with SIGKILL at random moments, again and again, while customers write, agents answer and
/// screens watch. At the end nothing acknowledged is lost or doubled, and every screen shows what a fresh page shows.
/// <c>RELAIS_STORM_KILLS</c> says how often, <c>RELAIS_STORM_SEED</c> repeats a storm.
/// </summary>
[Trait("suite", "storm")]
public sealed class KillNineTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Customers = 12, Agents = 3;

    private static readonly int Kills = Number("RELAIS_STORM_KILLS", 200);
    private static readonly int Seed = Number("RELAIS_STORM_SEED", Environment.ProcessId);

    private readonly string ledgers = Directory.CreateTempSubdirectory("relais-storm.").FullName;
    private readonly Random chance = new(Seed);
    private readonly List<StormyAgent> agents = [];
    private readonly List<TimeSpan> starts = [];
    private TestDatabase database = null!;
    private RealServer server = null!;
    private StormyProvider provider = null!;
    private StormyCustomers customers = null!;

    public async ValueTask InitializeAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        database = await TestDatabase.Create();
        server = new RealServer(Variables(database), database.Folder);
        provider = await StormyProvider.Start(ledgers, Seed);
        await server.Start(cancel);
        customers = new StormyCustomers(server.Address, await SetUp(), ledgers, Seed);
        provider.Deliver = customers.Deliver;
        foreach (var agent in agents) await agent.Look(cancel);
    }

    [Fact]
    public async Task Nothing_acknowledged_is_lost_doubled_or_shown_wrongly()
    {
        using var load = new CancellationTokenSource();
        var everyone = Enumerable.Range(1, Customers).Select(number => customers.Write(number, load.Token))
            .Concat(agents.Select(agent => agent.Work(load.Token))).ToList();

        for (var kill = 0; kill < Kills; kill++) await KillOnce();

        await load.CancelAsync();
        await Task.WhenAll(everyone);
        await Rest();
        Report();
        (await Breaches()).ShouldBeEmpty($"Seed {Seed}, ledgers in {ledgers}. The server's last words:\n{server.Output}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var agent in agents) await agent.DisposeAsync();
        customers?.Dispose();
        await server.DisposeAsync();
        await provider.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Some kills come before the server is back from the last one.</summary>
    private async Task KillOnce()
    {
        await Task.Delay(TimeSpan.FromMilliseconds(chance.Next(900)), TestContext.Current.CancellationToken);
        server.Kill();
        if (chance.NextDouble() < 0.15)
        {
            server.Launch();
            await Task.Delay(TimeSpan.FromMilliseconds(chance.Next(900)), TestContext.Current.CancellationToken);
            server.Kill();
        }

        var start = Stopwatch.StartNew();
        await server.Start(TestContext.Current.CancellationToken);
        starts.Add(start.Elapsed);
    }

    /// <summary>An organisation, its agents and a WhatsApp number whose provider is ours.</summary>
    private async Task<Guid> SetUp()
    {
        var chloe = new StormyAgent(server.Address, Seed);
        agents.Add(chloe);
        await chloe.Api.SetUp("Maison Lune", "Chloé", "chloe@maison-lune.fr", "une phrase assez longue");
        foreach (var name in new[] { "Ana", "Bruno" }.Take(Agents - 1)) agents.Add(await Invite(chloe, name));

        var channel = await chloe.Api.Post("channels", new
        {
            kind = "whatsapp",
            name = "WhatsApp Maison Lune",
            settings = WhatsAppWebhook.Settings(provider.Address.ToString().TrimEnd('/')),
        });
        return (channel["channel"] ?? channel).Id();
    }

    private async Task<StormyAgent> Invite(StormyAgent admin, string name)
    {
        var invited = await admin.Api.Post("members", new { name, email = $"{name.ToLowerInvariant()}@maison-lune.fr", role = "agent", teamIds = Array.Empty<Guid>(), language = "fr" });
        var agent = new StormyAgent(server.Address, Seed + name.Length);
        await agent.Api.UseLink(new Uri(server.Address, invited["link"]!.Text("url")).Segments[^1], "une phrase assez longue");
        return agent;
    }

    /// <summary>Waits until the provider has told everything and nothing moves in the store any more.</summary>
    private async Task Rest()
    {
        var patience = Stopwatch.StartNew();
        for (var quiet = 0; quiet < 3;)
        {
            if (patience.Elapsed > TimeSpan.FromMinutes(3)) return; // The invariants say what still moves.

            await Task.Delay(500, TestContext.Current.CancellationToken);
            quiet = customers.Waiting == 0 && await NothingMoves() ? quiet + 1 : 0;
        }
    }

    private Task<bool> NothingMoves() => Looking(async db =>
        !await db.Journal.IgnoreQueryFilters().AnyAsync(row => row.State == JournalState.Waiting)
        && !await db.Outbox.IgnoreQueryFilters().AnyAsync(row => row.State != OutboxState.Unknown)
        && !await db.Messages.IgnoreQueryFilters().AnyAsync(row => row.Delivery == DeliveryStatus.Sending || row.Delivery == DeliveryStatus.Queued));

    private async Task<IReadOnlyList<string>> Breaches()
    {
        var cancel = TestContext.Current.CancellationToken;
        var breaches = (await Looking(async db => await new Invariants(db, cancel).OfTheStore())).ToList();
        breaches.AddRange(await Looking(db => new Invariants(db, cancel).OfTheDoor(customers.Ledger)));
        breaches.AddRange(await Looking(db => new Invariants(db, cancel).OfTheAnswers([.. agents.SelectMany(agent => agent.Promised)], provider.Accepted)));
        foreach (var agent in agents) breaches.AddRange(await Wrong(agent));
        return breaches;
    }

    private static async Task<IReadOnlyList<string>> Wrong(StormyAgent agent)
    {
        await agent.Screen.CatchUp();
        var fresh = new LiveScreen(agent.Api);
        await fresh.Load();
        var (shown, truth) = (agent.Screen.Picture().Split('\n'), fresh.Picture().Split('\n'));
        var skipped = agent.Screen.Applied.Zip(agent.Screen.Applied.Skip(1)).Where(pair => pair.Second <= pair.First).ToList();
        return
        [
            .. shown.Except(truth).Take(3).Select(line => $"I16: a screen shows {line}"),
            .. truth.Except(shown).Take(3).Select(line => $"I16: a screen lacks {line}"),
            .. skipped.Take(3).Select(pair => $"I16: a screen applied {pair.Second} after {pair.First}."),
        ];
    }

    private async Task<T> Looking<T>(Func<RelaisDb, Task<T>> look)
    {
        await using var services = database.Services();
        await using var scope = services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<RelaisDb>());
    }

    private void Report()
    {
        var slowest = starts.Count == 0 ? TimeSpan.Zero : starts.Max();
        output.WriteLine($"""
            {Kills} kills, seed {Seed}: {customers.Ledger.Count} messages delivered, {customers.Ledger.Count(it => it.Acknowledged)} acknowledged,
            {agents.Sum(agent => agent.Promised.Count)} answers accepted, {provider.Accepted.Count} taken by the provider ({provider.Accepted.Count(it => it.AnswerLost)} with a lost answer),
            screens pulled {agents.Sum(agent => agent.Screen.Gaps)} gaps; slowest start {slowest.TotalMilliseconds:0} ms.
            """);
    }

    private static Dictionary<string, string> Variables(TestDatabase database)
    {
        var variables = new Dictionary<string, string> { ["RELAIS_ALLOW_PRIVATE_HOSTS"] = "true", ["RELAIS_UNDO_SECONDS"] = "1" };
        if (database.Postgres is { } postgres) variables["RELAIS_POSTGRES"] = postgres;
        return variables;
    }

    private static int Number(string variable, int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : standard;
}
