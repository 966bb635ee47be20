using CsCheck;
using Relais.Tests.Assignment.Model;

namespace Relais.Tests.Assignment;

/// <summary>
/// Ten thousand random shops: agents come and go, limits, teams, channels, routes and priorities change, people assign by hand, two
/// nodes assign at once. The engine decides as a naive model does, and I8 to I12 hold. Engines with the known bugs of others
/// are found out by the invariants alone.
/// </summary>
[Trait("suite", "pure")]
public sealed class RosterModelTests
{
    private const int Worlds = 10_000;

    private static readonly Gen<Act[]> Acts =
        Gen.Select(Gen.Enum<ActKind>(), Gen.Int[0, 59], Gen.Int[0, 59], Gen.Int[0, 59], (kind, a, b, c) => new Act(kind, a, b, c)).Array[5, 60];

    public static TheoryData<string, Engine, string> Bugs => new()
    {
        { "M7", new NewestFirst(), "I12" },
        { "M8", new OnlyWhatJustCame(), "I11" },
        { "M9", new OneTooMany(), "I9" },
        { "M10", new LastWriterWins(), "I8" },
        { "M11", new StopsAtTheFirst(), "I11" },
    };

    [Fact]
    public void In_every_world_the_engine_decides_as_the_model_and_the_invariants_hold() => Acts.Sample(
        acts =>
        {
            var life = new Life(new TheRoster());
            life.Play(acts);
            life.Disagreements.ShouldBeEmpty();
            life.Breaches.ShouldBeEmpty();
        },
        iter: Worlds);

    [Fact]
    public void The_worlds_are_worth_the_name()
    {
        var (given, full, sticky) = (0, 0, 0);
        Acts.Sample(
            acts =>
            {
                var life = new Life(new TheRoster());
                life.Play(acts);
                if (life.World.Cases.Exists(one => one.Owner is not null)) Interlocked.Increment(ref given);
                if (life.World.People.Exists(person => NaiveAssigner.Limit(life.World, person) <= NaiveAssigner.Load(life.World, person, []))) Interlocked.Increment(ref full);
                if (NaiveAssigner.Queue(life.World).Exists(one => life.World.Familiar(one) is not null)) Interlocked.Increment(ref sticky);
            },
            iter: 1_000);

        given.ShouldBeGreaterThan(500);
        full.ShouldBeGreaterThan(200);
        // Some fifty of a thousand: the bound only says that it does happen.
        sticky.ShouldBeGreaterThan(10);
    }

    [Theory]
    [MemberData(nameof(Bugs))]
    public void A_planted_bug_of_the_museum_is_found(string name, Engine broken, string invariant)
    {
        var found = 0;
        Acts.Sample(
            acts =>
            {
                var life = new Life(broken);
                life.Play(acts);
                if (life.Breaches.Any(breach => breach.StartsWith(invariant, StringComparison.Ordinal))) Interlocked.Increment(ref found);
            },
            iter: 2_000);
        found.ShouldBeGreaterThan(0, $"{name} was not found by {invariant}.");
    }
}
