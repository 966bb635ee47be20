using System.Text.Json.Nodes;

namespace Relais.Server.Channels;

/// <summary>What a kind tells of a message beside its words, as JSON in which nothing stands that nobody said.</summary>
internal static class ExtraJson
{
    public static JsonObject Of(params ReadOnlySpan<(string Key, string? Value)> parts)
    {
        var extra = new JsonObject();
        extra.Put(parts);
        return extra;
    }

    public static void Put(this JsonObject extra, params ReadOnlySpan<(string Key, string? Value)> parts)
    {
        foreach (var (key, value) in parts)
        {
            if (!string.IsNullOrEmpty(value)) extra[key] = value;
        }
    }

    /// <summary>Null when there is nothing to tell.</summary>
    public static string? Written(this JsonObject extra) => extra.Count == 0 ? null : extra.ToJsonString();
}
