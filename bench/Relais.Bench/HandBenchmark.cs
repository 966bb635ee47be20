using Microsoft.Playwright;

namespace Relais.Bench;

/// <summary>
/// The agent's hand in a Chromium that is made four times slower: from a key to the next picture. The pictures are drawn as soon
/// as they are ready, so that no display adds its own rhythm. Beside it a bare page that does next to nothing at a key.
/// </summary>
internal static class HandBenchmark
{
    private const int Slower = 4;
    private const int Customers = 200;
    private const int WarmUp = 3;
    private const string Sentence = "Bonjour, il part demain. ";

    public static async Task Run(string kind, Plan plan, Report report)
    {
        await using var server = await Product.Start(kind);
        var (calls, first) = server.Webhooks.Next(Customers * Webhooks.MessagesPerCustomer);
        server.Webhooks.Note(first, (await Generator.Closed(server.Child.Address, 8, calls)).Accepted);
        await server.Rest();
        await server.Post("topics", new { name = "Livraison" });

        await using var browser = await SlowBrowser.Start(Slower);
        var bare = await Bare(browser, plan);
        var conversations = plan.IsQuick ? 12 : 40;
        var took = await Work(await browser.Open(server.Child.Address, server.Cookie), conversations);
        await RefuseUnlessDone(server, conversations + WarmUp);
        foreach (var (name, histogram) in took.Where(one => one.Key != "type"))
            report.AtMost(kind, $"P22 {name} → next picture, Chromium {Slower}× slower, p98 of {histogram.Count}", "ms", [histogram.Percentile(98)], 50, "a bare page, p98", [bare.Percentile(98)]);
        report.AtMost(kind, $"P22 a letter typed → its picture, {Slower}× slower, p99 of {took["type"].Count}", "ms", [took["type"].Percentile(99)], 16, "a bare page, p99", [bare.Percentile(99)]);
        report.Breach($"{kind} hand", await server.Breaches());
    }

    /// <summary>Keys that did nothing would be fast.</summary>
    private static async Task RefuseUnlessDone(Product server, int conversations)
    {
        var done = (await server.Get("conversations?state=resolved&limit=200"))["items"]!.AsArray().Count(row => row!["topicIds"]!.AsArray().Count == 1);
        if (done != conversations) throw new InvalidOperationException($"{done} of {conversations} conversations are resolved and have their topic.");
    }

    /// <summary>A text field and a paragraph.</summary>
    private static async Task<Histogram> Bare(SlowBrowser browser, Plan plan)
    {
        var hand = await browser.OpenBare("<textarea autofocus></textarea><p>Bonjour</p>");
        var took = new Histogram();
        for (var time = 0; time < (plan.IsQuick ? 150 : 600); time++) took.Add(await hand.Press("a"));
        return took;
    }

    /// <summary>Conversation by conversation: open it, write, take it, say what it is about, resolve it, look at one's own.</summary>
    private static async Task<Dictionary<string, Histogram>> Work(Hand hand, int conversations)
    {
        var took = new[] { "open", "type", "assign", "topic", "filter", "resolve" }.ToDictionary(name => name, _ => new Histogram());
        for (var time = -WarmUp; time < conversations; time++)
        {
            await Take("open", "j", hand.Page.Locator(".composer"));
            await hand.Press("n"); // A note: the reply window of these customers is closed.
            await hand.Page.Locator(".composer textarea").WaitForAsync();
            foreach (var letter in Sentence) await Take("type", letter.ToString());
            await hand.Press("Escape");
            await Take("assign", "m");
            await hand.Press("s");
            await hand.Page.Locator("[role=listbox], [role=menu]").First.WaitForAsync();
            await Take("topic", "Enter");
            await hand.Press("Escape");
            await Take("resolve", "e");
            await Take("filter", "m", after: "g");
            await hand.Press("m", after: "g");
            await hand.Page.Locator("a[data-row]").First.WaitForAsync();

            async Task Take(string name, string key, ILocator? then = null, string? after = null)
            {
                var microseconds = await hand.Press(key, after);
                if (time >= 0) took[name].Add(microseconds);
                if (then is not null) await then.First.WaitForAsync();
            }
        }

        return took;
    }
}
