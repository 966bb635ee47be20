using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.WhatsApp;

/// <summary>
/// Files in both directions. A file's address lives five minutes, its id seven days: we try the address first and ask
/// for a fresh one when it has run out.
/// </summary>
internal sealed class WhatsAppMedia(WhatsAppGraph graph)
{
    public const long LargestFile = 100L * 1024 * 1024;

    /// <summary>The id, and the address where Meta gave one: ids and addresses hold no space.</summary>
    public static string ReferenceTo(WaMedia media)
    {
        var both = $"{media.Id} {media.Url}".TrimEnd();
        return both.Length <= Attachment.ReferenceLimit ? both : media.Id!;
    }

    public async Task<Fetched> Fetch(string reference, CancellationToken cancel)
    {
        var parts = reference.Split(' ', 2);
        if (parts.Length == 2 && await Download(parts[1], null, cancel) is Fetched.File file) return file;

        return await graph.Get($"{Uri.EscapeDataString(parts[0])}?phone_number_id={graph.Number}", WhatsAppJson.Default.GraphAnswer, cancel) switch
        {
            GraphReply<GraphAnswer>.Answer { Succeeded: true, Body: { Url: { } url } body } => body.FileSize > LargestFile
                ? TooLarge()
                : await Download(url, body.MimeType, cancel),
            GraphReply<GraphAnswer>.Answer answer => WhyNot(answer),
            GraphReply<GraphAnswer>.BadSettings bad => new Fetched.TryLater(bad.Reason),
            GraphReply<GraphAnswer>.NeverLeft never => new Fetched.TryLater(never.Reason),
            GraphReply<GraphAnswer>.Lost lost => new Fetched.TryLater(lost.Reason),
            _ => throw new InvalidOperationException("An ending without a name."),
        };
    }

    /// <summary>Brings a file to Meta. Nothing was sent yet: whatever goes wrong may be tried again.</summary>
    public async Task<(string? Id, Delivery? Failure)> Upload(OutgoingFile file, int attempt, CancellationToken cancel)
    {
        await using var content = await file.Open(cancel);
        using var bytes = new StreamContent(content);
        bytes.Headers.ContentType = MediaTypeHeaderValue.TryParse(file.ContentType, out var type) ? type : new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("whatsapp"), "messaging_product" },
            { new StringContent(bytes.Headers.ContentType.ToString()), "type" },
            { bytes, "file", file.PlainName },
        };

        return await graph.Post($"{graph.Number}/media", form, cancel) switch
        {
            GraphReply<GraphAnswer>.Answer { Succeeded: true, Body.Id: { } id } => (id, null),
            GraphReply<GraphAnswer>.Answer { Body.Error: { } error } answer => (null, WhatsAppErrors.DeliveryOf(error, attempt, answer.Wait)),
            GraphReply<GraphAnswer>.Answer { Status: HttpStatusCode.RequestEntityTooLarge } answer => (null, new Delivery.Rejected("media_refused", answer.StatusWords)),
            GraphReply<GraphAnswer>.Answer answer => (null, new Delivery.TryLater(answer.StatusWords, answer.Wait)),
            GraphReply<GraphAnswer>.BadSettings bad => (null, new Delivery.BadSettings($"{bad.Code}: {bad.Reason}")),
            GraphReply<GraphAnswer>.NeverLeft never => (null, new Delivery.TryLater(never.Reason)),
            GraphReply<GraphAnswer>.Lost lost => (null, new Delivery.TryLater(lost.Reason)),
            _ => throw new InvalidOperationException("An ending without a name."),
        };
    }

    private async Task<Fetched> Download(string url, string? contentType, CancellationToken cancel)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)) return new Fetched.Gone("WhatsApp gave no usable address for the file.");

        return await graph.Download(address, cancel) switch
        {
            null => new Fetched.Gone($"The file lies at {address.Host}, which is not a host of WhatsApp."),
            GraphReply<HttpResponseMessage>.Answer { Succeeded: true, Body: { } response } => await FileOf(response, contentType, cancel),
            GraphReply<HttpResponseMessage>.Answer answer => Refused(answer),
            GraphReply<HttpResponseMessage>.BadSettings bad => new Fetched.Gone(bad.Reason),
            GraphReply<HttpResponseMessage>.NeverLeft never => new Fetched.TryLater(never.Reason),
            GraphReply<HttpResponseMessage>.Lost lost => new Fetched.TryLater(lost.Reason),
            _ => throw new InvalidOperationException("An ending without a name."),
        };
    }

    private static async Task<Fetched> FileOf(HttpResponseMessage response, string? contentType, CancellationToken cancel)
    {
        if (response.Content.Headers.ContentLength > LargestFile)
        {
            response.Dispose();
            return TooLarge();
        }

        // Disposing the content lets go of the connection; whoever keeps the file counts what really comes.
        return new Fetched.File(await response.Content.ReadAsStreamAsync(cancel), contentType ?? response.Content.Headers.ContentType?.ToString());
    }

    private static Fetched.TryLater Refused(GraphReply<HttpResponseMessage>.Answer answer)
    {
        answer.Body?.Dispose();
        return new Fetched.TryLater(answer.StatusWords, answer.Wait);
    }

    private static Fetched WhyNot(GraphReply<GraphAnswer>.Answer answer)
    {
        if (answer.Body?.Error is not { } error) return new Fetched.TryLater(answer.StatusWords, answer.Wait);

        var cause = WhatsAppErrors.CauseOf(error);
        // A missing object is 100/33 here, too: with media it is the file that is gone, not the number.
        return cause.Remedy is Remedy.Refuse or Remedy.StopWriting || cause.Key == "number_unknown"
            ? new Fetched.Gone(WhatsAppErrors.WordsOf(error))
            : new Fetched.TryLater(WhatsAppErrors.WordsOf(error), answer.Wait);
    }

    private static Fetched.Gone TooLarge() =>
        new($"The file is larger than {(LargestFile / 1024 / 1024).ToString(CultureInfo.InvariantCulture)} MB.");
}
