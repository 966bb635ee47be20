using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.People;

/// <summary>The shop with its people coming and going: lines that open, speak, fall silent and close.</summary>
internal sealed class Morning : IAsyncDisposable
{
    private readonly List<HubConnection> lines = [];

    private Morning(PigeonPost post) => Post = post;

    public PigeonPost Post { get; }

    public DateTimeOffset Now => Post.App.Clock.GetUtcNow();

    public static async Task<Morning> Begin() => new(await PigeonPost.Open());

    /// <summary>Opens a tab, and waits until everybody knows.</summary>
    public async Task<HubConnection> Sit(ApiClient member, string? userAgent = null, Action<HubConnection>? listen = null)
    {
        var line = Post.App.Hub(member, userAgent);
        lines.Add(line);
        listen?.Invoke(line);
        await line.StartAsync(Cancel);
        await Comes(async () => await IsKnown(line) && await IsHere(member.MemberId), TimeSpan.FromSeconds(5));
        return line;
    }

    public static Task Heartbeat(HubConnection line) => line.InvokeAsync<long>("Position", Cancel);

    /// <summary>Every presence the line is told of this member, in order.</summary>
    public static ConcurrentQueue<string> Watch(HubConnection line, Guid memberId)
    {
        var states = new ConcurrentQueue<string>();
        line.On<JsonElement>("presence", told =>
        {
            foreach (var one in told.EnumerateArray().Where(one => one.GetProperty("memberId").GetGuid() == memberId)) states.Enqueue(one.GetProperty("presence").GetString()!);
        });
        return states;
    }

    public Task<bool> IsHere(Guid memberId) => Post.App.Look(db =>
        db.StatusSpans.IgnoreQueryFilters().AnyAsync(span => span.MemberId == memberId && span.EndedAt == null));

    private Task<bool> IsKnown(HubConnection line) => Post.App.Look(db =>
        db.PresenceSessions.IgnoreQueryFilters().AnyAsync(session => session.ConnectionId == line.ConnectionId));

    public Task<List<StatusSpan>> History(Guid memberId) => Post.App.Look(db =>
        db.StatusSpans.IgnoreQueryFilters().AsNoTracking().Where(span => span.MemberId == memberId).OrderBy(span => span.BeganAt).ThenBy(span => span.Id).ToListAsync());

    public Task Gone(ApiClient member) => Comes(async () => !await IsHere(member.MemberId), TimeSpan.FromSeconds(125));

    /// <summary>Lets the shop's time pass in steps, each long enough for everything that is due, until it is so.</summary>
    /// <returns>How much of the shop's time that took.</returns>
    public async Task<TimeSpan> Comes(Func<Task<bool>> comes, TimeSpan within, Func<Task>? atEachStep = null)
    {
        var begin = Now;
        while (true)
        {
            for (var looks = 0; looks < LooksAtEachStep; looks++)
            {
                if (await comes()) return Now - begin;
                await Task.Delay(Look, Cancel);
            }

            var left = within - (Now - begin);
            if (left <= TimeSpan.Zero) throw new TimeoutException($"What the test waits for does not come within {within}.");

            Post.App.Clock.Advance(left < Step ? left : Step);
            if (atEachStep is not null) await atEachStep();
        }
    }

    public async Task<Guid?> HolderOf(Guid conversation) => (await Post.Row(conversation))["assigneeId"]?.GetValue<Guid>();

    public async ValueTask DisposeAsync()
    {
        foreach (var line in lines) await line.DisposeAsync();
        await Post.DisposeAsync();
    }

    private const int LooksAtEachStep = 6;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(30);
}
