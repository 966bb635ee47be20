using System.Diagnostics;
using System.Globalization;
using Relais.Domain.Search;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Search;

namespace Relais.Bench;

/// <summary>
/// Searching among many messages over HTTP, beside the index alone; how soon a message is found; and what indexing takes off the
/// intake, beside the same intake while nobody is let into the index.
/// </summary>
internal static class SearchBenchmark
{
    private const int Vocabulary = 20_000;
    private const int Connections = 32;
    private const int Arrivals = 40;

    public static async Task Run(string kind, Plan plan, Report report)
    {
        await using var server = await Product.Start(kind);
        await using var index = server.Store.Services();
        await Burst(server, 6_000);
        await Cost(server, index, plan, report);
        await Found(server, report);
        report.Breach($"{kind} search", await server.Breaches());

        var words = Words();
        var shop = new ManyConversations(server.Store);
        await shop.Fill(plan.Rows, await server.Me());
        await shop.Talk(plan.Rows, words);
        await Build(server, index, plan, report);
        await Speed(server, index, plan, report, words);
    }

    /// <summary>The intake with indexing behind it and without, one after the other; what was left is indexed in between.</summary>
    private static async Task Cost(Product server, ServiceProvider index, Plan plan, Report report)
    {
        List<double> with = [], without = [];
        for (var run = 0; run < plan.Runs + 1; run++)
        {
            await using (await Hold(index)) without.Add(await Burst(server, plan.Size(8_000)));
            await UntilCurrent(server, index);
            with.Add(await Burst(server, plan.Size(8_000)));
            await UntilCurrent(server, index);
        }

        report.Share(server.Store.Kind, "P2 fully processed, indexed behind", "/s", with, "the same, not indexed", without, 0.8);
    }

    /// <summary>From the answer to the webhook until the search gives its message.</summary>
    private static async Task Found(Product server, Report report)
    {
        var times = new Histogram();
        for (var arrival = 0; arrival < Arrivals; arrival++)
        {
            var (calls, first) = server.Webhooks.Next(1);
            server.Webhooks.Note(first, (await Generator.Closed(server.Child.Address, 1, calls)).Accepted);
            var begin = Stopwatch.GetTimestamp();
            while ((await server.Get($"search?words={first:00000000}"))["items"]!.AsArray().Count == 0) await Task.Delay(5);
            times.Add(Histogram.Since(begin));
            await Task.Delay(40);
        }

        report.Show(server.Store.Kind, "P12 message accepted → found, p50", "ms", [times.Percentile(50)]);
        report.AtMost(server.Store.Kind, "P12 message accepted → found, p99", "ms", [times.Percentile(99)], 1000);
    }

    private static async Task Build(Product server, ServiceProvider index, Plan plan, Report report)
    {
        var organisation = (await server.Get("session"))["organisation"]!["id"]!.GetValue<Guid>();
        var turn = await Hold(index);
        await turn.Search.Write(organisation, [], new SearchProgress(0, Guid.Empty), CancellationToken.None);
        await turn.Search.Commit(CancellationToken.None);
        await turn.DisposeAsync();
        var clock = Stopwatch.StartNew();
        var (calls, first) = server.Webhooks.Next(1);
        server.Webhooks.Note(first, (await Generator.Closed(server.Child.Address, 1, calls)).Accepted);
        await UntilCurrent(server, index);
        report.Show(server.Store.Kind, $"index built anew behind the intake, {plan.Rows:#,0} messages", "/s", [plan.Rows / clock.Elapsed.TotalSeconds]);
    }

    private static async Task Speed(Product server, ServiceProvider index, Plan plan, Report report, IReadOnlyList<string> words)
    {
        var times = plan.IsQuick ? 60 : 150;
        List<double> middle = [], worst = [], bare = [], bareWorst = [];
        for (var run = 0; run <= plan.Runs; run++)
        {
            var (all, alone) = (new Histogram(), new Histogram());
            foreach (var (name, asked) in Questions(words, run))
            {
                var one = new Histogram();
                for (var time = 0; time < times; time++)
                {
                    alone.Add(await Alone(index, asked(time)));
                    var took = await Ask(server, asked(time));
                    all.Add(took);
                    one.Add(took);
                }

                if (run == plan.Runs) report.Show(server.Store.Kind, $"search, {name}, p50 (its p99: {one.Percentile(99):0.0} ms)", "ms", [one.Percentile(50)]);
            }

            if (run == 0) continue; // Until what is hot is compiled.
            middle.Add(all.Percentile(50));
            worst.Add(all.Percentile(99));
            bare.Add(alone.Percentile(50));
            bareWorst.Add(alone.Percentile(99));
        }

        var size = $"P12 search among {plan.Rows:#,0} messages, all of these";
        report.Show(server.Store.Kind, $"{size}, p50", "ms", middle, "the index alone, p50", bare);
        report.AtMost(server.Store.Kind, $"{size}, p50", "ms", middle, 3);
        report.Show(server.Store.Kind, $"{size}, p99", "ms", worst, "the index alone, p99", bareWorst);
        report.AtMost(server.Store.Kind, $"{size}, p99", "ms", worst, 50);
    }

