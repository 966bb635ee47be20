using System.Text.RegularExpressions;
using Relais.Tests.Testing;

namespace Relais.Browser;

/// <summary>
/// One journey of a person through the real server in a real browser. A page that logs an error, breaks its
/// Content-Security-Policy or holds a serious barrier fails the journey, whatever else it shows.
/// </summary>
public abstract class Journey : IAsyncLifetime
{
    /// <summary>A busy machine is slow, not wrong: in milliseconds.</summary>
    private const float Patience = 40_000;

    private readonly List<IBrowserContext> contexts = [];
    private readonly List<string> complaints = [];
    private IBrowser chromium = null!;

    /// <summary>What every server of the journeys is told.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string> { ["RELAIS_ALLOW_PRIVATE_HOSTS"] = "true" };

    protected RealServer Server { get; } = new(Environment);

    public virtual async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        chromium = (await Chromium.OfThisRun()).Browser;
        await Server.Start(TestContext.Current.CancellationToken);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed) await KeepPictures();
        foreach (var context in contexts) await context.DisposeAsync();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Another person's browser, in their language; with a session where they have signed in already.</summary>
    protected async Task<IPage> Browser(string language, ApiClient? session = null, ViewportSize? size = null)
    {
        var context = await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Server.Address.ToString(),
            Locale = language == "fr" ? "fr-FR" : "en-GB",
            ViewportSize = size ?? new ViewportSize { Width = 1280, Height = 800 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        contexts.Add(context);
        if (session?.Cookie is { } cookie)
            await context.AddCookiesAsync([new Cookie { Name = "relais", Value = cookie.Split('=', 2)[1], Url = Server.Address.ToString() }]);

        var page = await context.NewPageAsync();
        page.Console += (_, line) => Hear(line);
        page.PageError += (_, error) => complaints.Add(error);
        return page;
    }

    /// <summary>An API session of the same server, to prepare what a journey is not about.</summary>
    protected ApiClient Api() => new(RealHttp.Client(Server.Address));

    /// <summary>What the screen says for a key, with its gaps filled, in the language of a journey.</summary>
    protected static string Say(string language, string key, params (string Name, object Value)[] gaps) => Texts.Of(language, key, gaps);

    /// <summary>axe finds nothing serious on this page as it stands.</summary>
    protected static async Task NoBarrier(IPage page) => (await Barriers.Of(page)).ShouldBeEmpty(page.Url);

    /// <summary>Looks at the page: the picture is kept in TestResults for people to see.</summary>
    protected static Task Picture(IPage page, string name) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, $"{name}.png") });

    /// <summary>Nothing was logged as an error since the journey began. What is expected is named.</summary>
    protected void NoComplaint(params string[] expected) =>
        complaints.Where(line => !expected.Append(NobodyYet).Any(known => Regex.IsMatch(line, known))).ShouldBeEmpty();

    /// <summary>A page asks who is signed in; before anybody has, the browser logs the honest 401.</summary>
    private const string NobodyYet = "401 .*/api/v1/session:";

    private static string Pictures => Directory.CreateDirectory(Path.Combine(Texts.Root, "TestResults", "pictures")).FullName;

    private void Hear(IConsoleMessage line)
    {
        if (line.Type == "error") complaints.Add($"{line.Text} ({line.Location})");
    }

    private async Task KeepPictures()
    {
        var name = TestContext.Current.Test!.TestDisplayName;
        foreach (var (page, number) in contexts.SelectMany(context => context.Pages).Select((page, number) => (page, number)))
            await Picture(page, $"failed-{Regex.Replace(name, @"\W+", "-")}-{number}");
    }
}
