using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Relais.Domain.Broadcasts;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Postgres;
using Relais.Server.Persistence.Rows;

namespace Relais.Tests.Testing;

/// <summary>
/// The whole server in this process, on a store of its own, with a clock that moves only when a test moves it. It speaks HTTP
/// and SignalR as the real one does; <see cref="Shop"/> says who is who.
/// </summary>
public sealed class RelaisApp : WebApplicationFactory<Program>
{
    private readonly Action<IServiceCollection>? change;
    private readonly bool isGuest;

    internal RelaisApp(TestDatabase database, Action<IServiceCollection>? change = null, FakeTimeProvider? clock = null)
    {
        this.change = change;
        isGuest = clock is not null;
        Clock = clock ?? new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        Database = database;
        ClientOptions.AllowAutoRedirect = false;
        ClientOptions.HandleCookies = true;
        ClientOptions.BaseAddress = new Uri("http://localhost");
    }

    public TestDatabase Database { get; }

    /// <summary>Begins now, because browsers judge a cookie by the real time.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>Nothing is set up yet: the first visitor sees the set-up page.</summary>
    public static async Task<RelaisApp> Empty(Action<IServiceCollection>? change = null) => new(await TestDatabase.Create(), change);

    /// <summary>Another node over the same store, by the same clock; it ends before this one.</summary>
    public RelaisApp Node(Action<IServiceCollection>? change = null) => new(Database, change, Clock);

    /// <summary>A browser in which nobody has signed in.</summary>
    public ApiClient Visitor() => new(CreateClient());

    /// <summary>Looks into the store, past every organisation's border.</summary>
    public async Task<T> Look<T>(Func<RelaisDb, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<RelaisDb>());
    }

    /// <summary>
    /// Waits until the journal is read, the outbox is empty, no timer is due, programs are told and nothing of a deleted contact is left; moves the clock where something only
    /// waits for its time. Unknown answers stay: they wait for a person.
    /// </summary>
    public async Task UntilNothingWaits()
    {
        var patience = TimeProvider.System.GetTimestamp();
        while (await Look(Waiting) is { } left)
        {
            if (TimeProvider.System.GetElapsedTime(patience) > TimeSpan.FromSeconds(20)) throw new TimeoutException($"Still waiting after 20 s: {left}.");

            await Task.Delay(10, TestContext.Current.CancellationToken);
            Clock.Advance(TimeSpan.FromMilliseconds(200));
        }
    }

    /// <summary>Every invariant holds, and nothing waits.</summary>
    public async Task ShouldBeSound()
    {
        await UntilNothingWaits();
        (await Look(db => new Invariants(db, TestContext.Current.CancellationToken).OfTheStore())).ShouldBeEmpty();
        (await Look(db => new Invariants(db, TestContext.Current.CancellationToken).OfTheFiles(Database.Settings.FilesFolder))).ShouldBeEmpty();
    }

    /// <summary>A screen that is loaded and listens.</summary>
    public async Task<LiveScreen> Screen(ApiClient member)
    {
        var screen = new LiveScreen(member);
        await screen.Load();
        await screen.Connect(hub => Reach(hub, member), TestContext.Current.CancellationToken);
        return screen;
    }

    /// <summary>The hub as a member's browser reaches it.</summary>
    public HubConnection Hub(ApiClient member, string? userAgent = null)
    {
        var builder = new HubConnectionBuilder();
        Reach(builder, member, userAgent);
        return builder.Build();
    }

    /// <summary>Stops, and leaves the store for others to copy.</summary>
    public async Task<TestDatabase> Keep()
    {
        await base.DisposeAsync();
        await Database.Rest();
        return Database;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (!isGuest) await Database.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("data", Database.Folder);
        if (Database.Postgres is { } postgres) builder.UseSetting("postgres", postgres);
        builder.UseSetting("allow-private-hosts", "true");
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Error));
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Replace(ServiceDescriptor.Singleton<IHostLifetime, DeafToSignals>());
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000); // Nobody here guesses passwords, and everybody signs in.
            services.ConfigureDbContext<PostgresRelaisDb>(options => options.AddInterceptors(new NullsInTheWay()));
            change?.Invoke(services);
        });
    }

    private void Reach(HubConnectionBuilder hub, ApiClient member, string? userAgent = null) => hub.WithUrl("http://localhost/live", HttpTransportType.LongPolling, options =>
    {
        options.HttpMessageHandlerFactory = _ => Server.CreateHandler();
        options.Headers["Cookie"] = member.Cookie ?? "";
        if (userAgent is not null) options.Headers["User-Agent"] = userAgent;
    });

    private async Task<string?> Waiting(RelaisDb db)
    {
        var now = Clock.GetUtcNow();
        // First what becomes something else that waits.
        var broadcasts = await db.Broadcasts.IgnoreQueryFilters().CountAsync(row => row.State == BroadcastState.Sending);
        var proactive = await db.ProactiveMessages.IgnoreQueryFilters().CountAsync(row => row.State == ProactiveState.Waiting && row.BroadcastId == null);
        var journal = await db.Journal.IgnoreQueryFilters().CountAsync(row => row.State == JournalState.Waiting);
        var outbox = await db.Outbox.IgnoreQueryFilters().CountAsync(row => row.State != OutboxState.Unknown);
        var timers = await db.Timers.IgnoreQueryFilters().CountAsync(row => row.DueAt <= now);
        var deletions = await db.Deletions.IgnoreQueryFilters().CountAsync();
        var programs = await db.AgentEvents.IgnoreQueryFilters().CountAsync(row => row.State == AgentEventState.Waiting || row.State == AgentEventState.Sending);
        var posts = await db.Posts.IgnoreQueryFilters().CountAsync(row => row.NextTryAt != null);
        return journal + outbox + timers + deletions + programs + posts + broadcasts + proactive == 0
            ? null
            : $"{journal} in the journal, {outbox} in the outbox, {timers} due timers, {deletions} deleted contacts, {programs} events for programs, {posts} posts to ask for, {broadcasts} broadcasts, {proactive} messages of programs";
    }
}
