using Relais.Domain.Conversations;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Routing;

namespace Relais.Domain.Automations;

/// <summary>
/// All automations of an organisation, and the one place that asks them. Every one that matches has its turn, from top to bottom;
/// the end of a conversation comes last, and the first that wants it says why. Pure: the same message always gets the same decision.
/// </summary>
public sealed class AutomationRules
{
    private readonly Compiled[] automations;
    private readonly AutomationWorld world;
    private readonly KeywordSearch? exact;
    private readonly KeywordSearch? unaccented;

    /// <param name="automations">In their order.</param>
    /// <param name="world">What they name.</param>
    public AutomationRules(IEnumerable<Automation> automations, AutomationWorld world)
    {
        var known = new Dictionary<Needle, Needle>();
        this.automations = [.. automations.Select(one => Compiled.Of(one, known))];
        this.world = world;
        exact = SearchFor(known.Keys.Where(needle => !needle.IgnoresAccents));
        unaccented = SearchFor(known.Keys.Where(needle => needle.IgnoresAccents));
    }

    public bool IsEmpty => automations.Length == 0;

    public AutomationWorld World => world;

    /// <summary>What is to be done with a message.</summary>
    /// <param name="channelId">Where it came in.</param>
    /// <param name="text">What it says.</param>
    /// <param name="isFirst">Whether its conversation begins with it: only such a one can be over at once.</param>
    public AutomationDecision Decide(Guid channelId, string text, bool isFirst)
    {
        if (!automations.Any(one => one.Automation.IsFor(channelId))) return AutomationDecision.Nothing;

        var seen = Inspect(text);
        Proposal[] proposals = [.. automations.Where(one => one.Automation.IsFor(channelId) && one.Matches(seen)).Select(one => one.Propose(world))];
        return proposals.Length == 0 ? AutomationDecision.Nothing : new AutomationDecision(proposals, isFirst ? EndingOf(proposals) : null);
    }

    /// <summary>Why they match or not, whatever the channel.</summary>
    public IReadOnlyList<Verdict> Explain(string text)
    {
        var seen = Inspect(text);
        return [.. automations.Select(one => one.Explain(seen))];
    }

    /// <summary>What came in has its consequences. Only what a contact wrote is looked at, never what a provider tells.</summary>
    public void Follow(Conversation conversation, Message message, bool isFirst, DateTimeOffset at)
    {
        if (IsEmpty || message is not { Direction: Direction.In, Kind: not MessageKind.System } || conversation.IsResolved) return;

        Decide(conversation.ChannelId, message.Text, isFirst).Apply(conversation, message, world.Policy, at);
    }

    private static Ending? EndingOf(Proposal[] proposals)
    {
        Proposal[] ends = [.. proposals.Where(proposal => proposal.Resolves)];
        var first = ends.FirstOrDefault(proposal => proposal.Reason is not null) ?? ends.FirstOrDefault();
        return first is null ? null : new Ending(first.Automation, new Resolution(ResolveWay.Automation, first.Reason));
    }

    private static KeywordSearch? SearchFor(IEnumerable<Needle> needles) => needles.ToList() is { Count: > 0 } some ? new KeywordSearch(some) : null;

    private Inspection Inspect(string text)
    {
        var found = new Dictionary<Needle, Spot>();
        exact?.Find(new Reading(text, ignoresAccents: false), found);
        unaccented?.Find(new Reading(text, ignoresAccents: true), found);
        return new Inspection(text, found);
    }

    /// <summary>An automation with the keywords its conditions look for, shared with all the others that look for the same.</summary>
    private sealed class Compiled
    {
        private readonly bool matchesAll;
        private readonly Group[] groups;

        private Compiled(Automation automation, Group[] groups)
        {
            Automation = automation;
            matchesAll = automation.Filter.Joint == Joint.All;
            this.groups = groups;
        }

        public Automation Automation { get; }

        public static Compiled Of(Automation automation, Dictionary<Needle, Needle> known)
        {
            return new Compiled(automation, [.. automation.Filter.Groups.Select(group => new Group(group.Joint == Joint.All, [.. group.Conditions.Select(Ask)]))]);

            (Condition, Needle[]) Ask(Condition condition) => (condition, [.. condition.Needles().Select(Shared)]);

            Needle Shared(Needle needle)
            {
                if (known.TryGetValue(needle, out var same)) return same;

                known.Add(needle, needle);
                return needle;
            }
        }

        public bool Matches(Inspection seen) => matchesAll ? groups.All(group => group.Matches(seen)) : groups.Any(group => group.Matches(seen));

        public Verdict Explain(Inspection seen) => new(Automation, Matches(seen), [.. groups.Select(group => group.Explain(seen))]);

        public Proposal Propose(AutomationWorld world)
        {
            var proposal = new Proposal(Automation);
            foreach (var action in Automation.Actions) action.Propose(proposal, world);
            return proposal;
        }
    }

    private sealed record Group(bool MatchesAll, (Condition Condition, Needle[] Needles)[] Conditions)
    {
        public bool Matches(Inspection seen) => MatchesAll ? Array.TrueForAll(Conditions, Holds(seen)) : Array.Exists(Conditions, Holds(seen));

        public IReadOnlyList<Finding> Explain(Inspection seen) => [.. Conditions.Select(one => one.Condition.Explain(seen, one.Needles))];

        private static Predicate<(Condition Condition, Needle[] Needles)> Holds(Inspection seen) => one => one.Condition.Holds(seen, one.Needles);
    }
}
