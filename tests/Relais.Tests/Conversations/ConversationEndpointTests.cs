using System.Net;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Conversations;

/// <summary>What an agent does with a conversation, over HTTP: where it leads, what is told, what is refused.</summary>
public sealed class ConversationEndpointTests : IAsyncLifetime
{
    private PigeonPost post = null!;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    [Fact]
    public async Task A_message_stands_in_the_queue_and_is_counted()
    {
        var zoe = await post.Write("Bonjour");
        await post.Write("Où est mon colis ?", "yann");

        var page = await post.Ana.Get("conversations?state=new");
        page.Items().Select(row => row.Text("preview", "text")).ShouldBe(["Bonjour", "Où est mon colis ?"]);
        page.Items().Select(row => row.Text("contact", "name")).ShouldBe(["Zoe", "Yann"]);
        page.Items().Select(row => row["number"]!.GetValue<int>()).ShouldBe([1, 2]);
        var counter = (await post.Ana.Get("queue/counters")).Items().ShouldHaveSingleItem();
        (counter.Text("state"), counter["count"]!.GetValue<int>(), counter["assigneeId"]).ShouldBe(("new", 2, null));
        zoe.Text("visibility").ShouldBe("private");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Every_act_leads_on_and_writes_its_event()
    {
        var id = (await post.Write("Bonjour")).Id();
        var until = post.App.Clock.GetUtcNow().AddHours(1);
        var from = await post.Position();

        await post.Ana.Put($"conversations/{id}/assignee", new { memberId = post.Bruno.MemberId });
        (await post.Row(id)).Id("assigneeId").ShouldBe(post.Bruno.MemberId);
        await post.Ana.Put($"conversations/{id}/pending");
        (await post.Row(id)).Text("state").ShouldBe("pending");
        await post.Ana.Delete($"conversations/{id}/pending");
        (await post.Row(id)).Text("state").ShouldBe("new");
        await post.Ana.Put($"conversations/{id}/boomerang", new { at = until, then = "pending", note = "Rappeler Zoé" });
        (await post.Row(id))["boomerangAt"]!.GetValue<DateTimeOffset>().ShouldBe(until, TimeSpan.FromMilliseconds(1));
        (await post.Row(id)).Text("boomerangNote").ShouldBe("Rappeler Zoé");
        await post.Ana.Delete($"conversations/{id}/boomerang");
        (await post.Row(id))["boomerangAt"].ShouldBeNull();
        await post.Ana.Post($"conversations/{id}/notes", new { clientId = Guid.CreateVersion7(), text = "Cliente fidèle" });
        await post.Ana.Put($"conversations/{id}/resolution", new { comment = "Réglé" });
        var resolved = await post.Row(id);
        (resolved.Text("state"), resolved["assigneeId"]).ShouldBe(("resolved", null));
        await post.Ana.Delete($"conversations/{id}/resolution");
        (await post.Row(id)).Text("state").ShouldBe("new");

        (await post.Kinds(from)).ShouldBe(
        [
            "conversationAssigned", "conversationPended", "conversationReturned", "conversationPended", "boomerangSet",
            "boomerangCancelled", "noteAdded", "conversationResolved", "conversationReopened",
        ]);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task The_thread_shows_its_boundaries_and_who_did_what()
    {
        var row = await post.Write("Bonjour");
        post.App.Clock.Advance(TimeSpan.FromSeconds(1));
        await post.Ana.Put($"conversations/{row.Id()}/resolution", new { comment = "Réglé" });
        await post.Write("Encore une chose");

        var page = await post.Ana.Get($"threads/{row.Id("threadId")}/messages");

        page["conversations"]!.AsArray().Select(item => (item!.Text("state"), item!["resolvedBy"]?.GetValue<string>())).ShouldBe([("resolved", "Ana"), ("new", null)]);
        page["trail"]!.AsArray().Select(line => line!.Text("kind")).ShouldBe(["conversationOpened", "conversationResolved", "conversationOpened"]);
        page["trail"]![1]!.Text("actor", "name").ShouldBe("Ana");
        page["trail"]![1]!.Text("detail", "comment").ShouldBe("Réglé");
    }

    [Fact]
    public async Task Refusals_say_a_code_and_change_nothing()
    {
        var id = (await post.Write("Bonjour")).Id();
        var viewer = await post.Hire("Viviane", "viewer");
        await post.Ana.Put($"conversations/{id}/resolution", new { });
        var from = await post.Position();
        var past = new { at = post.App.Clock.GetUtcNow().AddMinutes(-1), then = "resolved" };

        (await Refusal(post.Ana, HttpMethod.Put, $"conversations/{id}/pending")).ShouldBe((HttpStatusCode.UnprocessableEntity, "conversation.resolved"));
        (await Refusal(post.Ana, HttpMethod.Delete, $"conversations/{id}/pending")).ShouldBe((HttpStatusCode.UnprocessableEntity, "conversation.resolved"));
        (await Refusal(post.Ana, HttpMethod.Put, $"conversations/{id}/boomerang", past)).ShouldBe((HttpStatusCode.UnprocessableEntity, "boomerang.in_the_past"));
        (await Refusal(post.Ana, HttpMethod.Put, $"conversations/{id}/assignee", new { memberId = viewer.MemberId })).ShouldBe((HttpStatusCode.UnprocessableEntity, "assignee.unknown"));
        (await Refusal(post.Ana, HttpMethod.Put, $"conversations/{id}/assignee", new { memberId = Guid.CreateVersion7() })).ShouldBe((HttpStatusCode.UnprocessableEntity, "assignee.unknown"));
        (await Refusal(post.Ana, HttpMethod.Post, $"conversations/{id}/notes", new { clientId = Guid.CreateVersion7(), text = " " })).ShouldBe((HttpStatusCode.UnprocessableEntity, "note.required"));
        (await Refusal(post.Ana, HttpMethod.Put, $"conversations/{id}/draft", new { mode = "reply", text = new string('a', Draft.TextLimit + 1) })).ShouldBe((HttpStatusCode.UnprocessableEntity, "draft.too_long"));
        (await Refusal(post.Ana, HttpMethod.Get, "conversations?state=new&after=nonsense")).ShouldBe((HttpStatusCode.BadRequest, "request.malformed"));
        (await Refusal(post.Ana, HttpMethod.Get, "conversations?state=new&assignee=nobody")).ShouldBe((HttpStatusCode.BadRequest, "request.malformed"));

        (await post.Kinds(from)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_viewer_files_and_notes_but_neither_answers_nor_assigns()
    {
        var viewer = await post.Hire("Viviane", "viewer");
        var row = await post.Write("Bonjour");
        var id = row.Id();

        foreach (var (method, path, body) in new (HttpMethod, string, object?)[]
        {
            (HttpMethod.Post, $"conversations/{id}/messages", new { clientId = Guid.CreateVersion7(), text = "Bonjour" }),
            (HttpMethod.Put, $"conversations/{id}/assignee", new { memberId = viewer.MemberId }),
            (HttpMethod.Put, $"conversations/{id}/read", new { }),
            (HttpMethod.Delete, $"messages/{Guid.CreateVersion7()}", null),
            (HttpMethod.Post, $"messages/{Guid.CreateVersion7()}/attempts", new { }),
            (HttpMethod.Patch, $"contacts/{row["contact"]!.Id()}", new { name = "Zoé" }),
        })
            (await Refusal(viewer, method, path, body)).ShouldBe((HttpStatusCode.Forbidden, "permission.denied"), $"{method} {path}");

        await viewer.Post($"conversations/{id}/notes", new { clientId = Guid.CreateVersion7(), text = "Je regarde" });
        await viewer.Put($"conversations/{id}/pending");
        await viewer.Put($"conversations/{id}/resolution", new { });
        (await post.Row(id)).Text("state").ShouldBe("resolved");
    }

    [Fact]
    public async Task Of_two_agents_who_take_it_at_once_one_wins_and_the_other_sees_who()
    {
        var id = (await post.Write("Bonjour")).Id();

        var takes = await Task.WhenAll(new[] { post.Ana, post.Bruno }.Select(async agent =>
        {
            using var response = await agent.Send(HttpMethod.Put, $"conversations/{id}/assignee", new { memberId = agent.MemberId, ifUnassigned = true });
            return (agent.MemberId, response.StatusCode, Text: await response.Content.ReadAsStringAsync(Cancel));
        }));

        var winner = takes.Single(take => take.StatusCode == HttpStatusCode.NoContent);
        var loser = takes.Single(take => take.StatusCode == HttpStatusCode.Conflict);
        loser.Text.ShouldContain("conversation.taken");
        loser.Text.ShouldContain(winner.MemberId.ToString());
        (await post.Row(id)).Id("assigneeId").ShouldBe(winner.MemberId);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task The_contact_who_writes_again_after_the_end_opens_the_next_conversation_with_nobody()
    {
        var first = await post.Write("Bonjour");
        await post.Ana.Put($"conversations/{first.Id()}/assignee", new { memberId = post.Ana.MemberId });
        await post.Ana.Put($"conversations/{first.Id()}/resolution", new { });

        var next = await post.Write("Encore une chose");

        next.Id().ShouldNotBe(first.Id());
        next.Id("threadId").ShouldBe(first.Id("threadId"));
        (next.Text("state"), next["assigneeId"], next["number"]!.GetValue<int>()).ShouldBe(("new", null, 2));
        (await Refusal(post.Ana, HttpMethod.Delete, $"conversations/{first.Id()}/resolution")).ShouldBe((HttpStatusCode.Conflict, "conversation.open_elsewhere"));
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Pages_neither_repeat_nor_miss_what_happened_in_the_same_instant()
    {
        var at = post.App.Clock.GetUtcNow();
        await post.Bring([.. Enumerable.Range(1, 11).Select(number => post.Says("Bonjour", $"client{number}", at))]);

        foreach (var sort in new[] { "oldest", "newest" })
        {
            var seen = new List<Guid>();
            for (var after = ""; after is not null;)
            {
                var page = await post.Ana.Get($"conversations?state=new&sort={sort}&limit=3{after}");
                seen.AddRange(page.Items().Select(row => row.Id()));
                after = page["next"]?.GetValue<string>() is { } next ? $"&after={next}" : null;
            }

            seen.Count.ShouldBe(11);
            seen.Distinct().Count().ShouldBe(11);
        }
    }

    [Fact]
    public async Task A_thread_pages_back_in_order_through_messages_of_one_instant()
    {
        var at = post.App.Clock.GetUtcNow();
        await post.Bring([.. Enumerable.Range(1, 10).Select(number => post.Says($"{number}", at: at))]);
        var thread = (await post.Rows()).Single().Id("threadId");

        var texts = new List<string>();
        for (var before = ""; before is not null;)
        {
            var page = await post.Ana.Get($"threads/{thread}/messages?limit=3{before}");
            texts.InsertRange(0, page.Items().Select(message => message.Text("text")));
            before = page["next"]?.GetValue<string>() is { } next ? $"&before={next}" : null;
        }

        texts.ShouldBe(Enumerable.Range(1, 10).Select(number => $"{number}"));
    }

    [Fact]
    public async Task Queues_are_narrowed_by_assignee_and_channel()
    {
        var mine = (await post.Write("À Ana")).Id();
        var his = (await post.Write("À Bruno", "yann")).Id();
        var other = await post.Connect(post.OrganisationId);
        var elsewhere = (await post.Write("Ailleurs", "lea", other)).Id();
        await post.Ana.Put($"conversations/{mine}/assignee", new { memberId = post.Ana.MemberId });
        await post.Ana.Put($"conversations/{his}/assignee", new { memberId = post.Bruno.MemberId });

        (await Ids("assignee=me")).ShouldBe([mine]);
        (await Ids($"assignee={post.Bruno.MemberId}")).ShouldBe([his]);
        (await Ids("assignee=none")).ShouldBe([elsewhere]);
        (await Ids($"channelId={other}")).ShouldBe([elsewhere]);

        async Task<List<Guid>> Ids(string query) => [.. (await post.Ana.Get($"conversations?state=new&{query}")).Items().Select(row => row.Id())];
    }

    [Fact]
    public async Task Drafts_belong_to_one_member_one_conversation_and_one_mode()
    {
        var id = (await post.Write("Bonjour")).Id();
        var other = (await post.Write("Bonsoir", "yann")).Id();
        var from = await post.Position();
        await post.Ana.Put($"conversations/{id}/draft", new { mode = "reply", text = "Chère Zo" });
        await post.Ana.Put($"conversations/{id}/draft", new { mode = "reply", text = "Chère Zoé" });
        await post.Ana.Put($"conversations/{id}/draft", new { mode = "note", text = "Attention" });

        (await Drafts(post.Ana, id)).ShouldBe(("Chère Zoé", "Attention"));
        (await Drafts(post.Bruno, id)).ShouldBe((null, null));
        (await Drafts(post.Ana, other)).ShouldBe((null, null));

        await post.Ana.Put($"conversations/{id}/draft", new { mode = "reply", text = "" });
        (await Drafts(post.Ana, id)).ShouldBe((null, "Attention"));
        (await Refusal(post.Ana, HttpMethod.Put, $"conversations/{id}/draft", new { mode = "note" })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await Drafts(post.Ana, id)).ShouldBe((null, null));
        (await post.Kinds(from)).ShouldBeEmpty();

        static async Task<(string?, string?)> Drafts(ApiClient member, Guid id)
        {
            var draft = (await member.Get($"conversations/{id}"))["draft"]!;
            return (draft["reply"]?.GetValue<string>(), draft["note"]?.GetValue<string>());
        }
    }

    [Fact]
    public async Task What_a_provider_nests_deeply_does_not_close_the_thread()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 55)) + "1" + new string('}', 55);
        await post.Bring(post.Says("Un formulaire") with { Kind = MessageKind.Interactive, Extra = deep });

        var row = (await post.Rows()).Single();
        (await post.Messages(row.Id("threadId"))).ShouldHaveSingleItem()["extra"].ShouldNotBeNull();
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();
}
