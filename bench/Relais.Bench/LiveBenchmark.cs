namespace Relais.Bench;

/// <summary>From the instant a customer's message was due at the door to the instant an agent's socket has it.</summary>
internal static class LiveBenchmark
{
    private const int Agents = 100;
    private const int Rate = 200;

    /// <summary>Until the runtime has compiled and recompiled what is hot.</summary>
    private const int WarmUp = 10 * Rate;

    public static async Task Run(string kind, Plan plan, Report report)
    {
        var count = Rate * (plan.IsQuick ? 4 : 8);
        await using var server = await Product.Start(kind);
        await using var store = await Store.Create(kind);
        string[] where = store.Connection is null ? [store.Folder] : [store.Folder, store.Connection];
        await using var floor = await Child.Start(
            Paths.Self, Ports.Next(out var port), new Dictionary<string, string>(), ["floor", $"http://127.0.0.1:{port}", .. where]);
        var floorHooks = new Webhooks(Guid.Empty, floor.Address.Authority);

        List<Histogram> product = [], bare = [];
        await Measure(server.Child.Address, server.Cookie, server.Webhooks, WarmUp, report);
        await Measure(floor.Address, "", floorHooks, WarmUp, report);
        for (var run = 0; run < plan.Runs; run++)
        {
            bare.Add(await Measure(floor.Address, "", floorHooks, count, report));
            product.Add(await Measure(server.Child.Address, server.Cookie, server.Webhooks, count, report));
        }

        await server.Rest();
        report.Breach($"{kind} live", await server.Breaches());
        var against = "floor program, p50";
        report.Show(kind, "webhook → agent's socket, 200/s, 100 agents, p50", "ms", At(product, 50), against, At(bare, 50));
        report.AtMost(kind, "webhook → agent's socket, 200/s, 100 agents, p99", "ms", At(product, 99), 100);
        report.Show(kind, "webhook → agent's socket, 200/s, 100 agents, p99", "ms", At(product, 99), "floor program, p99", At(bare, 99));
        report.Show(kind, "webhook → agent's socket, 200/s, 100 agents, max", "ms", [.. product.Select(one => one.Max)]);
    }

    private static double[] At(List<Histogram> runs, double percent) => [.. runs.Select(one => one.Percentile(percent))];

    private static async Task<Histogram> Measure(Uri server, string cookie, Webhooks webhooks, int count, Report report)
    {
        var (calls, first) = webhooks.Next(count);
        var (due, arrivals) = (new long[count], new Histogram());
        Arrivals[] seen = [.. Enumerable.Range(0, Agents).Select(_ => new Arrivals(first, due, arrivals))];
        var screens = await Task.WhenAll(seen.Select(one => Screen.Open(server, cookie, one.Look)));
        var load = await Generator.Open(server, 64, Rate, calls, (index, at) => Volatile.Write(ref due[index], at));
        webhooks.Note(first, load.Accepted);
        for (var wait = 0; wait < 100 && seen.Any(one => one.Seen < count); wait++) await Task.Delay(50);
        var missing = seen.Sum(one => count - one.Seen);
        if (missing > 0) report.Breach(server.ToString(), [$"{missing} of {(long)count * Agents} arrivals never came within five seconds."]);
        foreach (var screen in screens) await screen.DisposeAsync();
        return arrivals;
    }
}
