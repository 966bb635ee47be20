namespace Relais.Server.Persistence.Rows;

/// <summary>One line of the administrators' audit log: who changed what of the settings.</summary>
public sealed class AuditRow
{
    /// <summary>Sorts by time.</summary>
    public Guid Id { get; init; }

    public Guid OrganisationId { get; init; }

    public DateTimeOffset At { get; init; }

    public Guid MemberId { get; init; }

    /// <summary>As he was called then.</summary>
    public string MemberName { get; init; } = "";

    /// <summary>What he did, as the API calls it.</summary>
    public string Operation { get; init; } = "";

    public Guid? SubjectId { get; init; }

    /// <summary>What it was done to, as it is called since.</summary>
    public string Name { get; init; } = "";

    /// <summary>As it was called before, where that changed.</summary>
    public string? Former { get; init; }

    /// <summary>The one thing that was chosen, for instance <c>IsOn.True</c>; null where it was something else, or several.</summary>
    public string? Choice { get; init; }

    /// <summary>The names in it, as they are looked for.</summary>
    public string Key { get; init; } = "";
}
