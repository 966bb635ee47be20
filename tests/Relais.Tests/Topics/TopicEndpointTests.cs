using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Topics;

/// <summary>Topics by HTTP: made by administrators, put on conversations by everyone, and gone everywhere when removed.</summary>
public sealed class TopicEndpointTests : IAsyncLifetime
{
    private PigeonPost post = null!;

    private ApiClient Diane => post.Shop.Diane;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    [Fact]
    public async Task An_administrator_makes_topics_and_everyone_reads_them()
    {
        var delivery = await Make("Livraison");
        var delay = await Make("Retard", delivery.Id());

        delay.Text("path").ShouldBe("Livraison > Retard");
        (await post.Ana.Get("topics")).Items().Select(topic => topic.Text("path")).ShouldBe(["Livraison", "Livraison > Retard"]);
        (await Refusal(post.Shop.Chloe, HttpMethod.Post, "topics", new { name = "Retours" })).ShouldBe((HttpStatusCode.Forbidden, "permission.denied"));
        (await Refusal(Diane, HttpMethod.Post, "topics", new { name = "LIVRAISON" })).ShouldBe((HttpStatusCode.UnprocessableEntity, "topic.name.taken"));
        (await Refusal(Diane, HttpMethod.Post, "topics", new { name = " " })).ShouldBe((HttpStatusCode.UnprocessableEntity, "topic.name.required"));
        (await Refusal(Diane, HttpMethod.Patch, $"topics/{Guid.CreateVersion7()}", new { name = "Retours" })).ShouldBe((HttpStatusCode.NotFound, "not_found"));
    }

    [Fact]
    public async Task A_topic_moves_and_is_archived_with_its_parts_and_comes_back_with_what_is_above_it()
    {
        var delivery = await Make("Livraison");
        var delay = await Make("Retard", delivery.Id());
        (await Diane.Patch($"topics/{delivery.Id()}", new { active = false }))["active"]!.GetValue<bool>().ShouldBeFalse();
        (await Active()).ShouldBeEmpty();

        await Diane.Patch($"topics/{delay.Id()}", new { active = true, name = "Retards" });
        (await Active()).ShouldBe(["Livraison", "Livraison > Retards"]);
        (await Diane.Patch($"topics/{delay.Id()}", new { parentId = (Guid?)null })).Text("path").ShouldBe("Retards");
    }

    [Fact]
    public async Task An_agent_files_a_conversation_and_every_screen_and_the_trail_show_it()
    {
        var delivery = await Make("Livraison");
        var row = await post.Write("Où est mon colis ?");
        var before = await post.Position();
        await using var screen = await post.App.Screen(post.Bruno);

        await post.Ana.Put($"conversations/{row.Id()}/topics/{delivery.Id()}");
        await post.Ana.Put($"conversations/{row.Id()}/topics/{delivery.Id()}");

        (await post.Kinds(before)).ShouldBe(["conversationTopicsChanged"]);
        Topics(await Row(post.Bruno, row.Id())).ShouldBe([delivery.Id()]);
        var line = (await post.Bruno.Get($"threads/{row.Id("threadId")}/messages"))["trail"]!.AsArray().Single(line => line!.Text("kind") == "conversationTopicsChanged")!;
        line["detail"]!["added"]![0]!.Text("name").ShouldBe("Livraison");

        await post.Ana.Delete($"conversations/{row.Id()}/topics/{delivery.Id()}");
        Topics(await Row(post.Bruno, row.Id())).ShouldBeEmpty();
        (await Refusal(post.Ana, HttpMethod.Put, $"conversations/{row.Id()}/topics/{Guid.CreateVersion7()}")).ShouldBe((HttpStatusCode.UnprocessableEntity, "topic.unknown"));
        await screen.CatchUp();
        await using var fresh = new LiveScreen(post.Bruno);
        await fresh.Load();
        screen.Picture().ShouldBe(fresh.Picture());
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_new_conversation_starts_without_topics_and_reminds_of_the_ones_before()
    {
        var delivery = await Make("Livraison");
        var row = await post.Write("Où est mon colis ?");
        await post.Ana.Put($"conversations/{row.Id()}/topics/{delivery.Id()}");
        await post.Ana.Put($"conversations/{row.Id()}/resolution", new { });

        var next = await post.Write("Toujours rien");
        var view = await post.Ana.Get($"conversations/{next.Id()}");
        Topics(view["row"]!).ShouldBeEmpty();
        view["previousTopicIds"]!.AsArray().Select(id => id!.GetValue<Guid>()).ShouldBe([delivery.Id()]);
    }

    [Fact]
    public async Task A_removed_topic_leaves_every_conversation_and_lets_another_take_its_place()
    {
        var delay = await Make("Retard");
        var late = await Make("En retard");
        var gone = await Make("Divers");
        var row = await post.Write("Où est mon colis ?");
        foreach (var topic in new[] { delay, gone }) await post.Ana.Put($"conversations/{row.Id()}/topics/{topic.Id()}");
        (await Diane.Get($"topics/{delay.Id()}/use"))["conversations"]!.GetValue<int>().ShouldBe(1);

        await Diane.Delete($"topics/{delay.Id()}?into={late.Id()}");
        await Diane.Delete($"topics/{gone.Id()}");

        await post.Until(db => db.ConversationTopics.IgnoreQueryFilters().AllAsync(link => link.TopicId == late.Id()));
        Topics(await Row(post.Ana, row.Id())).ShouldBe([late.Id()]);
        (await post.Ana.Get("topics")).Items().Select(topic => topic.Text("name")).ShouldBe(["En retard"]);
        (await Make("Retard")).Text("name").ShouldBe("Retard");
        (await Refusal(Diane, HttpMethod.Delete, $"topics/{late.Id()}?into={late.Id()}")).ShouldBe((HttpStatusCode.UnprocessableEntity, "topic.merge.itself"));
        await post.App.ShouldBeSound();
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    private static IEnumerable<Guid> Topics(JsonNode row) => row["topicIds"]!.AsArray().Select(id => id!.GetValue<Guid>());

    private Task<JsonNode> Make(string name, Guid? parentId = null) => Diane.Post("topics", new { name, parentId });

    private async Task<IEnumerable<string>> Active() =>
        (await Diane.Get("topics")).Items().Where(topic => topic["active"]!.GetValue<bool>()).Select(topic => topic.Text("path"));
}
