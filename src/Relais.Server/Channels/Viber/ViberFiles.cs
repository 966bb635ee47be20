using Relais.Domain.Conversations;
using Relais.Server.Conversations;
using Relais.Server.Security;

namespace Relais.Server.Channels.Viber;

/// <summary>
/// Files of our answers. Viber fetches them itself, and tells what they are by the end of their address: they lie at one of their own.
/// </summary>
internal sealed class ViberFiles(SiteAddress site)
{
    private const long MB = 1024 * 1024;
    private const long LargestPicture = MB;
    private const long LargestFilm = 26 * MB;
    private const long LargestFile = 50 * MB;
    private const int LongestName = 256;
    private const int LongestExtension = 10;

    /// <summary>A larger picture, or one of another kind, goes as a file.</summary>
    public static readonly IReadOnlyDictionary<AttachmentKind, FileLimit> Limits = new Dictionary<AttachmentKind, FileLimit>
    {
        [AttachmentKind.Image] = new(LargestFile, []),
        [AttachmentKind.Video] = new(LargestFile, []),
        [AttachmentKind.Audio] = new(LargestFile, []),
        [AttachmentKind.Document] = new(LargestFile, []),
    };

    private static readonly Dictionary<string, string> Pictures = new(StringComparer.OrdinalIgnoreCase) { ["image/jpeg"] = ".jpg", ["image/png"] = ".png", ["image/gif"] = ".gif" };

    /// <summary>https://developers.viber.com/docs/api/rest-bot-api/#forbidden-file-formats</summary>
    private static readonly HashSet<string> Forbidden = new(StringComparer.OrdinalIgnoreCase)
    {
        ".action", ".apk", ".app", ".bat", ".bin", ".cmd", ".com", ".command", ".cpl", ".csh", ".ex_", ".exe", ".gadget", ".inf1", ".ins", ".inx", ".ipa", ".isu",
        ".job", ".jse", ".ksh", ".lnk", ".msc", ".msi", ".msp", ".mst", ".osx", ".out", ".paf", ".pif", ".prg", ".ps1", ".reg", ".rgs", ".run", ".sct", ".shb",
        ".shs", ".u3p", ".vb", ".vbe", ".vbs", ".vbscript", ".workflow", ".ws", ".wsf",
    };

    public static void Map(RouteGroupBuilder pages) =>
        pages.MapMethods("files/{key}/{name}", [HttpMethods.Get, HttpMethods.Head], DownloadAttachment.Handle)
            .Open("The address is 192 random bits that only readers of the thread, and its contact, ever get.");

    public static bool IsPicture(OutgoingFile file) => file.Size <= LargestPicture && Pictures.ContainsKey(file.ContentType);

    public static bool IsFilm(OutgoingFile file) => file.Size <= LargestFilm && file.ContentType == "video/mp4";

    /// <summary>Null when it may go.</summary>
    public static Delivery.Rejected? RefusalOf(OutgoingFile file) =>
        !file.CanBeFetched ? new(ViberErrors.MediaNotPublic, "Viber fetches files itself, from https addresses only.")
        : Forbidden.Contains(ExtensionOf(file)) ? new(ViberErrors.FileForbidden, $"Viber takes no files that end in {ExtensionOf(file)}.")
        : null;

    public string AddressOf(OutgoingFile file)
    {
        var name = Pictures.TryGetValue(file.ContentType, out var extension) ? $"picture{extension}" : IsFilm(file) ? "film.mp4" : $"file{ExtensionOf(file)}";
        return site.Of($"viber/files/{new Uri(file.Url).Segments[^1]}/{name}").AbsoluteUri;
    }

    /// <summary>It keeps its end, by which a phone knows what to open it with.</summary>
    public static string NameOf(OutgoingFile file) =>
        file.Name.Length <= LongestName ? file.Name : $"{file.Name[..(LongestName - LongestExtension)]}{ExtensionOf(file)}";

    private static string ExtensionOf(OutgoingFile file) =>
        Path.GetExtension(file.Name.TrimEnd('.', ' ')) is { Length: > 1 and <= LongestExtension } end && end.Skip(1).All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_') ? end.ToLowerInvariant() : "";
}
