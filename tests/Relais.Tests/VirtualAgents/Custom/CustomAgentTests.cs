using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.VirtualAgents.Custom;

/// <summary>Programs that have conversations in place of people, told by a web hook.</summary>
public sealed class CustomAgentTests : IAsyncLifetime
{
    private AgentShop shop = null!;

    private PigeonPost Post => shop.Post;

    private AgentProgram Bot => shop.Program;

    public async ValueTask InitializeAsync() => shop = await AgentShop.Open();

    public async ValueTask DisposeAsync() => await shop.DisposeAsync();

    [Fact]
    public async Task It_is_told_in_order_what_begins_and_what_is_written_and_its_answers_reach_the_contact()
    {
        var topic = (await shop.Diane.Post("topics", new { name = "Livraison" })).Id();
        var tag = (await shop.Diane.Post("tags", new { name = "Colis" })).Id();
        await shop.Diane.Post("contact-attributes", new { alias = "order_no", name = "Commande", format = "number" });
        await shop.With();
        Bot.Says(new { sendMessages = new[] { new { text = "Bonjour, je suis Luna." }, new { text = "Votre numéro de commande ?" } }, indicateTyping = true });
        await shop.Hears("Bonjour");

        Bot.Calls.Select(call => call.Type).ShouldBe(["CONVERSATION_STARTED", "INBOUND_MESSAGE_RECEIVED"]);
        Bot.Calls.ShouldAllBe(call => call.IsSigned(shop.Secret) && call.IsSignedTheOtherWay(shop.Secret) && !call.IsSigned("forged"));
        Bot.Calls.Select(call => call.Json["version"]!.GetValue<int>()).ShouldAllBe(version => version == 1);
        Bot.Calls[1].Text.ShouldBe("Bonjour");
        var row = await shop.Held();
        Bot.Calls[1].Content["conversation"]!.Id().ShouldBe(row.Id());
        (await Post.Said(row)).ShouldBe(["Bonjour, je suis Luna.", "Votre numéro de commande ?"]);
        row["holder"]!.Text("name").ShouldBe("Luna VA");

        Bot.Says(new
        {
            sendMessage = new { text = "Merci, un conseiller regarde votre commande." },
            applyTopics = new[] { "livraison", "Inconnu" },
            applyTags = new object[] { "Colis" },
            applyConversationNotes = new[] { "Commande 1204, en retard." },
            setContactAttributes = new { order_no = "1 204", absent = "x" },
            complete = "HANDOVER",
        });
        await shop.Hears("1204");
        row = await Post.Row(row.Id());
        row.Text("state").ShouldBe("new");
        row["topicIds"]!.AsArray().ShouldHaveSingleItem()!.GetValue<Guid>().ShouldBe(topic);
        var messages = await Post.Messages(row.Id("threadId"));
        messages.Last(message => message.Text("direction") == "in")["tagIds"]!.AsArray().ShouldHaveSingleItem()!.GetValue<Guid>().ShouldBe(tag);
        messages.Single(message => message.Text("direction") == "note").Text("text").ShouldBe("Commande 1204, en retard.");
        (await shop.Diane.Get($"contacts/{row["contact"]!.Id()}")).ToJsonString().ShouldContain("1204");
        var over = (await Post.Trail("conversationHandedOver"))["detail"]!;
        (over.Text("reason"), over["virtualAgent"]!.Text("name")).ShouldBe(("decided", "Luna VA"));
        Post.Pigeon.Flights.ShouldAllBe(flight => flight.Answer.IsAutomatic);
        await Post.App.ShouldBeSound();
        (await Post.App.Look(db => db.CustomRuns.IgnoreQueryFilters().CountAsync(Cancel))).ShouldBe(0);
    }

