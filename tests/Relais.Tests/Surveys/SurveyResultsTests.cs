using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Surveys;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;

namespace Relais.Tests.Surveys;

/// <summary>What the results page adds up is what one counts by hand.</summary>
public sealed class SurveyResultsTests : IAsyncLifetime
{
    private PigeonPost post = null!;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    [Fact]
    public async Task Sums_are_those_one_counts_by_hand()
    {
        var second = await post.Connect(post.OrganisationId);
        await new Asking { Negative = null }.On(post.Shop.Diane, post.ChannelId, second);
        var (topic, reason) = ((await post.Shop.Diane.Post("topics", new { name = "Livraison" })).Id(), await Asking.Reason(post.Shop.Diane));
        var scores = new int?[] { 5, 1, null, 4, 3, 5, null, 2, 5, 4 };
        for (var index = 0; index < scores.Length; index++)
        {
            var (who, channel) = ($"c{index}", index % 3 == 0 ? second : post.ChannelId);
            await post.Bring(channel, post.Says("Bonjour", who));
            var row = (await post.Rows("new")).Single();
            if (index % 2 == 0) await post.Ana.Put($"conversations/{row.Id()}/topics/{topic}", new { });
            await (index % 4 == 0 ? post.Bruno : post.Ana).Put($"conversations/{row.Id()}/resolution", new { reasonId = reason });
            await post.App.UntilNothingWaits();
            if (scores[index] is { } score) await post.Bring(channel, post.Says($"{score}", who));
            if (index == 5) await NextDay();
            await post.App.UntilNothingWaits();
        }

        var kept = await post.App.Look(db => db.SurveyRequests.IgnoreQueryFilters().AsNoTracking().Where(row => row.AskedAt != null).ToListAsync());
        kept.Count.ShouldBe(10);
        var seen = await post.Shop.Chloe.Get("survey-results");
        ShouldEqual(seen["total"]!, kept);
        seen["scores"]!.AsArray().Select(one => one!.GetValue<int>()).ShouldBe([1, 1, 1, 2, 3]);
        foreach (var part in seen["channels"]!.AsArray()) ShouldEqual(part!, kept.Where(row => row.ChannelId == part!.Id()));
        foreach (var part in seen["agents"]!.AsArray()) ShouldEqual(part!, kept.Where(row => row.ResolverId == part!.Id()));
        foreach (var day in seen["days"]!.AsArray()) ShouldEqual(day!, kept.Where(row => DateOnly.FromDateTime(row.AskedAt!.Value.UtcDateTime) == DateOnly.Parse(day!.Text("date"), System.Globalization.CultureInfo.InvariantCulture)));
        seen["days"]!.AsArray().Count.ShouldBe(kept.DistinctBy(row => row.AskedAt!.Value.UtcDateTime.Date).Count());
        ShouldEqual(seen["teams"]!.AsArray().ShouldHaveSingleItem()!, kept);
        seen["topics"]!.AsArray().ShouldHaveSingleItem()!["asked"]!.GetValue<int>().ShouldBe(5);

        var his = kept.Where(row => row.ResolverId == post.Bruno.MemberId).ToList();
        ShouldEqual((await post.Bruno.Get("survey-results"))["total"]!, his);
        (await post.Bruno.Get("survey-answers")).Items().Count().ShouldBe(his.Count(row => row.Score != null), "agents see their own");
        ShouldEqual((await post.Shop.Chloe.Get($"survey-results?memberId={post.Bruno.MemberId}"))["total"]!, his);
        ShouldEqual((await post.Shop.Chloe.Get($"survey-results?from={Uri.EscapeDataString(kept[6].AskedAt!.Value.ToString("O"))}"))["total"]!, kept.Where(row => row.AskedAt >= kept[6].AskedAt));

        var pages = new List<string>();
        for (string? after = "", path; after is not null; after = (await post.Shop.Chloe.Get(path))["next"]?.GetValue<string>())
        {
            path = $"survey-answers?limit=3&after={after}";
            pages.AddRange((await post.Shop.Chloe.Get(path)).Items().Select(one => one.Text("id")));
        }

        pages.ShouldBe(kept.Where(row => row.Score != null).OrderByDescending(row => row.AnsweredAt).ThenByDescending(row => row.Id).Select(row => row.Id.ToString()));
        (await post.Shop.Chloe.Get("survey-answers?score=5")).Items().Count().ShouldBe(3);
    }

    [Fact]
    public async Task A_supervisor_sees_nothing_of_a_channel_that_is_not_hers()
    {
        await new Asking { Negative = null }.On(post.Shop.Diane, post.ChannelId);
        await Asking.Ended(post);
        await post.Bring(post.Says("5"));
        await post.Shop.Diane.Patch($"channels/{post.ChannelId}", new { everyone = false, teamIds = new[] { post.Shop.TeamId } });
        (await post.Shop.Diane.Get("survey-results"))["total"]!["answered"]!.GetValue<int>().ShouldBe(1);
        (await post.Shop.Chloe.Get("survey-results"))["total"]!["answered"]!.GetValue<int>().ShouldBe(0);
        (await post.Shop.Chloe.Get("survey-answers")).Items().ShouldBeEmpty();
    }

    private async Task NextDay()
    {
        await post.Later(TimeSpan.FromHours(20));
        await post.Bruno.SignIn("bruno@maison-lune.fr", Shop.Password);
        await post.Shop.Chloe.SignIn("chloe@maison-lune.fr", Shop.Password);
    }

    private static void ShouldEqual(JsonNode tally, IEnumerable<SurveyRequest> kept)
    {
        var rows = kept.ToList();
        (tally["asked"]!.GetValue<int>(), tally["answered"]!.GetValue<int>(), tally["satisfied"]!.GetValue<int>(), tally["sum"]!.GetValue<int>())
            .ShouldBe((rows.Count, rows.Count(row => row.Score != null), rows.Count(row => row.Score >= 4), rows.Sum(row => row.Score ?? 0)));
    }
}
