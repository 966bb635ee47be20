using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Server.Channels;
using Relais.Tests.Testing;
using Relais.Tests.VirtualAgents;
using static Relais.Tests.Channels.Spine.PigeonPost;
using static Relais.Tests.Routing.RoutingEndpointTests;
using Rule = Relais.Tests.Automations.AutomationIntakeTests;
using Script = Relais.Tests.VirtualAgents.Draft;

namespace Relais.Tests.Channels.Spine;

/// <summary>
/// What becomes of one message, step by step: stored → known already or blocked → the contact → the conversation → automations →
/// contact groups → virtual agents → teams and priority → assignment → notifications. One test for each two steps whose order can
/// be told from outside; each is red when the two are swapped. Teams and priority are decided from the same facts, neither from the
/// other: their order cannot be told, and does not matter.
/// </summary>
public sealed class OrderOfEvaluationTests : IAsyncLifetime
{
    private readonly List<HubConnection> lines = [];
    private PigeonPost post = null!;

    private ApiClient Diane => post.Shop.Diane;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    [Fact]
    public async Task What_is_known_already_goes_no_further()
    {
        var tag = await TagFor("facture");
        var letter = post.Says("Ma facture ?");
        await post.Bring(letter);
        var row = (await post.Rows("new")).Single();
        await post.Ana.Put($"conversations/{row.Id()}/resolution", new { });

        await post.Bring(letter);

        (await post.Row(row.Id())).Text("state").ShouldBe("resolved");
        (await post.Messages(row.Id("threadId"))).ShouldHaveSingleItem()["tagIds"]!.AsArray().Select(id => id!.GetValue<Guid>()).ShouldBe([tag]);
        (await post.Kinds(0)).Count(kind => kind is "conversationOpened" or "messageTagsChanged").ShouldBe(2);
    }

