using Relais.Tests.Testing;

namespace Relais.Browser;

/// <summary>Hostile texts between a survey and the customers it asks: its words on its page, theirs among the results and in the inbox.</summary>
public sealed class HostileSurveyTests : HostileJourney
{
    [Fact]
    public async Task What_a_survey_asks_and_what_customers_say_of_it_stands_as_written_and_runs_nowhere()
    {
        var (words, comments) = (Hostile(0).Where(text => text.Trim().Length is > 1 and < 200).Take(3).ToArray(), Hostile(1).Where(text => text.Trim().Length > 1).Take(20).ToArray());
        var survey = await Ask(words);
        foreach (var (at, comment) in comments.Index()) await Comment($"{(char)('A' + at)}", comment);

        var page = Watched(await Settings($"csat-surveys/{survey}"));
        await Stand(page.Locator("body"), "the survey in its editor and its preview", words);
        await page.GotoAsync("/satisfaction");
        await Stand(page.Locator("body"), "the comments among the results", comments);
        await page.Locator(".results-answer").First.ClickAsync();
        Missing(comments[^1..], await ReadHistory(page)).ShouldBeEmpty("a comment in its conversation");
        NothingRan();
    }

    private async Task<Guid> Ask(string[] words)
    {
        var id = (await Diane.Post("surveys", new
        {
            name = "Après l’échange",
            question = "numbers",
            share = 100,
            languages = new[] { new { language = "fr", question = words[0], negative = words[1], closing = words[2] } },
        })).Id();
        await Diane.Patch($"surveys/{id}", new { channelIds = new[] { WhatsAppId }, enabled = true });
        return id;
    }

    /// <summary>A customer who was served, is asked how it was, and says it in his own words.</summary>
    private async Task Comment(string name, string comment)
    {
        var reason = (await Diane.Get("resolve-reasons")).Items().Single(one => one["isSystem"]!.GetValue<bool>()).Id();
        await Writes(name, $"Bonjour {name}");
        await Diane.Put($"conversations/{await ConversationOf($"Bonjour {name}")}/resolution", new { reasonId = reason });
        await Until("held", name);
        await Writes(name, "1");
        await Writes(name, comment);
    }

    private async Task Until(string state, string name)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if ((await Diane.Get($"conversations?state={state}&sort=newest&limit=50")).Items().Any(row => row["contact"]!.Text("name") == name)) return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"{name} is not {state}.");
    }
}
