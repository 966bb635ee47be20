using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Relais.Server.Channels;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Spine;

/// <summary>What renews a token is used up by using it: whoever loses the new one has lost the account.</summary>
public sealed class RenewedTokensTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 16, 0, 0, TimeSpan.Zero));
    private readonly EphemeralDataProtectionProvider keys = new();
    private readonly Guid channel = Guid.CreateVersion7();
    private TestDatabase database = null!;
    private ServiceProvider[] nodes = [];
    private string current = "refresh-0";
    private int renewals;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.Create();
        nodes = [database.Services(), database.Services()];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes) await node.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Of_many_who_need_one_on_several_nodes_one_renews_and_all_get_it()
    {
        var all = Task.WhenAll(Enumerable.Range(0, 24).Select(number => Task.Run(() => On(number % 2).Access(channel, "mark", null, Renew, Stop))));
        while (!all.IsCompleted)
        {
            await Task.Delay(5, Stop);
            clock.Advance(TimeSpan.FromMilliseconds(200));
        }

        (await all).Select(token => token!.Access).Distinct().ShouldHaveSingleItem().ShouldBe("access-1");
        renewals.ShouldBe(1);
    }

    [Fact]
    public async Task It_is_used_until_it_runs_out_or_is_refused_and_renewed_by_the_newest()
    {
        (await Access()).ShouldBe("access-1");
        (await Access()).ShouldBe("access-1");
        (await On(1).Access(channel, "mark", "access-1", Renew, Stop))!.Access.ShouldBe("access-2");
        (await On(0).Access(channel, "mark", "access-1", Renew, Stop))!.Access.ShouldBe("access-2", "The one that was refused is not the one we have.");
        clock.Advance(TimeSpan.FromHours(1));
        (await Access()).ShouldBe("access-3");
        renewals.ShouldBe(3);
    }

    [Fact]
    public async Task Who_no_longer_waits_loses_nothing()
    {
        var (asked, answered) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var impatient = new CancellationTokenSource();
        var waiting = On(0).Access(channel, "mark", null, async known =>
        {
            asked.SetResult();
            await answered.Task;
            return await Renew(known);
        }, impatient.Token);
        await asked.Task;
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);

        answered.SetResult();
        var next = On(1).Access(channel, "mark", null, Renew, Stop);
        while (!next.IsCompleted)
        {
            await Task.Delay(5, Stop);
            clock.Advance(TimeSpan.FromMilliseconds(200));
        }

        (await next)!.Access.ShouldBe("access-1");
        renewals.ShouldBe(1);
    }

    [Fact]
    public async Task Where_none_is_to_be_had_the_next_may_ask_again()
    {
        (await On(0).Access(channel, "mark", null, _ => Task.FromResult<KeptToken?>(null), Stop)).ShouldBeNull();
        await Should.ThrowAsync<InvalidOperationException>(On(0).Access(channel, "mark", null, _ => throw new InvalidOperationException(), Stop));
        (await Access()).ShouldBe("access-1");
    }

    [Fact]
    public async Task Who_died_in_his_turn_is_followed_after_a_while()
    {
        await Memory(0).Hold(channel, "token-turn", "a node that died", TimeSpan.FromMinutes(2), Stop);
        var next = On(1).Access(channel, "mark", null, Renew, Stop);
        for (var waited = TimeSpan.Zero; !next.IsCompleted; waited += TimeSpan.FromSeconds(1))
        {
            if (waited > TimeSpan.FromMinutes(3)) throw new TimeoutException("Nobody followed.");

            await Task.Delay(5, Stop);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        (await next)!.Access.ShouldBe("access-1");
    }

    [Fact]
    public async Task Other_settings_begin_anew_and_nothing_can_be_read_in_the_store()
    {
        await Access();
        (await Memory(0).Recall(channel, "token", Stop))!.ShouldNotContain("refresh-1");
        (await On(0).Kept(channel, "another mark", Stop)).ShouldBeNull();
        (await new RenewedTokens(Memory(0), keys, clock, "another purpose").Kept(channel, "mark", Stop)).ShouldBeNull();
        (await On(0).Kept(channel, "mark", Stop))!.Refresh.ShouldBe("refresh-1");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<string> Access() => (await On(0).Access(channel, "mark", null, Renew, Stop))!.Access;

    private ChannelMemory Memory(int node) => new(nodes[node].GetRequiredService<IServiceScopeFactory>(), clock);

    private RenewedTokens On(int node) => new(Memory(node), keys, clock, "test-tokens");

    /// <summary>As a provider that takes what renews only once.</summary>
    private async Task<KeptToken?> Renew(KeptToken? known)
    {
        await Task.Yield();
        if ((known?.Refresh ?? "refresh-0") != current) return null;

        var number = Interlocked.Increment(ref renewals);
        current = $"refresh-{number}";
        return new KeptToken($"access-{number}", current, clock.GetUtcNow().AddMinutes(30), "mark");
    }
}
