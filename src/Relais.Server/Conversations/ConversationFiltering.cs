using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;
using Relais.Server.Topics;

namespace Relais.Server.Conversations;

/// <summary>Narrows conversations by a filter: by what stands in their own rows, and by what stands beside them.</summary>
public sealed class ConversationFiltering(RelaisDb db, CurrentMember me, TimeProvider clock)
{
    /// <summary>So few are looked up one by one; what is more frequent is met on the way along the order.</summary>
    private const int Few = 1000;

    public async Task<IQueryable<Conversation>> Fitting(IQueryable<Conversation> rows, ConversationFilter filter, CancellationToken cancel) =>
        await Beside(Own(rows, filter), filter, cancel);

    /// <summary>By the columns of the conversation.</summary>
    internal IQueryable<Conversation> Own(IQueryable<Conversation> rows, ConversationFilter filter)
    {
        if (me.Rules.MayChooseChannels && filter.ChannelId is { } channelId) rows = rows.Where(row => row.ChannelId == channelId);
        if (filter.From is { } from) rows = rows.Where(row => row.LastMessageAt >= from);
        if (filter.To is { } to) rows = rows.Where(row => row.OpenedAt <= to);
        if (filter.Priority is { } priority) rows = rows.Where(row => row.Priority >= priority);
        if (filter.Boomerang) rows = rows.Where(row => row.BoomerangAt != null);
        if (Since(filter.Waiting) is { } since) rows = rows.Where(row => row.StateSince <= since);
        if (VisibilityOf(filter.Visibility) is { } visibility) rows = rows.Where(row => row.Visibility == visibility);
        return AssignedTo(rows, filter.Assignee);
    }

    /// <summary>By its teams, its topics, the tags of its messages, its contact, why it ended and what was said of it.</summary>
    internal async Task<IQueryable<Conversation>> Beside(IQueryable<Conversation> rows, ConversationFilter filter, CancellationToken cancel)
    {
        if (filter.Vip) rows = rows.Where(row => db.Contacts.Any(contact => contact.Id == row.ContactId && contact.IsVip));
        if (filter.Language is { Length: > 0 } language) rows = rows.Where(row => db.Contacts.Any(contact => contact.Id == row.ContactId && (contact.Language == language || contact.Language!.StartsWith(language + "-"))));
        if (filter.GroupId is { } groupId) rows = rows.Where(row => db.GroupMembers.Any(member => member.ContactId == row.ContactId && member.GroupId == groupId));
        if (filter.TagId is { } tagId) rows = rows.Where(row => db.MessageTags.Any(tag => tag.ConversationId == row.Id && tag.TagId == tagId));
        if (filter.ReasonId is { } reasonId) rows = rows.Where(row => row.ResolveReasonId == reasonId);
        if (filter.Score is { } score) rows = rows.Where(row => db.SurveyRequests.Any(asked => asked.ConversationId == row.Id && asked.Score == score));
        if (filter.Team == "none") rows = rows.Where(row => !db.ConversationTeams.Any(one => one.ConversationId == row.Id));
        if (TeamOf(filter.Team) is { } teamId) rows = rows.Where(row => db.ConversationTeams.Any(one => one.ConversationId == row.Id && one.TeamId == teamId));
        if (filter.PostId is { } postId) rows = rows.Where(row => Under(postId).Contains(row.ThreadId));
        if (filter.TopicId is not { } topicId) return rows;

        var topics = await With(topicId, cancel);
        return rows.Where(row => db.ConversationTopics.Any(topic => topic.ConversationId == row.Id && topics.Contains(topic.TopicId)));
    }

    internal static bool IsBeside(ConversationFilter filter) =>
        filter is { Vip: true } or { GroupId: not null } or { TopicId: not null } or { TagId: not null } or { Language.Length: > 0 } or { Team.Length: > 0 }
            or { ReasonId: not null } or { Score: not null } or { PostId: not null };

    /// <summary>The threads below a post.</summary>
    private IQueryable<Guid> Under(Guid postId) =>
        from post in db.Posts
        where post.Id == postId
        join thread in db.Threads on new { post.ChannelId, Post = post.ExternalId } equals new { thread.ChannelId, thread.Post }
        select thread.Id;

