using Relais.Domain.Shared;

namespace Relais.Domain.People;

/// <summary>The order of a queue where an administrator fixes it.</summary>
public enum QueueSort
{
    /// <summary>Who has waited longest comes first.</summary>
    Oldest,
    Newest,
}

/// <summary>How a team works: what its members see of the queue, may change about it, and whether work is given to them.</summary>
/// <param name="SeesOnlyRouted">Only conversations routed to this team; otherwise all of its channels.</param>
/// <param name="Limit">How many conversations a member is given at a time; null = nothing is given, members take what they choose.</param>
/// <param name="CountsPending">Whether what waits for the contact counts too, besides what is New.</param>
/// <param name="MayFilter">Whether members may filter the queue, and so see what colleagues are assigned.</param>
/// <param name="MaySort">Whether members may change the order.</param>
/// <param name="Sort">The order where they may not.</param>
/// <param name="MayChooseChannels">Whether members may leave channels out.</param>
public sealed record TeamSettings(
    bool SeesOnlyRouted = false,
    int? Limit = null,
    bool CountsPending = false,
    bool MayFilter = true,
    bool MaySort = true,
    QueueSort Sort = QueueSort.Oldest,
    bool MayChooseChannels = true)
{
    public const int HighestLimit = 100;

    /// <exception cref="RuleViolation"><c>team.limit.out_of_range</c>.</exception>
    public TeamSettings Checked() => Limit is null or (>= 1 and <= HighestLimit)
        ? this
        : throw new RuleViolation(
            "team.limit.out_of_range",
            $"Choose a number from 1 to {HighestLimit}.",
            new Dictionary<string, object?> { ["limit"] = HighestLimit });
}

/// <summary>What all his teams together mean for one member: the most permissive wins, and the highest limit.</summary>
/// <param name="Limit">How many conversations he is given at a time; null = none is given.</param>
public sealed record WorkRules(int? Limit, bool CountsPending, bool MayFilter, bool MaySort, QueueSort Sort, bool MayChooseChannels)
{
    /// <summary>Without any team, or with more to do than answering.</summary>
    public static readonly WorkRules Free = new(null, CountsPending: false, MayFilter: true, MaySort: true, QueueSort.Oldest, MayChooseChannels: true);

    public static WorkRules Of(Role role, IReadOnlyCollection<TeamSettings> teams)
    {
        if (teams.Count == 0) return Free;

        var giving = teams.Where(team => team.Limit is not null).ToList();
        var load = Free with { Limit = giving.Max(team => team.Limit), CountsPending = giving.Count > 0 && giving.TrueForAll(team => team.CountsPending) };
        // Who supervises must see what he supervises.
        if (role.May(Permission.Supervise)) return load;

        return load with
        {
            MayFilter = teams.Any(team => team.MayFilter),
            MaySort = teams.Any(team => team.MaySort),
            Sort = teams.Any(team => team.Sort == QueueSort.Oldest) ? QueueSort.Oldest : QueueSort.Newest,
            MayChooseChannels = teams.Any(team => team.MayChooseChannels),
        };
    }
}
