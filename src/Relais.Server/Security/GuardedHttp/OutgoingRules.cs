namespace Relais.Server.Security.GuardedHttp;

/// <summary>Where Relais may call out to, since addresses come from settings and from customers.</summary>
public sealed record OutgoingRules
{
    /// <summary>Lifts the guard for tests, for the demo, and where the providers' stand-ins live in one's own network.</summary>
    public bool AllowPrivateHosts { get; init; }

    public IReadOnlySet<int> Ports { get; init; } = new HashSet<int> { 80, 443 };

    /// <summary>How long a connection may take to come about.</summary>
    public TimeSpan ConnectWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an answer may take until its headers are there; a body that is not streamed counts too.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a streamed body may stand still.</summary>
    public TimeSpan StandStillAtMost { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The largest body; above the largest file any provider hands out.</summary>
    public long MaxBodyBytes { get; init; } = 128 * 1024 * 1024;
}
