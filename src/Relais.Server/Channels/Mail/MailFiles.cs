using MimeKit;
using Relais.Domain.Conversations;
using Relais.Server.Persistence;

namespace Relais.Server.Channels.Mail;

/// <summary>Keeps the parts of mails, and the mails themselves, as files.</summary>
internal sealed class MailFiles(FileStore files)
{
    public const string OriginalType = "message/rfc822";

    /// <summary>All files of some mails at once. Their mails are written down after them, so that none names a file that is not there.</summary>
    public async Task<IReadOnlyList<MailNote>> Keep(Guid channelId, IReadOnlyList<(byte[] Raw, OpenedMail Mail)> mails, CancellationToken cancel)
    {
        List<FileContent> contents = [];
        foreach (var (raw, mail) in mails)
        {
            contents.Add(new FileContent(() => new MemoryStream(raw, writable: false)));
            contents.AddRange(mail.Files.Select(part => new FileContent(() => Open(part))));
        }

        var kept = new Queue<StoredFile>(await files.SaveAll(contents, MailOpener.LargestMail, channelId, cancel));
        return [.. mails.Select(mail => Name(mail.Mail, kept))];
    }

    public static AttachmentKind KindOf(string? type) => type?.Split('/')[0].Trim().ToLowerInvariant() switch
    {
        "image" => AttachmentKind.Image,
        "video" => AttachmentKind.Video,
        "audio" => AttachmentKind.Audio,
        _ => AttachmentKind.Document,
    };

    private static MailNote Name(OpenedMail mail, Queue<StoredFile> kept)
    {
        var original = kept.Dequeue();
        var parts = mail.Files.Select(part => (Part: part, File: kept.Dequeue())).ToList();
        return mail.Note with
        {
            Original = new MailFile(null, OriginalType, original.Key, original.Size),
            Files = [.. parts.Where(part => part.File.Size > 0).Select(part => new MailFile(NameOf(part.Part), part.Part.ContentType.MimeType.ToLowerInvariant(), part.File.Key, part.File.Size))],
        };
    }

    private static Stream Open(MimeEntity part)
    {
        if (part is MimePart { Content: { } content }) return content.Open();

        var stream = new MemoryStream();
        if (part is MessagePart { Message: { } message }) message.WriteTo(stream);
        else part.WriteTo(stream, contentOnly: true);
        stream.Position = 0;
        return stream;
    }

    /// <summary>A name for people: what it looks like to a file system does not matter here, and is taken out all the same.</summary>
    internal static string NameOf(MimeEntity part)
    {
        var given = part switch
        {
            MimePart { FileName: { } name } => name,
            MessagePart message => $"{message.Message?.Subject ?? "message"}.eml",
            _ => part.ContentType.Name ?? "",
        };
        var last = given.Split('/', '\\')[^1];
        var clean = string.Concat(last.Where(sign => !char.IsControl(sign) && sign is not (':' or '*' or '?' or '"' or '<' or '>' or '|') && sign is < '\u202a' or > '\u202e')).Trim(' ', '.');
        return clean.Length > 0 ? clean : KindOf(part.ContentType.MimeType).ToString().ToLowerInvariant();
    }
}
