using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Search;
using Relais.Domain.Shared;
using Relais.Server.Conversations;
using Relais.Server.Events;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Search;
using Relais.Server.Security;

namespace Relais.Server.Search;

/// <summary>
/// Finds conversations by the words of their messages and notes and by what is known of their contacts, the newest first. The index
/// says where words stand; the store then says what of it this member may see, as it does for every list.
/// </summary>
public static class SearchConversations
{
    private const int FirstLook = 64;

    /// <summary>So far one request looks; a rare filter over a common word may find nothing on the way, and goes on from there.</summary>
    private const int FarthestLook = 5000;

    /// <param name="Words">All must be found; the last may be unfinished. Words in quotes stand side by side.</param>
    /// <param name="State"><c>new</c>, <c>pending</c> or <c>resolved</c>; null = all.</param>
    /// <param name="After">The cursor of the page before.</param>
#nullable disable annotations // the generator of endpoints writes typeof(string?) for these, which the compiler refuses
    public sealed record Query(string Words = null, string State = null, string After = null, int Limit = 20);
#nullable restore annotations

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/search", Handle)
            .Needs(Permission.SeeConversations)
            .WithName("SearchConversations").WithTags("Conversations").WithSummary("Search messages, notes and what is known of contacts, the newest first")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Ok<Page<SearchResult>>> Handle(
        [AsParameters] Query query, [AsParameters] ConversationFilter filter, RelaisDb db, SearchResults results, ConversationFiltering filtering, CurrentMember me, CancellationToken cancel)
    {
        var position = await EventFeed.Position(db, cancel);
        if (SearchTerms.Of(query.Words) is not { } terms) return TypedResults.Ok(new Page<SearchResult>([], null, position));

        var rows = db.Conversations.AsNoTracking().VisibleTo(me, db);
        if (ConversationStates.Of(query.State) is { } state) rows = rows.Where(row => row.State == state);
        var (found, next) = await Look(
            new Wanted(terms, await filtering.Fitting(rows, filter, cancel), filter.From, filter.To), Place(query.After), Math.Clamp(query.Limit, 1, 50), results, cancel);
        return TypedResults.Ok(new Page<SearchResult>(found, next?.ToString(CultureInfo.InvariantCulture), position));
    }

    private static async Task<(IReadOnlyList<SearchResult> Found, long? Next)> Look(
        Wanted wanted, long? before, int limit, SearchResults results, CancellationToken cancel)
    {
        var found = new List<SearchResult>();
        var known = new HashSet<Guid>();
        var looked = 0;
        for (var atOnce = FirstLook; looked < FarthestLook; atOnce *= 4)
        {
            var hits = await results.Find(wanted.Terms, before, atOnce, cancel);
            var conversations = hits.GroupBy(hit => hit.ConversationId).Where(one => known.Add(one.Key)).ToList();
            var visible = await results.Visible(wanted.Rows, conversations.ConvertAll(one => one.Key), cancel);
            foreach (var some in conversations.Where(one => visible.Contains(one.Key)).Chunk(limit))
            {
                foreach (var result in await results.Of(some, wanted, cancel))
                {
                    if (found.Count == limit) return (found, result.Place + 1);

                    found.Add(result.Result);
                }
            }

            if (hits.Count < atOnce) return (found, null);

            before = hits[^1].Place;
            looked += hits.Count;
        }

        return (found, before);
    }

    private static long? Place(string? cursor) => string.IsNullOrEmpty(cursor) ? null
        : long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place
        : throw new BadHttpRequestException("Use the cursor of the page before.");
}

/// <summary>What is looked for, and where.</summary>
/// <param name="Rows">The conversations that fit, of those this member may see.</param>
internal sealed record Wanted(SearchTerms Terms, IQueryable<Conversation> Rows, DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>Whether the index alone cannot tell.</summary>
    public bool MustBeRead => Terms.HasPhrases || From is not null || To is not null;

    public bool Includes(DateTimeOffset at) => !(at < From) && !(at > To);
}

/// <summary>A conversation that was found. On a later page it may come again, with older hits.</summary>
/// <param name="Hits">The newest of them, a few.</param>
public sealed record SearchResult(ConversationRow Conversation, IReadOnlyList<Finding> Hits);

/// <summary>Where the words stand.</summary>
/// <param name="MessageId">Null when they stand in what is known of the contact.</param>
/// <param name="At">When it was written; of a contact, when the conversation began.</param>
public sealed record Finding(Guid? MessageId, Direction? Direction, Actor? Author, DateTimeOffset At, IReadOnlyList<ExcerptPart> Excerpt);
