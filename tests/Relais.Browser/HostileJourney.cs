using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Relais.Tests.Testing;

namespace Relais.Browser;

/// <summary>
/// The texts of <c>hostile-texts.json</c> go through every field that an agent or a customer can fill, and are then looked at
/// on every screen that shows it. Whatever runs, leaves for another host, moves the page or breaks its
/// Content-Security-Policy fails; and each text must stand there letter by letter. A field takes one text in eight and the
/// next field the next ones, so that in each run every text goes through some of them.
/// </summary>
public abstract class HostileJourney : InboxJourney
{
    /// <summary>Of so many texts a field takes one; <c>RELAIS_HOSTILE_SHARE=1</c> sends all of them through all fields.</summary>
    private static readonly int Share = int.Parse(System.Environment.GetEnvironmentVariable("RELAIS_HOSTILE_SHARE") ?? "8", CultureInfo.InvariantCulture);

    private static readonly string[] All = JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(Texts.Root, "tests/Relais.Browser/hostile-texts.json")))!;

    private readonly ConcurrentQueue<string> caught = [];

    protected static ViewportSize Tall => new() { Width = 1600, Height = 4000 };

    protected static ParallelOptions Four => new() { MaxDegreeOfParallelism = 4 };

    /// <summary>The texts whose turn it is in a field.</summary>
    protected static string[] Hostile(int field) => [.. All.Where((_, at) => at % Share == field % Share)];

    /// <summary>Sends each text once; which of them the server took. It may refuse one, never stumble over it.</summary>
    protected async Task<IReadOnlyList<string>> Fill(string path, int field, Func<string, int, object> body)
    {
        var taken = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(Hostile(field).Index(), Four, async (it, _) =>
        {
            using var answer = await Diane.Send(HttpMethod.Post, path, body(it.Item, it.Index));
            if (answer.IsSuccessStatusCode) taken.Enqueue(it.Item);
            else answer.StatusCode.ShouldBeOneOf(HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict);
        });
        return [.. taken];
    }

    /// <summary>Writes each text over the one before.</summary>
    protected async Task Each(HttpMethod method, string path, int field, Func<string, object> body)
    {
        foreach (var text in Hostile(field))
        {
            using var answer = await Diane.Send(method, path, body(text));
            ((int)answer.StatusCode).ShouldBeLessThan(500, text);
        }
    }

    protected async Task<Guid> ConversationOf(string words)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var rows = (await Diane.Get("conversations?state=new&sort=newest&limit=10")).Items();
            if (rows.FirstOrDefault(row => row["contact"]!.Text("name") == words || row["preview"]?["text"]?.GetValue<string>() == words) is { } found) return found.Id();
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException(words);
    }

    /// <summary>A page with traps: whatever would run meets one of them.</summary>
    protected IPage Watched(IPage page)
    {
        page.Dialog += (_, dialog) =>
        {
            caught.Enqueue($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Popup += (_, other) => caught.Enqueue($"popup: {other.Url}");
        page.Request += (_, request) => Judge("request", request.Url);
        page.FrameNavigated += (_, frame) => Judge("navigation", frame.Url);
        return page;
    }

    protected void NothingRan(params string[] expected)
    {
        caught.ShouldBeEmpty();
        NoComplaint(expected);
    }

    /// <summary>All of them stand in a place, in words or in fields, once they have come.</summary>
    protected static async Task Stand(ILocator place, string what, params IEnumerable<string>[] texts) => (await place.EvaluateAsync<string[]>(
        """
        async (place, texts) => {
          for (const end = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
            if ("__pwned" in window) throw new Error("A text has run.");
            // A field where one writes knows one kind of line break.
            const words = (place.textContent + [...place.querySelectorAll("input, textarea")].map((one) => one.value).join("")).replaceAll("\r\n", "\n");
            const missing = texts.filter((text) => !words.includes(text));
            if (missing.length === 0 || Date.now() > end) return missing;
          }
        }
        """,
        texts.SelectMany(it => it).Select(text => text.Trim().Replace("\r\n", "\n", StringComparison.Ordinal)).ToArray())).ShouldBeEmpty(what);

    /// <summary>All words of the page; of a list that only draws what is seen, scrolled from its beginning to its end.</summary>
    protected static Task<string> Read(IPage page, string? list = null) => page.EvaluateAsync<string>(
        """
        async (list) => {
          const words = () => document.body.textContent + [...document.querySelectorAll("input, textarea")].map((one) => one.value).join("");
          const frame = list && document.querySelector(list);
          let all = words();
          for (let quiet = 0, steps = 0; frame && quiet < 4 && steps < 40; steps++) {
            const before = frame.scrollTop;
            frame.scrollTop += frame.clientHeight * 0.8;
            await new Promise((resolve) => setTimeout(resolve, 120));
            all += words();
            quiet = frame.scrollTop === before ? quiet + 1 : 0;
          }
          if ("__pwned" in window) throw new Error("A text has run.");
          return all;
        }
        """,
        list);

    /// <summary>The whole history, once it has all come.</summary>
    protected static async Task<string> ReadHistory(IPage page)
    {
        await Assertions.Expect(page.Locator(".history article").First).ToBeVisibleAsync();
        return await page.EvaluateAsync<string>(
            """
            async () => {
              const frame = document.querySelector(".history");
              const pause = () => new Promise((resolve) => setTimeout(resolve, 120));
              let steps = 0;
              do {
                frame.scrollTop = 0;
                await pause();
              } while ((frame.querySelector(".history-older") || frame.scrollTop > 0) && ++steps < 300);
              let all = "";
              for (let quiet = 0, steps = 0; quiet < 4 && steps < 300; steps++) {
                const before = frame.scrollTop;
                all += frame.textContent;
                frame.scrollTop += frame.clientHeight * 0.5;
                await pause();
                quiet = frame.scrollTop === before ? quiet + 1 : 0;
              }
              if ("__pwned" in window) throw new Error("A text has run.");
              return all;
            }
            """);
    }

    protected static IEnumerable<string> Missing(IEnumerable<string> texts, string words) =>
        texts.Where(text => !words.Contains(text.Trim(), StringComparison.Ordinal));

    private void Judge(string what, string url)
    {
        if (!url.StartsWith(Server.Address.ToString(), StringComparison.Ordinal) && url is not ("about:blank" or "about:srcdoc" or "")) caught.Enqueue($"{what}: {url}");
    }
}
