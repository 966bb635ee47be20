using Relais.Domain.Shared;

namespace Relais.Domain.Tags;

public enum TagState
{
    Active,

    /// <summary>No longer offered; messages that have it keep it.</summary>
    Archived,

    /// <summary>Gone from every message; its name stays known to the trail.</summary>
    Removed,
}

/// <summary>What a message is, for instance "Mécontentement": put on messages, and counted. What a conversation is about, a topic says.</summary>
public sealed class Tag : Entity
{
    public const int NameLimit = 50;
    public const int DescriptionLimit = 500;

    private Tag()
    {
    }

    public Tag(Guid organisationId, string name, string? description, Actor by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        OrganisationId = organisationId;
        TakeName(name);
        Description = Texts.Optional(description, DescriptionLimit, "tag.description");
        Record(new TagChanged(Id, by, at));
    }

    public string Name { get; private set; } = "";

    /// <summary>The name without its case: unique, because rules and virtual agents call tags by name.</summary>
    public string Key { get; private set; } = "";

    public string? Description { get; private set; }

    public TagState State { get; private set; }

    public bool IsActive => State == TagState.Active;

    /// <summary>Null leaves a field as it is; an empty description removes it.</summary>
    public void Describe(string? name, string? description, Actor by, DateTimeOffset at)
    {
        if (name is not null) TakeName(name);
        if (description is not null) Description = Texts.Optional(description, DescriptionLimit, "tag.description");
        Record(new TagChanged(Id, by, at));
    }

    /// <summary>No longer offered, or offered again.</summary>
    public void Offer(bool on, Actor by, DateTimeOffset at)
    {
        if (State == TagState.Removed || IsActive == on) return;

        State = on ? TagState.Active : TagState.Archived;
        Record(new TagChanged(Id, by, at));
    }

    public void Remove(Actor by, DateTimeOffset at)
    {
        if (State == TagState.Removed) return;

        State = TagState.Removed;
        Record(new TagChanged(Id, by, at));
    }

    /// <exception cref="RuleViolation"><c>tag.archived</c>.</exception>
    public void RefuseUnlessActive()
    {
        if (!IsActive)
            throw new RuleViolation("tag.archived", "This tag is no longer used: choose another.", new Dictionary<string, object?> { ["name"] = Name });
    }

    private void TakeName(string name)
    {
        Name = Texts.Required(name, NameLimit, "tag.name");
        Key = Name.ToLowerInvariant();
    }
}

/// <summary>A tag was made, renamed, archived or removed.</summary>
public sealed record TagChanged(Guid TagId, Actor By, DateTimeOffset At) : DomainEvent(By, At);
