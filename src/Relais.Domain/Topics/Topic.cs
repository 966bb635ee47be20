using Relais.Domain.Shared;

namespace Relais.Domain.Topics;

public enum TopicState
{
    Active,

    /// <summary>No longer offered; conversations that have it keep it.</summary>
    Archived,

    /// <summary>Gone for agents and rules; its name stays known to reports.</summary>
    Removed,
}

/// <summary>What a conversation is about, for instance "Livraison > Retard": for routing, priority and reports.</summary>
public sealed class Topic : Entity
{
    public const int NameLimit = 80;
    public const int DescriptionLimit = 500;

    private Topic()
    {
    }

    public Topic(Guid organisationId, string name, string? description, Actor by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        OrganisationId = organisationId;
        TakeName(name);
        Description = Texts.Optional(description, DescriptionLimit, "topic.description");
        Record(new TopicChanged(Id, by, at));
    }

    public string Name { get; private set; } = "";

    /// <summary>The name without its case: unique, because rules and virtual agents call topics by name.</summary>
    public string Key { get; private set; } = "";

    public string? Description { get; private set; }

    /// <summary>The topic it is a part of.</summary>
    public Guid? ParentId { get; private set; }

    public TopicState State { get; private set; }

    /// <summary>The topic that conversations got instead when this one was removed.</summary>
    public Guid? MergedIntoId { get; private set; }

    public bool IsActive => State == TopicState.Active;

    /// <summary>Null leaves a field as it is; an empty description removes it.</summary>
    public void Describe(string? name, string? description, Actor by, DateTimeOffset at)
    {
        if (name is not null) TakeName(name);
        if (description is not null) Description = Texts.Optional(description, DescriptionLimit, "topic.description");
        Record(new TopicChanged(Id, by, at));
    }

    /// <summary>Becomes a part of another topic, or stands alone.</summary>
    /// <exception cref="RuleViolation"><c>topic.parent.unknown</c>, <c>topic.parent.itself</c>, <c>topic.too_deep</c>.</exception>
    public void MoveBelow(Guid? parentId, TopicTree tree, Actor by, DateTimeOffset at)
    {
        if (ParentId == parentId) return;

        if (parentId is { } parent) tree.RefuseBelow(Id, parent);
        ParentId = parentId;
        Record(new TopicChanged(Id, by, at));
    }

    public void Archive(Actor by, DateTimeOffset at)
    {
        if (State != TopicState.Active) return;

        State = TopicState.Archived;
        Record(new TopicChanged(Id, by, at));
    }

    public void Restore(Actor by, DateTimeOffset at)
    {
        if (State != TopicState.Archived) return;

        State = TopicState.Active;
        Record(new TopicChanged(Id, by, at));
    }

    /// <summary>Taken off every conversation and rule, which get another topic instead when one is named.</summary>
    /// <exception cref="RuleViolation"><c>topic.merge.itself</c>, <c>topic.archived</c>.</exception>
    public void Remove(Topic? into, Actor by, DateTimeOffset at)
    {
        if (State == TopicState.Removed) return;

        if (into?.Id == Id) throw new RuleViolation("topic.merge.itself", "Choose another topic to merge this one into.");
        into?.RefuseUnlessActive();
        State = TopicState.Removed;
        MergedIntoId = into?.Id;
        Record(new TopicChanged(Id, by, at));
    }

    /// <exception cref="RuleViolation"><c>topic.archived</c>.</exception>
    public void RefuseUnlessActive()
    {
        if (!IsActive)
            throw new RuleViolation(
                "topic.archived", "This topic is no longer used: choose another.", new Dictionary<string, object?> { ["name"] = Name });
    }

    private void TakeName(string name)
    {
        Name = Texts.Required(name, NameLimit, "topic.name");
        Key = Name.ToLowerInvariant();
    }
}

/// <summary>A topic as it was called when something happened.</summary>
public sealed record TopicName(Guid Id, string Name);

/// <summary>A topic was made, renamed, moved, archived or removed.</summary>
public sealed record TopicChanged(Guid TopicId, Actor By, DateTimeOffset At) : DomainEvent(By, At);