    [Fact]
    public async Task A_web_hook_that_stumbles_is_tried_again_and_its_answer_has_one_effect()
    {
        await shop.With();
        Bot.Answer = call => Task.FromResult(call.Attempt is "1" or "2" ? Results.StatusCode(503) : Results.Json(new { sendMessages = new[] { new { text = call.Type } } }));
        await shop.Hears("Bonjour");

        (await Post.Said(await shop.Held())).ShouldBe(["CONVERSATION_STARTED", "INBOUND_MESSAGE_RECEIVED"]);
        Bot.Calls.Select(call => call.Attempt).ShouldBe(["1", "2", "3", "1", "2", "3"]);
        Bot.Calls.Take(3).Select(call => call.Key).Distinct().Count().ShouldBe(1, "the key is the event's, whatever the attempt");
        await Post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Where_it_cannot_be_told_a_person_gets_the_conversation_and_the_trail_says_why()
    {
        var topic = (await shop.Diane.Post("topics", new { name = "Panne" })).Id();
        await shop.With(failureTopicId: topic, failureText: "Un conseiller vous répond bientôt.");
        Bot.Fails(500);
        await shop.Hears("Bonjour");

        Bot.Calls.Count.ShouldBe(4, "three retries; what follows is no longer its own");
        var row = (await Post.Rows("new")).ShouldHaveSingleItem();
        row["topicIds"]!.AsArray().ShouldHaveSingleItem()!.GetValue<Guid>().ShouldBe(topic);
        (await Post.Said(row)).ShouldBe(["Un conseiller vous répond bientôt."]);
        var detail = (await Post.Trail("conversationHandedOver"))["detail"]!;
        (detail.Text("reason"), detail.Text("cause")).ShouldBe(("unreachable", "500"));
        (await shop.Diane.Get($"custom-agents/{shop.AgentId}/deliveries")).Items().Select(one => one.Text("state")).ShouldBe(["dropped", "failed"]);
        (await shop.Diane.Get("custom-agents")).Items().Single()["lastFailed"]!.GetValue<bool>().ShouldBeTrue();
        await Post.App.ShouldBeSound();
    }

    [Fact]
    public async Task It_has_ten_seconds_to_take_what_it_is_told()
    {
        var called = new TaskCompletionSource();
        await shop.With();
        Bot.Answer = async _ =>
        {
            called.TrySetResult();
            await Task.Delay(Timeout.Infinite, Cancel);
            return Results.Ok();
        };
        await Post.Bring(Post.Says("Bonjour"));
        await called.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        Post.App.Clock.Advance(TimeSpan.FromSeconds(9));
        await Task.Delay(100, Cancel);
        Post.App.Clock.Advance(TimeSpan.FromMilliseconds(500)); // Longer than the pause before a second attempt.
        await Task.Delay(100, Cancel);
        Bot.Calls.Count.ShouldBe(1, "nine and a half seconds are within its time");
        await Post.App.UntilNothingWaits();
        Bot.Calls.Count.ShouldBe(4);

        (await Post.Rows("new")).ShouldHaveSingleItem();
        var detail = (await Post.Trail("conversationHandedOver"))["detail"]!;
        (detail.Text("reason"), detail.Text("cause")).ShouldBe(("unreachable", "timeout"));
    }

    [Fact]
    public async Task What_it_answers_and_nobody_could_do_goes_to_a_person_with_nothing_half_done()
    {
        await shop.With();
        Bot.Says(new { applyConversationNotes = new[] { "Note" }, sendMessages = new[] { new { text = "Un" }, new { text = new string('x', 1001) } } });
        await shop.Hears("Bonjour");

        var row = (await Post.Rows("new")).ShouldHaveSingleItem();
        (await Post.Messages(row.Id("threadId"))).Count.ShouldBe(1, "neither the note nor the first message");
        var detail = (await Post.Trail("conversationHandedOver"))["detail"]!;
        (detail.Text("reason"), detail.Text("cause")).ShouldBe(("faulty", "message.too_long"));
    }

    [Fact]
    public async Task Silent_too_long_it_loses_the_conversation_and_so_does_a_silent_contact()
    {
        await shop.With(onTimeout: new { end = "resolve" }, timeoutText: "À bientôt {{contact.first_name|cher client}} !");
        await shop.Hears("Bonjour");
        await shop.Passes(4);
        await shop.Hears("Il y a quelqu’un ?");
        (await shop.Held()).Text("state").ShouldBe("held");
        await shop.Passes(2);
        (await Post.Trail("conversationHandedOver"))["detail"]!.Text("reason").ShouldBe("overdue", "asking again does not give it more time");
        (await Post.Rows("new")).ShouldHaveSingleItem();

        Bot.Says(new { sendMessages = new[] { new { text = "Que puis-je faire ?" } } });
        await shop.Hears("Bonsoir", "yann");
        await shop.Passes(59);
        (await shop.Held()).Text("state").ShouldBe("held");
        await shop.Passes(2);
        var row = (await Post.Rows("resolved")).ShouldHaveSingleItem();
        (await Post.Said(row)).ShouldBe(["Que puis-je faire ?", "À bientôt Yann !"]);
        await Post.App.ShouldBeSound();
    }

    [Fact]
    public async Task An_agent_takes_over_at_any_moment_and_the_program_gets_404_from_then_on()
    {
        await shop.With();
        await shop.Hears("Bonjour");
        var id = (await shop.Held()).Id();
        (await shop.Acts(id, new { sendMessages = new[] { new { text = "Un instant" } } })).Status.ShouldBe(HttpStatusCode.OK);
        await Post.Ana.Put($"conversations/{id}/assignee", new { memberId = Post.Ana.MemberId });
        await shop.Hears("Merci");

        (await shop.Acts(id, new { sendMessages = new[] { new { text = "Encore moi" } } })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await shop.Acts(Guid.CreateVersion7(), new { complete = "RESOLVED" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Post.Said(await Post.Row(id))).ShouldBe(["Un instant"]);
        Bot.Told.ShouldBe(["CONVERSATION_STARTED", "INBOUND_MESSAGE_RECEIVED"]);
        await shop.Passes(120);
        (await Post.Row(id)).Text("state").ShouldBe("new", "its time-outs are gone with it");
        await Post.App.ShouldBeSound();
    }

    [Fact]
    public async Task An_answer_on_its_way_while_somebody_takes_over_has_no_effect()
    {
        var (asked, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        await shop.With();
        Bot.Answer = async call =>
        {
            if (call.Type != "INBOUND_MESSAGE_RECEIVED") return Results.Ok();

            asked.TrySetResult();
            await goOn.Task;
            return Results.Json(new { sendMessages = new[] { new { text = "Trop tard" } } });
        };
        await Post.Bring(Post.Says("Bonjour"));
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        var id = (await shop.Held()).Id();
        await Post.Ana.Put($"conversations/{id}/assignee", new { memberId = Post.Ana.MemberId });
        goOn.SetResult();
        await Post.App.UntilNothingWaits();

        (await Post.Said(await Post.Row(id))).ShouldBeEmpty();
        await Post.App.ShouldBeSound();
    }

    [Fact]
    public async Task The_same_call_twice_has_one_effect_also_once_the_conversation_is_over()
    {
        await shop.With();
        await shop.Hears("Bonjour");
        var id = (await shop.Held()).Id();
        var hello = new { sendMessages = new[] { new { text = "Bonjour !" } } };
        (await shop.Acts(id, hello, "call-1")).Body!["sentIds"]!.AsArray().Count.ShouldBe(1);
        (await shop.Acts(id, hello, "call-1")).Body!["isRepeat"]!.GetValue<bool>().ShouldBeTrue();
        (await shop.Acts(id, hello)).Body!["sentIds"]!.AsArray().Count.ShouldBe(1, "without a key each call stands for itself");
        (await shop.Acts(id, new { complete = "RESOLVED" }, "call-2")).Status.ShouldBe(HttpStatusCode.OK);
        (await shop.Acts(id, new { complete = "RESOLVED" }, "call-2")).Status.ShouldBe(HttpStatusCode.OK);
        (await shop.Acts(id, new { complete = "RESOLVED" }, "call-3")).Status.ShouldBe(HttpStatusCode.NotFound);

        (await Post.Said(await Post.Row(id))).ShouldBe(["Bonjour !", "Bonjour !"]);
        (await Post.Trail("conversationResolved"))["detail"]!.Text("way").ShouldBe("virtualAgent");
        await Post.App.ShouldBeSound();
    }

    [Fact]
    public async Task An_event_told_again_is_answered_without_a_second_effect()
    {
        await shop.With();
        Bot.Says(new { sendMessages = new[] { new { text = "Bonjour !" } } });
        await shop.Hears("Bonjour");
        var told = (await shop.Diane.Get($"custom-agents/{shop.AgentId}/deliveries")).Items().First();
        (told.Text("type"), told.Text("state"), told["status"]!.GetValue<int>()).ShouldBe(("INBOUND_MESSAGE_RECEIVED", "delivered", 200));
        told.Text("request").ShouldContain("\"Bonjour\"");
        await shop.Diane.Post($"custom-agents/{shop.AgentId}/deliveries/{told.Id()}/repetition");
        await Post.App.UntilNothingWaits();
        Bot.Calls.Count(call => call.Key == told.Id().ToString()).ShouldBe(2);
        (await Post.Said(await shop.Held())).ShouldBe(["Bonjour !"]);

        Bot.Fails(500);
        await shop.Diane.Post($"custom-agents/{shop.AgentId}/deliveries/{told.Id()}/repetition");
        await Post.App.UntilNothingWaits();
        (await shop.Held()).Text("state").ShouldBe("held", "a repetition takes nothing away");
    }

    [Fact]
    public async Task A_member_gives_it_a_conversation_it_speaks_first_and_gives_it_back_to_whoever_had_it()
    {
        await shop.With(activation: "delegation", handOver: "previousAgent");
        var row = await Post.Write("Où est mon colis ?");
        Bot.Calls.ShouldBeEmpty("it never picks up by itself");
        await Post.Ana.Put($"conversations/{row.Id()}/assignee", new { memberId = Post.Ana.MemberId });
        (await Post.Ana.Get("virtual-agents")).Items().ShouldHaveSingleItem().Text("name").ShouldBe("Luna VA");
        Bot.Answer = call => Task.FromResult(Results.Json(call.Type == "CONVERSATION_DELEGATED"
            ? new { sendMessages = new[] { new { text = "Je cherche." } }, complete = (string?)null }
            : new { sendMessages = new[] { new { text = "Trouvé." } }, complete = (string?)"HANDOVER" }));
        await Post.Ana.Put($"conversations/{row.Id()}/assignee", new { virtualAgentId = shop.AgentId });
        await Post.App.UntilNothingWaits();
        Bot.Calls.Single().Content.Text("delegatedBy").ShouldBe("Ana");
        Bot.Calls.Single().Content["messages"]!.AsArray().Select(message => message!.Text("text")).ShouldBe(["Où est mon colis ?"]);

        await shop.Hears("Merci");
        row = await Post.Row(row.Id());
        (row.Text("state"), row.Id("assigneeId")).ShouldBe(("new", Post.Ana.MemberId));
        (await Post.Said(row)).ShouldBe(["Je cherche.", "Trouvé."]);
        await Post.App.ShouldBeSound();
    }

    [Fact]
    public async Task One_virtual_agent_follows_another_and_only_the_one_who_has_it_acts()
    {
        await new Draft().On(shop.Diane, Post.ChannelId);
        await shop.With(activation: "delegation");
        await shop.Hears("Bonjour");
        var row = await shop.Held();
        await Post.Ana.Put($"conversations/{row.Id()}/assignee", new { virtualAgentId = shop.AgentId });
        await shop.Hears("Mon colis");
        (await Post.Said(row)).Count.ShouldBe(2, "the script is over");
        Bot.Told.ShouldBe(["CONVERSATION_DELEGATED", "INBOUND_MESSAGE_RECEIVED"]);
        await Post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Only_one_takes_what_begins_on_a_channel_whatever_its_kind_and_names_are_unique()
    {
        await new Draft().On(shop.Diane, Post.ChannelId);
        var made = (await shop.Diane.Post("custom-agents", AgentShop.Draft(Bot.WebhookUrl)))["agent"]!.Id();
        using var refused = await shop.Diane.Send(HttpMethod.Patch, $"custom-agents/{made}", new { channelIds = new[] { Post.ChannelId } });
        var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync(Cancel))!;
        (refused.StatusCode, problem.Text("code"), problem["params"]!.Text("name")).ShouldBe((HttpStatusCode.UnprocessableEntity, "virtual_agent.channel.taken", "Accueil"));
        (await Refusal(shop.Diane, HttpMethod.Post, "custom-agents", AgentShop.Draft(Bot.WebhookUrl, name: "accueil"))).Code.ShouldBe("virtual_agent.name.taken");
        (await Refusal(shop.Diane, HttpMethod.Post, "custom-agents", AgentShop.Draft("file:///etc/passwd", name: "Autre"))).Code.ShouldBe("custom_agent.address.invalid");
        await shop.Diane.Patch($"custom-agents/{made}", new { draft = AgentShop.Draft("") });
        (await Refusal(shop.Diane, HttpMethod.Patch, $"custom-agents/{made}", new { enabled = true })).Code.ShouldBe("custom_agent.address.required");
        (await Refusal(Post.Ana, HttpMethod.Get, "custom-agents")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Refusal(Post.Ana, HttpMethod.Get, $"custom-agents/{made}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Turned_off_or_deleted_it_gives_everything_back_and_is_told_nothing_more()
    {
        await shop.With();
        await shop.Hears("Bonjour");
        await shop.Diane.Patch($"custom-agents/{shop.AgentId}", new { enabled = false });
        await shop.Hears("Allô ?");
        (await Post.Rows("new")).ShouldHaveSingleItem();
        (await Post.Trail("conversationHandedOver"))["detail"]!.Text("reason").ShouldBe("turnedOff");
        Bot.Calls.Count.ShouldBe(2);

        await shop.Diane.Patch($"custom-agents/{shop.AgentId}", new { enabled = true });
        await shop.Hears("Bonsoir", "yann");
        await shop.Diane.Delete($"custom-agents/{shop.AgentId}");
        await Post.App.UntilNothingWaits();
        (await Post.Rows("new")).Count.ShouldBe(2);
        (await Post.App.Look(db => db.AgentEvents.IgnoreQueryFilters().CountAsync(Cancel))).ShouldBe(0);
        await Post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_replaced_secret_counts_for_a_day_beside_the_new_one()
    {
        await shop.With();
        var (secret, token) = (shop.Secret, shop.Token);
        var next = await shop.Diane.Post($"custom-agents/{shop.AgentId}/secrets", new { secret = "signing" });
        next = await shop.Diane.Post($"custom-agents/{shop.AgentId}/secrets", new { secret = "token" });
        var (newSecret, newToken) = (next["signing"]!.Text("value"), next["token"]!.Text("value"));
        (newSecret == secret || newToken == token).ShouldBeFalse();
        await shop.Hears("Bonjour");
        Bot.Calls.ShouldAllBe(call => call.IsSigned(secret) && call.IsSigned(newSecret));
        var id = (await shop.Held()).Id();
        foreach (var one in new[] { token, newToken }) (await shop.Acts(id, new { indicateTyping = true }, token: one)).Status.ShouldBe(HttpStatusCode.OK);

        await shop.Passes(25 * 60);
        (await shop.Acts(id, new { indicateTyping = true }, token: token)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await shop.Acts(id, new { indicateTyping = true }, token: newToken)).Status.ShouldBe(HttpStatusCode.NotFound);
        await shop.Hears("Bonsoir", "yann");
        Bot.Calls[^1].IsSigned(secret).ShouldBeFalse();
        (await Post.App.Look(db => db.CustomAgents.IgnoreQueryFilters().Select(agent => agent.SealedSecrets).SingleAsync(Cancel))).ShouldNotContain(newSecret);
    }
}
