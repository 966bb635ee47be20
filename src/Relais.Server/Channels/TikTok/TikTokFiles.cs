using System.Text.Json.Nodes;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.TikTok;

/// <summary>Pictures and films of direct messages. TikTok gives their address only when it is asked for one file of one message.</summary>
internal sealed class TikTokFiles(TikTokApi api)
{
    private const long LargestPicture = 3L * 1024 * 1024;
    private const char Between = '|';

    public static readonly IReadOnlyDictionary<AttachmentKind, FileLimit> Limits = new Dictionary<AttachmentKind, FileLimit>
    {
        [AttachmentKind.Image] = new(LargestPicture, ["image/jpeg", "image/png"]),
    };

    /// <summary>How a file of a message is found again; null where something of it is not told.</summary>
    public static string? ReferenceTo(string type, LooseJson content, LooseJson media)
    {
        string?[] parts = [type, content["conversation_id"].Text, content["message_id"].Text, media["media_id"].Text];
        return Array.TrueForAll(parts, part => !string.IsNullOrEmpty(part)) ? Usable(string.Join(Between, parts.Select(part => Uri.EscapeDataString(part!)))) : null;
    }

    /// <summary>A file that lies open.</summary>
    public static string? ReferenceTo(string? address) => Usable(address);

    public async Task<Fetched> Fetch(string reference, CancellationToken cancel)
    {
        if (reference.Split(Between) is not [var type, var conversation, var message, var media]) return await api.Download(reference, cancel);

        var asked = await api.Post(
            "business/message/media/download/",
            new JsonObject { ["conversation_id"] = Plain(conversation), ["message_id"] = Plain(message), ["media_id"] = Plain(media), ["media_type"] = type },
            cancel);
        return TikTokErrors.DataOf(asked)["download_url"].Text is { Length: > 0 } address ? await api.Download(address, cancel)
            : TikTokErrors.IsPassing(asked) ? new Fetched.TryLater(TikTokErrors.FailureOf(asked).Reason)
            : new Fetched.Gone(TikTokErrors.FailureOf(asked).Reason);
    }

    /// <returns>The id under which TikTok has the picture, or why it has not.</returns>
    public async Task<(string? Id, Delivery? Failure)> Upload(OutgoingFile file, CancellationToken cancel)
    {
        if (file.Size > LargestPicture) return (null, new Delivery.Rejected(TikTokErrors.FileTooLarge, "A picture has at most 3 MB."));

        await using var content = await file.Open(cancel);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancel);
        var reply = await api.Upload("business/message/media/upload/", file, bytes.ToArray(), cancel);
        return TikTokErrors.DataOf(reply)["media_id"].Text is { Length: > 0 } id ? (id, null) : (null, TikTokErrors.BeforeSending(reply));
    }

    private static string Plain(string part) => Uri.UnescapeDataString(part);

    private static string? Usable(string? reference) => reference is { Length: > 0 and <= Attachment.ReferenceLimit } ? reference : null;
}
