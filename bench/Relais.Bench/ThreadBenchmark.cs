using static Relais.Bench.Latency;

namespace Relais.Bench;

/// <summary>
/// What the server answers when an agent opens a conversation: with somebody who wrote ten thousand messages, and with somebody who
/// wrote four. Ten thousand in a few seconds are not what is measured: it waits until they can be searched for too.
/// </summary>
internal static class ThreadBenchmark
{
    private const int Messages = 10_000;

    public static async Task Run(string kind, Plan plan, Report report)
    {
        await using var server = await Product.Start(kind);
        var few = await Write(server, server.Webhooks.Next(Webhooks.MessagesPerCustomer));
        var many = await Write(server, server.Webhooks.Flood(Messages));

        var times = plan.IsQuick ? 150 : 300;
        await Compare("the conversation", $"conversations/{many.Id}", $"conversations/{few.Id}");
        await Compare("its newest messages", $"threads/{many.Thread}/messages", $"threads/{few.Thread}/messages");
        await Compare("its messages, 4,000 back", await Back(server, many.Thread), $"threads/{few.Thread}/messages");
        report.Breach($"{kind} thread", await server.Breaches());

        async Task Compare(string name, string path, string against)
        {
            var (long_, short_) = (await Runs(server, plan, times, path), await Runs(server, plan, times, against));
            report.AtMost(kind, $"P13 {Messages:#,0} messages, {name}, p99", "ms", At(long_, 99), 10);
            report.Show(kind, $"P13 {Messages:#,0} messages, {name}, p50", "ms", At(long_, 50), $"{Webhooks.MessagesPerCustomer} messages, p50", At(short_, 50));
        }
    }

    /// <returns>The conversation in which they lie.</returns>
    private static async Task<(Guid Id, Guid Thread)> Write(Product server, (byte[][] Calls, int First) calls)
    {
        server.Webhooks.Note(calls.First, (await Generator.Closed(server.Child.Address, 8, calls.Calls)).Accepted);
        await server.Rest();
        while ((await server.Get($"search?words={calls.First + calls.Calls.Length - 1:00000000}"))["items"]!.AsArray().Count == 0) await Task.Delay(200);
        var newest = (await server.Get("conversations?state=new&sort=newest"))["items"]![0]!;
        return (newest["id"]!.GetValue<Guid>(), newest["threadId"]!.GetValue<Guid>());
    }

    private static async Task<string> Back(Product server, Guid thread)
    {
        var before = "";
        for (var page = 0; page < 20; page++)
            before = $"&before={(await server.Get($"threads/{thread}/messages?limit=200{before}"))["next"]!.GetValue<string>()}";
        return $"threads/{thread}/messages?limit=50{before}";
    }
}
