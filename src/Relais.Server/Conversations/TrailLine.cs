using System.Text.Json;
using System.Text.Json.Nodes;
using Relais.Domain.Shared;
using Relais.Server.Events;

namespace Relais.Server.Conversations;

/// <summary>One line of a conversation's audit trail: who did what, and when.</summary>
public sealed record TrailLine(
    long Position, DateTimeOffset At, string Kind, Actor Actor, Guid ConversationId, JsonObject? Detail)
{
    /// <summary>Taken from the event as it was written down.</summary>
    public static TrailLine Of(string body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        var detail = root.GetProperty("detail");
        return new TrailLine(
            root.GetProperty("position").GetInt64(),
            root.GetProperty("at").GetDateTimeOffset(),
            root.GetProperty("kind").GetString()!,
            root.GetProperty("actor").Deserialize<Actor>(EventJson.Options)!,
            root.GetProperty("conversation").GetProperty("id").GetGuid(),
            detail.ValueKind == JsonValueKind.Null ? null : JsonObject.Create(detail.Clone()));
    }
}
