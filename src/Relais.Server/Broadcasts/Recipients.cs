using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Broadcasts;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Channels;
using Relais.Server.Contacts;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Broadcasts;

/// <summary>Finds everybody a broadcast is for, as the member who makes it sees the contacts, and judges each.</summary>
public sealed class Recipients(RelaisDb db, CurrentMember me, ConnectedChannels channels, TimeProvider clock)
{
    private const int AtOnce = 500;

    /// <exception cref="RuleViolation"><c>broadcast.audience</c>, <c>broadcast.list</c>, <c>broadcast.too_many</c>, or what is wrong with a rule.</exception>
    internal async Task<Drawn> Draw(BroadcastPlan plan, AudienceRequest request, CancellationToken cancel)
    {
        var source = await SourceOf(request, cancel);
        var (people, taken, withoutAddress) = (new List<DrawnPerson>(), new HashSet<string>(StringComparer.Ordinal), 0);
        var approaches = new Approaches(db, channels);
        await foreach (var some in source.People.WithCancellation(cancel))
        {
            var found = await approaches.Of(plan.Channel, some, plan.Consent is not null, cancel);
            foreach (var person in some.Zip(found, (one, approach) => Judge(plan, one, approach, taken)))
            {
                if (person.Obstacle == LeftOutReason.NoAddress) withoutAddress++;
                else people.Add(person);
            }

            if (people.Count > Broadcast.MostRecipients) throw NumberList.TooMany();
        }

        return new Drawn(source.Kind, source.Name, people, withoutAddress);
    }

    private DrawnPerson Judge(BroadcastPlan plan, Candidate one, Approach approach, HashSet<string> taken)
    {
        var who = new Addressee(approach.Contact?.Id, approach.Contact?.DisplayName ?? one.Name, approach.Address ?? one.Number, one.Line);
        var obstacle = approach.Obstacle ?? (taken.Add(approach.Contact?.Id.ToString() ?? approach.Address!) ? null : LeftOutReason.Double);
        if (obstacle is not null) return new DrawnPerson(who, null, obstacle);

        var contact = approach.Contact ?? new Contact(me.OrganisationId, new Profile(one.Name), clock.GetUtcNow());
        return plan.Values.For(contact, one.Values) is { } content ? new DrawnPerson(who, content, null) : new DrawnPerson(who, null, LeftOutReason.MissingValue);
    }

    private async Task<Source> SourceOf(AudienceRequest request, CancellationToken cancel) => request switch
    {
        { List: { } list } => new Source(AudienceKind.List, list.Name, InPortions(NumberList.Read(list.Table))),
        { Rules: { } rules } => new Source(AudienceKind.Rules, null, Contacts(_ => true, await TestOf(rules, cancel), cancel)),
        { GroupId: { } id } when await db.ContactGroups.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel) is { } group =>
            new Source(AudienceKind.Group, group.Name, Contacts(row => db.GroupMembers.Any(one => one.GroupId == id && one.ContactId == row.Id), _ => true, cancel)),
        _ => throw new RuleViolation("broadcast.audience", "Say who the broadcast is for."),
    };

    private async Task<Func<Contact, bool>> TestOf(AudienceRules rules, CancellationToken cancel)
    {
        var attributes = await db.ReadAttributes(me.OrganisationId, cancel);
        return GroupTest.Of(rules.Match, new GroupDraft("", rules.Match, rules.Rules).RulesFor(attributes), attributes).Includes;
    }

    private async IAsyncEnumerable<IReadOnlyList<Candidate>> Contacts(
        Expression<Func<Contact, bool>> within, Func<Contact, bool> includes, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var before = (Guid?)null; ;)
        {
            var next = db.Contacts.AsNoTracking().VisibleTo(me, db).Where(within);
            if (before is { } id) next = next.Where(row => row.Id < id);
            var page = await next.OrderByDescending(row => row.Id).Take(AtOnce).ToListAsync(cancel);
            if (page.Count == 0) yield break;

            before = page[^1].Id;
            yield return [.. page.Where(includes).Select(contact => new Candidate(contact))];
        }
    }

    private static IAsyncEnumerable<IReadOnlyList<Candidate>> InPortions(IReadOnlyList<Candidate> lines) =>
        lines.Chunk(AtOnce).Select(some => (IReadOnlyList<Candidate>)some).ToAsyncEnumerable();

    /// <summary>Where the people come from, some hundreds at a time.</summary>
    private sealed record Source(AudienceKind Kind, string? Name, IAsyncEnumerable<IReadOnlyList<Candidate>> People);
}

/// <summary>What everybody gets, and where.</summary>
/// <param name="Consent">How the writer knows that they agree; null when he does not say.</param>
internal sealed record BroadcastPlan(ConnectedChannel Channel, Template Template, TemplateValues Values, string? Consent);

/// <summary>Everybody a broadcast is for.</summary>
/// <param name="WithoutAddress">So many more have no address on the channel.</param>
internal sealed record Drawn(AudienceKind Kind, string? Name, IReadOnlyList<DrawnPerson> People, int WithoutAddress);

/// <summary>Somebody with what he will read, or why he is left out.</summary>
internal sealed record DrawnPerson(Addressee To, MessageContent? Content, LeftOutReason? Obstacle);
