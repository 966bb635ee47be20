using System.Security.Cryptography;
using System.Text;
using Relais.Tests.Testing;

namespace Relais.Bench;

/// <summary>
/// Signed calls of a provider, prepared in advance. Every fourth message is from a customer who writes for the first time;
/// the others are from customers who wrote shortly before.
/// </summary>
internal sealed class Webhooks(Guid channelId, string host)
{
    public const string AppSecret = "bench-app-secret";
    public const string PhoneNumberId = "106540352242922";
    public const int MessagesPerCustomer = 4;

    private const int Flooder = 99_999_999;

    /// <summary>When the first one was written, in seconds; each of the others a second later.</summary>
    private const int First = 1_763_900_060;

    private readonly List<Delivered> ledger = [];
    private int made;

    /// <summary>What was delivered so far, for the judges.</summary>
    public IReadOnlyList<Delivered> Ledger => ledger;

    public static int BodyLength { get; } = Body(123_456, 1).Length;

    public (byte[][] Calls, int First) Next(int count)
    {
        var first = made;
        made += count;
        return ([.. Enumerable.Range(first, count).Select(index => Call(index, CustomerOf(index)))], first);
    }

    /// <summary>One customer, who wrote none of the others, does not stop writing.</summary>
    public (byte[][] Calls, int First) Flood(int count)
    {
        var first = made;
        made += count;
        return ([.. Enumerable.Range(first, count).Select(index => Call(index, Flooder))], first);
    }

    /// <summary>Notes how the calls since <paramref name="first"/> ended. Messages of one customer travel on several lines at once: their order is nobody's promise.</summary>
    public void Note(int first, IReadOnlyList<bool> accepted)
    {
        for (var index = 0; index < accepted.Count; index++)
            ledger.Add(new Delivered(channelId, ExternalId(first + index), $"call {first + index}", 1, accepted[index]));
    }

    /// <summary>The mark in a message's text by which its arrival is recognised: #, eight digits, #.</summary>
    public static int? MarkIn(ReadOnlySpan<byte> bytes, out int after)
    {
        var at = bytes.IndexOf("mon colis #"u8);
        after = at + 19;
        return at >= 0 && bytes.Length >= after && int.TryParse(bytes[(at + 11)..after], out var index) ? index : null;
    }

    private byte[] Call(int index, int customer)
    {
        var body = Body(index, customer);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(AppSecret), body));
        var head = $"POST /channels/whatsapp/{channelId} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n" +
            $"X-Hub-Signature-256: sha256={signature}\r\nContent-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    /// <summary>Four messages each, 64 calls apart.</summary>
    private static int CustomerOf(int index) => (index / 256 * 64) + (index % 64);

    private static string ExternalId(int index) => $"wamid.HBgLMzM2MTIzNDU2NzgVAgASGBQ{index:00000000}=";

    private static byte[] Body(int index, int customer) => Encoding.UTF8.GetBytes($$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":{"messaging_product":"whatsapp",
        "metadata":{"display_phone_number":"33155507838","phone_number_id":"{{{PhoneNumberId}}}"},
        "contacts":[{"profile":{"name":"Zoé Martin {{{customer}}}"},"wa_id":"336{{{customer:00000000}}}"}],
        "messages":[{"from":"336{{{customer:00000000}}}","id":"{{{ExternalId(index)}}}","timestamp":"{{{First + index}}}","type":"text",
        "text":{"body":"Bonjour, où est mon colis #{{{index:00000000}}}# ? Je l'attends depuis lundi."}}]},"field":"messages"}]}]}
        """.ReplaceLineEndings(""));
}
