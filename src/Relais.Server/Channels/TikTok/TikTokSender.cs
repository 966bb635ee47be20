using System.Globalization;
using System.Text.Json.Nodes;

namespace Relais.Server.Channels.TikTok;

/// <summary>Brings one direct message to TikTok and names how that ended. Words and a picture are two messages.</summary>
internal sealed class TikTokSender(TikTokApi api, ChannelMemory memory, Guid channelId)
{
    public const int LongestText = 6000;
    public const int LongestQuestion = 40;
    public const int LongestChoice = 40;
    public const int MostChoices = 3;

    private const int LongestButton = 20;

    public async Task<Delivery> Send(Outgoing answer, CancellationToken cancel)
    {
        if (TikTokPeople.ConversationIn(answer.To) is not { } conversation) return new Delivery.Rejected(TikTokErrors.NoAddress, "TikTok has told of no conversation with this contact.");
        if (answer.Files.Count > 1) return new Delivery.Rejected(TikTokErrors.TooManyFiles, "A message carries one picture.");
        if (answer.Files is not [var file]) return await Post(conversation, WordsOf(answer), cancel);

        return answer.Text.Length == 0
            ? await SendPicture(conversation, file, cancel)
            : await memory.SendBoth(channelId, answer, () => SendPicture(conversation, file, cancel), () => Post(conversation, WordsOf(answer), cancel), cancel);
    }

    /// <summary>Tells that we read or type; a typing mark fades by itself.</summary>
    public async Task Tell(Signal signal, CancellationToken cancel)
    {
        if (TikTokPeople.ConversationIn(signal.To) is not { } conversation || signal is Signal.Typing { On: false }) return;

        await Post(conversation, new JsonObject { ["message_type"] = "SENDER_ACTION", ["sender_action"] = signal is Signal.Typing ? "TYPING" : "MARK_READ" }, cancel);
    }

    private async Task<Delivery> SendPicture(string conversation, OutgoingFile file, CancellationToken cancel)
    {
        var (id, failure) = await new TikTokFiles(api).Upload(file, cancel);
        return id is null ? failure! : await Post(conversation, new JsonObject { ["message_type"] = "IMAGE", ["image"] = new JsonObject { ["media_id"] = id } }, cancel);
    }

    private async Task<Delivery> Post(string conversation, JsonObject message, CancellationToken cancel)
    {
        (message["recipient_type"], message["recipient"]) = ("CONVERSATION", conversation);
        var reply = await api.Post("business/message/send/", message, cancel);
        return TikTokErrors.DataOf(reply)["message"]["message_id"].Text is { Length: > 0 } id ? new Delivery.Sent(id) : TikTokErrors.DeliveryOf(reply);
    }

    private static JsonObject WordsOf(Outgoing answer)
    {
        if (answer.Choices.Count > 0) return new JsonObject { ["message_type"] = "TEMPLATE", ["template"] = Question(answer) };

        var message = new JsonObject { ["message_type"] = "TEXT", ["text"] = new JsonObject { ["body"] = answer.Text } };
        if (answer.ReplyToExternalId is { } quoted) message["referenced_message_info"] = new JsonObject { ["referenced_message_id"] = quoted };
        return message;
    }

    /// <summary>Long answers are links in place of buttons.</summary>
    private static JsonObject Question(Outgoing answer) => new()
    {
        ["type"] = answer.Choices.All(label => label.Length <= LongestButton) ? "QA_BUTTON_CARD" : "QA_LINK_CARD",
        ["title"] = answer.Text,
        ["buttons"] = new JsonArray([.. answer.Choices.Select((label, index) => (JsonNode)new JsonObject { ["type"] = "REPLY", ["title"] = label, ["id"] = (index + 1).ToString(CultureInfo.InvariantCulture) })]),
    };
}
