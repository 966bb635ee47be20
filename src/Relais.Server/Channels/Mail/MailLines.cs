using System.Net;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Channels.Mail;

/// <summary>Opens lines to a mailbox's servers, guarded like every call to the outside, and signs in.</summary>
internal sealed class MailLines(MailTokens tokens, OutgoingRules rules, TimeProvider clock)
{
    /// <summary>So long a server may take for one thing it is asked.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly HashSet<int> Ports = [25, 143, 465, 587, 993, 2525];

    private readonly GuardedConnection connection = new(rules with { Ports = Ports, ConnectWithin = TimeSpan.FromSeconds(15) }, clock);

    /// <summary>A line to where mails are read. The caller disposes it.</summary>
    /// <exception cref="MailFault">It does not come about.</exception>
    public async Task<MailLine> Imap(ConnectedChannel channel, MailSettings settings, CancellationToken cancel)
    {
        var client = new ImapClient { CheckCertificateRevocation = false };
        return new MailLine(client, await Open(client, channel, settings, settings.ImapHost, settings.ImapPort, settings.ImapSecurity, cancel), clock);
    }

    /// <summary>A line to where mails are handed over.</summary>
    /// <exception cref="MailFault">It does not come about; nothing was sent.</exception>
    public async Task<SmtpClient> Smtp(ConnectedChannel channel, MailSettings settings, CancellationToken cancel)
    {
        var client = new SmtpClient { CheckCertificateRevocation = false, LocalDomain = settings.Domain };
        await Open(client, channel, settings, settings.SmtpHost, settings.SmtpPort, settings.SmtpSecurity, cancel);
        return client;
    }

    private async Task<BoundedLine> Open(MailService client, ConnectedChannel channel, MailSettings settings, string host, int port, string security, CancellationToken cancel)
    {
        try
        {
            return await SignInTwice(client, channel, settings, (host, port, security), cancel);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>A token may have been withdrawn before its time: once more with a fresh one, on a line of its own.</summary>
    private async Task<BoundedLine> SignInTwice(
        MailService client, ConnectedChannel channel, MailSettings settings, (string Host, int Port, string Security) at, CancellationToken cancel)
    {
        try
        {
            return await SignIn(client, channel, settings, at, isStale: false, cancel);
        }
        catch (MailFault fault) when (fault.Code == MailFault.TokenRefused && client.IsConnected)
        {
            await client.DisconnectAsync(quit: false, CancellationToken.None);
            return await SignIn(client, channel, settings, at, isStale: true, cancel);
        }
    }

    private async Task<BoundedLine> SignIn(
        MailService client, ConnectedChannel channel, MailSettings settings, (string Host, int Port, string Security) at, bool isStale, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        var line = await Connect(client, at, either.Token, cancel);
        var byToken = settings.SignIn != MailSettings.WithPassword;
        // A relay of one's own knows us by where we call from.
        if (client is SmtpClient relay && (!relay.Capabilities.HasFlag(SmtpCapabilities.Authentication) || (!byToken && settings.Password.Length == 0))) return line;

        try
        {
            if (byToken) await client.AuthenticateAsync(new SaslMechanismOAuth2(settings.Account, await tokens.Access(channel, settings, isStale, either.Token)), either.Token);
            else await client.AuthenticateAsync(new NetworkCredential(settings.Account, settings.Password), either.Token);
            return line;
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            throw MailFault.OfSigningIn(exception, at.Host, byToken);
        }
    }

    private async Task<BoundedLine> Connect(MailService client, (string Host, int Port, string Security) at, CancellationToken patience, CancellationToken cancel)
    {
        try
        {
            var line = new BoundedLine(await connection.Open(new DnsEndPoint(at.Host, at.Port), patience));
            var options = at.Security switch
            {
                MailSettings.Tls => SecureSocketOptions.SslOnConnect,
                MailSettings.StartTls => SecureSocketOptions.StartTls,
                _ => SecureSocketOptions.None,
            };
            await client.ConnectAsync(line, at.Host, at.Port, options, patience);
            return line;
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            throw MailFault.OfConnecting(exception, at.Host);
        }
    }
}
