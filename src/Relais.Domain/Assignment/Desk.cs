namespace Relais.Domain.Assignment;

/// <summary>One agent at work: his load as decisions change it, and his seats in the lines of his teams.</summary>
internal sealed class Desk(Agent agent)
{
    private readonly List<Seat> seats = [];
    private Turn turn = new(agent.Load, agent.Limit, agent.LastGivenAt?.UtcTicks ?? 0, agent.Id);

    public Guid MemberId => agent.Id;

    /// <summary>When it is his turn among those who are free.</summary>
    public ref readonly Turn Turn => ref turn;

    public Standing Standing => agent.Hindrance ?? (turn.Load < turn.Limit ? Standing.Free : Standing.Full);

    public AgentStanding Show() => new(agent.Id, agent.Name, Standing, turn.Load, turn.Limit);

    public void SitIn(Line line) => seats.Add(line.Join(this));

    public bool SitsIn(Line line) => seats.Exists(seat => seat.Line == line);

    /// <summary>Gives him one more.</summary>
    public void Take(DateTimeOffset at)
    {
        turn = turn with { Load = turn.Load + 1, LastGiven = at.UtcTicks };
        foreach (var seat in seats) seat.Line.StepBack(seat);
    }
}

/// <summary>What decides whose turn it is: the smaller share of the limit first, then who was given nothing for longest, then the
/// smaller id. A value of its own, so that a line compares what lies side by side in memory.</summary>
/// <param name="LastGiven">In ticks; 0 = never.</param>
internal readonly record struct Turn(int Load, int Limit, long LastGiven, Guid MemberId)
{
    public bool ComesBefore(in Turn other)
    {
        var (mine, his) = (Share(other), other.Share(this));
        if (mine != his) return mine < his;

        return LastGiven != other.LastGiven ? LastGiven < other.LastGiven : MemberId.CompareTo(other.MemberId) < 0;
    }

    public bool IsAsBusyAs(in Turn other) => Share(other) == other.Share(this);

    /// <summary>Two shares of limits compare like this without a fraction that rounds.</summary>
    private long Share(in Turn other) => (long)Load * other.Limit;
}
