using System.Globalization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using Relais.Server.Security;

namespace Relais.Server.Description;

/// <summary>Every endpoint may refuse, and always in the same words: <c>application/problem+json</c> with a code.</summary>
internal static class Refusals
{
    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        operation.Responses ??= [];
        foreach (var status in Implied(operation, context.Description.ActionDescriptor.EndpointMetadata))
            operation.Responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponse { Description = ReasonPhrases.GetReasonPhrase(status) });

        foreach (var (status, response) in operation.Responses)
        {
            if (status[0] is '4' or '5' && response is OpenApiResponse refusal)
                refusal.Content = new Dictionary<string, OpenApiMediaType> { [Problems.ContentType] = new() { Schema = new OpenApiSchemaReference(nameof(Problem), context.Document) } };
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<int> Implied(OpenApiOperation operation, IList<object> metadata)
    {
        if (operation.RequestBody is not null || operation.Parameters is { Count: > 0 }) yield return StatusCodes.Status400BadRequest;
        if (metadata.OfType<Access>().LastOrDefault()?.Permission is not null)
        {
            yield return StatusCodes.Status401Unauthorized;
            yield return StatusCodes.Status403Forbidden;
        }

        if (metadata.OfType<IAcceptsMetadata>().Any()) yield return StatusCodes.Status415UnsupportedMediaType;
    }
}
