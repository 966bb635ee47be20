using System.Text.Json;
using Relais.Domain.Shared;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Privacy;

/// <summary>Lines of the audit log as sentences, in the language of who reads them.</summary>
internal static class AuditTexts
{
    private static readonly Dictionary<string, Dictionary<string, string>> All = new[] { "fr", "en" }.ToDictionary(language => language, Read, StringComparer.Ordinal);

    /// <summary>Whether an operation can be told.</summary>
    public static bool Knows(string operation) => All["fr"].ContainsKey(operation);

    public static string Sentence(AuditRow line, string language)
    {
        var texts = All[language];
        var sentence = texts.GetValueOrDefault(line.Operation, line.Operation).Replace("{name}", line.Name, StringComparison.Ordinal);
        if (line.Former is not null) sentence += texts["former"].Replace("{name}", line.Former, StringComparison.Ordinal);
        return line.Choice is not null && texts.TryGetValue(line.Choice, out var choice) ? $"{sentence}{texts["choice"]}{choice}" : sentence;
    }

    /// <summary>Which operations are told with this word.</summary>
    public static string[] OperationsWith(string word, string language) =>
        [.. All[language].Where(text => Texts.Key(text.Value).Contains(word, StringComparison.Ordinal)).Select(text => text.Key)];

    private static Dictionary<string, string> Read(string language)
    {
        using var stream = typeof(AuditTexts).Assembly.GetManifestResourceStream($"{typeof(AuditTexts).Namespace}.{language}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
