using Relais.Domain.Shared;

namespace Relais.Domain.Contacts;

/// <summary>
/// One walk over all contacts of an organisation, after a group or an attribute changed. How far it is lies in the store, so
/// that whoever comes after a crash goes on from there.
/// </summary>
public sealed class ContactSweep : Entity
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(500);

    private ContactSweep()
    {
    }

    public ContactSweep(Guid organisationId)
    {
        OrganisationId = organisationId;
        Touch();
    }

    public bool IsRunning { get; private set; }

    /// <summary>Contacts up to this one have been looked at.</summary>
    public Guid UpTo { get; private set; }

    public int Done { get; private set; }

    /// <summary>How many there were when it began; more may have come.</summary>
    public int Total { get; private set; }

    /// <summary>When its progress was told last.</summary>
    public DateTimeOffset ToldAt { get; private set; }

    /// <summary>From the beginning, also when one is under way: it was looking for something else.</summary>
    public void Restart(int total, Actor by, DateTimeOffset at)
    {
        (IsRunning, UpTo, Done, Total, ToldAt) = (true, Guid.Empty, 0, total, at);
        Record(new ContactSweepMoved(Done, Total, IsRunning, by, at));
    }

    public void Advance(Guid upTo, int count, DateTimeOffset at)
    {
        UpTo = upTo;
        Done += count;
        Total = Math.Max(Total, Done);
        if (at - ToldAt < Breath)
        {
            Touch();
            return;
        }

        ToldAt = at;
        Record(new ContactSweepMoved(Done, Total, IsRunning, Actor.System, at));
    }

    public void Finish(DateTimeOffset at)
    {
        (IsRunning, Total, ToldAt) = (false, Done, at);
        Record(new ContactSweepMoved(Done, Total, IsRunning, Actor.System, at));
    }
}

/// <summary>The walk over all contacts began, went on or ended.</summary>
public sealed record ContactSweepMoved(int Done, int Total, bool IsRunning, Actor By, DateTimeOffset At) : DomainEvent(By, At);