    private static IEnumerable<(string Name, Func<int, string> Asked)> Questions(IReadOnlyList<string> words, int run)
    {
        string Of(int among, int time) => words[((time * 31) + run) % among];
        yield return ("in every message", _ => "bonjour");
        yield return ("in every tenth", time => $"{Of(10, time)} ");
        yield return ("in every thousandth", time => Of(1000, time));
        yield return ("in one message", time => (100_000 + (time * 17)).ToString(CultureInfo.InvariantCulture));
        yield return ("two words, one frequent", time => $"{Of(10, time)} {Of(1000, time + 7)}");
        yield return ("two letters", time => Of(words.Count, time)[..2]);
        yield return ("a word begun", time => Of(words.Count, time) is { Length: > 4 } word ? word[..4] : "comm");
        yield return ("a name", time => $"martin {time}");
        yield return ("words side by side", time => $"\"bonjour {Of(10, time)}\"");
        yield return ("nowhere", time => $"zzq{time}");
    }

    private static async Task<double> Ask(Product server, string words)
    {
        var begin = Stopwatch.GetTimestamp();
        using var answer = await server.Http.GetAsync($"/api/v1/search?words={Uri.EscapeDataString(words)}");
        await answer.Content.ReadAsByteArrayAsync();
        answer.EnsureSuccessStatusCode();
        return Histogram.Since(begin);
    }

    private static async Task<double> Alone(ServiceProvider index, string words)
    {
        await using var scope = index.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var terms = SearchTerms.Of(words)!;
        var begin = Stopwatch.GetTimestamp();
        await index.GetRequiredService<ISearch>().Find(db, terms, null, 64, CancellationToken.None);
        return Histogram.Since(begin);
    }

    private static async Task<double> Burst(Product server, int count)
    {
        var (calls, first) = server.Webhooks.Next(count);
        var begin = Stopwatch.GetTimestamp();
        var load = await Generator.Closed(server.Child.Address, Connections, calls);
        server.Webhooks.Note(first, load.Accepted);
        return load.Count / Stopwatch.GetElapsedTime(begin, await server.Rest()).TotalSeconds;
    }

    private static async Task UntilCurrent(Product server, ServiceProvider index)
    {
        var organisation = (await server.Get("session"))["organisation"]!["id"]!.GetValue<Guid>();
        while (true)
        {
            await Task.Delay(200);
            await using var turn = await Hold(index);
            var newest = (await server.Get("queue/counters"))["position"]!.GetValue<long>();
            if (await turn.Search.Progress(organisation, CancellationToken.None) is { Walked: null } progress && progress.Position == newest) return;
        }
    }

    /// <summary>Nobody else writes into the index meanwhile.</summary>
    private static async Task<Held> Hold(ServiceProvider index)
    {
        while (true)
        {
            var scope = index.CreateAsyncScope();
            if (await index.GetRequiredService<ISearch>().Begin(scope.ServiceProvider.GetRequiredService<RelaisDb>(), CancellationToken.None) is { } turn)
                return new Held(turn, scope);

            await scope.DisposeAsync();
            await Task.Delay(1);
        }
    }

    /// <summary>The same words every time.</summary>
    private static List<string> Words()
    {
        string[] parts = ["ba", "co", "li", "ma", "ri", "to", "ne", "du", "pa", "re", "so", "ti", "que", "le", "de", "mi", "fo", "cha", "tre", "men", "ion", "eur", "ou", "vi"];
        var chance = new Random(1);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < Vocabulary) words.Add(string.Concat(Enumerable.Range(0, chance.Next(2, 5)).Select(_ => parts[chance.Next(parts.Length)])));
        return [.. words];
    }

    private sealed class Held(ISearchTurn turn, AsyncServiceScope scope) : IAsyncDisposable
    {
        public ISearchTurn Search => turn;

        public async ValueTask DisposeAsync()
        {
            await turn.DisposeAsync();
            await scope.DisposeAsync();
        }
    }
}
