namespace Relais.Tests.Assignment.Model;

/// <summary>
/// The words of the product (parts 13 and 14) said again in the simplest code there is: for each conversation in the order of the
/// queue everybody is looked at anew. Written without a look at the engine, which must agree with it in every world.
/// </summary>
public static class NaiveAssigner
{
    public static List<Gift> Plan(World world)
    {
        var gifts = new List<Gift>();
        foreach (var waiting in Queue(world))
        {
            var candidates = Entitled(world, waiting).SelectMany(squad => squad.Members).Distinct()
                .Where(person => CanBeGiven(world, person, gifts)).ToList();
            if (candidates.Count == 0) continue;

            var familiar = world.Familiar(waiting);
            var chosen = familiar is not null && candidates.Contains(familiar) ? familiar
                : candidates.OrderBy(person => (decimal)Load(world, person, gifts) / Limit(world, person)!.Value)
                    .ThenBy(person => LastGiven(world, person, gifts)).ThenBy(person => person.Id).First();
            gifts.Add(new Gift(waiting, chosen));
        }

        return gifts;
    }

    /// <summary>New and nobody's: the highest score first, then who waits longest, then the smaller id.</summary>
    public static List<Case> Queue(World world) =>
    [
        .. world.Cases.Where(one => one.Phase == Phase.New && one.Owner is null)
            .OrderByDescending(one => one.Priority).ThenBy(one => one.Since).ThenBy(one => one.Id),
    ];

    /// <summary>Teams that give work and have the channel; where it is routed, only among those it is routed to.</summary>
    public static List<Squad> Entitled(World world, Case waiting) =>
    [
        .. (waiting.RoutedTo.Count > 0 ? waiting.RoutedTo : world.Squads).Where(squad => squad.Limit is not null && squad.Channels.Contains(waiting.Channel)),
    ];

    /// <summary>The highest of his teams; null when none of them gives work.</summary>
    public static int? Limit(World world, Person person) => world.Squads.Where(squad => squad.Members.Contains(person)).Max(squad => squad.Limit);

    /// <summary>New ones count; Pending ones only where all his giving teams say so.</summary>
    public static int Load(World world, Person person, IReadOnlyCollection<Gift> gifts)
    {
        var giving = world.Squads.Where(squad => squad.Members.Contains(person) && squad.Limit is not null).ToList();
        var pendingToo = giving.Count > 0 && giving.All(squad => squad.CountsPending);
        return world.Cases.Count(one => one.Owner == person && (one.Phase == Phase.New || (pendingToo && one.Phase == Phase.Pending)))
            + gifts.Count(gift => gift.To == person);
    }

    public static bool CanBeGiven(World world, Person person, IReadOnlyCollection<Gift> gifts) =>
        person.Whereabouts == Whereabouts.Available && !person.IsViewer
        && Limit(world, person) is { } limit && Load(world, person, gifts) < limit;

    private static DateTimeOffset LastGiven(World world, Person person, List<Gift> gifts) =>
        gifts.Exists(gift => gift.To == person) ? world.Now : person.LastGivenAt ?? DateTimeOffset.MinValue;
}
