using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;
using Relais.Server.Topics;

namespace Relais.Server.Conversations;

/// <summary>Which of the conversations one may see. All of it must be true; what is not said leaves all.</summary>
/// <param name="Assignee"><c>me</c>, <c>none</c>, <c>any</c> or a member's id. Whose teams do not let them filter ask for no colleague.</param>
/// <param name="ChannelId">Only for members whose teams let them choose channels.</param>
/// <param name="Team">The id of a team it was routed to, or <c>none</c>.</param>
/// <param name="TopicId">Or a part of it.</param>
/// <param name="GroupId">A group of its contact.</param>
/// <param name="Vip">Only of contacts who matter most.</param>
/// <param name="From">Something was written since.</param>
/// <param name="To">It had begun by then.</param>
#nullable disable annotations // the generator of endpoints writes typeof(string?) for these, which the compiler refuses
public sealed record ConversationFilter(
    string Assignee = null,
    Guid? ChannelId = null,
    string Team = null,
    Guid? TopicId = null,
    Guid? GroupId = null,
    bool Vip = false,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null);
#nullable restore annotations

internal static class ConversationFiltering
{
    public static async Task<IQueryable<Conversation>> Fitting(
        this IQueryable<Conversation> rows, ConversationFilter filter, CurrentMember me, RelaisDb db, CancellationToken cancel)
    {
        if (me.Rules.MayChooseChannels && filter.ChannelId is { } channelId) rows = rows.Where(row => row.ChannelId == channelId);
        if (filter.From is { } from) rows = rows.Where(row => row.LastMessageAt >= from);
        if (filter.To is { } to) rows = rows.Where(row => row.OpenedAt <= to);
        if (filter.Vip) rows = rows.Where(row => db.Contacts.Any(contact => contact.Id == row.ContactId && contact.IsVip));
        if (filter.GroupId is { } groupId) rows = rows.Where(row => db.GroupMembers.Any(member => member.ContactId == row.ContactId && member.GroupId == groupId));
        if (filter.TopicId is { } topicId) rows = await About(rows, topicId, db, cancel);
        return OfTeam(AssignedTo(rows, filter.Assignee, me), filter.Team, db);
    }

    private static async Task<IQueryable<Conversation>> About(IQueryable<Conversation> rows, Guid topicId, RelaisDb db, CancellationToken cancel)
    {
        Guid[] topics = [topicId, .. (await db.TopicTree(cancel)).Below(topicId).Select(topic => topic.Id)];
        return rows.Where(row => db.ConversationTopics.Any(topic => topic.ConversationId == row.Id && topics.Contains(topic.TopicId)));
    }

    private static IQueryable<Conversation> OfTeam(IQueryable<Conversation> rows, string? team, RelaisDb db)
    {
        if (string.IsNullOrEmpty(team)) return rows;
        if (team == "none") return rows.Where(row => !db.ConversationTeams.Any(one => one.ConversationId == row.Id));

        return Guid.TryParse(team, out var teamId)
            ? rows.Where(row => db.ConversationTeams.Any(one => one.ConversationId == row.Id && one.TeamId == teamId))
            : throw new BadHttpRequestException("team must be none or a team's id.");
    }

    private static IQueryable<Conversation> AssignedTo(IQueryable<Conversation> rows, string? assignee, CurrentMember me)
    {
        switch (assignee)
        {
            case null or "": return rows;
            case "any": return rows.Where(row => row.AssigneeId != null);
            case "none": return rows.Where(row => row.AssigneeId == null);
        }

        var memberId = assignee == "me" ? me.Id : Colleague(assignee, me);
        return rows.Where(row => row.AssigneeId == memberId);
    }

    private static Guid Colleague(string assignee, CurrentMember me)
    {
        if (!Guid.TryParse(assignee, out var id)) throw new BadHttpRequestException("assignee must be me, none, any or a member's id.");

        return id == me.Id || me.Rules.MayFilter
            ? id
            : throw new RuleViolation("queue.filter.denied", "Your team works without filters: ask for what is yours or nobody's.");
    }
}
