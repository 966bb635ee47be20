using System.Text.Json.Nodes;

namespace Relais.Server.Channels.X;

/// <summary>Makes sure with X whose account it is, that X calls at our door, and that it brings there what is written to the account.</summary>
internal sealed class XAccount(XApi api, bool inPublic)
{
    public const string NeedsHttps = "needs_https";
    public const string WebhookRefused = "webhook_refused";
    public const string WebhookLimit = "webhook_limit";
    public const string SecretWrong = "secret_wrong";
    public const string SubscriptionRefused = "subscription_refused";

    private const string Webhooks = "/2/webhooks";
    private const string Subscriptions = "/2/activity/subscriptions";

    private static readonly string[] Private = ["dm.received", "dm.sent", "dm.read", "chat.received", "chat.sent"];
    private static readonly string[] Public = ["post.mention.create", "post.reply.create", "post.create", "post.delete"];

    public async Task<Check> Check(Uri door, CancellationToken cancel)
    {
        var me = await api.Get("/2/users/me", cancel);
        if (me is not Reply.Answer { Succeeded: true } account || account.Body["data"]["id"].Text is not { } id) return XErrors.FailureOf(me);
        if (door.Scheme != Uri.UriSchemeHttps || !door.IsDefaultPort) return new Check.Fails(NeedsHttps, $"X calls only https addresses without a port; ours is {door.GetLeftPart(UriPartial.Authority)}.");

        var (token, reply) = await api.AppToken(cancel);
        if (token is null) return XErrors.FailureOf(reply);

        var (webhook, failure) = await Webhook(token, door, cancel);
        return failure ?? await Subscribe(token, webhook!, id, cancel) ?? new Check.Works($"@{account.Body["data"]["username"].Text}");
    }

    /// <summary>X calls at the door before it answers. One that failed for long enough is no longer called until it is asked for again.</summary>
    private async Task<(string? Id, Check? Failure)> Webhook(string token, Uri door, CancellationToken cancel)
    {
        var listed = await api.AsApp(token, HttpMethod.Get, Webhooks, null, cancel);
        if (listed is not Reply.Answer { Succeeded: true } list) return (null, XErrors.FailureOf(listed));

        if (list.Body["data"].Items.FirstOrDefault(one => one["url"].Text == door.AbsoluteUri) is { IsObject: true } known && known["id"].Text is { } id)
            return known["valid"].IsTrue ? (id, null) : (id, await Revive(token, id, cancel));

        var made = await api.AsApp(token, HttpMethod.Post, Webhooks, new JsonObject { ["url"] = door.AbsoluteUri }, cancel);
        return made is Reply.Answer { Succeeded: true } answer && answer.Body["data"]["id"].Text is { } fresh ? (fresh, null) : (null, WhyNot(made));
    }

    private async Task<Check?> Revive(string token, string id, CancellationToken cancel)
    {
        var tried = await api.AsApp(token, HttpMethod.Put, $"{Webhooks}/{Uri.EscapeDataString(id)}", null, cancel);
        return tried is Reply.Answer { Succeeded: true } answer && answer.Body["data"]["valid"].IsTrue ? null
            : tried is Reply.Answer { Succeeded: true } ? new Check.Fails(SecretWrong, "X called Relais, and did not get the answer it expects.")
            : WhyNot(tried);
    }

    private static Check.Fails WhyNot(Reply reply) =>
        reply is Reply.Answer answer && XErrors.WordsOf(answer) is var words && words.Contains("Crc", StringComparison.OrdinalIgnoreCase) ? new Check.Fails(SecretWrong, words)
        : reply is Reply.Answer full && XErrors.WordsOf(full) is var said && said.Contains("Limit", StringComparison.Ordinal) ? new Check.Fails(WebhookLimit, said)
        : XErrors.FailureOf(reply, WebhookRefused);

    /// <summary>Null when X brings everything; what it brings already is not asked for again.</summary>
    private async Task<Check?> Subscribe(string token, string webhook, string account, CancellationToken cancel)
    {
        var listed = await api.AsApp(token, HttpMethod.Get, Subscriptions, null, cancel);
        if (listed is not Reply.Answer { Succeeded: true } list) return XErrors.FailureOf(listed);

        var known = list.Body["data"].Items.Where(one => one["filter"]["user_id"].Text == account && one["webhook_id"].Text == webhook).Select(one => one["event_type"].Text).ToHashSet();
        foreach (var name in (inPublic ? [.. Private, .. Public] : Private).Where(name => !known.Contains(name)))
        {
            var body = new JsonObject { ["event_type"] = name, ["filter"] = new JsonObject { ["user_id"] = account }, ["tag"] = "relais", ["webhook_id"] = webhook };
            // What is private the account itself must ask for.
            var made = await api.Post(Subscriptions, body, cancel);
            if (made is not Reply.Answer { Succeeded: true }) return XErrors.FailureOf(made, SubscriptionRefused);
        }

        return null;
    }
}
