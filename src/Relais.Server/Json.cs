using System.Text.Json;
using System.Text.Json.Serialization;

namespace Relais.Server;

/// <summary>How JSON is written everywhere: camel case, names instead of numbers, nothing nested without end.</summary>
internal static class Json
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.MaxDepth = 32;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }
}
