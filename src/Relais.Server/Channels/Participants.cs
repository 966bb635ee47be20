using System.Text.Json;
using System.Text.Json.Nodes;

namespace Relais.Server.Channels;

/// <summary>Keeps with a message that somebody else than the thread's contact wrote it.</summary>
internal static class Participants
{
    private const string Key = "participant";

    public static string Mark(string? extra, Participant participant)
    {
        var marked = extra is null ? new JsonObject() : JsonNode.Parse(extra)!.AsObject();
        marked[Key] = JsonSerializer.SerializeToNode(participant, JsonSerializerOptions.Web);
        return marked.ToJsonString();
    }

    public static bool Wrote(string? extra) => extra is not null && JsonNode.Parse(extra)!.AsObject().ContainsKey(Key);
}
