using System.Text.Json;
using Relais.Domain.Notifications;
using Relais.Domain.Shared;

namespace Relais.Server.Notifications;

/// <summary>What is said of a notification outside the app, in the language of who is told.</summary>
public sealed class NotificationTexts
{
    private static readonly Dictionary<string, NotificationTexts> All = new[] { "fr", "en" }.ToDictionary(language => language, Read, StringComparer.Ordinal);

    private readonly Dictionary<string, string> texts;

    private NotificationTexts(Dictionary<string, string> texts) => this.texts = texts;

    public string this[string key] => texts[key];

    public static NotificationTexts Of(string language) => All[language];

    public string Told(Notification about, string contact)
    {
        var isByMember = about is { Kind: NotificationKind.Assigned or NotificationKind.AssignedWhileAway, ByKind: ActorKind.Member };
        return texts[JsonNamingPolicy.CamelCase.ConvertName(about.Kind.ToString()) + (isByMember ? ".byMember" : "")]
            .Replace("{name}", contact, StringComparison.Ordinal).Replace("{by}", about.ByName, StringComparison.Ordinal);
    }

    private static NotificationTexts Read(string language)
    {
        using var stream = typeof(NotificationTexts).Assembly.GetManifestResourceStream($"Relais.Server.Notifications.{language}.json")!;
        return new NotificationTexts(JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!);
    }
}
