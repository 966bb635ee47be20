namespace Relais.Server;

/// <summary>
/// How this process runs: from <c>RELAIS_…</c> variables, <c>relais.json</c> in the data folder, or flags such as
/// <c>--data</c>. What a wrong value means is said before anything starts.
/// </summary>
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

    /// <summary>How long an answer waits so that it can be taken back.</summary>
    public TimeSpan Undo { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether browsers reach us over https only: cookies and headers are then as strict as they can be.</summary>
    public bool IsSecure => PublicUrl is { Scheme: "https" };

    public string DatabaseFile => Path.Combine(DataFolder, "relais.db");

    public string FilesFolder => Path.Combine(DataFolder, "files");

    public string KeysFolder => Path.Combine(DataFolder, "keys");

    public static RelaisSettings From(IConfiguration configuration)
    {
        var data = configuration["data"] ?? configuration["RELAIS_DATA"] ?? "data";
        return new RelaisSettings
        {
            DataFolder = Path.GetFullPath(data),
            Urls = configuration["urls"] ?? configuration["RELAIS_URLS"] ?? "http://localhost:5080",
            PublicUrl = Address(configuration, "public-url", "RELAIS_PUBLIC_URL"),
            Postgres = Text(configuration, "postgres", "RELAIS_POSTGRES"),
            Demo = Flag(configuration, "demo", "RELAIS_DEMO"),
            AllowPrivateHosts = Flag(configuration, "allow-private-hosts", "RELAIS_ALLOW_PRIVATE_HOSTS"),
            Undo = Seconds(configuration, "undo-seconds", "RELAIS_UNDO_SECONDS", 5, 0, 60),
        };
    }

    private static string? Text(IConfiguration configuration, string flag, string variable) =>
        configuration[flag] is { Length: > 0 } given ? given : configuration[variable] is { Length: > 0 } set ? set : null;

    private static Uri? Address(IConfiguration configuration, string flag, string variable)
    {
        var text = configuration[flag] ?? configuration[variable];
        if (string.IsNullOrWhiteSpace(text)) return null;

        return Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new WrongSetting(variable, text, "an address such as https://care.example.com");
    }

    private static bool Flag(IConfiguration configuration, string flag, string variable)
    {
        var text = configuration[flag] ?? configuration[variable];
        return text?.ToLowerInvariant() switch
        {
            null or "false" or "0" or "no" => false,
            "" or "true" or "1" or "yes" => true,
            _ => throw new WrongSetting(variable, text, "true or false"),
        };
    }

    private static TimeSpan Seconds(IConfiguration configuration, string flag, string variable, int standard, int least, int most)
    {
        var text = configuration[flag] ?? configuration[variable];
        if (text is null) return TimeSpan.FromSeconds(standard);

        return int.TryParse(text, out var seconds) && seconds >= least && seconds <= most
            ? TimeSpan.FromSeconds(seconds)
            : throw new WrongSetting(variable, text, $"a number of seconds from {least} to {most}");
    }
}

/// <summary>A setting that cannot be meant: the start stops with this sentence.</summary>
public sealed class WrongSetting(string name, string value, string expected)
    : Exception($"The setting {name} is \"{value}\", but must be {expected}.");
