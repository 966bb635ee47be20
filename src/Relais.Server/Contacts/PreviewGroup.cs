using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.People;
using Relais.Server.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>Who would belong to a group as it is being written. Nothing is saved.</summary>
public static class PreviewGroup
{
    /// <summary>The newest contacts are looked at, at most so many: an answer while one still types matters more than the last one.</summary>
    private const int Horizon = 50_000;

    private const int Examples = 5;

    public sealed record Request(GroupMatch Match, IReadOnlyList<GroupRule> Rules);

    /// <param name="Matched">How many of those looked at would belong to it.</param>
    /// <param name="Looked">How many were looked at, the newest first.</param>
    /// <param name="Total">How many there are.</param>
    public sealed record Answer(int Matched, int Looked, int Total, IReadOnlyList<ContactSummary> Examples);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/contact-groups/preview", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("PreviewContactGroup").WithTags("Contacts").WithSummary("Who would belong to a group as it is being written")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(Request request, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var attributes = await db.ReadAttributes(me.OrganisationId, cancel);
        var test = GroupTest.Of(request.Match, new GroupDraft("", request.Match, request.Rules).RulesFor(attributes), attributes);
        var (matched, looked, examples) = (0, 0, new List<ContactSummary>());
        await foreach (var page in db.ContactsNewestFirst(Horizon, cancel))
        {
            foreach (var contact in page.Where(test.Includes))
            {
                matched++;
                if (examples.Count < Examples) examples.Add(ContactSummary.Of(contact));
            }

            looked += page.Count;
        }

        return TypedResults.Ok(new Answer(matched, looked, looked < Horizon ? looked : await db.Contacts.CountAsync(row => row.MergedInto == null, cancel), examples));
    }
}
