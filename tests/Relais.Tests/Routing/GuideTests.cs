using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Tests.Channels.WhatsApp;
using Relais.Tests.Testing;

namespace Relais.Tests.Routing;

/// <summary>
/// The administrator's first evening, step by step: contact groups, remove assignment, a skill set with two filter groups. Then
/// customers write on WhatsApp, and two agents watch what lands where.
/// </summary>
public sealed class GuideTests : IAsyncLifetime
{
    private WhatsAppShop shop = null!;
    private Guid returns;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        shop = await WhatsAppShop.Open();
        var abroad = await TwoTeams();
        var belgians = (await shop.Diane.Post("contact-groups", new { name = "Belgique", match = "all", rules = new[] { new { alias = "phone", @operator = "contains", values = new[] { "+32" } } } })).Id();
        await shop.Diane.Put("remove-assignment", new { option = "offline" });
        returns = (await shop.Diane.Post("topics", new { name = "Retours" })).Id();
        await shop.Diane.Post("skill-sets", new
        {
            name = "Étranger ou retours",
            filter = new { joint = "any", groups = new[] { Group("contactGroup", belgians), Group("topic", returns) } },
            teamIds = new[] { abroad },
        });
        await shop.Diane.Put("skill-sets/fallback-teams", new { teamIds = new[] { shop.TeamId } });
        await Until(async db => !await db.ContactSweeps.IgnoreQueryFilters().AnyAsync(row => row.IsRunning, Cancel) && !await db.Reroutings.IgnoreQueryFilters().AnyAsync(Cancel));
    }

    [Fact]
    public async Task Messages_land_live_where_the_rules_say_and_move_when_an_agent_files_them()
    {
        await using var ana = await shop.App.Screen(shop.Ana);
        await using var bruno = await shop.App.Screen(shop.Bruno);

        await shop.Zoe.Writes("Où est mon colis ?", Cancel);
        await shop.Meta.Customer("Lotte Peeters", "32470112233").Writes("Livrez-vous à Gand ?", Cancel);
        await Shows(ana, "mon colis", isThere: true);
        await Shows(bruno, "Gand", isThere: true);
        (ana.Queue().Contains("Gand", StringComparison.Ordinal), bruno.Queue().Contains("colis", StringComparison.Ordinal)).ShouldBe((false, false));
        (await Why(shop.Bruno, "Livrez-vous à Gand ?")).ShouldBe(("skillSets", "International", "Belgique"));

        await shop.Ana.Put($"conversations/{(await Row(shop.Ana, "Où est mon colis ?")).Id()}/topics/{returns}");
        await Shows(bruno, "mon colis", isThere: true);
        await Shows(ana, "mon colis", isThere: false);
        (await Why(shop.Bruno, "Où est mon colis ?")).ShouldBe(("skillSets", "International", "Retours"));
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task What_a_conversation_had_comes_back_to_the_queue_within_two_minutes_when_its_agent_goes_offline()
    {
        await shop.Zoe.Writes("Où est mon colis ?", Cancel);
        var row = await shop.Conversation();
        await using (await shop.App.Screen(shop.Ana))
        {
            await shop.Ana.Put($"conversations/{row.Id()}/assignee", new { memberId = shop.Ana.MemberId });
            await Until(db => db.StatusSpans.IgnoreQueryFilters().AnyAsync(span => span.MemberId == shop.Ana.MemberId && span.EndedAt == null, Cancel));
        }

        var gone = shop.App.Clock.GetUtcNow();
        await Until(
            db => db.Conversations.IgnoreQueryFilters().AnyAsync(one => one.Id == row.Id() && one.AssigneeId == null, Cancel),
            () => shop.App.Clock.Advance(TimeSpan.FromSeconds(2)));

        (shop.App.Clock.GetUtcNow() - gone).ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(120));
        (await shop.Ana.Get("session/absence")).Items().ShouldHaveSingleItem().Text("kind").ShouldBe("takenWhileAway");
    }

    public async ValueTask DisposeAsync() => await shop.DisposeAsync();

    /// <summary>Ana delivers, Bruno speaks to the world; each sees what is routed to his team.</summary>
    private async Task<Guid> TwoTeams()
    {
        await shop.Diane.Patch($"teams/{shop.TeamId}", new { memberIds = new[] { shop.Ana.MemberId } });
        var abroad = (await shop.Diane.Post("teams", new { name = "International", memberIds = new[] { shop.Bruno.MemberId } })).Id();
        foreach (var team in new[] { shop.TeamId, abroad })
            await shop.Diane.Put($"teams/{team}/settings", new { seesOnlyRouted = true, mayFilter = true, maySort = true, mayChooseChannels = true });
        return abroad;
    }

    private static object Group(string kind, Guid id) => new { joint = "all", rules = new[] { new { kind, test = "anyOf", ids = new[] { id } } } };

    private static async Task<JsonNode> Row(ApiClient member, string preview) =>
        (await member.Get("conversations?state=new")).Items().Single(row => row["preview"]!.Text("text") == preview);

    private static async Task<(string Source, string Team, string Because)> Why(ApiClient member, string preview)
    {
        var routing = (await member.Get($"conversations/{(await Row(member, preview)).Id()}/explanation"))["routing"]!;
        return (routing.Text("source"), routing["teams"]!.AsArray().Single()!.Text("name"), routing["skillSets"]![0]!["because"]![0]!["values"]![0]!.GetValue<string>());
    }

    /// <summary>By what it is told alone: nothing is fetched.</summary>
    private Task Shows(LiveScreen screen, string words, bool isThere) => Until(_ => Task.FromResult(screen.Queue().Contains(words, StringComparison.Ordinal) == isThere));

    private async Task Until(Func<Relais.Server.Persistence.RelaisDb, Task<bool>> comes, Action? meanwhile = null)
    {
        for (var tries = 0; !await shop.App.Look(comes); tries++)
        {
            if (tries == 1000) throw new TimeoutException("What the test waits for does not come.");
            await Task.Delay(10, Cancel);
            meanwhile?.Invoke();
        }
    }
}
