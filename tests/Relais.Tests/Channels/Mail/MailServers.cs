using System.Diagnostics;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Mail;

/// <summary>
/// Dovecot and Postfix, as an administrator would run them, in a folder of their own and on free ports. Everybody has the same
/// password; who is not listed does not exist, and what goes to nowhere.example comes back.
/// </summary>
public sealed class MailServers : IAsyncLifetime
{
    public const string Password = "clef-de-la-boite-7431";
    public const string Contact = "contact@maison-lune.example";
    public const string Sales = "ventes@maison-lune.example";
    public const string Zoe = "zoe@exemple.example";
    public const string Yann = "yann@exemple.example";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string folder = Directory.CreateTempSubdirectory("relais-mail.").FullName;
    private Process? dovecot;

    public int ImapPort { get; } = RealServer.FreePort();

    public int SmtpPort { get; } = RealServer.FreePort();

    private string Configuration => Path.Combine(folder, "etc");

    public async ValueTask InitializeAsync()
    {
        foreach (var name in new[] { "etc", "mail", "queue", "data", "run" }) Directory.CreateDirectory(Path.Combine(folder, name));
        await File.WriteAllTextAsync(Path.Combine(Configuration, "main.cf"), Postfix());
        await File.WriteAllTextAsync(Path.Combine(Configuration, "master.cf"), PostfixPrograms());
        await File.WriteAllTextAsync(Path.Combine(Configuration, "dovecot.conf"), Dovecot());
        await File.WriteAllLinesAsync(Path.Combine(Configuration, "boxes"), new[] { Contact, Sales, Zoe, Yann, "lea@exemple.example", "marc@exemple.example", "paul@exemple.example" }.Select(box => $"{box} {box}/"));
        await Run("chmod", "755", folder);
        await Run("chown", "nobody", Path.Combine(folder, "mail"));
        await Run("chown", "postfix", Path.Combine(folder, "data"));
        dovecot = Process.Start(new ProcessStartInfo("dovecot", ["-F", "-c", Path.Combine(Configuration, "dovecot.conf")]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })
            ?? throw new InvalidOperationException("Dovecot did not start: bin/install-mail-servers.");
        await Run("postfix", "-c", Configuration, "start");
        await UntilOpen(ImapPort);
        await UntilOpen(SmtpPort);
    }

    public async ValueTask DisposeAsync()
    {
        await Run("postfix", "-c", Configuration, "abort");
        if (dovecot is { HasExited: false })
        {
            await Run("kill", "-TERM", dovecot.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await dovecot.WaitForExitAsync();
        }

        dovecot?.Dispose();
        await Run("rm", "-rf", folder);
    }

    /// <summary>What an administrator enters to connect a box.</summary>
    public object SettingsOf(string box, object? more = null)
    {
        var settings = new Dictionary<string, object?>
        {
            ["address"] = box,
            ["displayName"] = "Maison Lune",
            ["imapHost"] = "127.0.0.1",
            ["imapPort"] = ImapPort,
            ["imapSecurity"] = "none",
            ["smtpHost"] = "127.0.0.1",
            ["smtpPort"] = SmtpPort,
            ["smtpSecurity"] = "none",
            ["password"] = Password,
        };
        foreach (var property in more?.GetType().GetProperties() ?? []) settings[property.Name] = property.GetValue(more);
        return settings;
    }

    /// <summary>Handed to Postfix, as any mail program does.</summary>
    public async Task Send(MimeMessage message)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", SmtpPort, SecureSocketOptions.None, TestContext.Current.CancellationToken);
        await client.SendAsync(message, TestContext.Current.CancellationToken);
        await client.DisconnectAsync(true, TestContext.Current.CancellationToken);
    }

    /// <summary>The box as its owner's mail program sees it, in the order of arrival, once there are so many.</summary>
    public async Task<IReadOnlyList<MimeMessage>> Look(string box, int atLeast, string name = "INBOX")
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var found = await Look(box, name);
            if (found.Count >= atLeast) return found;
            if (TimeProvider.System.GetElapsedTime(since) > Patience) throw new TimeoutException($"{box} has {found.Count} mails in {name}, not {atLeast}.");

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Puts a mail straight into a box, as it is.</summary>
    public async Task Append(string box, MimeMessage message)
    {
        using var client = await SignIn(box);
        await client.Inbox.AppendAsync(message, MessageFlags.None, TestContext.Current.CancellationToken);
    }

