namespace Relais.Tests.Assignment.Model;

public enum Whereabouts
{
    Available,
    Away,
    Offline,
}

public enum Phase
{
    New,
    Pending,
    Resolved,
}

/// <summary>A shop as the product's words describe it, without any of the product's code: plain lists that anybody can change.</summary>
public sealed class World
{
    public static readonly TimeSpan Day = TimeSpan.FromHours(24);

    public List<Person> People { get; } = [];

    public List<Squad> Squads { get; } = [];

    public List<Case> Cases { get; } = [];

    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Grows with everything that happens: whoever decided on an older one decided on another world.</summary>
    public int Position { get; private set; }

    public void Change(Action<World> change)
    {
        change(this);
        Position++;
    }

    /// <summary>Who last answered this contact within a day.</summary>
    public Person? Familiar(Case waiting) => Cases
        .Where(other => other.Contact == waiting.Contact && other.AnsweredBy is not null && Now - other.AnsweredAt <= Day)
        .OrderByDescending(other => other.AnsweredAt).Select(other => other.AnsweredBy).FirstOrDefault();
}

/// <summary>A member.</summary>
public sealed class Person(string name, bool reads)
{
    public Guid Id { get; } = Guid.CreateVersion7();

    public string Name { get; } = name;

    /// <summary>Reads along, does not answer.</summary>
    public bool IsViewer { get; } = reads;

    public Whereabouts Whereabouts { get; set; }

    public DateTimeOffset? LastGivenAt { get; set; }
}

/// <summary>A team.</summary>
public sealed class Squad(string name)
{
    public Guid Id { get; } = Guid.CreateVersion7();

    public string Name { get; } = name;

    /// <summary>Null = pull.</summary>
    public int? Limit { get; set; }

    public bool CountsPending { get; set; }

    public HashSet<Person> Members { get; } = [];

    public HashSet<Guid> Channels { get; } = [];
}

/// <summary>A conversation.</summary>
public sealed class Case(Guid channel, int contact)
{
    public Guid Id { get; } = Relais.Domain.Shared.Ids.Next();

    public Guid Channel { get; } = channel;

    public int Contact { get; } = contact;

    public Phase Phase { get; set; }

    public Person? Owner { get; set; }

    public int Priority { get; set; }

    public DateTimeOffset Since { get; set; }

    public List<Squad> RoutedTo { get; set; } = [];

    public Person? AnsweredBy { get; set; }

    public DateTimeOffset AnsweredAt { get; set; }
}

/// <summary>That somebody is given a conversation.</summary>
public sealed record Gift(Case Case, Person To);
