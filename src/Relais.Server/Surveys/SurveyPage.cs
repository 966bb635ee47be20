using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Surveys;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Surveys;

/// <summary>
/// The page where a contact answers whose channel takes no message any more. Looking at it, as mail programs do before anybody else,
/// answers nothing: only sending the form does, once.
/// </summary>
public static class SurveyPage
{
    private const int LongestForm = 16_384;
    private const string Html = "text/html; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/survey-page/{token}", Show).Open("Contacts have no account; the token, made for one of them and one conversation, is what lets him in.")
            .WithName("ShowSurveyPage").WithTags("Surveys").WithSummary("The page where a contact says how it was")
            .Produces<string>(StatusCodes.Status200OK, "text/html").Produces<string>(StatusCodes.Status404NotFound, "text/html").Produces<string>(StatusCodes.Status429TooManyRequests, "text/html");
        routes.MapPost("/survey-page/{token}", Take).Open("Contacts have no account; the token, made for one of them and one conversation, is what lets him in.")
            .WithName("AnswerSurveyPage").WithTags("Surveys").WithSummary("A contact says how it was, once")
            .Produces<string>(StatusCodes.Status200OK, "text/html").Produces<string>(StatusCodes.Status404NotFound, "text/html")
            .Produces<string>(StatusCodes.Status422UnprocessableEntity, "text/html").Produces<string>(StatusCodes.Status429TooManyRequests, "text/html");
    }

    private static async Task<IResult> Show(string token, HttpContext http, RelaisDb db, IServiceProvider services, TimeProvider clock, CancellationToken cancel)
    {
        if (!services.GetRequiredService<SurveyLimits>().Admit(http)) return Nothing(http, "busy", StatusCodes.Status429TooManyRequests);

        var request = await Find(db, token, cancel);
        return request?.Counts(clock.GetUtcNow()) == true ? Page(SurveyHtml.Form(request.Plan!, isChoiceMissing: false)) : Nothing(http, "gone", StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Take(string token, HttpContext http, RelaisDb db, IServiceProvider services, TimeProvider clock, CancellationToken cancel)
    {
        if (!services.GetRequiredService<SurveyLimits>().Admit(http)) return Nothing(http, "busy", StatusCodes.Status429TooManyRequests);
        if (await Find(db, token, cancel) is not { } seen || !seen.Counts(clock.GetUtcNow())) return Nothing(http, "gone", StatusCodes.Status404NotFound);

        var (raw, comment) = await Read(http.Request, cancel);
        if (raw is not { } value || !seen.Plan!.Question.Values().Contains(value)) return Page(SurveyHtml.Form(seen.Plan!, isChoiceMissing: true), StatusCodes.Status422UnprocessableEntity);

        db.Scope = seen.OrganisationId;
        await using var turn = await db.BeginWrite(cancel);
        var isKept = await Keep(db, seen, Rating.Of(seen.Plan.Question, value), comment, clock.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return isKept ? Page(SurveyHtml.Thanks(seen.Plan)) : Nothing(http, "gone", StatusCodes.Status404NotFound);
    }

    private static async Task<bool> Keep(RelaisDb db, SurveyRequest seen, Rating rating, string? comment, DateTimeOffset now, CancellationToken cancel)
    {
        await db.Dialect.LockThreads(db, [seen.ThreadId], cancel);
        var request = await db.SurveyRequests.FirstOrDefaultAsync(row => row.Id == seen.Id, cancel);
        var conversation = await db.Conversations.FirstOrDefaultAsync(row => row.Id == seen.ConversationId, cancel);
        if (request is null || conversation is null || !request.AnswerAtOnce(rating, comment, now)) return false;
        if (conversation.ResolvedAt != request.ResolvedAt) return true; // It was taken up again since: what he said is of the end before.

        var by = (await db.Contacts.FirstAsync(row => row.Id == conversation.ContactId, cancel)).AsActor();
        var tells = rating.Score <= Rating.Low ? await db.Supervising(conversation, cancel) : [];
        conversation.Rate(new SurveyAnswer(request.Plan!.Question, rating.Raw, rating.Score), tells, by, now);
        if (request.Comment is { } words) conversation.Comment(words, by, now);
        return true;
    }

    private static Task<SurveyRequest?> Find(RelaisDb db, string token, CancellationToken cancel)
    {
        var hash = SurveyLink.HashOf(token);
        return db.SurveyRequests.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(row => row.LinkHash == hash, cancel);
    }

    private static async Task<(int? Raw, string? Comment)> Read(HttpRequest request, CancellationToken cancel)
    {
        if (!request.HasFormContentType || request.ContentLength is null or > LongestForm) return (null, null);

        var form = await request.ReadFormAsync(cancel);
        return (int.TryParse(form["rating"], NumberStyles.None, CultureInfo.InvariantCulture, out var raw) ? raw : null, form["comment"]);
    }

    private static ContentHttpResult Nothing(HttpContext http, string what, int status) =>
        Page(SurveyHtml.Nothing(http.Request.Headers.AcceptLanguage.ToString().StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en", what), status);

    private static ContentHttpResult Page(string html, int status = StatusCodes.Status200OK) => TypedResults.Text(html, Html, statusCode: status);
}
