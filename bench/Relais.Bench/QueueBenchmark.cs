using System.Diagnostics;
using static Relais.Bench.Latency;

namespace Relais.Bench;

/// <summary>A page of the queue and the counters in a shop with many conversations, over HTTP, one agent asking.</summary>
internal static class QueueBenchmark
{
    public static async Task Run(string kind, Plan plan, Report report)
    {
        await using var server = await Product.Start(kind);
        var seed = server.Webhooks.Next(1);
        server.Webhooks.Note(seed.First, (await Generator.Closed(server.Child.Address, 1, seed.Calls)).Accepted);
        await server.Rest();
        var clock = Stopwatch.StartNew();
        var shop = new ManyConversations(server.Store);
        await shop.Fill(plan.Rows, await server.Me());
        var topics = await shop.File();
        report.Note($"{kind}: {plan.Rows:#,0} conversations of {ManyConversations.ContactsOf(plan.Rows):#,0} contacts laid in by set-based SQL in {clock.Elapsed.TotalSeconds:0} s, asked right afterwards (warm page cache).");

        var times = plan.IsQuick ? 150 : 300;
        var one = await Id(server);
        var lookups = await Runs(server, plan, times, $"conversations/{one}");
        report.Show(kind, "one conversation by its id, p50", "ms", At(lookups, 50));
        foreach (var (name, path) in await Pages(server, topics)) await Page(server, plan, report, times, name, path, lookups);
        var counters = await Runs(server, plan, times, "queue/counters");
        report.AtMost(kind, "counters, p99", "ms", At(counters, 99), 5);
        report.Breach($"{kind} queue", await server.BreachesOfRows());
    }

    private static async Task Page(Product server, Plan plan, Report report, int times, string name, string path, List<Histogram> lookups)
    {
        var runs = await Runs(server, plan, times, path);
        report.Show(server.Store.Kind, $"{name}, p50", "ms", At(runs, 50), "by id, p50", At(lookups, 50));
        report.AtMost(server.Store.Kind, $"{name}, p99", "ms", At(runs, 99), 10);
    }

    private static async Task<(string Name, string Path)[]> Pages(Product server, (Guid Frequent, Guid Rare) topics)
    {
        var deep = await Deep(server, "conversations?state=resolved&limit=200");
        var deepOfTopic = await Deep(server, $"conversations?state=resolved&topicId={topics.Frequent}&limit=200");
        return
        [
            ("page of New", "conversations?state=new"),
            ("page of New, nobody's", "conversations?state=new&assignee=none"),
            ("page of Pending, mine", "conversations?state=pending&assignee=me"),
            ("page of New, one channel", $"conversations?state=new&channelId={server.ChannelId}"),
            ("page of Resolved, newest", "conversations?state=resolved"),
            ("page of Resolved, 4,000 deep", deep),
            ("page of New, a frequent topic", $"conversations?state=new&topicId={topics.Frequent}"),
            ("page of Resolved, a frequent topic, 4,000 deep", deepOfTopic),
            ("page of Resolved, a rare topic", $"conversations?state=resolved&topicId={topics.Rare}"),
            ("page of New, VIPs", "conversations?state=new&vip=true"),
            ("page of New, priority and waiting", "conversations?state=new&priority=0&waiting=60"),
            ("page of New, a language nobody speaks (walked in vain)", "conversations?state=new&language=xx"),
        ];
    }

    private static async Task<string> Deep(Product server, string path)
    {
        var deep = path;
        for (var page = 0; page < 20; page++) deep = $"{path}&after={(await server.Get(deep))["next"]!.GetValue<string>()}";
        return deep.Replace("limit=200", "limit=50", StringComparison.Ordinal);
    }

    private static async Task<Guid> Id(Product server) => (await server.Get("conversations?state=new"))["items"]![0]!["id"]!.GetValue<Guid>();
}
