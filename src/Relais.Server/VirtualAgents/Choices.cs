using System.Text.Json;
using Relais.Domain.Conversations;
using Relais.Server.Channels;

namespace Relais.Server.VirtualAgents;

/// <summary>What a contact may choose from: buttons where his channel has them, else a numbered list he answers with a number.</summary>
public static class Choices
{
    public static MessageContent Write(string text, IReadOnlyList<string> labels, Capabilities can) =>
        labels.Count == 0 ? new MessageContent(MessageKind.Text, text)
        : can.Choices is { } limits && limits.Fit(text, labels) ? new MessageContent(MessageKind.Text, text, Extra: JsonSerializer.Serialize(new Extra(labels), JsonSerializerOptions.Web))
        : new MessageContent(MessageKind.Text, $"{text}\n\n{string.Join('\n', labels.Select((label, index) => $"{index + 1}. {label}"))}");

    /// <summary>The choices a message offers; none for most.</summary>
    public static IReadOnlyList<string> Of(Message message) =>
        message is { Direction: Direction.Out, Kind: MessageKind.Text, AuthorKind: Domain.Shared.ActorKind.VirtualAgent, Extra: { } extra }
            ? JsonSerializer.Deserialize<Extra>(extra, JsonSerializerOptions.Web)?.Choices ?? []
            : [];

    private sealed record Extra(IReadOnlyList<string> Choices);
}
