using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace Relais.Server.Security;

/// <summary>How a refusal is said: <c>application/problem+json</c> with a stable <c>code</c> and a sentence on what to do.</summary>
public static class Problems
{
    /// <summary>What a problem is sent as.</summary>
    public const string ContentType = "application/problem+json";

    internal const string WrongContentType = "Send the body with the Content-Type the API description names for this address.";

    public static Task Write(
        HttpContext context, int status, string code, string detail, IReadOnlyDictionary<string, object?>? facts = null)
    {
        var problem = Problem.Of(status, code, detail, facts, Activity.Current?.Id ?? context.TraceIdentifier);
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(problem, options: null, ContentType, context.RequestAborted);
    }

    /// <summary>For an endpoint that refuses by itself.</summary>
    public static IResult Result(int status, string code, string detail) => new Refusal(status, code, detail);

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
            StatusCodes.Status415UnsupportedMediaType => ("request.content_type", WrongContentType),
            _ => ($"http.{status}", "The request was refused."),
        };
        return Write(http, status, code, detail);
    }

    private sealed record Refusal(int Status, string Code, string Detail) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Write(httpContext, Status, Code, Detail);
    }
}

/// <summary>A refusal as it is sent.</summary>
/// <param name="Detail">What to do, in English.</param>
/// <param name="Code">Stable: the screens have their texts by it.</param>
/// <param name="Params">What the text is about, for instance a limit.</param>
/// <param name="TraceId">Under which the log has the request.</param>
public sealed record Problem(
    string Type, string Title, int Status, string Detail, string Code, IReadOnlyDictionary<string, object?>? Params, string TraceId)
{
    internal static Problem Of(int status, string code, string detail, IReadOnlyDictionary<string, object?>? facts, string traceId)
    {
        var title = ReasonPhrases.GetReasonPhrase(status);
        var type = $"https://www.rfc-editor.org/rfc/rfc9110#name-{title.ToLowerInvariant().Replace(' ', '-')}";
        return new Problem(type, title, status, detail, code, facts is { Count: > 0 } ? facts : null, traceId);
    }
}
