using System.Globalization;
using Microsoft.Extensions.Configuration.Json;
using Relais.Server.Notifications;

namespace Relais.Server;

/// <summary>
/// Reads settings from flags, then <c>RELAIS_…</c> variables, then <c>relais.json</c> in the data folder, and refuses what
/// cannot be meant with a sentence that names it.
/// </summary>
public sealed class SettingsReader(ConfigurationManager configuration)
{
    private const string StandardUrls = "http://localhost:5080";

    /// <summary>All there is, as <c>--help</c> prints it.</summary>
    public static readonly IReadOnlyList<(string Name, string Meaning)> Known =
    [
        ("data", "the folder where everything is kept (standard: ./data)"),
        ("urls", $"the addresses to listen on, separated by semicolons (standard: {StandardUrls})"),
        ("public-url", "the address customers and providers reach, e.g. https://care.example.com"),
        ("postgres", "a PostgreSQL connection string; without it the embedded store is used"),
        ("demo", "true fills an empty store with a living shop"),
        ("undo-seconds", "how long an answer can be taken back before it leaves, 0 to 60 (standard: 5)"),
        ("smtp-host", "the mail server for e-mails to members; without it none are sent"),
        ("smtp-port", "its port (standard: 587, or 465 with tls)"),
        ("smtp-security", "starttls (standard), tls, or none"),
        ("smtp-user", "who signs in at the mail server"),
        ("smtp-password", "with which password; better given as a variable"),
        ("smtp-from", "who writes, e.g. Relais <relais@example.com>"),
        ("allow-private-hosts", "true lets channels call addresses of the own network; for tests only"),
    ];

    /// <summary>What the web server itself understands.</summary>
    private static readonly string[] Host = ["environment", "contentRoot", "applicationName", "webroot"];

    public static string Help => string.Join(
        Environment.NewLine,
        Known.Select(setting => $"  --{setting.Name,-20} {VariableOf(setting.Name),-28} {setting.Meaning}")
            .Prepend("Relais. Every setting is a flag, a variable, or a line of relais.json in the data folder:"));

    /// <exception cref="WrongSetting">There is no such flag.</exception>
    public static void RefuseUnknown(IEnumerable<string> flags)
    {
        foreach (var flag in flags.Where(flag => flag.StartsWith("--", StringComparison.Ordinal)).Select(flag => flag[2..].Split('=')[0]))
        {
            if (!Known.Any(setting => setting.Name == flag) && !Host.Contains(flag, StringComparer.OrdinalIgnoreCase))
                throw new WrongSetting($"There is no setting --{flag}. Try --help.");
        }
    }

    /// <exception cref="WrongSetting">One of them cannot be meant.</exception>
    public RelaisSettings Read()
    {
        var folder = Folder("data");
        AddFile(Path.Combine(folder, "relais.json"));
        return new RelaisSettings
        {
            DataFolder = folder,
            Urls = Addresses("urls"),
            PublicUrl = Address("public-url"),
            Postgres = Text("postgres"),
            Demo = Flag("demo"),
            AllowPrivateHosts = Flag("allow-private-hosts"),
            Smtp = Smtp(),
            Undo = TimeSpan.FromSeconds(Number("undo-seconds", 5, 0, 60)),
        };
    }

    /// <summary>Below everything else: a variable or a flag wins.</summary>
    private void AddFile(string path)
    {
        var file = new JsonConfigurationSource { Path = path, Optional = true };
        file.ResolveFileProvider();
        try
        {
            ((IConfigurationBuilder)configuration).Sources.Insert(0, file);
        }
        catch (InvalidDataException exception)
        {
            throw new WrongSetting($"The file {path} is not JSON: {exception.InnerException?.Message}");
        }
    }

    private static string VariableOf(string name) => $"RELAIS_{name.ToUpperInvariant().Replace('-', '_')}";

    private string? Text(string name) =>
        configuration[name] is { Length: > 0 } flag ? flag : configuration[VariableOf(name)] is { Length: > 0 } variable ? variable : null;

    private string Folder(string name)
    {
        var folder = Path.GetFullPath(Text(name) ?? "data");
        try
        {
            return Directory.CreateDirectory(folder).FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WrongSetting(VariableOf(name), folder, "a folder Relais may write to");
        }
    }

    private string Addresses(string name)
    {
        var text = Text(name) ?? StandardUrls;
        foreach (var address in text.Split(';'))
        {
            if (!IsWeb(SiteAddress.Callable(address), out _)) throw new WrongSetting(VariableOf(name), text, $"addresses such as {StandardUrls}");
        }

        return text;
    }

    private Uri? Address(string name)
    {
        if (Text(name) is not { } text) return null;

        return IsWeb(text.EndsWith('/') ? text : text + "/", out var address)
            ? address
            : throw new WrongSetting(VariableOf(name), text, "an address such as https://care.example.com");
    }

    private SmtpSettings? Smtp()
    {
        if (Text("smtp-host") is not { } host) return null;

        var security = Text("smtp-security")?.ToLowerInvariant() switch
        {
            null or "starttls" => SmtpSecurity.StartTls,
            "tls" => SmtpSecurity.Tls,
            "none" => SmtpSecurity.None,
            var text => throw new WrongSetting(VariableOf("smtp-security"), text, "starttls, tls or none"),
        };
        var from = Text("smtp-from") ?? "";
        if (!MimeKit.MailboxAddress.TryParse(from, out _)) throw new WrongSetting(VariableOf("smtp-from"), from, "an e-mail address, e.g. Relais <relais@example.com>");

        var port = Number("smtp-port", security == SmtpSecurity.Tls ? 465 : 587, 1, 65_535);
        return new SmtpSettings(host, port, security, Text("smtp-user"), Text("smtp-password"), from);
    }

    private bool Flag(string name) => Text(name)?.ToLowerInvariant() switch
    {
        null or "false" or "0" or "no" => false,
        "true" or "1" or "yes" => true,
        var text => throw new WrongSetting(VariableOf(name), text, "true or false"),
    };

    private int Number(string name, int standard, int least, int most)
    {
        if (Text(name) is not { } text) return standard;

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new WrongSetting(VariableOf(name), text, $"a number from {least} to {most}");
    }

    private static bool IsWeb(string text, out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address) && address.Scheme is "http" or "https";
}
