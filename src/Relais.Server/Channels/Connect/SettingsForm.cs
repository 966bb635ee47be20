using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Relais.Domain.Shared;

namespace Relais.Server.Channels.Connect;

/// <summary>A kind's settings as a form: what its fields are, what they show, and what an administrator may fill in.</summary>
public sealed partial class SettingsForm(ChannelKind kind)
{
    private const int LongestText = 8000;

    private readonly IReadOnlyList<FieldView> fields = [.. Draw(kind)];

    public IReadOnlyList<FieldView> Fields => fields;

    /// <summary>For the screen: secrets only as set or not.</summary>
    public IReadOnlyDictionary<string, object?> Show(object settings)
    {
        var values = ToJson(settings);
        return fields.ToDictionary(
            field => field.Key,
            field => field.Type == SettingType.Secret
                ? new SecretView(values[field.Key]?.GetValue<string>() is { Length: > 0 })
                : (object?)values[field.Key]?.DeepClone());
    }

    /// <summary>The settings after this was filled in. What is left out stays; an empty secret is one left out.</summary>
    /// <param name="before">Null when the channel is new.</param>
    /// <exception cref="RuleViolation"><c>channel.setting.…</c>, with the field.</exception>
    public object Fill(object? before, JsonObject? given)
    {
        var values = ToJson(before ?? Standard(kind));
        foreach (var (key, value) in given ?? [])
        {
            var field = fields.FirstOrDefault(one => one.Key == key) ?? throw Refusal("unknown", key);
            if (field.Type == SettingType.Secret && IsEmpty(value)) continue;

            values[key] = Read(field, value);
        }

        foreach (var field in fields.Where(field => field.Required && IsEmpty(values[field.Key])))
            throw Refusal("required", field.Key);

        return kind.Complete(values.Deserialize(kind.SettingsType, ChannelCatalogue.SettingsJson)!);
    }

    public static object Standard(ChannelKind kind) => Activator.CreateInstance(kind.SettingsType)!;

    private static IEnumerable<FieldView> Draw(ChannelKind kind)
    {
        var standard = ToJson(Standard(kind));
        foreach (var (property, setting) in ChannelCatalogue.Fields(kind).Where(field => !field.Setting.Generated))
        {
            var key = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            yield return new FieldView(
                key, setting.Type, setting.Required, setting.Type == SettingType.Secret ? null : standard[key]?.DeepClone(), setting.Options);
        }
    }

    private static JsonNode? Read(FieldView field, JsonNode? value)
    {
        if (value is null) return field.Default?.DeepClone();

        var isFine = field.Type switch
        {
            SettingType.Bool => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            SettingType.Number => value.GetValueKind() is JsonValueKind.Number,
            SettingType.PreChat => PreChatForm.IsOne(value),
            _ => value.GetValueKind() is JsonValueKind.String && IsFine(field, value.GetValue<string>()),
        };
        return isFine ? value.DeepClone() : throw Refusal("invalid", field.Key);
    }

    private static bool IsFine(FieldView field, string text) => text.Length <= LongestText && field.Type switch
    {
        SettingType.Choice => field.Options.Contains(text),
        SettingType.Color => Color().IsMatch(text),
        SettingType.Url => text.Length == 0 || (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"),
        _ => !text.Contains('\0', StringComparison.Ordinal),
    };

    private static bool IsEmpty(JsonNode? value) =>
        value is null || (value.GetValueKind() == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetValue<string>()));

    private static JsonObject ToJson(object settings) =>
        JsonSerializer.SerializeToNode(settings, settings.GetType(), ChannelCatalogue.SettingsJson)!.AsObject();

    private static RuleViolation Refusal(string how, string field) => new(
        $"channel.setting.{how}", $"Look at the setting {field}: it is {how}.", new Dictionary<string, object?> { ["field"] = field });

    [GeneratedRegex(@"^#[0-9a-fA-F]{6}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Color();
}

/// <summary>One field of a connect form.</summary>
public sealed record FieldView(string Key, SettingType Type, bool Required, JsonNode? Default, IReadOnlyList<string> Options);

/// <summary>A secret as the API shows it.</summary>
public sealed record SecretView(bool Set);
