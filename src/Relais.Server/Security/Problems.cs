using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Relais.Server.Security;

/// <summary>How a refusal is said: <c>application/problem+json</c> with a stable <c>code</c> and a sentence on what to do.</summary>
public static class Problems
{
    public static Task Write(
        HttpContext context, int status, string code, string detail, IReadOnlyDictionary<string, object?>? facts = null)
    {
        var problem = Problem(status, code, detail, facts);
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", context.RequestAborted);
    }

    /// <summary>For an endpoint that refuses by itself.</summary>
    public static IResult Result(int status, string code, string detail) => TypedResults.Problem(Problem(status, code, detail, null));

    /// <summary>Gives a body to refusals that have none: an unknown address, a wrong method, a wrong content type.</summary>
    internal static Task Fill(StatusCodeContext context)
    {
        var http = context.HttpContext;
        if (!http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)) return Task.CompletedTask;

        var status = http.Response.StatusCode;
        var (code, detail) = status switch
        {
            StatusCodes.Status401Unauthorized => ("sign_in.required", "Sign in first."),
            StatusCodes.Status403Forbidden => ("permission.denied", "Ask an administrator for the right to do this."),
            StatusCodes.Status404NotFound => ("not_found", "This does not exist, or you may not see it."),
            StatusCodes.Status405MethodNotAllowed => ("method_not_allowed", "Use a method the API description names for this address."),
            StatusCodes.Status413PayloadTooLarge => ("request.too_large", "Send less at once."),
            StatusCodes.Status415UnsupportedMediaType => ("request.content_type", "Send the body as application/json."),
            _ => ($"http.{status}", "The request was refused."),
        };
        return Write(http, status, code, detail);
    }

    private static ProblemDetails Problem(int status, string code, string detail, IReadOnlyDictionary<string, object?>? facts)
    {
        var problem = new ProblemDetails
        {
            Type = $"https://www.rfc-editor.org/rfc/rfc9110#name-{Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status).ToLowerInvariant().Replace(' ', '-')}",
            Title = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
            Status = status,
            Detail = detail,
        };
        problem.Extensions["code"] = code;
        if (facts is { Count: > 0 }) problem.Extensions["params"] = facts;
        return problem;
    }
}
