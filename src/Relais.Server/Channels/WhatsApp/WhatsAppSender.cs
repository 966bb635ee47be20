using System.Net;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.WhatsApp;

/// <summary>Brings one answer to Meta and names how that ended.</summary>
internal sealed class WhatsAppSender(WhatsAppGraph graph)
{
    private const int LongestCaption = 1024;
    private const int LargestSticker = 500 * 1024;
    private const string WebP = "image/webp";

    public async Task<Delivery> Send(Outgoing answer, CancellationToken cancel)
    {
        if (AddressOf(answer.To) is not { } address) return new Delivery.Rejected(WhatsAppRefusals.NoAddress, "The contact has neither a number nor a user id.");

        var request = address with
        {
            Context = answer.ReplyToExternalId is { } quoted ? new SendContext(quoted) : null,
            BizOpaqueCallbackData = answer.MessageId.ToString(),
        };
        var (complete, failure) = answer.Template is { } template ? await WithTemplate(request, template, answer.Attempt, cancel)
            : answer.Files.Count > 0 ? await WithFile(request, answer, cancel)
            : answer.Choices.Count > 0 ? (request with { Type = "interactive", Interactive = WhatsAppChoices.Of(answer) }, null)
            : (request with { Text = new SendText(answer.Text, HasLink(answer.Text) ? true : null) }, null);
        if (complete is null) return failure!;

        return EndingOf(await graph.Post($"{graph.Number}/messages", complete, WhatsAppJson.Default.SendRequest, cancel), answer.Attempt);
    }

    public async Task<Delivery> React(Reacting reacting, CancellationToken cancel)
    {
        if (AddressOf(reacting.To) is not { } address) return new Delivery.Rejected(WhatsAppRefusals.NoAddress, "The contact has neither a number nor a user id.");

        var request = address with { Type = "reaction", Reaction = new SendReaction(reacting.ExternalId, reacting.Emoji ?? "") };
        return EndingOf(await graph.Post($"{graph.Number}/messages", request, WhatsAppJson.Default.SendRequest, cancel), attempt: 1);
    }

    /// <summary>The newest number, or else the newest user id: whoever changed his number no longer reads the old one.</summary>
    private static SendRequest? AddressOf(IReadOnlyList<string> to)
    {
        var number = to.LastOrDefault(id => id.Length > 0 && id.All(char.IsAsciiDigit));
        var user = to.LastOrDefault(WhatsAppPeople.IsOwnUserId) ?? to.LastOrDefault(WhatsAppPeople.IsUserId);
        return number is null && user is null ? null : new SendRequest { To = number is null ? null : $"+{number}", Recipient = number is null ? user : null };
    }

    private async Task<(SendRequest?, Delivery?)> WithFile(SendRequest request, Outgoing answer, CancellationToken cancel)
    {
        if (RefusalOf(answer) is { } refusal) return (null, refusal);

        var file = answer.Files[0];
        var (id, failure) = await new WhatsAppMedia(graph).Upload(file, answer.Attempt, cancel);
        if (id is null) return (null, failure);

        var caption = answer.Text.Length > 0 ? answer.Text : null;
        var media = new SendMedia(id, caption, null);
        return (file.Kind switch
        {
            AttachmentKind.Image when IsSticker(file) => request with { Type = "sticker", Sticker = media },
            AttachmentKind.Image => request with { Type = "image", Image = media },
            AttachmentKind.Video => request with { Type = "video", Video = media },
            AttachmentKind.Audio => request with { Type = "audio", Audio = media },
            _ => request with { Type = "document", Document = media with { Filename = file.Name } },
        }, null);
    }

    /// <summary>What Meta would refuse, said before a large file has travelled.</summary>
    private static Delivery.Rejected? RefusalOf(Outgoing answer)
    {
        var file = answer.Files[0];
        if (answer.Files.Count > 1) return new(WhatsAppRefusals.TooManyFiles, "A message carries one file.");
        if (answer.Text.Length > LongestCaption) return new(WhatsAppRefusals.CaptionTooLong, $"A caption has at most {LongestCaption} characters.");
        if (answer.Text.Length > 0 && (file.Kind == AttachmentKind.Audio || IsSticker(file)))
            return new(WhatsAppRefusals.NoCaptionHere, "Sound and stickers carry no text.");

        return IsSticker(file) && file.Size > LargestSticker ? new(WhatsAppRefusals.StickerTooLarge, "A sticker has at most 500 KB.") : null;
    }

