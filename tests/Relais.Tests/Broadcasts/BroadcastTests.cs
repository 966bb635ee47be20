using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Broadcasts;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Channels;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Broadcasts;

/// <summary>A template for many: who gets it, once, no faster than allowed, and what becomes of it.</summary>
public sealed class BroadcastTests : IAsyncLifetime
{
    private Mailing mailing = null!;

    private PigeonPost Post => mailing.Post;

    public async ValueTask InitializeAsync() => mailing = await Mailing.Open();

    public async ValueTask DisposeAsync() => await mailing.DisposeAsync();

    [Fact]
    public async Task Everybody_in_a_list_gets_it_once_and_the_broadcast_is_finished()
    {
        var id = await mailing.Send();
        var shown = await mailing.Until(id, one => one.Text("state") == "finished" && Count(one, "sent") == 3);

        mailing.Sent.Order().ShouldBe([
            (Mailing.Number(1), "Bonjour Client, la boutique vous attend."),
            (Mailing.Number(2), "Bonjour Client, la boutique vous attend."),
            (Mailing.Number(3), "Bonjour Client, la boutique vous attend.")]);
        (Count(shown, "waiting"), Count(shown, "failed"), shown.Text("by")).ShouldBe((0, 0, "Chloé"));
        (await mailing.Lines(id)).Select(line => line.Text("status")).ShouldBe(["sent", "sent", "sent"]);
        await Post.App.ShouldBeSound();
    }

