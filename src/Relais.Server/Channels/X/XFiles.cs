using System.Globalization;
using System.Text.Json.Nodes;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.X;

/// <summary>Files of our answers go up in pieces, and are remembered, so that no try brings one up twice. https://docs.x.com/x-api/media</summary>
internal sealed class XFiles(XApi api, ChannelMemory memory, Guid channelId, TimeProvider clock)
{
    private const long MB = 1024 * 1024;
    private const long LargestPicture = 5 * MB;
    private const int Piece = 2 * 1024 * 1024;
    private const string Uploads = "/2/media/upload";

    /// <summary>Written before the id of a file X still has to look through.</summary>
    private const char Processing = '?';

    public static readonly IReadOnlyDictionary<AttachmentKind, FileLimit> Limits = new Dictionary<AttachmentKind, FileLimit>
    {
        [AttachmentKind.Image] = new(15 * MB, ["image/jpeg", "image/png", "image/webp", "image/gif"]),
        [AttachmentKind.Video] = new(512 * MB, ["video/mp4", "video/quicktime"]),
    };

    /// <returns>The id under which X has the file, or why it has not yet.</returns>
    public async Task<(string? Id, Delivery? Failure)> Upload(OutgoingFile file, Guid messageId, bool isPublic, CancellationToken cancel)
    {
        if (file.Size > LargestPicture && file.Kind == AttachmentKind.Image && file.ContentType != "image/gif") return (null, new Delivery.Rejected(XErrors.FileTooLarge, "A picture has at most 5 MB."));
        if (await memory.Recall(channelId, KeyOf(messageId), cancel) is { } known) return known[0] == Processing ? await Ask(known[1..], messageId, cancel) : (known, null);

        var began = await api.Post($"{Uploads}/initialize", new JsonObject { ["media_type"] = file.ContentType, ["total_bytes"] = file.Size, ["media_category"] = CategoryOf(file, isPublic) }, cancel);
        if (began is not Reply.Answer { Succeeded: true } answer || answer.Body["data"]["id"].Text is not { } id || !id.All(char.IsAsciiDigit)) return (null, Failed(began));
        if (await Append(file, id, cancel) is { } failure) return (null, failure);

        return await Judge(await api.Post($"{Uploads}/{id}/finalize", null, cancel), id, messageId, cancel);
    }

    public Task Forget(Guid messageId, CancellationToken cancel) => memory.Forget(channelId, KeyOf(messageId), cancel);

    private async Task<Delivery?> Append(OutgoingFile file, string id, CancellationToken cancel)
    {
        await using var content = await file.Open(cancel);
        var piece = new byte[Piece];
        for (var at = 0; await content.ReadAtLeastAsync(piece, Piece, throwOnEndOfStream: false, cancel) is > 0 and var length; at++)
        {
            // In JSON, for X does not recognise every signature beside a form.
            var body = new JsonObject { ["segment_index"] = at, ["media"] = Convert.ToBase64String(piece.AsSpan(0, length)) };
            var reply = await api.Post($"{Uploads}/{id}/append", body, cancel);
            if (reply is not Reply.Answer { Succeeded: true }) return Failed(reply);
        }

        return null;
    }

    private async Task<(string?, Delivery?)> Ask(string id, Guid messageId, CancellationToken cancel) =>
        await Judge(await api.Get($"{Uploads}?command=STATUS&media_id={id}", cancel), id, messageId, cancel);

    /// <summary>A film is looked through first; meanwhile the answer waits.</summary>
    private async Task<(string?, Delivery?)> Judge(Reply reply, string id, Guid messageId, CancellationToken cancel)
    {
        if (reply is not Reply.Answer { Succeeded: true } answer) return (null, Failed(reply));

        var processing = answer.Body["data"]["processing_info"];
        switch (processing["state"].Text)
        {
            case "failed":
                await Forget(messageId, cancel);
                return (null, new Delivery.Rejected(XErrors.FileRefused, processing["error"]["message"].Text ?? "X could not make anything of the file."));
            case "pending" or "in_progress":
                await memory.Remember(channelId, KeyOf(messageId), $"{Processing}{id}", cancel);
                return (null, new Delivery.TryLater("X is still looking through the file.", TimeSpan.FromSeconds(Math.Clamp(processing["check_after_secs"].Number ?? 5, 1, 600))));
            default:
                await memory.Remember(channelId, KeyOf(messageId), id, cancel);
                return (id, null);
        }
    }

    private Delivery Failed(Reply reply) => XErrors.BeforeSending(reply, clock.GetUtcNow());

    private static string CategoryOf(OutgoingFile file, bool isPublic) =>
        $"{(isPublic ? "tweet" : "dm")}_{(file.Kind == AttachmentKind.Video ? "video" : file.ContentType == "image/gif" ? "gif" : "image")}";

    private static string KeyOf(Guid messageId) => string.Create(CultureInfo.InvariantCulture, $"file:{messageId:N}");
}
