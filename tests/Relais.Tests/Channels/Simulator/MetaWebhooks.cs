using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Relais.Tests.Channels.Simulator;

/// <summary>Calls the shop's webhook the way Meta does: signed, escaped, at least once, in no particular order.</summary>
public sealed class MetaWebhooks(SimulatedAccount account, SimulatorFaults faults, SimulatorLedger ledger)
{
    private static readonly JsonSerializerOptions Escaped = new() { Encoder = JavaScriptEncoder.Default };

    private readonly List<(int Number, string Body)> held = [];
    private HttpClient? shop;
    private string path = "";
    private int count;

    /// <summary>How often an unanswered webhook is tried again. Meta tries for seven days; a test has less time.</summary>
    public int MostTries { get; set; } = 1;

    public TimeSpan BetweenTries { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Says where the shop's door is. The client is the caller's.</summary>
    public void PointTo(HttpClient client, string webhookPath) => (shop, path) = (client, webhookPath);

    /// <summary>What Meta does when someone enters the webhook in its dashboard.</summary>
    public async Task<(int Status, string Body)> Handshake(string verifyToken, CancellationToken cancel)
    {
        var query = $"?hub.mode=subscribe&hub.verify_token={Uri.EscapeDataString(verifyToken)}&hub.challenge=1158201444";
        using var response = await Shop.GetAsync(path + query, cancel);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancel));
    }

    /// <summary>Delivers a change of the field <c>messages</c>, or of another.</summary>
    /// <returns>How the last try was answered; 0 when it is held back or nobody answered.</returns>
    public Task<int> Deliver(JsonObject value, CancellationToken cancel, string field = "messages")
    {
        value["messaging_product"] = "whatsapp";
        value["metadata"] = new JsonObject { ["display_phone_number"] = account.DisplayPhoneNumber, ["phone_number_id"] = account.PhoneNumberId };
        var change = new JsonObject { ["value"] = value, ["field"] = field };
        var entry = new JsonObject { ["id"] = account.BusinessAccountId, ["changes"] = new JsonArray(change) };
        return DeliverRaw(new JsonObject { ["object"] = "whatsapp_business_account", ["entry"] = new JsonArray(entry) }, cancel);
    }

    /// <summary>Delivers a whole call, as a recorded sample holds it.</summary>
    public async Task<int> DeliverRaw(JsonNode payload, CancellationToken cancel)
    {
        // Meta escapes letters outside ASCII and slashes, and signs exactly that.
        var body = payload.ToJsonString(Escaped).Replace("/", "\\/", StringComparison.Ordinal);
        var number = Interlocked.Increment(ref count);
        if (!faults.HoldBack) return await Call(number, body, cancel);

        lock (held) held.Add((number, body));
        return 0;
    }

    /// <summary>Delivers what was held back, the newest first.</summary>
    public async Task Release(CancellationToken cancel)
    {
        (int Number, string Body)[] waiting;
        lock (held)
        {
            waiting = [.. held];
            held.Clear();
        }

        foreach (var (number, body) in waiting.Reverse()) await Call(number, body, cancel);
    }

    public string Sign(string body) =>
        $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(faults.WrongSignature ? "a stranger's" : account.AppSecret), Encoding.UTF8.GetBytes(body)))}";

    private HttpClient Shop => shop ?? throw new InvalidOperationException("Nobody has said where the shop's webhook is.");

    private async Task<int> Call(int number, string body, CancellationToken cancel)
    {
        if (faults.Delay > TimeSpan.Zero) await Task.Delay(faults.Delay, cancel);
        var answers = await Task.WhenAll(Enumerable.Range(0, faults.Copies).Select(_ => UntilTaken(number, body, cancel)));
        return answers.Min();
    }

    private async Task<int> UntilTaken(int number, string body, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var status = await Try(body, cancel);
            ledger.Add(new DeliveredWebhook(number, body, status));
            if (status == 200 || attempt >= MostTries) return status;

            await Task.Delay(BetweenTries, cancel);
        }
    }

    private async Task<int> Try(string body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Hub-Signature-256", Sign(body));
        try
        {
            using var response = await Shop.SendAsync(request, cancel);
            return (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }
}
