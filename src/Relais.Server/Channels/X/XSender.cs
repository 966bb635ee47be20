using System.Text.Json.Nodes;

namespace Relais.Server.Channels.X;

/// <summary>Brings one direct message, or one reply in public, to X, and names how that ended.</summary>
/// <param name="api">X.</param>
/// <param name="files">Brings files up.</param>
/// <param name="parts">What is sent of a text in public, each below the one before.</param>
/// <param name="clock">For X tells when it listens again.</param>
internal sealed class XSender(XApi api, XFiles files, XThread parts, TimeProvider clock)
{
    public async Task<Delivery> Send(Outgoing answer, CancellationToken cancel)
    {
        if (answer.Post is not null) return await Reply(answer, cancel);
        if (answer.To.LastOrDefault(id => id.Length > 0 && id.All(char.IsAsciiDigit)) is not { } to) return new Delivery.Rejected(XErrors.NoAddress, "The contact has no id at X.");
        if (answer.Files.Count > 1) return new Delivery.Rejected(XErrors.TooManyFiles, "A message carries one file.");

        var message = new JsonObject();
        if (answer.Text.Length > 0) message["text"] = answer.Text;
        if (answer.Files is [var file])
        {
            var (id, failure) = await files.Upload(file, answer.MessageId, isPublic: false, cancel);
            if (id is null) return failure!;

            message["attachments"] = new JsonArray(new JsonObject { ["media_id"] = id });
        }

        return await Post($"/2/dm_conversations/with/{to}/messages", message, "dm_event_id", answer, cancel);
    }

    /// <summary>In public: below what it answers, for everybody to read.</summary>
    private async Task<Delivery> Reply(Outgoing answer, CancellationToken cancel)
    {
        if ((answer.ReplyToExternalId ?? answer.Answers?.ExternalId) is not { Length: > 0 } answered) return new Delivery.Rejected(XErrors.NothingToAnswer, "There is no post to answer.");
        if (answer.Files.Count > 1) return new Delivery.Rejected(XErrors.TooManyFiles, "A message carries one file.");
        if (parts.FaultOf(answer.Text) is { } fault) return new Delivery.Rejected(XErrors.PostTooLong, fault);

        return await parts.Send(answer, (words, before) => Post(answer, words, answered, before, cancel), cancel);
    }

    /// <param name="answer">The whole.</param>
    /// <param name="words">What of it.</param>
    /// <param name="answered">The customer's post.</param>
    /// <param name="before">Our own post it continues; null for the first.</param>
    /// <param name="cancel">Ends the call.</param>
    private async Task<Delivery> Post(Outgoing answer, string words, string answered, string? before, CancellationToken cancel)
    {
        var post = new JsonObject { ["text"] = words, ["reply"] = new JsonObject { ["in_reply_to_tweet_id"] = before ?? answered } };
        if (before is null && answer.Files is [var file])
        {
            var (id, failure) = await files.Upload(file, answer.MessageId, isPublic: true, cancel);
            if (id is null) return failure!;

            post["media"] = new JsonObject { ["media_ids"] = new JsonArray(id) };
        }

        return await Post("/2/tweets", post, "id", answer, cancel);
    }

    private async Task<Delivery> Post(string path, JsonObject message, string idName, Outgoing answer, CancellationToken cancel)
    {
        var delivery = EndingOf(await api.Post(path, message, cancel), idName);
        if (answer.Files.Count > 0 && delivery is not (Delivery.TryLater or Delivery.BadSettings)) await files.Forget(answer.MessageId, cancel);
        return delivery;
    }

    private Delivery EndingOf(Reply reply, string idName) =>
        reply is Reply.Answer { Succeeded: true } taken && taken.Body["data"][idName].Text is { Length: > 0 } id ? new Delivery.Sent(id)
        : (reply is Reply.Answer answer ? XErrors.DeliveryOf(answer, clock.GetUtcNow()) : null) ?? reply.AsDelivery();
}
