using System.Text.Json.Nodes;

namespace Relais.Server.Demo;

/// <summary>How « Maison Lune » sends each conversation to the right people: what an administrator finds in the settings, and may change.</summary>
public static class ShopRules
{
    private static readonly (string Name, string Description, string[] Parts)[] Topics =
    [
        ("Livraison", "Où est mon colis, quand arrive-t-il", ["Retard", "Douane", "Colis abîmé"]),
        ("Retours et échanges", "Renvoyer, échanger, se faire rembourser", ["Taille", "Défaut"]),
        ("Paiement", "Codes, cartes, doubles paiements", ["Facture"]),
        ("Conseil", "Avant l’achat : modèles, matières, cadeaux", ["Idée cadeau"]),
    ];

    /// <summary>What the story may say a conversation is about.</summary>
    public static IEnumerable<string> TopicNames => Topics.SelectMany(topic => topic.Parts.Append(topic.Name));

    /// <returns>The topics by name.</returns>
    public static async Task<IReadOnlyDictionary<string, Guid>> Make(Browser diane, IReadOnlyDictionary<string, Guid> staff, Guid delivery, CancellationToken cancel)
    {
        await AddAwayStates(diane, cancel);
        var topics = await AddTopics(diane, cancel);
        var vips = await Add(diane, "contact-groups", new { name = "Clients VIP", match = "all", rules = new[] { Rule("vip", "is", "yes") } }, cancel);
        var english = await Add(
            diane, "contact-groups", new { name = "Clients anglophones", match = "any", rules = new[] { Rule("language", "is", "en"), Rule("phone", "contains", "+44") } }, cancel);
        var advice = await Add(diane, "teams", new { name = "Conseil", memberIds = new[] { staff["chloe"], staff["ana"] } }, cancel);
        var abroad = await Add(diane, "teams", new { name = "International", memberIds = new[] { staff["chloe"], staff["bruno"] } }, cancel);

        await AddSkillSet(diane, "International", abroad, cancel, In("contactGroup", english), In("topic", topics["Douane"]));
        await AddSkillSet(diane, "Suivi des colis", delivery, cancel, In("topic", topics["Livraison"]));
        await AddSkillSet(diane, "Conseil et idées", advice, cancel, In("topic", topics["Conseil"]));
        await ShopReplies.Make(diane, delivery, advice, cancel);
        await ShopAutomations.Make(diane, topics, cancel);
        await diane.Put("skill-sets/fallback-teams", new { teamIds = new[] { advice } }, cancel);
        await diane.Put("prioritization", new { rules = new[] { Weight("contactGroup", vips, 3), Weight("topic", topics["Retard"], 2), Weight("topic", topics["Défaut"], 1) } }, cancel);
        return topics;
    }

    /// <summary>Whoever resolves what came by WhatsApp says why.</summary>
    /// <returns>The reasons by name.</returns>
    public static async Task<IReadOnlyDictionary<string, Guid>> AskForReasons(Browser diane, Guid channelId, CancellationToken cancel)
    {
        var channels = new[] { new { channelId, visibility = "private" } };
        await diane.Put("resolve-reasons/scopes", new { reasons = new { channels, bulk = true, autoResolve = false, automation = false } }, cancel);
        var listed = (await diane.Get("resolve-reasons", cancel))["items"]!.AsArray();
        return listed.ToDictionary(reason => reason!["name"]!.GetValue<string>(), reason => reason!["id"]!.GetValue<Guid>());
    }

    private static async Task AddAwayStates(Browser diane, CancellationToken cancel)
    {
        await diane.Post("away-states", new { name = "Déjeuner", icon = "meal", colour = "orange", isProductive = false }, cancel);
        await diane.Post("away-states", new { name = "Formation", icon = "training", colour = "blue", isProductive = true }, cancel);
        await diane.Post("away-states", new { name = "Appel client", icon = "call", colour = "teal", isProductive = true }, cancel);
    }

    private static async Task<Dictionary<string, Guid>> AddTopics(Browser diane, CancellationToken cancel)
    {
        var topics = new Dictionary<string, Guid>();
        foreach (var (name, description, parts) in Topics)
        {
            topics[name] = await Add(diane, "topics", new { name, description }, cancel);
            foreach (var part in parts) topics[part] = await Add(diane, "topics", new { name = part, parentId = topics[name] }, cancel);
        }

        return topics;
    }

    /// <summary>Several filter groups are joined by "or".</summary>
    private static Task<JsonNode> AddSkillSet(Browser diane, string name, Guid team, CancellationToken cancel, params object[] rules) => diane.Post(
        "skill-sets",
        new { name, filter = new { joint = "any", groups = rules.Select(rule => new { joint = "all", rules = new[] { rule } }) }, teamIds = new[] { team } },
        cancel);

    private static object In(string kind, Guid id) => new { kind, test = "anyOf", ids = new[] { id } };

    private static object Rule(string alias, string asked, string value) => new { alias, @operator = asked, values = new[] { value } };

    private static object Weight(string kind, Guid id, int weight) => new { kind, id, weight };

    private static async Task<Guid> Add(Browser diane, string path, object body, CancellationToken cancel) =>
        (await diane.Post(path, body, cancel))["id"]!.GetValue<Guid>();
}