    [Fact]
    public async Task What_it_begins_fills_no_queue_and_says_where_it_came_from()
    {
        var id = await mailing.Send(new { audience = new { list = new { table = $"{Mailing.Number(1)},Zoé Martin" } } });
        await mailing.Until(id, "finished");

        var row = (await Post.Rows()).ShouldHaveSingleItem();
        (row.Text("state"), row["assigneeId"], row["contact"]!.Text("name"), row.Text("preview", "text")).ShouldBe(("resolved", null, "Zoé Martin", "Bonjour Zoé, la boutique vous attend."));
        var line = (await Post.Shop.Diane.Get($"threads/{row.Id("threadId")}/messages"))["trail"]!.AsArray().Single(one => one!.Text("kind") == "proactiveMessageSent")!;
        (line["actor"]!.Text("name"), line["detail"]!["broadcast"]!.Text("name")).ShouldBe(("Chloé", "Soldes d’hiver"));
        var said = (await Post.Shop.Diane.Get($"contacts/{row["contact"]!.Id()}"))["consents"]!.AsArray().ShouldHaveSingleItem()!;
        (said["given"]!.GetValue<bool>(), said.Text("how"), said.Text("by")).ShouldBe((true, "Case cochée à la caisse", "Chloé"));
        await Post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Receipts_and_answers_move_its_counts_and_an_answer_waits_for_an_agent()
    {
        var id = await mailing.Send();
        await mailing.Until(id, one => Count(one, "sent") == 3);
        var messages = await Post.App.Look(db => db.ProactiveMessages.IgnoreQueryFilters().OrderBy(row => row.Id).Select(row => row.MessageId!.Value).ToListAsync(Cancel));

        await mailing.Report(messages[0], DeliveryStatus.Delivered);
        await mailing.Report(messages[1], DeliveryStatus.Read);
        await Post.Bring(mailing.Telephones, Post.Says("Merci, je viens !", Mailing.Number(2)));

        var shown = await mailing.Until(id, one => Count(one, "answered") == 1);
        (Count(shown, "sent"), Count(shown, "delivered"), Count(shown, "read")).ShouldBe((3, 2, 1));
        var answered = (await Post.Rows("new")).ShouldHaveSingleItem();
        answered.Text("preview", "text").ShouldBe("Merci, je viens !");
        (await Post.Messages(answered.Id("threadId"))).Select(message => message.Text("direction")).ShouldBe(["out", "in"]);
        await Post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Who_waits_for_an_answer_waits_on()
    {
        await Post.Bring(mailing.Telephones, Post.Says("Où est mon colis ?", Mailing.Number(1)));
        var id = await mailing.Send();
        await mailing.Until(id, "finished");

        var waiting = (await Post.Rows("new")).ShouldHaveSingleItem();
        (await Post.Messages(waiting.Id("threadId"))).Select(message => message.Text("direction")).ShouldBe(["in", "out"]);
        await Post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Who_is_left_out_is_said_before_and_after()
    {
        await mailing.Contact("zoe", Mailing.Number(41), hasAgreed: true);
        await mailing.Contact("yann", Mailing.Number(42));
        await mailing.Contact("nina", null);
        var blocked = await mailing.Contact("marc", Mailing.Number(44), hasAgreed: true);
        await Post.Shop.Diane.Put($"contacts/{blocked}/block", new { });
        var refused = await mailing.Contact("lea", Mailing.Number(45), hasAgreed: true);
        await Post.Ana.Put($"contacts/{refused}/consents/{mailing.Telephones}", new { given = false, how = "Ne veut plus" });
        var everybody = new { consent = (string?)null, audience = new { rules = new { match = "all", rules = new[] { new { alias = "vip", @operator = "is", values = new[] { "no" } } } } } };

        var preview = await mailing.Preview(everybody);
        preview["reached"]!.GetValue<int>().ShouldBe(1);
        preview["messages"]!.AsArray().ShouldHaveSingleItem()!.Text("text").ShouldBe("Bonjour Zoe, la boutique vous attend.");
        Reasons(preview).ShouldBe(new Dictionary<string, int> { ["noConsent"] = 1, ["noAddress"] = 1, ["blocked"] = 1, ["optedOut"] = 1 }, ignoreOrder: true);

        var id = await mailing.Send(everybody);
        var shown = await mailing.Until(id, "finished");
        mailing.Sent.ShouldHaveSingleItem().To.ShouldBe(Mailing.Number(41));
        (Count(shown, "leftOut"), shown["withoutAddress"]!.GetValue<int>()).ShouldBe((3, 1));
        (await mailing.Lines(id, "leftOut")).Select(line => line.Text("leftOut")).Order().ShouldBe(["blocked", "noConsent", "optedOut"]);
        Reasons(await mailing.Chloe.Get($"broadcasts/{id}")).ShouldBe(Reasons(preview), ignoreOrder: true);
        await Post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Who_takes_his_consent_back_before_his_turn_gets_nothing()
    {
        var zoe = await mailing.Contact("zoe", Mailing.Number(41), hasAgreed: true);
        var id = await mailing.Send(new { startAt = Post.App.Clock.GetUtcNow().AddHours(1), audience = new { list = new { table = $"{Mailing.Number(41)}\n{Mailing.Number(42)}" } } });
        await Post.Ana.Put($"contacts/{zoe}/consents/{mailing.Telephones}", new { given = false, how = "Ne veut plus" });
        mailing.Sent.ShouldBeEmpty("its time has not come");

        Post.App.Clock.Advance(TimeSpan.FromHours(1));
        await mailing.Chloe.SignIn("chloe@maison-lune.fr", Shop.Password);
        await mailing.Until(id, "finished");

        mailing.Sent.ShouldHaveSingleItem().To.ShouldBe(Mailing.Number(42));
        var line = (await mailing.Lines(id)).Single(one => one.Text("status") == "leftOut");
        line.Text("leftOut").ShouldBe("optedOut", "his number is in the list, and he is known by it elsewhere");
    }

    [Fact]
    public async Task Wrong_lines_are_told_and_nothing_of_the_good_ones_is_lost()
    {
        var table = $"Numéro;Nom;Prénom;Lieu\n{Mailing.Number(1)};Zoé Martin;Zoé;\n06 12 34 56 78;Yann;;\n\n00{Mailing.Number(2)[1..]};;;le marché\n{Mailing.Number(1)};Encore Zoé;;\n;Personne;;\n";
        var preview = await mailing.Preview(new { audience = new { list = new { table } } });

        preview["reached"]!.GetValue<int>().ShouldBe(2);
        preview["messages"]!.AsArray().Select(one => one!.Text("text")).ShouldBe(["Bonjour Zoé, la boutique vous attend.", "Bonjour cher client, le marché vous attend."]);
        preview["people"]!.AsArray().Select(one => (one!["line"]!.GetValue<int>(), one.Text("reason"))).ShouldBe([(3, "badNumber"), (6, "double"), (7, "badNumber")]);
    }

    [Theory]
    [InlineData("""{"values":["Zoé"]}""", "template.variables")]
    [InlineData("""{"values":["{{conversation.id}}","là"]}""", "broadcast.value.placeholder")]
    [InlineData("""{"template":"autre"}""", "template.unknown")]
    [InlineData("""{"name":" "}""", "broadcast.name.required")]
    [InlineData("""{"audience":{"list":{"table":""}}}""", "broadcast.list")]
    [InlineData("""{"audience":{}}""", "broadcast.audience")]
    [InlineData("""{"audience":{"groupId":"0198c0de-0000-7000-8000-000000000000"}}""", "broadcast.audience")]
    [InlineData("""{"audience":{"list":{"table":"0612345678"}}}""", "broadcast.nobody")]
    [InlineData("""{"startAt":"2020-01-01T00:00:00Z"}""", "schedule.in_the_past")]
    public async Task What_is_wrong_is_said(string change, string code) =>
        (await mailing.Refused(JsonNode.Parse(change)!)).ShouldBe((HttpStatusCode.UnprocessableEntity, code));

    [Fact]
    public async Task Only_a_channel_that_sends_templates_will_do()
    {
        (await mailing.Refused(new { channelId = Post.ChannelId })).Code.ShouldBe("broadcast.channel");
        await Post.Shop.Diane.Patch($"channels/{mailing.Telephones}", new { everyone = false, memberIds = new[] { Post.Ana.MemberId }, teamIds = Array.Empty<Guid>() });
        (await mailing.Refused(new { })).Code.ShouldBe("broadcast.channel", "she does not see it");
    }

    [Fact]
    public async Task A_list_longer_than_allowed_is_refused()
    {
        var table = string.Join('\n', Enumerable.Range(0, Broadcast.MostRecipients + 1).Select(at => $"+33700{at:D6}"));
        (await mailing.Refused(new { audience = new { list = new { table } } })).Code.ShouldBe("broadcast.too_many");
    }

    [Fact]
    public async Task The_contacts_of_a_group_get_it()
    {
        var zoe = await mailing.Contact("zoe", Mailing.Number(41), hasAgreed: true);
        await mailing.Contact("yann", Mailing.Number(42), hasAgreed: true);
        await Post.Ana.Put($"contacts/{zoe}/vip", new { });
        var group = (await Post.Shop.Diane.Post("contact-groups", new { name = "Premier", match = "all", rules = new[] { new { alias = "vip", @operator = "is", values = new[] { "yes" } } } })).Id();
        await Post.Until(db => db.ContactGroups.IgnoreQueryFilters().AllAsync(row => row.IsCounted));

        var id = await mailing.Send(new { audience = new { groupId = group } });
        var shown = await mailing.Until(id, "finished");

        mailing.Sent.ShouldHaveSingleItem().To.ShouldBe(Mailing.Number(41));
        (shown.Text("audience"), shown.Text("audienceName")).ShouldBe(("group", "Premier"));
    }

    [Fact]
    public async Task No_more_than_ten_leave_in_ten_seconds()
    {
        var id = await mailing.Send(new { audience = new { list = new { table = Mailing.Table(25) } } });
        await mailing.Until(id, "finished");

        var written = await Post.App.Look(db => db.ProactiveMessages.IgnoreQueryFilters().OrderBy(row => row.WrittenAt).Select(row => row.WrittenAt!.Value).ToListAsync(Cancel));
        written.Count.ShouldBe(25);
        for (var at = ProactivePace.AtOnce; at < written.Count; at++)
            (written[at] - written[at - ProactivePace.AtOnce]).ShouldBeGreaterThanOrEqualTo(ProactivePace.Breath);
        mailing.Sent.Select(one => one.To).Distinct().Count().ShouldBe(25);
    }

    [Fact]
    public async Task Paused_it_rests_resumed_it_goes_on_and_stopped_it_is_over()
    {
        var id = await mailing.Send(new { audience = new { list = new { table = Mailing.Table(25) } } });
        await mailing.Until(id, one => Count(one, "sent") > 0);

        var rested = await Rest(() => mailing.Chloe.Put($"broadcasts/{id}/pause"));
        (rested, (await mailing.Show(id)).Text("state")).ShouldSatisfyAllConditions(it => it.rested.ShouldBeLessThan(25), it => it.Item2.ShouldBe("paused"));

        await mailing.Chloe.Delete($"broadcasts/{id}/pause");
        await mailing.Until(id, one => Count(one, "sent") > rested);
        var ended = await Rest(() => mailing.Chloe.Put($"broadcasts/{id}/end"));

        ended.ShouldBeLessThan(25);
        (await mailing.Lines(id, "waiting")).Count.ShouldBe(25 - ended);
        (await Refusal(mailing.Chloe, HttpMethod.Delete, $"broadcasts/{id}/pause")).Code.ShouldBe("broadcast.over");

        async Task<int> Rest(Func<Task> act)
        {
            await act();
            await Post.App.UntilNothingWaits();
            var sent = mailing.Sent.Count;
            for (var seconds = 0; seconds < 60; seconds++)
            {
                Post.App.Clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Delay(5, Cancel);
            }

            await Post.App.UntilNothingWaits();
            mailing.Sent.Count.ShouldBe(sent, "nothing leaves any more");
            return sent;
        }
    }

    [Fact]
    public async Task A_template_the_provider_refuses_stops_it_and_mended_it_goes_on()
    {
        Post.Pigeon.RefusedToAll = ["template_paused"];
        Post.Pigeon.Hand = (_, _) => Task.FromResult<Delivery>(new Delivery.Rejected("template_paused", "Paused for its quality."));
        var id = await mailing.Send(new { audience = new { list = new { table = Mailing.Table(25) } } });

        var halted = await mailing.Until(id, "paused");
        (halted["trouble"]!.Text("code"), halted["trouble"]!.Text("words")).ShouldBe(("template_paused", "Paused for its quality."));
        var refused = Count(halted, "failed") + Count(halted, "underway");
        refused.ShouldBeLessThanOrEqualTo(10);

        await Post.App.UntilNothingWaits();
        Post.Pigeon.Hand = (answer, _) => Task.FromResult<Delivery>(new Delivery.Sent($"ring-{answer.MessageId}"));
        Post.App.Clock.Advance(TimeSpan.FromSeconds(1));
        await mailing.Chloe.Delete($"broadcasts/{id}/pause");
        var shown = await mailing.Until(id, one => one.Text("state") == "finished" && Count(one, "sent") + Count(one, "failed") == 25);
        Count(shown, "failed").ShouldBe(refused);
        var failed = (await mailing.Lines(id, "failed"))[0];
        (failed.Text("code"), failed.Text("words"), (await Post.Row(failed.Id("conversationId"))).Text("state")).ShouldBe(("template_paused", "Paused for its quality.", "resolved"));
    }

    [Fact]
    public async Task One_customer_who_cannot_be_reached_stops_nobody_else()
    {
        Post.Pigeon.RefusedToAll = ["template_paused"];
        Post.Pigeon.Hand = (answer, _) => Task.FromResult<Delivery>(answer.To[^1] == Mailing.Number(2) ? new Delivery.Rejected("recipient_unreachable", "No.") : new Delivery.Sent($"ring-{answer.MessageId}"));
        var id = await mailing.Send();
        var shown = await mailing.Until(id, one => one.Text("state") == "finished" && Count(one, "failed") == 1);
        (Count(shown, "sent"), shown["trouble"]).ShouldBe((2, null));
    }

    [Fact]
    public async Task A_channel_that_lost_its_access_stops_it()
    {
        Post.Pigeon.Hand = (_, _) => Task.FromResult<Delivery>(new Delivery.BadSettings("token_invalid: expired"));
        var id = await mailing.Send(new { audience = new { list = new { table = Mailing.Table(25) } } });
        var halted = await mailing.Until(id, "paused");
        (halted["trouble"]!.Text("code"), halted["trouble"]!.Text("words")).ShouldBe(("channel.failing", "token_invalid: expired"));
        mailing.Sent.Select(one => one.To).Distinct().Count().ShouldBeLessThanOrEqualTo(20);
    }

    [Fact]
    public async Task A_slow_provider_is_given_no_more_than_it_takes()
    {
        var gate = new TaskCompletionSource();
        Post.Pigeon.Hand = async (answer, _) =>
        {
            await gate.Task;
            return new Delivery.Sent($"ring-{answer.MessageId}");
        };
        var id = await mailing.Send(new { audience = new { list = new { table = Mailing.Table(45) } } });
        await mailing.Until(id, one => Count(one, "underway") == 20);
        for (var tries = 0; tries < 100; tries++)
        {
            Post.App.Clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(5, Cancel);
        }

        Count(await mailing.Show(id), "underway").ShouldBe(20);
        gate.SetResult();
        await mailing.Until(id, one => Count(one, "sent") == 45);
        await Post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Two_nodes_send_everybody_one_message()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "SQLite is for one node.");
        await using var second = Post.App.Node(services => services.AddSingleton<ChannelKind>(Post.Pigeon));
        using var _ = second.CreateClient();

        var id = await mailing.Send(new { audience = new { list = new { table = Mailing.Table(40) } } });
        var shown = await mailing.Until(id, one => Count(one, "sent") == 40);

        mailing.Sent.Select(one => one.To).Distinct().Count().ShouldBe(40);
        mailing.Sent.Count.ShouldBe(40);
        shown = await mailing.Until(id, "finished");
        await Post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_message_that_cannot_be_written_holds_up_nobody_and_is_not_forgotten()
    {
        await Post.Bring(mailing.Telephones, Post.Says("Bonjour", Mailing.Number(1)));
        var id = await mailing.Send(new { startAt = Post.App.Clock.GetUtcNow().AddMinutes(10) });
        var first = await Post.App.Look(db => db.ProactiveMessages.IgnoreQueryFilters().OrderBy(row => row.Id).FirstAsync(Cancel));
        var intruder = await Post.App.Look(async db =>
        {
            var conversation = await db.Conversations.IgnoreQueryFilters().FirstAsync(row => row.ChannelId == mailing.Telephones, Cancel);
            return Message.ToColleagues(conversation, "Sa place est prise.", first.Id, Actor.System, Post.App.Clock.GetUtcNow());
        });
        await Post.Change(db => db.Messages.Add(intruder));

        Post.App.Clock.Advance(TimeSpan.FromMinutes(10));
        await mailing.Until(id, one => Count(one, "sent") == 2);
        mailing.Sent.Select(one => one.To).ShouldNotContain(Mailing.Number(1));

        await Post.Change(db => db.Messages.Remove(intruder));
        await mailing.Until(id, "finished");
        mailing.Sent.Select(one => one.To).Order().ShouldBe([Mailing.Number(1), Mailing.Number(2), Mailing.Number(3)]);
    }

    [Fact]
    public async Task The_same_key_makes_one_broadcast()
    {
        var key = Guid.CreateVersion7().ToString();
        var ids = new HashSet<Guid>();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/broadcasts") { Content = System.Net.Http.Json.JsonContent.Create(mailing.Body()) };
            request.Headers.Add("Idempotency-Key", key);
            request.Headers.Add("X-CSRF-Token", mailing.Chloe.Session!.Text("csrfToken"));
            request.Headers.Add("Cookie", mailing.Chloe.Cookie);
            using var response = await mailing.Chloe.Http.SendAsync(request, Cancel);
            response.StatusCode.ShouldBe(HttpStatusCode.Created);
            ids.Add(JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!.Id());
        }

        await mailing.Until(ids.ShouldHaveSingleItem(), "finished");
        mailing.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public async Task It_is_taken_along_as_a_table()
    {
        var id = await mailing.Send(new { audience = new { list = new { table = $"{Mailing.Number(1)};=cmd\n12;Yann" } } });
        await mailing.Until(id, one => Count(one, "sent") == 1);
        using var response = await mailing.Chloe.Send(HttpMethod.Get, $"broadcasts/{id}/table");
        var lines = (await response.Content.ReadAsStringAsync(Cancel)).Trim().Split('\n').Select(line => line.Trim()).ToList();
        lines.Count.ShouldBe(3);
        lines[1].ShouldStartWith($"1;'=cmd;'{Mailing.Number(1)};sent;;");
        lines[2].ShouldStartWith("2;Yann;12;leftOut;badNumber;");
    }

    [Fact]
    public async Task A_deleted_contact_is_in_no_broadcast()
    {
        var id = await mailing.Send();
        await mailing.Until(id, one => Count(one, "sent") == 3);
        var contact = (await Post.Rows())[0]["contact"]!.Id();

        await Post.Shop.Diane.Delete($"contacts/{contact}");
        await Post.App.UntilNothingWaits();

        (await mailing.Lines(id)).Count.ShouldBe(2);
        (await Post.App.Look(db => db.ProactiveMessages.IgnoreQueryFilters().AnyAsync(row => row.ContactId == contact))).ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_sees_the_channel_hears_of_it_at_once()
    {
        var before = await Post.Position();
        var id = await mailing.Send();
        await mailing.Until(id, "finished");
        var told = (await mailing.Chloe.Get($"events?after={before}&limit=200")).Items().Where(one => one.Text("kind") == "broadcastChanged").ToList();
        told.ShouldNotBeEmpty();
        var last = told[^1]["detail"]!["broadcast"]!;
        (last.Id(), last.Text("state"), Count(last, "leftOut")).ShouldBe((id, "finished", 0));
    }

    private static int Count(JsonNode broadcast, string what) => broadcast["counts"]![what]!.GetValue<int>();

    private static Dictionary<string, int> Reasons(JsonNode node) => node["leftOut"]!.AsArray().ToDictionary(one => one!.Text("reason"), one => one!["count"]!.GetValue<int>());
}
