using Relais.Domain.Shared;

namespace Relais.Domain.Contacts;

/// <summary>What colleagues should know of a contact, whatever the next conversation is about. Any agent may correct or remove it.</summary>
public sealed class ContactNote : Entity
{
    public const int TextLimit = 2000;

    private ContactNote()
    {
    }

    /// <exception cref="RuleViolation"><c>contact.note.required</c>, <c>contact.note.too_long</c>.</exception>
    public ContactNote(Contact contact, string text, Actor by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        OrganisationId = contact.OrganisationId;
        ContactId = contact.Id;
        Text = Texts.Required(text, TextLimit, "contact.note");
        (AuthorId, Author, At) = (by.Id, by.Name, at);
        Record(new ContactChanged(contact.Id, by, at));
    }

    /// <summary>Whom it was written of; who has become part of another contact since keeps his notes.</summary>
    public Guid ContactId { get; private init; }

    public string Text { get; private set; } = "";

    public Guid? AuthorId { get; private init; }

    /// <summary>As the author was called then.</summary>
    public string Author { get; private init; } = "";

    public DateTimeOffset At { get; private init; }

    /// <summary>Who changed it last, as he was called then; null while nobody has.</summary>
    public string? Editor { get; private set; }

    public DateTimeOffset? EditedAt { get; private set; }

    /// <param name="contact">Who stands for the one it was written of.</param>
    /// <inheritdoc cref="ContactNote(Contact, string, Actor, DateTimeOffset, Guid?)"/>
    public void Amend(Contact contact, string text, Actor by, DateTimeOffset at)
    {
        Text = Texts.Required(text, TextLimit, "contact.note");
        (Editor, EditedAt) = (by.Name, at);
        Record(new ContactChanged(contact.Id, by, at));
    }

    /// <summary>It goes; the caller takes it out of the store.</summary>
    /// <param name="contact">Who stands for the one it was written of.</param>
    public void Strike(Contact contact, Actor by, DateTimeOffset at) => Record(new ContactChanged(contact.Id, by, at));
}
