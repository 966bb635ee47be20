using System.Text.Json;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Channels;

/// <summary>An answer on its way to a provider.</summary>
/// <param name="MessageId">Ours; the same at every attempt, so that the other side may recognise a repetition.</param>
/// <param name="Attempt">Counts from 1.</param>
/// <param name="ThreadId">The lane it travels in.</param>
/// <param name="To">The contact's ids on this channel, the most lasting first.</param>
/// <param name="Text">The words or the caption; may be empty.</param>
/// <param name="AuthorName">Who wrote it, for channels that show it.</param>
public sealed record Outgoing(
    Guid MessageId, int Attempt, Guid ThreadId, Guid ConversationId, IReadOnlyList<string> To, string Text, string AuthorName)
{
    public DateTimeOffset At { get; init; }

    public IReadOnlyList<OutgoingFile> Files { get; init; } = [];

    /// <summary>The provider's id of the message this one quotes.</summary>
    public string? ReplyToExternalId { get; init; }

    /// <summary>The provider's id of the post it stands under; null for direct messages.</summary>
    public string? Post { get; init; }

    /// <summary>The provider's id of the comment it answers where nobody else reads it; <see cref="To"/> may be unknown to the private side.</summary>
    public string? PrivatelyAnswers { get; init; }

    /// <summary>
    /// The contact's message it answers: the one it quotes, else his newest. Only under a post and where
    /// <see cref="Capabilities.AnswersRepeat"/>; never what a <see cref="Participant"/> wrote.
    /// </summary>
    public Answered? Answers { get; init; }

    public TemplateUse? Template { get; init; }

    public string? ContactName { get; init; }

    /// <summary>What the contact may choose from; always within the channel's limits.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether no person wrote it: where the other side can be told, it is.</summary>
    public bool IsAutomatic { get; init; }
}

/// <summary>A message of the contact, as its answer needs it.</summary>
/// <param name="ExternalId">The provider's id.</param>
/// <param name="Text">Its words.</param>
/// <param name="AuthorName">Who wrote it.</param>
/// <param name="At">When.</param>
/// <param name="Extra">What its kind said of it; see <see cref="Message.Extra"/>.</param>
public sealed record Answered(string ExternalId, string Text, string AuthorName, DateTimeOffset At, string? Extra);

/// <summary>Our reaction to a contact's message.</summary>
/// <param name="ExternalId">The provider's id of the message.</param>
/// <param name="To">The contact's ids on the channel, the most lasting first.</param>
/// <param name="Visibility">Where the message stands.</param>
/// <param name="Emoji">Null takes the one before back.</param>
public sealed record Reacting(string ExternalId, IReadOnlyList<string> To, Visibility Visibility, string? Emoji);

/// <summary>A comment, or what we said in public, that is to go from its network.</summary>
/// <param name="ExternalId">The provider's id of it.</param>
/// <param name="Extra">What its kind said of it; see <see cref="Message.Extra"/>.</param>
public sealed record Deleting(string ExternalId, string? Extra);

/// <summary>A file of an answer.</summary>
public sealed record OutgoingFile(
    AttachmentKind Kind, string Name, string ContentType, long Size, string Url, Func<CancellationToken, Task<Stream>> Open)
{
    /// <summary>Its name as a form carries it: quotes and line breaks would end the header.</summary>
    public string PlainName =>
        string.Concat(Name.Where(letter => letter is not ('"' or '\\') && !char.IsControl(letter))) is { Length: > 0 } plain ? plain : "file";

    /// <summary>Whether a provider that fetches files itself can get it.</summary>
    public bool CanBeFetched => new Uri(Url) is { Scheme: "https" } address && PublicAddress.IsPublic(address);
}

/// <summary>A template with its variables filled in, in the order the template lists them.</summary>
public sealed record TemplateUse(string Name, string Language, IReadOnlyList<string> Variables)
{
    /// <summary>The message it makes.</summary>
    /// <param name="template">As the provider lists it; null when he does not.</param>
    /// <exception cref="RuleViolation"><c>template.unknown</c>, <c>template.variables</c>.</exception>
    public MessageContent AsContent(Template? template)
    {
        if (template is null) throw new RuleViolation("template.unknown", "The provider does not know this template. Load the list again.");
        if (Variables.Count != template.Variables.Count || Variables.Any(string.IsNullOrWhiteSpace))
            throw new RuleViolation("template.variables", "Fill in every variable of the template.");

        return new MessageContent(MessageKind.Template, template.Preview(Variables), Extra: JsonSerializer.Serialize(this, JsonSerializerOptions.Web));
    }
}

/// <summary>A message the provider approved beforehand.</summary>
public sealed record Template(
    string Name,
    string Language,
    string Category,
    string Status,
    string? Header,
    string Body,
    string? Footer,
    IReadOnlyList<string> Buttons,
    IReadOnlyList<TemplateVariable> Variables)
{
    /// <summary>How it will read, its gaps filled in.</summary>
    public string Preview(IReadOnlyList<string> values)
    {
        var filled = Variables.Zip(values).ToList();
        var parts = new[] { Fill(Header, "header"), Fill(Body, "body"), Footer };
        return string.Join("\n\n", parts.Where(part => !string.IsNullOrWhiteSpace(part)));

        string? Fill(string? text, string part) => filled.Where(gap => gap.First.Part == part).Aggregate(
            text, (current, gap) => current?.Replace($"{{{{{gap.First.Index}}}}}", gap.Second, StringComparison.Ordinal));
    }
}

/// <summary>A gap in a template.</summary>
/// <param name="Part"><c>header</c> or <c>body</c>.</param>
/// <param name="Index">Counts from 1 within the part.</param>
public sealed record TemplateVariable(string Part, int Index);

/// <summary>A copy of a contact's file, or why there is none.</summary>
public abstract record Fetched
{
    private Fetched()
    {
    }

    /// <summary>The caller disposes the content.</summary>
    public sealed record File(Stream Content, string? ContentType) : Fetched;

    public sealed record TryLater(string Reason, TimeSpan? After = null) : Fetched;

    public sealed record Gone(string Reason) : Fetched;
}

/// <summary>Something small told to a contact's side, which may be lost.</summary>
/// <param name="ThreadId">Where.</param>
/// <param name="To">The contact's ids on the channel.</param>
/// <param name="LastExternalId">The contact's newest message.</param>
public abstract record Signal(Guid ThreadId, IReadOnlyList<string> To, string? LastExternalId)
{
    /// <summary>What the kind said of that message; see <see cref="Message.Extra"/>.</summary>
    public string? LastExtra { get; init; }

    public sealed record Read(Guid ThreadId, IReadOnlyList<string> To, string? LastExternalId) : Signal(ThreadId, To, LastExternalId);

    public sealed record Typing(Guid ThreadId, IReadOnlyList<string> To, string? LastExternalId, bool On) : Signal(ThreadId, To, LastExternalId);
}