    [Fact]
    public async Task Who_is_blocked_is_over_before_automations_and_virtual_agents_look()
    {
        var row = await post.Write("Bonjour");
        await post.Ana.Put($"conversations/{row.Id()}/resolution", new { });
        await Diane.Put($"contacts/{row["contact"]!.Id()}/block", new { });
        await TagFor("facture");
        await new Script().On(Diane, post.ChannelId);

        await post.Bring(post.Says("Ma facture ?"));

        var messages = await post.Messages(row.Id("threadId"));
        messages.Count.ShouldBe(2, "nobody answered");
        messages.ShouldAllBe(message => message["tagIds"]!.AsArray().Count == 0);
        (await post.Rows("new pending held")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_contact_is_known_before_his_groups_and_the_groups_before_the_teams()
    {
        var belgium = (await Diane.Post("contact-groups", new { name = "Belgique", match = "all", rules = new[] { new { alias = "phone", @operator = "contains", values = new[] { "+32" } } } })).Id();
        await post.Until(async db => !await db.ContactSweeps.IgnoreQueryFilters().AnyAsync(row => row.IsRunning));
        await Apply(Diane, "Belges", [post.Shop.TeamId], new { kind = "contactGroup", test = "anyOf", ids = new[] { belgium } });
        await Diane.Put("prioritization", new { rules = new object[] { new { kind = "contactGroup", id = belgium, weight = 3 } } });

        await post.Bring(post.Says("Bonjour") with { From = new Sender(["zoe"], new Profile("Zoé", Phone: "+32470112233")) });

        var first = await FirstSight();
        Teams(first).ShouldBe([post.Shop.TeamId]);
        first["priority"]!.GetValue<int>().ShouldBe(3);
    }

    [Fact]
    public async Task Automations_choose_the_topic_before_teams_and_priority_are_chosen_by_it()
    {
        var topic = (await Diane.Post("topics", new { name = "Retours" })).Id();
        await Diane.Post("automations", Rule.Draft("Retours", "renvoyer", Rule.Topic(topic)));
        await Apply(Diane, "Retours", [post.Shop.TeamId], Topic(topic));
        await Diane.Put("prioritization", new { rules = new object[] { new { kind = "topic", id = topic, weight = 4 } } });

        await post.Bring(post.Says("Je veux renvoyer la robe"));

        var first = await FirstSight();
        Teams(first).ShouldBe([post.Shop.TeamId]);
        first["priority"]!.GetValue<int>().ShouldBe(4);
    }

    [Fact]
    public async Task What_an_automation_ends_no_virtual_agent_answers_and_nobody_gets()
    {
        await Diane.Post("automations", Rule.Draft("Adieux", "au revoir", Rule.Resolve(null)));
        await new Script().On(Diane, post.ChannelId);
        await Give(limit: 5);
        await Arrive(post.Ana);

        await post.Bring(post.Says("Au revoir"));
        await post.App.UntilNothingWaits();

        var row = (await post.Rows("resolved")).Single();
        (await post.Messages(row.Id("threadId"))).ShouldHaveSingleItem();
        (await post.Kinds(0)).ShouldNotContain(kind => kind == "conversationAssigned" || kind == "conversationHeld");
    }

    [Fact]
    public async Task What_a_virtual_agent_has_is_neither_routed_nor_given_nor_told_until_it_hands_over()
    {
        var topic = (await Diane.Post("topics", new { name = "Retours" })).Id();
        await Diane.Post("automations", Rule.Draft("Retours", "renvoyer", Rule.Topic(topic)));
        await Apply(Diane, "Retours", [post.Shop.TeamId], Topic(topic));
        await new Script().On(Diane, post.ChannelId);
        await Give(limit: 5);
        await Arrive(post.Ana);

        await post.Bring(post.Says("Je veux renvoyer la robe"));
        await post.App.UntilNothingWaits();
        var row = (await post.Rows("held")).Single();
        Teams(row).ShouldBeEmpty();
        row["assigneeId"].ShouldBeNull();
        (await post.Ana.Get("notifications")).Items().ShouldBeEmpty();

        await post.Bring(post.Says("Un humain"));
        await UntilOf(row, post.Ana);
        Teams(await post.Row(row.Id())).ShouldBe([post.Shop.TeamId]);
    }

    [Fact]
    public async Task Teams_are_chosen_before_somebody_is()
    {
        var returns = (await Diane.Post("teams", new { name = "Retours", memberIds = new[] { post.Bruno.MemberId } })).Id();
        await Diane.Put($"teams/{returns}/settings", new { limit = 5, countsPending = false });
        await Apply(Diane, "Privé", [returns], Private());
        await Give(limit: 5);
        await Arrive(post.Ana);
        await Arrive(post.Bruno);

        var rows = new List<JsonNode>();
        for (var count = 0; count < 3; count++) rows.Add(await post.Write($"Bonjour {count}", $"client{count}"));

        foreach (var row in rows) await UntilOf(row, post.Bruno);
    }

    [Fact]
    public async Task The_most_urgent_of_what_came_at_once_is_given_first()
    {
        var topic = (await Diane.Post("topics", new { name = "Urgence" })).Id();
        await Diane.Post("automations", Rule.Draft("Urgences", "urgent", Rule.Topic(topic)));
        await Diane.Put("prioritization", new { rules = new object[] { new { kind = "topic", id = topic, weight = 9 } } });
        await Give(limit: 1);
        await Arrive(post.Ana);

        await post.Bring(post.Says("Bonjour", "yann"), post.Says("C’est urgent", "zoe"));

        var urgent = (await post.Rows("new")).Single(row => row.Text("preview", "text") == "C’est urgent");
        await UntilOf(urgent, post.Ana);
    }

    [Fact]
    public async Task Who_is_given_a_conversation_is_told_of_it_and_nobody_before()
    {
        await Give(limit: 5);
        await Arrive(post.Ana);

        var row = await post.Write("Bonjour");
        await UntilOf(row, post.Ana);

        var told = (await Diane.Get("events?after=0&limit=500")).Items().Where(one => one["notices"] is JsonArray { Count: > 0 }).ToList();
        told.ShouldHaveSingleItem().Text("kind").ShouldBe("conversationAssigned");
        told[0]["notices"]!.AsArray().ShouldHaveSingleItem()!.Id("memberId").ShouldBe(post.Ana.MemberId);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var line in lines) await line.DisposeAsync();
        await post.DisposeAsync();
    }

    /// <summary>How the only conversation stood when anybody could first see it.</summary>
    private async Task<JsonNode> FirstSight()
    {
        var seen = (await Diane.Get("events?after=0&limit=500")).Items().Where(one => one["conversation"] is not null).ToList();
        seen[0].Text("kind").ShouldBe("conversationOpened");
        return seen[0]["conversation"]!;
    }

    private static IEnumerable<Guid> Teams(JsonNode row) => row["teamIds"]!.AsArray().Select(id => id!.GetValue<Guid>());

    private async Task<Guid> TagFor(string word)
    {
        var tag = (await Diane.Post("tags", new { name = "Facture" })).Id();
        await Diane.Post("automations", Rule.Draft("Factures", word, Rule.Tag(tag)));
        return tag;
    }

    private Task<JsonNode> Give(int limit) =>
        Diane.Put($"teams/{post.Shop.TeamId}/settings", new { limit, countsPending = false });

    private async Task Arrive(ApiClient member)
    {
        var line = post.App.Hub(member);
        lines.Add(line);
        await line.StartAsync(Cancel);
    }

    private async Task UntilOf(JsonNode row, ApiClient member)
    {
        var id = row.Id();
        await post.Until(db => db.Conversations.IgnoreQueryFilters().AnyAsync(one => one.Id == id && one.AssigneeId == member.MemberId));
    }
}
