using System.Text.Json.Nodes;

namespace Relais.Server.Channels.Telegram;

/// <summary>Brings one answer to Telegram in one call, and names how that ended.</summary>
internal sealed class TelegramSender(TelegramApi api)
{
    private const int LongestCaption = 1024;

    public async Task<Delivery> Send(Outgoing answer, CancellationToken cancel)
    {
        if (TelegramAddress.Newest(answer.To) is not { } to) return new Delivery.Rejected(TelegramErrors.NoAddress, "The contact has no chat with the bot.");
        if (answer.Files.Count > TelegramFiles.Most) return new Delivery.Rejected(TelegramErrors.TooManyFiles, $"A message carries {TelegramFiles.Most} files.");
        if (answer.Files.Count > 0 && answer.Text.Length > LongestCaption) return new Delivery.Rejected(TelegramErrors.CaptionTooLong, $"A caption has at most {LongestCaption} characters.");

        var reply = await Ask(answer, to, asDocument: false, cancel);
        if (TelegramErrors.NewChatOf(reply) is { } moved) reply = await Ask(answer, to = to with { Chat = moved }, asDocument: false, cancel);
        else if (answer.Files.Count == 1 && TelegramErrors.IsNoPhoto(reply)) reply = await Ask(answer, to, asDocument: true, cancel);
        return EndingOf(reply, to);
    }

    private async Task<Reply> Ask(Outgoing answer, TelegramAddress to, bool asDocument, CancellationToken cancel)
    {
        var fields = to.In([]);
        if (to.MessageOf(answer.ReplyToExternalId) is { } quoted)
            fields["reply_parameters"] = new JsonObject { ["message_id"] = quoted, ["allow_sending_without_reply"] = true };
        if (answer.Files.Count > 1) return await Album(answer, fields, cancel);

        if (TelegramChoices.Keyboard(answer, to) is { } keyboard) fields["reply_markup"] = keyboard;
        var words = TelegramChoices.Words(answer, to);
        if (answer.Files is [var file]) return await File(file, words, fields, asDocument, cancel);

        fields["text"] = words;
        return await api.Call("sendMessage", fields, cancel);
    }

    private async Task<Reply> File(OutgoingFile file, string words, JsonObject fields, bool asDocument, CancellationToken cancel)
    {
        var (method, field) = asDocument ? ("sendDocument", "document") : TelegramFiles.MethodFor(file);
        if (words.Length > 0) fields["caption"] = words;
        using var form = FormOf(fields);
        form.Add(await TelegramFiles.ContentOf(file, cancel), field, file.PlainName);
        return await api.Call(method, form, cancel);
    }

    private async Task<Reply> Album(Outgoing answer, JsonObject fields, CancellationToken cancel)
    {
        var shapes = TelegramFiles.AlbumShapes(answer.Files);
        var media = new JsonArray();
        for (var at = 0; at < shapes.Count; at++) media.Add(new JsonObject { ["type"] = shapes[at], ["media"] = $"attach://file{at}" });
        if (answer.Text.Length > 0) media[0]!["caption"] = answer.Text;
        fields["media"] = media;

        using var form = FormOf(fields);
        for (var at = 0; at < shapes.Count; at++)
            form.Add(await TelegramFiles.ContentOf(answer.Files[at], cancel), $"file{at}", answer.Files[at].PlainName);
        return await api.Call("sendMediaGroup", form, cancel);
    }

    private static MultipartFormDataContent FormOf(JsonObject fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value is JsonValue one && one.TryGetValue(out string? text) ? text : value!.ToJsonString()), name);
        return form;
    }

    private static Delivery EndingOf(Reply reply, TelegramAddress to)
    {
        if (reply is not Reply.Answer answer) return reply.AsDelivery();
        if (TelegramErrors.IsOne(answer)) return TelegramErrors.DeliveryOf(answer);

        var result = answer.Body["result"];
        var id = result["message_id"].Text ?? result.Items.FirstOrDefault()["message_id"].Text;
        return answer.Succeeded && id is not null ? new Delivery.Sent(to.IdOf(id)) : answer.AsDelivery();
    }
}
