using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.Meta;

/// <summary>Files in both directions. Addresses of files run out after days; the message they came with tells fresh ones.</summary>
internal sealed class MetaFiles(MetaGraph graph)
{
    private const long LargestFile = 100L * 1024 * 1024;

    /// <summary>The message, the place of the file in it, and its address while that lives: none of them holds a space.</summary>
    public static string ReferenceTo(string messageId, int place, string url)
    {
        var both = $"{messageId} {place.ToString(CultureInfo.InvariantCulture)} {url}";
        return both.Length <= Attachment.ReferenceLimit && !url.Contains(' ', StringComparison.Ordinal) ? both : both.Split(' ', 3)[0] + $" {place.ToString(CultureInfo.InvariantCulture)}";
    }

    public async Task<Fetched> Fetch(string reference, CancellationToken cancel)
    {
        if (reference.Split(' ') is not [var message, var place, .. var address] || !int.TryParse(place, CultureInfo.InvariantCulture, out var at))
            return new Fetched.Gone("The file has no address.");
        if (address is [var url] && await graph.Download(url, LargestFile, cancel) is Fetched.File file) return file;

        var told = await graph.Get($"{Uri.EscapeDataString(message)}?fields=attachments{{image_data,video_data,file_url}}", cancel);
        if (told is not Reply.Answer { Succeeded: true } answer) return MetaErrors.FetchedOf(told);

        return answer.Body["attachments"]["data"].Items.Select(FreshAddress).ElementAtOrDefault(at) is { } fresh
            ? await graph.Download(fresh, LargestFile, cancel)
            : new Fetched.Gone("Meta no longer has the file.");
    }

    /// <summary>Brings a file to Meta. Nothing was sent yet: whatever goes wrong may be tried again.</summary>
    public async Task<(string? Id, Delivery? Failure)> Upload(OutgoingFile file, int attempt, CancellationToken cancel)
    {
        var message = new JsonObject { ["attachment"] = new JsonObject { ["type"] = TypeOf(file), ["payload"] = new JsonObject() } };
        using var bytes = new StreamContent(await file.Open(cancel));
        bytes.Headers.ContentType = MediaTypeHeaderValue.TryParse(file.ContentType, out var type) ? type : new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(message.ToJsonString()), "message" },
            { bytes, "filedata", file.PlainName },
        };
        var reply = await graph.Post(graph.Own("message_attachments"), form, cancel);
        return reply is Reply.Answer { Succeeded: true } answer && answer.Body["attachment_id"].Text is { } id ? (id, null) : (null, MetaErrors.BeforeSending(reply, attempt));
    }

    public static string TypeOf(OutgoingFile file) => file.Kind switch
    {
        AttachmentKind.Image => "image",
        AttachmentKind.Video => "video",
        AttachmentKind.Audio => "audio",
        _ => "file",
    };

    private static string? FreshAddress(LooseJson file) => file["image_data"]["url"].Text ?? file["video_data"]["url"].Text ?? file["file_url"].Text;
}
