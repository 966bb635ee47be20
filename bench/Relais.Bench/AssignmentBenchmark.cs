using System.Diagnostics;

namespace Relais.Bench;

/// <summary>
/// Automatic assignment with its store: how fast a queue that waits is given out, kept and told, and how long an agent who becomes
/// available looks at an empty screen.
/// </summary>
internal static class AssignmentBenchmark
{
    private const int Waiting = 10_000;
    private const int Agents = 400;
    private const int Limit = 90;

    /// <summary>First so few each, until the runtime has compiled what is hot.</summary>
    private const int WarmUpLimit = 60;
    private const int AtOnce = 256;

    public static async Task Run(string kind, Plan plan, Report report)
    {
        List<double> given = [], raw = [], cpu = [];
        for (var run = 0; run < plan.Runs; run++)
        {
            await using var server = await Product.Start(kind);
            var spent = server.Child.Cpu;
            given.Add(await GiveOut(server));
            cpu.Add((server.Child.Cpu - spent).TotalMicroseconds / (Waiting + (Agents * WarmUpLimit)));
            raw.Add(await WriteOnly(server));
            report.Breach($"{kind} assign", await server.BreachesOfRows());
        }

        report.AtLeast(kind, $"P9 assignments, durable and told, {Agents} agents, {Waiting:#,0} waiting", "/s", given, 2_000);
        report.Show(kind, "P9 the same", "/s", given, $"raw loop, {AtOnce} rows a commit", raw);
        report.Show(kind, "processor time of the server for each assignment, start included", "µs", cpu);
        await Greet(kind, plan, report);
    }

    /// <returns>Assignments in a second, from the administrator's word until the last one is written.</returns>
    private static async Task<double> GiveOut(Product server)
    {
        await LetWrite(server, 1);
        var team = await Team(server);
        await using var screen = await Screen.Open(server.Child.Address, server.Cookie, _ => { });
        await Here(server);
        var many = new ManyConversations(server.Store);
        await many.FillTeam(Agents);
        await many.FillWaiting(Waiting + (Agents * WarmUpLimit));
        await Give(server, team, WarmUpLimit);
        await Until(server.Store, Waiting + 1);
        var begin = Stopwatch.GetTimestamp();
        await Give(server, team, Limit);
        await Until(server.Store, 0);
        return Waiting / Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }

    /// <summary>Until no more than so many are nobody's, by the product's own counter: to count the rows each time would take a fifth of a core from it.</summary>
    private static async Task Until(Store store, int left)
    {
        await using var connection = await store.Open();
        while (await Store.Ask<long>(connection, $"SELECT CAST(sum(count) AS bigint) FROM queue_counts WHERE assignee_id = {store.Nobody}") > left)
            await Task.Delay(20);
    }

    private static async Task<double> WriteOnly(Product server)
    {
        await using var journal = await RawJournal.Open(server.Store);
        var body = new byte[Webhooks.BodyLength];
        var begin = Stopwatch.GetTimestamp();
        for (var row = 0; row < Waiting; row += AtOnce) await journal.Write([.. Enumerable.Range(row, AtOnce).Select(key => ($"given {key}", body))]);
        return Waiting / Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }

    /// <summary>One agent, one conversation at a time: he is away, comes back, and work comes to his socket.</summary>
    private static async Task Greet(string kind, Plan plan, Report report)
    {
        var times = plan.IsQuick ? 60 : 200;
        await using var server = await Product.Start(kind);
        await LetWrite(server, times * Webhooks.MessagesPerCustomer);
        var me = await server.Me();
        await Say(server, me, "away");
        await Give(server, await Team(server), limit: 1);
        var arrived = new SemaphoreSlim(0);
        await using var screen = await Screen.Open(server.Child.Address, server.Cookie, messages =>
        {
            if (messages.IndexOf("\"kind\":\"conversationAssigned\""u8) >= 0) arrived.Release();
        });
        await Here(server);
        var (work, word) = (new Histogram(), new Histogram());
        for (var time = 0; time < times; time++)
        {
            var begin = Stopwatch.GetTimestamp();
            var said = Say(server, me, "available").ContinueWith(_ => word.Add(Histogram.Since(begin)), TaskScheduler.Default);
            if (!await arrived.WaitAsync(TimeSpan.FromSeconds(5))) throw new TimeoutException("Nothing was given to an agent who is free.");
            if (time >= times / 4) work.Add(Histogram.Since(begin)); // Until then the runtime compiles.
            await said;
            await Say(server, me, "away");
            var mine = (await server.Get("conversations?assignee=me&state=new"))["items"]![0]!["id"]!.GetValue<Guid>();
            await server.Put($"conversations/{mine}/resolution", new { });
        }

        report.AtMost(kind, "available → work on the screen, p99", "ms", [work.Percentile(99)], 50);
        report.Show(kind, "available → work on the screen, p50", "ms", [work.Percentile(50)], "the call that says so, p50", [word.Percentile(50)]);
        report.Breach($"{kind} greet", await server.Breaches());
    }

    private static async Task LetWrite(Product server, int messages)
    {
        var (calls, first) = server.Webhooks.Next(messages);
        server.Webhooks.Note(first, (await Generator.Closed(server.Child.Address, 8, calls)).Accepted);
        await server.Rest();
    }

    private static async Task<Guid> Team(Product server) =>
        (await server.Post("teams", new { name = "Conseil", memberIds = new[] { await server.Me() } }))["id"]!.GetValue<Guid>();

    private static async Task Give(Product server, Guid team, int limit) => await server.Put($"teams/{team}/settings", new { limit, countsPending = false });

    private static async Task Say(Product server, Guid member, string availability) => await server.Put($"members/{member}/availability", new { availability });

    /// <summary>Until the line is written down.</summary>
    private static async Task Here(Product server)
    {
        await using var connection = await server.Store.Open();
        while (await Store.Ask<long>(connection, "SELECT count(*) FROM presence_sessions") == 0) await Task.Delay(10);
    }
}
