using System.Text.Json.Nodes;

namespace Relais.Server.Channels.Viber;

/// <summary>Brings one answer to Viber and names how that ended. Words and file may be two messages.</summary>
internal sealed class ViberSender(ViberApi api, ViberMessages messages, ChannelMemory memory, Guid channelId)
{
    private const int LargestRequest = 30_000;

    public async Task<Delivery> Send(Outgoing answer, CancellationToken cancel)
    {
        if (answer.To.LastOrDefault(id => id.Length > 0) is not { } to) return new Delivery.Rejected(ViberErrors.NoAddress, "The contact has no id at Viber.");
        if (answer.Files.Count > 1) return new Delivery.Rejected(ViberErrors.TooManyFiles, "A message carries one file.");
        if (answer.Files is not [var file]) return await Post(answer, messages.Words(answer, to), cancel);
        if (ViberFiles.RefusalOf(file) is { } refusal) return refusal;

        return ViberMessages.FitsInOne(answer) ? await Post(answer, messages.File(answer, file, to), cancel) : await SendBoth(answer, file, to, cancel);
    }

    private Task<Delivery> SendBoth(Outgoing answer, OutgoingFile file, string to, CancellationToken cancel)
    {
        var alone = answer with { Text = "", Choices = [] };
        return memory.SendBoth(channelId, answer, () => Post(alone, messages.File(alone, file, to), cancel), () => Post(answer, messages.Words(answer, to), cancel), cancel);
    }

    private async Task<Delivery> Post(Outgoing answer, JsonObject message, CancellationToken cancel)
    {
        var body = ViberApi.BytesOf(message);
        if (body.Length > LargestRequest) return new Delivery.Rejected(ViberErrors.TooLong, $"Viber takes {LargestRequest} bytes; these are {body.Length}.");

        var reply = await api.Post("send_message", body, cancel);
        if (reply is not Reply.Answer taken) return reply.AsDelivery();

        // Taken without a token: no receipt will name it, but it is on its way.
        return ViberErrors.IsOk(taken) ? new Delivery.Sent(taken.Body["message_token"].Text ?? answer.MessageId.ToString("N"))
            : ViberErrors.DeliveryOf(taken) ?? reply.AsDelivery();
    }
}
