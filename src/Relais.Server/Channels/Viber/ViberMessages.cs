using System.Text.Json.Nodes;
using Relais.Domain.Shared;

namespace Relais.Server.Channels.Viber;

/// <summary>An answer in Viber's words: a message holds words, or a file, or a picture with words below it.</summary>
internal sealed class ViberMessages(ViberSettings settings, ViberFiles files, string channelName)
{
    /// <summary>One to a line of the keyboard. https://developers.viber.com/docs/tools/keyboards/</summary>
    public static readonly ChoiceLimits Limits = new(Max: 20, MaxLabel: 100, MaxText: LongestText);

    public const int LongestText = 7000;

    private const int LongestCaption = 512;
    private const int LongestSender = 28;

    /// <summary>Whether words and file are one message.</summary>
    public static bool FitsInOne(Outgoing answer) =>
        answer.Files is [var file] && (answer.Text.Length == 0 || (ViberFiles.IsPicture(file) && answer.Text.Length <= LongestCaption));

    public JsonObject Words(Outgoing answer, string to)
    {
        var message = Frame(answer, to, "text");
        message["text"] = answer.Text;
        return message;
    }

    public JsonObject File(Outgoing answer, OutgoingFile file, string to)
    {
        var message = Frame(answer, to, ViberFiles.IsPicture(file) ? "picture" : ViberFiles.IsFilm(file) ? "video" : "file");
        message["media"] = files.AddressOf(file);
        if (ViberFiles.IsPicture(file)) message["text"] = answer.Text;
        else message["size"] = file.Size;
        if (message["type"]!.GetValue<string>() == "file") message["file_name"] = ViberFiles.NameOf(file);
        return message;
    }

    private JsonObject Frame(Outgoing answer, string to, string type)
    {
        var message = new JsonObject { ["receiver"] = to, ["min_api_version"] = 1, ["sender"] = new JsonObject { ["name"] = SenderOf(answer) }, ["type"] = type };
        if (answer.Choices.Count > 0) message["keyboard"] = Keyboard(answer.Choices);
        return message;
    }

    private string SenderOf(Outgoing answer)
    {
        var name = settings.ShowsAgent && answer.AuthorName.Length > 0 ? answer.AuthorName : settings.SenderName.Length > 0 ? settings.SenderName : channelName;
        return Texts.Fit(name, LongestSender) ?? channelName;
    }

    /// <summary>What is pressed comes back as the customer's words; the next message takes the keyboard away.</summary>
    private static JsonObject Keyboard(IReadOnlyList<string> choices) => new()
    {
        ["Type"] = "keyboard",
        ["DefaultHeight"] = false,
        ["Buttons"] = new JsonArray([.. choices.Select(label => (JsonNode)new JsonObject
        {
            ["Columns"] = 6,
            ["Rows"] = 1,
            ["ActionType"] = "reply",
            ["ActionBody"] = label,
            ["Text"] = AsHtml(label),
        })]),
    };

    /// <summary>The face of a button is HTML.</summary>
    private static string AsHtml(string label) =>
        label.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
