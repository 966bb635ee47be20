using System.Net;
using System.Text.Json.Nodes;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Security;
using Relais.Tests.Testing;

namespace Relais.Tests.BulkActions;

/// <summary>Several conversations at once: each by the rules it would follow alone, each with its own outcome, and undone together.</summary>
public sealed class BulkActionTests : IAsyncLifetime
{
    private PigeonPost post = null!;

    private ApiClient Diane => post.Shop.Diane;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    [Fact]
    public async Task Several_are_resolved_at_once_and_every_screen_and_trail_show_it()
    {
        var rows = await Write("zoe", "yann", "noor");
        await using var screen = await post.App.Screen(post.Bruno);
        var before = await post.Position();

        var answer = await Act(post.Ana, "resolve", rows);

        Results(answer).ShouldBe(["done", "done", "done"]);
        (await post.Kinds(before)).ShouldBe(["conversationResolved", "conversationResolved", "conversationResolved"]);
        var line = (await post.Bruno.Get($"threads/{rows[0].Id("threadId")}/messages"))["trail"]!.AsArray().Last()!;
        (line.Text("kind"), line["detail"]!.Text("way"), line["actor"]!.Text("name")).ShouldBe(("conversationResolved", "bulk", "Ana"));
        await ShowsTheSame(screen);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task In_bulk_a_reason_is_asked_for_where_bulk_is_ticked_whatever_the_channels_ask()
    {
        var rows = await Write("zoe", "yann");
        await Ask(bulk: false, channels: [new { channelId = post.ChannelId, visibility = "private" }]);
        Results(await Act(post.Ana, "resolve", rows[..1])).ShouldBe(["done"]);

        await Ask(bulk: true, channels: []);
        var refused = await Act(post.Ana, "resolve", rows[1..]);
        (Results(refused).Single(), refused.Items().Single().Text("code")).ShouldBe(("refused", "resolution.reason.required"));
        (await post.Row(rows[1].Id())).Text("state").ShouldBe("new");

        var spam = (await post.Ana.Get("resolve-reasons")).Items().Single(reason => reason.Text("name") == "Spam").Id();
        Results(await Act(post.Ana, "resolve", rows[1..], reasonId: spam)).ShouldBe(["done"]);
        (await post.Row(rows[1].Id())).Id("resolveReasonId").ShouldBe(spam);
    }

    [Fact]
    public async Task What_changed_meanwhile_what_is_like_that_already_and_what_is_gone_keep_no_other_from_it()
    {
        var rows = await Write("zoe", "yann", "noor");
        await post.Bruno.Put($"conversations/{rows[0].Id()}/assignee", new { memberId = post.Bruno.MemberId });
        await post.Ana.Put($"conversations/{rows[1].Id()}/pending");
        rows[1] = await post.Row(rows[1].Id());
        var strange = JsonNode.Parse($$"""{"id":"{{Guid.CreateVersion7()}}","version":1}""")!;

        var answer = await Act(post.Ana, "pend", [.. rows, strange]);

        Results(answer).ShouldBe(["changed", "unchanged", "done", "gone"]);
        (await post.Row(rows[0].Id())).Text("state").ShouldBe("new");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Undoing_puts_back_exactly_what_nobody_has_touched_since()
    {
        var rows = await Write("zoe", "yann", "noor", "tom");
        await post.Ana.Put($"conversations/{rows[0].Id()}/assignee", new { memberId = post.Bruno.MemberId });
        await post.Ana.Put($"conversations/{rows[1].Id()}/boomerang", new { at = post.App.Clock.GetUtcNow().AddHours(1), then = "pending" });
        rows = [.. await Task.WhenAll(rows.Select(row => post.Row(row.Id())))];
        post.App.Clock.Advance(TimeSpan.FromSeconds(5));
        var done = await Act(post.Ana, "resolve", rows);
        await post.Write("Encore moi", "noor");
        await post.Bruno.Put($"conversations/{rows[3].Id()}/topics/{await Topic("Retours")}");
        await using var screen = await post.App.Screen(post.Bruno);

        var undone = await Undo(post.Ana, done.Id());

        undone.Items().ToDictionary(item => item.Id("conversationId"), item => item.Text("result")).ShouldBe(
            new Dictionary<Guid, string> { [rows[0].Id()] = "done", [rows[1].Id()] = "done", [rows[2].Id()] = "changed", [rows[3].Id()] = "changed" }, ignoreOrder: true);
        Stands(await post.Row(rows[0].Id())).ShouldBe(Stands(rows[0]));
        Stands(await post.Row(rows[1].Id())).ShouldBe(Stands(rows[1]));
        (await post.Row(rows[3].Id())).Text("state").ShouldBe("resolved");
        await ShowsTheSame(screen);
        (await post.Ana.Send(HttpMethod.Delete, $"bulk-actions/{done.Id()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await post.Later(TimeSpan.FromHours(1));
        await post.Until(async _ => (await post.Row(rows[1].Id())).Text("state") == "new" || Tick());
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Where_what_is_pending_comes_back_by_itself_undoing_takes_that_back_too()
    {
        await Diane.Put("auto-resolve", new { setting = new { @new = new { }, pending = new { }, channels = Array.Empty<object>(), boomerangMinutes = 60 } });
        var rows = await Write("zoe");
        var done = await Act(post.Ana, "pend", rows);
        (await post.Row(rows[0].Id()))["boomerangAt"].ShouldNotBeNull();

        Results(await Undo(post.Ana, done.Id())).ShouldBe(["done"]);
        var row = await post.Row(rows[0].Id());
        (row.Text("state"), row["boomerangAt"]).ShouldBe(("new", null));
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Only_who_did_it_undoes_it_and_not_for_ever()
    {
        var rows = await Write("zoe");
        var done = await Act(post.Ana, "pend", rows);

        await post.Bruno.Send(HttpMethod.Delete, $"bulk-actions/{done.Id()}").ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        post.App.Clock.Advance(TimeSpan.FromMinutes(3));
        await post.Ana.Send(HttpMethod.Delete, $"bulk-actions/{done.Id()}").ShouldBeRefused(HttpStatusCode.Conflict, "bulk.too_late");
    }

    [Fact]
    public async Task Several_are_assigned_only_to_who_may_answer_them()
    {
        var rows = await Write("zoe", "yann");
        var victor = await post.Hire("Victor", "viewer");

        var refused = await Act(post.Ana, "assign", rows, memberId: victor.MemberId);
        refused.Items().ShouldAllBe(item => item.Text("code") == "assignee.unknown");
        Results(await Act(post.Ana, "assign", rows, memberId: post.Bruno.MemberId)).ShouldBe(["done", "done"]);
        (await post.Row(rows[0].Id())).Id("assigneeId").ShouldBe(post.Bruno.MemberId);

        var done = await Act(post.Ana, "assign", [await post.Row(rows[0].Id())], memberId: null);
        (await post.Row(rows[0].Id()))["assigneeId"].ShouldBeNull();
        await Undo(post.Ana, done.Id());
        (await post.Row(rows[0].Id())).Id("assigneeId").ShouldBe(post.Bruno.MemberId);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_topic_is_put_on_several_and_taken_off_those_it_was_put_on()
    {
        var rows = await Write("zoe", "yann");
        var topic = await Topic("Livraison");
        await post.Ana.Put($"conversations/{rows[0].Id()}/topics/{topic}");
        rows[0] = await post.Row(rows[0].Id());

        var done = await Act(post.Ana, "addTopic", rows, topicId: topic);
        Results(done).ShouldBe(["unchanged", "done"]);
        await Undo(post.Ana, done.Id());

        (Topics(await post.Row(rows[0].Id())), Topics(await post.Row(rows[1].Id()))).ShouldBe((1, 0));
        await Refused(post.Ana, new { kind = "addTopic", items = rows, topicId = Guid.CreateVersion7() }, "topic.unknown");
    }

    [Fact]
    public async Task All_of_a_list_is_what_the_list_shows()
    {
        await Write("zoe", "yann", "noor");
        var mine = (await post.Write("À moi", "tom")).Id();
        await post.Ana.Put($"conversations/{mine}/assignee", new { memberId = post.Ana.MemberId });

        var answer = await post.Ana.Post("bulk-actions?state=new&assignee=me", new { kind = "pend", all = true });

        answer.Items().ShouldHaveSingleItem().Id("conversationId").ShouldBe(mine);
        answer["next"].ShouldBeNull();
        Results(await post.Ana.Post("bulk-actions?state=new", new { kind = "resolve", all = true })).Count().ShouldBe(3);
        (await post.Rows("new")).ShouldBeEmpty();
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Viewers_do_nothing_in_bulk_nobody_more_than_a_thousand_and_a_hidden_channel_stays_hidden()
    {
        var rows = await Write("zoe");
        var victor = await post.Hire("Victor", "viewer");
        await victor.Send(HttpMethod.Post, "bulk-actions", new { kind = "resolve", items = rows }).ShouldBeRefused(HttpStatusCode.Forbidden, "permission.denied");
        var many = Enumerable.Range(0, 1001).Select(_ => new { id = Guid.CreateVersion7(), version = 1 });
        await Refused(post.Ana, new { kind = "resolve", items = many }, "bulk.too_many");
        await Refused(post.Ana, new { kind = "resolve" }, "bulk.nothing");
        (await post.Ana.Send(HttpMethod.Post, "bulk-actions", new { items = rows })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        await Diane.Patch($"channels/{post.ChannelId}", new { everyone = false, teamIds = Array.Empty<Guid>(), memberIds = new[] { post.Bruno.MemberId } });
        Results(await Act(post.Ana, "resolve", rows)).ShouldBe(["gone"]);
    }

    [Fact]
    public async Task More_than_one_transaction_holds_are_done_too()
    {
        var rows = await Write([.. Enumerable.Range(1, 60).Select(number => $"client{number}")]);

        var done = await Act(post.Ana, "pend", rows);
        Results(done).Count(result => result == "done").ShouldBe(60);

        Results(await Undo(post.Ana, done.Id())).Count(result => result == "done").ShouldBe(60);
        (await post.Rows("new")).Count.ShouldBe(60);
        await post.App.ShouldBeSound();
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    private static IEnumerable<string> Results(JsonNode answer) => answer.Items().Select(item => item.Text("result"));

    private static int Topics(JsonNode row) => row["topicIds"]!.AsArray().Count;

    private static string Stands(JsonNode row) =>
        string.Join(' ', new[] { "state", "stateSince", "assigneeId", "boomerangAt", "resolvedAt", "resolveReasonId" }.Select(part => row[part]?.ToJsonString()));

    private static Task<JsonNode> Act(ApiClient who, string kind, IReadOnlyList<JsonNode> rows, Guid? reasonId = null, Guid? memberId = null, Guid? topicId = null) =>
        who.Post("bulk-actions", new { kind, items = rows.Select(row => new { id = row.Id(), version = row["version"]!.GetValue<int>() }), reasonId, memberId, topicId });

    private static async Task<JsonNode> Undo(ApiClient who, Guid id)
    {
        using var response = await who.Send(HttpMethod.Delete, $"bulk-actions/{id}");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(PigeonPost.Cancel))!;
    }

    private static Task Refused(ApiClient who, object body, string code) =>
        who.Send(HttpMethod.Post, "bulk-actions", body).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, code);

    private bool Tick()
    {
        post.App.Clock.Advance(TimeSpan.FromMilliseconds(500));
        return false;
    }

    private async Task<List<JsonNode>> Write(params string[] customers)
    {
        await post.Bring([.. customers.Select(customer => post.Says($"Bonjour de {customer}", customer))]);
        var rows = await post.Rows("new");
        return [.. customers.Select(customer => rows.Single(row => row["preview"]!.Text("text") == $"Bonjour de {customer}"))];
    }

    private async Task<Guid> Topic(string name) => (await Diane.Post("topics", new { name })).Id();

    private Task<JsonNode> Ask(bool bulk, object[] channels) =>
        Diane.Put("resolve-reasons/scopes", new { reasons = new { channels, bulk, autoResolve = false, automation = false } });

    private async Task ShowsTheSame(LiveScreen screen)
    {
        await screen.CatchUp();
        await using var fresh = new LiveScreen(post.Bruno);
        await fresh.Load();
        screen.Picture().ShouldBe(fresh.Picture());
    }
}
