using System.Text;
using System.Text.Json.Nodes;

namespace Relais.Tests.Channels;

/// <summary>Damages recorded payloads, the same way at every run.</summary>
public static class Mutations
{
    private static readonly string[] OtherShapes = ["null", "true", "0", "-1.5e300", "\"\"", "\"x\"", "[]", "{}", "[[{}]]", "{\"a\":{\"b\":[1]}}"];

    /// <summary>Every object has one more field.</summary>
    public static string WithUnknownFields(string json)
    {
        var root = JsonNode.Parse(json)!;
        foreach (var node in Objects(root).ToList()) node["added_one_day"] = new JsonObject { ["deep"] = new JsonArray(1, "two") };
        return root.ToJsonString();
    }

    /// <summary>Every part in turn has another shape than it should; each result is sound JSON.</summary>
    public static IEnumerable<string> OfAnotherShape(string json)
    {
        var count = Parts(JsonNode.Parse(json)!).Count();
        for (var part = 0; part < count; part++)
        {
            foreach (var shape in OtherShapes)
            {
                var root = JsonNode.Parse(json)!;
                Parts(root).ElementAt(part)(JsonNode.Parse(shape));
                yield return root.ToJsonString();
            }
        }
    }

    /// <summary>Cut off, or with bytes flipped, doubled and lost.</summary>
    public static IEnumerable<byte[]> Damaged(byte[] body, int seed, int count)
    {
#pragma warning disable CA5394 // The same damage at every run is the point.
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var at = random.Next(body.Length);
            yield return (i % 4) switch
            {
                0 => body[..at],
                1 => [.. body[..at], (byte)random.Next(256), .. body[(at + 1)..]],
                2 => [.. body[..at], .. body[random.Next(at + 1)..]],
                _ => [.. body[..at], .. Encoding.UTF8.GetBytes("\\ud800\0{["), .. body[at..]],
            };
        }
#pragma warning restore CA5394
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject it => it.Select(member => member.Value).SelectMany(Objects).Prepend(it),
        JsonArray it => it.SelectMany(Objects),
        _ => [],
    };

    private static IEnumerable<Action<JsonNode?>> Parts(JsonNode? node) => node switch
    {
        JsonObject it => it.ToList().SelectMany(member => Parts(member.Value).Prepend(other => it[member.Key] = other)),
        JsonArray it => Enumerable.Range(0, it.Count).SelectMany(at => Parts(it[at]).Prepend(other => it[at] = other)),
        _ => [],
    };
}
