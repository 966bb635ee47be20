using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Server.Persistence.Rows;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Conversations;

/// <summary>What a queue can be narrowed by, besides its state, assignee and channel.</summary>
public sealed class FilterTests : IAsyncLifetime
{
    private PigeonPost post = null!;
    private JsonNode one = null!;
    private JsonNode other = null!;

    private ApiClient Diane => post.Shop.Diane;

    public async ValueTask InitializeAsync()
    {
        post = await PigeonPost.Open();
        one = await post.Write("Une chaise", "zoe");
        post.App.Clock.Advance(TimeSpan.FromMinutes(90));
        other = await post.Write("Une table", "yann");
    }

    [Fact]
    public async Task A_topic_shows_what_is_about_it_or_about_a_part_of_it()
    {
        var (topic, part) = await Topics();
        await Diane.Put($"conversations/{one.Id()}/topics/{part}");

        await Only(one, $"topicId={topic}");
        await Only(one, $"topicId={part}");
        (await Rows($"topicId={(await Diane.Post("topics", new { name = "Autre" })).Id()}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tag_shows_where_something_has_it()
    {
        var tag = (await Diane.Post("tags", new { name = "Réclamation" })).Id();
        (await Rows($"tagId={tag}")).ShouldBeEmpty();
        var said = (await post.Messages(other.Id("threadId"))).Single();
        await post.Ana.Put($"messages/{said.Id()}/tags/{tag}");

        await Only(other, $"tagId={tag}");
        (await Rows($"tagId={tag}&vip=true")).ShouldBeEmpty();
        await post.Ana.Delete($"messages/{said.Id()}/tags/{tag}");
        (await Rows($"tagId={tag}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_contact_shows_what_he_wrote()
    {
        await Diane.Put($"contacts/{other["contact"]!.Id()}/vip");
        await Diane.Patch($"contacts/{one["contact"]!.Id()}", new { language = "pt-BR" });
        var group = (await Diane.Post("contact-groups", new { name = "Lusophones", match = "all", rules = new[] { new { alias = "language", @operator = "is", values = new[] { "pt-BR" } } } })).Id();
        await post.Until(db => db.GroupMembers.IgnoreQueryFilters().AnyAsync());

        await Only(other, "vip=true");
        await Only(one, "language=pt");
        await Only(one, $"groupId={group}");
        (await Rows("vip=true&language=pt")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Teams_waiting_and_assignee_narrow_too()
    {
        await Diane.Put("skill-sets/fallback-teams", new { teamIds = new[] { post.Shop.TeamId } });
        var routed = await post.Write("Une lampe", "noe");
        await Diane.Put($"conversations/{one.Id()}/assignee", new { memberId = post.Ana.MemberId });

        (await Rows("team=none")).Count.ShouldBe(3 - (await Rows($"team={post.Shop.TeamId}")).Count);
        (await Rows($"team={post.Shop.TeamId}")).ShouldContain(routed.Id());
        await Only(one, "waiting=60");
        await Only(one, "assignee=any");
        (await Rows("visibility=private")).Count.ShouldBe(3);
        (await Rows("visibility=public")).ShouldBeEmpty();
        (await Rows("priority=1")).ShouldBeEmpty();
        (await Rows("boomerang=true")).ShouldBeEmpty();
    }

    /// <summary>Then the order is walked instead of looking each of them up.</summary>
    [Fact]
    public async Task A_frequent_topic_is_found_along_the_order()
    {
        var (topic, part) = await Topics();
        await post.Change(db => db.ConversationTopics.AddRange(Enumerable.Range(0, 1100).Select(_ => new ConversationTopicRow
        {
            ConversationId = Guid.CreateVersion7(), TopicId = part, OrganisationId = post.OrganisationId,
        })));
        await Diane.Put($"conversations/{one.Id()}/topics/{part}");
        await Diane.Put($"conversations/{other.Id()}/topics/{topic}");

        await Only(one, $"topicId={part}");
        (await Rows($"topicId={topic}")).ShouldBe([one.Id(), other.Id()]);
        var first = await Diane.Get($"conversations?topicId={topic}&limit=1");
        first.Items().ShouldHaveSingleItem().Id().ShouldBe(one.Id());
        (await Diane.Get($"conversations?topicId={topic}&limit=1&after={first.Text("next")}")).Items().ShouldHaveSingleItem().Id().ShouldBe(other.Id());
    }

    [Fact]
    public async Task Whose_team_works_without_filters_cannot_narrow()
    {
        await Diane.Put($"teams/{post.Shop.TeamId}/settings", new { seesOnlyRouted = false, limit = (int?)null, countsPending = false, mayFilter = false, maySort = true, sort = "oldest", mayChooseChannels = true });

        foreach (var filter in new[] { "vip=true", "team=none", $"topicId={Guid.CreateVersion7()}", $"tagId={Guid.CreateVersion7()}", "waiting=5", "priority=1", "language=fr", "visibility=private", "boomerang=true", "assignee=any" })
            (await Refusal(post.Ana, HttpMethod.Get, $"conversations?{filter}")).ShouldBe((HttpStatusCode.UnprocessableEntity, "queue.filter.denied"), filter);
        (await Refusal(post.Ana, HttpMethod.Get, "conversations?assignee=me")).Status.ShouldBe(HttpStatusCode.OK);
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    private async Task<(Guid Topic, Guid Part)> Topics()
    {
        var topic = (await Diane.Post("topics", new { name = "Meubles" })).Id();
        return (topic, (await Diane.Post("topics", new { name = "Chaises", parentId = topic })).Id());
    }

    private async Task<List<Guid>> Rows(string filter) => [.. (await Diane.Get($"conversations?{filter}")).Items().Select(row => row.Id())];

    private async Task Only(JsonNode row, string filter) => (await Rows(filter)).ShouldBe([row.Id()], filter);
}
