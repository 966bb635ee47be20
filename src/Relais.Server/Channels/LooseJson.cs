using System.Text;
using System.Text.Json;

namespace Relais.Server.Channels;

/// <summary>
/// JSON of a provider, read without faith in its shape: whatever is missing, or other than expected, is nothing. So a provider
/// may add and change what it likes, and a reader never breaks.
/// </summary>
internal readonly record struct LooseJson
{
    private readonly JsonElement element;

    private LooseJson(JsonElement element) => this.element = element;

    public LooseJson this[string name] =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? new LooseJson(value) : default;

    public bool IsObject => element.ValueKind == JsonValueKind.Object;

    /// <summary>Ids come as text in one event and as a number in the next: both are text to us.</summary>
    public string? Text => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        _ => null,
    };

    public double? Number =>
        double.TryParse(Text, System.Globalization.CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    public bool IsTrue => element.ValueKind == JsonValueKind.True;

    public IEnumerable<LooseJson> Items => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().Select(item => new LooseJson(item)) : [];

    public IEnumerable<(string Name, LooseJson Value)> Members =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().Select(member => (member.Name, new LooseJson(member.Value))) : [];

    /// <summary>As it was written.</summary>
    public byte[] Bytes => element.ValueKind == JsonValueKind.Undefined ? [] : Encoding.UTF8.GetBytes(element.GetRawText());

    /// <exception cref="JsonException">It is no JSON.</exception>
    public static LooseJson Parse(ReadOnlyMemory<byte> json) => new(JsonElement.Parse(json.Span));

    /// <summary>Nothing where it is no JSON: something in between may answer with a page.</summary>
    public static LooseJson Try(byte[] bytes)
    {
        try
        {
            return Parse(bytes);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>An instant in seconds since 1970; milliseconds have been seen.</summary>
    public DateTimeOffset? Instant
    {
        get
        {
            const double latestInSeconds = 100_000_000_000;
            return Number is not { } time || time < 1 || time >= latestInSeconds * 1000 ? null
                : DateTimeOffset.FromUnixTimeMilliseconds((long)(time < latestInSeconds ? time * 1000 : time));
        }
    }
}
