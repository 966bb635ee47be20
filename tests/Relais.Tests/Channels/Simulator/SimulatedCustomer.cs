using System.Text.Json.Nodes;

namespace Relais.Tests.Channels.Simulator;

/// <summary>A person with WhatsApp who writes to the shop.</summary>
/// <param name="number">Digits; null for one who hides it.</param>
/// <param name="userId">The id Meta gives the shop for this person; null for one without.</param>
public sealed class SimulatedCustomer(WhatsAppSimulator meta, string name, string? number, string? userId)
{
    private string? number = number;

    public string? Number => number;

    public string? UserId => userId;

    public Task<string> Writes(string text, CancellationToken cancel, string? replyTo = null) =>
        Sends("text", new JsonObject { ["body"] = text }, cancel, replyTo);

    /// <summary>Keeps the account and moves it to another number.</summary>
    public async Task ChangesNumber(string to, CancellationToken cancel)
    {
        await Sends("system", new JsonObject { ["type"] = "user_changed_number", ["wa_id"] = to, ["body"] = $"{name} changed from {number} to {to}" }, cancel);
        number = to;
    }

    /// <summary>Sends a file, which the shop must fetch from Meta.</summary>
    public Task<string> Sends(string type, byte[] file, string contentType, CancellationToken cancel, string? caption = null, string? filename = null)
    {
        var media = new JsonObject { ["id"] = meta.Files.Keep(file, contentType, out var url), ["mime_type"] = contentType, ["url"] = url, ["sha256"] = "x" };
        if (caption is not null) media["caption"] = caption;
        if (filename is not null) media["filename"] = filename;
        return Sends(type, media, cancel);
    }

    /// <summary>Sends anything, in Meta's words.</summary>
    /// <returns>Its wamid.</returns>
    public async Task<string> Sends(string type, JsonNode body, CancellationToken cancel, string? replyTo = null)
    {
        var id = meta.NextId();
        meta.Heard(this);
        var message = new JsonObject { ["id"] = id, ["timestamp"] = meta.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), ["type"] = type, [type] = body };
        if (number is not null) message["from"] = number;
        if (userId is not null) message["from_user_id"] = userId;
        if (replyTo is not null) message["context"] = new JsonObject { ["id"] = replyTo, ["from"] = meta.Account.DisplayPhoneNumber };
        await meta.Webhooks.Deliver(new JsonObject { ["contacts"] = new JsonArray(Card()), ["messages"] = new JsonArray(message) }, cancel);
        return id;
    }

    internal JsonObject Card()
    {
        var card = new JsonObject { ["profile"] = new JsonObject { ["name"] = name } };
        if (number is not null) card["wa_id"] = number;
        if (userId is not null) card["user_id"] = userId;
        return card;
    }

    internal bool Is(string address) => address == userId || address == $"+{number}" || address == number;
}
