using Relais.Server.Channels;
using Relais.Server.Channels.Mail;

namespace Relais.Tests.Channels.Mail;

/// <summary>E-mail keeps the contract of every kind.</summary>
public sealed class MailTests : ChannelContract<MailChannel>
{
    protected override object Settings => new MailSettings
    {
        Address = "contact@maison-lune.example",
        ImapHost = "imap.maison-lune.example",
        SmtpHost = "smtp.maison-lune.example",
        Password = "clef-7431-de-la-boite",
        ClientSecret = "secret-5561-du-client",
        RefreshToken = "jeton-8804-durable",
        IdSecret = "sceau-2207-des-identifiants",
    };

    protected override IEnumerable<string> Codes => [.. MailFault.Codes, .. MailSender.Codes];

    protected override string? SignatureHeader => null;
}
