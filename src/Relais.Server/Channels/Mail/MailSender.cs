using MailKit;
using MailKit.Net.Smtp;
using MailKit.Search;
using MimeKit;

namespace Relais.Server.Channels.Mail;

/// <summary>Hands letters to the mail server, and finds out what became of one when the line broke.</summary>
internal sealed class MailSender(MailLines lines, ConnectedChannel channel, MailSettings settings)
{
    public const string NoAddress = "no_address";
    public const string AddressUnknown = "address_unknown";
    public const string MailboxFull = "mailbox_full";
    public const string TooLarge = "too_large";
    public const string Policy = "refused_by_policy";
    public const string SenderRefused = "sender_refused";
    public const string Refused = "refused";
    public const string Bounced = "bounced";

    public static readonly IReadOnlyList<string> Codes = [NoAddress, AddressUnknown, MailboxFull, TooLarge, Policy, SenderRefused, Refused, Bounced];

    /// <summary>Base64 makes it 25 MB, the most that large providers take.</summary>
    public const long MostFileBytes = 18L * 1024 * 1024;

    // More than a day in all: what servers that want to know us first, or are full, may take.
    private static readonly int[] PausesInMinutes = [1, 5, 15, 60, 240, 480, 720];

    public async Task<Delivery> Send(Outgoing answer, CancellationToken cancel)
    {
        if (MailLetter.Recipient(answer) is not { } to) return new Delivery.Rejected(NoAddress, "The contact has no e-mail address.");
        if (answer.Files.Sum(file => file.Size) > MostFileBytes) return new Delivery.Rejected(TooLarge, $"The files are larger than {MostFileBytes / 1024 / 1024} MB together.");

        var message = await MailLetter.Write(settings, answer, to, cancel);
        var delivery = await HandOver(message, answer, cancel);
        if (delivery is Delivery.Sent && !IsFiledByServer) await File(message, cancel);
        return delivery;
    }

    /// <summary>Our id among what was sent proves that it left; that it is not there proves nothing.</summary>
    public async Task<Delivery?> Reconcile(Outgoing answer, CancellationToken cancel)
    {
        try
        {
            using var line = await lines.Imap(channel, settings, cancel);
            if (await line.Sent(evenIfFilled: true, cancel) is not { } sent) return null;

            var folder = await line.Open(sent.FullName, toWrite: false, cancel);
            var id = MailId.Of(settings, answer.MessageId);
            var found = await line.Search(folder, SearchQuery.HeaderContains("Message-ID", id), cancel);
            return found.Count > 0 ? new Delivery.Sent(id) : null;
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested && exception is MailFault or IOException or ProtocolException or CommandException)
        {
            return null;
        }
    }

    private async Task<Delivery> HandOver(MimeMessage message, Outgoing answer, CancellationToken cancel)
    {
        var progress = new Progress();
        try
        {
            using var server = await lines.Smtp(channel, settings, cancel);
            await server.SendAsync(message, message.From.Mailboxes.First(), message.To.Mailboxes, cancel, progress);
            await Leave(server);
            return new Delivery.Sent(MailId.Of(settings, answer.MessageId));
        }
        catch (MailFault fault)
        {
            return fault.NeedsRepair ? new Delivery.BadSettings(fault.Message) : Later(answer, fault.Message);
        }
        catch (SmtpCommandException refusal)
        {
            return EndingOf(refusal, answer);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            return progress.HasBegun
                ? new Delivery.Unknown($"The line broke while the mail was handed over: {MailFault.Words(exception)}")
                : Later(answer, MailFault.Words(exception));
        }
    }

    /// <summary>It was accepted: how we say good-bye changes nothing.</summary>
    private static async Task Leave(SmtpClient server)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await server.DisconnectAsync(quit: true, patience.Token);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ProtocolException or CommandException)
        {
            // The server closed first.
        }
    }

    private bool IsFiledByServer =>
        settings.SmtpHost.EndsWith(".gmail.com", StringComparison.OrdinalIgnoreCase) || settings.SmtpHost.EndsWith(".office365.com", StringComparison.OrdinalIgnoreCase)
        || settings.SmtpHost.EndsWith(".outlook.com", StringComparison.OrdinalIgnoreCase);

    /// <summary>For whoever looks into the mailbox itself. It has left already: where it cannot be filed, it is not.</summary>
    private async Task File(MimeMessage message, CancellationToken cancel)
    {
        try
        {
            using var line = await lines.Imap(channel, settings, cancel);
            if (await line.Sent(evenIfFilled: false, cancel) is { } folder) await line.Append(folder, message, cancel);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested && exception is MailFault or IOException or ProtocolException or CommandException)
        {
            // The answer is kept in Relais in any case.
        }
    }

    /// <summary>https://www.rfc-editor.org/rfc/rfc5321#section-4.2 and the enhanced codes of RFC 3463.</summary>
    private static Delivery EndingOf(SmtpCommandException refusal, Outgoing answer)
    {
        var status = (int)refusal.StatusCode;
        var reason = $"{status} {MailFault.Words(refusal)}";
        if (status is >= 400 and < 500) return Later(answer, reason);
        if (status is 530 or 534 or 535 or 538) return new Delivery.BadSettings(reason);
        if (refusal.ErrorCode == SmtpErrorCode.SenderNotAccepted) return new Delivery.Rejected(SenderRefused, reason);

        var code = refusal.Message switch
        {
            _ when status == 552 || Has("5.3.4") || Has("5.2.3") => TooLarge,
            _ when Has("5.2.2") => MailboxFull,
            _ when Has("5.1.") || status is 551 or 553 || (status == 550 && refusal.ErrorCode == SmtpErrorCode.RecipientNotAccepted && !Has("5.7.")) => AddressUnknown,
            _ when Has("5.7.") || status == 554 => Policy,
            _ => Refused,
        };
        return new Delivery.Rejected(code, reason);

        bool Has(string enhanced) => refusal.Message.Contains(enhanced, StringComparison.Ordinal);
    }

    private static Delivery.TryLater Later(Outgoing answer, string reason) =>
        new(reason, TimeSpan.FromMinutes(PausesInMinutes[Math.Clamp(answer.Attempt - 1, 0, PausesInMinutes.Length - 1)]));

    /// <summary>Whether the mail itself was on its way: until then nothing can have been sent.</summary>
    private sealed class Progress : ITransferProgress
    {
        public bool HasBegun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => HasBegun = true;

        public void Report(long bytesTransferred) => HasBegun = true;
    }
}
