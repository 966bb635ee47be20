namespace Relais.Server.Persistence.Rows;

/// <summary>Something that must happen at an instant, once. Its effect and its end commit together.</summary>
public sealed class TimerRow
{
    public string Kind { get; init; } = "";

    /// <summary>What it is about, for instance a conversation.</summary>
    public Guid Subject { get; init; }

    public Guid OrganisationId { get; init; }

    public DateTimeOffset DueAt { get; init; }

    /// <summary>When that entered the state whose length is measured: in another one, the timer is none of its business.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>How long the measured time is, where it may begin anew.</summary>
    public int? Minutes { get; init; }
}
