namespace Relais.Domain.Assignment;

/// <summary>The place of one agent in the line of one of his teams.</summary>
internal sealed class Seat(Desk desk, Line line, int shownAt)
{
    public Desk Desk { get; } = desk;

    public Line Line { get; } = line;

    /// <summary>Where the line shows him; beyond its last when it shows too many others.</summary>
    public int ShownAt { get; } = shownAt;

    /// <summary>Where he stands in the heap; negative while he is not free.</summary>
    public int At { get; internal set; } = -1;
}

/// <summary>The members of one team. Who is free stands in a heap with the next at its top: to give out a conversation costs
/// nearly the same whether ten stand there or ten thousand.</summary>
internal sealed class Line(Crew crew)
{
    private Place[] places = new Place[8];
    private int free;
    private readonly int[] counts = new int[5];

    private readonly List<AgentStanding> members = new(AssignmentDecision.AgentsShown);
    private AgentStanding[]? shownMembers;
    private CrewStanding? shown;

    public Crew Crew { get; } = crew;

    public Desk? First => free > 0 ? places[0].Seat.Desk : null;

    /// <summary>Who would be next without the first.</summary>
    public Desk? Second => Below(0) is var below && below < free ? places[below].Seat.Desk : null;

    public bool Has(Guid channelId) => Crew.ChannelIds.Contains(channelId);

    /// <summary>How many of its members stand how.</summary>
    public CrewStanding Show() => shown ??= new(Crew.Id, Crew.Name, counts[0], counts[1], counts[2], counts[3], counts[4]);

    /// <summary>As many of its members as a decision shows; stays as it is when they change.</summary>
    public AgentStanding[] ShowMembers() => shownMembers ??= [.. members];

    public Seat Join(Desk desk)
    {
        var seat = new Seat(desk, this, members.Count);
        if (members.Count < AssignmentDecision.AgentsShown) members.Add(desk.Show());
        counts[(int)desk.Standing]++;
        if (desk.Standing == Standing.Free)
        {
            if (free == places.Length) Array.Resize(ref places, free * 2);
            Rise(new Place(desk.Turn, seat), free++);
        }

        return seat;
    }

    /// <summary>He was given one more: he stands farther back, or no longer in line.</summary>
    public void StepBack(Seat seat)
    {
        if (seat.ShownAt < members.Count) (members[seat.ShownAt], shownMembers) = (seat.Desk.Show(), null);
        if (seat.Desk.Standing == Standing.Free)
        {
            Sink(new Place(seat.Desk.Turn, seat), seat.At);
            return;
        }

        counts[(int)Standing.Free]--;
        counts[(int)Standing.Full]++;
        shown = null;
        Leave(seat.At);
    }

    private void Leave(int at)
    {
        places[at].Seat.At = -1;
        var last = places[--free];
        if (at == free) return;

        Rise(last, at);
        Sink(last, last.Seat.At);
    }

    /// <summary>Puts him where he belongs, at this place or nearer to the top.</summary>
    private void Rise(in Place place, int at)
    {
        for (var above = (at - 1) / 2; at > 0 && place.ComesBefore(places[above]); at = above, above = (at - 1) / 2) Put(places[above], at);
        Put(place, at);
    }

    /// <summary>Puts him where he belongs, at this place or farther down.</summary>
    private void Sink(in Place place, int at)
    {
        for (var below = Below(at); below < free && places[below].ComesBefore(place); at = below, below = Below(at)) Put(places[below], at);
        Put(place, at);
    }

    /// <summary>The better of the two places right below; past the end when there is none.</summary>
    private int Below(int at)
    {
        var (left, right) = ((2 * at) + 1, (2 * at) + 2);
        return right < free && places[right].ComesBefore(places[left]) ? right : left;
    }

    private void Put(in Place place, int at)
    {
        places[at] = place;
        place.Seat.At = at;
    }

    /// <summary>Somebody free, and when it is his turn.</summary>
    private readonly record struct Place(Turn Turn, Seat Seat)
    {
        public bool ComesBefore(in Place other) => Turn.ComesBefore(other.Turn);
    }
}
