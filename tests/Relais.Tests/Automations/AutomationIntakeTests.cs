using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Tests.Channels.Messenger;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Channels.WhatsApp;
using Relais.Tests.Testing;

namespace Relais.Tests.Automations;

/// <summary>Customers write through the real doors; what the automations make of it is there before anybody sees the conversation.</summary>
public sealed class AutomationIntakeTests : IAsyncLifetime
{
    private WhatsAppShop shop = null!;
    private Guid anger;
    private Guid returns;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        shop = await WhatsAppShop.Open();
        anger = (await shop.Diane.Post("tags", new { name = "Mécontentement" })).Id();
        returns = (await shop.Diane.Post("topics", new { name = "Retours" })).Id();
    }

    [Fact]
    public async Task A_message_by_whatsapp_is_tagged_and_its_topic_sends_it_to_the_right_team_at_once()
    {
        await BrunoTakesReturns();
        await Add("Retours fâchés", "renvoyer", Tag(anger), Topic(returns));
        await using var ana = await shop.App.Screen(shop.Ana);
        await using var bruno = await shop.App.Screen(shop.Bruno);

        await shop.Zoe.Writes("Je veux RENVOYER la robe", Cancel);
        await shop.App.UntilNothingWaits();
        await Shows(bruno, "RENVOYER");
        ana.Queue().ShouldNotContain("RENVOYER", Case.Sensitive, "it never was for his team");
        var row = (await shop.Bruno.Get("conversations?state=new")).Items().ShouldHaveSingleItem();
        var page = await shop.Bruno.Get($"threads/{row.Id("threadId")}/messages?limit=10");
        page.Items().Single()["tagIds"]!.AsArray().Single()!.GetValue<Guid>().ShouldBe(anger);
        Trail(page).ShouldBe([("messageTagsChanged", "rule", "Retours fâchés"), ("conversationTopicsChanged", "rule", "Retours fâchés")]);
        (await shop.Bruno.Get($"conversations/{row.Id()}/explanation"))["routing"]!["skillSets"]![0]!.Text("name").ShouldBe("Retours");
        (await shop.Bruno.Get($"conversations?state=new&tags={anger}")).Items().ShouldHaveSingleItem();
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_goodbye_in_the_messenger_is_over_before_anybody_sees_it_and_the_next_message_begins_anew()
    {
        var reason = await Reason("Aucune réponse nécessaire");
        await Add("Fins de conversation", "au revoir, goodbye", Resolve(reason));
        await using var ana = await shop.App.Screen(shop.Ana);
        var zoe = new VisitorBrowser(shop.App.CreateClient(), (await shop.Diane.Get("channels")).Items().Single(channel => channel.Text("kind") == "messenger").Id());
        await zoe.Enter();
        await zoe.Write("Au revoir !");
        await shop.App.UntilNothingWaits();
        (await shop.Ana.Get("conversations?state=new")).Items().ShouldBeEmpty();
        var over = (await shop.Ana.Get("conversations?state=resolved")).Items().ShouldHaveSingleItem();
        over["resolveReasonId"]?.GetValue<Guid>().ShouldBe(reason);

        await zoe.Write("Ah, et mon colis ?");
        await shop.App.UntilNothingWaits();
        await Shows(ana, "mon colis");
        (await shop.Ana.Get("events?after=0&limit=500")).Items().Select(told => told["conversation"]).Where(row => row is not null && row.Id() == over.Id())
            .Select(row => row!.Text("state")).Distinct().ShouldBe(["resolved"], "nobody was ever told of it as of a new one");
        (await shop.Ana.Get("conversations?state=new")).Items().ShouldHaveSingleItem().Id().ShouldNotBe(over.Id());

        await zoe.Write("Au revoir alors");
        await shop.App.UntilNothingWaits();
        (await shop.Ana.Get("conversations?state=new")).Items().ShouldHaveSingleItem("only the first of a conversation ends it");
        (await shop.Ana.Get("notifications")).Items().ShouldBeEmpty();
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task The_first_reason_counts_and_what_is_off_or_elsewhere_does_nothing()
    {
        var (spam, thanks) = (await Reason("Spam"), await Reason("Aucune réponse nécessaire"));
        var off = await Add("Éteinte", "merci", Topic(returns));
        await shop.Diane.Patch($"automations/{off}", new { enabled = false });
        await Add("Merci", "merci", Resolve(thanks));
        var second = await Add("Pourriel", "merci", Resolve(spam));
        await AddOn([await Messenger()], "Ailleurs", "merci", Tag(anger));

        await shop.Zoe.Writes("Merci", Cancel);
        await shop.App.UntilNothingWaits();
        var row = await Look(db => db.Conversations.IgnoreQueryFilters().SingleAsync(Cancel));
        (row.ResolveReasonId, row.ResolvedBy, row.TopicIds.Count).ShouldBe((thanks, "Merci", 0));
        (await Look(db => db.MessageTags.IgnoreQueryFilters().CountAsync(Cancel))).ShouldBe(0);

        await shop.Diane.Put("automations/order", new { ids = new[] { second } });
        await shop.Meta.Customer("Yann Le Goff", "33698765432").Writes("Merci !", Cancel);
        await shop.App.UntilNothingWaits();
        (await Look(db => db.Conversations.IgnoreQueryFilters().OrderByDescending(one => one.Number).FirstAsync(Cancel))).ResolveReasonId.ShouldBe(spam);
    }

    [Fact]
    public async Task What_it_names_may_be_archived_and_come_back_between_two_messages()
    {
        await Add("Retours", "renvoyer", Topic(returns), Tag(anger));
        await shop.Diane.Patch($"tags/{anger}", new { active = false });
        await shop.Zoe.Writes("Je veux renvoyer", Cancel);
        await shop.App.UntilNothingWaits();
        (await Look(db => db.MessageTags.IgnoreQueryFilters().CountAsync(Cancel))).ShouldBe(0);
        (await Look(db => db.ConversationTopics.IgnoreQueryFilters().CountAsync(Cancel))).ShouldBe(1);

        await shop.Diane.Patch($"tags/{anger}", new { active = true });
        await shop.Zoe.Writes("Tout renvoyer", Cancel);
        await shop.App.UntilNothingWaits();
        (await Look(db => db.MessageTags.IgnoreQueryFilters().CountAsync(Cancel))).ShouldBe(1);
        await shop.App.ShouldBeSound();
    }

    /// <summary>What one letter brings is one transaction: two of them end their conversations, the third goes on.</summary>
    [Fact]
    public async Task Several_messages_of_one_contact_in_one_batch_each_begin_anew_after_one_that_was_over()
    {
        await using var post = await PigeonPost.Open();
        await post.Shop.Diane.Post("automations", Draft("Fin", "au revoir", Resolve(null)));
        await post.Bring(post.Says("Au revoir"), post.Says("Au revoir encore"), post.Says("Et mon colis ?"), post.Says("Au revoir"));
        var rows = await post.App.Look(db => db.Conversations.IgnoreQueryFilters().OrderBy(one => one.Number).ToListAsync(Cancel));
        rows.Select(row => row.State).ShouldBe([ConversationState.Resolved, ConversationState.Resolved, ConversationState.New]);
        (await post.App.Look(db => db.Messages.IgnoreQueryFilters().CountAsync(message => message.ConversationId == rows[2].Id, Cancel))).ShouldBe(2);
        await post.App.ShouldBeSound();
    }

    public async ValueTask DisposeAsync() => await shop.DisposeAsync();

    internal static object Draft(string name, string keywords, params object[] actions) => Draft(null, name, keywords, actions);

    internal static object Tag(Guid id) => new { kind = "tag", id };

    internal static object Topic(Guid id) => new { kind = "topic", id };

    internal static object Resolve(Guid? reasonId) => new { kind = "resolve", id = reasonId };

    private static object Draft(Guid[]? channelIds, string name, string keywords, params object[] actions) => new
    {
        name,
        everyChannel = channelIds is null,
        channelIds = channelIds ?? [],
        filter = new { joint = "any", groups = new[] { new { joint = "all", conditions = new[] { new { kind = "containsAny", keywords } } } } },
        actions,
    };

    private Task<Guid> Add(string name, string keywords, params object[] actions) => AddOn(null, name, keywords, actions);

    private async Task<Guid> AddOn(Guid[]? channelIds, string name, string keywords, params object[] actions) =>
        (await shop.Diane.Post("automations", Draft(channelIds, name, keywords, actions))).Id();

    private async Task<Guid> Reason(string name) =>
        (await shop.Diane.Get("resolve-reasons")).Items().Single(reason => reason.Text("name") == name).Id();

    private async Task<Guid> Messenger() => (await shop.Diane.Get("channels")).Items().Single(channel => channel.Text("kind") == "messenger").Id();

    private Task<T> Look<T>(Func<Relais.Server.Persistence.RelaisDb, Task<T>> at) => shop.App.Look(at);

    private static IEnumerable<(string Kind, string By, string Name)> Trail(JsonNode page) => page["trail"]!.AsArray()
        .Select(line => (line!.Text("kind"), line!["actor"]!.Text("kind"), line!["actor"]!.Text("name"))).Where(line => line.Item2 == "rule");

    private static async Task Shows(LiveScreen screen, string words)
    {
        for (var tries = 0; !screen.Queue().Contains(words, StringComparison.Ordinal); tries++)
        {
            if (tries == 1000) throw new TimeoutException($"Nobody sees « {words} ».");
            await Task.Delay(10, Cancel);
        }
    }

    /// <summary>Ana delivers, Bruno takes back; each sees what is routed to his team.</summary>
    private async Task BrunoTakesReturns()
    {
        await shop.Diane.Patch($"teams/{shop.TeamId}", new { memberIds = new[] { shop.Ana.MemberId } });
        var team = (await shop.Diane.Post("teams", new { name = "Retours", memberIds = new[] { shop.Bruno.MemberId } })).Id();
        foreach (var one in new[] { shop.TeamId, team })
            await shop.Diane.Put($"teams/{one}/settings", new { seesOnlyRouted = true, mayFilter = true, maySort = true, mayChooseChannels = true });
        var rule = new { kind = "topic", test = "anyOf", ids = new[] { returns } };
        await shop.Diane.Post("skill-sets", new { name = "Retours", filter = new { joint = "all", groups = new[] { new { joint = "all", rules = new[] { rule } } } }, teamIds = new[] { team } });
        await shop.Diane.Put("skill-sets/fallback-teams", new { teamIds = new[] { shop.TeamId } });
    }
}
