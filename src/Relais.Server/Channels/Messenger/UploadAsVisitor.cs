using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Channels.Messenger;

/// <summary>Takes a visitor's file before the message it belongs to.</summary>
internal static class UploadAsVisitor
{
    public static void Map(RouteGroupBuilder doors) => doors.MapPost("/uploads", Handle)
        .ForVisitors(Limit.Uploads)
        .WithMetadata(new RequestSizeLimitAttribute(VisitorFiles.LargestBytes + DoorRules.MaxBody))
        .DisableAntiforgery()
        .Accepts<IFormFile>("multipart/form-data")
        .WithName("UploadAsVisitor").WithSummary("Stores a file that will go with a message.")
        .Produces<VisitorFile>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Guid channelId, HttpContext http, FileStore files, IDataProtectionProvider protection, TimeProvider clock, CancellationToken cancel)
    {
        var visit = Visit.Of(http);
        if (!visit.Settings.FileUpload)
            return Problems.Result(StatusCodes.Status403Forbidden, "attachment.not_allowed", "This messenger takes no files.");
        if (!http.Request.HasFormContentType || (await http.Request.ReadFormAsync(cancel)).Files is not [var file])
            return Problems.Result(StatusCodes.Status400BadRequest, "request.malformed", "Send one file as multipart/form-data.");

        var sent = await Store(file, visit.Channel.Id, files, cancel);
        var id = new UploadTickets(protection, visit.Channel.Id).Write(visit.Visitor, sent, clock.GetUtcNow());
        return TypedResults.Created((string?)null, new VisitorFile(id, sent.Kind, sent.Name, sent.ContentType, sent.Size, null));
    }

    private static async Task<SentFile> Store(IFormFile file, Guid channelId, FileStore files, CancellationToken cancel)
    {
        var type = (file.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
        if (VisitorFiles.KindOf(type) is not { } kind || !VisitorFiles.Matches(type, await Head(file, cancel)))
            throw new RuleViolation("attachment.type", "Files of this kind are not taken.");
        if (file.Length == 0) throw new RuleViolation("attachment.empty", "The file is empty.");
        if (file.Length > VisitorFiles.Limits[kind].MaxBytes)
            throw new RuleViolation("attachment.too_large", $"Send at most {VisitorFiles.Limits[kind].MaxBytes} bytes.");

        await using var content = file.OpenReadStream();
        var stored = await files.Save(content, VisitorFiles.Limits[kind].MaxBytes, channelId, cancel);
        var name = Texts.Fit(Path.GetFileName(file.FileName), Attachment.NameLimit) ?? kind.ToString();
        return new SentFile(kind, name, type, stored.Key, stored.Size);
    }

    private static async Task<byte[]> Head(IFormFile file, CancellationToken cancel)
    {
        var head = new byte[VisitorFiles.HeadBytes];
        await using var content = file.OpenReadStream();
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        return head[..read];
    }
}
