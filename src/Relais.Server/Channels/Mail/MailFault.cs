using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Channels.Mail;

/// <summary>What went wrong at a mail server, under a code the texts explain.</summary>
/// <param name="code">A text <c>error.{code}</c> and <c>advice.{code}</c>.</param>
/// <param name="reason">In the words of the server or of the line; without secrets.</param>
/// <param name="needsRepair">Whether it lasts until an administrator mends it.</param>
internal sealed class MailFault(string code, string reason, bool needsRepair) : Exception(reason)
{
    public const string Unreachable = "host_unreachable";
    public const string Certificate = "certificate";
    public const string NoTls = "no_tls";
    public const string StartTlsMissing = "starttls_missing";
    public const string HostRefused = "host_not_allowed";
    public const string PasswordRefused = "password_refused";
    public const string TokenRefused = "token_refused";
    public const string SignInUnsupported = "sign_in_unsupported";
    public const string FolderMissing = "folder_missing";
    public const string ServerFault = "server_fault";

    public static readonly IReadOnlyList<string> Codes =
        [Unreachable, Certificate, NoTls, StartTlsMissing, HostRefused, PasswordRefused, TokenRefused, SignInUnsupported, FolderMissing, ServerFault];

    private const int LongestReason = 300;

    public string Code => code;

    public bool NeedsRepair => needsRepair;

    public static MailFault OfConnecting(Exception exception, string host) => exception switch
    {
        MailFault fault => fault,
        AddressRefused => new MailFault(HostRefused, $"Relais may not call {host}.", needsRepair: true),
        SslHandshakeException { ServerCertificate: null } => new MailFault(NoTls, $"{host} does not speak TLS on this port.", needsRepair: true),
        SslHandshakeException => new MailFault(Certificate, $"The certificate of {host} is not valid for this name, or not of a known authority.", needsRepair: true),
        NotSupportedException => new MailFault(StartTlsMissing, $"{host} does not offer STARTTLS.", needsRepair: true),
        OperationCanceledException => new MailFault(Unreachable, $"{host} does not answer.", needsRepair: false),
        SocketException or HttpRequestException or IOException => new MailFault(Unreachable, $"{host} cannot be reached: {Words(exception)}", needsRepair: false),
        _ => new MailFault(ServerFault, $"{host}: {Words(exception)}", needsRepair: false),
    };

    public static MailFault OfSigningIn(Exception exception, string host, bool byToken) => exception switch
    {
        MailFault fault => fault,
        AuthenticationException => new MailFault(byToken ? TokenRefused : PasswordRefused, $"{host}: {Words(exception)}", needsRepair: true),
        NotSupportedException => new MailFault(SignInUnsupported, $"{host} does not offer this way of signing in.", needsRepair: true),
        ServiceNotAuthenticatedException => new MailFault(SignInUnsupported, $"{host}: {Words(exception)}", needsRepair: true),
        ImapCommandException or SmtpCommandException => new MailFault(ServerFault, $"{host}: {Words(exception)}", needsRepair: false),
        _ => OfConnecting(exception, host),
    };

    /// <summary>In one line, and short.</summary>
    public static string Words(Exception exception)
    {
        var line = exception.Message.ReplaceLineEndings(" ").Trim();
        return line.Length <= LongestReason ? line : line[..LongestReason];
    }
}
