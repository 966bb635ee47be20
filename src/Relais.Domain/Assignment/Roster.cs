namespace Relais.Domain.Assignment;

/// <summary>
/// Everybody who may be given work, as they stand at one instant, and the choice among them. Each decision changes what the
/// next one sees. Pure: it knows nothing of where agents and conversations come from, or of what becomes of a decision.
/// </summary>
public sealed class Roster
{
    private readonly Dictionary<Guid, Line> lines;
    private readonly Dictionary<Guid, Desk> desks = [];
    private readonly Dictionary<Guid, List<Line>> byChannel = [];

    public Roster(IEnumerable<Crew> crews, IEnumerable<Agent> agents)
    {
        lines = crews.ToDictionary(crew => crew.Id, crew => new Line(crew));
        foreach (var agent in agents)
        {
            var desk = desks[agent.Id] = new Desk(agent);
            foreach (var teamId in agent.TeamIds) desk.SitIn(lines[teamId]);
        }
    }

    /// <summary>The teams in which somebody is free: nobody else's conversations need be looked at.</summary>
    public IEnumerable<Crew> FreeCrews => lines.Values.Where(line => line.First is not null).Select(line => line.Crew);

    public bool IsAnyoneFree => lines.Values.Any(line => line.First is not null);

    /// <summary>Chooses who is given this conversation, and counts it as given.</summary>
    public AssignmentDecision Decide(WaitingConversation conversation, DateTimeOffset at)
    {
        var entitled = Entitled(conversation);
        var (chosen, reason) = Choose(entitled, conversation.LastAgentId);
        var decision = new AssignmentDecision(conversation.Id, chosen?.MemberId, reason, Count(entitled), LookAt(entitled, chosen));
        chosen?.Take(at);
        return decision;
    }

    /// <summary>Of the teams it is routed to, those that still have its channel; of a conversation routed to none, all that have.</summary>
    private List<Line> Entitled(WaitingConversation conversation)
    {
        if (conversation.TeamIds.Count == 0) return EntitledTo(conversation.ChannelId);

        var entitled = new List<Line>(conversation.TeamIds.Count);
        foreach (var teamId in conversation.TeamIds)
        {
            if (lines.TryGetValue(teamId, out var line) && line.Has(conversation.ChannelId)) entitled.Add(line);
        }

        return entitled;
    }

    private List<Line> EntitledTo(Guid channelId)
    {
        if (!byChannel.TryGetValue(channelId, out var all))
            byChannel[channelId] = all = [.. lines.Values.Where(line => line.Has(channelId))];

        return all;
    }

    private (Desk? Chosen, AssignmentReason Reason) Choose(List<Line> entitled, Guid? lastAgentId)
    {
        if (lastAgentId is { } last && desks.GetValueOrDefault(last) is { Standing: Standing.Free } familiar && entitled.Exists(familiar.SitsIn))
            return (familiar, AssignmentReason.LastAgent);

        Desk? best = null;
        foreach (var line in entitled) best = Better(line.First, best, except: null);
        if (best is null) return (null, AssignmentReason.Nobody);

        Desk? second = null;
        foreach (var line in entitled) second = Better(line.Second, Better(line.First, second, best), best);
        return (best, second?.Turn.IsAsBusyAs(best.Turn) == true ? AssignmentReason.LongestIdle : AssignmentReason.LeastLoaded);
    }

    private static Desk? Better(Desk? offered, Desk? best, Desk? except) =>
        offered is null || offered == except ? best
        : best is null || offered.Turn.ComesBefore(best.Turn) ? offered
        : best;

    private static CrewStanding[] Count(List<Line> entitled)
    {
        var shown = new CrewStanding[Math.Min(entitled.Count, AssignmentDecision.CrewsShown)];
        for (var at = 0; at < shown.Length; at++) shown[at] = entitled[at].Show();
        return shown;
    }

    private static Bystanders LookAt(List<Line> entitled, Desk? chosen)
    {
        var members = new AgentStanding[Math.Min(entitled.Count, AssignmentDecision.AgentsShown)][];
        for (var at = 0; at < members.Length; at++) members[at] = entitled[at].ShowMembers();
        return new Bystanders(chosen?.Show(), members);
    }
}
