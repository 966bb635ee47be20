namespace Relais.Tests.Assignment.Model;

/// <summary>One thing that happens in a world; three numbers say to whom.</summary>
public readonly record struct Act(ActKind Kind, int A, int B, int C);

public enum ActKind
{
    Write,
    WriteToo,
    Answer,
    Resolve,
    AssignByHand,
    ComeAndGo,
    SetLimit,
    CountPending,
    MoveMember,
    OpenChannel,
    Reroute,
    Prioritise,
    LetTimePass,
    Round,
    RoundAgain,

    /// <summary>The second node decides now…</summary>
    Look,

    /// <summary>…and writes only now.</summary>
    WriteLate,
}

/// <summary>Plays acts in a small shop and says which invariants broke.</summary>
public sealed class Life
{
    private static readonly Guid[] Channels = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];

    private readonly World world = new();
    private readonly Engine engine;
    private readonly List<string> breaches = [];
    private (int Position, List<Gift> Gifts)? looked;

    public Life(Engine engine)
    {
        this.engine = engine;
        world.People.AddRange([new("Ana", false), new("Bruno", false), new("Chloé", false), new("Viviane", true)]);
        world.Squads.AddRange([new("Livraison") { Limit = 2 }, new("Conseil") { Limit = 1 }, new("Retours")]);
        foreach (var squad in world.Squads) squad.Channels.UnionWith(Channels);
        world.Squads[0].Members.UnionWith([world.People[0], world.People[1], world.People[3]]);
        world.Squads[1].Members.UnionWith([world.People[1], world.People[2]]);
        world.Squads[2].Members.Add(world.People[2]);
    }

    public World World => world;

    public IReadOnlyList<string> Breaches => breaches;

    /// <summary>How often the engine decided otherwise than the model.</summary>
    public List<string> Disagreements { get; } = [];

    public void Play(IEnumerable<Act> acts)
    {
        foreach (var act in acts) Play(act);
    }

    private void Play(Act act)
    {
        switch (act.Kind)
        {
            case ActKind.Write or ActKind.WriteToo: world.Change(_ => Write(act)); break;
            case ActKind.Round or ActKind.RoundAgain: Round(); break;
            case ActKind.Look: looked = (world.Position, engine.Plan(world)); break;
            case ActKind.WriteLate: WriteLate(); break;
            default: world.Change(_ => Change(act)); break;
        }
    }

    private void Write(Act act)
    {
        var channel = Channels[act.B % 3];
        var known = world.Cases.Find(one => one.Contact == act.A % 5 && one.Channel == channel && one.Phase != Phase.Resolved);
        if (known is null)
        {
            known = new Case(channel, act.A % 5) { Since = world.Now, RoutedTo = Routes(act.C) };
            world.Cases.Add(known);
        }
        else if (known.Phase == Phase.Pending)
        {
            (known.Phase, known.Since) = (Phase.New, world.Now);
        }
    }

    private void Change(Act act)
    {
        var (person, squad) = (world.People[act.B % 4], world.Squads[act.A % 3]);
        if (act.Kind == ActKind.ComeAndGo) person.Whereabouts = (Whereabouts)(act.A % 3);
        else if (act.Kind == ActKind.SetLimit) squad.Limit = act.B % 4 == 0 ? null : act.B % 4;
        else if (act.Kind == ActKind.CountPending) squad.CountsPending = act.B % 2 == 0;
        else if (act.Kind == ActKind.MoveMember && !squad.Members.Remove(person)) squad.Members.Add(person);
        else if (act.Kind == ActKind.OpenChannel && !squad.Channels.Remove(Channels[act.B % 3])) squad.Channels.Add(Channels[act.B % 3]);
        else if (act.Kind == ActKind.LetTimePass) world.Now += act.B % 5 == 0 ? TimeSpan.FromHours(13) : TimeSpan.FromMinutes(1 + (act.A % 3));
        else if (world.Cases.Where(one => one.Phase != Phase.Resolved).ElementAtOrDefault(act.A % 12) is { } open) Change(act, open, person);
    }

    private void Change(Act act, Case open, Person person)
    {
        if (act.Kind == ActKind.Answer)
        {
            open.Owner ??= person;
            (open.Phase, open.Since, open.AnsweredBy, open.AnsweredAt) = (Phase.Pending, world.Now, open.Owner, world.Now);
        }
        else if (act.Kind == ActKind.Resolve) (open.Phase, open.Owner) = (Phase.Resolved, null);
        else if (act.Kind == ActKind.AssignByHand) open.Owner = act.C % 3 == 0 ? null : person;
        else if (act.Kind == ActKind.Reroute) open.RoutedTo = Routes(act.C);
        else if (act.Kind == ActKind.Prioritise) open.Priority = act.C % 3;
    }

    private List<Squad> Routes(int mask) => [.. world.Squads.Where((_, at) => (mask >> at) % 2 == 1)];

    private void Round()
    {
        var (expected, gifts) = (NaiveAssigner.Plan(world), engine.Plan(world));
        if (!expected.SequenceEqual(gifts)) Disagreements.Add($"{Told(gifts)} instead of {Told(expected)}");
        Give(gifts);
        breaches.AddRange(Judge.OfRest(world));
    }

    private void WriteLate()
    {
        if (looked is not { } plan) return;

        looked = null;
        if (engine.MayWrite(world, plan.Position)) Give(plan.Gifts);
    }

    private void Give(List<Gift> gifts)
    {
        var written = gifts.Where(engine.MayWrite).ToList();
        breaches.AddRange(Judge.OfOrder(world, written));
        foreach (var gift in written)
        {
            breaches.AddRange(Judge.OfGift(world, gift));
            world.Change(_ => (gift.Case.Owner, gift.To.LastGivenAt) = (gift.To, world.Now));
        }
    }

    private static string Told(IEnumerable<Gift> gifts) => string.Join(", ", gifts.Select(gift => $"{gift.Case.Id.ToString()[^4..]} to {gift.To.Name}"));
}
