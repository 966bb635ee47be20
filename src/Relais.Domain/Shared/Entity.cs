namespace Relais.Domain.Shared;

/// <summary>Anything with an identity that lasts. Ids are GUIDs of version 7, so they sort by the time they were made.</summary>
public abstract class Entity
{
    private readonly List<DomainEvent> events = [];

    public Guid Id { get; protected init; } = Ids.Next();

    /// <summary>The organisation this belongs to. Nothing is ever read across organisations.</summary>
    public Guid OrganisationId { get; protected init; }

    /// <summary>Grows by one with every change: the concurrency token, and how a screen knows which snapshot is newer.</summary>
    public int Version { get; private set; }

    /// <summary>What happened to this entity since it was loaded, in order. Written with it, in the same transaction.</summary>
    public IReadOnlyList<DomainEvent> Events => events;

    /// <summary>Called once the events are written, so that saving twice does not tell them twice.</summary>
    public void ForgetEvents() => events.Clear();

    protected void Touch() => Version++;

    protected void Record(DomainEvent happened)
    {
        Touch();
        happened.OrganisationId = OrganisationId;
        events.Add(happened);
    }
}
