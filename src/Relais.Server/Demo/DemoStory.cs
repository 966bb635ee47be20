using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Relais.Server.Channels;

namespace Relais.Server.Demo;

/// <summary>
/// <c>--demo</c>: a living shop in an empty store. It uses the product from outside, over HTTP, as customers, providers and agents do; only
/// what happened in days gone by is written with the domain's own methods.
/// </summary>
public sealed partial class DemoStory(
    IServiceProvider services, IHostApplicationLifetime life, RelaisSettings settings, Pace pace, ILogger<DemoStory> log) : BackgroundService
{
    public const string ClientName = "demo";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1.5);

    private readonly Story story = Story.Load();
    private readonly Lock writing = new();
    private Notebook notebook = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await UntilStarted(stoppingToken);
            await Live(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The curtain falls.
        }
        catch (Exception exception)
        {
            // A story that breaks off must not take the product down with it.
            LogEnded(log, exception);
        }
    }

    private async Task Live(CancellationToken cancel)
    {
        var ledger = new ShopLedger(services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<Wake>());
        var known = Notebook.Open(settings.DataFolder);
        if (known is null && !await ledger.IsEmpty(cancel))
        {
            await Console.Out.WriteLineAsync("--demo tells its story only in an empty data folder; this one stays as it is.");
            return;
        }

        await using var standIn = await ProviderStandIn.Open(known?.StandInPort ?? 0, cancel);
        notebook = known ?? await OpenShop.Open(NewBrowser, standIn.Port, cancel);
        ledger.OrganisationId = await ledger.OrganisationOf(notebook.WebId, cancel);
        Note(it => it);
        var staff = await Arrive(standIn.Port, cancel);
        Announce();
        await Perform(standIn, ledger, staff, cancel);
    }

    private async Task Perform(ProviderStandIn standIn, ShopLedger ledger, Staff staff, CancellationToken cancel)
    {
        var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName);
        var web = new WebMedium(http, Home(), notebook, pace.Clock);
        var media = new Medium[] { web, new WhatsAppMedium(http, Home(), notebook, pace.Clock), new TelegramMedium(http, Home(), notebook), new FacebookMedium(http, Home(), notebook) }
            .ToDictionary(medium => medium.Name, StringComparer.Ordinal);
        var customers = new Customers(story, media, pace);
        foreach (var line in story.Past.SelectMany(dialogue => dialogue.Read()).Where(line => line.Kind == LineKind.Answers)) customers.Expect(line.Words);
        standIn.WhenHeard(answer => Hear(customers, answer, cancel));

        if (!notebook.PastIsTold)
        {
            await new PastTeller(story, notebook, media, ledger, pace.Clock).Tell(cancel);
            if (staff.Desk("diane") is { } diane) await ShopSurveys.Remember(ledger, notebook, await ShopSurveys.Make(diane, notebook, cancel), cancel);
            if (staff.Desk("chloe") is { } chloe) await ShopBroadcasts.Send(chloe, notebook, cancel);
        }

        Note(it => it with { PastIsTold = true });
        var player = new ScenePlayer(story, media, ledger, customers, pace);
        await await Task.WhenAny(
            player.Play(staff, notebook.Played, played => Note(it => it with { Played = played }), cancel),
            Watch(web, customers, cancel));
    }

    /// <summary>Browsers on the site look for answers themselves.</summary>
    private async Task Watch(WebMedium web, Customers customers, CancellationToken cancel)
    {
        while (true)
        {
            foreach (var answer in await web.Look(cancel)) _ = Hear(customers, answer, cancel);
            await Task.Delay(BetweenLooks, pace.Clock, cancel);
        }
    }

    /// <summary>Nobody waits for it: what one customer cannot say does not end the story.</summary>
    private async Task Hear(Customers customers, Answer answer, CancellationToken cancel)
    {
        try
        {
            await customers.Hear(answer, cancel);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            LogUnheard(log, answer.On, exception);
        }
    }

    private async Task<Staff> Arrive(int port, CancellationToken cancel)
    {
        var desks = new Dictionary<string, Browser>();
        foreach (var person in notebook.Staff.Keys)
        {
            var browser = NewBrowser();
            if (await SignIn(browser, person, cancel)) desks[person] = browser;
        }

        if (port != notebook.StandInPort && desks.TryGetValue("diane", out var diane))
        {
            Note(it => it with { StandInPort = port });
            await OpenShop.Redirect(diane, notebook, cancel);
        }

        var lines = desks.ToDictionary(desk => desk.Key, desk => new LiveLine(Home(), desk.Value.Cookie));
        foreach (var (_, line) in lines.Where(line => line.Key != "diane")) _ = line.Stay(cancel);
        return new Staff(desks, lines, notebook);
    }

    /// <summary>Who has another password by now no longer plays a part.</summary>
    private static async Task<bool> SignIn(Browser browser, string person, CancellationToken cancel)
    {
        try
        {
            await browser.Post("session", new { email = OpenShop.EmailOf(person), password = OpenShop.Password }, cancel);
            return true;
        }
        catch (HttpRequestException refused) when (refused.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests)
        {
            return false;
        }
    }

    private void Announce() => Console.WriteLine(
        $"""

          Maison Lune is open: {Home()}
            sign in as the administrator:  {OpenShop.EmailOf("diane")}   {OpenShop.Password}
            or as an agent:                {OpenShop.EmailOf("ana")}     (the same password)

        """);

    private void Note(Func<Notebook, Notebook> change)
    {
        lock (writing)
        {
            notebook = change(notebook);
            notebook.Save(settings.DataFolder);
        }
    }

    private Browser NewBrowser() => new(services.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName), Home());

    private Uri Home()
    {
        var address = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        return new Uri(SiteAddress.Callable(address));
    }

    private async Task UntilStarted(CancellationToken cancel)
    {
        var started = new TaskCompletionSource();
        await using var registration = life.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The demo's story has ended early.")]
    private static partial void LogEnded(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A customer on {Channel} did not react.")]
    private static partial void LogUnheard(ILogger log, string channel, Exception exception);
}
