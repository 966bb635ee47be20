using Relais.Domain.Topics;

namespace Relais.Domain.Routing;

/// <summary>A skill set as far as deciding needs it.</summary>
public sealed record Skill(Guid Id, string Name, Filter Filter, IReadOnlyList<Guid> TeamIds)
{
    public static Skill Of(SkillSet set) => new(set.Id, set.Name, set.Filter, set.TeamIds);
}

/// <summary>Who may be asked: the teams of each channel, and what everything is called.</summary>
/// <param name="TeamsOfChannel">The teams a channel is open to; a channel that is open to everyone is missing.</param>
/// <param name="Teams">All teams by id.</param>
/// <param name="Names">What topics, contact groups and channels are called.</param>
public sealed record RoutingWorld(
    TopicTree Topics,
    IReadOnlyDictionary<Guid, IReadOnlySet<Guid>> TeamsOfChannel,
    IReadOnlyDictionary<Guid, string> Teams,
    IReadOnlyDictionary<Guid, string> Names)
{
    public static readonly RoutingWorld Empty = new(
        TopicTree.Empty, new Dictionary<Guid, IReadOnlySet<Guid>>(), new Dictionary<Guid, string>(), new Dictionary<Guid, string>());

    internal bool HasChannel(Guid team, Guid channel) =>
        Teams.ContainsKey(team) && (!TeamsOfChannel.TryGetValue(channel, out var teams) || teams.Contains(team));
}

/// <summary>
/// All routing rules of an organisation, and the one place that applies them: which teams a conversation is for and how
/// urgent it is. Pure: the same conversation always gets the same decision.
/// </summary>
public sealed class RoutingRules(
    IReadOnlyList<Skill> skills, IReadOnlyList<Guid> fallbackTeamIds, IReadOnlyList<PriorityRule> priorities, RoutingWorld world)
{
    public static readonly RoutingRules None = new([], [], [], RoutingWorld.Empty);

    private readonly bool asksForGroups = priorities.Any(rule => rule.Kind == PriorityKind.ContactGroup) || Asks(skills, RuleKind.ContactGroup);
    private readonly bool asksForLanguage = Asks(skills, RuleKind.Language);

    public IReadOnlyList<Skill> Skills => skills;

    public IReadOnlyList<PriorityRule> Priorities => priorities;

    public IReadOnlyList<Guid> FallbackTeamIds => fallbackTeamIds;

    public RoutingWorld World => world;

    public bool IsEmpty => skills.Count == 0 && fallbackTeamIds.Count == 0 && priorities.Count == 0;

    /// <summary>Whether a change of a contact may send his conversations elsewhere.</summary>
    public bool LookAtContacts => asksForGroups || asksForLanguage;

    public RoutingDecision Decide(Subject subject)
    {
        MatchedSkillSet[] matched = [.. skills.Where(skill => skill.TeamIds.Count > 0 && skill.Filter.Matches(subject)).Select(skill => Explain(skill, subject))];
        var (source, teams) = TeamsFor(subject, matched);
        MatchedPriority[] urgent =
        [
            .. priorities.Where(rule => rule.Matches(subject)).Select(rule => new MatchedPriority(rule.Kind, rule.Id, NameOf(rule.Id), rule.Weight)),
        ];
        return new RoutingDecision(source, teams, matched, urgent.Sum(rule => rule.Weight), urgent);
    }

    /// <summary>The teams of all that match; else who catches the rest; else everyone with the channel.</summary>
    private (TeamSource Source, IReadOnlyList<Named> Teams) TeamsFor(Subject subject, MatchedSkillSet[] matched)
    {
        Named[] teams = [.. matched.SelectMany(set => set.Teams).DistinctBy(team => team.Id).OrderBy(team => team.Id)];
        if (teams.Length > 0) return (TeamSource.SkillSets, teams);

        teams = [.. fallbackTeamIds.Where(team => world.HasChannel(team, subject.ChannelId)).Order().Select(Team)];
        return teams.Length > 0 ? (TeamSource.Fallback, teams) : (TeamSource.Everyone, []);
    }

    private MatchedSkillSet Explain(Skill skill, Subject subject)
    {
        var teams = skill.TeamIds.Where(world.Teams.ContainsKey).ToLookup(team => world.HasChannel(team, subject.ChannelId), Team);
        return new MatchedSkillSet(
            skill.Id,
            skill.Name,
            [.. skill.Filter.Held(subject).Select(rule => new HeldRule(rule.Kind, rule.Test, rule.Words.Count > 0 ? rule.Words : [.. rule.Ids.Select(NameOf)]))],
            [.. teams[true]],
            [.. teams[false]]);
    }

    private static bool Asks(IReadOnlyList<Skill> skills, RuleKind about) =>
        skills.Any(skill => skill.Filter.Groups.Any(group => group.Rules.Any(rule => rule.Kind == about)));

    private Named Team(Guid id) => new(id, world.Teams[id]);

    private string NameOf(Guid id) => world.Topics.Find(id) is not null ? world.Topics.PathOf(id) : world.Names.GetValueOrDefault(id, "?");
}
