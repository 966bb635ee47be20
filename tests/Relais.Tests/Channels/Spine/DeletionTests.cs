using System.Net;
using System.Text.Json.Nodes;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Channels.Spine;

/// <summary>An agent deletes a comment, or what we said in public: it is gone here once its network says so, and everybody sees who did it.</summary>
public sealed class DeletionTests : IAsyncLifetime
{
    private readonly List<string> asked = [];
    private PigeonPost post = null!;

    public async ValueTask InitializeAsync()
    {
        post = await PigeonPost.Open();
        Allow(Deletion.All);
        post.Pigeon.Deletes = deleting =>
        {
            asked.Add(deleting.ExternalId);
            return Task.FromResult<string?>(null);
        };
    }

    public ValueTask DisposeAsync() => post.DisposeAsync();

    [Fact]
    public async Task A_comment_goes_from_its_network_and_says_here_who_deleted_it()
    {
        var comment = Comments("Arnaque, allez sur bit.example");
        await post.Bring(comment);
        var (row, id) = await Only();
        var before = await post.Position();

        await Delete(id);
        await Delete(id);

        asked.ShouldBe([comment.ExternalId], "what is gone is not asked for again");
        var gone = await post.Message(row, id);
        (gone["removedBy"]!.Text("kind"), gone["removedBy"]!.Id(), gone["removedBy"]!.Text("name")).ShouldBe(("member", post.Ana.MemberId, "Ana"));
        gone["removedAt"].ShouldNotBeNull();
        var told = (await post.Ana.Get($"events?after={before}")).Items().ToList();
        told.Select(item => item.Text("kind")).ShouldBe(["messageChanged", "commentDeleted"], ignoreOrder: true);
        told.ShouldAllBe(item => item["actor"]!.Id() == post.Ana.MemberId && item["message"]!.Id() == id && item["message"]!["removedBy"] != null);
        (await post.Ana.Get($"threads/{row.Id("threadId")}/messages"))["trail"]!.AsArray().Count(line => line!.Text("kind") == "commentDeleted").ShouldBe(1);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task What_the_network_refuses_stays_and_says_why()
    {
        await post.Bring(Comments("Nul"));
        var (row, id) = await Only();
        post.Pigeon.Deletes = _ => Task.FromResult<string?>("Not yours.");

        using var refused = await post.Ana.Send(HttpMethod.Put, $"messages/{id}/removal");
        var said = JsonNode.Parse(await refused.Content.ReadAsStringAsync(Cancel))!;
        (refused.StatusCode, said.Text("code"), said["params"]!.Text("reason")).ShouldBe((HttpStatusCode.UnprocessableEntity, "comment.deletion_refused", "Not yours."));
        (await post.Message(row, id))["removedAt"].ShouldBeNull();
    }

    [Fact]
    public async Task Our_own_answer_is_taken_back_once_it_stands_there()
    {
        Allow(Deletion.Ours);
        await post.Bring(Comments("Combien ?"));
        var (row, theirs) = await Only();
        var ours = (await Answer(post.Ana, row.Id(), "120 €")).Id();
        (await Refused(ours)).ShouldBe("comment.cannot_be_deleted", "it has not left yet");
        await post.App.UntilNothingWaits();

        (await Refused(theirs)).ShouldBe("comment.cannot_be_deleted");
        await post.Bruno.Put($"messages/{ours}/removal");

        asked.ShouldBe([$"ring-{ours}"]);
        (await post.Message(row, ours))["removedBy"]!.Text("name").ShouldBe("Bruno");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Only_where_the_network_lets_us_and_by_those_who_answer()
    {
        await post.Bring(Comments("Nul"));
        var (row, id) = await Only();
        var note = (await post.Ana.Post($"conversations/{row.Id()}/notes", new { clientId = Guid.CreateVersion7(), text = "À surveiller" })).Id();
        var letter = (await post.Messages((await post.Write("En privé")).Id("threadId"))).Single().Id();
        var vera = await post.Hire("Vera", "viewer");

        (await Refused(note)).ShouldBe("comment.cannot_be_deleted");
        (await Refused(letter)).ShouldBe("comment.cannot_be_deleted", "what nobody else reads stays");
        (await vera.Send(HttpMethod.Put, $"messages/{id}/removal")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await post.Ana.Send(HttpMethod.Put, $"messages/{Guid.CreateVersion7()}/removal")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Allow(Deletion.None);
        (await Refused(id)).ShouldBe("comment.cannot_be_deleted");
        asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_network_may_tell_of_it_sooner_or_later_and_of_what_its_author_took_back()
    {
        var (first, second) = (Comments("Un"), Comments("Deux"));
        await post.Bring(first, second);
        var row = (await post.Rows()).Single();
        var ids = (await post.Messages(row.Id("threadId"))).Select(message => message.Id()).ToList();
        post.Pigeon.Deletes = async deleting =>
        {
            await post.Bring(new RemovalIn(deleting.ExternalId, post.App.Clock.GetUtcNow()));
            return null;
        };

        await Delete(ids[0]);
        await post.Bring(new RemovalIn(first.ExternalId, post.App.Clock.GetUtcNow()), new RemovalIn(second.ExternalId, post.App.Clock.GetUtcNow()));

        var messages = await post.Messages(row.Id("threadId"));
        messages.ShouldAllBe(message => message["removedAt"] != null);
        messages.Select(message => message["removedBy"]?.Text("name")).ShouldBe(["Ana", null]);
    }

    [Fact]
    public async Task What_is_said_next_stands_below_what_is_left()
    {
        var (first, second) = (Comments("Combien ?"), Comments("Arnaque"));
        await post.Bring(first);
        post.App.Clock.Advance(TimeSpan.FromSeconds(1));
        await post.Bring(second with { At = post.App.Clock.GetUtcNow() });
        var row = (await post.Rows()).Single();
        await Delete((await post.Messages(row.Id("threadId")))[1].Id());

        await Answer(post.Ana, row.Id(), "120 €");
        await post.App.UntilNothingWaits();
        post.Pigeon.Flights.Single().Answer.Answers!.ExternalId.ShouldBe(first.ExternalId);

        await Delete((await post.Messages(row.Id("threadId")))[0].Id());
        (await Refusal(post.Ana, HttpMethod.Post, $"conversations/{row.Id()}/messages", new { clientId = Guid.CreateVersion7(), text = "En privé", privately = true }))
            .ShouldBe((HttpStatusCode.UnprocessableEntity, "comment.no_private_reply"));
    }

    private void Allow(Deletion deletes) =>
        post.Pigeon.Abilities = post.Pigeon.Abilities with { Public = new Capabilities { Deletes = deletes, PrivateReplyHours = 24 } };

    private MessageIn Comments(string text) => post.Says(text) with { Visibility = Visibility.Public, Post = "post-1" };

    private async Task<(JsonNode Row, Guid Id)> Only()
    {
        var row = (await post.Rows()).Single();
        return (row, (await post.Messages(row.Id("threadId"))).Single().Id());
    }

    private async Task Delete(Guid id) => await post.Ana.Put($"messages/{id}/removal");

    private async Task<string?> Refused(Guid id)
    {
        var (status, code) = await Refusal(post.Ana, HttpMethod.Put, $"messages/{id}/removal");
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return code;
    }
}
