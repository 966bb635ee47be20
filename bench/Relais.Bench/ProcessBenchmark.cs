using System.Diagnostics;

namespace Relais.Bench;

/// <summary>
/// How many webhooks become messages: from the first call until the API shows the event of the last. Beside it, a bare loop
/// that writes the very same rows.
/// </summary>
internal static class ProcessBenchmark
{
    /// <summary>Until the runtime has compiled and recompiled what is hot.</summary>
    public const int WarmUp = 6_000;

    private const int Connections = 32;

    public static async Task Run(string kind, Plan plan, Report report)
    {
        var count = plan.Size(8_000);
        List<double> product = [], rows = [], cpu = [];
        await using var server = await Product.Start(kind);
        await Burst(server, WarmUp);
        var (bytes, made) = (await server.Store.Bytes(), server.Webhooks.Ledger.Count);
        for (var run = 0; run < plan.Runs; run++)
        {
            var spent = server.Child.Cpu;
            product.Add(await Burst(server, count));
            cpu.Add((server.Child.Cpu - spent).TotalMicroseconds / count);
            rows.Add(await RowEqualLoop.Run(server.Store));
        }

        var each = (double)(await server.Store.Bytes() - bytes) / (server.Webhooks.Ledger.Count - made);
        report.Breach($"{kind} process", await server.Breaches());
        report.Share(kind, "P2 fully processed, 32 connections", "/s", product, "row-equal loop", rows, 0.3);
        report.AtLeast(kind, "P2 the same, absolute", "/s", product, 2_000);
        report.Show(kind, "processor time of the server for each message", "µs", cpu);
        report.Show(kind, "storage for each message, all indexes, raw body kept", "bytes", [each], "raw body", [Webhooks.BodyLength]);
    }

    /// <returns>Webhooks a second, from the first call until all is processed.</returns>
    public static async Task<double> Burst(Product server, int count)
    {
        var (calls, first) = server.Webhooks.Next(count);
        var begin = Stopwatch.GetTimestamp();
        var load = await Generator.Closed(server.Child.Address, Connections, calls);
        server.Webhooks.Note(first, load.Accepted);
        return load.Count / Stopwatch.GetElapsedTime(begin, await server.Rest()).TotalSeconds;
    }
}
