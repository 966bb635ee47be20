using System.Globalization;

namespace Relais.Bench;

/// <summary>What active automations take off the intake: the same webhooks, on a shop that has many and on one that has none.</summary>
internal static class AutomationBenchmark
{
    private const int LongestName = 80;
    private const int Automations = 200;
    private const int KeywordsOfEach = 10;

    public static async Task Run(string kind, Plan plan, Report report)
    {
        var count = plan.Size(8_000);
        List<double> without = [], asked = [], tagged = [];
        await using var plain = await Product.Start(kind);
        await using var busy = await Product.Start(kind);
        await Fill(busy);
        foreach (var server in new[] { plain, busy }) await ProcessBenchmark.Burst(server, ProcessBenchmark.WarmUp);
        for (var run = 0; run < plan.Runs; run++)
        {
            without.Add(await ProcessBenchmark.Burst(plain, count));
            asked.Add(await ProcessBenchmark.Burst(busy, count));
        }

        await TagEveryMessage(busy);
        for (var run = 0; run < plan.Runs; run++) tagged.Add(await ProcessBenchmark.Burst(busy, count));

        report.Breach($"{kind} automate", await busy.Breaches());
        report.Share(kind, $"fully processed, {Automations} automations with {Automations * KeywordsOfEach:#,0} keywords asked about each message", "/s", asked, "no automation", without, 0.75);
        report.Show(kind, "the same, and every message is tagged by one of them", "/s", tagged, "no automation", without);
    }

    /// <summary>Words a message might have said.</summary>
    private static async Task Fill(Product server)
    {
        var tag = await Tag(server, "Mot trouvé");
        for (var number = 0; number < Automations - 1; number++)
            await Add(server, tag, string.Join(", ", Enumerable.Range(number * KeywordsOfEach, KeywordsOfEach).Select(word => $"colis{word.ToString(CultureInfo.InvariantCulture)}")));
    }

    private static async Task TagEveryMessage(Product server) => await Add(server, await Tag(server, "Livraison"), "mon colis");

    private static async Task<Guid> Tag(Product server, string name) => (await server.Post("tags", new { name }))["id"]!.GetValue<Guid>();

    private static async Task Add(Product server, Guid tag, string keywords) => await server.Post("automations", new
    {
        name = keywords[..Math.Min(keywords.Length, LongestName)],
        everyChannel = true,
        filter = new { joint = "any", groups = new[] { new { joint = "any", conditions = new[] { new { kind = "containsAny", keywords } } } } },
        actions = new[] { new { kind = "tag", id = tag } },
    });
}
