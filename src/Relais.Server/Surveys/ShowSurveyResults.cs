using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Surveys;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Surveys;

/// <summary>How satisfied contacts are: in all, day by day, by agent, team, channel and topic. The store adds up; nothing is read but sums.</summary>
public static class ShowSurveyResults
{
    /// <param name="Asked">How many contacts were asked.</param>
    /// <param name="Answered">How many gave a score.</param>
    /// <param name="Satisfied">How many gave 4 or 5.</param>
    /// <param name="Sum">All scores together.</param>
    public record Tally(int Asked, int Answered, int Satisfied, int Sum);

    /// <param name="Id">Of the agent, team, channel or topic; null = nobody, as where no person ended the conversation.</param>
    public sealed record Part(Guid? Id, int Asked, int Answered, int Satisfied, int Sum) : Tally(Asked, Answered, Satisfied, Sum);

    /// <param name="Date">As 2026-11-26.</param>
    public sealed record Day(DateOnly Date, int Asked, int Answered, int Satisfied, int Sum) : Tally(Asked, Answered, Satisfied, Sum);

    /// <param name="Scores">How often each score was given, from 1 to 5.</param>
    /// <param name="Comments">How many wrote something beside.</param>
    /// <param name="NotAsked">Why others were not asked, and how many.</param>
    public sealed record Answer(
        Tally Total, IReadOnlyList<int> Scores, int Comments, IReadOnlyList<Day> Days,
        IReadOnlyList<Part> Agents, IReadOnlyList<Part> Teams, IReadOnlyList<Part> Channels, IReadOnlyList<Part> Topics, IReadOnlyList<Missed> NotAsked);

    public sealed record Missed(SurveyObstacle Obstacle, int Count);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/survey-results", Handle)
            .Needs(Permission.SeeConversations)
            .WithName("ShowSurveyResults").WithTags("Surveys").WithSummary("How satisfied contacts are; agents see their own results")
            .Produces<Answer>();

    private static async Task<IResult> Handle([AsParameters] SurveyFilter filter, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var asked = db.SurveyRequests.VisibleTo(me, db).Within(filter, db);
        var agents = await Parts(asked.Select(row => new Scored { Key = row.ResolverId, Score = row.Score }), cancel);
        var teams = await Parts(db.Teams.SelectMany(team => team.Members, (team, seat) => new { team.Id, seat.MemberId })
            .Join(asked, seat => (Guid?)seat.MemberId, row => row.ResolverId, (seat, row) => new Scored { Key = seat.Id, Score = row.Score }), cancel);
        var channels = await Parts(asked.Select(row => new Scored { Key = row.ChannelId, Score = row.Score }), cancel);
        var topics = await Parts(asked.Join(db.ConversationTopics, row => row.ConversationId, topic => topic.ConversationId, (row, topic) => new Scored { Key = topic.TopicId, Score = row.Score }), cancel);
        var scores = await asked.Where(row => row.Score != null).GroupBy(row => row.Score).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(one => one.Key!.Value, one => one.Count, cancel);
        return TypedResults.Ok(new Answer(
            channels.Aggregate(new Tally(0, 0, 0, 0), (all, one) => new Tally(all.Asked + one.Asked, all.Answered + one.Answered, all.Satisfied + one.Satisfied, all.Sum + one.Sum)),
            [.. Enumerable.Range(Rating.Worst, Rating.Best).Select(score => scores.GetValueOrDefault(score))],
            await asked.CountAsync(row => row.Comment != null, cancel),
            await DaysOf(asked, cancel),
            agents, teams, channels, topics,
            await NotAsked(filter, db, me, cancel)));
    }

    private static async Task<List<Part>> Parts(IQueryable<Scored> scored, CancellationToken cancel) =>
        [.. (await scored.GroupBy(row => row.Key)
            .Select(same => new { same.Key, Asked = same.Count(), Answered = same.Count(row => row.Score != null), Satisfied = same.Count(row => row.Score >= Rating.Satisfied), Sum = same.Sum(row => row.Score) ?? 0 })
            .ToListAsync(cancel))
            .Select(one => new Part(one.Key, one.Asked, one.Answered, one.Satisfied, one.Sum)).OrderByDescending(one => one.Asked).ThenBy(one => one.Id)];

    private static async Task<List<Day>> DaysOf(IQueryable<SurveyRequest> asked, CancellationToken cancel) =>
        [.. (await asked.GroupBy(row => row.AskedDay)
            .Select(same => new { same.Key, Asked = same.Count(), Answered = same.Count(row => row.Score != null), Satisfied = same.Count(row => row.Score >= Rating.Satisfied), Sum = same.Sum(row => row.Score) ?? 0 })
            .ToListAsync(cancel))
            .OrderBy(one => one.Key).Select(one => new Day(DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(one.Key ?? 0)), one.Asked, one.Answered, one.Satisfied, one.Sum))];

    private static async Task<List<Missed>> NotAsked(SurveyFilter filter, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var missed = db.SurveyRequests.VisibleTo(me, db).Where(row => row.Obstacle != null);
        if (filter.From is { } from) missed = missed.Where(row => row.ResolvedAt >= from.ToUniversalTime());
        if (filter.To is { } to) missed = missed.Where(row => row.ResolvedAt < to.ToUniversalTime());
        if (filter.ChannelId is { } channel) missed = missed.Where(row => row.ChannelId == channel);
        if (filter.MemberId is { } member) missed = missed.Where(row => row.ResolverId == member);
        var counted = await missed.GroupBy(row => row.Obstacle).Select(same => new { same.Key, Count = same.Count() }).ToListAsync(cancel);
        return [.. counted.OrderByDescending(one => one.Count).Select(one => new Missed(one.Key!.Value, one.Count))];
    }

    private sealed class Scored
    {
        public Guid? Key { get; init; }

        public int? Score { get; init; }
    }
}
