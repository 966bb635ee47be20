namespace Relais.Bench;

/// <summary>From the start of the process to its first 200, and what it holds in memory while nothing happens.</summary>
internal static class StartBenchmark
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    public static async Task Run(string kind, Plan plan, Report report)
    {
        List<double> bare = [], product = [], bareMemory = [], memory = [];
        await using var store = await Store.Create(kind);
        await using (var first = await Product.Run(store)) report.Show(kind, "first start, empty store: migrations and all", "ms", [first.ReadyAfter.TotalMilliseconds]);
        for (var run = 0; run < plan.Runs; run++)
        {
            await using (var smallest = await Bare.Start())
            {
                bare.Add(smallest.ReadyAfter.TotalMilliseconds);
                bareMemory.Add(smallest.ResidentMegabytes());
            }

            await using var server = await Product.Run(store);
            product.Add(server.ReadyAfter.TotalMilliseconds);
            await Task.Delay(Rest);
            memory.Add(server.ResidentMegabytes());
        }

        report.AtMost(kind, "start to ready", "ms", product, 3, "bare ASP.NET application", bare);
        report.AtMost(kind, "memory at rest", "MB", memory, 200);
        report.Show(kind, "memory at rest, beside the bare application", "MB", memory, "bare ASP.NET application", bareMemory);
    }
}
