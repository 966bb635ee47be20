using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Events;

/// <summary>Who is told what: by the live line and by the feed, by right and by position.</summary>
public sealed class AudienceTests : IAsyncLifetime
{
    private readonly List<HubConnection> lines = [];
    private PigeonPost post = null!;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    [Fact]
    public async Task Who_does_not_see_the_channel_receives_positions_without_a_gap_and_nothing_else()
    {
        await post.Shop.Diane.Patch($"channels/{post.ChannelId}", new { everyone = false, memberIds = new[] { post.Ana.MemberId }, teamIds = Array.Empty<Guid>() });
        var heard = new ConcurrentQueue<JsonNode>();
        var line = await Line(post.Bruno);
        line.On<JsonElement>("events", batch => heard.Enqueue(JsonNode.Parse(batch.GetRawText())!));
        var from = await post.Position();

        var row = await post.Write("Un secret");
        await Answer(post.Ana, row.Id(), "Aussi secret");
        await post.Ana.Patch($"contacts/{row["contact"]!.Id()}", new { name = "Secrète" });
        var to = await post.Position();
        await Until(() => heard.LastOrDefault()?["to"]!.GetValue<long>() == to);

        var told = heard.ToList();
        told.Zip(told.Skip(1)).ShouldAllBe(pair => pair.First["to"]!.GetValue<long>() == pair.Second["from"]!.GetValue<long>());
        told.SelectMany(batch => batch["events"]!.AsArray()).ShouldBeEmpty();
        var feed = await post.Bruno.Get($"events?after={from}");
        feed.Items().ShouldBeEmpty();
        feed["position"]!.GetValue<long>().ShouldBe(to);
        (await post.Ana.Get($"events?after={from}")).Items().Count().ShouldBe((int)(to - from));
    }

    [Fact]
    public async Task The_feed_pages_and_says_when_one_is_too_far_behind()
    {
        await post.Bring([.. Enumerable.Range(1, 6).Select(number => post.Says($"{number}"))]);
        var newest = await post.Position();

        var (seen, after, more) = (new List<long>(), 0L, true);
        while (more)
        {
            var page = await post.Ana.Get($"events?after={after}&limit=2");
            seen.AddRange(page.Items().Select(item => item["position"]!.GetValue<long>()));
            (after, more) = (page["position"]!.GetValue<long>(), page["more"]!.GetValue<bool>());
        }

        after.ShouldBe(newest);
        seen.ShouldBe(seen.Distinct().Order());
        (await Refusal(post.Ana, HttpMethod.Get, $"events?after={newest + 1}")).ShouldBe((HttpStatusCode.Gone, "events.too_far_behind"));

        await post.App.Look(db => db.Sequences.IgnoreQueryFilters().Where(row => row.Name == "events")
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, row => row.Value + 5001)));
        (await Refusal(post.Ana, HttpMethod.Get, $"events?after={newest}")).ShouldBe((HttpStatusCode.Gone, "events.too_far_behind"));
        (await Refusal(post.Ana, HttpMethod.Get, $"events?after={newest + 1}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_screen_that_stands_elsewhere_learns_where_the_feed_stands_when_it_connects()
    {
        await post.Write("Bonjour");
        var heard = new ConcurrentQueue<JsonNode>();
        var line = await Line(post.Ana, hub => hub.On<JsonElement>("events", batch => heard.Enqueue(JsonNode.Parse(batch.GetRawText())!)));

        (await line.InvokeAsync<long>("Position", Cancel)).ShouldBe(await post.Position());
        await post.Write("Encore");
        await Until(() => heard.LastOrDefault() is { } last && last["events"]!.AsArray().Count > 0);
    }

    [Fact]
    public async Task Colleagues_see_who_looks_and_who_types()
    {
        var id = (await post.Write("Bonjour")).Id();
        var seen = new ConcurrentQueue<JsonNode>();
        var ana = await Line(post.Ana, hub => hub.On<JsonElement>("viewers", viewers => seen.Enqueue(JsonNode.Parse(viewers.GetRawText())!)));
        var bruno = await Line(post.Bruno);

        (await ana.InvokeAsync<JsonElement>("Watch", id, Cancel)).GetArrayLength().ShouldBe(1);
        (await bruno.InvokeAsync<JsonElement>("Watch", id, Cancel)).GetArrayLength().ShouldBe(2);
        await bruno.InvokeAsync("Typing", true, Cancel);
        await Until(() => seen.Any(told => told["viewers"]!.AsArray().Any(viewer => viewer!.Id("memberId") == post.Bruno.MemberId && viewer!["typing"]!.GetValue<bool>())));

        await bruno.StopAsync(Cancel);
        await Until(() => seen.LastOrDefault()?["viewers"]!.AsArray().Count == 1);
        (await ana.InvokeAsync<JsonElement>("Watch", (Guid?)null, Cancel)).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task What_one_may_not_see_one_cannot_watch()
    {
        var id = (await post.Write("Bonjour")).Id();
        var ana = await Line(post.Ana);
        await ana.InvokeAsync<JsonElement>("Watch", id, Cancel);
        await post.Shop.Diane.Patch($"channels/{post.ChannelId}", new { everyone = false, memberIds = new[] { post.Ana.MemberId }, teamIds = Array.Empty<Guid>() });

        var bruno = await Line(post.Bruno);
        (await bruno.InvokeAsync<JsonElement>("Watch", id, Cancel)).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_viewer_may_look_but_not_type_and_a_stranger_may_not_even_connect()
    {
        var viewer = await Line(await post.Hire("Viviane", "viewer"));
        (await viewer.InvokeAsync<JsonElement>("Watch", (await post.Write("Bonjour")).Id(), Cancel)).GetArrayLength().ShouldBe(1);
        (await Should.ThrowAsync<HubException>(() => viewer.InvokeAsync("Typing", true, Cancel))).Message.ShouldContain("permission.denied");

        using var stranger = post.App.CreateClient();
        using var refused = await stranger.PostAsync("/live/negotiate?negotiateVersion=1", content: null, Cancel);
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var line in lines) await line.DisposeAsync();
        await post.DisposeAsync();
    }

    private async Task<HubConnection> Line(ApiClient member, Action<HubConnection>? listen = null)
    {
        var line = post.App.Hub(member);
        lines.Add(line);
        listen?.Invoke(line);
        await line.StartAsync(Cancel);
        return line;
    }

    private static async Task Until(Func<bool> comes)
    {
        for (var tries = 0; !comes(); tries++)
        {
            if (tries == 1000) throw new TimeoutException("What the test waits for does not come.");
            await Task.Delay(10, Cancel);
        }
    }
}
