using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Events;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>A page of a queue: one state, and what of it is asked for.</summary>
public static class ListConversations
{
    /// <param name="State"><c>new</c>, <c>pending</c> or <c>resolved</c>.</param>
    /// <param name="Sort"><c>oldest</c> or <c>newest</c> in this state, where one's teams do not fix it; of the New ones, <c>oldest</c> puts the most urgent first.</param>
    /// <param name="After">The cursor of the page before. A page may hold fewer than the limit, even none, while there is a next one.</param>
#nullable disable annotations // the generator of endpoints writes typeof(string?) for these, which the compiler refuses
    public sealed record Query(string State = "new", string Sort = null, string After = null, int Limit = 50);
#nullable restore annotations

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/conversations", Handle)
            .Needs(Permission.SeeConversations)
            .WithName("ListConversations").WithTags("Conversations").WithSummary("A page of a queue")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Ok<Page<ConversationRow>>> Handle(
        [AsParameters] Query query, [AsParameters] ConversationFilter filter, RelaisDb db, QueueWalk walk, CancellationToken cancel)
    {
        var position = await EventFeed.Position(db, cancel);
        var (page, next) = await walk.Page(query, filter, Math.Clamp(query.Limit, 1, 200), cancel);
        var contactIds = page.Select(row => row.ContactId).Distinct().ToArray();
        var contacts = await db.Contacts.AsNoTracking().Where(contact => contactIds.Contains(contact.Id)).ToDictionaryAsync(contact => contact.Id, cancel);
        return TypedResults.Ok(new Page<ConversationRow>([.. page.Select(row => ConversationRow.Of(row, contacts[row.ContactId]))], next, position));
    }
}
