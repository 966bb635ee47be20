using System.Text.Json;
using System.Text.Json.Serialization;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.Messenger;

/// <summary>One thing a visitor's browser did, as it lies in the journal. Complete in itself: reading it needs nothing else.</summary>
/// <param name="Visitor">Who, the contact's id on this channel.</param>
/// <param name="At">When the server took it.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(Wrote), "message")]
[JsonDerivedType(typeof(Received), "delivered")]
[JsonDerivedType(typeof(Seen), "read")]
[JsonDerivedType(typeof(SignedIn), "signedIn")]
public record VisitorAct(string Visitor, DateTimeOffset At)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public ReadOnlyMemory<byte> ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}

/// <summary>The visitor wrote.</summary>
/// <param name="Answers">What he was asked first; null for all but the first message.</param>
public sealed record Wrote(
    string Visitor,
    DateTimeOffset At,
    Guid ClientId,
    string? Text,
    IReadOnlyList<SentFile>? Files,
    VisitorProfile? Profile,
    VisitorPlace? Place = null,
    IReadOnlyList<PreChatAnswer>? Answers = null) : VisitorAct(Visitor, At);

/// <summary>The visitor's browser has one of our answers.</summary>
public sealed record Received(string Visitor, DateTimeOffset At, Guid MessageId) : VisitorAct(Visitor, At);

/// <summary>The visitor looked at everything we wrote until <paramref name="Until"/>.</summary>
public sealed record Seen(string Visitor, DateTimeOffset At, DateTimeOffset Until) : VisitorAct(Visitor, At);

/// <summary>An anonymous visitor proved who he is: what he wrote before belongs to the known person.</summary>
public sealed record SignedIn(string Visitor, DateTimeOffset At, string Before, VisitorProfile? Profile) : VisitorAct(Visitor, At);

/// <summary>A file in our store already.</summary>
public sealed record SentFile(AttachmentKind Kind, string Name, string ContentType, string Key, long Size);

/// <summary>What the site's signature or the browser says of a visitor.</summary>
public sealed record VisitorProfile(string? Name = null, string? Email = null, string? Language = null);

/// <summary>The page a visitor writes from, and the language of his browser: what his browser says, so it proves nothing.</summary>
public sealed record VisitorPlace(string? Url = null, string? Title = null, string? Language = null);

/// <summary>What a visitor answered before his first message, and which attribute of the contact it is.</summary>
public sealed record PreChatAnswer(string Attribute, string Value);
