using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Routing;

/// <summary>Rules by HTTP: messages through the door land where they say, open conversations follow when they change.</summary>
public sealed class RoutingEndpointTests : IAsyncLifetime
{
    private PigeonPost post = null!;
    private Guid night;

    private ApiClient Diane => post.Shop.Diane;

    private Guid Delivery => post.Shop.TeamId;

    public async ValueTask InitializeAsync()
    {
        post = await PigeonPost.Open();
        night = (await Diane.Post("teams", new { name = "Nuit", memberIds = Array.Empty<Guid>() })).Id();
    }

    [Fact]
    public async Task A_message_through_the_door_lands_where_the_rules_say_and_every_screen_shows_it()
    {
        await using var screen = await post.App.Screen(post.Ana);
        await Apply("Tout ce qui est privé", [Delivery], Private());

        var row = await post.Write("Où est mon colis ?");
        Teams(row).ShouldBe([Delivery]);
        var why = await post.Ana.Get($"conversations/{row.Id()}/explanation");
        why["routing"]!.Text("source").ShouldBe("skillSets");
        why["routing"]!["skillSets"]![0]!.Text("name").ShouldBe("Tout ce qui est privé");
        why["routing"]!["teams"]![0]!.Text("name").ShouldBe("Livraison");
        await EqualsAFreshPage(screen, post.Ana);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Two_filter_groups_send_topics_or_a_language_to_a_team_and_the_rest_to_the_fallback_team()
    {
        var returns = (await Diane.Post("topics", new { name = "Retours" })).Id();
        await Diane.Post("skill-sets", new
        {
            name = "Retours ou anglais",
            filter = new { joint = "any", groups = new object[] { Group(Topic(returns)), Group(new { kind = "language", test = "anyOf", words = new[] { "en" } }) } },
            teamIds = new[] { Delivery },
        });
        await Diane.Put("skill-sets/fallback-teams", new { teamIds = new[] { night } });

        var row = await post.Write("Bonjour");
        Teams(row).ShouldBe([night]);
        (await post.Ana.Get($"conversations/{row.Id()}/explanation"))["routing"]!.Text("source").ShouldBe("fallback");

        var before = await post.Position();
        await post.Ana.Put($"conversations/{row.Id()}/topics/{returns}");
        Teams(await post.Row(row.Id())).ShouldBe([Delivery]);
        (await post.Kinds(before)).ShouldBe(["conversationRouted", "conversationTopicsChanged"]);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task The_queue_shows_the_most_urgent_first_then_who_waits_longest_page_by_page()
    {
        var urgent = (await Diane.Post("topics", new { name = "Urgence" })).Id();
        await Diane.Put("prioritization", new { rules = new object[] { new { kind = "topic", id = urgent, weight = 4 } } });
        foreach (var who in new[] { "zoe", "yann", "noor", "maya" })
        {
            await post.Write($"De {who}", who);
            post.App.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var maya = (await post.Rows()).Single(row => row.Text("preview", "text") == "De maya");
        await post.Ana.Put($"conversations/{maya.Id()}/topics/{urgent}");

        (await post.Row(maya.Id()))["priority"]!.GetValue<int>().ShouldBe(4);
        string[] expected = ["De maya", "De zoe", "De yann", "De noor"];
        (await Pages("conversations?state=new&sort=oldest&limit=1")).ShouldBe(expected);
        (await Pages("conversations?state=new&sort=newest&limit=1")).ShouldBe(["De maya", "De noor", "De yann", "De zoe"]);
        (await post.Ana.Get($"conversations/{maya.Id()}/explanation"))["routing"]!["priorities"]![0]!.Text("name").ShouldBe("Urgence");
    }

    [Fact]
    public async Task Open_conversations_follow_when_a_rule_changes_and_resolved_ones_stay()
    {
        var open = await post.Write("Bonjour");
        var over = await post.Write("Merci", "yann");
        await post.Ana.Put($"conversations/{over.Id()}/resolution", new { });

        var set = await Apply("Tout", [Delivery], Private());
        await UntilTeams(open.Id(), Delivery);
        Teams(await post.Row(over.Id())).ShouldBeEmpty();

        await Diane.Patch($"skill-sets/{set.Id()}", new { teamIds = new[] { night } });
        await UntilTeams(open.Id(), night);
        await Diane.Patch($"skill-sets/{set.Id()}", new { enabled = false });
        await UntilTeams(open.Id());
        await post.Until(async db => !await db.Reroutings.IgnoreQueryFilters().AnyAsync());
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Who_has_a_conversation_keeps_it_when_it_is_routed_to_others()
    {
        var row = await post.Write("Bonjour");
        await post.Ana.Put($"conversations/{row.Id()}/assignee", new { memberId = post.Ana.MemberId });
        await Apply("Tout", [night], Private());

        await UntilTeams(row.Id(), night);
        (await post.Row(row.Id()))["assigneeId"]!.GetValue<Guid>().ShouldBe(post.Ana.MemberId);
    }

    [Fact]
    public async Task A_removed_topic_leaves_the_rules_which_then_match_nothing()
    {
        var returns = (await Diane.Post("topics", new { name = "Retours" })).Id();
        await Apply("Retours", [Delivery], Topic(returns));
        await Diane.Delete($"topics/{returns}");

        (await Diane.Get("skill-sets")).Items().ShouldHaveSingleItem()["complete"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_rehearsal_says_how_many_and_which_would_move_and_moves_none()
    {
        var row = await post.Write("Bonjour");
        await post.Write("Bonsoir", "yann");
        var question = new { name = "Tout", filter = new { joint = "all", groups = new[] { Group(Private()) } }, teamIds = new[] { Delivery } };

        var answer = await Diane.Post("skill-sets/rehearsal", question);
        answer["examined"]!.GetValue<int>().ShouldBe(2);
        answer["changed"]!.GetValue<int>().ShouldBe(2);
        answer["moves"]!.AsArray().ShouldHaveSingleItem()!["to"]!["teamIds"]![0]!.GetValue<Guid>().ShouldBe(Delivery);
        answer["examples"]!.AsArray().Select(one => one!.Text("contact")).ShouldBe(["Yann", "Zoe"]);
        Teams(await post.Row(row.Id())).ShouldBeEmpty();

        var urgent = await Diane.Post("prioritization/rehearsal", new { rules = new object[] { new { kind = "channel", id = post.ChannelId, weight = 2 } } });
        urgent["changed"]!.GetValue<int>().ShouldBe(2);
        urgent["moves"]![0]!["to"]!["priority"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task Refusals_have_codes_and_rules_are_for_administrators()
    {
        var question = new { name = "Tout", filter = new { joint = "all", groups = new[] { Group(Private()) } } };
        (await Refusal(post.Shop.Chloe, HttpMethod.Post, "skill-sets", question)).ShouldBe((HttpStatusCode.Forbidden, "permission.denied"));
        (await Refusal(post.Shop.Chloe, HttpMethod.Get, "prioritization")).ShouldBe((HttpStatusCode.Forbidden, "permission.denied"));
        (await Refusal(Diane, HttpMethod.Post, "skill-sets", new { name = "Tout", filter = new { joint = "all", groups = Array.Empty<object>() } })).ShouldBe((HttpStatusCode.UnprocessableEntity, "filter.empty"));
        await Diane.Post("skill-sets", question);
        (await Refusal(Diane, HttpMethod.Post, "skill-sets", question)).ShouldBe((HttpStatusCode.UnprocessableEntity, "skill_set.name.taken"));
        (await Refusal(Diane, HttpMethod.Put, "skill-sets/fallback-teams", new { teamIds = new[] { Guid.CreateVersion7() } })).ShouldBe((HttpStatusCode.UnprocessableEntity, "team.unknown"));
        (await Refusal(Diane, HttpMethod.Put, "prioritization", new { rules = new object[] { new { kind = "topic", id = Guid.CreateVersion7(), weight = 11 } } })).ShouldBe((HttpStatusCode.UnprocessableEntity, "priority.weight"));
        (await Refusal(Diane, HttpMethod.Delete, $"skill-sets/{Guid.CreateVersion7()}")).ShouldBe((HttpStatusCode.NotFound, "not_found"));
        (await Refusal(post.Ana, HttpMethod.Get, $"conversations/{Guid.CreateVersion7()}/explanation")).ShouldBe((HttpStatusCode.NotFound, "not_found"));
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    internal static object Private() => new { kind = "visibility", test = "anyOf", words = new[] { "private" } };

    internal static object Topic(Guid id) => new { kind = "topic", test = "anyOf", ids = new[] { id } };

    internal static object Group(object rule) => new { joint = "all", rules = new[] { rule } };

    internal static Task<JsonNode> Apply(ApiClient admin, string name, Guid[] teamIds, object rule) =>
        admin.Post("skill-sets", new { name, filter = new { joint = "all", groups = new[] { Group(rule) } }, teamIds });

    internal static IEnumerable<Guid> Teams(JsonNode row) => row["teamIds"]!.AsArray().Select(id => id!.GetValue<Guid>());

    private static async Task EqualsAFreshPage(LiveScreen screen, ApiClient member)
    {
        await screen.CatchUp();
        await using var fresh = new LiveScreen(member);
        await fresh.Load();
        screen.Picture().ShouldBe(fresh.Picture());
    }

    private Task<JsonNode> Apply(string name, Guid[] teamIds, object rule) => Apply(Diane, name, teamIds, rule);

    private Task UntilTeams(Guid conversation, params Guid[] teams) => post.Until(async db =>
        teams.ToHashSet().SetEquals(await db.ConversationTeams.IgnoreQueryFilters().Where(row => row.ConversationId == conversation).Select(row => row.TeamId).ToListAsync()));

    private async Task<List<string>> Pages(string address)
    {
        var shown = new List<string>();
        for (var after = ""; after is not null;)
        {
            var page = await post.Ana.Get(address + after);
            shown.AddRange(page.Items().Select(row => row.Text("preview", "text")));
            after = page["next"]?.GetValue<string>() is { } next ? $"&after={Uri.EscapeDataString(next)}" : null;
        }

        return shown;
    }
}
