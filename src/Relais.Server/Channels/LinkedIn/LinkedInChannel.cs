using System.Text.Json.Nodes;
using Relais.Domain.Channels;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Channels.LinkedIn;

/// <summary>The comments under a LinkedIn page's posts, and where it is mentioned: one page is one channel. Pages have no private messages for programs.</summary>
public sealed class LinkedInChannel(IHttpClientFactory clients, TimeProvider clock) : ChannelKind<LinkedInSettings>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly Capabilities Comments = new()
    {
        MaxText = 1250,
        ReplyTo = true,
        Reactions = ["👍"],
        Edits = true,
        Removals = true,
        Deletes = Deletion.All,
        Unknown = UnknownPolicy.Ask,
        MessagesPerSecond = 2,
    };

    private static readonly Capabilities Abilities = Comments with { Public = Comments };

    public override string Name => "linkedin";

    public override bool Introduces => true;

    public override Capabilities CapabilitiesOf(ConnectedChannel channel) => Abilities;

    public override Verdict Verify(ConnectedChannel channel, DoorRequest request) => LinkedInSignature.Judge(SettingsOf(channel).ClientSecret, request);

    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body) => Read(channel, body, clock.GetUtcNow());

    public override IEnumerable<Inbound> Read(ConnectedChannel channel, ReadOnlyMemory<byte> body, DateTimeOffset cameAt) =>
        [.. new LinkedInReader(SettingsOf(channel).Organization, cameAt).Read(LooseJson.Parse(body))];

    public override Task<Check> Check(ConnectedChannel channel, Uri publicUrl, CancellationToken cancel) =>
        new LinkedInAccount(ApiOf(channel), SettingsOf(channel)).Check(new Uri(publicUrl, $"channels/{Name}/{channel.Id}"), cancel);

    public override Task<IReadOnlyList<Allowance>?> Allowances(ConnectedChannel channel, CancellationToken cancel) =>
        new LinkedInAccount(ApiOf(channel), SettingsOf(channel)).Allowances(cancel);

    /// <summary>LinkedIn cannot recognise a repetition: once it may have been said, a person decides.</summary>
    public override async Task<Delivery> Send(ConnectedChannel channel, Outgoing answer, CancellationToken cancel)
    {
        if (answer is not { Post: { } post, Answers.ExternalId: { } answered }) return new Delivery.Rejected(LinkedInErrors.NothingToAnswer, "There is no comment to answer.");

        var body = new JsonObject { ["actor"] = SettingsOf(channel).Organization, ["object"] = post, ["message"] = new JsonObject { ["text"] = answer.Text } };
        if (LinkedInUrn.IsComment(answered)) body["parentComment"] = answered;
        var reply = await ApiOf(channel).Post($"socialActions/{LinkedInUrn.EscapedOf(answered)}/comments", body, cancel);
        return reply is Reply.Answer { Succeeded: true } taken && IdOf(taken, post) is { } id ? new Delivery.Sent(id) : LinkedInErrors.DeliveryOf(reply, answer.Attempt);
    }

    /// <summary>The page likes what was said, or likes it no longer. https://learn.microsoft.com/linkedin/marketing/community-management/shares/reactions-api</summary>
    public override async Task<string?> React(ConnectedChannel channel, Reacting reacting, CancellationToken cancel)
    {
        var (api, page, said) = (ApiOf(channel), LinkedInUrn.EscapedOf(SettingsOf(channel).Organization), LinkedInUrn.EscapedOf(reacting.ExternalId));
        var reply = reacting.Emoji is null
            ? await api.Delete($"reactions/(actor:{page},entity:{said})", cancel)
            : await api.Post($"reactions?actor={page}", new JsonObject { ["root"] = reacting.ExternalId, ["reactionType"] = "LIKE" }, cancel);
        return reply is Reply.Answer { Succeeded: true } ? null : LinkedInErrors.FailureOf(reply).Reason;
    }

    /// <summary>
    /// What the page said, and what others said under its posts. https://learn.microsoft.com/linkedin/marketing/community-management/shares/comments-api
    /// </summary>
    public override async Task<string?> Delete(ConnectedChannel channel, Deleting deleting, CancellationToken cancel)
    {
        if (LinkedInUrn.PartsOf(deleting.ExternalId) is not (var post, var number)) return "LinkedIn lets a page delete comments only.";

        var page = LinkedInUrn.EscapedOf(SettingsOf(channel).Organization);
        var reply = await ApiOf(channel).Delete($"socialActions/{LinkedInUrn.EscapedOf(post)}/comments/{Uri.EscapeDataString(number)}?actor={page}", cancel);
        return reply is Reply.Answer { Succeeded: true } || LinkedInErrors.IsGone(reply) ? null : LinkedInErrors.FailureOf(reply).Reason;
    }

    public override Task<Introduced> Introduce(ConnectedChannel channel, string externalId, CancellationToken cancel) =>
        new LinkedInPeople(ApiOf(channel)).Introduce(externalId, cancel);

    protected override LinkedInSettings Complete(LinkedInSettings settings) => settings with
    {
        OrganizationId = LinkedInUrn.NumberOf(settings.OrganizationId.Trim()),
        AccessToken = settings.AccessToken.Trim(),
        ClientSecret = settings.ClientSecret.Trim(),
        ClientId = settings.ClientId.Trim(),
        ApplicationId = LinkedInUrn.NumberOf(settings.ApplicationId.Trim()),
        ApiUrl = Uri.TryCreate(settings.ApiUrl, UriKind.Absolute, out _) ? settings.ApiUrl : new LinkedInSettings().ApiUrl,
        ApiVersion = string.IsNullOrWhiteSpace(settings.ApiVersion) ? new LinkedInSettings().ApiVersion : settings.ApiVersion.Trim(),
    };

    private static string? IdOf(Reply.Answer taken, string post) =>
        LinkedInUrn.Of(taken.Body["commentUrn"].Text)
        ?? (taken.Headers.TryGetValues("x-restli-id", out var ids) && ids.First() is { Length: > 0 } id ? LinkedInUrn.Of(LinkedInUrn.OfComment(post, id)) : null);

    private LinkedInApi ApiOf(ConnectedChannel channel)
    {
        var http = clients.CreateClient(GuardedHttpRegistration.ClientName);
        http.Timeout = Patience;
        return new LinkedInApi(new ProviderLine(http, "LinkedIn"), SettingsOf(channel));
    }
}
