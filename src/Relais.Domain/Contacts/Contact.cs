using System.Collections.ObjectModel;
using Relais.Domain.Shared;

namespace Relais.Domain.Contacts;

/// <summary>A customer who writes: one person, whatever the number of addresses.</summary>
public sealed partial class Contact : Entity
{
    public const int NameLimit = 255;
    public const int AddressLimit = 254;
    public const int AvatarLimit = 2048;
    public const int LanguageLimit = 35;

    /// <summary>What rules call the mark of a contact who matters most.</summary>
    public const string Vip = "vip";

    private Contact()
    {
    }

    public Contact(Guid organisationId, Profile profile, DateTimeOffset at)
    {
        OrganisationId = organisationId;
        CreatedAt = at;
        Adopt(profile, at);
        Touch();
    }

    /// <summary>As the provider or an agent says; null while nobody has.</summary>
    public string? Name
    {
        get;
        private set
        {
            if (field == value) return;

            field = value;
            BeFound();
        }
    }

    public string? AvatarUrl { get; private set; }

    public string? Email
    {
        get;
        private set
        {
            if (field == value) return;

            field = value;
            BeFound();
        }
    }

    /// <summary>Name and e-mail without case and accents: what a search looks through, in the same way on every database.</summary>
    public string SearchKey { get; private set; } = "";

    /// <summary>In international form, for instance <c>+33612345678</c>.</summary>
    public string? Phone { get; private set; }

    /// <summary>A language tag such as <c>fr</c>.</summary>
    public string? Language { get; private set; }

    /// <summary>Whether an agent chose the name, so that the provider no longer changes it.</summary>
    public bool NamedByAgent { get; private set; }

    /// <summary>An agent marked this contact as one who matters most.</summary>
    public bool IsVip { get; private set; }

    /// <summary>What this contact writes is kept and resolved at once: it asks nobody for anything.</summary>
    public bool IsBlocked { get; private set; }

