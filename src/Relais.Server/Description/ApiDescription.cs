using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Relais.Server.Security;

namespace Relais.Server.Description;

/// <summary>
/// What the API is, for machines: OpenAPI at <c>/openapi/v1.json</c>. The types of the browser app are generated from it, so it
/// must say what is really sent; everything that is true of all endpoints is said here and not at each of them.
/// </summary>
internal static class ApiDescription
{
    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddTransient<IApiDescriptionProvider, LiveLineDescription>().AddOpenApi("v1", options =>
    {
        options.CreateSchemaReferenceId = NameOf;
        options.AddSchemaTransformer(Shapes.Describe);
        options.AddOperationTransformer(Refusals.Describe);
        options.AddDocumentTransformer(Complete);
    });

    /// <summary>Many slices call what they are asked and what they answer <c>Request</c> and <c>Answer</c>: the slice's name comes before.</summary>
    private static string? NameOf(JsonTypeInfo type)
    {
        var name = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        return name is not null && (Nullable.GetUnderlyingType(type.Type) ?? type.Type) is { IsNested: true, DeclaringType: { } slice } ? slice.Name + name : name;
    }

    private static async Task Complete(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.Info.Title = "Relais";
        document.AddComponent(nameof(Problem), await context.GetOrCreateSchemaAsync(typeof(Problem), cancellationToken: cancel));
        document.Components!.Schemas!.Remove(nameof(ProblemDetails));
        Sending.RequireWhatIsAlwaysSent(document);
    }
}
