namespace Relais.Bench;

/// <summary>
/// The least a choice among indexed agents can cost: arrays of numbers, one heap for each team, no names, no reasons, no sticky
/// agents, nothing kept. What the routing kernel is measured against.
/// </summary>
internal sealed class BareKernel
{
    private readonly int[] load;
    private readonly int[] limit;
    private readonly long[] given;
    private readonly int[][] teamsOf;
    private readonly int[][] heaps;
    private readonly int[] sizes;
    private readonly Dictionary<int, int>[] places;

    public BareKernel(int[][] teamsOf, int teams, int most)
    {
        (this.teamsOf, load, given) = (teamsOf, new int[teamsOf.Length], new long[teamsOf.Length]);
        limit = [.. Enumerable.Repeat(most, teamsOf.Length)];
        heaps = [.. Enumerable.Range(0, teams).Select(team => Enumerable.Range(0, teamsOf.Length).Where(agent => teamsOf[agent].Contains(team)).ToArray())];
        sizes = [.. heaps.Select(heap => heap.Length)];
        places = [.. heaps.Select(heap => heap.Index().ToDictionary(entry => entry.Item, entry => entry.Index))];
    }

    public int Decide(int[] teams, long now)
    {
        var best = -1;
        foreach (var team in teams)
        {
            if (sizes[team] > 0 && (best < 0 || Before(heaps[team][0], best))) best = heaps[team][0];
        }

        if (best < 0) return best;

        (load[best], given[best]) = (load[best] + 1, now);
        foreach (var team in teamsOf[best])
        {
            if (load[best] < limit[best]) Sink(team, places[team][best]);
            else Leave(team, best);
        }

        return best;
    }

    private bool Before(int one, int other)
    {
        var (mine, his) = ((long)load[one] * limit[other], (long)load[other] * limit[one]);
        return mine != his ? mine < his : given[one] != given[other] ? given[one] < given[other] : one < other;
    }

    private void Leave(int team, int agent)
    {
        var (at, last) = (places[team][agent], heaps[team][--sizes[team]]);
        if (last == agent) return;

        Put(team, at, last);
        Sink(team, at);
    }

    private void Sink(int team, int at)
    {
        var heap = heaps[team];
        for (var below = (2 * at) + 1; below < sizes[team]; below = (2 * at) + 1)
        {
            if (below + 1 < sizes[team] && Before(heap[below + 1], heap[below])) below++;
            if (!Before(heap[below], heap[at])) return;

            var (above, under) = (heap[at], heap[below]);
            Put(team, at, under);
            Put(team, below, above);
            at = below;
        }
    }

    private void Put(int team, int at, int agent)
    {
        heaps[team][at] = agent;
        places[team][agent] = at;
    }
}
