using System.Text.Json.Nodes;

namespace Relais.Server.Channels.X;

/// <summary>Brings one direct message to X, and names how that ended.</summary>
internal sealed class XSender(XApi api, XFiles files, TimeProvider clock)
{
    public async Task<Delivery> Send(Outgoing answer, CancellationToken cancel)
    {
        if (answer.To.LastOrDefault(id => id.Length > 0 && id.All(char.IsAsciiDigit)) is not { } to) return new Delivery.Rejected(XErrors.NoAddress, "The contact has no id at X.");
        if (answer.Files.Count > 1) return new Delivery.Rejected(XErrors.TooManyFiles, "A message carries one file.");

        var message = new JsonObject();
        if (answer.Text.Length > 0) message["text"] = answer.Text;
        if (answer.Files is [var file])
        {
            var (id, failure) = await files.Upload(file, answer.MessageId, cancel);
            if (id is null) return failure!;

            message["attachments"] = new JsonArray(new JsonObject { ["media_id"] = id });
        }

        var delivery = EndingOf(await api.Post($"/2/dm_conversations/with/{to}/messages", message, cancel));
        if (answer.Files.Count > 0 && delivery is not (Delivery.TryLater or Delivery.BadSettings)) await files.Forget(answer.MessageId, cancel);
        return delivery;
    }

    private Delivery EndingOf(Reply reply) =>
        reply is Reply.Answer { Succeeded: true } taken && taken.Body["data"]["dm_event_id"].Text is { Length: > 0 } id ? new Delivery.Sent(id)
        : (reply is Reply.Answer answer ? XErrors.DeliveryOf(answer, clock.GetUtcNow()) : null) ?? reply.AsDelivery();
}