    /// <summary>A box somebody deleted and made anew counts anew.</summary>
    public async Task CountAnew(string box)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "mail", box), "dovecot*")) File.Delete(file);
        await Task.CompletedTask;
    }

    public async Task<uint> ValidityOf(string box)
    {
        using var client = await SignIn(box);
        await client.Inbox.OpenAsync(FolderAccess.ReadOnly, TestContext.Current.CancellationToken);
        return client.Inbox.UidValidity;
    }

    /// <summary>How other programs than ours see what belongs together: Python asks Dovecot, by references alone.</summary>
    public async Task<string> ThreadsOf(string box)
    {
        var script = $"import imaplib; c = imaplib.IMAP4('127.0.0.1', {ImapPort}); c.login('{box}', '{Password}'); c.select('INBOX', readonly=True); print(c.uid('THREAD', 'REFS', 'UTF-8', 'ALL')[1][0].decode())";
        using var python = Process.Start(new ProcessStartInfo("python3", ["-c", script]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var answer = await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        return answer.Trim();
    }

    /// <summary>Throws out whoever is connected, as a server that restarts.</summary>
    public Task ThrowOut(string box) => Run("doveadm", "-c", Path.Combine(Configuration, "dovecot.conf"), "kick", box);

    private async Task<ImapClient> SignIn(string box)
    {
        var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", ImapPort, SecureSocketOptions.None, TestContext.Current.CancellationToken);
        await client.AuthenticateAsync(box, Password, TestContext.Current.CancellationToken);
        return client;
    }

    private async Task<List<MimeMessage>> Look(string box, string name)
    {
        using var client = await SignIn(box);
        var opened = name == "INBOX" ? client.Inbox : await client.GetFolderAsync(name, TestContext.Current.CancellationToken);
        await opened.OpenAsync(FolderAccess.ReadOnly, TestContext.Current.CancellationToken);
        var found = new List<MimeMessage>();
        for (var at = 0; at < opened.Count; at++) found.Add(await opened.GetMessageAsync(at, TestContext.Current.CancellationToken));
        return found;
    }

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        await process.WaitForExitAsync();
    }

    private static async Task UntilOpen(int port)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port);
                return;
            }
            catch (SocketException) when (TimeProvider.System.GetElapsedTime(since) < Patience)
            {
                await Task.Delay(50);
            }
        }
    }

    private string Postfix() => $$"""
        compatibility_level = 3.6
        queue_directory = {{folder}}/queue
        data_directory = {{folder}}/data
        command_directory = /usr/sbin
        daemon_directory = /usr/lib/postfix/sbin
        shlib_directory = /usr/lib/postfix
        meta_directory = /etc/postfix
        mail_owner = postfix
        setgid_group = postdrop
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        myhostname = mx.maison-lune.example
        mydestination =
        mynetworks = 127.0.0.0/8
        local_recipient_maps =
        alias_maps =
        virtual_mailbox_domains = maison-lune.example exemple.example
        virtual_mailbox_base = {{folder}}/mail
        virtual_mailbox_maps = texthash:{{folder}}/etc/boxes
        virtual_uid_maps = static:65534
        virtual_gid_maps = static:65534
        transport_maps = inline:{ { nowhere.example=error:5.1.1 There is no such customer } }
        default_transport = error:5.1.2 There is no way out of this test
        message_size_limit = 104857600
        virtual_mailbox_limit = 0
        maillog_file = {{folder}}/postfix.log
        maillog_file_prefixes = /tmp, /var, /dev
        """;

    private string PostfixPrograms() => $"""
        127.0.0.1:{SmtpPort} inet n - n - - smtpd
        pickup unix n - n 60 1 pickup
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        tlsmgr unix - - n 1000? 1 tlsmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        verify unix - - n - 1 verify
        flush unix n - n 1000? 0 flush
        proxymap unix - - n - - proxymap
        virtual unix - n n - - virtual
        error unix - - n - - error
        retry unix - - n - - error
        discard unix - - n - - discard
        anvil unix - - n - 1 anvil
        scache unix - - n - 1 scache
        postlog unix-dgram n - n - 1 postlogd

        """;

    private string Dovecot() => $$"""
        base_dir = {{folder}}/run
        state_dir = {{folder}}/run
        log_path = {{folder}}/dovecot.log
        protocols = imap
        listen = 127.0.0.1
        ssl = no
        disable_plaintext_auth = no
        mail_location = maildir:{{folder}}/mail/%u
        first_valid_uid = 1
        passdb {
          driver = static
          args = password={{Password}}
        }
        userdb {
          driver = static
          args = uid=65534 gid=65534 home={{folder}}/mail/%u
        }
        service imap-login {
          inet_listener imap {
            port = {{ImapPort}}
          }
          inet_listener imaps {
            port = 0
          }
        }
        namespace inbox {
          inbox = yes
          mailbox Sent {
            auto = create
            special_use = \Sent
          }
          mailbox Lus {
            auto = create
          }
        }
        """;
}
