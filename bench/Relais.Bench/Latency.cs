using System.Diagnostics;

namespace Relais.Bench;

/// <summary>How long the API takes to answer one agent who asks again and again.</summary>
internal static class Latency
{
    /// <summary>Asks that do not count: until then the runtime compiles what has become hot, beside the answers.</summary>
    private const int WarmUp = 600;

    /// <summary>As often as the plan has runs, after a warm-up.</summary>
    public static async Task<List<Histogram>> Runs(Product server, Plan plan, int times, string path)
    {
        await Ask(server, path, WarmUp);
        var runs = new List<Histogram>();
        for (var run = 0; run < plan.Runs; run++) runs.Add(await Ask(server, path, times));
        return runs;
    }

    public static double[] At(List<Histogram> runs, double percent) => [.. runs.Select(one => one.Percentile(percent))];

    private static async Task<Histogram> Ask(Product server, string path, int times)
    {
        var latency = new Histogram();
        for (var time = 0; time < times; time++)
        {
            var begin = Stopwatch.GetTimestamp();
            using var answer = await server.Http.GetAsync($"/api/v1/{path}");
            await answer.Content.ReadAsByteArrayAsync();
            answer.EnsureSuccessStatusCode();
            latency.Add(Histogram.Since(begin));
        }

        return latency;
    }
}
