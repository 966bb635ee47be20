using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Relais.Server.Demo;

/// <summary>Customers of the shop's Telegram bot, which somebody built on the custom channel.</summary>
public sealed class TelegramMedium(HttpClient http, Uri home, Notebook notebook) : Medium
{
    public override string Name => "telegram";

    public override Guid ChannelId => notebook.TelegramId;

    private string StandIn => $"http://127.0.0.1:{notebook.StandInPort}";

    public override async Task<string> Write(Customer from, Line line, string id, DateTimeOffset at, CancellationToken cancel)
    {
        await Post("messages", new
        {
            externalId = id,
            sender = Person(from),
            occurredAt = at,
            text = line.Words,
            attachments = line.Picture is { } picture
                ? new[] { new { url = $"{StandIn}/pictures/{picture}", mimeType = "image/png", name = $"{picture}.png" } }
                : null,
        }, cancel);
        return id;
    }

    public override Task Like(Customer from, string externalId, CancellationToken cancel) =>
        Post("events", new { type = "reaction", eventId = $"like-{externalId}", sender = Person(from), targetExternalId = externalId, emoji = "❤️" }, cancel);

    public override Task Type(Customer from, bool on, CancellationToken cancel) =>
        Post("events", new { type = "typing", sender = Person(from), on }, cancel);

    public override Task Acknowledge(Answer answer, bool read, CancellationToken cancel) =>
        Post($"messages/{answer.ExternalId}/status", new { status = read ? "read" : "delivered" }, cancel);

    private static object Person(Customer customer) =>
        new { externalId = customer.ExternalId, name = customer.Name, email = customer.Email, language = customer.Language };

    private async Task Post(string path, object body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(home, $"api/channels/custom/v1/{ChannelId}/{path}"));
        request.Content = JsonContent.Create(body);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", notebook.Token);
        using var response = await http.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
    }
}
