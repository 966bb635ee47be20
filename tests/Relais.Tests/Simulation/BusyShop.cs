using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Hours;
using Relais.Tests.Surveys;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;
using Rule = Relais.Tests.Automations.AutomationIntakeTests;
using Script = Relais.Tests.VirtualAgents.Draft;

namespace Relais.Tests.Simulation;

/// <summary>
/// A shop that uses everything that works by itself: business hours, an auto responder, automations, auto-resolve, boomerangs,
/// scheduled answers and a survey. Its days pass in jumps from one thing that is due to the next, in bad weather; where the store
/// is for several nodes, a second one works along, dies and comes back.
/// </summary>
internal sealed class BusyShop : IAsyncDisposable
{
    public const string Greeting = "Bonjour, que puis-je faire ?", Closed = "Nous sommes fermés.", Question = "Comment était-ce ?", Surveyor = "CSAT VA";
    public const int PendingMinutes = 24 * 60;

    private const int Bad = 6;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);

    private readonly Random random;
    private readonly List<string> customers = [];
    private readonly Weather weather;
    private RelaisApp? second;
    private Weather? secondWeather;
    private Guid reason;

    private BusyShop(PigeonPost post, Weather sky, int seed)
    {
        Post = post;
        random = new Random(seed);
        weather = sky;
    }

    public PigeonPost Post { get; }

    /// <summary>Where the auto responder answers first; there are business hours.</summary>
    public Guid Hotline => Post.ChannelId;

    /// <summary>Where people answer, and contacts are asked how it was.</summary>
    public Guid Counter { get; private set; }

    public int Letters { get; private set; }

    public int Deaths { get; private set; }

    public int Accidents => weather.Refused + weather.AnswersLost + (secondWeather is null ? 0 : secondWeather.Refused + secondWeather.AnswersLost);

    private DateTimeOffset Now => Post.App.Clock.GetUtcNow();

    public static async Task<BusyShop> Open(int seed)
    {
        var sky = new Weather(seed);
        var shop = new BusyShop(await PigeonPost.Open(sky.Over), sky, seed);
        await shop.SetUp();
        shop.Post.Pigeon.Ask = shop.WhatBecameOf;
        await shop.StartSecondNode();
        shop.Storminess(Bad);
        return shop;
    }

    /// <summary>One day, with so many things done by people at odd times.</summary>
    public async Task Live(int acts)
    {
        var day = Now;
        foreach (var at in Enumerable.Range(0, acts).Select(_ => day + TimeSpan.FromMinutes(random.Next(24 * 60))).Order().ToList())
        {
            await PassUntil(at);
            await Act();
        }

        await PassUntil(day.AddDays(1));
        Storminess(0);
        await Post.Ana.SignIn("ana@maison-lune.fr", Shop.Password);
        if (second is not null && random.Next(5) == 0) await KillSecondNode();
        Storminess(Bad);
    }

    /// <summary>Nobody does anything; the sun comes out.</summary>
    public async Task Rest(int days)
    {
        Storminess(0);
        await PassUntil(Now.AddDays(days));
    }

    public async ValueTask DisposeAsync()
    {
        if (second is not null) await second.DisposeAsync();
        await Post.DisposeAsync();
    }

    private void Storminess(int ofHundred)
    {
        weather.Storminess = ofHundred;
        if (secondWeather is not null) secondWeather.Storminess = ofHundred;
    }

    private async Task SetUp()
    {
        var diane = Post.Shop.Diane;
        Counter = await Post.Connect(Post.OrganisationId);
        var hours = (await diane.Post("business-hours", new { name = "Bureau", timetable = HoursEndpointTests.Office() })).Id();
        await diane.Put($"channels/{Hotline}/business-hours", new { hoursId = hours });
        await new Script { InHours = [Script.Asks("why", Greeting)], OutOfHours = [Script.Says("closed", Closed)] }.On(diane, Hotline);
        await new Asking { DelayMinutes = 30, Negative = null }.On(diane, Counter);
        reason = await Asking.Reason(diane);
        await diane.Post("automations", Rule.Draft("Factures", "facture", Rule.Tag((await diane.Post("tags", new { name = "Facture" })).Id())));
        await diane.Post("automations", Rule.Draft("Adieux", "au revoir", Rule.Resolve(null)));
        await diane.Put("auto-resolve", new { setting = new { @new = new { minutes = (int?)null }, pending = new { minutes = PendingMinutes }, channels = Array.Empty<object>() } });
    }

    /// <summary>The provider tells the truth about an answer nobody is sure of.</summary>
    private Delivery WhatBecameOf(Outgoing answer) => Post.Pigeon.Flights.Any(flight => flight.Answer.MessageId == answer.MessageId)
        ? new Delivery.Sent($"ring-{answer.MessageId}")
        : new Delivery.TryLater("It never flew.");

    /// <summary>From one thing that is due to the next, so that nothing is late because time jumped.</summary>
    private async Task PassUntil(DateTimeOffset moment)
    {
        while (true)
        {
            await Settle();
            var next = await NextDue();
            if (next is null || next > moment) break;
            if (next > Now) Post.App.Clock.SetUtcNow(next.Value);
        }

        if (moment > Now) Post.App.Clock.SetUtcNow(moment);
        await Settle();
    }

    private Task<DateTimeOffset?> NextDue() => Post.App.Look(async db =>
    {
        var timer = await db.Timers.IgnoreQueryFilters().MinAsync(row => (DateTimeOffset?)row.DueAt, Cancel);
        var answer = await db.Outbox.IgnoreQueryFilters().MinAsync(row => (DateTimeOffset?)row.DueAt, Cancel);
        return timer is null || answer < timer ? answer : timer;
    });

    /// <summary>Time goes on a little until everything that is due was done.</summary>
    private async Task Settle()
    {
        for (var looks = 0; await Post.App.Look(IsDue) is { } left; looks++)
        {
            if (looks == 10_000) throw new TimeoutException($"At {Now:u} it is still not done: {left}.");
            await Task.Delay(4, Cancel);
            Post.App.Clock.Advance(Tick);
        }
    }

    private async Task<string?> IsDue(RelaisDb db)
    {
        var now = Now;
        if (await db.Timers.IgnoreQueryFilters().AnyAsync(row => row.DueAt <= now, Cancel)) return "a timer";
        if (await db.Journal.IgnoreQueryFilters().AnyAsync(row => row.State == JournalState.Waiting, Cancel)) return "a letter";
        return await db.Outbox.IgnoreQueryFilters().AnyAsync(row => row.DueAt <= now || row.State != OutboxState.Queued, Cancel) ? "an answer" : null;
    }

    private Task Act() => random.Next(100) switch
    {
        < 42 => Write(),
        < 56 => OnOne("new pending", id => Post.Ana.Send(HttpMethod.Post, $"conversations/{id}/messages", new { clientId = Ticket(), text = $"Réponse {Ticket()}" })),
        < 70 => OnOne("new pending", id => Post.Ana.Send(HttpMethod.Put, $"conversations/{id}/boomerang", new { at = Now.AddMinutes(random.Next(1, 4000)), then = random.Next(2) == 0 ? "pending" : "resolved" })),
        < 76 => OnOne("new", id => Post.Ana.Send(HttpMethod.Put, $"conversations/{id}/pending")),
        < 90 => OnOne("new pending", id => Post.Ana.Send(HttpMethod.Put, $"conversations/{id}/resolution", new { reasonId = reason })),
        < 95 => OnOne("new pending", id => Post.Ana.Send(HttpMethod.Post, $"conversations/{id}/messages", new { clientId = Ticket(), text = $"Plus tard {Ticket()}", sendAt = Now.AddMinutes(random.Next(1, 3000)) })),
        < 98 => OnOne("resolved", id => Post.Ana.Send(HttpMethod.Delete, $"conversations/{id}/resolution")),
        _ => Rate(),
    };

    private Task Write()
    {
        if (customers.Count < 5 || random.Next(3) == 0) customers.Add($"client{customers.Count}");
        var text = random.Next(8) switch
        {
            0 => "Où est ma facture ?",
            1 => "Merci, au revoir",
            _ => "J’ai une question au sujet de ma commande, qui n’est pas encore arrivée",
        };
        return Send(random.Next(2) == 0 ? Hotline : Counter, customers[random.Next(customers.Count)], text);
    }

    /// <summary>Somebody who is asked how it was says so.</summary>
    private async Task Rate()
    {
        var asked = await Post.App.Look(db => db.SurveyRequests.IgnoreQueryFilters().AsNoTracking().Where(row => row.State == Domain.Surveys.RequestState.Asked)
            .Join(db.Threads.IgnoreQueryFilters(), row => row.ThreadId, thread => thread.Id, (_, thread) => thread.ContactId)
            .Join(db.ContactIdentities.IgnoreQueryFilters(), id => id, identity => identity.ContactId, (_, identity) => identity.ExternalId)
            .OrderBy(id => id).FirstOrDefaultAsync(Cancel));
        if (asked is not null) await Send(Counter, asked, $"{random.Next(1, 6)}");
    }

    private async Task Send(Guid channel, string from, string text)
    {
        Letters++;
        var fact = Post.Says(text, from);
        var letter = Post.Pigeon.Letter(() => [fact]);
        var key = Guid.CreateVersion7().ToString();
        var door = second is not null && random.Next(2) == 0 ? second.CreateClient() : Post.App.CreateClient();
        await Insist(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/channels/{Pigeon.Kind}/{channel}") { Content = new StringContent(letter, System.Text.Encoding.UTF8, "application/json") };
            request.Headers.Add("X-Ring", key);
            return await door.SendAsync(request, Cancel);
        });
    }

    private async Task OnOne(string states, Func<Guid, Task<HttpResponseMessage>> act)
    {
        var wanted = states.Split(' ').Select(state => Enum.Parse<ConversationState>(state, ignoreCase: true)).ToArray();
        var ids = await Post.App.Look(db => db.Conversations.IgnoreQueryFilters().AsNoTracking().Where(row => wanted.Contains(row.State))
            .OrderByDescending(row => row.Number).Take(12).Select(row => row.Id).ToListAsync(Cancel));
        if (ids.Count > 0) await Insist(() => act(ids[random.Next(ids.Count)]));
    }

    /// <summary>Whoever is told that the store is out of order tries again; what the domain refuses did not happen.</summary>
    private async Task Insist(Func<Task<HttpResponseMessage>> ask)
    {
        for (var tries = 0; ; tries++)
        {
            using var response = await ask();
            if ((int)response.StatusCode < 500) return;
            if (tries == 50) throw new TimeoutException($"Answered {(int)response.StatusCode} fifty times: {await response.Content.ReadAsStringAsync(Cancel)}");
            response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            Post.App.Clock.Advance(Tick);
        }
    }

    private string Ticket()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    private async Task StartSecondNode()
    {
        if (!TestDatabase.IsPostgres) return;

        var sky = secondWeather = new Weather(random.Next());
        second = Post.App.Node(services =>
        {
            services.AddSingleton<ChannelKind>(Post.Pigeon);
            sky.Over(services);
        });
        using var browser = second.CreateClient();
        (await browser.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel)).Dispose();
    }

    private async Task KillSecondNode()
    {
        Deaths++;
        secondWeather!.IsDead = true;
        await second!.DisposeAsync();
        await StartSecondNode();
    }
}
