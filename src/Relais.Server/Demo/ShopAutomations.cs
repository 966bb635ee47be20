using System.Text.Json.Nodes;

namespace Relais.Server.Demo;

/// <summary>What « Maison Lune » lets happen by itself: a damaged parcel is filed at once, and a last "merci" wakes nobody.</summary>
public static class ShopAutomations
{
    public static async Task Make(Browser diane, IReadOnlyDictionary<string, Guid> topics, CancellationToken cancel)
    {
        var tag = await diane.Post("tags", new { name = "Réclamation", description = "Le client a une raison de se plaindre" }, cancel);
        await Add(
            diane,
            "Colis abîmés",
            [new { kind = "containsAny", keywords = "abîmé, abîmée, écrasé, écrasée, carton ouvert, arrivé cassé, arrivée cassée, damaged" }],
            [new { kind = "topic", id = topics["Colis abîmé"] }, new { kind = "tag", id = tag["id"]!.GetValue<Guid>() }],
            cancel);
        await Add(
            diane,
            "Merci et au revoir",
            [new { kind = "containsAny", keywords = "merci, au revoir, bonne journée, bonne soirée, à bientôt, thanks, goodbye" }, new { kind = "wordsAtMost", count = 5 }],
            [new { kind = "resolve" }],
            cancel);
    }

    private static Task<JsonNode> Add(Browser diane, string name, object[] conditions, object[] actions, CancellationToken cancel) => diane.Post(
        "automations",
        new { name, everyChannel = true, filter = new { joint = "any", groups = new[] { new { joint = "all", conditions } } }, actions },
        cancel);
}
