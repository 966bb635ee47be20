using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Relais.Server;

/// <summary>How JSON is written everywhere: camel case, names instead of numbers, nothing nested without end.</summary>
internal static class Json
{
    /// <summary>What a provider may nest, and what we wrap around it.</summary>
    public const int MaxDepth = 80;

    public static void Configure(JsonSerializerOptions options)
    {
        options.MaxDepth = MaxDepth;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new InstantToText());
    }
}

/// <summary>
/// Instants in UTC to the millisecond, which is what every store keeps: an event written before the commit says exactly
/// what a page loaded afterwards says.
/// </summary>
internal sealed class InstantToText : JsonConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset().ToUniversalTime();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));
}
