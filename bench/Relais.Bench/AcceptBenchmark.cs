using System.Diagnostics;
using Relais.Server.Channels;
using Relais.Server.Persistence;

namespace Relais.Bench;

/// <summary>How many webhooks are accepted durably, beside what the disk and what the frameworks allow.</summary>
internal static class AcceptBenchmark
{
    /// <summary>Until the runtime has compiled and recompiled what is hot.</summary>
    private const int WarmUp = 6_000;

    private const int Connections = 128;
    private const int ModerateRate = 500;

    public static async Task Run(string kind, Plan plan, Report report)
    {
        var count = plan.Size(16_000);
        List<double> raw = [], floor = [], journal = [], product = [], drained = [];
        List<Histogram> latency = [];
        await using var server = await Product.Start(kind);
        await Burst(server, WarmUp);
        for (var run = 0; run < plan.Runs; run++)
        {
            raw.Add(Math.Max(await RawLoop(kind, 128, count), await RawLoop(kind, 256, count)));
            journal.Add(await JournalAlone(kind, count));
            floor.Add(await FloorOnly(kind, count));
            var (load, processed) = await Burst(server, count);
            product.Add(load.Rate);
            drained.Add(processed);
            latency.Add(await Moderate(server, ModerateRate * (plan.IsQuick ? 2 : 4)));
        }

        report.Breach($"{kind} accept", await server.Breaches());
        report.Share(kind, "P1 accepted durably, 128 connections, intake running", "/s", product, "floor program", floor, 0.6);
        report.Share(kind, "P1 the same against the raw group-commit loop", "/s", product, "raw loop, batch ≤ 256", raw, 0.6);
        report.Share(kind, "the journal class alone, in-process, 128 callers", "/s", journal, "raw loop, batch ≤ 256", raw, 0.6);
        report.Show(kind, "of that burst fully processed (first call to last event)", "/s", drained);
        report.AtMost(kind, "acknowledged at 500/s, open loop, p50", "ms", [.. latency.Select(one => one.Percentile(50))], 250);
        report.Show(kind, "acknowledged at 500/s, open loop, p99", "ms", [.. latency.Select(one => one.Percentile(99))]);
        report.Show(kind, "memory after the bursts", "MB", [server.Child.ResidentMegabytes()]);
    }

    private static async Task<double> RawLoop(string kind, int batch, int count)
    {
        await using var store = await Store.Create(kind);
        await using var journal = await RawJournal.Open(store);
        var rows = Enumerable.Range(0, count).Select(index => ($"{index:x64}", new byte[Webhooks.BodyLength])).ToArray();
        await journal.Write(rows[..batch]);
        var clock = Stopwatch.StartNew();
        foreach (var chunk in rows[batch..].Chunk(batch)) await journal.Write(chunk);
        return (count - batch) / clock.Elapsed.TotalSeconds;
    }

    private static async Task<double> FloorOnly(string kind, int count)
    {
        await using var store = await Store.Create(kind);
        string[] where = store.Connection is null ? [store.Folder] : [store.Folder, store.Connection];
        await using var floor = await Child.Start(
            Paths.Self, Ports.Next(out var port), new Dictionary<string, string>(), ["floor", $"http://127.0.0.1:{port}", .. where]);
        var webhooks = new Webhooks(Guid.Empty, floor.Address.Authority);
        await Generator.Closed(floor.Address, Connections, webhooks.Next(2_000).Calls);
        return (await Generator.Closed(floor.Address, Connections, webhooks.Next(count).Calls)).Rate;
    }

    private static async Task<double> JournalAlone(string kind, int count)
    {
        await using var store = await Store.Create(kind);
        await store.Migrate();
        await using var services = store.Services(more => more.AddSingleton(TimeProvider.System).AddSingleton<Wake>().AddSingleton<Journal>());
        var journal = services.GetRequiredService<Journal>();
        await journal.StartAsync(CancellationToken.None);
        var (channel, body, next) = (new ConnectedChannel(Guid.CreateVersion7(), Guid.CreateVersion7(), "none", "none", ""), new byte[Webhooks.BodyLength], -1);
        await Callers(1_000);
        next = -1;
        var clock = Stopwatch.StartNew();
        await Callers(count);
        var rate = count / clock.Elapsed.TotalSeconds;
        await journal.StopAsync(CancellationToken.None);
        return rate;

        Task Callers(int calls) => Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var index && index < calls)
                await journal.Append(channel, $"{calls:x32}{index:x32}", body, CancellationToken.None);
        })));
    }

    private static async Task<(Load Load, double Processed)> Burst(Product server, int count)
    {
        var (calls, first) = server.Webhooks.Next(count);
        var begin = Stopwatch.GetTimestamp();
        var load = await Generator.Closed(server.Child.Address, Connections, calls);
        server.Webhooks.Note(first, load.Accepted);
        return (load, load.Count / Stopwatch.GetElapsedTime(begin, await server.Rest()).TotalSeconds);
    }

    private static async Task<Histogram> Moderate(Product server, int count)
    {
        var (calls, first) = server.Webhooks.Next(count);
        var load = await Generator.Open(server.Child.Address, 32, ModerateRate, calls);
        server.Webhooks.Note(first, load.Accepted);
        await server.Rest();
        return load.Latency;
    }
}
