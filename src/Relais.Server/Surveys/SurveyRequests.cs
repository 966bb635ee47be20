using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;
using Relais.Domain.Surveys;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Surveys;

/// <summary>
/// What follows for surveys from events, in their transaction: where a survey asks, each end of a conversation makes a request that is
/// looked at right after; whoever moves a conversation on ends the request it is held for.
/// </summary>
internal static class SurveyRequests
{
    private const string EndSql =
        "UPDATE survey_requests SET state = @p1, until = NULL, version = version + 1 WHERE conversation_id = @p0 AND state IN (@p2, @p3)";

    public static async Task Follow(RelaisDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancel)
    {
        await Make(db, [.. events.OfType<ConversationResolved>().Where(about => about.Resolution.Way is not (ResolveWay.Survey or ResolveWay.Blocked or ResolveWay.Muted or ResolveWay.Merged or ResolveWay.Broadcast))], cancel);
        var left = events.OfType<ConversationEvent>().Where(about => about.LeftItsVirtualAgent).Select(about => about.Conversation.Id).Distinct();
        await db.Dialect.ExecuteMany(db, EndSql, [.. left.Select(id => new object?[] { id, RequestState.Over, RequestState.Asked, RequestState.Following })], cancel);
    }

    private static async Task Make(RelaisDb db, IReadOnlyList<ConversationResolved> ends, CancellationToken cancel)
    {
        if (ends.Count == 0) return;

        Guid[] channels = [.. ends.Select(about => about.Conversation.ChannelId).Distinct()];
        var surveys = await db.Surveys.IgnoreQueryFilters().AsNoTracking().Where(row => row.Channels.Any(one => one.IsActive && channels.Contains(one.ChannelId))).ToListAsync(cancel);
        if (surveys.Count == 0) return;

        var asking = surveys.SelectMany(survey => survey.Channels.Where(one => one.IsActive).Select(one => (one.ChannelId, survey.Id))).ToDictionary(one => one.ChannelId, one => one.Id);
        var made = ends.Where(about => asking.ContainsKey(about.Conversation.ChannelId)).Select(about => Of(asking[about.Conversation.ChannelId], about)).ToList();
        made = [.. made.DistinctBy(one => (one.ConversationId, one.ResolvedAt)).ExceptBy(await Known(db, made, cancel), one => (one.ConversationId, one.ResolvedAt))];
        await Bulk.Insert(db, made, cancel);
        await db.SetTimers([.. made.Select(one => new TimerRow { Kind = SurveyTimer.Name, Subject = one.ConversationId, OrganisationId = one.OrganisationId, DueAt = one.ResolvedAt })], cancel);
    }

    private static SurveyRequest Of(Guid surveyId, ConversationResolved about)
    {
        var (conversation, resolution) = (about.Conversation, about.Resolution);
        var ending = new SurveyEnding(conversation.Visibility, resolution.Way, resolution.Reason is { IsSystem: true }, about.By.Kind, resolution.MayBeSurveyed);
        return new SurveyRequest(surveyId, conversation, ending, about.By, about.At);
    }

    /// <summary>Reopened and ended again within one tick of the clock is one end.</summary>
    private static async Task<IEnumerable<(Guid, DateTimeOffset)>> Known(RelaisDb db, List<SurveyRequest> made, CancellationToken cancel)
    {
        Guid[] ids = [.. made.Select(one => one.ConversationId)];
        var known = await db.SurveyRequests.IgnoreQueryFilters().Where(row => ids.Contains(row.ConversationId)).Select(row => new { row.ConversationId, row.ResolvedAt }).ToListAsync(cancel);
        return known.Select(one => (one.ConversationId, one.ResolvedAt));
    }
}
