using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>Hands out a file, always as a download and never as something a browser would run.</summary>
public static class DownloadAttachment
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/attachments/{key}", Handle)
            .Open("The address is 192 random bits that only readers of the thread, and its contact, ever get.")
            .WithName("DownloadAttachment").WithTags("Messages").WithSummary("A file of a message")
            .Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream").Produces(StatusCodes.Status404NotFound);

    internal static async Task<Results<FileStreamHttpResult, NotFound>> Handle(
        string key, HttpContext http, RelaisDb db, FileStore files, CancellationToken cancel)
    {
        var attachment = await db.Attachments.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(file => file.Key == key, cancel);
        if (attachment is null || files.Open(key) is not { } content) return TypedResults.NotFound();

        http.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        http.Response.Headers[HeaderNames.ContentSecurityPolicy] = "default-src 'none'; sandbox";
        http.Response.Headers[HeaderNames.CacheControl] = "private, max-age=31536000, immutable";
        return TypedResults.Stream(content, attachment.ContentType, attachment.Name, enableRangeProcessing: true);
    }
}
