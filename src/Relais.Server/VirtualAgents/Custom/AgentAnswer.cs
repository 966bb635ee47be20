using System.Text.Json;
using System.Text.Json.Serialization;
using Relais.Domain.Shared;
using Relais.Domain.VirtualAgents;

namespace Relais.Server.VirtualAgents.Custom;

/// <summary>What a program wants done, in the response to an event or by the API: the same words on both ways, each left out at will.</summary>
/// <param name="SendMessages">Said to the contact, in this order.</param>
/// <param name="SendMessage">The same for one.</param>
/// <param name="ApplyTopics">What the conversation is about: names or ids.</param>
/// <param name="ApplyTags">What a message is: a name for the contact's last message, or <c>{messageId, tag}</c>.</param>
/// <param name="ApplyConversationNotes">Notes for colleagues.</param>
/// <param name="SetContactAttributes">What is known of the contact, by alias.</param>
/// <param name="IndicateTyping">The contact sees that somebody types.</param>
/// <param name="Complete"><c>HANDOVER</c>: people go on. <c>RESOLVED</c>: it is over.</param>
/// <param name="ResolveReason">Why it is over: a name or an id.</param>
public sealed record AgentAnswer(
    IReadOnlyList<AgentSaying>? SendMessages = null,
    AgentSaying? SendMessage = null,
    IReadOnlyList<string>? ApplyTopics = null,
    IReadOnlyList<AgentTag>? ApplyTags = null,
    IReadOnlyList<string>? ApplyConversationNotes = null,
    IReadOnlyDictionary<string, JsonElement>? SetContactAttributes = null,
    bool? IndicateTyping = null,
    string? Complete = null,
    string? ResolveReason = null)
{
    public const int MostMessages = 10;
    public const int MostNames = 20;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { MaxDepth = 16 };

    public static readonly AgentAnswer Nothing = new();

    [JsonIgnore]
    public IReadOnlyList<AgentSaying> Sayings => [.. SendMessages ?? [], .. SendMessage is { } one ? new[] { one } : []];

    [JsonIgnore]
    public bool WantsNothing =>
        Sayings.Count + (ApplyTopics?.Count ?? 0) + (ApplyTags?.Count ?? 0) + (ApplyConversationNotes?.Count ?? 0) + (SetContactAttributes?.Count ?? 0) == 0
        && IndicateTyping != true && Complete is null;

    /// <summary>What a web hook answered. Where that is no JSON object, as "OK", it wants nothing: the status said all.</summary>
    /// <exception cref="RuleViolation"><c>agent_answer.…</c>.</exception>
    public static AgentAnswer Parse(ReadOnlySpan<byte> body)
    {
        var text = body.TrimStart(" \t\r\n"u8);
        return text is [(byte)'{', ..] ? Read(text) : Nothing;
    }

    /// <exception cref="RuleViolation"><c>agent_answer.malformed</c>, <c>agent_answer.too_much</c>, <c>agent_answer.complete</c>.</exception>
    public static AgentAnswer Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return (JsonSerializer.Deserialize<AgentAnswer>(body, Options) ?? throw Malformed()).Checked();
        }
        catch (JsonException)
        {
            throw Malformed();
        }
    }

    /// <summary>Null while the conversation goes on.</summary>
    public ScriptAct? End(Guid? reasonId) => Complete?.ToUpperInvariant() switch
    {
        "HANDOVER" => new ScriptAct.HandOver(HandOverReason.Decided),
        "RESOLVED" => new ScriptAct.Resolve(reasonId),
        _ => null,
    };

    private AgentAnswer Checked()
    {
        if (Sayings.Count > MostMessages || (ApplyTopics?.Count ?? 0) > MostNames || (ApplyTags?.Count ?? 0) > MostNames || (ApplyConversationNotes?.Count ?? 0) > MostMessages)
            throw new RuleViolation("agent_answer.too_much", $"Send at most {MostMessages} messages and notes, {MostNames} topics and tags at once.");
        if (Complete is not null && End(null) is null) throw new RuleViolation("agent_answer.complete", "Complete with HANDOVER or RESOLVED.");
        if ((SendMessages ?? []).Any(one => one is null) || (ApplyTags ?? []).Any(one => one is null)) throw Malformed();

        return this;
    }

    private static RuleViolation Malformed() => new("agent_answer.malformed", "The answer is not what the API description says.");
}

/// <param name="Text">The words, or the caption of the file.</param>
/// <param name="Attachment">The id of a file that was uploaded before.</param>
/// <param name="Choices">What the contact may answer by pressing a button.</param>
public sealed record AgentSaying(string? Text, Guid? Attachment = null, IReadOnlyList<string>? Choices = null);

/// <param name="MessageId">Which message; null = the contact's last one.</param>
/// <param name="Tag">A name or an id.</param>
[JsonConverter(typeof(AgentTagReading))]
public sealed record AgentTag(Guid? MessageId, string Tag);

/// <summary>A tag may be written as its name alone.</summary>
internal sealed class AgentTagReading : JsonConverter<AgentTag>
{
    public override AgentTag? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new AgentTag(null, reader.GetString()!);

        var written = JsonElement.ParseValue(ref reader);
        if (written.ValueKind != JsonValueKind.Object || !written.TryGetProperty("tag", out var tag) || tag.ValueKind != JsonValueKind.String) throw new JsonException();
        if (!written.TryGetProperty("messageId", out var message) || message.ValueKind == JsonValueKind.Null) return new AgentTag(null, tag.GetString()!);

        return message.ValueKind == JsonValueKind.String && message.TryGetGuid(out var id) ? new AgentTag(id, tag.GetString()!) : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, AgentTag value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.MessageId is { } id) writer.WriteString("messageId", id);
        writer.WriteString("tag", value.Tag);
        writer.WriteEndObject();
    }
}
