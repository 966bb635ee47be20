using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Organisations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.People;
using Relais.Tests.Testing;
using static Relais.Tests.Conversations.Exchange;

namespace Relais.Tests.People;

/// <summary>What the store's queries make of a member's lines.</summary>
public sealed class PresenceLedgerTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private ServiceProvider services = null!;
    private RelaisDb db = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.Create();
        services = database.Services();
        db = services.CreateScope().ServiceProvider.GetRequiredService<RelaisDb>();
        var shop = new Organisation("Maison Lune", "fr", Noon);
        var bruno = new Member(shop.Id, "Bruno", "bruno@maison-lune.fr", Role.Agent, "fr", Actor.System, Noon);
        var closed = new PresenceSession(bruno, "closed", Device.Computer, Noon);
        closed.Leave(Noon.AddSeconds(10));
        db.AddRange(shop, bruno, closed, new PresenceSession(bruno, "open", Device.Computer, Noon));
        await db.SaveChangesAsync(Cancel);
    }

    [Theory]
    [InlineData(39, "closed open")]
    [InlineData(40, "open")]
    [InlineData(89, "open")]
    [InlineData(90, "")]
    public async Task A_closed_line_counts_until_its_grace_is_over_and_an_open_one_until_it_is_silent_for_too_long(int seconds, string lines) =>
        (await Names(db.StillHere(Noon.AddSeconds(seconds)))).ShouldBe(lines);

    [Theory]
    [InlineData(39, "open")]
    [InlineData(90, "")]
    public async Task Grace_gives_nobody_work(int seconds, string lines) => (await Names(db.OnALiveLine(Noon.AddSeconds(seconds)))).ShouldBe(lines);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    private static async Task<string> Names(IQueryable<PresenceSession> lines) =>
        string.Join(' ', await lines.IgnoreQueryFilters().Select(line => line.ConnectionId).OrderBy(name => name).ToListAsync(Cancel));
}
