using System.Text.Json.Nodes;

namespace Relais.Server.Channels.Meta;

/// <summary>Puts a reaction on a private message. https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/sender-actions</summary>
/// <param name="nameOf">What Meta calls an emoji here.</param>
internal sealed class MetaReaction(MetaGraph graph, Func<string, string> nameOf)
{
    /// <returns>Why not, in Meta's words; null when it is there.</returns>
    public async Task<string?> Put(Reacting reacting, CancellationToken cancel)
    {
        if (reacting.To.LastOrDefault(id => id.Length > 0) is not { } to) return "The contact has no id here.";

        var payload = new JsonObject { ["message_id"] = reacting.ExternalId };
        if (reacting.Emoji is { } emoji) payload["reaction"] = nameOf(emoji);
        var body = new JsonObject
        {
            ["recipient"] = new JsonObject { ["id"] = to }, ["sender_action"] = reacting.Emoji is null ? "unreact" : "react", ["payload"] = payload,
        };
        var reply = await graph.Post(graph.Own("messages"), body, cancel);
        return MetaErrors.WhyNot(reply);
    }
}
