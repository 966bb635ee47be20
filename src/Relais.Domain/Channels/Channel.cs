using Relais.Domain.Shared;

namespace Relais.Domain.Channels;

public enum ChannelStatus
{
    Active,

    /// <summary>The provider refuses us, or went silent: <see cref="Channel.Problem"/> says why.</summary>
    Failing,
    Disabled,
}

/// <summary>A connected account of one kind, for instance the shop's WhatsApp number.</summary>
public sealed class Channel : Entity
{
    public const int NameLimit = 255;
    public const int ProblemLimit = 500;

    /// <summary>A provider is asked what it grants for the first time only when somebody could have tried the channel.</summary>
    private static readonly TimeSpan FirstLook = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan NextLook = TimeSpan.FromHours(6);

    private readonly List<ChannelAccess> access = [];

    private Channel()
    {
    }

    public Channel(
        Guid organisationId, string kind, string name, string sealedSettings, Actor by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        OrganisationId = organisationId;
        Kind = kind;
        Name = Texts.Required(name, NameLimit, "channel.name");
        SealedSettings = sealedSettings;
        CreatedAt = at;
        AllowancesDueAt = at + FirstLook;
        Record(new ChannelChanged(Id, by, at));
    }

    /// <summary>Which folder of <c>Channels/</c> speaks for it, for instance <c>whatsapp</c>.</summary>
    public string Kind { get; private init; } = "";

    public string Name { get; private set; } = "";

    public ChannelStatus Status { get; private set; }

    /// <summary>Why it is failing, in the provider's or our words.</summary>
    public string? Problem { get; private set; }

    /// <summary>The kind's settings as JSON, encrypted: they hold secrets.</summary>
    public string SealedSettings { get; private set; } = "";

    /// <summary>Whether every member may see it. When not, <see cref="Access"/> lists who may.</summary>
    public bool Everyone { get; private set; } = true;

    /// <summary>Whether answering makes one the assignee.</summary>
    public bool AutoAssignOnReply { get; private set; } = true;

    /// <summary>The business hours it keeps; null = always open.</summary>
    public Guid? HoursId { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public IReadOnlyList<ChannelAccess> Access => access;

    /// <summary>What the provider still grants, as it said last.</summary>
    public IReadOnlyList<Allowance> Allowances { get; private set; } = [];

    /// <summary>When the provider is to be asked for them next.</summary>
    public DateTimeOffset AllowancesDueAt { get; private set; }

    /// <summary>The key of what runs low among them; null when nothing does.</summary>
    public string? RunsLow { get; private set; }

    public void Rename(string name, Actor by, DateTimeOffset at)
    {
        Name = Texts.Required(name, NameLimit, "channel.name");
        Record(new ChannelChanged(Id, by, at));
    }

    public void Configure(string sealedSettings, Actor by, DateTimeOffset at)
    {
        SealedSettings = sealedSettings;
        (Allowances, AllowancesDueAt, RunsLow) = ([], at + FirstLook, null);
        Recover(by, at);
        Record(new ChannelChanged(Id, by, at));
    }

    public void AssignOnReply(bool assign, Actor by, DateTimeOffset at)
    {
        AutoAssignOnReply = assign;
        Record(new ChannelChanged(Id, by, at));
    }

    /// <summary>Null = always open.</summary>
    public void KeepHours(Guid? hoursId, Actor by, DateTimeOffset at)
    {
        if (HoursId == hoursId) return;

        HoursId = hoursId;
        Record(new ChannelChanged(Id, by, at));
    }

    public void OpenToEveryone(Actor by, DateTimeOffset at)
    {
        Everyone = true;
        access.Clear();
        Record(new ChannelChanged(Id, by, at));
    }

    public void OpenTo(IReadOnlyCollection<Guid> teamIds, IReadOnlyCollection<Guid> memberIds, Actor by, DateTimeOffset at)
    {
        Everyone = false;
        access.Clear();
        access.AddRange(teamIds.Distinct().Select(id => new ChannelAccess(Id, id, null)));
        access.AddRange(memberIds.Distinct().Select(id => new ChannelAccess(Id, null, id)));
        Record(new ChannelChanged(Id, by, at));
    }

    /// <summary>The provider is being asked what it grants: nobody else need do so for a while.</summary>
    public void AskAllowances(DateTimeOffset at) => AllowancesDueAt = at + NextLook;

    /// <summary>The provider said what it still grants.</summary>
    public void Grant(IReadOnlyList<Allowance> allowances, DateTimeOffset at)
    {
        Allowances = allowances;
        var low = allowances.FirstOrDefault(allowance => allowance.IsLow(at))?.Key;
        if (low == RunsLow) return;

        RunsLow = low;
        Record(new ChannelChanged(Id, Actor.System, at));
    }

    public void Disable(Actor by, DateTimeOffset at)
    {
        if (Status == ChannelStatus.Disabled) return;

        Status = ChannelStatus.Disabled;
        Record(new ChannelChanged(Id, by, at));
    }

    public void Enable(Actor by, DateTimeOffset at)
    {
        if (Status != ChannelStatus.Disabled) return;

        Status = ChannelStatus.Active;
        Problem = null;
        Record(new ChannelChanged(Id, by, at));
    }

    public void Fail(string problem, DateTimeOffset at)
    {
        var fitting = Texts.Fit(problem, ProblemLimit);
        if (Status == ChannelStatus.Disabled || (Status == ChannelStatus.Failing && Problem == fitting)) return;

        Status = ChannelStatus.Failing;
        Problem = fitting;
        Record(new ChannelChanged(Id, Actor.System, at));
    }

    public void Recover(Actor by, DateTimeOffset at)
    {
        if (Status != ChannelStatus.Failing) return;

        Status = ChannelStatus.Active;
        Problem = null;
        Record(new ChannelChanged(Id, by, at));
    }
}

/// <summary>That a team, or one member, may see a channel.</summary>
public sealed class ChannelAccess
{
    private ChannelAccess()
    {
    }

    public ChannelAccess(Guid channelId, Guid? teamId, Guid? memberId)
    {
        ChannelId = channelId;
        TeamId = teamId;
        MemberId = memberId;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ChannelId { get; private init; }

    public Guid? TeamId { get; private init; }

    public Guid? MemberId { get; private init; }
}

/// <summary>A channel was connected, renamed, reconfigured, opened to others, failed, recovered, ran low or was disconnected.</summary>
public sealed record ChannelChanged(Guid ChannelId, Actor By, DateTimeOffset At) : DomainEvent(By, At);
