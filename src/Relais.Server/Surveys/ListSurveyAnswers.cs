using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Surveys;
using Relais.Server.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Surveys;

/// <summary>The answers behind the results, the last one first, each with its conversation.</summary>
public static class ListSurveyAnswers
{
    private const int Most = 200;

    /// <param name="Score">Only this one; 0 = all.</param>
    /// <param name="OnlyComments">Only those who wrote something beside.</param>
    /// <param name="After">The cursor of the page before.</param>
#nullable disable annotations // the generator of endpoints writes typeof(string?) for these, which the compiler refuses
    public sealed record Query(int Score = 0, bool OnlyComments = false, string After = null, int Limit = 50);
#nullable restore annotations

    /// <param name="Raw">As the contact gave it.</param>
    /// <param name="Score">From 1 to 5.</param>
    /// <param name="ResolverId">The member who ended the conversation.</param>
    public sealed record Line(
        Guid Id, Guid ConversationId, int Number, ContactSummary Contact, Guid ChannelId, Guid? ResolverId, string ResolverName, QuestionKind Question, int Raw, int Score, string? Comment, DateTimeOffset AnsweredAt);

    /// <param name="Next">The cursor of what follows; null at the end.</param>
    public sealed record Answer(IReadOnlyList<Line> Items, string? Next);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/survey-answers", Handle)
            .Needs(Permission.SeeConversations)
            .WithName("ListSurveyAnswers").WithTags("Surveys").WithSummary("The answers behind the results; agents see those to their own conversations")
            .Produces<Answer>();

    private static async Task<IResult> Handle([AsParameters] Query query, [AsParameters] SurveyFilter filter, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var limit = Math.Clamp(query.Limit, 1, Most);
        var answers = db.SurveyRequests.AsNoTracking().VisibleTo(me, db).Within(filter, db).Where(row => row.Score != null);
        if (query.Score > 0) answers = answers.Where(row => row.Score == query.Score);
        if (query.OnlyComments) answers = answers.Where(row => row.Comment != null);
        if (Cursor.Parse(query.After) is { } after) answers = answers.Where(row => row.AnsweredAt <= after.At && (row.AnsweredAt < after.At || row.Id < after.Id));

        var found = await answers.OrderByDescending(row => row.AnsweredAt).ThenByDescending(row => row.Id).Take(limit + 1)
            .Join(db.Conversations, row => row.ConversationId, row => row.Id, (asked, conversation) => new { asked, conversation.Number, conversation.ContactId })
            .Join(db.Contacts, row => row.ContactId, row => row.Id, (row, contact) => new { row.asked, row.Number, contact })
            .OrderByDescending(row => row.asked.AnsweredAt).ThenByDescending(row => row.asked.Id).ToListAsync(cancel);
        var last = found.Count > limit ? found[limit - 1].asked : null;
        return TypedResults.Ok(new Answer(
            [.. found.Take(limit).Select(row => new Line(
                row.asked.Id, row.asked.ConversationId, row.Number, ContactSummary.Of(row.contact), row.asked.ChannelId, row.asked.ResolverId, row.asked.ResolverName,
                row.asked.Plan!.Question, row.asked.Raw!.Value, row.asked.Score!.Value, row.asked.Comment, row.asked.AnsweredAt!.Value))],
            last is null ? null : new Cursor(last.AnsweredAt!.Value, last.Id).ToString()));
    }
}
