using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;

namespace Relais.Tests.Testing;

/// <summary>A message a provider delivered to our door, and whether any of its tries was answered with a 2xx.</summary>
/// <param name="Lane">The customer it came from; within a lane messages are numbered by <paramref name="Order"/>.</param>
public sealed record Delivered(Guid ChannelId, string ExternalId, string Lane, int Order, bool Acknowledged);

/// <summary>An answer the provider accepted from us, in the order it accepted them.</summary>
public sealed record Taken(Guid MessageId, bool AnswerLost);

/// <summary>An answer our API accepted from an agent's screen.</summary>
public sealed record Promised(Guid ClientId, Guid MessageId);

public sealed partial class Invariants
{
    /// <summary>I1, I2: what was acknowledged is stored exactly once, the rest at most once, in each customer's order.</summary>
    public async Task<IReadOnlyList<string>> OfTheDoor(IReadOnlyList<Delivered> ledger)
    {
        var stored = (await All<Message>().Where(it => it.Direction == Direction.In)
                .Select(it => new { it.ChannelId, it.ExternalId, it.ThreadId, it.At, it.Id }).ToListAsync(cancel))
            .ToLookup(it => (it.ChannelId, it.ExternalId));
        breaches.AddRange(
            from item in ledger
            let count = stored[(item.ChannelId, item.ExternalId)].Count()
            where item.Acknowledged ? count != 1 : count > 1
            select $"I1: {item.ExternalId} of {item.Lane}, {(item.Acknowledged ? "acknowledged" : "never acknowledged")}, is stored {count} times.");

        foreach (var lane in ledger.GroupBy(item => (item.ChannelId, item.Lane)))
        {
            var rows = lane.OrderBy(item => item.Order).SelectMany(item => stored[(item.ChannelId, item.ExternalId)]).ToList();
            if (rows.Select(it => it.ThreadId).Distinct().Count() > 1) breaches.Add($"I3: {lane.Key.Lane} has several threads.");
            var shown = rows.OrderBy(it => it.At).ThenBy(it => it.Id).Select(it => it.ExternalId);
            if (!rows.Select(it => it.ExternalId).SequenceEqual(shown)) breaches.Add($"I2: the messages of {lane.Key.Lane} are out of order: {string.Join(", ", shown)}.");
        }

        var unknown = stored.Select(it => it.Key).Except(ledger.Select(item => ((Guid, string?))(item.ChannelId, item.ExternalId))).Count();
        if (unknown > 0) breaches.Add($"I1: {unknown} stored messages were never delivered by the provider.");
        return breaches;
    }

    /// <summary>I5, I6, I7: every promised answer was taken, or its author can see that it was not; not twice, unless the provider
    /// swallowed its acknowledgement; in the order it was written.</summary>
    public async Task<IReadOnlyList<string>> OfTheAnswers(IReadOnlyList<Promised> promised, IReadOnlyList<Taken> taken)
    {
        var answers = await All<Message>().Where(it => it.Direction == Direction.Out && it.ClientId != null && it.RemovedAt == null)
            .Select(it => new { it.Id, it.ClientId, it.ThreadId, it.Delivery }).ToListAsync(cancel);
        var known = answers.ToDictionary(it => it.Id);
        var accepted = taken.ToLookup(it => it.MessageId);
        breaches.AddRange(
            from promise in promised
            where !known.TryGetValue(promise.MessageId, out var answer) || answer.ClientId != promise.ClientId
            select $"I5: answer {promise.MessageId} was accepted from its author and is gone.");
        foreach (var answer in answers) Judge(answer.Id, answer.Delivery, [.. accepted[answer.Id]]);

        breaches.AddRange(
            from twin in answers.GroupBy(it => (it.ThreadId, it.ClientId))
            where twin.Count() > 1
            select $"I6: client id {twin.Key.ClientId} made {twin.Count()} messages.");
        var firsts = taken.DistinctBy(it => it.MessageId).Where(it => known.ContainsKey(it.MessageId)).GroupBy(it => known[it.MessageId].ThreadId);
        breaches.AddRange(
            from lane in firsts
            where !lane.Select(it => it.MessageId).SequenceEqual(lane.Select(it => it.MessageId).Order())
            select $"I7: the answers in thread {lane.Key} left in another order than they were written.");
        return breaches;
    }

    private void Judge(Guid id, DeliveryStatus status, IReadOnlyList<Taken> acceptances)
    {
        var sent = status is DeliveryStatus.Sent or DeliveryStatus.Delivered or DeliveryStatus.Read;
        if (sent && acceptances.Count == 0) breaches.Add($"I5: {id} is shown as {status}, the provider never took it.");
        if (!sent && status is not (DeliveryStatus.Failed or DeliveryStatus.Unknown)) breaches.Add($"I5: {id} is {status} at rest.");
        if (status == DeliveryStatus.Failed && acceptances.Count > 0) breaches.Add($"I5: {id} is shown as failed, the provider took it.");
        if (acceptances.Count > 1 + acceptances.Count(it => it.AnswerLost)) breaches.Add($"I6: {id} was sent {acceptances.Count} times.");
    }
}
