using Microsoft.EntityFrameworkCore;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;

namespace Relais.Tests.Surveys;

/// <summary>I21, whatever contacts, agents and time do: each end is asked about once at most, and its score is the first one given in time.</summary>
public sealed class SurveyModelTests
{
    private static readonly Act[] Acts = [.. Enum.GetValues<Act>(), Act.Ends, Act.Hours, Act.Rates];

    [Fact]
    public async Task Each_end_is_asked_about_once_and_answered_once()
    {
        await using var post = await PigeonPost.Open();
        await new Asking { Negative = null, DelayMinutes = 30 }.On(post.Shop.Diane, post.ChannelId);
        var reason = await Asking.Reason(post.Shop.Diane);
        var seed = 0;
        foreach (var story in Stories())
        {
            var who = $"c{seed++}";
            await post.Bring(post.Says("Bonjour", who));
            var thread = (await post.Rows("new")).Last().Id("threadId");
            foreach (var act in story) await Do(post, act, who, thread, reason);
            await post.App.ShouldBeSound();
            await Reckon(post, thread);
        }

        (await post.App.Look(db => db.SurveyRequests.IgnoreQueryFilters().CountAsync(row => row.Score != null))).ShouldBeGreaterThan(2, "the stories must reach what they are about");
    }

    /// <summary>What was told and what is kept are the same: a score was told once for each that is kept, and none for what was not asked.</summary>
    private static async Task Reckon(PigeonPost post, Guid thread)
    {
        var kept = await post.App.Look(db => db.SurveyRequests.IgnoreQueryFilters().AsNoTracking().Where(row => row.ThreadId == thread).ToListAsync());
        var told = await post.App.Look(db => db.Events.IgnoreQueryFilters().Where(row => row.ThreadId == thread && row.Kind == "surveyAnswered").CountAsync());
        told.ShouldBe(kept.Count(row => row.Score != null));
        kept.Where(row => row.Score != null).ShouldAllBe(row => row.AnsweredAt <= row.AskedAt + Domain.Surveys.SurveyRequest.Late);
        kept.DistinctBy(row => (row.ConversationId, row.ResolvedAt)).Count().ShouldBe(kept.Count);
    }

    private static async Task Do(PigeonPost post, Act act, string who, Guid thread, Guid reason)
    {
        var row = (await post.Rows("new pending held resolved")).Last(one => one.Id("threadId") == thread);
        switch (act)
        {
            case Act.Writes: await post.Bring(post.Says("J’ai encore une question à vous poser au sujet de ma commande", who)); break;
            case Act.Rates: await post.Bring(post.Says("4", who)); break;
            case Act.RatesTwice: await post.Bring(post.Says("5", who), post.Says("1", who)); break;
            case Act.Ends: await post.Ana.Put($"conversations/{row.Id()}/resolution", new { reasonId = reason }); break;
            case Act.Reopens when row.Text("state") == "resolved": await post.Ana.Delete($"conversations/{row.Id()}/resolution"); break;
            case Act.Answers when row.Text("state") != "resolved": await PigeonPost.Answer(post.Ana, row.Id(), "Voici."); break;
            case Act.Hours: await Passes(post, 1); break;
            case Act.Day: await Passes(post, 24); break;
            case Act.FiveDays: await Passes(post, 120); break;
        }

        await post.App.UntilNothingWaits();
    }

    private static async Task Passes(PigeonPost post, int hours)
    {
        await post.Later(TimeSpan.FromHours(hours));
        await post.App.UntilNothingWaits();
    }

    private static List<Act[]> Stories()
    {
        var chance = new Random(17);
        return [.. Enumerable.Range(0, 8).Select(_ => chance.GetItems(Acts, 12))];
    }

    private enum Act
    {
        Writes,
        Rates,
        RatesTwice,
        Ends,
        Reopens,
        Answers,
        Hours,
        Day,
        FiveDays,
    }
}
