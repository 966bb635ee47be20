using System.Buffers.Binary;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.Messenger;

/// <summary>Which files may be exchanged. What a file is, its first bytes say: a browser may claim anything.</summary>
public static class VisitorFiles
{
    public const int HeadBytes = 16;
    public const long LargestBytes = 25 * Megabyte;

    private const long Megabyte = 1024 * 1024;

    public static readonly IReadOnlyDictionary<AttachmentKind, FileLimit> Limits = new Dictionary<AttachmentKind, FileLimit>
    {
        [AttachmentKind.Image] = new(10 * Megabyte, ["image/jpeg", "image/png", "image/gif", "image/webp"]),
        [AttachmentKind.Video] = new(LargestBytes, ["video/mp4", "video/webm", "video/quicktime"]),
        [AttachmentKind.Audio] = new(10 * Megabyte, ["audio/mpeg", "audio/mp4", "audio/ogg", "audio/wav", "audio/webm"]),
        [AttachmentKind.Document] = new(LargestBytes,
        [
            "application/pdf", "text/plain", "text/csv", "application/zip",
            "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet",
        ]),
    };

    /// <summary>The kind of a claimed type; null when it is not taken.</summary>
    public static AttachmentKind? KindOf(string contentType)
    {
        var plain = contentType.Split(';')[0].Trim().ToLowerInvariant();
        foreach (var (kind, limit) in Limits)
            if (limit.Types.Contains(plain)) return kind;

        return null;
    }

    /// <summary>Whether the first bytes can belong to what is claimed. Only a picture is drawn inside our pages, so only
    /// a picture has to prove itself; everything else must merely not be a page.</summary>
    public static bool Matches(string contentType, ReadOnlySpan<byte> head) => contentType switch
    {
        "image/jpeg" => head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
        "image/png" => head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        "image/gif" => head.StartsWith("GIF8"u8),
        "image/webp" => head.Length >= 12 && head.StartsWith("RIFF"u8) && BinaryPrimitives.ReadUInt32BigEndian(head[8..]) == 0x57454250,
        "application/pdf" => head.StartsWith("%PDF-"u8),
        _ => !LooksLikeMarkup(head),
    };

    private static bool LooksLikeMarkup(ReadOnlySpan<byte> head)
    {
        var start = head.TrimStart("\uFEFF \t\r\n"u8);
        return start.StartsWith("<"u8);
    }
}
