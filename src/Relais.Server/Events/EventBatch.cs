using System.Text.Json;
using System.Text.Json.Serialization;

namespace Relais.Server.Events;

/// <summary>Events that are JSON already: written to every connection as they are, serialised once.</summary>
[JsonConverter(typeof(Verbatim))]
public sealed record EventBatch(string Json)
{
    private sealed class Verbatim : JsonConverter<EventBatch>
    {
        public override EventBatch Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonElement.ParseValue(ref reader).GetRawText());

        public override void Write(Utf8JsonWriter writer, EventBatch value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Json, skipInputValidation: true);
    }
}
