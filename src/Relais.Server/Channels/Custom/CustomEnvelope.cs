using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Unicode;

namespace Relais.Server.Channels.Custom;

/// <summary>An act with the id that makes its repetitions recognisable.</summary>
internal sealed record CustomEnvelope(CustomAct Act, string Id)
{
    private const int IdLimit = 200;

    /// <summary>Unique in the channel for ever. A message is itself whatever its words; anything else may happen again.</summary>
    public string Key => Act switch
    {
        CustomMessage => $"message:{Id}",
        _ => $"{Act.GetType().Name}:{Id}",
    };

    /// <summary>Null when the bytes are not what the doors take; then <paramref name="fault"/> says why.</summary>
    public static CustomEnvelope? Parse(ReadOnlySpan<byte> body, out string fault)
    {
        fault = "Send JSON in UTF-8.";
        if (!Utf8.IsValid(body)) return null;

        try
        {
            var act = JsonSerializer.Deserialize<CustomAct>(body, CustomAct.Json);
            // Without a type it is a message: the commonest case needs no ceremony.
            if (act?.GetType() == typeof(CustomAct) && !HasType(body)) act = JsonSerializer.Deserialize<CustomMessage>(body, CustomAct.Json);
            if (act is not null && IdOf(act, body) is { Length: <= IdLimit } id) return new CustomEnvelope(act, id);

            fault = act is null ? "The body is null." : $"An id is longer than {IdLimit} characters.";
        }
        catch (JsonException unreadable)
        {
            fault = $"The body does not match the description at {unreadable.Path}.";
        }

        return null;
    }

    private static bool HasType(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 32 });
        while (reader.Read())
            if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("type"u8)) return true;

        return false;
    }

    private static string IdOf(CustomAct act, ReadOnlySpan<byte> body) =>
        (act is CustomMessage message ? Given(message.ExternalId) : Given(act.EventId)) ?? Convert.ToHexStringLower(SHA256.HashData(body));

    private static string? Given(string? id) => string.IsNullOrWhiteSpace(id) ? null : id.Trim();
}
