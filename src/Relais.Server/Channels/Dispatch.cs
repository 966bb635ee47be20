using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Channels;

/// <summary>Carries one answer to its provider and writes down how that ended. No ending is left without a name.</summary>
public sealed class Dispatch(
    IServiceScopeFactory scopes, ConnectedChannels channels, OutgoingLoader loader, ChannelPace pace, TimeProvider clock)
{
    private const int MaxAttempts = 8;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AccountWait = TimeSpan.FromMinutes(1);

    /// <summary>So long a status of the provider may still tell what became of an unknown answer.</summary>
    private static readonly TimeSpan Reconciliation = TimeSpan.FromSeconds(15);

    public async Task Carry(OutboxRow row, CancellationToken cancel)
    {
        var channel = await channels.Find(row.ChannelId, cancel);
        var answer = await loader.Load(row, cancel);
        if (answer is null)
        {
            await Settle(row, null, cancel);
            return;
        }

        if (channel is null)
        {
            await Settle(row, new Delivery.Rejected("channel.disconnected", "The channel is disconnected."), cancel);
            return;
        }

        var kind = channels.KindOf(channel);
        var capabilities = kind.CapabilitiesOf(channel);
        var delivery = row.State == OutboxState.Unknown
            ? await Reconcile(kind, channel, row, answer, capabilities, cancel)
            : await Send(kind, channel, answer, capabilities, cancel);
        await Settle(row, delivery, cancel);
    }

    private async Task<Delivery?> Send(
        ChannelKind kind, ConnectedChannel channel, Outgoing answer, Capabilities capabilities, CancellationToken cancel)
    {
        await pace.Wait(channel, capabilities.MessagesPerSecond, cancel);
        return await kind.Send(channel, answer, cancel);
    }

    /// <summary>First asks; where nobody knows, the channel's policy decides.</summary>
    private async Task<Delivery?> Reconcile(
        ChannelKind kind, ConnectedChannel channel, OutboxRow row, Outgoing answer, Capabilities capabilities, CancellationToken cancel)
    {
        if (await kind.Reconcile(channel, answer, cancel) is { } known) return known;
        if (capabilities.Unknown == UnknownPolicy.Resend)
            return row.Attempt >= MaxAttempts
                ? new Delivery.Rejected("gave_up", "The other side did not answer.")
                : await Send(kind, channel, answer with { Attempt = row.Attempt + 1 }, capabilities, cancel);

        return null;
    }

    /// <summary>Null: there is nothing more to do, the message says all that is known.</summary>
    private async Task Settle(OutboxRow row, Delivery? delivery, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = row.OrganisationId;
        await using var turn = await db.BeginWrite(cancel);
        await db.Dialect.LockThreads(db, [row.ThreadId], cancel);
        if (!await IsStillOurs(db, row, cancel)) return;

        var message = await db.Messages.FirstOrDefaultAsync(stored => stored.Id == row.MessageId, cancel);
        db.Outbox.Attach(row);
        if (message is null || delivery is null) Finish(db, row, message);
        else await Write(db, row, message, delivery, cancel);

        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
    }

    /// <summary>Not when somebody asked for another attempt meanwhile: that one will say how it ended.</summary>
    private static async Task<bool> IsStillOurs(RelaisDb db, OutboxRow row, CancellationToken cancel)
    {
        var stored = await db.Outbox.AsNoTracking().FirstOrDefaultAsync(other => other.MessageId == row.MessageId, cancel);
        // The stores round instants, each in its own way.
        return stored is not null && stored.State == row.State && stored.Attempt == row.Attempt
            && (stored.LeaseUntil - row.LeaseUntil)?.Duration() < TimeSpan.FromMilliseconds(2);
    }

    private void Finish(RelaisDb db, OutboxRow row, Message? message)
    {
        if (row.State == OutboxState.Unknown) message?.Deliver(Report(DeliveryStatus.Unknown, "unknown", null), clock.GetUtcNow());
        db.Outbox.Remove(row);
    }

    private async Task Write(RelaisDb db, OutboxRow row, Message message, Delivery delivery, CancellationToken cancel)
    {
        switch (delivery)
        {
            case Delivery.Sent sent:
                message.Deliver(Report(DeliveryStatus.Sent) with { ExternalId = sent.ExternalId }, clock.GetUtcNow());
                db.Outbox.Remove(row);
                await Recover(db, row.ChannelId, cancel);
                break;
            case Delivery.TryLater later when row.Attempt < MaxAttempts:
                Postpone(row, OutboxState.Queued, later.After ?? BackOff(row.Attempt));
                break;
            case Delivery.TryLater later:
                Fail(db, row, message, "gave_up", later.Reason);
                break;
            case Delivery.Rejected rejected:
                Fail(db, row, message, rejected.Code, rejected.Reason);
                break;
            case Delivery.ContactBlockedUs blocked:
                Fail(db, row, message, blocked.Code, blocked.Reason);
                break;
            case Delivery.BadSettings bad:
                row.Attempt--;
                Postpone(row, OutboxState.Queued, AccountWait);
                (await db.Channels.FirstAsync(channel => channel.Id == row.ChannelId, cancel)).Fail(bad.Reason, clock.GetUtcNow());
                break;
            case Delivery.Unknown unknown:
                message.Deliver(Report(DeliveryStatus.Unknown, "unknown", unknown.Reason), clock.GetUtcNow());
                Postpone(row, OutboxState.Unknown, Reconciliation);
                break;
        }
    }

    private void Fail(RelaisDb db, OutboxRow row, Message message, string code, string reason)
    {
        message.Deliver(Report(DeliveryStatus.Failed, code, reason), clock.GetUtcNow());
        db.Outbox.Remove(row);
    }

    private void Postpone(OutboxRow row, OutboxState state, TimeSpan wait)
    {
        row.State = state;
        row.LeaseUntil = null;
        row.DueAt = clock.GetUtcNow() + wait;
    }

    private static async Task Recover(RelaisDb db, Guid channelId, CancellationToken cancel)
    {
        var failing = await db.Channels.FirstOrDefaultAsync(
            channel => channel.Id == channelId && channel.Status == Domain.Channels.ChannelStatus.Failing, cancel);
        failing?.Recover(Actor.System, failing.CreatedAt);
    }

    private DeliveryReport Report(DeliveryStatus status, string? code = null, string? reason = null) =>
        new(status, clock.GetUtcNow(), Code: code, Reason: reason);

    private static TimeSpan BackOff(int attempt) =>
        TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, attempt)));
}
