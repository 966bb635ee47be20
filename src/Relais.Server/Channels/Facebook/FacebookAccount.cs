using Relais.Server.Channels.Meta;

namespace Relais.Server.Channels.Facebook;

/// <summary>Asks Meta whether the page is ours, and has our app told of what is written to it.</summary>
internal sealed class FacebookAccount(MetaGraph graph, FacebookSettings settings)
{
    private static readonly string[] Fields =
    [
        "messages", "message_echoes", "message_edits", "message_reactions", "message_reads", "message_deliveries", "messaging_postbacks", "messaging_referrals",
        "messaging_optins", "standby", "messaging_policy_enforcement",
    ];

    private static readonly string[] PublicFields = ["feed", "mention", "ratings"];

    public async Task<Check> Check(CancellationToken cancel)
    {
        var page = await graph.Get($"{Uri.EscapeDataString(settings.PageId)}?fields=name", cancel);
        if (page is not Reply.Answer { Succeeded: true } account) return MetaErrors.FailureOf(page);

        // Without it Meta never calls at our door, however right the address is.
        var wanted = settings.Comments ? Fields.Concat(PublicFields) : Fields;
        using var fields = new FormUrlEncodedContent([new("subscribed_fields", string.Join(',', wanted))]);
        var subscribed = await graph.Post(graph.Own("subscribed_apps"), fields, cancel);
        return subscribed is Reply.Answer { Succeeded: true } ? new Check.Works(account.Body["name"].Text ?? settings.PageId) : MetaErrors.FailureOf(subscribed);
    }
}
