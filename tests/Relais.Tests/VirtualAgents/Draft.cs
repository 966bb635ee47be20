using System.Text.Json.Nodes;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;

namespace Relais.Tests.VirtualAgents;

/// <summary>Diane writes auto responders through the API, in few words.</summary>
internal sealed class Draft
{
    public string Name { get; init; } = "Accueil";

    public string Activation { get; init; } = "inception";

    public string HandOver { get; init; } = "newQueue";

    public int InactiveHours { get; init; }

    public object OnTimeout { get; init; } = new { end = "handOver" };

    public string? TimeoutText { get; init; }

    public object[] InHours { get; init; } = [Says("hello", "Bonjour !"), Asks("why", "Que puis-je faire pour vous ?")];

    public object[] OutOfHours { get; init; } = [];

    public object Body => new
    {
        name = Name,
        activation = Activation,
        handOver = HandOver,
        agentMinutes = 5,
        contactMinutes = 60,
        onTimeout = OnTimeout,
        inactiveHours = InactiveHours,
        languages = new[] { new { language = "fr", inHours = InHours, outOfHours = OutOfHours, escapeWords = new[] { "humain" }, timeoutText = TimeoutText } },
    };

    public static object Says(string id, string text, string? next = null) => new { id, kind = "statement", text, next };

    public static object Asks(string id, string text, string? attribute = null, string? retryText = null, params object[] answers) =>
        new { id, kind = "question", text, attribute, retryText, answers };

    public static object May(string label, Guid? topicId = null, string? next = null) => new { label, keywords = Array.Empty<string>(), topicId, next };

    public static object Ends(string id, string kind = "handOver", string text = "", Guid? reasonId = null) => new { id, kind, text, reasonId };

    /// <summary>Makes it, puts it on channels and turns it on.</summary>
    public async Task<Guid> On(ApiClient diane, params Guid[] channels)
    {
        var id = (await diane.Post("auto-responders", Body)).Id();
        await diane.Patch($"auto-responders/{id}", new { channelIds = channels, enabled = true });
        return id;
    }
}

/// <summary>What happened in a thread, as agents see it.</summary>
internal static class Watching
{
    public static async Task<List<string>> Said(this PigeonPost post, JsonNode row) =>
        [.. (await post.Messages(row.Id("threadId"))).Where(message => message.Text("direction") == "out").Select(message => message.Text("text"))];

    public static async Task<JsonNode> Trail(this PigeonPost post, string kind) =>
        (await post.Shop.Diane.Get("events?after=0&limit=500")).Items().Last(one => one.Text("kind") == kind);
}
