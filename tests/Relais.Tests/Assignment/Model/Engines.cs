using Relais.Domain.Assignment;
using Relais.Domain.People;

namespace Relais.Tests.Assignment.Model;

/// <summary>What assigns in a world: it looks, and later writes what it decided.</summary>
public abstract class Engine
{
    public abstract List<Gift> Plan(World world);

    /// <summary>Writes a plan made at a position. The store holds whoever would change anything meanwhile, so a plan of an older
    /// world is never written.</summary>
    public virtual bool MayWrite(World world, int plannedAt) => world.Position == plannedAt;

    public virtual bool MayWrite(Gift gift) => gift.Case is { Owner: null, Phase: Phase.New };
}

/// <summary>The product's own choice, fed from the world.</summary>
public class TheRoster : Engine
{
    public override List<Gift> Plan(World world)
    {
        var roster = new Roster(Crews(world), Agents(world));
        var gifts = new List<Gift>();
        foreach (var waiting in Queue(world))
        {
            if (!roster.IsAnyoneFree) break;

            var decision = roster.Decide(Described(world, waiting), world.Now);
            decision.Agents.Count.ShouldBe(decision.Agents.DistinctBy(agent => agent.MemberId).Count());
            if (decision.MemberId is { } id) gifts.Add(new Gift(waiting, world.People.Single(person => person.Id == id)));
            else if (GivesUp) break;
        }

        return gifts;
    }

    /// <summary>For those who are built wrong.</summary>
    protected virtual bool GivesUp => false;

    protected virtual IEnumerable<Case> Queue(World world) => NaiveAssigner.Queue(world);

    protected virtual int LimitOf(int limit) => limit;

    private static WaitingConversation Described(World world, Case waiting) =>
        new(waiting.Id, waiting.Channel, [.. waiting.RoutedTo.Select(squad => squad.Id)], world.Familiar(waiting)?.Id);

    private static IEnumerable<Crew> Crews(World world) =>
        world.Squads.Where(squad => squad.Limit is not null).Select(squad => new Crew(squad.Id, squad.Name, squad.Channels));

    private IEnumerable<Agent> Agents(World world) =>
        from person in world.People
        let own = world.Squads.Where(squad => squad.Members.Contains(person)).ToList()
        let rules = WorkRules.Of(Role.Agent, [.. own.Select(squad => new TeamSettings(Limit: squad.Limit, CountsPending: squad.CountsPending))])
        where rules.Limit is not null
        select new Agent(
            person.Id,
            person.Name,
            person.IsViewer ? Standing.MayNotAnswer
                : person.Whereabouts == Whereabouts.Away ? Standing.Away
                : person.Whereabouts == Whereabouts.Offline ? Standing.Offline
                : null,
            LimitOf(rules.Limit!.Value),
            world.Cases.Count(one => one.Owner == person && (one.Phase == Phase.New || (rules.CountsPending && one.Phase == Phase.Pending))),
            person.LastGivenAt,
            [.. own.Where(squad => squad.Limit is not null).Select(squad => squad.Id)]);
}

/// <summary>Whose place becomes free gets the newest, and the oldest stays.</summary>
public sealed class NewestFirst : TheRoster
{
    protected override IEnumerable<Case> Queue(World world) => base.Queue(world).Reverse();
}

/// <summary>Looks only at what has just come: what came while nobody was there is never given to anybody.</summary>
public sealed class OnlyWhatJustCame : TheRoster
{
    protected override IEnumerable<Case> Queue(World world) => base.Queue(world).Where(one => one.Since == world.Now);
}

/// <summary>Counts one too few.</summary>
public sealed class OneTooMany : TheRoster
{
    protected override int LimitOf(int limit) => limit + 1;
}

/// <summary>Writes what it decided a while ago over what somebody did meanwhile.</summary>
public sealed class LastWriterWins : TheRoster
{
    public override bool MayWrite(World world, int plannedAt) => true;

    public override bool MayWrite(Gift gift) => true;
}

/// <summary>The first that nobody can take holds up everything behind it.</summary>
public sealed class StopsAtTheFirst : TheRoster
{
    protected override bool GivesUp => true;
}
