using System.Text.Json;
using System.Text.Json.Nodes;
using Relais.Domain.Conversations;
using Relais.Server.Security;

namespace Relais.Server.Events;

/// <summary>
/// An event as somebody gets it who does not see all of a channel: what comes into his sight comes from nowhere for him,
/// and of what leaves it he hears only that it is gone.
/// </summary>
internal static class Glimpse
{
    private const string Hidden = "conversationHidden";

    /// <returns>Null when it does not concern him.</returns>
    public static string? Of(LiveEvent happened, Sight sight)
    {
        if (happened.ChannelId is not { } channelId || sight.SeesAllOf(channelId)) return happened.Json;
        if (!sight.MaySee(channelId)) return null;

        var view = JsonNode.Parse(happened.Json)!.AsObject();
        if (view["conversation"] is not JsonObject row)
            return sight.MaySee(channelId, happened.TeamIds ?? [], happened.AssigneeId) ? happened.Json : null;

        var step = Step.Of(view, row);
        var saw = step.From is { } from && sight.MaySee(channelId, step.TeamsBefore, AssigneeOf(from));
        var sees = sight.MaySee(channelId, step.Teams, AssigneeOf(step.To));
        return (saw, sees) switch
        {
            (true, true) => happened.Json,
            (false, true) => Appearing(view, step),
            (true, false) => Vanishing(view, row, step),
            _ => null,
        };
    }

    private static string Appearing(JsonObject view, Step step)
    {
        view["moved"] = new JsonObject { ["from"] = null, ["to"] = step.To.DeepClone() };
        return view.ToJsonString(EventJson.Options);
    }

    private static string Vanishing(JsonObject view, JsonObject row, Step step) => new JsonObject
    {
        ["position"] = view["position"]!.DeepClone(),
        ["kind"] = Hidden,
        ["at"] = view["at"]!.DeepClone(),
        ["actor"] = view["actor"]!.DeepClone(),
        ["trail"] = false,
        ["conversation"] = null,
        ["message"] = null,
        ["contact"] = null,
        ["moved"] = new JsonObject { ["from"] = step.From!.DeepClone(), ["to"] = null },
        ["detail"] = new JsonObject { ["conversationId"] = row["id"]!.DeepClone() },
    }.ToJsonString(EventJson.Options);

    private static Guid? AssigneeOf(JsonNode place) => place["assigneeId"]?.GetValue<Guid>();

    private static List<Guid> Ids(JsonNode? list) => [.. list!.AsArray().Select(id => id!.GetValue<Guid>())];

    /// <summary>From where and which teams an event took a conversation, and to where and which.</summary>
    private sealed record Step(JsonNode? From, IReadOnlyList<Guid> TeamsBefore, JsonNode To, IReadOnlyList<Guid> Teams)
    {
        public static Step Of(JsonObject view, JsonObject row)
        {
            var teams = Ids(row["teamIds"]);
            if (view["kind"]!.GetValue<string>() == EventView.KindOf<ConversationRouted>() && view["detail"] is { } detail)
                return new Step(detail["place"], Ids(detail["before"]!["teamIds"]), detail["place"]!, teams);

            return view["moved"] is { } moved ? new Step(moved["from"], teams, moved["to"]!, teams) : new Step(row, teams, row, teams);
        }
    }
}
