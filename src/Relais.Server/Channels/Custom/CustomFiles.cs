using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Relais.Domain.Conversations;
using Relais.Server.Persistence;

namespace Relais.Server.Channels.Custom;

/// <summary>
/// Files of the other side. An upload's id is a sealed note of where the file lies: so a message can be read from the journal
/// without asking anything, and nobody can attach a file that was not uploaded on this channel.
/// </summary>
internal static class CustomFiles
{
    public const int Most = 20;

    /// <summary>A reference that no file answers to; <see cref="CustomChannel.Fetch"/> says that it is gone.</summary>
    public const string Nowhere = "upload:unknown";

    public static string UploadId(UploadNote upload, CustomSettings settings)
    {
        var note = JsonSerializer.SerializeToUtf8Bytes(upload, CustomAct.Json);
        return $"{Base64Url.EncodeToString(note)}.{Base64Url.EncodeToString(Seal(settings.SigningSecret, note))}";
    }

    /// <summary>Whether a message that comes now may carry it: an upload nobody sent within a day is gone.</summary>
    public static bool IsUsable(CustomFile? file, CustomSettings settings, DateTimeOffset now) => file switch
    {
        { UploadId: { } uploadId } => Open(uploadId, settings) is { } note && now - note.At < FileStore.Patience,
        { Url: { Length: <= Attachment.ReferenceLimit } url } => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https",
        _ => false,
    };

    public static InboundFile Of(CustomFile file, CustomSettings settings)
    {
        if (file.UploadId is null)
            return new InboundFile(KindOf(file.MimeType), file.Name, file.MimeType, Reference: file.Url ?? Nowhere, Size: file.Size ?? 0);

        return Open(file.UploadId, settings) is { } note
            ? new InboundFile(KindOf(note.Type), file.Name ?? note.Name, note.Type, Key: note.Key, Size: note.Size)
            : new InboundFile(KindOf(file.MimeType), file.Name, file.MimeType, Reference: Nowhere);
    }

    public static AttachmentKind KindOf(string? contentType) => contentType?.Split('/')[0].Trim().ToLowerInvariant() switch
    {
        "image" => AttachmentKind.Image,
        "video" => AttachmentKind.Video,
        "audio" => AttachmentKind.Audio,
        _ => AttachmentKind.Document,
    };

    private static UploadNote? Open(string uploadId, CustomSettings settings)
    {
        var parts = uploadId.Split('.');
        if (parts.Length != 2 || !Base64Url.IsValid(parts[0]) || !Base64Url.IsValid(parts[1])) return null;

        var (note, seal) = (Base64Url.DecodeFromChars(parts[0]), Base64Url.DecodeFromChars(parts[1]));
        return settings.Secrets.Any(secret => CryptographicOperations.FixedTimeEquals(Seal(secret, note), seal))
            ? JsonSerializer.Deserialize<UploadNote>(note, CustomAct.Json)
            : null;
    }

    /// <summary>Another purpose, another key: a signed call can never pass for an upload.</summary>
    private static byte[] Seal(string secret, byte[] note) =>
        HMACSHA256.HashData(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), "relais upload"u8), note);
}

/// <summary>What an upload's id says: where the file lies and since when.</summary>
internal sealed record UploadNote(string Key, string Name, string Type, long Size, DateTimeOffset At);
