using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Server.Channels;
using Relais.Server.Events;
using Relais.Server.Persistence;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Assignment;

/// <summary>Two nodes over one store, agents who come and go on both: what was given is judged by the feed alone.</summary>
public sealed class TwoNodesTests : IAsyncLifetime
{
    private const int Limit = 2;
    private const int Steps = 70;

    private readonly Random random = new(20261126);
    private readonly Dictionary<Guid, List<(long From, long To)>> available = [];
    private readonly Dictionary<ApiClient, HubConnection> lines = [];
    private readonly List<ApiClient> people = [];
    private PigeonPost post = null!;
    private RelaisApp second = null!;
    private int customers;

    public async ValueTask InitializeAsync()
    {
        post = await PigeonPost.Open();
        second = post.App.Node(services => services.AddSingleton<ChannelKind>(post.Pigeon));
    }

    [Fact]
    public async Task Agents_come_and_go_on_both_nodes_and_each_conversation_finds_one_owner_in_order_within_the_limit()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "SQLite is for one node.");
        await Staff();
        for (var step = 0; step < Steps; step++)
        {
            await Step();
            post.App.Clock.Advance(TimeSpan.FromMilliseconds(600));
        }

        await EverybodyWorks();

        var replay = new Replay(Limit, WasAvailable, await Familiar());
        replay.Judge((await post.Shop.Diane.Get("events?after=0&limit=1000")).Items()).ShouldBeEmpty();
        replay.Given.ShouldBeGreaterThan(20);
        replay.Waiting.ShouldBeEmpty("I11: somebody is free.");
        await post.App.ShouldBeSound();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var line in lines.Values) await line.DisposeAsync();
        await second.DisposeAsync();
        await post.DisposeAsync();
    }

    private async Task Staff()
    {
        people.AddRange([post.Ana, post.Bruno, await post.Hire("Carla", "agent"), await post.Hire("David", "agent")]);
        await post.Shop.Diane.Patch($"teams/{post.Shop.TeamId}", new { memberIds = people.Select(one => one.MemberId) });
        await post.Shop.Diane.Put($"teams/{post.Shop.TeamId}/settings", new { limit = Limit, mayFilter = true, maySort = true, mayChooseChannels = true });
    }

    private Task Step() => random.Next(10) switch
    {
        < 4 => Write(),
        < 6 => Toggle(people[random.Next(people.Count)]),
        6 => Rest(people[random.Next(people.Count)]),
        7 => Task.WhenAll(Finish(people[random.Next(people.Count)]), Write()),
        8 => post.Ana.Post("queue/next"),
        _ => Task.WhenAll(Write(), Toggle(people[random.Next(people.Count)]), Write()),
    };

    private async Task Write() =>
        (await post.Knock(post.ChannelId, post.Pigeon.Letter(() => [post.Says("Bonjour", $"client-{Interlocked.Increment(ref customers)}")]))).ShouldBe(HttpStatusCode.OK);

    /// <summary>Who is not here comes, to either node; who is here goes.</summary>
    private async Task Toggle(ApiClient member)
    {
        if (lines.Remove(member, out var line)) await Leave(member, line);
        else await Arrive(member);
    }

    private async Task Arrive(ApiClient member)
    {
        Begin(member, await post.Position());
        await member.Patch("session/member", new { availability = "available" });
        var line = lines[member] = (random.Next(2) == 0 ? post.App : second).Hub(member);
        await line.StartAsync(Cancel);
    }

    private async Task Leave(ApiClient member, HubConnection line)
    {
        await line.DisposeAsync();
        await post.Until(async db => !await db.PresenceSessions.IgnoreQueryFilters().AnyAsync(row => row.MemberId == member.MemberId && row.LeftAt == null));
        End(member, await post.Position());
    }

    /// <summary>Goes to lunch for a moment, with the line open.</summary>
    private async Task Rest(ApiClient member)
    {
        if (!lines.ContainsKey(member)) return;

        await member.Patch("session/member", new { availability = "away" });
        End(member, await post.Position());
        await Write();
        Begin(member, await post.Position());
        await member.Patch("session/member", new { availability = "available" });
    }

    private static async Task Finish(ApiClient member)
    {
        foreach (var row in (await member.Get("conversations?state=new&assignee=me")).Items())
            await member.Put($"conversations/{row.Id()}/resolution", new { });
    }

    /// <summary>The sun comes out: all are here and finish what they are given, until nothing waits.</summary>
    private async Task EverybodyWorks()
    {
        foreach (var member in people.Where(member => !lines.ContainsKey(member)).ToList()) await Arrive(member);
        for (var tries = 0; await post.App.Look(db => db.Conversations.IgnoreQueryFilters().AnyAsync(row => row.AssigneeId == null && row.State == Domain.Conversations.ConversationState.New)); tries++)
        {
            if (tries == 300) throw new TimeoutException("I11: conversations wait though everybody is free.");
            foreach (var member in people) await Finish(member);
            foreach (var line in lines.Values) await line.InvokeAsync<long>("Position", Cancel);
            post.App.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, Cancel);
        }

        await post.App.UntilNothingWaits();
    }

    private void Begin(ApiClient member, long position)
    {
        if (!available.TryGetValue(member.MemberId, out var spans)) available[member.MemberId] = spans = [];
        spans.Add((position, long.MaxValue));
    }

    private void End(ApiClient member, long position) =>
        available[member.MemberId][^1] = available[member.MemberId][^1] with { To = position };

    /// <summary>By what the test itself did: from just before he came until the store knew that he had gone.</summary>
    private bool WasAvailable(Guid member, long position) =>
        available.TryGetValue(member, out var spans) && spans.Exists(span => span.From < position && position <= span.To);

    private async Task<HashSet<Guid>> Familiar()
    {
        var decisions = await post.App.Look(db => db.AssignmentDecisions.IgnoreQueryFilters().AsNoTracking().ToListAsync(Cancel));
        return [.. decisions.Where(row => JsonNode.Parse(row.Body)!.Text("reason") == "lastAgent").Select(row => row.ConversationId)];
    }
}
