using Relais.Domain.Shared;

namespace Relais.Domain.People;

/// <summary>Members who share work, for instance "Livraison".</summary>
public sealed class Team : Entity
{
    public const int NameLimit = 80;

    private readonly List<TeamMember> members = [];

    private Team()
    {
    }

    public Team(Guid organisationId, string name, Actor by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        OrganisationId = organisationId;
        Name = Texts.Required(name, NameLimit, "team.name");
        Record(new TeamChanged(Id, IsForRouting: true, by, at));
    }

    public string Name { get; private set; } = "";

    public IReadOnlyList<TeamMember> Members => members;

    /// <summary>Whether members see only what is routed to this team; otherwise all of its channels.</summary>
    public bool SeesOnlyRouted { get; private set; }

    /// <summary>How many conversations a member is given at a time; null = members take what they choose.</summary>
    public int? Limit { get; private set; }

    public bool CountsPending { get; private set; }

    public bool MayFilter { get; private set; } = true;

    public bool MaySort { get; private set; } = true;

    public QueueSort Sort { get; private set; }

    public bool MayChooseChannels { get; private set; } = true;

    public TeamSettings Settings => new(SeesOnlyRouted, Limit, CountsPending, MayFilter, MaySort, Sort, MayChooseChannels);

    public void Rename(string name, Actor by, DateTimeOffset at)
    {
        Name = Texts.Required(name, NameLimit, "team.name");
        Record(new TeamChanged(Id, IsForRouting: true, by, at));
    }

    public void Consist(IReadOnlyCollection<Guid> memberIds, Actor by, DateTimeOffset at)
    {
        members.RemoveAll(member => !memberIds.Contains(member.MemberId));
        foreach (var id in memberIds.Where(id => members.TrueForAll(member => member.MemberId != id)))
            members.Add(new TeamMember(Id, id));

        Record(new TeamChanged(Id, IsForRouting: false, by, at));
    }

    /// <exception cref="RuleViolation"><c>team.limit.out_of_range</c>.</exception>
    public void Work(TeamSettings settings, Actor by, DateTimeOffset at)
    {
        if (Settings == settings.Checked()) return;

        (SeesOnlyRouted, Limit, CountsPending) = (settings.SeesOnlyRouted, settings.Limit, settings.CountsPending);
        (MayFilter, MaySort, Sort, MayChooseChannels) = (settings.MayFilter, settings.MaySort, settings.Sort, settings.MayChooseChannels);
        Record(new TeamChanged(Id, IsForRouting: false, by, at));
    }

    /// <summary>The last thing said of a team before it is deleted.</summary>
    public void Dissolve(Actor by, DateTimeOffset at) => Record(new TeamChanged(Id, IsForRouting: true, by, at));
}

/// <summary>That a member is in a team.</summary>
public sealed record TeamMember(Guid TeamId, Guid MemberId);

/// <summary>A team was made, renamed, given other members or settings, or dissolved.</summary>
/// <param name="IsForRouting">Whether routing has to know: it asks which teams there are and their names, not who is in them.</param>
public sealed record TeamChanged(Guid TeamId, bool IsForRouting, Actor By, DateTimeOffset At) : DomainEvent(By, At);
