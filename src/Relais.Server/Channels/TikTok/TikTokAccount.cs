namespace Relais.Server.Channels.TikTok;

/// <summary>Makes sure with TikTok whose account it is, and that the app's calls come to our door.</summary>
internal sealed class TikTokAccount(TikTokApi api, TikTokSettings settings)
{
    public const string NeedsHttps = "needs_https";
    public const string WebhookElsewhere = "webhook_elsewhere";

    public async Task<Check> Check(Uri door, CancellationToken cancel)
    {
        var asked = await api.Get("business/get/", cancel, ("fields", """["username","display_name"]"""));
        if (!TikTokErrors.IsOk(asked)) return TikTokErrors.FailureOf(asked);
        if (door.Scheme != Uri.UriSchemeHttps) return new Check.Fails(NeedsHttps, $"TikTok calls only https addresses; ours is {door.GetLeftPart(UriPartial.Authority)}.");

        foreach (var events in Wanted())
        {
            if (await Subscribe(events, door, cancel) is { } failure) return failure;
        }

        var account = TikTokErrors.DataOf(asked);
        return new Check.Works(account["username"].Text is { Length: > 0 } username ? $"@{username}" : account["display_name"].Text ?? settings.AppId);
    }

    private IEnumerable<string> Wanted()
    {
        if (settings.Messages) yield return "DIRECT_MESSAGE";
        if (settings.Comments) yield return "COMMENT";
    }

    /// <summary>TikTok keeps one address for each kind of event of an app: another program, or another channel, may live from it.</summary>
    /// <returns>Null when it is done.</returns>
    private async Task<Check.Fails?> Subscribe(string events, Uri door, CancellationToken cancel)
    {
        var listed = await api.AsApp(HttpMethod.Get, "business/webhook/list/", cancel, ("event_type", events));
        if (!TikTokErrors.IsOk(listed)) return TikTokErrors.FailureOf(listed);

        var known = TikTokErrors.DataOf(listed)["callback_url"].Text;
        if (known == door.AbsoluteUri) return null;
        if (!string.IsNullOrEmpty(known) && !settings.TakeOver) return new Check.Fails(WebhookElsewhere, known);

        var told = await api.AsApp(HttpMethod.Post, "business/webhook/update/", cancel, ("event_type", events), ("callback_url", door.AbsoluteUri));
        return TikTokErrors.IsOk(told) ? null : TikTokErrors.FailureOf(told);
    }
}
