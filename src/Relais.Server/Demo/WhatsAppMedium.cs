using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Relais.Server.Demo;

/// <summary>Customers on WhatsApp: what they do arrives as Meta's webhooks do, signed over the raw bytes.</summary>
public sealed class WhatsAppMedium(HttpClient http, Uri home, Notebook notebook, TimeProvider clock) : Medium
{
    public const string Number = "106540352242922";
    public const string Account = "102290129340398";

    public override string Name => "whatsapp";

    public override Guid ChannelId => notebook.WhatsAppId;

    public override string IdOf(string id) => $"wamid.{id}";

    public override async Task<string> Write(Customer from, Line line, string id, DateTimeOffset at, CancellationToken cancel)
    {
        var wamid = IdOf(id);
        object message = line.Picture is { } picture
            ? new { from = from.Phone, id = wamid, timestamp = Seconds(at), type = "image", image = new { id = $"picture-{picture}", mime_type = "image/png", caption = line.Words } }
            : new { from = from.Phone, id = wamid, timestamp = Seconds(at), type = "text", text = new { body = line.Words } };
        await Tell(From(from, message), cancel);
        return wamid;
    }

    public override Task Like(Customer from, string externalId, CancellationToken cancel)
    {
        var reaction = new { message_id = externalId, emoji = "❤️" };
        return Tell(From(from, new { from = from.Phone, id = $"wamid.{Guid.CreateVersion7():N}", timestamp = Seconds(clock.GetUtcNow()), type = "reaction", reaction }), cancel);
    }

    public override Task Acknowledge(Answer answer, bool read, CancellationToken cancel)
    {
        var status = new { id = answer.ExternalId, status = read ? "read" : "delivered", timestamp = Seconds(clock.GetUtcNow()), recipient_id = answer.To };
        return Tell(new { messaging_product = "whatsapp", metadata = Metadata, statuses = new[] { status } }, cancel);
    }

    private static object Metadata => new { display_phone_number = "33155000012", phone_number_id = Number };

    private static object From(Customer customer, object message) => new
    {
        messaging_product = "whatsapp",
        metadata = Metadata,
        contacts = new[] { new { profile = new { name = customer.Name }, wa_id = customer.Phone } },
        messages = new[] { message },
    };

    private async Task Tell(object value, CancellationToken cancel)
    {
        var change = new { field = "messages", value };
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            @object = "whatsapp_business_account",
            entry = new[] { new { id = Account, changes = new[] { change } } },
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(home, $"channels/whatsapp/{ChannelId}")) { Content = new ByteArrayContent(body) };
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(notebook.AppSecret), body);
        request.Headers.Add("X-Hub-Signature-256", $"sha256={Convert.ToHexStringLower(signature)}");
        using var response = await http.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
    }

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
}
