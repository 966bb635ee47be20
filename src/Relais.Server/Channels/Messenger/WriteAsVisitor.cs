using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Relais.Domain.Shared;

namespace Relais.Server.Channels.Messenger;

/// <summary>The visitor writes. On the disk before the answer, and only once whatever the browser repeats.</summary>
internal static class WriteAsVisitor
{
    public static void Map(RouteGroupBuilder doors) => doors.MapPost("/messages", Handle)
        .ForVisitors(Limit.Messages)
        .WithMetadata(new RequestSizeLimitAttribute(DoorRules.MaxBody))
        .WithName("WriteAsVisitor").WithSummary("Sends a message. The same clientId again changes nothing.")
        .Produces<Written>().Produces<Written>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Guid channelId, WriteRequest request, HttpContext http, IDataProtectionProvider protection, TimeProvider clock)
    {
        var visit = Visit.Of(http);
        var now = clock.GetUtcNow();
        var wrote = new Wrote(
            visit.Visitor, now, request.ClientId, TextOf(request), FilesOf(request, visit, protection, now), visit.Session!.Profile, request.Place,
            await FirstAnswers.Read(visit, request.Answers, http));
        if (wrote.Text is null && wrote.Files is null or []) throw new RuleViolation("message.empty", "Write something, or attach a file.");

        var (first, refusal) = await visit.WriteDown(http, $"message/{MessengerChannel.ExternalIdOf(visit.Visitor, request.ClientId)}", wrote);
        if (refusal is not null) return refusal;
        if (wrote.Answers is not null) await FirstAnswers.Given(visit, http);

        var written = new Written(request.ClientId);
        return first ? TypedResults.Created((string?)null, written) : TypedResults.Ok(written);
    }

    private static string? TextOf(WriteRequest request) => string.IsNullOrWhiteSpace(request.Text) ? null
        : request.Text.Length <= MessengerChannel.MaxText ? request.Text
        : throw new RuleViolation("message.too_long", $"Write at most {MessengerChannel.MaxText} characters.");

    private static IReadOnlyList<SentFile> FilesOf(WriteRequest request, Visit visit, IDataProtectionProvider protection, DateTimeOffset now)
    {
        var ids = request.UploadIds ?? [];
        if (ids.Count > MessengerChannel.MaxFiles)
            throw new RuleViolation("attachment.too_many", $"Attach at most {MessengerChannel.MaxFiles} files.");

        var tickets = new UploadTickets(protection, visit.Channel.Id);
        return [.. ids.Select(id => tickets.Open(id, visit.Visitor, now)
            ?? throw new RuleViolation("attachment.unknown", "Upload the file again."))];
    }
}

/// <param name="ClientId">Made by the browser, new for each message.</param>
/// <param name="UploadIds">From POST uploads.</param>
/// <param name="Place">Where the visitor stands.</param>
/// <param name="Answers">To what is asked before the first message, by attribute; not needed any more afterwards.</param>
internal sealed record WriteRequest(
    Guid ClientId, string? Text, IReadOnlyList<string>? UploadIds, VisitorPlace? Place = null, IReadOnlyDictionary<string, string?>? Answers = null);

internal sealed record Written(Guid ClientId);
