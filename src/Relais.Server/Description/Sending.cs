using Microsoft.OpenApi;

namespace Relais.Server.Description;

/// <summary>We leave nothing out of what we send: what is not there is null. So what is sent has every property, and who gives back to
/// the API what it sends gives it whole; a door of a channel takes parts.</summary>
internal static class Sending
{
    public static void RequireWhatIsAlwaysSent(OpenApiDocument document)
    {
        var (asked, sent) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (path, operation) in Operations(document))
        {
            foreach (var content in operation.RequestBody?.Content?.Values ?? []) Collect(content.Schema, asked, document);
            if (!path.StartsWith("/api/v1/", StringComparison.Ordinal)) continue;

            foreach (var content in operation.Responses!.Values.SelectMany(response => response.Content?.Values ?? [])) Collect(content.Schema, sent, document);
        }

        foreach (var (name, schema) in document.Components!.Schemas!)
        {
            if (schema is OpenApiSchema { Properties: { } properties, AdditionalPropertiesAllowed: true } shape && (sent.Contains(name) || !asked.Contains(name)))
                shape.Required = properties.Keys.ToHashSet(StringComparer.Ordinal);
        }
    }

    private static IEnumerable<(string Path, OpenApiOperation Operation)> Operations(OpenApiDocument document) =>
        from path in document.Paths
        from operation in path.Value.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>()
        select (path.Key, operation);

    /// <summary>The named schemas something is made of, and what those are made of.</summary>
    private static void Collect(IOpenApiSchema? schema, HashSet<string> names, OpenApiDocument document)
    {
        if (schema is null) return;
        if (schema is OpenApiSchemaReference { Reference.Id: { } id })
        {
            if (names.Add(id) && document.Components!.Schemas!.TryGetValue(id, out var named)) Collect(named, names, document);
            return;
        }

        IEnumerable<IOpenApiSchema?> parts =
            [.. schema.Properties?.Values ?? [], .. schema.OneOf ?? [], .. schema.AnyOf ?? [], .. schema.AllOf ?? [], schema.Items, schema.AdditionalProperties];
        foreach (var part in parts) Collect(part, names, document);
    }
}
