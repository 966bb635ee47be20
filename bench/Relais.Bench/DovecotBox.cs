using System.Diagnostics;

namespace Relais.Bench;

/// <summary>A mailbox in a Dovecot of its own. Mails are laid into it all at once, as if a long line had just been let through.</summary>
internal sealed class DovecotBox : IAsyncDisposable
{
    public const string Address = "contact@maison-lune.example";
    public const string Password = "clef-de-la-boite";

    private readonly string folder = Directory.CreateTempSubdirectory("relais-dovecot.").FullName;
    private readonly Process process;
    private int delivered;

    private DovecotBox()
    {
        Port = Ports.Next(out _);
        foreach (var part in new[] { "run", $"mail/{Address}/new", $"mail/{Address}/cur", $"mail/{Address}/tmp" }) Directory.CreateDirectory(Path.Combine(folder, part));
        File.WriteAllText(Path.Combine(folder, "dovecot.conf"), Configuration());
        Process.Start("chmod", ["755", folder]).WaitForExit();
        Process.Start("chown", ["-R", "nobody", Path.Combine(folder, "mail")]).WaitForExit();
        process = Process.Start("dovecot", ["-F", "-c", Path.Combine(folder, "dovecot.conf")]);
    }

    public int Port { get; }

    private string Box => Path.Combine(folder, "mail", Address);

    public static async Task<DovecotBox> Start()
    {
        var box = new DovecotBox();
        await Task.Delay(TimeSpan.FromSeconds(2));
        return box;
    }

    /// <summary>Written aside first, then moved in: the server sees them within a moment.</summary>
    public void Deliver(IEnumerable<string> mails)
    {
        var names = new List<string>();
        foreach (var mail in mails)
        {
            var name = $"{1_700_000_000 + delivered}.M{delivered}.bench";
            delivered++;
            File.WriteAllText(Path.Combine(Box, "tmp", name), mail);
            names.Add(name);
        }

        Process.Start("chown", ["-R", "nobody", Path.Combine(Box, "tmp")]).WaitForExit();
        foreach (var name in names) File.Move(Path.Combine(Box, "tmp", name), Path.Combine(Box, "new", name));
    }

    public async ValueTask DisposeAsync()
    {
        Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private string Configuration() => $$"""
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
            port = {{Port}}
          }
          inet_listener imaps {
            port = 0
          }
        }
        namespace inbox {
          inbox = yes
        }
        """;
}
