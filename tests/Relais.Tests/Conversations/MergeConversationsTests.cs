using System.Net;
using System.Text.Json.Nodes;
using Relais.Domain.Conversations;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Conversations;

/// <summary>A customer who asks the same on two channels is one task: what is open in one conversation goes on in the other.</summary>
public sealed class MergeConversationsTests : IAsyncLifetime
{
    private PigeonPost post = null!;
    private JsonNode first = null!;
    private JsonNode second = null!;

    public async ValueTask InitializeAsync()
    {
        post = await PigeonPost.Open();
        first = await post.Write("Où est mon colis ?");
        var channel = await post.Connect(post.OrganisationId);
        second = await post.Write("Je vous ai écrit aussi ici", "zoe", channel);
        await post.Shop.Diane.Post($"contacts/{first["contact"]!.Id()}/merges", new { other = second["contact"]!.Id() });
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    [Fact]
    public async Task What_is_open_goes_on_there_with_its_topics_and_whoever_has_it()
    {
        var topic = (await post.Shop.Diane.Post("topics", new { name = "Livraison" })).Id();
        await post.Ana.Put($"conversations/{first.Id()}/topics/{topic}");
        await post.Ana.Put($"conversations/{first.Id()}/assignee", new { memberId = post.Ana.MemberId });
        await post.Bruno.Put($"conversations/{second.Id()}/pending");
        await using var screen = await post.App.Screen(post.Bruno);

        await Merge(first, second);

        var (over, there) = (await post.Row(first.Id()), await post.Row(second.Id()));
        over.Text("state").ShouldBe("resolved");
        (there.Text("state"), there.Id("assigneeId"), there["topicIds"]![0]!.GetValue<Guid>()).ShouldBe(("new", post.Ana.MemberId, topic), "what waited for an answer waits here");
        (await Trail(first, "conversationMerged")).ShouldBe((second.Id(), second.Id("channelId")));
        (await Trail(second, "conversationTookIn")).ShouldBe((first.Id(), first.Id("channelId")));
        await screen.CatchUp();
        await using var fresh = new LiveScreen(post.Bruno);
        await fresh.Load();
        screen.Picture().ShouldBe(fresh.Picture());
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Who_has_the_other_keeps_it_and_no_reason_is_asked_for()
    {
        await post.Ana.Put($"conversations/{first.Id()}/assignee", new { memberId = post.Ana.MemberId });
        await post.Bruno.Put($"conversations/{second.Id()}/assignee", new { memberId = post.Bruno.MemberId });
        await post.Shop.Diane.Put("resolve-reasons/scopes", new { reasons = new { channels = new[] { new { channelId = post.ChannelId, visibility = "private" } }, bulk = true, autoResolve = true, automation = true } });

        await Merge(first, second);

        (await post.Row(second.Id())).Id("assigneeId").ShouldBe(post.Bruno.MemberId);
        (await post.Row(first.Id()))["assigneeId"].ShouldBeNull();
        await post.Ana.Delete($"conversations/{first.Id()}/resolution");
        (await post.Row(first.Id())).Text("state").ShouldBe("new", "it can be taken back");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Only_two_open_conversations_of_one_contact_are_merged()
    {
        var stranger = await post.Write("Bonsoir", "yann");
        foreach (var into in new[] { stranger.Id(), first.Id(), Guid.CreateVersion7() }) (await Refused(first, into)).ShouldBe("merge.unfit");
        await Merge(second, first);
        (await Refused(first, second.Id())).ShouldBe("merge.unfit");
        (await Refused(second, first.Id())).ShouldBe("merge.unfit");
        (await Refusal(post.Ana, HttpMethod.Post, $"conversations/{Guid.CreateVersion7()}/merges", new { into = first.Id() })).Status.ShouldBe(HttpStatusCode.NotFound);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Into_one_another_at_once_one_of_them_stays_open()
    {
        var statuses = await Task.WhenAll(Enumerable.Range(0, 10).Select(async at =>
        {
            var (from, to) = at % 2 == 0 ? (first, second) : (second, first);
            using var response = await post.Ana.Send(HttpMethod.Post, $"conversations/{from.Id()}/merges", new { into = to.Id() });
            return response.StatusCode;
        }));

        statuses.Count(status => status == HttpStatusCode.NoContent).ShouldBe(1);
        statuses.Count(status => status == HttpStatusCode.UnprocessableEntity).ShouldBe(9);
        (await post.Rows("new")).ShouldHaveSingleItem();
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_conversation_one_does_not_see_takes_nothing_in()
    {
        await post.Shop.Diane.Patch($"channels/{second.Id("channelId")}", new { everyone = false, memberIds = new[] { post.Bruno.MemberId }, teamIds = Array.Empty<Guid>() });

        (await Refused(first, second.Id())).ShouldBe("merge.unfit");
        (await post.Row(first.Id())).Text("state").ShouldBe("new");
    }

    private Task<JsonNode> Merge(JsonNode from, JsonNode into) => post.Ana.Post($"conversations/{from.Id()}/merges", new { into = into.Id() });

    private async Task<string?> Refused(JsonNode from, Guid into)
    {
        var (status, code) = await Refusal(post.Ana, HttpMethod.Post, $"conversations/{from.Id()}/merges", new { into });
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return code;
    }

    private async Task<(Guid, Guid)> Trail(JsonNode of, string kind)
    {
        var line = (await post.Ana.Get($"threads/{of.Id("threadId")}/messages"))["trail"]!.AsArray().Single(one => one!.Text("kind") == kind)!;
        return (line["detail"]!.Id("conversationId"), line["detail"]!.Id("channelId"));
    }
}
