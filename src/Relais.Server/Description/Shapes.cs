using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Relais.Server.Description;

/// <summary>What JSON looks like where our converters and records say more than .NET's schema exporter can see.</summary>
internal static class Shapes
{
    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(JsonObject)) DescribeBag(schema);
        if (type == typeof(DateTimeOffset)) schema.Type = JsonSchemaType.String;
        if (type == typeof(DateTimeOffset?)) schema.Type = JsonSchemaType.String | JsonSchemaType.Null;
        if ((Nullable.GetUnderlyingType(type) ?? type).IsEnum) schema.Type = JsonSchemaType.String;
        if (KeyOf(type) is { } key) DescribeKeys(schema, key);
        if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object) RequireWhatMustBeGiven(schema, context.JsonTypeInfo);
        if (context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(AllowedValuesAttribute), inherit: true) is [AllowedValuesAttribute allowed])
            schema.Enum = [.. allowed.Values.Select(value => JsonValue.Create((string)value!))];
        return Task.CompletedTask;
    }

    /// <summary>An object whose properties depend on a kind: anything, but an object.</summary>
    private static void DescribeBag(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Object | (schema.Type & JsonSchemaType.Null);
        schema.AdditionalProperties = new OpenApiSchema();
    }

    /// <summary>A dictionary with an enum's names as keys: each may be there or not, and no others.</summary>
    private static void DescribeKeys(OpenApiSchema schema, Type key)
    {
        if (schema.AdditionalProperties is not { } value) return;

        schema.Properties = Enum.GetNames(key).ToDictionary(JsonNamingPolicy.CamelCase.ConvertName, _ => value);
        schema.AdditionalProperties = null;
        schema.AdditionalPropertiesAllowed = false;
    }

    private static Type? KeyOf(Type type) => type is { IsGenericType: true, GenericTypeArguments: [{ IsEnum: true } key, _] } ? key : null;

    /// <summary>In a request: what has neither a standard value nor may be null. A <see cref="JsonElement"/> knows whether it was given.</summary>
    private static void RequireWhatMustBeGiven(OpenApiSchema schema, JsonTypeInfo type) => schema.Required = type.Properties
        .Where(property => property.IsRequired || property is { IsSetNullable: false, AssociatedParameter.HasDefaultValue: false } && property.PropertyType != typeof(JsonElement))
        .Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
}
