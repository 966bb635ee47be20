using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Shared;
using Relais.Server.Channels;
using Relais.Server.Persistence;

namespace Relais.Server.Security;

/// <summary>The one place where an exception becomes an answer. What is not foreseen is a 500 that tells nothing; the log has it.</summary>
internal sealed partial class ProblemAnswers(ILogger<ProblemAnswers> log) : IExceptionHandler
{
    /// <summary>How Unix calls a full disk.</summary>
    private const int NoSpaceLeft = 28;

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested) return true;

        await Answer(context, exception);
        return true;
    }

    private Task Answer(HttpContext context, Exception exception) => exception switch
    {
        LostRace lost => Problems.Write(context, StatusCodes.Status409Conflict, lost.Code, lost.Message, lost.Facts),
        RuleViolation broken => Problems.Write(context, StatusCodes.Status422UnprocessableEntity, broken.Code, broken.Message, broken.Facts),
        DbUpdateConcurrencyException => Problems.Write(
            context, StatusCodes.Status409Conflict, "conflict.changed", "Somebody changed this meanwhile: load it again."),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problems.Write(
            context, StatusCodes.Status413PayloadTooLarge, "request.too_large", "Send less at once."),
        BadHttpRequestException or JsonException => Malformed(context, exception),
        SealedSettings => Sealed(context, exception),
        Overloaded => Busy(context, exception),
        _ => Unforeseen(context, exception),
    };

    private static Task Malformed(HttpContext context, Exception exception) =>
        exception is BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType }
            ? Problems.Write(context, StatusCodes.Status415UnsupportedMediaType, "request.content_type", Problems.WrongContentType)
            : Problems.Write(context, StatusCodes.Status400BadRequest, "request.malformed", "Send what the API description says.");

    private static Task Busy(HttpContext context, Exception exception)
    {
        context.Response.Headers.RetryAfter = "5";
        return Problems.Write(context, StatusCodes.Status503ServiceUnavailable, "store.out_of_order", exception.Message);
    }

    /// <summary>A provider comes again until the keys are back; only the log says which part is missing.</summary>
    private Task Sealed(HttpContext context, Exception exception)
    {
        KeysAreMissing(log, exception);
        context.Response.Headers.RetryAfter = "60";
        return Problems.Write(context, StatusCodes.Status503ServiceUnavailable, "channel.sealed", "An administrator must look at this channel.");
    }

    private Task Unforeseen(HttpContext context, Exception exception)
    {
        var dialect = context.RequestServices.GetRequiredService<RelaisDb>().Dialect;
        if (dialect.IsDuplicate(exception))
            return Problems.Write(context, StatusCodes.Status409Conflict, "conflict.duplicate", "This is there already: load it again.");

        if (dialect.IsOutOfOrder(exception) || exception is IOException { HResult: NoSpaceLeft })
        {
            StoreOutOfOrder(log, exception);
            context.Response.Headers.RetryAfter = "5";
            return Problems.Write(context, StatusCodes.Status503ServiceUnavailable, "store.out_of_order", "The store cannot write at the moment: try again.");
        }

        Unexpected(log, exception, context.Request.Method, context.GetEndpoint()?.DisplayName ?? "no endpoint");
        return Problems.Write(
            context, StatusCodes.Status500InternalServerError, "unexpected", $"Something went wrong here. Tell an administrator this number: {context.TraceIdentifier}");
    }

    [LoggerMessage(LogLevel.Error, "The store is out of order")]
    private static partial void StoreOutOfOrder(ILogger log, Exception exception);

    [LoggerMessage(LogLevel.Error, "A channel cannot be opened")]
    private static partial void KeysAreMissing(ILogger log, Exception exception);

    [LoggerMessage(LogLevel.Error, "{Method} {Endpoint} failed")]
    private static partial void Unexpected(ILogger log, Exception exception, string method, string endpoint);
}
