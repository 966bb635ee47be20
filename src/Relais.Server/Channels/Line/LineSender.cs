using System.Net;
using System.Text.Json.Nodes;

namespace Relais.Server.Channels.Line;

/// <summary>Brings one answer to LINE in one call, and names how that ended. LINE knows a repetition by its key.</summary>
internal sealed class LineSender(LineApi api, LineMessages messages)
{
    public async Task<Delivery> Send(Outgoing answer, CancellationToken cancel)
    {
        if (answer.To.LastOrDefault(id => id.Length > 0) is not { } to) return new Delivery.Rejected(LineErrors.NoAddress, "The contact has no id at LINE.");
        if (answer.Files.Count > LineMessages.MostFiles) return new Delivery.Rejected(LineErrors.TooManyFiles, $"A message carries {LineMessages.MostFiles} files.");
        if (!answer.Files.All(file => file.CanBeFetched)) return new Delivery.Rejected(LineErrors.MediaNotPublic, "LINE fetches files itself, from https addresses only.");

        var body = new JsonObject { ["to"] = to, ["messages"] = await messages.Of(answer, cancel) };
        var reply = await api.Post("message/push", body, cancel, key: answer.MessageId);
        return reply is Reply.Answer answered ? TakenAs(answered) ?? LineErrors.DeliveryOf(answered) ?? reply.AsDelivery() : reply.AsDelivery();
    }

    /// <summary>Null when it was not. A key LINE knows already (409) means that an earlier try of ours got through.</summary>
    private static Delivery.Sent? TakenAs(Reply.Answer answer)
    {
        if (!answer.Body.IsObject || !(answer.Succeeded || answer.Status == HttpStatusCode.Conflict)) return null;

        var id = answer.Body["sentMessages"].Items.FirstOrDefault()["id"].Text ?? HeaderOf(answer, "x-line-accepted-request-id") ?? (answer.Succeeded ? HeaderOf(answer, "x-line-request-id") : null);
        return id is { Length: > 0 } ? new Delivery.Sent(id) : null;
    }

    private static string? HeaderOf(Reply.Answer answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
