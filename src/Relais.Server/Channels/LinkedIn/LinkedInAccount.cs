using System.Text.Json.Nodes;
using Relais.Domain.Channels;

namespace Relais.Server.Channels.LinkedIn;

/// <summary>Makes sure with LinkedIn that the page is ours, and that it tells us what happens there.</summary>
internal sealed class LinkedInAccount(LinkedInApi api, LinkedInSettings settings)
{
    public const string NeedsHttps = "needs_https";

    public async Task<Check> Check(Uri door, CancellationToken cancel)
    {
        var page = await api.Get($"organizations/{Uri.EscapeDataString(settings.OrganizationId)}", cancel);
        if (page is not Reply.Answer { Succeeded: true } organization) return LinkedInErrors.FailureOf(page);
        if (door.Scheme != Uri.UriSchemeHttps) return new Check.Fails(NeedsHttps, $"LinkedIn calls only https addresses; ours is {door.GetLeftPart(UriPartial.Authority)}.");

        var me = await api.Get("me", cancel);
        if (me is not Reply.Answer { Succeeded: true } member) return LinkedInErrors.FailureOf(me);

        var subscribed = await api.Put(SubscriptionOf(member.Body["id"].Text ?? ""), new JsonObject { ["webhook"] = door.AbsoluteUri }, cancel);
        return subscribed is Reply.Answer { Succeeded: true }
            ? new Check.Works(organization.Body["localizedName"].Text ?? settings.OrganizationId)
            : LinkedInErrors.FailureOf(subscribed);
    }

    public async Task<IReadOnlyList<Allowance>?> Allowances(CancellationToken cancel)
    {
        if (settings.ClientId.Length == 0 || await api.Introspect(cancel) is not Reply.Answer { Succeeded: true } answer) return null;

        return answer.Body["expires_at"].Instant is { } end ? [new Allowance(Allowance.Access) { Until = end }] : null;
    }

    /// <summary>It lasts as long as the person who gave the token administers the page: so each test renews it.</summary>
    private string SubscriptionOf(string member) =>
        $"eventSubscriptions/(developerApplication:{Escaped($"urn:li:developerApplication:{settings.ApplicationId}")},user:{Escaped($"urn:li:person:{member}")}," +
        $"entity:{Escaped(settings.Organization)},eventType:ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS)";

    private static string Escaped(string urn) => LinkedInUrn.EscapedOf(urn);
}
