using System.Globalization;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Channels.Sms;

/// <summary>Brings one answer to Twilio, and finds out afterwards whether one whose ending was lost was taken after all.</summary>
/// <param name="door">Where Twilio reports how far it got.</param>
internal sealed class SmsSender(SmsApi api, SmsSettings settings, Uri door)
{
    private const int Looked = 50;

    public async Task<Delivery> Send(Outgoing answer, CancellationToken cancel)
    {
        if (AddressOf(answer) is not { } to) return new Delivery.Rejected(SmsErrors.NoAddress, "The contact has no number.");
        if (answer.Files.Any(file => !PublicAddress.IsPublic(new Uri(file.Url)))) return new Delivery.Rejected(SmsErrors.MediaNotPublic, "Twilio fetches files itself, and cannot reach this address.");

        var form = new List<KeyValuePair<string, string>> { new("To", to), new(settings.HasService ? "MessagingServiceSid" : "From", settings.Sender) };
        if (answer.Text.Length > 0) form.Add(new("Body", answer.Text));
        form.AddRange(answer.Files.Select(file => new KeyValuePair<string, string>("MediaUrl", file.Url)));
        if (PublicAddress.IsPublic(door)) form.Add(new("StatusCallback", door.AbsoluteUri));

        var reply = await api.Post("/Messages.json", form, cancel);
        return reply is Reply.Answer answered
            ? SmsErrors.DeliveryOf(answered) ?? (answered.Succeeded && answered.Body["sid"].Text is { } sid ? new Delivery.Sent(sid) : reply.AsDelivery())
            : reply.AsDelivery();
    }

    /// <summary>Twilio cannot recognise a repetition, but lists what it took: the one message with these words, since they were written.</summary>
    /// <returns>Null when there is none, or more than one: then the agent decides.</returns>
    public async Task<Delivery?> Reconcile(Outgoing answer, CancellationToken cancel)
    {
        if (AddressOf(answer) is not { } to) return null;

        var from = settings.HasService ? "" : $"&From={Uri.EscapeDataString(settings.Sender)}";
        if (await api.Get($"/Messages.json?To={Uri.EscapeDataString(to)}{from}&PageSize={Looked.ToString(CultureInfo.InvariantCulture)}", cancel) is not Reply.Answer { Succeeded: true } listed) return null;

        string[] found =
        [
            .. from message in listed.Body["messages"].Items
               where message["direction"].Text?.StartsWith("outbound", StringComparison.Ordinal) == true
               where (message["body"].Text ?? "").Trim() == answer.Text.Trim()
               where DateTimeOffset.TryParse(message["date_created"].Text, CultureInfo.InvariantCulture, out var made) && made >= answer.At.AddSeconds(-1)
               let sid = message["sid"].Text
               where sid is not null
               select sid,
        ];
        return found is [var only] ? new Delivery.Sent(only) : null;
    }

    /// <summary>The newest: whoever changed his number no longer reads the old one.</summary>
    private static string? AddressOf(Outgoing answer) => answer.To.LastOrDefault(id => id.Length > 0);
}
