using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Assignment;
using Relais.Server.Persistence;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Assignment;

/// <summary>Work finds those who are free: at once, never over the limit, and never over what a person decided.</summary>
public sealed class AssignmentTests : IAsyncLifetime
{
    private readonly List<HubConnection> lines = [];
    private PigeonPost post = null!;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    [Fact]
    public async Task Who_signs_in_has_what_has_waited_longest_at_once()
    {
        await Give(limit: 1);
        var oldest = await post.Write("Bonjour");
        var newer = await post.Write("Où est mon colis ?", "yann");
        (await post.Row(oldest.Id()))["assigneeId"].ShouldBeNull();

        await Arrive(post.Ana);

        await Until(oldest, post.Ana);
        (await post.Row(newer.Id()))["assigneeId"].ShouldBeNull();
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_message_that_comes_goes_to_who_is_free()
    {
        await Give(limit: 1);
        await Arrive(post.Ana);
        await Arrive(post.Bruno);

        var zoe = await post.Write("Bonjour");
        var yann = await post.Write("Où est mon colis ?", "yann");
        var third = await post.Write("Allô ?", "xavier");

        var owners = new[] { await Owner(zoe), await Owner(yann) };
        owners.ShouldBe([post.Ana.MemberId, post.Bruno.MemberId], ignoreOrder: true);
        (await post.Row(third.Id()))["assigneeId"].ShouldBeNull();
    }

    [Fact]
    public async Task An_answer_makes_room_for_the_next()
    {
        await Give(limit: 1);
        await Arrive(post.Ana);
        var first = await post.Write("Bonjour");
        var second = await post.Write("Où est mon colis ?", "yann");
        await Until(first, post.Ana);

        await Answer(post.Ana, first.Id(), "Bonjour Zoé");

        await Until(second, post.Ana);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Where_pending_ones_count_an_answer_makes_no_room_but_a_resolution_does()
    {
        await Give(limit: 1, countsPending: true);
        await Arrive(post.Ana);
        var first = await post.Write("Bonjour");
        var second = await post.Write("Où est mon colis ?", "yann");
        await Until(first, post.Ana);

        await Answer(post.Ana, first.Id(), "Bonjour Zoé");
        await Round();
        (await post.Row(second.Id()))["assigneeId"].ShouldBeNull();

        await post.Ana.Put($"conversations/{first.Id()}/resolution", new { });
        await Until(second, post.Ana);
    }

    [Fact]
    public async Task Who_is_away_is_given_nothing_until_he_is_back()
    {
        await Give(limit: 2);
        await Arrive(post.Ana);
        await post.Ana.Patch("session/member", new { availability = "away" });
        var zoe = await post.Write("Bonjour");
        await Round();
        (await post.Row(zoe.Id()))["assigneeId"].ShouldBeNull();

        await post.Ana.Patch("session/member", new { availability = "available" });

        await Until(zoe, post.Ana);
    }

    [Fact]
    public async Task Who_sits_at_another_node_is_given_work_by_this_one_and_nothing_once_his_line_has_closed()
    {
        await Give(limit: 2);
        var elsewhere = new PresenceSession(post.OrganisationId, post.Ana.MemberId, "elsewhere", Device.Computer, post.App.Clock.GetUtcNow()) { Node = Guid.CreateVersion7() };
        await post.Change(db => db.PresenceSessions.Add(elsewhere));
        var zoe = await post.Write("Bonjour");
        await Until(zoe, post.Ana);

        await post.App.Look(async db =>
        {
            (await db.PresenceSessions.IgnoreQueryFilters().SingleAsync(Cancel)).Leave(post.App.Clock.GetUtcNow());
            return await db.SaveChangesAsync(Cancel);
        });
        var yann = await post.Write("Où est mon colis ?", "yann");
        await Round();
        (await post.Row(yann.Id()))["assigneeId"].ShouldBeNull();
        (await post.Ana.Get($"conversations/{yann.Id()}/explanation"))["assignment"]!["agents"]!.AsArray()
            .Select(agent => (agent!.Text("name"), agent!.Text("standing"))).ShouldBe([("Ana", "offline"), ("Bruno", "offline")]);
    }

    [Fact]
    public async Task A_contact_comes_back_to_who_answered_him_within_a_day()
    {
        await Give(limit: 2);
        await Arrive(post.Ana);
        await Arrive(post.Bruno);
        var first = await post.Write("Bonjour");
        var owner = await Owner(first) == post.Ana.MemberId ? post.Ana : post.Bruno;
        await Answer(owner, first.Id(), "Bonjour Zoé");
        await owner.Put($"conversations/{first.Id()}/resolution", new { });
        var yann = await post.Write("Où est mon colis ?", "yann");
        await post.Shop.Diane.Put($"conversations/{yann.Id()}/assignee", new { memberId = owner.MemberId });

        var second = await post.Write("Encore une chose");

        await Until(second, owner);
        var decision = await Decision(second);
        decision.Text("reason").ShouldBe("lastAgent");
    }

    [Fact]
    public async Task The_audit_trail_says_that_it_was_given_and_the_decision_is_kept()
    {
        await Give(limit: 1);
        await Arrive(post.Ana);
        var zoe = await post.Write("Bonjour");
        await Until(zoe, post.Ana);

        var assigned = (await post.Shop.Diane.Get("events?after=0")).Items().Single(item => item.Text("kind") == "conversationAssigned");
        (assigned["actor"]!.Text("kind"), assigned["detail"]!.Id("memberId")).ShouldBe(("system", post.Ana.MemberId));
        var decision = await Decision(zoe);
        decision.Id("memberId").ShouldBe(post.Ana.MemberId);
        decision["agents"]!.AsArray().Select(agent => (agent!.Text("name"), agent!.Text("standing"))).ShouldBe([("Ana", "free"), ("Bruno", "offline")]);

        // As it was kept, not as it would be now.
        await Arrive(post.Bruno);
        var told = (await post.Ana.Get($"conversations/{zoe.Id()}/explanation"))["assignment"]!;
        (told.Id("memberId"), told.Text("reason"), told["at"] is null).ShouldBe((post.Ana.MemberId, "leastLoaded", false));
        told["agents"]!.AsArray().Select(agent => (agent!.Text("name"), agent!.Text("standing"))).ShouldBe([("Ana", "free"), ("Bruno", "offline")]);
    }

    [Fact]
    public async Task Without_a_limit_everyone_takes_what_he_chooses()
    {
        await Arrive(post.Ana);
        var zoe = await post.Write("Bonjour");
        await Round();

        (await post.Row(zoe.Id()))["assigneeId"].ShouldBeNull();
    }

    [Fact]
    public async Task What_a_person_has_taken_is_left_to_him()
    {
        await Give(limit: 1);
        var zoe = await post.Write("Bonjour");
        await post.Bruno.Put($"conversations/{zoe.Id()}/assignee", new { memberId = post.Bruno.MemberId, ifUnassigned = true });

        await Arrive(post.Ana);
        await Round();

        (await post.Row(zoe.Id())).Id("assigneeId").ShouldBe(post.Bruno.MemberId);
    }

    [Fact]
    public async Task By_hand_one_may_have_more_than_the_limit()
    {
        await Give(limit: 1);
        await Arrive(post.Ana);
        var first = await post.Write("Bonjour");
        await Until(first, post.Ana);
        var second = await post.Write("Où est mon colis ?", "yann");

        await post.Ana.Put($"conversations/{second.Id()}/assignee", new { memberId = post.Ana.MemberId });

        var load = await post.Ana.Get("session/load");
        (load["new"]!.GetValue<int>(), load["limit"]!.GetValue<int>()).ShouldBe((2, 1));
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Two_who_ask_for_the_next_at_once_get_two()
    {
        var rows = new List<Guid>();
        foreach (var name in new[] { "zoe", "yann", "xavier", "walid" }) rows.Add((await post.Write($"Bonjour de {name}", name)).Id());

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(async number =>
            (await (number % 2 == 0 ? post.Ana : post.Bruno).Post("queue/next"))["conversationId"]?.GetValue<Guid>()));

        taken.OfType<Guid>().ShouldBe(rows, ignoreOrder: true);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task The_next_is_the_head_of_the_queue()
    {
        var oldest = await post.Write("Bonjour");
        post.App.Clock.Advance(TimeSpan.FromSeconds(1));
        await post.Write("Où est mon colis ?", "yann");

        (await post.Ana.Post("queue/next")).Id("conversationId").ShouldBe(oldest.Id());
        (await post.Row(oldest.Id())).Id("assigneeId").ShouldBe(post.Ana.MemberId);
    }

    [Fact]
    public async Task A_viewer_takes_nothing()
    {
        var viewer = await post.Hire("Viviane", "viewer");
        (await Refusal(viewer, HttpMethod.Post, "queue/next")).ShouldBe((HttpStatusCode.Forbidden, "permission.denied"));
    }

    [Fact]
    public async Task Of_many_who_take_the_same_one_has_it_and_the_others_see_who()
    {
        var id = (await post.Write("Bonjour")).Id();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
        {
            var taker = number % 2 == 0 ? post.Ana : post.Bruno;
            return taker.Send(HttpMethod.Put, $"conversations/{id}/assignee", new { memberId = taker.MemberId, ifUnassigned = true });
        }));

        var owner = (await post.Row(id)).Id("assigneeId");
        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.Conflict).ToList();
        refused.Count.ShouldBe(4);
        foreach (var answer in refused)
        {
            var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;
            (problem.Text("code"), problem["params"]!.Id("by")).ShouldBe(("conversation.taken", owner));
        }

        (await post.Kinds(0)).Count(kind => kind == "conversationAssigned").ShouldBe(1);
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task In_a_storm_of_people_and_rounds_nobody_is_over_the_limit_and_everything_is_given_once()
    {
        await Give(limit: 3);
        await Arrive(post.Ana);
        await Arrive(post.Bruno);
        var facts = Enumerable.Range(0, 24).Select(number => post.Says($"Bonjour {number}", $"client-{number}")).ToArray();

        await Task.WhenAll(post.Bring(facts), Task.Run(TakeSome, Cancel), Task.Run(() => Rounds(20), Cancel), Task.Run(() => Rounds(20), Cancel));
        await Round();

        await OnlyPeopleWentOverTheLimit();
        await post.App.ShouldBeSound();

        async Task TakeSome()
        {
            for (var time = 0; time < 6; time++) await post.Bruno.Post("queue/next");
        }
    }

    [Fact]
    public async Task What_is_lost_on_the_way_to_the_bell_the_sweep_finds()
    {
        await Give(limit: 1);
        await Arrive(post.Ana);
        var zoe = await post.Write("Bonjour");
        await Until(zoe, post.Ana);
        var yann = await post.Write("Où est mon colis ?", "yann");

        // Behind everybody's back, so that no bell rings.
        await post.App.Look(db => db.Database.ExecuteSqlRawAsync("UPDATE teams SET \"limit\" = 2", Cancel));
        for (var tries = 0; (await post.Row(yann.Id()))["assigneeId"] is null && tries < 200; tries++)
        {
            post.App.Clock.Advance(TimeSpan.FromSeconds(11));
            await Task.Delay(10, Cancel);
        }

        (await post.Row(yann.Id())).Id("assigneeId").ShouldBe(post.Ana.MemberId);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var line in lines) await line.DisposeAsync();
        await post.DisposeAsync();
    }

