using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Relais.Tests.Channels.Simulator;

/// <summary>What Meta knows to have happened: the other side of every comparison. May also go line by line to a file.</summary>
/// <param name="write">Takes each line before it counts; null keeps it in memory alone.</param>
public sealed class SimulatorLedger(Action<string>? write = null)
{
    private readonly ConcurrentQueue<AcceptedSend> accepted = new();
    private readonly ConcurrentQueue<DeliveredWebhook> delivered = new();
    private readonly ConcurrentQueue<JsonObject> read = new();
    private readonly ConcurrentQueue<int> refused = new();

    /// <summary>In the order Meta accepted them.</summary>
    public IReadOnlyList<AcceptedSend> Accepted => [.. accepted];

    /// <summary>Every try of every webhook, with how it was answered.</summary>
    public IReadOnlyList<DeliveredWebhook> Delivered => [.. delivered];

    /// <summary>Read marks and typing indicators.</summary>
    public IReadOnlyList<JsonObject> Read => [.. read];

    /// <summary>The status codes of sends that were not accepted; 0 where the line broke.</summary>
    public IReadOnlyList<int> Refused => [.. refused];

    internal void Add(AcceptedSend send)
    {
        write?.Invoke($"accepted {send.Id} {send.OurId} {(send.AnswerLost ? "lost" : "told")}");
        accepted.Enqueue(send);
    }

    internal void Add(DeliveredWebhook webhook)
    {
        write?.Invoke($"delivered {webhook.Number} {webhook.Status}");
        delivered.Enqueue(webhook);
    }

    internal void AddRead(JsonObject mark) => read.Enqueue(mark);

    internal void AddRefused(int status) => refused.Enqueue(status);
}

/// <summary>A message Meta took from us.</summary>
/// <param name="Id">Meta's id (wamid).</param>
/// <param name="OurId">What we asked to get back in every status.</param>
/// <param name="To">A number with +, or a user id.</param>
/// <param name="Body">The whole request.</param>
/// <param name="AnswerLost">Whether we never heard that it was accepted.</param>
public sealed record AcceptedSend(string Id, string? OurId, string To, string Type, JsonObject Body, bool AnswerLost);

/// <summary>One try of a webhook.</summary>
/// <param name="Number">The same for all tries and copies of one webhook.</param>
/// <param name="Status">0 where nobody answered.</param>
public sealed record DeliveredWebhook(int Number, string Body, int Status);
