using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Relais.Domain.VirtualAgents;
using Relais.Server.Security;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.VirtualAgents.Custom;

/// <summary>How telling a program ended.</summary>
/// <param name="Status">What its web hook answered; null when it did not.</param>
/// <param name="Problem">Why it failed, as a code; null when it took what it was told.</param>
/// <param name="Body">What came back.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Time">How long the last attempt took.</param>
internal sealed record AgentReply(int? Status, string? Problem, byte[] Body, int Attempts, TimeSpan Time)
{
    /// <summary>More about a failure: what was answered where something was, else why nothing was.</summary>
    public string? Cause => Problem is null ? null : Status?.ToString(CultureInfo.InvariantCulture) ?? Problem;

    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>
/// Posts events to the web hooks of programs: signed, answered within ten seconds, tried four times within two seconds of waiting. Every
/// call leaves by the guarded way, so that no web hook leads inside.
/// </summary>
internal sealed class AgentCaller(IHttpClientFactory http, AgentVault vault, TimeProvider clock)
{
    /// <summary>Hexadecimal HMAC-SHA256 of the body with the bytes of the secret: what programs that come from Hootsuite check.</summary>
    public const string OtherHeader = "X-Hootsuite-Signature";

    public const string AttemptHeader = "X-Relais-Attempt";

    private const int LongestAnswer = 256 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1)];

    public async Task<AgentReply> Tell(CustomAgent agent, byte[] body, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var reply = await Try(agent, body, attempt, cancel);
            if (reply.Problem is null or "address" || attempt > Pauses.Length) return reply;

            await Task.Delay(Pauses[attempt - 1], clock, cancel);
        }
    }

    /// <summary>Once.</summary>
    public async Task<AgentReply> Try(CustomAgent agent, byte[] body, int attempt, CancellationToken cancel)
    {
        var since = clock.GetTimestamp();
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            using var request = Request(agent, body, attempt);
            using var response = await http.CreateClient(GuardedHttpRegistration.ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var answer = await Read(response, either.Token);
            var problem = !response.IsSuccessStatusCode ? "status" : answer is null ? "answer_too_large" : null;
            return new AgentReply((int)response.StatusCode, problem, answer ?? [], attempt, clock.GetElapsedTime(since));
        }
        catch (HttpRequestException failed)
        {
            return Failed(ProblemOf(failed));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Failed("timeout");
        }

        AgentReply Failed(string problem) => new(null, problem, [], attempt, clock.GetElapsedTime(since));
    }

    /// <summary>What stands above the body, by name.</summary>
    public IReadOnlyDictionary<string, string> Headers(CustomAgent agent, byte[] body, int attempt)
    {
        var now = clock.GetUtcNow();
        var secrets = vault.Open(agent).Signing;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [CallSignature.Header] = CallSignature.Sign(secrets.Valid(now), body, now),
            [OtherHeader] = Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromHexString(secrets.Value), body)),
            [AttemptHeader] = attempt.ToString(CultureInfo.InvariantCulture),
        };
    }

    private HttpRequestMessage Request(CustomAgent agent, byte[] body, int attempt)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, agent.WebhookUrl) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        foreach (var (name, value) in Headers(agent, body, attempt)) request.Headers.Add(name, value);
        return request;
    }

    /// <summary>Null when it is larger than any sensible answer.</summary>
    private static async Task<byte[]?> Read(HttpResponseMessage response, CancellationToken cancel)
    {
        await using var content = await response.Content.ReadAsStreamAsync(cancel);
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await content.ReadAsync(buffer, cancel) is var read and > 0)
        {
            if (kept.Length + read > LongestAnswer) return null;

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    private static string ProblemOf(HttpRequestException failed) => failed switch
    {
        AddressRefused or { InnerException: AddressRefused } => "address",
        { HttpRequestError: HttpRequestError.SecureConnectionError } => "certificate",
        _ => "connection",
    };
}
