using System.Net;
using System.Text.Json.Nodes;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Spine;

/// <summary>An agent puts an emoji on what a customer wrote: it stands there once the network has it.</summary>
public sealed class ReactionTests : IAsyncLifetime
{
    private PigeonPost post = null!;

    public async ValueTask InitializeAsync()
    {
        post = await PigeonPost.Open();
        post.Pigeon.Abilities = post.Pigeon.Abilities with { Reactions = ["👍", "❤️"] };
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    [Fact]
    public async Task It_goes_to_the_message_at_the_network_is_changed_and_taken_back()
    {
        var asked = new List<Reacting>();
        post.Pigeon.Reacts = reacting => { asked.Add(reacting); return null; };
        var (id, row) = await Written();

        await post.Ana.Put($"messages/{id}/reaction", new { emoji = "👍" });
        (await Reactions(row)).ShouldBe([("👍", "member")]);
        await post.Ana.Put($"messages/{id}/reaction", new { emoji = "❤️" });
        (await Reactions(row)).ShouldBe([("❤️", "member")]);
        await post.Ana.Put($"messages/{id}/reaction", new { emoji = (string?)null });
        (await Reactions(row)).ShouldBeEmpty();

        asked.Select(reacting => reacting.Emoji).ShouldBe(["👍", "❤️", null]);
        asked.ShouldAllBe(reacting => reacting.ExternalId.StartsWith("letter-") && reacting.To.SequenceEqual(new[] { "zoe" }) && reacting.Visibility == Visibility.Private);
    }

    [Fact]
    public async Task What_the_network_refuses_stands_nowhere_and_says_why()
    {
        var (id, row) = await Written();
        post.Pigeon.Reacts = _ => "Too old";
        (await PigeonPost.Refusal(post.Ana, HttpMethod.Put, $"messages/{id}/reaction", new { emoji = "👍" })).ShouldBe((HttpStatusCode.UnprocessableEntity, "reaction.refused"));
        (await Reactions(row)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_network_s_emoji_on_what_customers_wrote_and_who_answers()
    {
        var asked = 0;
        post.Pigeon.Reacts = _ => { asked++; return null; };
        var (id, row) = await Written();
        var answer = await PigeonPost.Answer(post.Ana, row.Id(), "Bonjour");
        await post.App.UntilNothingWaits();
        var vera = await post.Hire("Vera", "viewer");

        (await PigeonPost.Refusal(post.Ana, HttpMethod.Put, $"messages/{id}/reaction", new { emoji = "🦆" })).ShouldBe((HttpStatusCode.UnprocessableEntity, "reaction.impossible"));
        (await PigeonPost.Refusal(post.Ana, HttpMethod.Put, $"messages/{answer.Id()}/reaction", new { emoji = "👍" })).ShouldBe((HttpStatusCode.UnprocessableEntity, "reaction.impossible"));
        (await vera.Send(HttpMethod.Put, $"messages/{id}/reaction", new { emoji = "👍" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await post.Ana.Send(HttpMethod.Put, $"messages/{Guid.CreateVersion7()}/reaction", new { emoji = "👍" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        post.Pigeon.Abilities = post.Pigeon.Abilities with { Reactions = [] };
        (await PigeonPost.Refusal(post.Ana, HttpMethod.Put, $"messages/{id}/reaction", new { emoji = "👍" })).ShouldBe((HttpStatusCode.UnprocessableEntity, "reaction.impossible"));
        asked.ShouldBe(0);
    }

    private async Task<(Guid Id, JsonNode Row)> Written()
    {
        var row = await post.Write("Il est arrivé, merci !");
        return ((await Thread(row)).First().Id(), row);
    }

    private async Task<IEnumerable<(string, string)>> Reactions(JsonNode row) =>
        (await Thread(row)).First()["reactions"]!.AsArray().Select(one => (one!.Text("emoji"), one!.Text("by"))).ToList();

    private async Task<IEnumerable<JsonNode>> Thread(JsonNode row) => (await post.Ana.Get($"threads/{row.Id("threadId")}/messages?limit=50")).Items();
}
