using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Relais.Domain.Shared;

namespace Relais.Server.Channels;

/// <summary>What anonymous visitors are asked before their first message: a sentence to read first, and a few fields.</summary>
public sealed record PreChatForm
{
    public const int IntroLimit = 600;
    public const int MostFields = 8;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public bool Enabled { get; init; }

    /// <summary>Why it is asked and what becomes of it; addresses in it become links.</summary>
    public string Intro { get; init; } = "";

    public IReadOnlyList<PreChatField> Fields { get; init; } = [];

    /// <summary>Whether that can be read as a form, whatever it asks.</summary>
    public static bool IsOne(JsonNode value)
    {
        try
        {
            return value is JsonObject && value.Deserialize<PreChatForm>(Json) is { } form && form.Fields.All(field => field is not null);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The form trimmed, if it can be asked.</summary>
    /// <exception cref="RuleViolation"><c>prechat.…</c></exception>
    public PreChatForm Checked()
    {
        if (Fields.Count > MostFields) throw Refusal("fields.too_many", $"Ask at most {MostFields} things.", ("limit", MostFields));
        if (Enabled && Fields.Count == 0) throw Refusal("empty", "Add a field, or turn the form off.");

        IReadOnlyList<PreChatField> fields = [.. Fields.Select(field => field.Checked())];
        var twice = fields.GroupBy(field => field.Attribute, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw Refusal("attribute.twice", "Let each field fill in something else.", ("attribute", twice.Key));

        return this with { Intro = Texts.Optional(Intro, IntroLimit, "prechat.intro") ?? "", Fields = fields };
    }

    /// <summary>What a visitor answered, by attribute; what was not asked is left aside.</summary>
    /// <exception cref="RuleViolation"><c>prechat.answer.required</c>, <c>prechat.answer.invalid</c>, with the field's attribute.</exception>
    public IReadOnlyDictionary<string, string> Read(IReadOnlyDictionary<string, string?>? told)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in Fields)
        {
            if (field.Read(told?.GetValueOrDefault(field.Attribute)) is { } answer) answers[field.Attribute] = answer;
        }

        return answers;
    }

    internal static RuleViolation Refusal(string code, string sentence, params ReadOnlySpan<(string Key, object? Value)> details)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in details) values[key] = value;
        return new RuleViolation($"prechat.{code}", sentence, values);
    }
}
