using System.Text.Json.Nodes;

namespace Relais.Server.Channels.Viber;

/// <summary>Makes sure with Viber whose bot it is, and tells it our door, which Viber calls before it answers.</summary>
internal sealed class ViberAccount(ViberApi api)
{
    public const string NeedsHttps = "needs_https";
    public const string WebhookRefused = "webhook_refused";

    private static readonly string[] Events = ["delivered", "seen", "failed", "subscribed", "unsubscribed", "conversation_started"];

    public async Task<Check> Check(Uri door, CancellationToken cancel)
    {
        var info = await api.Call("get_account_info", [], cancel);
        if (info is not Reply.Answer account || !ViberErrors.IsOk(account)) return ViberErrors.FailureOf(info);
        if (door.Scheme != Uri.UriSchemeHttps) return new Check.Fails(NeedsHttps, $"Viber calls only https addresses; ours is {door.GetLeftPart(UriPartial.Authority)}.");

        var set = await api.Call("set_webhook", Webhook(door), cancel);
        return set is Reply.Answer answer && ViberErrors.IsOk(answer) ? new Check.Works(NameOf(account.Body)) : ViberErrors.FailureOf(set);
    }

    /// <summary>Messages come without being asked for; names and pictures do not.</summary>
    private static JsonObject Webhook(Uri door) => new()
    {
        ["url"] = door.AbsoluteUri,
        ["event_types"] = new JsonArray([.. Events.Select(name => (JsonNode)name)]),
        ["send_name"] = true,
        ["send_photo"] = true,
    };

    private static string NameOf(LooseJson account) =>
        account["uri"].Text is { Length: > 0 } uri ? $"{account["name"].Text} · {uri}" : account["name"].Text ?? "bot";
}
