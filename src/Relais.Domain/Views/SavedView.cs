using Relais.Domain.Shared;

namespace Relais.Domain.Views;

/// <summary>A queue with its filters and its order under a name: a member's own, or for all of a team.</summary>
public sealed class SavedView : Entity
{
    public const int NameLimit = 60;
    public const int QueryLimit = 1000;

    private SavedView()
    {
    }

    /// <param name="teamId">Null = it is the member's own.</param>
    public SavedView(Guid organisationId, string name, string query, Guid memberId, Guid? teamId, Actor by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        OrganisationId = organisationId;
        MemberId = teamId is null ? memberId : null;
        TeamId = teamId;
        Describe(name, query, by, at);
    }

    public string Name { get; private set; } = "";

    /// <summary>What is shown, as the address of the inbox says it: <c>state=new&amp;vip=true</c>.</summary>
    public string Query { get; private set; } = "";

    /// <summary>Whose own it is; null where it is a team's.</summary>
    public Guid? MemberId { get; private init; }

    public Guid? TeamId { get; private init; }

    /// <summary>Null leaves a part as it is.</summary>
    public void Describe(string? name, string? query, Actor by, DateTimeOffset at)
    {
        Name = name is null ? Name : Texts.Required(name, NameLimit, "view.name");
        Query = query is null ? Query : Texts.Optional(query, QueryLimit, "view.query") ?? "";
        Record(new SavedViewChanged(Id, by, at));
    }

    public void Remove(Actor by, DateTimeOffset at) => Record(new SavedViewChanged(Id, by, at));
}

/// <summary>A saved view was made, described anew or removed.</summary>
public sealed record SavedViewChanged(Guid ViewId, Actor By, DateTimeOffset At) : DomainEvent(By, At);
