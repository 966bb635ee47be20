using System.Text.Json;
using System.Text.Json.Serialization;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.Custom;

/// <summary>One thing that happened at the other side, as it comes through the doors and lies in the journal.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(CustomMessage), CustomMessage.Type)]
[JsonDerivedType(typeof(CustomEdit), CustomEdit.Type)]
[JsonDerivedType(typeof(CustomRemoval), CustomRemoval.Type)]
[JsonDerivedType(typeof(CustomStatus), CustomStatus.Type)]
[JsonDerivedType(typeof(CustomRead), "read")]
[JsonDerivedType(typeof(CustomTyping), "typing")]
[JsonDerivedType(typeof(CustomReaction), "reaction")]
[JsonDerivedType(typeof(CustomPostback), "postback")]
[JsonDerivedType(typeof(CustomReferral), "referral")]
[JsonDerivedType(typeof(CustomOptOut), "optOut")]
public record CustomAct
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true,
        MaxDepth = 32,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Whom it is from.</summary>
    public CustomPerson? Sender { get; init; }

    /// <summary>Makes a repetition recognisable; without it, the same bytes are the same event.</summary>
    public string? EventId { get; init; }

    /// <summary>When it happened, by the other side's clock; now, when left out.</summary>
    public DateTimeOffset? OccurredAt { get; init; }
}

/// <summary>Somebody wrote: the contact (<c>in</c>), or one of ours outside Relais (<c>out</c>).</summary>
public sealed record CustomMessage : CustomAct
{
    internal const string Type = "message";

    public CustomDirection Direction { get; init; }

    /// <summary>The other side's id of the message, unique in the channel, at most 200 characters.</summary>
    public string? ExternalId { get; init; }

    /// <summary>For messages that are <c>out</c>: to whom.</summary>
    public CustomPerson? Recipient { get; init; }

    public string? Text { get; init; }

    /// <summary>Used when there is no text: reduced to plain text, since nothing from outside is shown as markup.</summary>
    public string? Html { get; init; }

    public IReadOnlyList<CustomFile>? Attachments { get; init; }

    /// <summary>The external id of the message it answers.</summary>
    public string? ReplyToExternalId { get; init; }

    public CustomPlace? Location { get; init; }

    public CustomCard? ContactCard { get; init; }

    public Visibility Visibility { get; init; }

    /// <summary>Whether a machine wrote it, for instance an answering machine: then Relais answers nothing by itself.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>The post a public message stands under.</summary>
    public CustomPost? PostRef { get; init; }
}

public enum CustomDirection
{
    In,
    Out,
}

/// <summary>A message has other words now.</summary>
public sealed record CustomEdit : CustomAct
{
    internal const string Type = "edit";

    /// <summary>Which message; the address says it already where there is one.</summary>
    public string? ExternalId { get; init; }

    public string? Text { get; init; }

    public string? Html { get; init; }
}

/// <summary>A message was taken back.</summary>
public sealed record CustomRemoval : CustomAct
{
    internal const string Type = "removal";

    public string? ExternalId { get; init; }
}

/// <summary>How far one of our answers got.</summary>
public sealed record CustomStatus : CustomAct
{
    internal const string Type = "status";

    /// <summary>Our id of the answer, or the external id that was given when it was accepted.</summary>
    public string? MessageId { get; init; }

    public CustomProgress Status { get; init; }

    /// <summary>Why it failed, as a word of the other side's.</summary>
    public string? Code { get; init; }

    /// <summary>Why it failed, for a person.</summary>
    public string? Detail { get; init; }
}

public enum CustomProgress
{
    Sent,
    Delivered,
    Read,
    Failed,
}

/// <summary>The contact has read everything until then.</summary>
public sealed record CustomRead : CustomAct;

/// <summary>The contact types, or stopped. Shown to whoever looks, and forgotten.</summary>
public sealed record CustomTyping : CustomAct
{
    public bool On { get; init; } = true;
}

/// <summary>The contact reacted to a message; without an emoji, took the reaction back.</summary>
public sealed record CustomReaction : CustomAct
{
    public string? TargetExternalId { get; init; }

    public string? Emoji { get; init; }
}

/// <summary>The contact pressed a button.</summary>
public sealed record CustomPostback : CustomAct
{
    /// <summary>What stood on the button.</summary>
    public string? Title { get; init; }

    public JsonElement? Payload { get; init; }
}

/// <summary>Where the contact came from, for instance an advertisement.</summary>
public sealed record CustomReferral : CustomAct
{
    public string? Text { get; init; }

    public JsonElement? Payload { get; init; }
}

/// <summary>The contact no longer wants to hear from us.</summary>
public sealed record CustomOptOut : CustomAct
{
    public string? Text { get; init; }
}

/// <summary>A person on the channel.</summary>
/// <param name="ExternalId">Unique in the channel, at most 200 characters.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="AvatarUrl">An address of a picture.</param>
/// <param name="Email">An e-mail address.</param>
/// <param name="Phone">In international form.</param>
/// <param name="Language">A language tag such as <c>fr</c>.</param>
public sealed record CustomPerson(
    string? ExternalId, string? Name = null, string? AvatarUrl = null, string? Email = null, string? Phone = null, string? Language = null)
{
    /// <summary>Anything else that is known, by the alias of its attribute in Relais: texts, numbers, true or false.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Attributes { get; init; }
}

/// <summary>A file: uploaded before (<paramref name="UploadId"/>) or lying at an address (<paramref name="Url"/>), which Relais
/// copies at once.</summary>
public sealed record CustomFile(string? Url = null, string? UploadId = null, string? MimeType = null, string? Name = null, long? Size = null);

public sealed record CustomPlace(double Latitude, double Longitude, string? Name = null, string? Address = null, string? Url = null);

public sealed record CustomCard(string? Name, IReadOnlyList<string>? Phones = null, IReadOnlyList<string>? Emails = null);

public sealed record CustomPost(string? Id, string? Url = null, string? Text = null);
