using Relais.Domain.Shared;

namespace Relais.Domain.People;

/// <summary>The pictures an away state can have.</summary>
public enum AwayIcon
{
    Pause,
    Cup,
    Meal,
    Call,
    Meeting,
    Training,
    Work,
    Home,
}

/// <summary>The colours an away state can have.</summary>
public enum AwayColour
{
    Orange,
    Red,
    Pink,
    Violet,
    Blue,
    Teal,
    Grey,
}

/// <summary>Why a member is away, in the organisation's own words: "Lunch", "Training".</summary>
public sealed class AwayState : Entity
{
    public const int NameLimit = 40;

    private AwayState()
    {
    }

    public AwayState(Guid organisationId, string name, int place, Actor by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        OrganisationId = organisationId;
        Name = Texts.Required(name, NameLimit, "away_state.name");
        Place = place;
        Record(new AwayStateChanged(Id, Name, by, at));
    }

    public string Name { get; private set; } = "";

    public AwayIcon Icon { get; private set; }

    public AwayColour Colour { get; private set; }

    /// <summary>Whether time spent in it counts as work in reports.</summary>
    public bool IsProductive { get; private set; }

    /// <summary>Where it stands in the list, counted from 0.</summary>
    public int Place { get; private set; }

    /// <summary>Since when nobody can choose it any more; what was recorded with it stays.</summary>
    public DateTimeOffset? ArchivedAt { get; private set; }

    public bool IsArchived => ArchivedAt is not null;

    /// <summary>Null leaves a part as it is.</summary>
    public void Describe(string? name, AwayIcon? icon, AwayColour? colour, bool? isProductive, Actor by, DateTimeOffset at)
    {
        Name = name is null ? Name : Texts.Required(name, NameLimit, "away_state.name");
        Icon = icon ?? Icon;
        Colour = colour ?? Colour;
        IsProductive = isProductive ?? IsProductive;
        Record(new AwayStateChanged(Id, Name, by, at));
    }

    public void MoveTo(int place, Actor by, DateTimeOffset at)
    {
        if (Place == place) return;

        Place = place;
        Record(new AwayStateChanged(Id, Name, by, at));
    }

    public void Archive(Actor by, DateTimeOffset at)
    {
        if (IsArchived) return;

        ArchivedAt = at;
        Record(new AwayStateChanged(Id, Name, by, at));
    }

    public void Restore(Actor by, DateTimeOffset at)
    {
        if (!IsArchived) return;

        ArchivedAt = null;
        Record(new AwayStateChanged(Id, Name, by, at));
    }
}

/// <summary>An away state was made, described anew, moved, archived or restored.</summary>
public sealed record AwayStateChanged(Guid AwayStateId, string Name, Actor By, DateTimeOffset At) : DomainEvent(By, At);
