using Microsoft.EntityFrameworkCore;
using Relais.Domain.Channels;
using Relais.Domain.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Channels;

/// <summary>Carries one answer to its provider and writes down how that ended. No ending is left without a name.</summary>
public sealed class Dispatch(
    IServiceScopeFactory scopes, ConnectedChannels channels, OutgoingLoader loader, ChannelPace pace, ChannelStanding standing, TimeProvider clock)
{
    /// <summary>As which code a message failed that the provider did not take, however often it was tried.</summary>
    internal const string GaveUp = "gave_up";

    private const int MaxAttempts = 8;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AccountWait = TimeSpan.FromMinutes(1);

    /// <summary>So long a status of the provider may still tell what became of an unknown answer.</summary>
    private static readonly TimeSpan Reconciliation = TimeSpan.FromSeconds(15);

    public async Task Carry(OutboxRow row, CancellationToken cancel)
    {
        var channel = await channels.Find(row.ChannelId, cancel);
        var answer = await loader.Load(row, channel is null ? null : channels.CapabilitiesOf(channel), cancel);
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
        var capabilities = kind.CapabilitiesOf(channel).In(answer.Post is null ? Visibility.Private : Visibility.Public);
        var delivery = row.State == OutboxState.Unknown
            ? await Reconcile(kind, channel, row, answer, capabilities, cancel)
            : await Send(kind, channel, row, answer, capabilities, cancel);
        await Settle(row, delivery, cancel);
    }

    private async Task<Delivery?> Send(
        ChannelKind kind, ConnectedChannel channel, OutboxRow row, Outgoing answer, Capabilities capabilities, CancellationToken cancel)
    {
        if (await pace.Wait(channel, capabilities.MessagesPerSecond, cancel)) return await kind.Send(channel, answer, cancel);

        row.Attempt--; // It was not tried.
        return new Delivery.TryLater("The channel may not send faster.", ChannelPace.Longest);
    }

    /// <summary>First asks; where nobody knows, the channel's policy decides.</summary>
    private async Task<Delivery?> Reconcile(
        ChannelKind kind, ConnectedChannel channel, OutboxRow row, Outgoing answer, Capabilities capabilities, CancellationToken cancel)
    {
        if (await kind.Reconcile(channel, answer, cancel) is { } known) return known;
        if (capabilities.Unknown != UnknownPolicy.Resend) return null;
        if (row.Attempt >= MaxAttempts) return new Delivery.Rejected(GaveUp, "The other side did not answer.");

        row.Attempt++;
        return await Send(kind, channel, row, answer with { Attempt = row.Attempt }, capabilities, cancel);
    }

    /// <summary>Null: there is nothing more to do, the message says all that is known.</summary>
    private async Task Settle(OutboxRow claim, Delivery? delivery, CancellationToken cancel)
    {
        var verdict = await WriteDown(claim, delivery, cancel);
        if (verdict is not null) await standing.Judge(claim.OrganisationId, claim.ChannelId, verdict.Problem, cancel);
    }

    /// <returns>What this says of the channel; null when nothing new.</returns>
    private async Task<Account?> WriteDown(OutboxRow claim, Delivery? delivery, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = claim.OrganisationId;
        await using var turn = await db.BeginWrite(cancel);
        await db.Dialect.LockThreads(db, [claim.ThreadId], cancel);
        var message = await db.Messages.FirstOrDefaultAsync(stored => stored.Id == claim.MessageId, cancel);
        var row = await db.Outbox.FirstOrDefaultAsync(stored => stored.MessageId == claim.MessageId, cancel);

        // Somebody may have tried it again meanwhile: then only that it was sent still counts.
        var isHeld = row is { LeaseUntil: not null } && row.State == claim.State;
        if (row is null || (!isHeld && delivery is not Delivery.Sent)) return null;

        row.Attempt = claim.Attempt;
        if (message is null || delivery is null) Finish(db, row, message);
        else Write(db, row, message, delivery);

        var verdict = await AccountAfter(db, claim.ChannelId, delivery, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return verdict;
    }

    private void Finish(RelaisDb db, OutboxRow row, Message? message)
    {
        if (row.State == OutboxState.Unknown) message?.Deliver(Report(DeliveryStatus.Unknown, "unknown", null), clock.GetUtcNow());
        db.Outbox.Remove(row);
    }

    private void Write(RelaisDb db, OutboxRow row, Message message, Delivery delivery)
    {
        switch (delivery)
        {
            case Delivery.Sent sent:
                message.Deliver(Report(DeliveryStatus.Sent) with { ExternalId = sent.ExternalId }, clock.GetUtcNow());
                db.Outbox.Remove(row);
                break;
            case Delivery.TryLater later when row.Attempt < MaxAttempts:
                Postpone(row, OutboxState.Queued, later.After ?? BackOff(row.Attempt));
                break;
            case Delivery.TryLater later:
                Fail(db, row, message, GaveUp, later.Reason);
                break;
            case Delivery.Rejected rejected:
                Fail(db, row, message, rejected.Code, rejected.Reason);
                break;
            case Delivery.ContactBlockedUs blocked:
                Fail(db, row, message, blocked.Code, blocked.Reason);
                break;
            case Delivery.BadSettings:
                row.Attempt--;
                Postpone(row, OutboxState.Queued, AccountWait);
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

    private static async Task<Account?> AccountAfter(RelaisDb db, Guid channelId, Delivery? delivery, CancellationToken cancel) => delivery switch
    {
        Delivery.BadSettings bad => new Account(bad.Reason),
        Delivery.Sent when await db.Channels.AnyAsync(row => row.Id == channelId && row.Status == ChannelStatus.Failing, cancel) => new Account(null),
        _ => null,
    };

    private DeliveryReport Report(DeliveryStatus status, string? code = null, string? reason = null) =>
        new(status, clock.GetUtcNow(), Code: code, Reason: reason);

    private static TimeSpan BackOff(int attempt) =>
        TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, attempt)));

    /// <summary>How the account behind a channel stands.</summary>
    private sealed record Account(string? Problem);
}
