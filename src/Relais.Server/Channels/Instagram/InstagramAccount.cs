using Relais.Server.Channels.Meta;

namespace Relais.Server.Channels.Instagram;

/// <summary>Asks Meta whether the account is ours, and has our app told of what is written to it.</summary>
internal sealed class InstagramAccount(MetaGraph graph, InstagramSettings settings)
{
    private static readonly string[] AccountFields =
        ["messages", "messaging_postbacks", "messaging_seen", "message_reactions", "messaging_referral", "message_edit"];

    private static readonly string[] PublicFields = ["comments", "live_comments"];

    /// <summary>What is told of the account is chosen in the app; of its page, only that it is followed matters.</summary>
    private static readonly string[] PageFields = ["messages"];

    public async Task<Check> Check(CancellationToken cancel)
    {
        var asked = await graph.Get(settings.IsByPage ? $"{Uri.EscapeDataString(settings.AccountId)}?fields=username" : "me?fields=user_id,username", cancel);
        if (asked is not Reply.Answer { Succeeded: true } account) return MetaErrors.FailureOf(asked);
        if (!settings.IsByPage && account.Body["user_id"].Text is var id && id != settings.AccountId)
            return new Check.Fails("account_unknown", $"The access token is the one of the account {id ?? "?"}.");

        return await Subscribe(cancel) ?? new Check.Works(account.Body["username"].Text is { } username ? $"@{username}" : settings.AccountId);
    }

    /// <summary>Without it Meta never calls at our door, however right the address is.</summary>
    /// <returns>Null when it is done.</returns>
    private async Task<Check?> Subscribe(CancellationToken cancel)
    {
        var fields = settings.IsByPage ? PageFields.Union(await FollowedOnPage(cancel))
            : settings.Comments ? AccountFields.Concat(PublicFields) : AccountFields;
        using var form = new FormUrlEncodedContent([new("subscribed_fields", string.Join(',', fields))]);
        var subscribed = await graph.Post(graph.Own("subscribed_apps"), form, cancel);
        return subscribed is Reply.Answer { Succeeded: true } ? null : MetaErrors.FailureOf(subscribed);
    }

    /// <summary>A new list takes the place of the old one, and the page may be another channel of ours.</summary>
    private async Task<IEnumerable<string>> FollowedOnPage(CancellationToken cancel) =>
        await graph.Get(graph.Own("subscribed_apps"), cancel) is Reply.Answer { Succeeded: true } known
            ? known.Body["data"].Items.SelectMany(app => app["subscribed_fields"].Items).Select(field => field.Text).OfType<string>()
            : [];
}
