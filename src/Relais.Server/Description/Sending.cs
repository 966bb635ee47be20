using Microsoft.OpenApi;

namespace Relais.Server.Description;

/// <summary>We leave nothing out of what we send: what is not there is null. So whatever is only ever sent has every property.</summary>
internal static class Sending
{
    public static void RequireWhatIsAlwaysSent(OpenApiDocument document)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var content in Operations(document).SelectMany(operation => operation.RequestBody?.Content?.Values ?? []))
            Collect(content.Schema, asked, document);

        foreach (var (name, schema) in document.Components!.Schemas!)
        {
            if (schema is OpenApiSchema { Properties: { } properties, AdditionalPropertiesAllowed: true } sent && !asked.Contains(name))
                sent.Required = properties.Keys.ToHashSet(StringComparer.Ordinal);
        }
    }

    private static IEnumerable<OpenApiOperation> Operations(OpenApiDocument document) =>
        document.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>());

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
