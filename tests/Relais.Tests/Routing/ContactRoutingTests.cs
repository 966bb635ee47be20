using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Server.Channels;
using Relais.Server.Routing;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;
using static Relais.Tests.Routing.RoutingEndpointTests;

namespace Relais.Tests.Routing;

/// <summary>What rules look at in a contact may change while he waits: his open conversations follow, and screens are told.</summary>
public sealed class ContactRoutingTests : IAsyncLifetime
{
    private PigeonPost post = null!;

    private ApiClient Diane => post.Shop.Diane;

    private Guid Delivery => post.Shop.TeamId;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    [Fact]
    public async Task Whoever_becomes_a_VIP_while_he_waits_goes_to_the_team_for_them_and_back_and_screens_see_it()
    {
        var vips = await Gather("VIP", "vip", "is", "yes");
        await Apply(Diane, "Les VIP", [Delivery], InGroup(vips));
        var zoe = await post.Write("Bonjour");
        await Routed();
        await using var screen = await post.App.Screen(post.Ana);

        await post.Ana.Put($"contacts/{zoe["contact"]!.Id()}/vip");
        await UntilTeams(zoe, Delivery);
        await screen.CatchUp();
        screen.Picture().ShouldContain(Delivery.ToString());
        Why(await post.Ana.Get($"conversations/{zoe.Id()}/explanation")).ShouldBe(["VIP"]);

        await post.Ana.Delete($"contacts/{zoe["contact"]!.Id()}/vip");
        await UntilTeams(zoe);
        (await post.Kinds(0)).Count(kind => kind == "conversationRouted").ShouldBe(2);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task An_attribute_an_agent_writes_moves_what_waits_up_the_queue_and_leaves_what_is_resolved()
    {
        await Diane.Post("contact-attributes", new { name = "Fidélité", alias = "loyalty", format = "text" });
        var platinum = await Gather("Platine", "loyalty", "is", "platine");
        await Diane.Put("prioritization", new { rules = new object[] { new { kind = "contactGroup", id = platinum, weight = 3 } } });
        var (zoe, over) = (await post.Write("Bonjour"), await post.Write("Merci", "yann"));
        await post.Ana.Put($"conversations/{over.Id()}/resolution", new { });
        await Routed();

        foreach (var row in new[] { over, zoe }) await post.Ana.Put($"contacts/{row["contact"]!.Id()}/attributes/loyalty", new { value = "Platine" });

        await post.Until(db => db.Conversations.IgnoreQueryFilters().AnyAsync(row => row.Id == zoe.Id() && row.Priority == 3));
        await Routed();
        (await post.Row(over.Id()))["priority"]!.GetValue<int>().ShouldBe(0);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_language_the_channel_tells_later_sends_what_is_pending_elsewhere()
    {
        await Apply(Diane, "En anglais", [Delivery], new { kind = "language", test = "anyOf", words = new[] { "en" } });
        var zoe = await post.Write("Bonjour");
        await post.Ana.Put($"conversations/{zoe.Id()}/pending");
        await Routed();

        await post.Bring(new ReactionIn(Speaking("en"), "letter-1", "👍", post.App.Clock.GetUtcNow()));

        await UntilTeams(zoe, Delivery);
    }

    [Fact]
    public async Task A_rehearsal_of_a_group_says_who_would_come_and_go_and_what_would_have_gone_elsewhere_and_changes_nothing()
    {
        var vips = await Gather("VIP", "vip", "is", "yes");
        await Apply(Diane, "Les VIP", [Delivery], InGroup(vips));
        var (zoe, _) = (await post.Write("Bonjour"), await post.Write("Bonsoir", "yann"));
        await post.Ana.Put($"contacts/{zoe["contact"]!.Id()}/vip");
        await UntilTeams(zoe, Delivery);

        var answer = await Diane.Post("contact-groups/rehearsal", new { id = vips, match = "all", rules = new[] { Named("Yann") } });

        Numbers(answer, "joining", "leaving", "looked").ShouldBe([1, 1, 2]);
        Numbers(answer["routing"]!, "examined", "changed").ShouldBe([2, 2]);
        answer["routing"]!["examples"]!.AsArray().Select(one => (one!.Text("contact"), one!["to"]!["teamIds"]!.AsArray().Count)).ShouldBe([("Yann", 1), ("Zoe", 0)]);
        Teams(await post.Row(zoe.Id())).ShouldBe([Delivery]);
        (await Refusal(Diane, HttpMethod.Post, "contact-groups/rehearsal", new { match = "all", rules = Array.Empty<object>() })).Code.ShouldBe("group.rules.required");
    }

    [Fact]
    public async Task A_new_group_moves_those_for_whom_a_rule_asks_for_no_group()
    {
        await Apply(Diane, "Sans groupe", [Delivery], new { kind = "contactGroup", test = "absent" });
        await post.Write("Bonjour");

        var answer = await Diane.Post("contact-groups/rehearsal", new { match = "all", rules = new[] { Named("Zoe") } });

        Numbers(answer, "joining", "leaving").ShouldBe([1, 0]);
        Numbers(answer["routing"]!, "changed").ShouldBe([1]);
    }

    [Fact]
    public async Task Where_no_rule_looks_at_contacts_nothing_is_asked()
    {
        await Apply(Diane, "Tout ce qui est privé", [Delivery], Private());
        var zoe = await post.Write("Bonjour");
        await Routed();

        await post.Ana.Put($"contacts/{zoe["contact"]!.Id()}/vip");

        (await post.App.Look(db => db.ContactReroutings.IgnoreQueryFilters().CountAsync(Cancel))).ShouldBe(0);
    }

    [Fact]
    public async Task Who_saves_a_rule_waits_for_those_who_route_by_the_old_ones()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "On SQLite one transaction writes at a time.");
        await Apply(Diane, "Tout ce qui est privé", [Delivery], Private());
        await Routed();

        Task<JsonNode> saved = null!;
        await post.App.Look(async db =>
        {
            await using var turn = await db.BeginWrite(Cancel);
            await new RoutingBook().Open(db, post.OrganisationId, Cancel);
            saved = Diane.Post("skill-sets", new { name = "Encore", filter = new { joint = "all", groups = new[] { Group(Private()) } } });
            await UntilSomebodyWaits(db);
            saved.IsCompleted.ShouldBeFalse();
            return true;
        });

        (await saved).Text("name").ShouldBe("Encore");
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    private static object Named(string name) => new { alias = "profile_name", @operator = "is", values = new[] { name } };

    private static IEnumerable<int> Numbers(JsonNode answer, params string[] names) => names.Select(name => answer[name]!.GetValue<int>());

    private static object InGroup(Guid id) => new { kind = "contactGroup", test = "anyOf", ids = new[] { id } };

    private static IEnumerable<string> Why(JsonNode explanation) =>
        explanation["routing"]!["skillSets"]!.AsArray().SelectMany(set => set!["because"]!.AsArray()).SelectMany(rule => rule!["values"]!.AsArray()).Select(value => value!.GetValue<string>());

    private static Sender Speaking(string language) => new(["zoe"], new Profile("Zoe", Language: language));

    private static async Task UntilSomebodyWaits(Relais.Server.Persistence.RelaisDb db)
    {
        const string Waiting = "SELECT count(*)::int AS \"Value\" FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) OR (NOT granted AND locktype = 'transactionid')";
        for (var tries = 0; await db.Database.SqlQueryRaw<int>(Waiting).SingleAsync(Cancel) == 0; tries++)
        {
            if (tries == 500) throw new TimeoutException("Nobody waits.");
            await Task.Delay(10, Cancel);
        }
    }

    private async Task<Guid> Gather(string name, string alias, string asked, string value) =>
        (await Diane.Post("contact-groups", new { name, match = "all", rules = new[] { new { alias, @operator = asked, values = new[] { value } } } })).Id();

    private Task Routed() => post.Until(async db =>
        !await db.ContactSweeps.IgnoreQueryFilters().AnyAsync(row => row.IsRunning)
        && !await db.Reroutings.IgnoreQueryFilters().AnyAsync() && !await db.ContactReroutings.IgnoreQueryFilters().AnyAsync());

    private Task UntilTeams(JsonNode row, params Guid[] teams) => post.Until(async db =>
        teams.ToHashSet().SetEquals(await db.ConversationTeams.IgnoreQueryFilters().Where(one => one.ConversationId == row.Id()).Select(one => one.TeamId).ToListAsync()));
}
