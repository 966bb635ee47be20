using System.Collections;

namespace Relais.Domain.Assignment;

/// <summary>Who was looked at, the chosen one first and nobody twice. Put together when somebody reads it: of what the lines showed at
/// the instant of the decision, and most decisions share that with the ones around them.</summary>
internal sealed class Bystanders(AgentStanding? chosen, AgentStanding[][] teams) : IReadOnlyList<AgentStanding>
{
    private List<AgentStanding>? all;

    public int Count => All.Count;

    private List<AgentStanding> All => all ??= [.. Everybody().DistinctBy(one => one.MemberId).Take(AssignmentDecision.AgentsShown)];

    public AgentStanding this[int index] => All[index];

    public IEnumerator<AgentStanding> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<AgentStanding> Everybody()
    {
        if (chosen is { } first) yield return first;

        foreach (var one in teams.SelectMany(team => team)) yield return one;
    }
}
