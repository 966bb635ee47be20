using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Tags;

/// <summary>Tags by HTTP: made by administrators, put on messages by everyone, and gone everywhere when removed.</summary>
public sealed class TagEndpointTests : IAsyncLifetime
{
    private PigeonPost post = null!;

    private ApiClient Diane => post.Shop.Diane;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    [Fact]
    public async Task An_administrator_makes_tags_and_everyone_reads_them()
    {
        var tag = await Make("Mécontentement");
        (await post.Ana.Get("tags")).Items().Select(one => one.Text("name")).ShouldBe(["Mécontentement"]);
        (await Refusal(post.Shop.Chloe, HttpMethod.Post, "tags", new { name = "Retours" })).ShouldBe((HttpStatusCode.Forbidden, "permission.denied"));
        (await Refusal(Diane, HttpMethod.Post, "tags", new { name = "MÉCONTENTEMENT" })).ShouldBe((HttpStatusCode.UnprocessableEntity, "tag.name.taken"));
        (await Refusal(Diane, HttpMethod.Post, "tags", new { name = new string('x', 51) })).ShouldBe((HttpStatusCode.UnprocessableEntity, "tag.name.too_long"));

        var changed = await Diane.Patch($"tags/{tag.Id()}", new { name = "Colère", description = "Le client le dit", active = false });
        (changed.Text("name"), changed.Text("description"), changed["active"]!.GetValue<bool>()).ShouldBe(("Colère", "Le client le dit", false));
        (await Refusal(Diane, HttpMethod.Patch, $"tags/{Guid.CreateVersion7()}", new { name = "X" })).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_message_of_either_side_is_tagged_and_every_screen_and_the_trail_show_it()
    {
        var tag = (await Make("Compliment")).Id();
        var row = await post.Write("Merci, c’est parfait !");
        var received = (await post.Messages(row.Id("threadId"))).Single();
        var answered = await Answer(post.Ana, row.Id(), "Avec plaisir");
        await using var screen = await post.App.Screen(post.Bruno);
        var before = await post.Position();

        foreach (var message in new[] { received, answered, received }) await post.Ana.Put($"messages/{message.Id()}/tags/{tag}");
        (await post.Kinds(before)).ShouldBe(["messageTagsChanged", "messageTagsChanged"]);
        (await post.Messages(row.Id("threadId"))).ShouldAllBe(message => Tags(message).Single() == tag);
        var line = (await post.Bruno.Get($"threads/{row.Id("threadId")}/messages"))["trail"]!.AsArray().First(one => one!.Text("kind") == "messageTagsChanged")!;
        (line["actor"]!.Text("name"), line["detail"]!["added"]![0]!.Text("name")).ShouldBe(("Ana", "Compliment"));

        await post.Ana.Delete($"messages/{received.Id()}/tags/{tag}");
        Tags(await post.Message(row, received.Id())).ShouldBeEmpty();
        await screen.CatchUp();
        await using var fresh = new LiveScreen(post.Bruno);
        await fresh.Load();
        screen.Picture().ShouldBe(fresh.Picture());
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_viewer_may_tag_and_nobody_may_what_he_does_not_see_or_what_is_not_there()
    {
        var tag = (await Make("Compliment")).Id();
        var row = await post.Write("Merci !");
        var message = (await post.Messages(row.Id("threadId"))).Single().Id();
        using var vera = await post.Hire("Vera", "viewer");
        await vera.Put($"messages/{message}/tags/{tag}");
        (await Refusal(vera, HttpMethod.Put, $"messages/{message}/tags/{Guid.CreateVersion7()}")).ShouldBe((HttpStatusCode.UnprocessableEntity, "tag.unknown"));
        (await Refusal(vera, HttpMethod.Put, $"messages/{Guid.CreateVersion7()}/tags/{tag}")).Status.ShouldBe(HttpStatusCode.NotFound);

        await Diane.Patch($"channels/{post.ChannelId}", new { everyone = false, memberIds = new[] { post.Ana.MemberId }, teamIds = Array.Empty<Guid>() });
        (await Refusal(post.Bruno, HttpMethod.Put, $"messages/{message}/tags/{tag}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_removed_tag_leaves_every_message_and_its_name_is_free_again()
    {
        var (gone, kept) = ((await Make("Divers")).Id(), (await Make("Compliment")).Id());
        var row = await post.Write("Merci !");
        var message = (await post.Messages(row.Id("threadId"))).Single().Id();
        foreach (var tag in new[] { gone, kept }) await post.Ana.Put($"messages/{message}/tags/{tag}");
        (await Diane.Get($"tags/{gone}/use"))["messages"]!.GetValue<int>().ShouldBe(1);

        await Diane.Delete($"tags/{gone}");
        await post.Until(db => db.MessageTags.IgnoreQueryFilters().AllAsync(link => link.TagId == kept));
        Tags(await post.Message(row, message)).ShouldBe([kept]);
        (await Make("Divers")).Text("name").ShouldBe("Divers");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task An_answer_that_is_taken_back_is_no_longer_counted()
    {
        var tag = (await Make("Compliment")).Id();
        var row = await post.Write("Bonjour");
        var answer = await Answer(post.Ana, row.Id(), "Bonjour");
        await post.Ana.Put($"messages/{answer.Id()}/tags/{tag}");
        await post.Ana.Delete($"messages/{answer.Id()}");
        (await Diane.Get($"tags/{tag}/use"))["messages"]!.GetValue<int>().ShouldBe(0);
        await post.App.ShouldBeSound();
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    private static IEnumerable<Guid> Tags(JsonNode message) => message["tagIds"]!.AsArray().Select(id => id!.GetValue<Guid>());

    private Task<JsonNode> Make(string name) => Diane.Post("tags", new { name });
}
