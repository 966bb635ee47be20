using System.Text.Json.Serialization;

namespace Relais.Server.Channels.WhatsApp;

// Meta's words for what it tells us. Names are theirs, in snake case on the wire. Every part may be missing.
// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages

/// <summary>One call of Meta's: several changes of several accounts.</summary>
internal sealed record Webhook([property: JsonConverter(typeof(Many<Entry>))] IReadOnlyList<Entry>? Entry);

/// <param name="Id">The business account.</param>
/// <param name="Time">When Meta sent it, in seconds or milliseconds.</param>
internal sealed record Entry(string? Id, string? Time, [property: JsonConverter(typeof(Many<Change>))] IReadOnlyList<Change>? Changes);

internal sealed record Change(string? Field, [property: JsonConverter(typeof(One<ChangeValue>))] ChangeValue? Value);

internal sealed record ChangeValue
{
    [JsonConverter(typeof(One<Metadata>))]
    public Metadata? Metadata { get; init; }

    [JsonConverter(typeof(Many<WaContact>))]
    public IReadOnlyList<WaContact>? Contacts { get; init; }

    [JsonConverter(typeof(Many<WaMessage>))]
    public IReadOnlyList<WaMessage>? Messages { get; init; }

    [JsonConverter(typeof(Many<WaMessage>))]
    public IReadOnlyList<WaMessage>? MessageEchoes { get; init; }

    [JsonConverter(typeof(Many<WaStatus>))]
    public IReadOnlyList<WaStatus>? Statuses { get; init; }

    [JsonConverter(typeof(Many<GraphError>))]
    public IReadOnlyList<GraphError>? Errors { get; init; }

    [JsonConverter(typeof(Many<UserIdUpdate>))]
    public IReadOnlyList<UserIdUpdate>? UserIdUpdate { get; init; }

    [JsonConverter(typeof(Many<UserPreference>))]
    public IReadOnlyList<UserPreference>? UserPreferences { get; init; }

    /// <summary>What happened to the account or to a number.</summary>
    public string? Event { get; init; }

    public string? DisplayPhoneNumber { get; init; }

    [JsonConverter(typeof(One<BanReport>))]
    public BanReport? BanInfo { get; init; }

    [JsonConverter(typeof(One<Violation>))]
    public Violation? ViolationInfo { get; init; }

    [JsonConverter(typeof(Many<Restriction>))]
    public IReadOnlyList<Restriction>? RestrictionInfo { get; init; }
}

internal sealed record Metadata(string? PhoneNumberId, string? DisplayPhoneNumber);

/// <summary>Who wrote: any of the three ids may be missing.</summary>
internal sealed record WaContact(
    [property: JsonConverter(typeof(One<WaProfile>))] WaProfile? Profile, string? WaId, string? UserId, string? ParentUserId);

internal sealed record WaProfile(string? Name, string? Username);

internal sealed record BanReport(string? WabaBanState, string? WabaBanDate);

internal sealed record Violation(string? ViolationType);

internal sealed record Restriction(string? RestrictionType, string? Expiration);

internal sealed record UserIdUpdate(
    string? WaId,
    [property: JsonConverter(typeof(One<IdChange>))] IdChange? UserId,
    [property: JsonConverter(typeof(One<IdChange>))] IdChange? ParentUserId,
    string? Timestamp);

internal sealed record IdChange(string? Previous, string? Current);

internal sealed record UserPreference(
    string? WaId, string? UserId, string? Detail, string? Category, string? Value, string? Timestamp);

/// <summary>How far a message of ours got.</summary>
internal sealed record WaStatus(
    string? Id,
    string? Status,
    string? Timestamp,
    string? BizOpaqueCallbackData,
    [property: JsonConverter(typeof(Many<GraphError>))] IReadOnlyList<GraphError>? Errors);

/// <summary>Why Meta refuses. Titles are deprecated: only code and details decide.</summary>
internal sealed record GraphError
{
    public string? Code { get; init; }

    public string? ErrorSubcode { get; init; }

    public string? Title { get; init; }

    public string? Message { get; init; }

    [JsonConverter(typeof(One<GraphErrorDetails>))]
    public GraphErrorDetails? ErrorData { get; init; }

    public bool? IsTransient { get; init; }
}

internal sealed record GraphErrorDetails(string? Details);
