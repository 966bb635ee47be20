using Relais.Server.Surveys;

namespace Relais.Server.Notifications;

/// <summary>How the connection to the mail server is kept from others' eyes.</summary>
public enum SmtpSecurity
{
    /// <summary>Opened in plain, encrypted before anything is said; port 587.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte; port 465.</summary>
    Tls,

    /// <summary>Not at all: for a server on this very machine.</summary>
    None,
}

/// <summary>The mail server Relais sends through.</summary>
public sealed record SmtpSettings(string Host, int Port, SmtpSecurity Security, string? User, string? Password, string From);

/// <summary>Whether mails can be sent.</summary>
public sealed record Mails(bool AreSent);

public static class MailRegistration
{
    /// <summary>Null = no mails are sent.</summary>
    public static IServiceCollection AddMails(this IServiceCollection services, SmtpSettings? smtp)
    {
        services.AddSingleton(new Mails(smtp is not null));
        return smtp is null
            ? services
            : services.AddSingleton(smtp).AddSingleton<DigestMail>().AddSingleton<SurveyMail>().AddHostedService<Digests>().AddHostedService<MailDelivery>();
    }
}