    /// <returns>The rows among which all that fit are, when those are few; else null.</returns>
    internal async Task<IQueryable<Conversation>?> FewAmong(IQueryable<Conversation> rows, ConversationFilter filter, CancellationToken cancel)
    {
        if (filter.PostId is { } postId && await FewOf(Under(postId), cancel) is { } below)
            return rows.Where(row => below.Contains(row.ThreadId));

        if (filter.TopicId is { } topicId && await FewFiled(await With(topicId, cancel), cancel) is { } filed)
            return rows.Where(row => filed.Contains(row.Id));

        if (filter.TagId is { } tagId
            && await FewOf(db.MessageTags.Where(row => row.TagId == tagId).Select(row => row.ConversationId).Distinct(), cancel) is { } tagged)
            return rows.Where(row => tagged.Contains(row.Id));

        if (TeamOf(filter.Team) is { } teamId
            && await FewOf(db.ConversationTeams.Where(row => row.TeamId == teamId).Select(row => row.ConversationId), cancel) is { } routed)
            return rows.Where(row => routed.Contains(row.Id));

        if (filter.GroupId is { } groupId
            && await FewOf(db.GroupMembers.Where(row => row.GroupId == groupId).Select(row => row.ContactId), cancel) is { } members)
            return rows.Where(row => members.Contains(row.ContactId));

        return filter.Vip && await FewOf(db.Contacts.Where(row => row.IsVip).Select(row => row.Id), cancel) is { } vips
            ? rows.Where(row => vips.Contains(row.ContactId))
            : null;
    }

    private async Task<Guid[]?> FewFiled(IEnumerable<Guid> topics, CancellationToken cancel)
    {
        var filed = new HashSet<Guid>();
        foreach (var topic in topics)
        {
            if (await FewOf(db.ConversationTopics.Where(row => row.TopicId == topic).Select(row => row.ConversationId), cancel) is not { } some) return null;

            filed.UnionWith(some);
            if (filed.Count > Few) return null;
        }

        return [.. filed];
    }

    private static async Task<Guid[]?> FewOf(IQueryable<Guid> ids, CancellationToken cancel) =>
        await ids.OrderBy(id => id).Take(Few + 1).ToArrayAsync(cancel) is { Length: <= Few } few ? few : null;

    private async Task<Guid[]> With(Guid topicId, CancellationToken cancel) =>
        [topicId, .. (await db.TopicTree(cancel)).Below(topicId).Select(topic => topic.Id)];

    private DateTimeOffset? Since(int? minutes) => minutes is { } waited ? clock.GetUtcNow() - TimeSpan.FromMinutes(Math.Clamp(waited, 0, 1_000_000)) : null;

    private static Visibility? VisibilityOf(string? visibility) => string.IsNullOrEmpty(visibility) ? null
        : Enum.TryParse<Visibility>(visibility, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known
        : throw new BadHttpRequestException("visibility must be private or public.");

    private static Guid? TeamOf(string? team) => string.IsNullOrEmpty(team) || team == "none" ? null
        : Guid.TryParse(team, out var id) ? id
        : throw new BadHttpRequestException("team must be none or a team's id.");

    private IQueryable<Conversation> AssignedTo(IQueryable<Conversation> rows, string? assignee)
    {
        switch (assignee)
        {
            case null or "": return rows;
            case "any": return rows.Where(row => row.AssigneeId != null);
            case "none": return rows.Where(row => row.AssigneeId == null);
        }

        var memberId = assignee == "me" ? me.Id : Colleague(assignee);
        return rows.Where(row => row.AssigneeId == memberId);
    }

    private Guid Colleague(string assignee)
    {
        if (!Guid.TryParse(assignee, out var id)) throw new BadHttpRequestException("assignee must be me, none, any or a member's id.");

        return id == me.Id || me.Rules.MayFilter
            ? id
            : throw Denied();
    }

    internal static RuleViolation Denied() => new("queue.filter.denied", "Your team works without filters: ask for what is yours or nobody's.");
}
