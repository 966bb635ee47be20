using System.Text.Json;
using System.Text.Json.Serialization;

namespace Relais.Server.Channels.Mail;

/// <summary>What is written down of a mail before it is read: its words and headers as they came, and where its files lie.</summary>
internal sealed record MailNote
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Without its angle brackets; null where the mail had none.</summary>
    public string? MessageId { get; init; }

    /// <summary>What tells this mail from another that claims the same id.</summary>
    public string? Digest { get; init; }

    /// <summary>What it answers, the nearest first.</summary>
    public IReadOnlyList<string>? References { get; init; }

    public MailPerson? From { get; init; }

    public IReadOnlyList<MailPerson>? ReplyTo { get; init; }

    public IReadOnlyList<MailPerson>? To { get; init; }

    public IReadOnlyList<MailPerson>? Cc { get; init; }

    public string? Subject { get; init; }

    /// <summary>When it was written, by its sender.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>When our server got it.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    public string? Text { get; init; }

    public string? Html { get; init; }

    public IReadOnlyList<MailFile>? Files { get; init; }

    /// <summary>Where the mail lies as it came.</summary>
    public MailFile? Original { get; init; }

    /// <summary>Headers by which machines make themselves known.</summary>
    public IReadOnlyList<MailSign>? Signs { get; init; }

    /// <summary>What servers on its way found out about its sender, the last first.</summary>
    public IReadOnlyList<string>? AuthenticationResults { get; init; }

    /// <summary>What became of a mail of ours.</summary>
    public MailReturn? Return { get; init; }

    /// <summary>Why it is not here as a whole.</summary>
    public MailTrouble? Trouble { get; init; }
}

internal sealed record MailPerson(string? Name, string? Address);

/// <param name="Name">In lower case.</param>
/// <param name="Value">As it came.</param>
internal sealed record MailSign(string? Name, string? Value);

/// <summary>A part of a mail in our store.</summary>
internal sealed record MailFile(string? Name, string? Type, string? Key, long Size);

/// <summary>A report about a mail of ours.</summary>
internal sealed record MailReturn(string? MessageId, string? Action, string? Status, string? Reason);

internal enum MailTrouble
{
    None,

    /// <summary>Larger than Relais takes.</summary>
    TooLarge,

    /// <summary>More parts, or deeper in each other, than anybody writes.</summary>
    TooManyParts,

    /// <summary>Nothing makes sense of it.</summary>
    Unreadable,
}
