using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Relais.Tests.Testing;

/// <summary>What WhatsApp delivers to a door, and the header that proves it.</summary>
public static class WhatsAppWebhook
{
    public const string PhoneNumberId = "100200300";
    public const string AppSecret = "the-secret-of-this-test";

    public static object Settings(string apiUrl) => new
    {
        phoneNumberId = PhoneNumberId,
        businessAccountId = "400500600",
        accessToken = "token",
        appSecret = AppSecret,
        apiUrl,
    };

    /// <summary>The header a genuine call carries.</summary>
    public static string Sign(string body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(AppSecret), Encoding.UTF8.GetBytes(body)));

    /// <summary>One message of one customer.</summary>
    public static string Message(string from, string name, string id, string type, object content) => Envelope(new
    {
        messaging_product = "whatsapp",
        metadata = Metadata,
        contacts = new[] { new { profile = new { name }, wa_id = from } },
        messages = new[] { new Dictionary<string, object> { ["from"] = from, ["id"] = id, ["timestamp"] = Now, ["type"] = type, [type] = content } },
    });

    public static string Text(string from, string name, string id, string text) => Message(from, name, id, "text", new { body = text });

    /// <summary>How far one of our answers got.</summary>
    public static string Status(string id, string status, string recipient, string ours) => Envelope(new
    {
        messaging_product = "whatsapp",
        metadata = Metadata,
        statuses = new[] { new { id, status, timestamp = Now, recipient_id = recipient.TrimStart('+'), biz_opaque_callback_data = ours } },
    });

    /// <summary>Delivers a body to a channel's door as the provider would.</summary>
    public static async Task<int> Deliver(HttpClient http, Guid channelId, string body, string? signature = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/channels/whatsapp/{channelId}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Hub-Signature-256", signature ?? Sign(body));
        using var response = await http.SendAsync(request);
        return (int)response.StatusCode;
    }

    private static object Metadata => new { display_phone_number = "33100200300", phone_number_id = PhoneNumberId };

    private static string Now => $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}";

    private static string Envelope(object value) => JsonSerializer.Serialize(new
    {
        @object = "whatsapp_business_account",
        entry = new[] { new { id = "400500600", changes = new[] { new { field = "messages", value } } } },
    });
}
