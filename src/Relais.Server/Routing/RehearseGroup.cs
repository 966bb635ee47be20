using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.People;
using Relais.Server.Contacts;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Routing;

/// <summary>
/// Shows what a contact group would change before it is saved: who would come and go, and which conversations of the last thirty
/// days would have gone elsewhere.
/// </summary>
public static class RehearseGroup
{
    /// <summary>The newest contacts are looked at, at most so many.</summary>
    private const int Horizon = 100_000;

    /// <param name="Id">The group that would be changed; null = a new one.</param>
    public sealed record Request(Guid? Id, GroupMatch Match, IReadOnlyList<GroupRule> Rules);

    /// <param name="Joining">How many contacts would come into it.</param>
    /// <param name="Leaving">How many would leave it.</param>
    /// <param name="Looked">How many were looked at, the newest first.</param>
    /// <param name="Routing">Which conversations would have gone elsewhere.</param>
    public sealed record Answer(int Joining, int Leaving, int Looked, RehearsalView Routing);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/contact-groups/rehearsal", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("RehearseContactGroup").WithTags("Contacts").WithSummary("What a contact group would have changed in the last 30 days")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Request request, RelaisDb db, CurrentMember me, RoutingBook book, Rehearsal rehearsal, CancellationToken cancel)
    {
        var attributes = await db.ReadAttributes(me.OrganisationId, cancel);
        var rules = new GroupDraft("", request.Match, request.Rules).RulesFor(attributes);
        var (groupId, turnover) = (request.Id ?? Guid.Empty, new Turnover());
        await turnover.Look(db, groupId, GroupTest.Of(request.Match, rules, attributes), cancel);
        var routing = await rehearsal.Run(
            await book.Open(db, me.OrganisationId, cancel),
            (conversation, subject) => subject.InGroups(turnover.After(conversation.ContactId, groupId, subject.Groups)),
            cancel);
        return TypedResults.Ok(new Answer(turnover.Joining.Count, turnover.Leaving.Count, turnover.Looked, routing));
    }

    /// <summary>Who would come into a group and who would leave it.</summary>
    private sealed class Turnover
    {
        public HashSet<Guid> Joining { get; } = [];

        public HashSet<Guid> Leaving { get; } = [];

        public int Looked { get; private set; }

        public async Task Look(RelaisDb db, Guid groupId, GroupTest test, CancellationToken cancel)
        {
            var members = await db.GroupMembers.Where(row => row.GroupId == groupId).Select(row => row.ContactId).ToHashSetAsync(cancel);
            await foreach (var page in db.ContactsNewestFirst(Horizon, cancel))
            {
                Looked += page.Count;
                foreach (var contact in page)
                {
                    if (test.Includes(contact) == members.Contains(contact.Id)) continue;

                    (members.Contains(contact.Id) ? Leaving : Joining).Add(contact.Id);
                }
            }
        }

        public IReadOnlySet<Guid> After(Guid contactId, Guid groupId, IReadOnlySet<Guid> groups) =>
            Joining.Contains(contactId) ? groups.Append(groupId).ToHashSet()
            : Leaving.Contains(contactId) ? groups.Where(id => id != groupId).ToHashSet()
            : groups;
    }
}
