using System.Text.Json.Nodes;

namespace Relais.Server.Channels.Telegram;

/// <summary>Makes sure with Telegram who the bot is, and that it calls at our door where it is to.</summary>
internal sealed class TelegramAccount(TelegramApi api, TimeProvider clock)
{
    public const string NeedsHttps = "needs_https";
    public const string WebhookRefused = "webhook_refused";
    public const string WebhookFailing = "webhook_failing";

    /// <summary>Telegram calls no others. https://core.telegram.org/bots/webhooks</summary>
    private static readonly int[] Ports = [443, 80, 88, 8443];

    /// <summary>What went wrong longer ago than this has been mended, or will show again.</summary>
    private static readonly TimeSpan Recently = TimeSpan.FromMinutes(10);

    public async Task<Check> Check(TelegramSettings settings, Uri door, CancellationToken cancel)
    {
        var me = await api.Call("getMe", [], cancel);
        if (ResultOf(me) is not { } bot) return TelegramErrors.FailureOf(me);

        var works = new Check.Works(bot["username"].Text is { } username ? $"@{username}" : bot["first_name"].Text ?? bot["id"].Text ?? "bot");
        return settings.Reception == TelegramSettings.Webhook ? await Tell(settings, door, cancel) ?? works : works;
    }

    /// <summary>Null when Telegram will call, and was not turned away a moment ago.</summary>
    private async Task<Check?> Tell(TelegramSettings settings, Uri door, CancellationToken cancel)
    {
        if (door.Scheme != Uri.UriSchemeHttps || !Ports.Contains(door.Port))
            return new Check.Fails(NeedsHttps, $"Telegram calls only https addresses on port 443, 80, 88 or 8443; ours is {door.GetLeftPart(UriPartial.Authority)}.");

        var before = ResultOf(await api.Call("getWebhookInfo", [], cancel));
        var set = await api.Call("setWebhook", new JsonObject { ["url"] = door.ToString(), ["secret_token"] = settings.WebhookSecret, ["allowed_updates"] = TelegramUpdates.Allowed() }, cancel);
        if (ResultOf(set) is null) return TelegramErrors.FailureOf(set, WebhookRefused);

        var wasOurs = before?["url"].Text == door.ToString();
        return wasOurs && before?["last_error_date"].Instant is { } at && clock.GetUtcNow() - at < Recently
            ? new Check.Fails(WebhookFailing, before?["last_error_message"].Text ?? "Telegram gave no reason.")
            : null;
    }

    private static LooseJson? ResultOf(Reply reply) => reply is Reply.Answer { Succeeded: true } answer && answer.Body["ok"].IsTrue ? answer.Body["result"] : null;
}
