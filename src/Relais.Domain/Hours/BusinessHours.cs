using Relais.Domain.Shared;

namespace Relais.Domain.Hours;

/// <summary>When the people behind some channels are there: "Service client". A channel has one at most; without, it is always open.</summary>
public sealed class BusinessHours : Entity
{
    public const int NameLimit = 80;

    private BusinessHours()
    {
    }

    public BusinessHours(Guid organisationId, string name, Timetable timetable, Actor by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        OrganisationId = organisationId;
        TakeName(name);
        Timetable = timetable.Checked();
        Record(new BusinessHoursChanged(Id, Name, by, at));
    }

    public string Name { get; private set; } = "";

    /// <summary>The name without its case: unique.</summary>
    public string Key { get; private set; } = "";

    public Timetable Timetable { get; private set; } = Timetable.Always;

    /// <summary>Null leaves a part as it is.</summary>
    public void Describe(string? name, Timetable? timetable, Actor by, DateTimeOffset at)
    {
        if (name is not null) TakeName(name);
        Timetable = timetable?.Checked() ?? Timetable;
        Record(new BusinessHoursChanged(Id, Name, by, at));
    }

    /// <summary>Its channels are always open from now on.</summary>
    public void Remove(Actor by, DateTimeOffset at) => Record(new BusinessHoursChanged(Id, Name, by, at));

    private void TakeName(string name)
    {
        Name = Texts.Required(name, NameLimit, "business_hours.name");
        Key = Texts.Key(Name);
    }
}

/// <summary>Business hours were made, renamed, set anew or deleted.</summary>
public sealed record BusinessHoursChanged(Guid HoursId, string Name, Actor By, DateTimeOffset At) : DomainEvent(By, At);
