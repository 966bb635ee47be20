using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>Stores a file that will be attached to an answer.</summary>
public static class UploadFile
{
    private const long MaxBytes = 100L * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/uploads", Handle)
            .Needs(Permission.AnswerConversations)
            .WithName("UploadFile").WithTags("Messages").WithSummary("Stores a file that will be attached to an answer")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes + 65_536))
            .DisableAntiforgery();

    private static async Task<Created<AttachmentView>> Handle(
        IFormFile file, RelaisDb db, FileStore files, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        if (file.Length == 0) throw new RuleViolation("attachment.empty", "The file is empty.");

        var name = Path.GetFileName(file.FileName);
        await using var content = file.OpenReadStream();
        var stored = await files.Save(content, MaxBytes, channelId: null, cancel);
        var attachment = Attachment.InStore(
            me.OrganisationId, KindOf(file.ContentType), name, file.ContentType, stored.Key, stored.Size, me.Id, clock.GetUtcNow());
        db.Attachments.Add(attachment);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/v1/attachments/{stored.Key}", AttachmentView.Of(attachment));
    }

    internal static AttachmentKind KindOf(string contentType) => contentType.Split('/')[0] switch
    {
        "image" => AttachmentKind.Image,
        "video" => AttachmentKind.Video,
        "audio" => AttachmentKind.Audio,
        _ => AttachmentKind.Document,
    };
}
