namespace Relais.Domain.Assignment;

/// <summary>One agent at work: his load as decisions change it, and his seats in the lines of his teams.</summary>
internal sealed class Desk(Agent agent)
{
    private readonly List<Seat> seats = [];
    private long lastGiven = agent.LastGivenAt?.UtcTicks ?? 0;

    public Agent Agent { get; } = agent;

    public int Load { get; private set; } = agent.Load;

    /// <summary>The decision that showed him last, so that two teams do not show him twice.</summary>
    public int ShownBy { get; internal set; }

    public Standing Standing => Agent.Hindrance ?? (Load < Agent.Limit ? Standing.Free : Standing.Full);

    public AgentStanding Show() => new(Agent.Id, Agent.Name, Standing, Load, Agent.Limit);

    public void SitIn(Line line) => seats.Add(line.Join(this));

    public bool SitsIn(Line line) => seats.Exists(seat => seat.Line == line);

    /// <summary>Gives him one more.</summary>
    public void Take(DateTimeOffset at)
    {
        Load++;
        lastGiven = at.UtcTicks;
        foreach (var seat in seats) seat.Line.StepBack(seat);
    }

    /// <summary>The smaller share of the limit first, then who was given nothing for longest, then the smaller id.</summary>
    public bool ComesBefore(Desk other)
    {
        var (mine, his) = (Share(other), other.Share(this));
        if (mine != his) return mine < his;

        return lastGiven != other.lastGiven ? lastGiven < other.lastGiven : Agent.Id.CompareTo(other.Agent.Id) < 0;
    }

    public bool IsAsBusyAs(Desk other) => Share(other) == other.Share(this);

    /// <summary>Two shares of limits compare like this without a fraction that rounds.</summary>
    private long Share(Desk other) => (long)Load * other.Agent.Limit;
}

/// <summary>The place of one agent in the line of one of his teams.</summary>
internal sealed class Seat(Desk desk, Line line)
{
    public Desk Desk { get; } = desk;

    public Line Line { get; } = line;

    /// <summary>Where he stands in the heap; negative while he is not free.</summary>
    public int At { get; internal set; } = -1;
}

/// <summary>The members of one team. Who is free stands in a heap with the next at its top: to give out a conversation costs
/// nearly the same whether ten stand there or ten thousand.</summary>
internal sealed class Line(Crew crew)
{
    private readonly List<Seat> heap = [];
    private readonly int[] counts = new int[5];

    public Crew Crew { get; } = crew;

    public List<Desk> Members { get; } = [];

    public Desk? First => heap.Count > 0 ? heap[0].Desk : null;

    /// <summary>Who would be next without the first.</summary>
    public Desk? Second => heap.Count < 2 ? null
        : heap.Count == 2 || heap[1].Desk.ComesBefore(heap[2].Desk) ? heap[1].Desk
        : heap[2].Desk;

    public bool Has(Guid channelId) => Crew.ChannelIds.Contains(channelId);

    public CrewStanding Show() => new(Crew.Id, Crew.Name, counts[0], counts[1], counts[2], counts[3], counts[4]);

    public Seat Join(Desk desk)
    {
        var seat = new Seat(desk, this);
        Members.Add(desk);
        counts[(int)desk.Standing]++;
        if (desk.Standing == Standing.Free)
        {
            Put(seat, heap.Count);
            Rise(seat);
        }

        return seat;
    }

    /// <summary>He was given one more: he stands farther back, or no longer in line.</summary>
    public void StepBack(Seat seat)
    {
        if (seat.Desk.Standing == Standing.Free)
        {
            Sink(seat);
            return;
        }

        counts[(int)Standing.Free]--;
        counts[(int)Standing.Full]++;
        Leave(seat);
    }

    private void Leave(Seat seat)
    {
        var (last, at) = (heap[^1], seat.At);
        heap.RemoveAt(heap.Count - 1);
        seat.At = -1;
        if (last == seat) return;

        Put(last, at);
        Rise(last);
        Sink(last);
    }

    private void Rise(Seat seat)
    {
        while (seat.At > 0 && heap[(seat.At - 1) / 2] is var above && seat.Desk.ComesBefore(above.Desk)) Swap(above, seat);
    }

    private void Sink(Seat seat)
    {
        while (Below(seat.At) is { } below && below.Desk.ComesBefore(seat.Desk)) Swap(seat, below);
    }

    /// <summary>The better of the two right below.</summary>
    private Seat? Below(int at)
    {
        var (left, right) = ((2 * at) + 1, (2 * at) + 2);
        return left >= heap.Count ? null
            : right >= heap.Count || heap[left].Desk.ComesBefore(heap[right].Desk) ? heap[left]
            : heap[right];
    }

    private void Swap(Seat above, Seat below)
    {
        var (high, low) = (above.At, below.At);
        Put(below, high);
        Put(above, low);
    }

    private void Put(Seat seat, int at)
    {
        if (at == heap.Count) heap.Add(seat);
        else heap[at] = seat;

        seat.At = at;
    }
}
