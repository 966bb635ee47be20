using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Broadcasts;
using Relais.Domain.Conversations;
using Relais.Server.Persistence;
using Relais.Tests.Channels.Simulator;
using Relais.Tests.Testing;

namespace Relais.Tests.Storm;

/// <summary>The real server is killed again and again while a broadcast leaves: everybody has one message, and the provider got none twice.</summary>
[Trait("suite", "storm")]
public sealed class BroadcastKillTests : IAsyncLifetime
{
    private const int People = 24;
    private const int Kills = 12;

    private readonly Random chance = new(20261128);
    private TestDatabase database = null!;
    private RealServer server = null!;
    private WhatsAppSimulator meta = null!;
    private StormyAgent chloe = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.Create();
        var variables = new Dictionary<string, string> { ["RELAIS_ALLOW_PRIVATE_HOSTS"] = "true" };
        if (database.Postgres is { } postgres) variables["RELAIS_POSTGRES"] = postgres;
        server = new RealServer(variables, database.Folder);
        meta = await WhatsAppSimulator.Start(Cancel);
        meta.Faults.EverySend = new SendFault.Slow(TimeSpan.FromMilliseconds(100)); // Long enough to be killed in between.
        await server.Start(Cancel);
        chloe = new StormyAgent(server.Address, 1);
        await chloe.Api.SetUp("Maison Lune", "Chloé", "chloe@maison-lune.fr", "une phrase assez longue");
    }

    public async ValueTask DisposeAsync()
    {
        await chloe.DisposeAsync();
        await server.DisposeAsync();
        await meta.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Nobody_gets_it_twice_and_nobody_is_forgotten()
    {
        var channel = await chloe.Api.Post("channels", new { kind = "whatsapp", name = "WhatsApp", settings = Settings() });
        var id = (await chloe.Api.Post("broadcasts", new
        {
            name = "Soldes",
            channelId = (channel["channel"] ?? channel).Id(),
            template = "bienvenue",
            language = "fr",
            values = Array.Empty<string>(),
            audience = new { list = new { table = string.Join('\n', Enumerable.Range(10, People).Select(at => $"+336123456{at}")) } },
            consent = "Case cochée",
        })).Id();

        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(chance.Next(100, 1500), Cancel);
            server.Kill();
            await server.Start(Cancel);
        }

        await Until(async db => await db.Broadcasts.IgnoreQueryFilters().AnyAsync(row => row.Id == id && row.State == BroadcastState.Finished) && !await Moves(db));

        var taken = meta.Ledger.Accepted.Select(send => Guid.Parse(send.OurId!)).ToList();
        taken.Count.ShouldBe(taken.Distinct().Count(), "the provider got a message twice");
        var rows = await Looking(db => db.ProactiveMessages.IgnoreQueryFilters().Where(row => row.BroadcastId == id).ToListAsync(Cancel));
        rows.Count(row => row.State == ProactiveState.Written).ShouldBe(People);
        rows.Select(row => row.ContactId).Distinct().Count().ShouldBe(People);
        var messages = await Looking(db => db.Messages.IgnoreQueryFilters().ToListAsync(Cancel));
        messages.Count.ShouldBe(People, "one message each");

        // Killed in the middle of handing over, nobody knows whether it arrived: an agent sees that and decides.
        messages.Where(message => !taken.Contains(message.Id)).ShouldAllBe(message => message.Delivery == DeliveryStatus.Unknown);
        (await Looking(db => new Invariants(db, Cancel).OfTheStore())).ShouldBeEmpty();
    }

    private object Settings() => new
    {
        phoneNumberId = meta.Account.PhoneNumberId,
        businessAccountId = meta.Account.BusinessAccountId,
        accessToken = meta.Account.AccessToken,
        appSecret = meta.Account.AppSecret,
        apiUrl = meta.Address.ToString(),
    };

    private static Task<bool> Moves(RelaisDb db) =>
        db.Messages.IgnoreQueryFilters().AnyAsync(row => row.Delivery == DeliveryStatus.Queued || row.Delivery == DeliveryStatus.Sending);

    private async Task Until(Func<RelaisDb, Task<bool>> comes)
    {
        var patience = Stopwatch.StartNew();
        while (!await Looking(comes))
        {
            if (patience.Elapsed > TimeSpan.FromMinutes(2)) throw new TimeoutException(server.Output);
            await Task.Delay(300, Cancel);
        }
    }

    private async Task<T> Looking<T>(Func<RelaisDb, Task<T>> look)
    {
        await using var services = database.Services();
        await using var scope = services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<RelaisDb>());
    }
}
