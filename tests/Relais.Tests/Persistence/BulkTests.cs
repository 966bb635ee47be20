using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Contacts;
using Relais.Domain.Organisations;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Tests.Testing;

namespace Relais.Tests.Persistence;

public sealed class BulkTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_not_overwritten()
    {
        await using var database = await TestDatabase.Create();
        await using var services = database.Services();
        var cancel = TestContext.Current.CancellationToken;
        var db = services.CreateScope().ServiceProvider.GetRequiredService<RelaisDb>();
        var shop = new Organisation("Maison Lune", "fr", Noon);
        db.AddRange(shop, new Contact(shop.Id, new Profile("zoe93"), Noon));
        await db.SaveChangesAsync(cancel);

        var seen = await db.Contacts.IgnoreQueryFilters().AsNoTracking().SingleAsync(cancel);
        db.ChangeTracker.Clear();
        (await db.Contacts.IgnoreQueryFilters().SingleAsync(cancel)).Correct("Zoé Martin", null, null, null, Actor.System, Noon);
        await db.SaveChangesAsync(cancel);

        seen.Learn(new Profile("zoe_la_star"), Noon);
        await using var turn = await db.BeginWrite(cancel);
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => Bulk.Update(db, [seen], cancel));
    }
}
