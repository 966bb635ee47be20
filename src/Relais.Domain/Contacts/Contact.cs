using Relais.Domain.Shared;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Domain.Contacts;

/// <summary>A customer who writes: one person, whatever the number of addresses.</summary>
public sealed class Contact : Entity
{
    public const int NameLimit = 255;
    public const int AddressLimit = 254;
    public const int AvatarLimit = 2048;

    private Contact()
    {
    }

    public Contact(Guid organisationId, Profile profile, DateTimeOffset at)
    {
        OrganisationId = organisationId;
        CreatedAt = at;
        Name = Texts.Fit(profile.Name, NameLimit);
        Adopt(profile);
        Touch();
    }

    /// <summary>As the provider or an agent says; null while nobody has.</summary>
    public string? Name { get; private set; }

    public string? AvatarUrl { get; private set; }

    public string? Email { get; private set; }

    /// <summary>In international form, for instance <c>+33612345678</c>.</summary>
    public string? Phone { get; private set; }

    /// <summary>A language tag such as <c>fr</c>.</summary>
    public string? Language { get; private set; }

    /// <summary>Whether an agent chose the name, so that the provider no longer changes it.</summary>
    public bool NamedByAgent { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>The contact this one turned out to be; null while it stands for itself.</summary>
    public Guid? MergedInto { get; private set; }

    /// <summary>What a list shows when there is no name.</summary>
    public string DisplayName => Name ?? Phone ?? Email ?? $"#{Id.ToString("N")[^6..]}";

    public Actor AsActor() => new(ActorKind.Contact, Id, DisplayName);

    /// <summary>The provider told us more of this person: what an agent wrote stays.</summary>
    public void Learn(Profile profile, DateTimeOffset at)
    {
        var before = (Name, AvatarUrl, Email, Phone, Language);
        if (!NamedByAgent) Name = Texts.Fit(profile.Name, NameLimit) ?? Name;
        Adopt(profile);

        if (before != (Name, AvatarUrl, Email, Phone, Language)) Record(new ContactChanged(Id, AsActor(), at));
    }

    /// <summary>An agent corrects the card. Null leaves a field as it is; an empty text clears it.</summary>
    public void Correct(string? name, string? email, string? phone, string? language, Actor by, DateTimeOffset at)
    {
        if (name is not null)
        {
            Name = Texts.Optional(name, NameLimit, "contact.name");
            NamedByAgent = Name is not null;
        }

        Email = email is null ? Email : Texts.Optional(email, AddressLimit, "contact.email");
        Phone = phone is null ? Phone : Texts.Optional(phone, AddressLimit, "contact.phone");
        Language = language is null ? Language : Texts.Optional(language, 35, "contact.language");
        Record(new ContactChanged(Id, by, at));
    }

    /// <summary>
    /// The one way two contacts become one. This one stays: it takes over the other's identities, threads and conversations, and what
    /// the card lacks. Where both have the same thread, the one heard last goes on, and the other takes in nothing new any more.
    /// </summary>
    /// <param name="theirs">The other contact, with everything it has.</param>
    /// <param name="ours">This contact's threads.</param>
    /// <returns>What it takes to undo it.</returns>
    /// <exception cref="RuleViolation"><c>contact.merged</c>: a contact is merged with itself, or was merged before.</exception>
    public ContactMerge Merge(Belongings theirs, IReadOnlyList<Thread> ours, Actor by, DateTimeOffset at)
    {
        var other = theirs.Contact;
        if (other.Id == Id || other.MergedInto is not null || MergedInto is not null)
            throw new RuleViolation("contact.merged", "These two are one contact already.");

        var merge = new ContactMerge(this, theirs, by, at);
        foreach (var identity in theirs.Identities) identity.BelongTo(this);
        foreach (var thread in theirs.Threads) thread.BelongTo(this, ours.FirstOrDefault(thread.IsTwinOf));
        foreach (var conversation in theirs.Conversations) conversation.BelongTo(this, other, by, at);
        if (!NamedByAgent && (other.NamedByAgent || Name is null)) (Name, NamedByAgent) = (other.Name ?? Name, other.NamedByAgent);
        Adopt(new Profile(null, AvatarUrl ?? other.AvatarUrl, other.Email, other.Phone, other.Language));
        other.MergedInto = Id;
        other.Touch();
        Record(new ContactChanged(Id, by, at));
        return merge;
    }

    private void Adopt(Profile profile)
    {
        AvatarUrl = Texts.Fit(profile.AvatarUrl, AvatarLimit) ?? AvatarUrl;
        Email ??= Texts.Fit(profile.Email, AddressLimit);
        Phone ??= Texts.Fit(profile.Phone, AddressLimit);
        Language ??= Texts.Fit(profile.Language, 35);
    }
}

/// <summary>What a provider says of a person; each part may be missing.</summary>
public sealed record Profile(
    string? Name = null, string? AvatarUrl = null, string? Email = null, string? Phone = null, string? Language = null);

/// <summary>A contact has another name, picture or address.</summary>
public sealed record ContactChanged(Guid ContactId, Actor By, DateTimeOffset At) : DomainEvent(By, At);
