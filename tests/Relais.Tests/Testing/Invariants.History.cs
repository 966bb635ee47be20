using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Server.Persistence.Rows;

namespace Relais.Tests.Testing;

public sealed partial class Invariants
{
    private const string Nowhere = "", New = "new", Pending = "pending", Held = "held", Resolved = "resolved";

    /// <summary>Which event leads from which state to which. Every other event leaves the state alone.</summary>
    private static readonly Dictionary<string, (string[] From, string To)> Ways = new(StringComparer.Ordinal)
    {
        ["conversationOpened"] = ([Nowhere], New),
        ["conversationPended"] = ([New, Held], Pending),
        ["conversationReturned"] = ([Pending, Held], New),
        ["conversationHeld"] = ([New, Pending, Held, Resolved], Held),
        ["conversationHandedOver"] = ([Held], New),
        ["conversationTakenOver"] = ([Held], New),
        ["conversationResolved"] = ([New, Pending, Held], Resolved),
        ["conversationReopened"] = ([Resolved], New),
    };

    /// <summary>Facts that cannot happen to a conversation that is over.</summary>
    private static readonly HashSet<string> OnlyWhileOpen =
        new(StringComparer.Ordinal) { "messageReceived", "messageQueued", "conversationAssigned", "conversationUnassigned" };

    /// <summary>I18: every history is a path of the state machine and ends where the row stands; a delivery never goes back.</summary>
    public async Task HistoriesAreLegal()
    {
        var states = new Dictionary<Guid, string>();
        var deliveries = new Dictionary<Guid, DeliveryStatus>();
        var events = All<EventRow>().Where(it => it.ConversationId != null).OrderBy(it => it.OrganisationId).ThenBy(it => it.Position)
            .Select(it => new { it.Position, it.Kind, Conversation = it.ConversationId!.Value, it.Body }).AsAsyncEnumerable();
        await foreach (var happened in events.WithCancellation(cancel))
        {
            Step(states, happened.Conversation, Camel(happened.Kind), happened.Position);
            if (Camel(happened.Kind) == "messageDelivery") Progress(deliveries, happened.Body, happened.Position);
        }

        var rows = await All<Conversation>().Select(it => new { it.Id, it.State }).ToListAsync(cancel);
        breaches.AddRange(
            from row in rows
            let told = states.GetValueOrDefault(row.Id, Nowhere)
            where told != Camel(row.State.ToString())
            select $"I18: conversation {row.Id} is {row.State}, its events end in '{told}'.");
    }

    private void Step(Dictionary<Guid, string> states, Guid conversation, string kind, long position)
    {
        var state = states.GetValueOrDefault(conversation, Nowhere);
        if (state == Resolved && OnlyWhileOpen.Contains(kind)) breaches.Add($"I18: {kind} at {position} happened to {conversation} after its end.");
        if (!Ways.TryGetValue(kind, out var way)) return;

        if (!way.From.Contains(state, StringComparer.Ordinal)) breaches.Add($"I18: {kind} at {position} happened to {conversation} while it was '{state}'.");
        states[conversation] = way.To;
    }

    private void Progress(Dictionary<Guid, DeliveryStatus> deliveries, string body, long position)
    {
        using var document = JsonDocument.Parse(body);
        if (!document.RootElement.TryGetProperty("message", out var message) || message.ValueKind != JsonValueKind.Object) return;

        var id = message.GetProperty("id").GetGuid();
        var status = Enum.Parse<DeliveryStatus>(message.GetProperty("delivery").GetProperty("status").GetString()!, ignoreCase: true);
        var before = deliveries.GetValueOrDefault(id, DeliveryStatus.Queued);
        var retried = before is DeliveryStatus.Failed or DeliveryStatus.Unknown && status == DeliveryStatus.Queued;
        if (before != status && !retried && !before.MayBecome(status)) breaches.Add($"I2: the delivery of {id} went from {before} to {status} at {position}.");
        deliveries[id] = status;
    }

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
