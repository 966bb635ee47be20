using System.Net;
using System.Text.Json.Nodes;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Channels.Spine;

/// <summary>A post that draws too much is muted: what is written below it is kept and asks nobody for anything.</summary>
public sealed class MutedPostTests : IAsyncLifetime
{
    private PigeonPost post = null!;

    public async ValueTask InitializeAsync()
    {
        post = await PigeonPost.Open();
        post.Pigeon.Abilities = post.Pigeon.Abilities with { Public = new Capabilities { MaxText = 200 } };
    }

    public ValueTask DisposeAsync() => post.DisposeAsync();

    [Fact]
    public async Task What_would_begin_below_it_is_kept_and_over_at_once_until_it_is_heard_again()
    {
        await post.Bring(Comments("Joli"));
        var id = await PostOf((await post.Rows()).Single());
        await post.Ana.Put($"posts/{id}/mute");
        await post.Bring(Comments("Honteux !", from: "yann"), Comments("Et ailleurs ?", from: "yann", post: "post-2"));
        await post.Ana.Delete($"posts/{id}/mute");
        await post.Bring(Comments("Moi aussi", from: "noor"));

        (await post.Rows()).Select(row => (row.Text("preview", "text"), row.Text("state"))).ShouldBe(
            [("Joli", "new"), ("Honteux !", "resolved"), ("Et ailleurs ?", "new"), ("Moi aussi", "new")]);
        var over = (await post.Rows("resolved")).Single();
        over["assigneeId"].ShouldBeNull();
        var trail = (await post.Ana.Get($"threads/{over.Id("threadId")}/messages"))["trail"]!.AsArray();
        trail.Single(line => line!.Text("kind") == "conversationResolved")!["detail"]!.Text("way").ShouldBe("muted");
        (await post.Ana.Get("queue/counters")).Items().Where(one => one.Text("state") == "new").Sum(one => one["count"]!.GetValue<int>()).ShouldBe(3);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task What_is_open_below_it_goes_on()
    {
        await post.Bring(Comments("Joli"));
        var row = (await post.Rows()).Single();
        await post.Ana.Put($"posts/{await PostOf(row)}/mute");
        await post.Bring(Comments("Et en bleu ?"));

        (await post.Rows()).Single().Text("state").ShouldBe("new");
        (await post.Messages(row.Id("threadId"))).Select(message => message.Text("text")).ShouldBe(["Joli", "Et en bleu ?"]);
    }

    [Fact]
    public async Task Who_sees_its_channel_is_told_once_and_finds_it_in_the_list()
    {
        await post.Bring(Comments("Joli"), Comments("Joli aussi", post: "post-2"));
        var id = await PostOf((await post.Rows())[0]);
        var before = await post.Position();
        await post.Ana.Put($"posts/{id}/mute");
        await post.Bruno.Put($"posts/{id}/mute");

        (await post.Bruno.Get($"events?after={before}")).Items().Where(item => item.Text("kind") == "postMuted")
            .Select(item => (item["detail"]!.Id("postId"), item["detail"]!["isMuted"]!.GetValue<bool>())).ShouldBe([(id, true)]);
        var muted = (await post.Bruno.Get("posts/muted")).Items().Single();
        (muted.Id(), muted.Id("channelId"), muted.Text("mutedBy")).ShouldBe((id, post.ChannelId, "Ana"));

        await post.Bruno.Delete($"posts/{id}/mute");
        (await post.Bruno.Get("posts/muted")).Items().ShouldBeEmpty();
        (await post.Ana.Get($"conversations/{(await post.Rows())[0].Id()}"))["post"]!["mutedAt"].ShouldBeNull();
    }

    [Fact]
    public async Task Who_may_not_answer_or_does_not_see_the_channel_mutes_nothing()
    {
        await post.Bring(Comments("Joli"));
        var id = await PostOf((await post.Rows()).Single());
        var viewer = await post.Hire("Vera", "viewer");
        await post.Shop.Diane.Patch($"channels/{post.ChannelId}", new { everyone = false, memberIds = new[] { post.Ana.MemberId, viewer.MemberId }, teamIds = Array.Empty<Guid>() });

        (await Refusal(viewer, HttpMethod.Put, $"posts/{id}/mute")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Refusal(post.Bruno, HttpMethod.Put, $"posts/{id}/mute")).Status.ShouldBe(HttpStatusCode.NotFound);
        await post.Ana.Put($"posts/{id}/mute");
        (await Refusal(post.Bruno, HttpMethod.Delete, $"posts/{id}/mute")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await post.Bruno.Get("posts/muted")).Items().ShouldBeEmpty();
        (await viewer.Get("posts/muted")).Items().Count().ShouldBe(1);
    }

    private async Task<Guid> PostOf(JsonNode row) => (await post.Ana.Get($"conversations/{row.Id()}"))["post"]!.Id();

    private MessageIn Comments(string text, string from = "zoe", string post = "post-1") => this.post.Says(text, from) with { Visibility = Visibility.Public, Post = post };
}
