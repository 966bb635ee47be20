using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Channels.Custom;

/// <summary>Stores a file that a message of the other side will carry.</summary>
internal static class TakeUpload
{
    /// <summary>A stored file.</summary>
    /// <param name="UploadId">Goes into a message's <c>attachments</c>.</param>
    public sealed record Stored(string UploadId, string Name, string ContentType, long Size);

    public static void Map(RouteGroupBuilder doors, CustomDoors entrance) =>
        doors.MapPost("/uploads", (Guid channelId, HttpContext http, CancellationToken cancel) => Handle(entrance, channelId, http, cancel))
            .ForTheOtherSide(StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status422UnprocessableEntity)
            .WithName("TakeCustomUpload")
            .WithSummary("Stores a file for a message.")
            .WithDescription($"Multipart with one field `file` of at most {CustomFileLimit.Most} bytes. Needs the token.")
            .WithMetadata(new RequestSizeLimitAttribute(CustomFileLimit.Most + 65_536))
            .Accepts<IFormFile>("multipart/form-data")
            .Produces<Stored>(StatusCodes.Status201Created);

    /// <summary>The form is read only after the token was seen: a stranger fills no disk.</summary>
    private static async Task<IResult> Handle(CustomDoors entrance, Guid channelId, HttpContext http, CancellationToken cancel)
    {
        var (visit, refusal) = await entrance.EnterByToken(channelId, http, withBody: false, cancel);
        if (visit is null) return refusal!;
        if (!http.Request.HasFormContentType) return CustomDoors.Malformed("Send multipart/form-data with a field 'file'.");

        var form = await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = CustomFileLimit.Most + 65_536 }, cancel);
        if (form.Files.GetFile("file") is not { } file) return CustomDoors.Malformed("Send multipart/form-data with a field 'file'.");
        if (file.Length == 0) return Problems.Result(StatusCodes.Status422UnprocessableEntity, "attachment.empty", "The file is empty.");
        if (file.Length > CustomFileLimit.Most) return Problems.Result(StatusCodes.Status413PayloadTooLarge, "attachment.too_large", $"Send at most {CustomFileLimit.Most} bytes.");

        await using var content = file.OpenReadStream();
        var stored = await visit.Get<FileStore>().Save(content, CustomFileLimit.Most, channelId, cancel);
        var (name, type) = (Path.GetFileName(file.FileName), string.IsNullOrEmpty(file.ContentType) ? "application/octet-stream" : file.ContentType);
        return TypedResults.Created((string?)null, new Stored(CustomFiles.UploadId(new UploadNote(stored.Key, name, type, stored.Size, visit.Get<TimeProvider>().GetUtcNow()), visit.Settings), name, type, stored.Size));
    }
}
