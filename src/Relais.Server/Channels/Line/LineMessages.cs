using System.Text.Json.Nodes;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.Line;

/// <summary>An answer in LINE's words: up to five message objects. LINE fetches files itself.</summary>
internal sealed class LineMessages(LineSettings settings, SiteAddress site)
{
    /// <summary>With words, five.</summary>
    public const int MostFiles = 4;

    /// <summary>https://developers.line.biz/en/reference/messaging-api/#quick-reply</summary>
    public static readonly ChoiceLimits Limits = new(Max: 13, MaxLabel: 20, MaxText: 5000);

    private const long LargestPreview = 1024 * 1024;
    private const int LongestName = 20;

    public async Task<JsonArray> Of(Outgoing answer, CancellationToken cancel)
    {
        List<JsonObject> messages = [];
        if (answer.Text.Length > 0) messages.Add(Words(answer));
        foreach (var file in answer.Files) messages.Add(await File(file, cancel));
        if (answer.Choices.Count > 0) messages[^1]["quickReply"] = QuickReply(answer.Choices);
        foreach (var message in messages) Sign(message, answer.AuthorName);
        return new JsonArray([.. messages]);
    }

    /// <summary>LINE quotes by a token it gave with the message.</summary>
    private static JsonObject Words(Outgoing answer)
    {
        var words = new JsonObject { ["type"] = "text", ["text"] = answer.Text };
        if (answer.ReplyToExternalId is { } quoted && answer.Answers?.ExternalId == quoted && LineContent.QuoteTokenIn(answer.Answers.Extra) is { } token) words["quoteToken"] = token;
        return words;
    }

    private async Task<JsonObject> File(OutgoingFile file, CancellationToken cancel) => file.Kind switch
    {
        AttachmentKind.Image => new JsonObject { ["type"] = "image", ["originalContentUrl"] = file.Url, ["previewImageUrl"] = file.Size <= LargestPreview ? file.Url : Preview(LinePictures.Picture) },
        AttachmentKind.Video => new JsonObject { ["type"] = "video", ["originalContentUrl"] = file.Url, ["previewImageUrl"] = Preview(LinePictures.Film) },
        _ => new JsonObject { ["type"] = "audio", ["originalContentUrl"] = file.Url, ["duration"] = await LineSound.MillisecondsOf(file, cancel) },
    };

    private static JsonObject QuickReply(IReadOnlyList<string> choices) => new()
    {
        ["items"] = new JsonArray([.. choices.Select(label => (JsonNode)new JsonObject { ["type"] = "action", ["action"] = new JsonObject { ["type"] = "message", ["label"] = label, ["text"] = label } })]),
    };

    /// <summary>LINE refuses a name with its own in it.</summary>
    private void Sign(JsonObject message, string author)
    {
        if (!settings.ShowsAgent || author.Length == 0 || author.Contains("LINE", StringComparison.OrdinalIgnoreCase)) return;

        message["sender"] = new JsonObject { ["name"] = author.Length <= LongestName ? author : author[..LongestName].TrimEnd() };
    }

    private string Preview(string name) => site.Of($"line/{name}").AbsoluteUri;
}