    /// <summary>Everything anybody said, by attribute and source; e-mail, telephone and language stand here too.</summary>
    public IReadOnlyList<AttributeValue> Values { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>The contact this one turned out to be; null while it stands for itself.</summary>
    public Guid? MergedInto { get; private set; }

    /// <summary>What a list shows when there is no name.</summary>
    public string DisplayName => Name ?? Phone ?? Email ?? $"#{Id.ToString("N")[^6..]}";

    public Actor AsActor() => new(ActorKind.Contact, Id, DisplayName);

    /// <summary>The value that counts: of the source that is believed most.</summary>
    public AttributeValue? Shown(string alias)
    {
        AttributeValue? best = null;
        foreach (var value in Values)
        {
            if (value.Value is not null && value.Alias == alias && (best is null || value.Source < best.Source)) best = value;
        }

        return best;
    }

    /// <summary>The provider told us more of this person: what an agent wrote stays.</summary>
    public void Learn(Profile profile, DateTimeOffset at)
    {
        if (Adopt(profile, at)) Record(new ContactChanged(Id, AsActor(), at));
    }

    /// <summary>A second address of this person tells more: only what was not known is learned, or two channels would take turns.</summary>
    public void Complete(Profile profile, DateTimeOffset at) => Learn(
        new Profile(
            Name is null ? profile.Name : null,
            AvatarUrl is null ? profile.AvatarUrl : null,
            IsTold(BuiltInAttributes.Email) ? null : profile.Email,
            IsTold(BuiltInAttributes.Phone) ? null : profile.Phone,
            IsTold(BuiltInAttributes.Language) ? null : profile.Language)
        {
            Attributes = profile.Attributes.Where(one => !IsTold(one.Key)).ToDictionary(one => one.Key, one => one.Value),
        },
        at);

    /// <summary>An agent corrects the card. Null leaves a field as it is; an empty text clears it.</summary>
    public void Correct(string? name, string? email, string? phone, string? language, Actor by, DateTimeOffset at)
    {
        if (name is not null)
        {
            Name = Texts.Optional(name, NameLimit, "contact.name");
            NamedByAgent = Name is not null;
        }

        if (email is not null) Put(BuiltInAttributes.Email, Texts.Optional(email, AddressLimit, "contact.email"), AttributeSource.Agent, at);
        if (phone is not null) Put(BuiltInAttributes.Phone, Texts.Optional(phone, AddressLimit, "contact.phone"), AttributeSource.Agent, at);
        if (language is not null) Put(BuiltInAttributes.Language, Texts.Optional(language, LanguageLimit, "contact.language"), AttributeSource.Agent, at);
        Record(new ContactChanged(Id, by, at));
    }

    /// <summary>An agent writes an attribute; an empty text clears it, whoever wrote it.</summary>
    /// <exception cref="RuleViolation"><c>attribute.read_only</c>, <c>attribute.value.invalid</c>.</exception>
    public void Write(ContactAttribute attribute, string? text, Actor by, DateTimeOffset at)
    {
        attribute.RefuseAgents();
        if (Put(attribute.Alias, attribute.Read(text), AttributeSource.Agent, at)) Record(new ContactChanged(Id, by, at));
    }

    /// <summary>What the contact answered when a virtual agent asked. Whatever an agent or the customer file says is believed more.</summary>
    /// <param name="value">As the attribute's format keeps it.</param>
    public void Answer(ContactAttribute attribute, string value, AttributeSource source, Actor by, DateTimeOffset at)
    {
        if (attribute is { IsOn: true, ManagedByCrm: false } && Put(attribute.Alias, value, source, at)) Record(new ContactChanged(Id, by, at));
    }

    public void Mark(bool vip, Actor by, DateTimeOffset at)
    {
        if (IsVip == vip) return;

        IsVip = vip;
        Record(new ContactChanged(Id, by, at));
    }

    public void Block(bool block, Actor by, DateTimeOffset at)
    {
        if (IsBlocked == block) return;

        IsBlocked = block;
        Record(new ContactChanged(Id, by, at));
    }

    /// <summary>An attribute is no more: what was known of it goes, without a trace.</summary>
    public void Forget(IReadOnlySet<string> aliases)
    {
        if (!Values.Any(value => aliases.Contains(value.Alias))) return;

        Values = [.. Values.Where(value => !aliases.Contains(value.Alias))];
        Touch();
    }

    private bool Adopt(Profile profile, DateTimeOffset at)
    {
        var before = (Name, AvatarUrl);
        if (!NamedByAgent) Name = Texts.Fit(profile.Name, NameLimit) ?? Name;
        AvatarUrl = Texts.Fit(profile.AvatarUrl, AvatarLimit) ?? AvatarUrl;

        var isNew = before != (Name, AvatarUrl);
        isNew |= Tell(BuiltInAttributes.ProfileName, Texts.Fit(profile.Name, NameLimit), at);
        isNew |= Tell(BuiltInAttributes.Email, Texts.Fit(profile.Email, AddressLimit), at);
        isNew |= Tell(BuiltInAttributes.Phone, Texts.Fit(profile.Phone, AddressLimit), at);
        isNew |= Tell(BuiltInAttributes.Language, Texts.Fit(profile.Language, LanguageLimit), at);
        foreach (var (alias, value) in profile.Attributes) isNew |= Tell(alias, value, at);
        return isNew;
    }

    private bool IsTold(string alias) => Values.Any(value => value.Alias == alias && value.Source == AttributeSource.Medium);

    private bool Tell(string alias, string? value, DateTimeOffset at) =>
        value is not null && Put(alias, value, AttributeSource.Medium, at);

    /// <summary>Null clears what every source said: deleting only the agent's word would bring an older one to light.</summary>
    private bool Put(string alias, string? value, AttributeSource source, DateTimeOffset at)
    {
        var own = Values.FirstOrDefault(one => one.Alias == alias && one.Source == source);
        if (value is null ? Shown(alias) is null : own?.Value == value) return false;

        Values = value is null
            ? [.. Values.Select(one => one.Alias == alias && one.Value is not null ? one with { Value = null, UpdatedAt = at } : one)]
            : [.. Values.Where(one => one != own), (own ?? new AttributeValue(alias, null, source, at, at)) with { Value = value, UpdatedAt = at }];
        ShowAddresses();
        return true;
    }

    private void BeFound() => SearchKey = Texts.Key($"{Name}\n{Email}");

    /// <summary>Lists and searches need these as columns.</summary>
    private void ShowAddresses()
    {
        Email = Shown(BuiltInAttributes.Email)?.Value;
        Phone = Shown(BuiltInAttributes.Phone)?.Value;
        Language = Shown(BuiltInAttributes.Language)?.Value;
    }
}

/// <summary>What a provider says of a person; each part may be missing.</summary>
public sealed record Profile(
    string? Name = null, string? AvatarUrl = null, string? Email = null, string? Phone = null, string? Language = null)
{
    /// <summary>Anything else, by the alias of its attribute.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}

/// <summary>Something that happened to a contact as such.</summary>
public abstract record ContactEvent(Guid ContactId, Actor By, DateTimeOffset At) : DomainEvent(By, At)
{
    /// <summary>Everybody who is another than before.</summary>
    public virtual IReadOnlyList<Guid> Concerned => [ContactId];
}

/// <summary>A contact has another name, picture, address, attribute or note.</summary>
public sealed record ContactChanged(Guid ContactId, Actor By, DateTimeOffset At) : ContactEvent(ContactId, By, At);

/// <summary>A contact turned out to be one person with another, who is part of it now.</summary>
public sealed record ContactMerged(Guid ContactId, Guid OtherId, Actor By, DateTimeOffset At) : ContactEvent(ContactId, By, At)
{
    public override IReadOnlyList<Guid> Concerned => [ContactId, OtherId];
}

/// <summary>A merge was undone: the other stands for itself again.</summary>
public sealed record ContactParted(Guid ContactId, Guid OtherId, Actor By, DateTimeOffset At) : ContactEvent(ContactId, By, At)
{
    public override IReadOnlyList<Guid> Concerned => [ContactId, OtherId];
}
