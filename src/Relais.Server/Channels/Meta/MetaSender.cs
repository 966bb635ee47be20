using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Relais.Server.Channels.Meta;

/// <summary>Brings one answer to Meta and names how that ended. A message holds words or a file; with both, it is two.</summary>
/// <param name="humanAgent">Whether Meta allows this app that a person answers for seven days instead of one.</param>
internal sealed class MetaSender(MetaGraph graph, bool humanAgent, ChannelMemory memory, Guid channelId)
{
    public MetaManner Manner { get; init; } = MetaManner.Page;

    public async Task<Delivery> Send(Outgoing answer, CancellationToken cancel)
    {
        if (answer.To.LastOrDefault(id => id.Length > 0) is not { } to) return new Delivery.Rejected(MetaErrors.NoAddress, "The contact has no id here.");
        if (Objection(answer) is { } objection) return objection;
        if (answer.Files is not [var file]) return await SendWords(answer, to, cancel);
        if (answer.Text.Length == 0) return await SendFile(answer, file, to, isWhole: true, cancel);

        return await memory.SendBoth(
            channelId,
            answer,
            () => SendFile(answer with { Choices = [] }, file, to, isWhole: false, cancel),
            () => SendWords(answer with { ReplyToExternalId = null }, to, cancel),
            cancel);
    }

    /// <summary>What Meta would refuse, before a part of it is sent.</summary>
    private Delivery.Rejected? Objection(Outgoing answer)
    {
        if (answer.Files.Count > 1) return new(MetaErrors.TooManyFiles, "A message carries one file.");
        if (Manner.FetchesFiles && !answer.Files.All(file => file.CanBeFetched)) return new(MetaErrors.MediaNotPublic, "Meta fetches files itself, from https addresses only.");

        var bytes = Encoding.UTF8.GetByteCount(answer.Text);
        return bytes <= Manner.MostBytes ? null : new(MetaErrors.TooLong, string.Create(CultureInfo.InvariantCulture, $"The text takes {bytes} bytes of {Manner.MostBytes}."));
    }

    private Task<Delivery> SendWords(Outgoing answer, string to, CancellationToken cancel) =>
        Send(answer, to, new JsonObject { ["text"] = answer.Text }, new MetaMark(answer.MessageId, IsWhole: true), cancel);

    private async Task<Delivery> SendFile(Outgoing answer, OutgoingFile file, string to, bool isWhole, CancellationToken cancel)
    {
        var payload = new JsonObject { ["url"] = file.Url };
        if (!Manner.FetchesFiles)
        {
            var (id, failure) = await new MetaFiles(graph).Upload(file, answer.Attempt, cancel);
            if (id is null) return failure!;

            payload = new JsonObject { ["attachment_id"] = id };
        }

        var message = new JsonObject { ["attachment"] = new JsonObject { ["type"] = MetaFiles.TypeOf(file), ["payload"] = payload } };
        return await Send(answer, to, message, new MetaMark(answer.MessageId, isWhole), cancel);
    }

    private async Task<Delivery> Send(Outgoing answer, string to, JsonObject message, MetaMark mark, CancellationToken cancel)
    {
        if (answer.Choices.Count > 0) message["quick_replies"] = Buttons(answer);
        var body = new JsonObject { ["recipient"] = Recipient(answer, to), ["message"] = message };
        if (Manner.IsMarked) (message["metadata"], body["messaging_type"]) = (mark.ToString(), "RESPONSE");
        if (answer.ReplyToExternalId is { } quoted) body["reply_to"] = new JsonObject { ["mid"] = quoted };

        var reply = await graph.Post(graph.Own("messages"), body, cancel);
        if (MayTag(answer) && MetaErrors.IsWindowClosed(reply)) reply = await graph.Post(graph.Own("messages"), Tagged(body), cancel);
        return reply is Reply.Answer { Succeeded: true } taken && taken.Body["message_id"].Text is { } id
            ? new Delivery.Sent(id)
            : MetaErrors.DeliveryOf(reply, answer.Attempt);
    }

    /// <summary>Whoever commented is reached by his comment: he may never have written in private.</summary>
    private static JsonObject Recipient(Outgoing answer, string to) =>
        answer.PrivatelyAnswers is { } comment ? new JsonObject { ["comment_id"] = comment } : new JsonObject { ["id"] = to };

    /// <summary>The tag is for what a person wrote: not for machines, nor for what is only asked to be pressed.</summary>
    private bool MayTag(Outgoing answer) => humanAgent && answer is { IsAutomatic: false, Choices.Count: 0 };

    private static JsonObject Tagged(JsonObject body)
    {
        var tagged = body.DeepClone().AsObject();
        tagged["messaging_type"] = "MESSAGE_TAG";
        tagged["tag"] = "HUMAN_AGENT";
        return tagged;
    }

    private static JsonArray Buttons(Outgoing answer) =>
        [.. answer.Choices.Select((label, index) => new JsonObject { ["content_type"] = "text", ["title"] = label, ["payload"] = $"{answer.MessageId:N}-{index + 1}" })];
}
