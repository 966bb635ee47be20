using Deque.AxeCore.Commons;

namespace Relais.Browser;

/// <summary>What stands in the way of people who cannot see, hear or point, as axe finds it on a page as it stands, frames and all.</summary>
public static class Barriers
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>The serious ones. axe is put into a page once, however often it is looked at.</summary>
    public static async Task<string[]> Of(IPage page)
    {
        foreach (var frame in page.Frames)
            if (await frame.EvaluateAsync<bool>("() => typeof axe === 'undefined'")) await frame.EvaluateAsync(Axe);

        // React Aria repeats a pending button's name to screen readers for seven seconds, also when the button is gone by then.
        return await page.EvaluateAsync<string[]>(
            """
            async () => {
              const found = await axe.run({ exclude: ["[data-live-announcer]"] }, { resultTypes: ["violations"] });
              return found.violations
                .filter((one) => one.impact === "serious" || one.impact === "critical")
                .map((one) => `${one.id}: ${one.help} at ${one.nodes.slice(0, 3).map((node) => node.html).join(" and ")}`);
            }
            """);
    }
}
