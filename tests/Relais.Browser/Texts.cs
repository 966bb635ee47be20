using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Relais.Browser;

/// <summary>The app's own texts, so that a journey presses what a person reads, in either language.</summary>
public static class Texts
{
    private static readonly Dictionary<string, Dictionary<string, string>> All = new() { ["fr"] = Read("fr"), ["en"] = Read("en") };

    public static string Root { get; } = FindRoot();

    public static string Of(string language, string key, params (string Name, object Value)[] gaps)
    {
        var text = All[language].TryGetValue(key, out var found) ? found : throw new KeyNotFoundException($"No text '{key}' in '{language}'.");
        return gaps.Aggregate(text, (filled, gap) => filled.Replace($"{{{gap.Name}}}", $"{gap.Value}", StringComparison.Ordinal));
    }

    private static Dictionary<string, string> Read(string language) => Directory
        .EnumerateDirectories(Path.Combine(FindRoot(), "src/web"))
        .SelectMany(folder => new[] { Path.Combine(folder, $"{language}.json"), Path.Combine(folder, "more", $"{language}.json") })
        .Where(File.Exists)
        .SelectMany(Entries)
        .ToDictionary(StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> Entries(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, First(entry.Value)))];
    }

    /// <summary>A plural stands for all its forms here.</summary>
    private static string First(JsonElement text) =>
        text.ValueKind == JsonValueKind.Object ? text.EnumerateObject().Last().Value.GetString()! : text.GetString()!;

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
}
