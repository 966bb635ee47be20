using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Server.Contacts;
using Relais.Server.Jobs;
using Relais.Server.Persistence;

namespace Relais.Server.Channels;

/// <summary>
/// Learns the names of contacts whose messages bring only an id, beside the intake and never in its way. Best effort: who stays
/// unknown, because the provider does not answer or this node ends, is asked for again when he writes again.
/// </summary>
public sealed class Introductions(IServiceScopeFactory scopes, ConnectedChannels channels, TimeProvider clock, ILogger<Introductions> log)
    : Worker(clock, log)
{
    private const int AtOnce = 4;
    private const int MaxTries = 6;
    private const int Room = 10_000;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(Guid ChannelId, string ExternalId), Waiting> strangers = new();
    private readonly Bell rung = new(clock);

    /// <summary>Returns at once.</summary>
    internal void Ask(Fact fact)
    {
        if (!fact.Kind.Introduces || strangers.Count >= Room) return;

        foreach (var id in fact.Inbound.Senders().Where(sender => sender.Profile.Name is null).SelectMany(sender => sender.Ids))
        {
            if (strangers.TryAdd((fact.Channel.Id, id), new Waiting(1, Clock.GetUtcNow(), (fact.Inbound as MessageIn)?.ExternalId))) rung.Ring();
        }
    }

    protected override async Task Round(CancellationToken cancel)
    {
        var now = Clock.GetUtcNow();
        (Guid, string)[] due = [.. strangers.Where(entry => entry.Value.DueAt <= now).OrderBy(entry => entry.Value.DueAt).Take(AtOnce).Select(entry => entry.Key)];
        await Task.WhenAll(due.Select(stranger => Meet(stranger, cancel)));
        if (due.Length == 0) await rung.Wait(Idle, cancel);
    }

    private async Task Meet((Guid ChannelId, string ExternalId) stranger, CancellationToken cancel)
    {
        if (!strangers.TryRemove(stranger, out var waiting)) return;

        if (await Learn(stranger, waiting.SaidIn, cancel) is Introduced.TryLater later && waiting.Tries < MaxTries)
            strangers[stranger] = waiting with { Tries = waiting.Tries + 1, DueAt = Clock.GetUtcNow() + (later.After ?? BackOff(waiting.Tries)) };
    }

    /// <returns>Null when nobody need be asked: the channel is gone, or he has a name by now.</returns>
    private async Task<Introduced?> Learn((Guid ChannelId, string ExternalId) stranger, string? saidIn, CancellationToken cancel)
    {
        if (await channels.Find(stranger.ChannelId, cancel) is not { } channel) return null;

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = channel.OrganisationId;
        if (!await Nameless(db, stranger).AnyAsync(cancel)) return null;

        var introduced = await channels.KindOf(channel).Introduce(channel, stranger.ExternalId, saidIn, cancel);
        if (introduced is Introduced.As known) await Keep(db, scope.ServiceProvider.GetRequiredService<ContactBooks>(), stranger, known.Profile, cancel);
        return introduced;
    }

    /// <summary>The intake rests meanwhile: it may hold the same contact.</summary>
    private async Task Keep(RelaisDb db, ContactBooks books, (Guid, string) stranger, Profile profile, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        await db.Dialect.Lock(db, Locks.Intake, cancel);
        if (await Nameless(db, stranger).SingleOrDefaultAsync(cancel) is not { } contact) return;

        var attributes = (await books.Of(db, contact.OrganisationId, cancel)).Attributes;
        contact.Learn(profile with { Attributes = attributes.Accept(profile.Attributes) }, Clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
    }

    private static IQueryable<Contact> Nameless(RelaisDb db, (Guid ChannelId, string ExternalId) stranger) =>
        from identity in db.ContactIdentities
        join contact in db.Contacts on identity.ContactId equals contact.Id
        where identity.ChannelId == stranger.ChannelId && identity.ExternalId == stranger.ExternalId && contact.Name == null
        select contact;

    private static TimeSpan BackOff(int tries) => TimeSpan.FromSeconds(Math.Pow(3, tries));

    private readonly record struct Waiting(int Tries, DateTimeOffset DueAt, string? SaidIn);
}
