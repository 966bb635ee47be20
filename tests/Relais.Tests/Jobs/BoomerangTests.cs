using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Server.Jobs;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Jobs;

/// <summary>What was put aside comes back: at its time, once, and only when it is still wanted.</summary>
public sealed class BoomerangTests : IAsyncLifetime
{
    private PigeonPost post = null!;
    private Guid id;

    public async ValueTask InitializeAsync()
    {
        post = await PigeonPost.Open(services => services.AddSingleton<ITimedEffect, Jammed>());
        id = (await post.Write("Bonjour")).Id();
    }

    [Theory]
    [InlineData("pending")]
    [InlineData("resolved")]
    public async Task It_comes_back_at_its_time_and_not_before(string meanwhile)
    {
        await Throw(TimeSpan.FromHours(1), meanwhile);
        post.App.Clock.Advance(TimeSpan.FromMinutes(59.9));
        await post.App.UntilNothingWaits();
        (await post.Row(id)).Text("state").ShouldBe(meanwhile);

        post.App.Clock.Advance(TimeSpan.FromSeconds(30));
        await ComesBack();

        (await post.Row(id))["boomerangAt"].ShouldBeNull();
        (await post.Kinds(0)).Count(kind => kind == "boomerangFired").ShouldBe(1);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Its_note_is_there_for_everybody_until_somebody_has_seen_to_it()
    {
        await using var screen = await post.App.Screen(post.Bruno);
        await post.Ana.Put($"conversations/{id}/boomerang", new { at = post.App.Clock.GetUtcNow().AddMinutes(10), then = "pending", note = "Rappeler Zoé" });
        post.App.Clock.Advance(TimeSpan.FromMinutes(11));
        await ComesBack();

        (await post.Row(id)).Text("boomerangNote").ShouldBe("Rappeler Zoé");
        await screen.CatchUp();
        await using var fresh = new LiveScreen(post.Bruno);
        await fresh.Load();
        screen.Picture().ShouldBe(fresh.Picture());

        await PigeonPost.Answer(post.Ana, id, "Je vous rappelle");
        (await post.Row(id))["boomerangNote"].ShouldBeNull();
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Set_anew_it_comes_back_at_the_new_time_only()
    {
        await Throw(TimeSpan.FromMinutes(10), "pending");
        await Throw(TimeSpan.FromMinutes(20), "pending");
        post.App.Clock.Advance(TimeSpan.FromMinutes(11));
        await post.App.UntilNothingWaits();
        (await post.Row(id)).Text("state").ShouldBe("pending");

        post.App.Clock.Advance(TimeSpan.FromMinutes(10));
        await ComesBack();
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Cancelled_it_stays_where_it_is()
    {
        await Throw(TimeSpan.FromMinutes(10), "pending");
        await post.Ana.Delete($"conversations/{id}/boomerang");
        post.App.Clock.Advance(TimeSpan.FromMinutes(11));
        await post.App.UntilNothingWaits();

        (await post.Row(id)).Text("state").ShouldBe("pending");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_resolved_one_does_not_come_back_beside_the_next_conversation()
    {
        await Throw(TimeSpan.FromMinutes(10), "resolved");
        var next = await post.Write("Encore une chose");
        post.App.Clock.Advance(TimeSpan.FromMinutes(11));
        await post.App.UntilNothingWaits();

        (await post.Row(id)).Text("state").ShouldBe("resolved");
        (await post.Row(next.Id())).Text("state").ShouldBe("new");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Timers_that_fail_keep_no_other_from_firing_however_many_they_are()
    {
        var due = post.App.Clock.GetUtcNow().AddMinutes(1);
        await post.Change(db => db.Timers.AddRange(Enumerable.Range(0, 250)
            .Select(_ => new TimerRow { Kind = "jammed", Subject = Guid.CreateVersion7(), OrganisationId = post.OrganisationId, DueAt = due })));
        await Throw(TimeSpan.FromMinutes(2), "pending");

        post.App.Clock.Advance(TimeSpan.FromMinutes(3));
        await ComesBack();

        (await post.App.Look(db => db.Timers.IgnoreQueryFilters().Where(timer => timer.DueAt <= due).CountAsync(timer => timer.Kind == "jammed"))).ShouldBe(250);
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    private Task<System.Text.Json.Nodes.JsonNode> Throw(TimeSpan after, string then) => post.Ana.Put($"conversations/{id}/boomerang", new { at = post.App.Clock.GetUtcNow() + after, then });

    private async Task ComesBack()
    {
        for (var tries = 0; (await post.Row(id)).Text("state") != "new"; tries++)
        {
            if (tries == 500) throw new TimeoutException("The boomerang does not come back.");
            await Task.Delay(10, Cancel);
            post.App.Clock.Advance(TimeSpan.FromMilliseconds(500));
        }
    }

    private sealed class Jammed : ITimedEffect
    {
        public string Kind => "jammed";

        public Task Fire(RelaisDb db, TimerRow timer, DateTimeOffset now, CancellationToken cancel) => throw new InvalidOperationException("Jammed.");
    }
}
