using Relais.Domain.Channels;

namespace Relais.Server.Channels.Meta;

/// <summary>Asks until when a token opens the door. https://developers.facebook.com/docs/facebook-login/guides/access-tokens/debugging</summary>
internal sealed class MetaToken(MetaGraph graph)
{
    /// <summary>A token may not end, and yet what it may read must be granted anew every three months.</summary>
    public async Task<IReadOnlyList<Allowance>?> Ask(CancellationToken cancel)
    {
        if (await graph.Get($"debug_token?input_token={Uri.EscapeDataString(graph.Token)}", cancel) is not Reply.Answer { Succeeded: true } answer) return null;

        var told = answer.Body["data"];
        DateTimeOffset?[] ends = [told["expires_at"].Instant, told["data_access_expires_at"].Instant];
        return ends.Min() is { } end ? [new Allowance(Allowance.Access) { Until = end }] : [];
    }
}
