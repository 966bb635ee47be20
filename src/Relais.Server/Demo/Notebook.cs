using System.Text.Json;

namespace Relais.Server.Demo;

/// <summary>How far the story has come, kept beside the data so that it goes on after a restart instead of beginning again.</summary>
public sealed record Notebook
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public Guid WebId { get; init; }

    public Guid WhatsAppId { get; init; }

    public Guid TelegramId { get; init; }

    public Guid FacebookId { get; init; }

    public string AppSecret { get; init; } = "";

    public string Token { get; init; } = "";

    public string IdentitySecret { get; init; } = "";

    /// <summary>Where the stand-in for the providers listens; the channels' settings name it.</summary>
    public int StandInPort { get; init; }

    public IReadOnlyDictionary<string, Guid> Staff { get; init; } = new Dictionary<string, Guid>();

    /// <summary>What conversations can be about, by the name in the story.</summary>
    public IReadOnlyDictionary<string, Guid> Topics { get; init; } = new Dictionary<string, Guid>();

    /// <summary>Why they can be over, likewise.</summary>
    public IReadOnlyDictionary<string, Guid> Reasons { get; init; } = new Dictionary<string, Guid>();

    /// <summary>Whether all of the past is told.</summary>
    public bool PastIsTold { get; init; }

    /// <summary>How many scenes have begun.</summary>
    public int Played { get; init; }

    /// <summary>Null where the shop asks for none.</summary>
    public Guid? ReasonOf(Line line) => line.Words.Length == 0 ? null : Reasons[line.Words];

    public static Notebook? Open(string folder) => File.Exists(PathIn(folder))
        ? JsonSerializer.Deserialize<Notebook>(File.ReadAllText(PathIn(folder)), Json)
        : null;

    /// <summary>Whole or not at all: a torn notebook would begin the story again in a shop that is full.</summary>
    public void Save(string folder)
    {
        File.WriteAllText(PathIn(folder) + ".new", JsonSerializer.Serialize(this, Json));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(PathIn(folder) + ".new", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(PathIn(folder) + ".new", PathIn(folder), overwrite: true);
    }

    private static string PathIn(string folder) => Path.Combine(folder, "demo.json");
}