    private async Task<(SendRequest?, Delivery?)> WithTemplate(SendRequest request, TemplateUse use, int attempt, CancellationToken cancel)
    {
        var asTemplate = request with { Type = "template" };
        var plain = new SendTemplate(use.Name, new SendLanguage(use.Language), null);
        if (use.Variables.Count == 0) return (asTemplate with { Template = plain }, null);

        // Which value goes into the header, and whether gaps are numbered or named, only the template tells.
        return await new WhatsAppTemplates(graph).Named(use.Name, cancel) switch
        {
            GraphReply<TemplatePage>.Answer { Succeeded: true, Body: { } page } => Filled(asTemplate, plain, use, page),
            GraphReply<TemplatePage>.Answer { Body.Error: { } error } answer => (null, WhatsAppErrors.DeliveryOf(error, attempt, answer.Wait)),
            GraphReply<TemplatePage>.Answer answer => (null, new Delivery.TryLater(answer.StatusWords, answer.Wait)),
            GraphReply<TemplatePage>.BadSettings bad => (null, new Delivery.BadSettings($"{bad.Code}: {bad.Reason}")),
            GraphReply<TemplatePage>.NeverLeft never => (null, new Delivery.TryLater(never.Reason)),
            GraphReply<TemplatePage>.Lost lost => (null, new Delivery.TryLater(lost.Reason)),
            _ => throw new InvalidOperationException("An ending without a name."),
        };
    }

    private static (SendRequest?, Delivery?) Filled(SendRequest request, SendTemplate plain, TemplateUse use, TemplatePage page)
    {
        var template = (page.Data ?? []).FirstOrDefault(it => it.Name == use.Name && it.Language == use.Language);
        if (template is null) return (null, new Delivery.Rejected(WhatsAppRefusals.TemplateUnknown, $"There is no template '{use.Name}' in '{use.Language}'."));
        if (!WhatsAppTemplates.IsFillable(template)) return (null, new Delivery.Rejected(WhatsAppRefusals.TemplateUnfillable, "The template needs more than words."));

        return WhatsAppTemplates.Fill(template, use.Variables) is { } components
            ? (request with { Template = plain with { Components = components } }, null)
            : (null, new Delivery.Rejected(WhatsAppRefusals.TemplateVariables, "The template has another number of gaps."));
    }

    /// <summary>
    /// An error in Meta's own words surely came instead of accepting. A page of something in between, an answer without an id or
    /// none at all leave it open whether the message is on its way: there is no idempotency key to ask again with.
    /// </summary>
    private static Delivery EndingOf(GraphReply<GraphAnswer> reply, int attempt) => reply switch
    {
        GraphReply<GraphAnswer>.Answer { Succeeded: true, Body.Messages: [{ Id: { } id }, ..] } => new Delivery.Sent(id),
        GraphReply<GraphAnswer>.Answer { Body.Error: { } error, Status: < HttpStatusCode.InternalServerError } answer =>
            WhatsAppErrors.DeliveryOf(error, attempt, answer.Wait),
        GraphReply<GraphAnswer>.Answer { Body.Error: { } error } answer when WhatsAppErrors.IsKnown(error) || error.IsTransient == true =>
            WhatsAppErrors.IsKnown(error) ? WhatsAppErrors.DeliveryOf(error, attempt, answer.Wait) : new Delivery.TryLater(WhatsAppErrors.WordsOf(error), answer.Wait),
        GraphReply<GraphAnswer>.Answer { Status: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable } answer =>
            new Delivery.TryLater(answer.StatusWords, answer.Wait),
        GraphReply<GraphAnswer>.Answer { Status: HttpStatusCode.Unauthorized } answer => new Delivery.BadSettings($"token_invalid: {answer.StatusWords}"),
        GraphReply<GraphAnswer>.Answer { Status: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError } answer =>
            new Delivery.Rejected("refused", answer.StatusWords),
        GraphReply<GraphAnswer>.Answer answer => new Delivery.Unknown(answer.StatusWords),
        GraphReply<GraphAnswer>.BadSettings bad => new Delivery.BadSettings($"{bad.Code}: {bad.Reason}"),
        GraphReply<GraphAnswer>.NeverLeft never => new Delivery.TryLater(never.Reason),
        GraphReply<GraphAnswer>.Lost lost => new Delivery.Unknown(lost.Reason),
        _ => throw new InvalidOperationException("An ending without a name."),
    };

    // WhatsApp takes WebP only as a sticker.
    private static bool IsSticker(OutgoingFile file) => file.ContentType.StartsWith(WebP, StringComparison.OrdinalIgnoreCase);

    private static bool HasLink(string text) =>
        text.Contains("https://", StringComparison.OrdinalIgnoreCase) || text.Contains("http://", StringComparison.OrdinalIgnoreCase);
}
