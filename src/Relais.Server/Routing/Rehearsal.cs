using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.Routing;
using Relais.Server.Persistence;

namespace Relais.Server.Routing;

/// <summary>
/// What other rules, or other groups of contacts, would have made of the conversations of the last thirty days: the rules decide
/// on each of them as it stands now, and as it would. Nothing is changed.
/// </summary>
public sealed class Rehearsal(RelaisDb db, TimeProvider clock)
{
    private const int Examined = 20_000;
    private const int AtOnce = 1000;
    private const int MovesShown = 20;
    private const int ExamplesShown = 50;

    private static readonly TimeSpan LookBack = TimeSpan.FromDays(30);

    /// <param name="before">The rules as they are.</param>
    /// <param name="after">The rules as they would be.</param>
    /// <param name="cancel">Cancels.</param>
    public Task<RehearsalView> Run(RoutingRules before, RoutingRules after, CancellationToken cancel) => Run(before, after, (_, subject) => subject, cancel);

    /// <param name="rules">The rules as they are and stay.</param>
    /// <param name="become">What they would see of a conversation.</param>
    /// <param name="cancel">Cancels.</param>
    public Task<RehearsalView> Run(RoutingRules rules, Func<Conversation, Subject, Subject> become, CancellationToken cancel) => Run(rules, rules, become, cancel);

    private async Task<RehearsalView> Run(
        RoutingRules before, RoutingRules after, Func<Conversation, Subject, Subject> become, CancellationToken cancel)
    {
        var since = clock.GetUtcNow() - LookBack;
        var recent = db.Conversations.AsNoTracking().Where(row => row.OpenedAt >= since).OrderByDescending(row => row.Number);
        var (examined, changes, last) = (0, new List<Change>(), int.MaxValue);
        while (examined < Examined)
        {
            var page = await recent.Where(row => row.Number < last).Take(AtOnce).ToListAsync(cancel);
            changes.AddRange(await Changes(before, after, become, page, cancel));
            examined += page.Count;
            if (page.Count < AtOnce) return await View(examined, changes, isCut: false, cancel);
            last = page[^1].Number;
        }

        return await View(examined, changes, isCut: true, cancel);
    }

    private async Task<IEnumerable<Change>> Changes(
        RoutingRules before, RoutingRules after, Func<Conversation, Subject, Subject> become, List<Conversation> page, CancellationToken cancel)
    {
        var subjects = await Subjects.Of(db, after, page, cancel);
        return subjects
            .Select(one => new Change(
                one.Conversation, StandingView.Of(before.Decide(one.Subject)), StandingView.Of(after.Decide(become(one.Conversation, one.Subject)))))
            .Where(change => !change.From.IsSameAs(change.To));
    }

    private async Task<RehearsalView> View(int examined, List<Change> changes, bool isCut, CancellationToken cancel)
    {
        var moves = changes.GroupBy(change => (From: change.From.Key, To: change.To.Key))
            .Select(same => new MoveView(same.First().From, same.First().To, same.Count()))
            .OrderByDescending(move => move.Count).Take(MovesShown);
        var shown = changes.Take(ExamplesShown).ToList();
        var ids = shown.Select(change => change.Conversation.ContactId).Distinct().ToArray();
        var contacts = await db.Contacts.AsNoTracking().Where(contact => ids.Contains(contact.Id)).ToDictionaryAsync(contact => contact.Id, cancel);
        return new RehearsalView(
            examined,
            changes.Count,
            isCut,
            [.. moves],
            [.. shown.Select(change => new ExampleView(change.Conversation.Id, change.Conversation.Number, contacts[change.Conversation.ContactId].DisplayName, change.From, change.To))]);
    }

    private sealed record Change(Conversation Conversation, StandingView From, StandingView To);
}

/// <summary>What would have changed.</summary>
/// <param name="IsCut">Whether there were more conversations than were looked at.</param>
public sealed record RehearsalView(
    int Examined, int Changed, bool IsCut, IReadOnlyList<MoveView> Moves, IReadOnlyList<ExampleView> Examples);

/// <summary>How many would have gone from here to there.</summary>
public sealed record MoveView(StandingView From, StandingView To, int Count);

/// <summary>One that would have gone elsewhere.</summary>
public sealed record ExampleView(Guid Id, int Number, string Contact, StandingView From, StandingView To);

/// <summary>For which teams, and how urgent.</summary>
/// <param name="TeamIds">None = every team with the channel.</param>
public sealed record StandingView(IReadOnlyList<Guid> TeamIds, int Priority)
{
    internal string Key => $"{string.Join(',', TeamIds)} {Priority}";

    public static StandingView Of(RoutingDecision decision) => new([.. decision.Teams.Select(team => team.Id).Order()], decision.Score);

    internal bool IsSameAs(StandingView other) => Key == other.Key;
}
