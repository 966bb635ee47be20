using System.Text.RegularExpressions;
using Relais.Domain.Contacts;
using Relais.Domain.Shared;

namespace Relais.Domain.Replies;

/// <summary>A text written beforehand, to be put into an answer.</summary>
public sealed partial class SavedReply : Entity
{
    public const int TitleLimit = 500;
    public const int BodyLimit = 2000;
    public const int ShortcutLimit = 32;
    public const int FileLimit = 5;

    private SavedReply()
    {
    }

    public SavedReply(ReplyCollection collection, ReplyText text, Actor by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        OrganisationId = collection.OrganisationId;
        CollectionId = collection.Id;
        Take(text);
        Record(new SavedReplyChanged(Id, CollectionId, collection.OwnerId, by, at));
    }

    public Guid CollectionId { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>What is put into the answer. It may have <see cref="Placeholders"/>.</summary>
    public string Body { get; private set; } = "";

    /// <summary>The language it is written in, as a tag such as <c>fr</c>; null where it does not matter.</summary>
    public string? Language { get; private set; }

    /// <summary>A word: typed after a slash, it brings this reply. Without case and accents.</summary>
    public string? Shortcut { get; private set; }

    /// <summary>In how many accepted answers it was used. The store counts it, so that two who answer at once do not get in each other's way.</summary>
    public int Uses { get; private set; }

    public ReplyText Text => new(Title, Body, Language, Shortcut);

    public void Change(ReplyText text, ReplyCollection collection, Actor by, DateTimeOffset at)
    {
        Take(text);
        CollectionId = collection.Id;
        Record(new SavedReplyChanged(Id, CollectionId, collection.OwnerId, by, at));
    }

    /// <summary>The last thing said of it before it is deleted.</summary>
    public void Remove(ReplyCollection collection, Actor by, DateTimeOffset at) =>
        Record(new SavedReplyChanged(Id, CollectionId, collection.OwnerId, by, at));

    private void Take(ReplyText text)
    {
        Title = Texts.Required(text.Title, TitleLimit, "saved_reply.title");
        Body = Texts.Required(text.Body, BodyLimit, "saved_reply.body");
        Language = LanguageOf(text.Language);
        Shortcut = Word(text.Shortcut);
    }

    private static string? LanguageOf(string? language)
    {
        if (string.IsNullOrWhiteSpace(language)) return null;

        var tag = language.Trim();
        return tag.Length <= Contact.LanguageLimit && AttributeFormat.Language.Read(tag, []) is { } known
            ? known
            : throw new RuleViolation("saved_reply.language.unknown", "Write the language as a tag such as 'fr' or 'en-GB'.");
    }

    private static string? Word(string? shortcut)
    {
        if (string.IsNullOrWhiteSpace(shortcut)) return null;

        var word = Texts.Key(shortcut.Trim().TrimStart('/'));
        return word.Length <= ShortcutLimit && OneWord().IsMatch(word)
            ? word
            : throw new RuleViolation(
                "saved_reply.shortcut.invalid",
                $"Write the shortcut as one word of at most {ShortcutLimit} letters, digits, '-' and '_'.",
                new Dictionary<string, object?> { ["limit"] = ShortcutLimit });
    }

    [GeneratedRegex(@"^[\p{L}\p{N}_-]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex OneWord();
}

/// <summary>What a saved reply says, and by what it is found.</summary>
public sealed record ReplyText(string Title, string Body, string? Language, string? Shortcut);

/// <summary>A saved reply was made, changed, moved or deleted.</summary>
/// <param name="OwnerId">Whose own it is; null when it is shared.</param>
public sealed record SavedReplyChanged(Guid ReplyId, Guid CollectionId, Guid? OwnerId, Actor By, DateTimeOffset At) : DomainEvent(By, At);
