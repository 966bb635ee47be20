using Relais.Domain.Conversations;
using Relais.Domain.Shared;

namespace Relais.Domain.Routing;

/// <summary>What can make a conversation urgent.</summary>
public enum PriorityKind
{
    Topic,
    ContactGroup,
    Channel,
}

/// <summary>Something that makes conversations more urgent than others.</summary>
/// <param name="Visibility">For a channel: only its private or its public conversations; null = both.</param>
/// <param name="Weight">How much it adds, 1 to 10.</param>
public sealed record PriorityRule(PriorityKind Kind, Guid Id, Visibility? Visibility, int Weight)
{
    public const int HeaviestWeight = 10;

    public bool Matches(Subject subject) => Kind switch
    {
        PriorityKind.Topic => subject.TopicsAndAbove.Contains(Id),
        PriorityKind.ContactGroup => subject.Groups.Contains(Id),
        _ => subject.ChannelId == Id && (Visibility is null || Visibility == subject.Visibility),
    };
}

/// <summary>What an organisation decides for all its conversations: who catches what no skill set matches, and what comes first.</summary>
public sealed class RoutingPolicy : Entity
{
    private List<Guid> fallbackTeamIds = [];

    private RoutingPolicy()
    {
    }

    public RoutingPolicy(Guid organisationId) => OrganisationId = organisationId;

    /// <summary>Who gets what matches no skill set; nobody = every team with the channel.</summary>
    public IReadOnlyList<Guid> FallbackTeamIds => fallbackTeamIds;

    public IReadOnlyList<PriorityRule> Priorities { get; private set; } = [];

    public void FallBackTo(IReadOnlyCollection<Guid> teams, Actor by, DateTimeOffset at)
    {
        fallbackTeamIds = [.. teams.Distinct()];
        Record(new RoutingPolicyChanged(by, at));
    }

    /// <exception cref="RuleViolation"><c>priority.weight</c>.</exception>
    public void Prioritise(IReadOnlyCollection<PriorityRule> rules, Actor by, DateTimeOffset at)
    {
        Priorities = Checked(rules);
        Record(new RoutingPolicyChanged(by, at));
    }

    /// <summary>A topic, contact group or channel is gone, or another took its place.</summary>
    public void Replace(Guid gone, Guid? instead, Actor by, DateTimeOffset at)
    {
        if (Priorities.All(rule => rule.Id != gone)) return;

        Priorities = Checked([.. Priorities.Where(rule => rule.Id != gone || instead is not null).Select(rule => rule.Id == gone ? rule with { Id = instead!.Value } : rule)]);
        Record(new RoutingPolicyChanged(by, at));
    }

    /// <summary>Each thing once, with a weight that is allowed.</summary>
    /// <exception cref="RuleViolation"><c>priority.weight</c>.</exception>
    public static IReadOnlyList<PriorityRule> Checked(IReadOnlyCollection<PriorityRule> rules) =>
        rules.FirstOrDefault(rule => rule.Weight is < 1 or > PriorityRule.HeaviestWeight) is null
            ? [.. rules.DistinctBy(rule => (rule.Kind, rule.Id))]
            : throw new RuleViolation(
                "priority.weight",
                $"A weight is between 1 and {PriorityRule.HeaviestWeight}.",
                new Dictionary<string, object?> { ["limit"] = PriorityRule.HeaviestWeight });
}

/// <summary>Other teams catch what matches nothing, or other things come first.</summary>
public sealed record RoutingPolicyChanged(Actor By, DateTimeOffset At) : DomainEvent(By, At);
