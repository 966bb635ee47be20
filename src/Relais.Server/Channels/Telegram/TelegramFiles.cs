using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.Telegram;

/// <summary>Files in both directions. Those of customers are asked for by their id, which never runs out; the path to them does.</summary>
internal sealed class TelegramFiles(TelegramApi api)
{
    public const int Most = 10;

    /// <summary>Telegram's own servers hand out 20 MB at most; one of your own has no such limit.</summary>
    private const long LargestFile = 100L * 1024 * 1024;

    public static AttachmentKind KindOf(string? contentType) => contentType?.Split('/')[0].Trim().ToLowerInvariant() switch
    {
        "image" => AttachmentKind.Image,
        "video" => AttachmentKind.Video,
        "audio" => AttachmentKind.Audio,
        _ => AttachmentKind.Document,
    };

    public async Task<Fetched> Fetch(string fileId, CancellationToken cancel) =>
        await api.Call("getFile", new JsonObject { ["file_id"] = fileId }, cancel) switch
        {
            Reply.Answer { Succeeded: true } answer when answer.Body["result"]["file_path"].Text is { } path => answer.Body["result"]["file_size"].Number > LargestFile
                ? ProviderLine.TooLarge(LargestFile)
                : await api.Download(path, LargestFile, cancel),
            Reply.Answer answer => WhyNot(answer),
            Reply.BadSettings bad => new Fetched.TryLater(bad.Reason),
            Reply.NeverLeft never => new Fetched.TryLater(never.Reason),
            Reply.Lost lost => new Fetched.TryLater(lost.Reason),
            _ => throw new InvalidOperationException("An ending without a name."),
        };

    /// <summary>The method that sends one file as what it is, and the field it goes into.</summary>
    public static (string Method, string Field) MethodFor(OutgoingFile file) => ShapeOf(file) switch
    {
        "photo" => ("sendPhoto", "photo"),
        "animation" => ("sendAnimation", "animation"),
        "video" => ("sendVideo", "video"),
        "voice" => ("sendVoice", "voice"),
        "audio" => ("sendAudio", "audio"),
        _ => ("sendDocument", "document"),
    };

    /// <summary>Pictures and films go together, and sound with sound; anything else together travels as documents.</summary>
    public static IReadOnlyList<string> AlbumShapes(IReadOnlyList<OutgoingFile> files)
    {
        string[] shapes = [.. files.Select(ShapeOf)];
        return shapes.All(shape => shape is "photo" or "video") || shapes.All(shape => shape == "audio") ? shapes : [.. shapes.Select(_ => "document")];
    }

    public static async Task<HttpContent> ContentOf(OutgoingFile file, CancellationToken cancel)
    {
        var content = new StreamContent(await file.Open(cancel));
        content.Headers.ContentType = MediaTypeHeaderValue.TryParse(file.ContentType, out var type) ? type : new MediaTypeHeaderValue("application/octet-stream");
        return content;
    }

    private static string ShapeOf(OutgoingFile file) => file.ContentType.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "image/jpeg" or "image/png" => "photo",
        "image/gif" => "animation",
        "video/mp4" => "video",
        "audio/ogg" => "voice",
        "audio/mpeg" or "audio/mp4" => "audio",
        _ => "document",
    };

    private static Fetched WhyNot(Reply.Answer answer)
    {
        if (answer.Body["description"].Text is not { } words) return new Fetched.TryLater(answer.StatusWords, answer.Wait);

        return (int)answer.Status is 400 && !words.Contains("temporarily unavailable", StringComparison.OrdinalIgnoreCase)
            ? new Fetched.Gone(words)
            : new Fetched.TryLater(words, TelegramErrors.WaitOf(answer));
    }
}
