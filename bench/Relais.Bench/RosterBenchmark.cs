using System.Diagnostics;
using Relais.Domain.Assignment;

namespace Relais.Bench;

/// <summary>The choice of who is given what, without a store: 10,000 agents in 200 teams, 100,000 conversations that wait.</summary>
internal static class RosterBenchmark
{
    private const int Agents = 10_000;
    private const int Teams = 200;
    private const int Waiting = 100_000;
    private const int Limit = 30;

    private static readonly Guid Channel = Guid.CreateVersion7();

    public static void Run(Plan plan, Report report)
    {
        List<double> bare = [], kernel = [], few = [], many = [], worst = [];
        Measure(Agents, Waiting / 4, null);
        Bare(Waiting / 4);
        for (var run = 0; run < plan.Runs; run++)
        {
            bare.Add(Bare(Waiting));
            kernel.Add(Measure(Agents, Waiting, null));
            few.Add(1e6 / Measure(Agents / 10, Waiting / 4, null));
            many.Add(1e6 / Measure(Agents, Waiting / 4, null));
            var latency = new Histogram();
            Measure(Agents, Waiting, latency);
            worst.Add(latency.Percentile(99) * 1000);
        }

        report.Share("none", $"P8 decisions, {Agents:#,0} agents, {Teams} teams, {Waiting:#,0} waiting", "/s", kernel, "bare indexed kernel", bare, 0.3);
        report.AtLeast("none", "P8 the same", "/s", kernel, 38_000);
        report.AtMost("none", "P8 one decision, p99", "µs", worst, 100);
        report.AtMost("none", $"P8 one decision with {Agents:#,0} agents against {Agents / 10:#,0}", "µs", many, 1.5, "ten times fewer", few);
    }

    private static double Bare(int count)
    {
        var kernel = new BareKernel([.. Enumerable.Range(0, Agents).Select(TeamsOf)], Teams, Limit);
        var waiting = Enumerable.Range(0, count).Select(RoutesOf).ToArray();
        GC.Collect();
        var clock = Stopwatch.StartNew();
        for (var at = 0; at < count; at++) kernel.Decide(waiting[at], at);
        return count / clock.Elapsed.TotalSeconds;
    }

    /// <returns>Decisions in a second.</returns>
    private static double Measure(int agents, int count, Histogram? latency)
    {
        var ids = Enumerable.Range(0, Teams).Select(_ => Guid.CreateVersion7()).ToArray();
        var crews = ids.Select((id, at) => new Crew(id, $"Team {at}", new HashSet<Guid> { Channel }));
        Agent[] people = [.. Enumerable.Range(0, agents).Select(at => new Agent(Guid.CreateVersion7(), $"Agent {at}", null, Limit, 0, null, [.. TeamsOf(at).Select(team => ids[team])]))];
        var waiting = Enumerable.Range(0, count).Select(at => new WaitingConversation(
            Guid.CreateVersion7(), Channel, [.. RoutesOf(at).Select(team => ids[team])], at % 10 == 0 ? people[at % agents].Id : null)).ToArray();
        var roster = new Roster(crews, people);
        GC.Collect(); // What was prepared is not paid for by what is measured.
        var (now, clock) = (DateTimeOffset.UnixEpoch, Stopwatch.StartNew());
        foreach (var one in waiting)
        {
            var begin = latency is null ? 0 : Stopwatch.GetTimestamp();
            roster.Decide(one, now += TimeSpan.FromTicks(1));
            latency?.Add(Histogram.Since(begin));
        }

        return count / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Everybody is in two.</summary>
    private static int[] TeamsOf(int agent) => [agent % Teams, ((agent * 7) + 1) % Teams];

    /// <summary>One or two.</summary>
    private static int[] RoutesOf(int conversation) =>
        conversation % 3 == 0 ? [conversation * 31 % Teams, ((conversation * 17) + 5) % Teams] : [conversation * 13 % Teams];
}
