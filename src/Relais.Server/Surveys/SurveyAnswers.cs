using Relais.Domain.People;
using Relais.Domain.Surveys;
using Relais.Server.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Surveys;

/// <summary>Which results one looks at.</summary>
/// <param name="From">Asked from this instant on.</param>
/// <param name="To">Asked before this one.</param>
/// <param name="MemberId">Whose conversations.</param>
/// <param name="TeamId">Of which team's members.</param>
/// <param name="TopicId">About what.</param>
public sealed record SurveyFilter(DateTimeOffset? From = null, DateTimeOffset? To = null, Guid? ChannelId = null, Guid? MemberId = null, Guid? TeamId = null, Guid? TopicId = null);

/// <summary>The only door to results for a request.</summary>
internal static class SurveyAnswers
{
    /// <summary>Supervisors see those of the channels they see; agents see their own.</summary>
    public static IQueryable<SurveyRequest> VisibleTo(this IQueryable<SurveyRequest> requests, CurrentMember me, RelaisDb db)
    {
        if (!me.Role.May(Permission.Supervise)) return requests.Where(row => row.ResolverId == me.Id);
        if (me.ChannelIds is null) return requests;

        var conversations = db.Conversations.VisibleTo(me, db).Select(conversation => conversation.Id);
        return requests.Where(row => conversations.Contains(row.ConversationId));
    }

    public static IQueryable<SurveyRequest> Within(this IQueryable<SurveyRequest> requests, SurveyFilter filter, RelaisDb db)
    {
        requests = requests.Where(row => row.AskedAt != null);
        if (filter.From is { } from) requests = requests.Where(row => row.AskedAt >= from.ToUniversalTime());
        if (filter.To is { } to) requests = requests.Where(row => row.AskedAt < to.ToUniversalTime());
        if (filter.ChannelId is { } channel) requests = requests.Where(row => row.ChannelId == channel);
        if (filter.MemberId is { } member) requests = requests.Where(row => row.ResolverId == member);
        if (filter.TeamId is { } team) requests = requests.Where(row => db.Teams.Any(one => one.Id == team && one.Members.Any(seat => seat.MemberId == row.ResolverId)));
        if (filter.TopicId is { } topic) requests = requests.Where(row => db.ConversationTopics.Any(one => one.ConversationId == row.ConversationId && one.TopicId == topic));
        return requests;
    }
}
