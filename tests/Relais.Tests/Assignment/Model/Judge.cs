namespace Relais.Tests.Assignment.Model;

/// <summary>What must hold whoever assigns: I8 to I12, each read off the world alone.</summary>
public static class Judge
{
    /// <summary>Of one gift, at the instant it is written.</summary>
    public static IEnumerable<string> OfGift(World world, Gift gift)
    {
        if (gift.Case.Owner is { } owner) yield return $"I8: {gift.To.Name} is given what {owner.Name} has.";
        if (gift.Case.Phase != Phase.New) yield return $"I8: {gift.To.Name} is given what is {gift.Case.Phase}.";
        if (NaiveAssigner.Limit(world, gift.To) is { } limit && NaiveAssigner.Load(world, gift.To, []) >= limit) yield return $"I9: {gift.To.Name} has {limit} already.";
        if (gift.To.Whereabouts != Whereabouts.Available) yield return $"I10: {gift.To.Name} is {gift.To.Whereabouts}.";
        if (gift.To.IsViewer) yield return $"I10: {gift.To.Name} does not answer.";
        if (!NaiveAssigner.Entitled(world, gift.Case).Exists(squad => squad.Members.Contains(gift.To))) yield return $"I10: {gift.To.Name} is in no team it is for.";
    }

    /// <summary>I11, after a round: what still waits, nobody who is free could be given.</summary>
    public static IEnumerable<string> OfRest(World world) =>
        from waiting in NaiveAssigner.Queue(world)
        let free = NaiveAssigner.Entitled(world, waiting).SelectMany(squad => squad.Members).FirstOrDefault(person => NaiveAssigner.CanBeGiven(world, person, []))
        where free is not null
        select $"I11: a conversation waits while {free.Name} is free.";

    /// <summary>I12, before the gifts are written: among those for the same teams, nobody behind is served first.</summary>
    public static IEnumerable<string> OfOrder(World world, List<Gift> gifts)
    {
        var queue = NaiveAssigner.Queue(world);
        var served = gifts.Select(gift => gift.Case).Where(queue.Contains).ToList();
        foreach (var line in queue.GroupBy(one => string.Join(' ', NaiveAssigner.Entitled(world, one).Select(squad => squad.Name))))
        {
            var inLine = served.Where(line.Contains).ToList();
            if (!inLine.SequenceEqual(line.Take(inLine.Count))) yield return $"I12: somebody for {line.Key} is served before his turn.";
        }
    }
}
