namespace Relais.Domain.People;

/// <summary>On what somebody is here.</summary>
public enum Device
{
    Computer,

    /// <summary>Locks its screen and lets go of its line, though its owner has not gone.</summary>
    Phone,
}

/// <summary>One live line of a member, from one tab or one phone: he is here as long as one of his holds.</summary>
public sealed class PresenceSession
{
    /// <summary>How often a line says that it is alive, at the latest.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    /// <summary>A line that has said nothing for so long is dead. A browser lets a hidden tab speak once a minute.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(90);

    private PresenceSession()
    {
    }

    public PresenceSession(Member member, string connectionId, Device device, DateTimeOffset at)
        : this(member.OrganisationId, member.Id, connectionId, device, at)
    {
    }

    public PresenceSession(Guid organisationId, Guid memberId, string connectionId, Device device, DateTimeOffset at)
    {
        OrganisationId = organisationId;
        MemberId = memberId;
        ConnectionId = connectionId;
        Device = device;
        Hear(at);
    }

    public string ConnectionId { get; private init; } = "";

    public Guid OrganisationId { get; private init; }

    public Guid MemberId { get; private init; }

    public Device Device { get; private init; }

    /// <summary>Which process holds the line.</summary>
    public Guid Node { get; init; }

    /// <summary>The sign-in it was opened with: signing out ends all lines of that browser at once.</summary>
    public string SignIn { get; init; } = "";

    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>When the line closed; a line that has closed never opens again, another does.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>Until when it counts as being here, unless it is heard of again.</summary>
    public DateTimeOffset Until { get; private set; }

    public void Hear(DateTimeOffset at)
    {
        if (LeftAt is not null) return;

        SeenAt = at;
        Until = at + Silence;
    }

    /// <summary>The line closed. Whether its owner went, or only reloads or sits in a tunnel, its grace will show.</summary>
    public void Leave(DateTimeOffset at)
    {
        if (LeftAt is not null) return;

        LeftAt = at;
        Until = Earlier(Until, at + GraceOf(Device));
    }

    /// <summary>Its owner said that he goes: no grace.</summary>
    public void SignOut(DateTimeOffset at)
    {
        LeftAt ??= at;
        Until = Earlier(Until, at);
    }

    public static TimeSpan GraceOf(Device device) =>
        device == Device.Phone ? TimeSpan.FromSeconds(90) : TimeSpan.FromSeconds(30);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
