using System.Text.Json;
using System.Text.Json.Serialization;

namespace Relais.Server.Events;

/// <summary>What is JSON already: written to everybody as it is, serialised once.</summary>
[JsonConverter(typeof(AsItIs))]
public sealed record Verbatim(string Json)
{
    private sealed class AsItIs : JsonConverter<Verbatim>
    {
        public override Verbatim Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonElement.ParseValue(ref reader).GetRawText());

        public override void Write(Utf8JsonWriter writer, Verbatim value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Json, skipInputValidation: true);
    }
}