    private Task<JsonNode> Give(int? limit, bool countsPending = false) =>
        post.Shop.Diane.Put($"teams/{post.Shop.TeamId}/settings", new { limit, countsPending });

    private async Task Arrive(ApiClient member)
    {
        var line = post.App.Hub(member);
        lines.Add(line);
        await line.StartAsync(Cancel);
    }

    private async Task Until(JsonNode row, ApiClient member)
    {
        var id = row.Id();
        await post.Until(db => db.Conversations.IgnoreQueryFilters().AnyAsync(one => one.Id == id && one.AssigneeId == member.MemberId));
    }

    private async Task<Guid> Owner(JsonNode row)
    {
        var id = row.Id();
        await post.Until(db => db.Conversations.IgnoreQueryFilters().AnyAsync(one => one.Id == id && one.AssigneeId != null));
        return (await post.Row(id)).Id("assigneeId");
    }

    private async Task<JsonNode> Decision(JsonNode row)
    {
        var id = row.Id();
        return JsonNode.Parse(await post.App.Look(db => db.AssignmentDecisions.IgnoreQueryFilters().Where(one => one.ConversationId == id).Select(one => one.Body).SingleAsync(Cancel)))!;
    }

    /// <summary>One round more, at its end: what could be given has been.</summary>
    private async Task Round()
    {
        var outcome = AssignmentRound.Outcome.More;
        while (outcome != AssignmentRound.Outcome.Done)
        {
            await using var scope = post.App.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<RelaisDb>().Scope = post.OrganisationId;
            outcome = await scope.ServiceProvider.GetRequiredService<AssignmentRound>().Run(Cancel);
        }
    }

    private async Task Rounds(int count)
    {
        for (var round = 0; round < count; round++) await Round();
    }

    /// <summary>I9 over the feed: no automatic gift found its owner with three or more that count.</summary>
    private async Task OnlyPeopleWentOverTheLimit()
    {
        var owners = new Dictionary<Guid, Guid>();
        foreach (var happened in (await post.Shop.Diane.Get("events?after=0&limit=1000")).Items().Where(item => item["conversation"] is not null))
        {
            var conversation = happened["conversation"]!;
            if (happened.Text("kind") == "conversationAssigned" && happened["actor"]!.Text("kind") == "system")
            {
                owners.ContainsKey(conversation.Id()).ShouldBeFalse();
                owners.Values.Count(owner => owner == conversation.Id("assigneeId")).ShouldBeLessThan(3);
            }

            if (conversation["assigneeId"]?.GetValue<Guid>() is { } now && conversation.Text("state") == "new") owners[conversation.Id()] = now;
            else owners.Remove(conversation.Id());
        }

        owners.Count.ShouldBeGreaterThanOrEqualTo(6);
    }
}
