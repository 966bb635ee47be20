using Relais.Server.Notifications;

namespace Relais.Server;

/// <summary>How this process runs. <see cref="SettingsReader"/> reads and checks it before anything starts.</summary>
public sealed record RelaisSettings
{
    /// <summary>Where everything is kept: the database, the files, the keys.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Addresses to listen on, separated by semicolons.</summary>
    public string Urls { get; init; } = "http://localhost:5080";

    /// <summary>How customers and providers reach us from outside; null = as the browser does.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>A PostgreSQL connection string; null = the embedded store.</summary>
    public string? Postgres { get; init; }

    /// <summary>Fills an empty store with a living shop.</summary>
    public bool Demo { get; init; }

    /// <summary>Lets channels call addresses inside the own network. For tests and the demo only.</summary>
    public bool AllowPrivateHosts { get; init; }

    /// <summary>The mail server; null = Relais sends no mails.</summary>
    public SmtpSettings? Smtp { get; init; }

    /// <summary>How long an answer waits so that it can be taken back.</summary>
    public TimeSpan Undo { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether browsers reach us over https only: cookies and headers are then as strict as they can be.</summary>
    public bool IsSecure => PublicUrl is { Scheme: "https" };

    public string DatabaseFile => Path.Combine(DataFolder, "relais.db");

    public string FilesFolder => Path.Combine(DataFolder, "files");

    public string KeysFolder => Path.Combine(DataFolder, "keys");
}

/// <summary>A setting that cannot be meant: the start stops with this sentence.</summary>
public sealed class WrongSetting(string message) : Exception(message)
{
    public WrongSetting(string name, string value, string expected)
        : this($"The setting {name} is \"{value}\", but must be {expected}.")
    {
    }
}
