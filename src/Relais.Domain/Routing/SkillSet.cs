using Relais.Domain.Shared;

namespace Relais.Domain.Routing;

/// <summary>Which teams can treat which conversations, for instance "Livraison en français".</summary>
public sealed class SkillSet : Entity
{
    public const int NameLimit = 80;

    private List<Guid> teamIds = [];

    private SkillSet()
    {
    }

    public SkillSet(Guid organisationId, string name, Filter filter, Actor by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        OrganisationId = organisationId;
        TakeName(name);
        Filter = filter.Checked();
        Record(new SkillSetChanged(Id, by, at));
    }

    public string Name { get; private set; } = "";

    /// <summary>The name without its case: unique.</summary>
    public string Key { get; private set; } = "";

    public bool IsEnabled { get; private set; } = true;

    public Filter Filter { get; private set; } = new(Joint.All, []);

    /// <summary>Who gets what matches. Without any it does nothing.</summary>
    public IReadOnlyList<Guid> TeamIds => teamIds;

    /// <summary>Null leaves a part as it is.</summary>
    public void Describe(string? name, Filter? filter, Actor by, DateTimeOffset at)
    {
        if (name is not null) TakeName(name);
        if (filter is not null) Filter = filter.Checked();
        Record(new SkillSetChanged(Id, by, at));
    }

    public void Turn(bool on, Actor by, DateTimeOffset at)
    {
        if (IsEnabled == on) return;

        IsEnabled = on;
        Record(new SkillSetChanged(Id, by, at));
    }

    public void ApplyTo(IReadOnlyCollection<Guid> teams, Actor by, DateTimeOffset at)
    {
        teamIds = [.. teams.Distinct()];
        Record(new SkillSetChanged(Id, by, at));
    }

    /// <summary>A topic, contact group or channel is gone, or another took its place.</summary>
    public void Replace(Guid gone, Guid? instead, Actor by, DateTimeOffset at)
    {
        if (!Filter.Groups.SelectMany(group => group.Rules).Any(rule => rule.Ids.Contains(gone))) return;

        Filter = Filter.Replace(gone, instead);
        Record(new SkillSetChanged(Id, by, at));
    }

    /// <summary>The last thing said of it before it is deleted.</summary>
    public void Remove(Actor by, DateTimeOffset at) => Record(new SkillSetChanged(Id, by, at));

    private void TakeName(string name)
    {
        Name = Texts.Required(name, NameLimit, "skill_set.name");
        Key = Name.ToLowerInvariant();
    }
}

/// <summary>A skill set was made, changed, applied to other teams or removed.</summary>
public sealed record SkillSetChanged(Guid SkillSetId, Actor By, DateTimeOffset At) : DomainEvent(By, At);
