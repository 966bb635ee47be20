using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.People;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.People;

/// <summary>Who is here: by heartbeats, by device, on any node, and as colleagues are told.</summary>
public sealed class PresenceTests : IAsyncLifetime
{
    private const string Telephone = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Mobile/15E148";

    private Morning morning = null!;

    private ApiClient Bruno => morning.Post.Bruno;

    public async ValueTask InitializeAsync() => morning = await Morning.Begin();

    [Fact]
    public async Task Two_tabs_are_one_person_and_colleagues_are_told_the_difference_only()
    {
        var ana = await morning.Sit(morning.Post.Ana);
        var states = Morning.Watch(ana, Bruno.MemberId);
        var first = await morning.Sit(Bruno);
        var second = await morning.Sit(Bruno);
        await morning.Comes(() => Task.FromResult(!states.IsEmpty), TimeSpan.FromSeconds(10));

        await first.StopAsync(Cancel);
        await morning.Comes(() => Ended(1), TimeSpan.FromSeconds(10));
        states.ShouldBe(["available"]);

        await second.StopAsync(Cancel);
        await morning.Comes(() => Task.FromResult(states.Count == 2), TimeSpan.FromSeconds(45));
        states.ShouldBe(["available", "offline"]);
    }

    [Fact]
    public async Task A_line_that_falls_silent_is_offline_after_ninety_seconds_and_one_that_speaks_is_not()
    {
        var ana = await morning.Sit(morning.Post.Ana);
        await morning.Sit(Bruno);
        var silence = await morning.Comes(async () => !await morning.IsHere(Bruno.MemberId), TimeSpan.FromSeconds(120), () => Morning.Heartbeat(ana));

        silence.ShouldBeInRange(TimeSpan.FromSeconds(80), TimeSpan.FromSeconds(105));
        (await morning.IsHere(morning.Post.Ana.MemberId)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_laptop_that_slept_is_here_again_as_soon_as_its_line_speaks()
    {
        var line = await morning.Sit(Bruno);
        await morning.Gone(Bruno);
        await Morning.Heartbeat(line);
        await morning.Comes(() => morning.IsHere(Bruno.MemberId), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_closed_phone_is_given_longer_than_a_closed_tab()
    {
        var (tab, phone) = (await morning.Sit(morning.Post.Ana), await morning.Sit(Bruno, Telephone));
        await tab.StopAsync(Cancel);
        await phone.StopAsync(Cancel);
        await morning.Comes(() => Ended(2), TimeSpan.FromSeconds(10));

        (await morning.Comes(async () => !await morning.IsHere(morning.Post.Ana.MemberId), TimeSpan.FromSeconds(60))).ShouldBeLessThan(TimeSpan.FromSeconds(45));
        (await morning.IsHere(Bruno.MemberId)).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_signs_out_in_one_browser_is_gone_at_once_unless_another_is_open()
    {
        using var office = morning.Post.App.Visitor();
        await office.SignIn("bruno@maison-lune.fr", Shop.Password);
        await morning.Sit(office);
        await morning.Sit(Bruno);

        await Bruno.Delete("session");
        (await morning.IsHere(office.MemberId)).ShouldBeTrue();
        await office.Delete("session");
        (await morning.IsHere(office.MemberId)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_line_another_node_holds_counts_and_is_told_here()
    {
        var ana = await morning.Sit(morning.Post.Ana);
        var states = Morning.Watch(ana, Bruno.MemberId);
        await morning.Post.Change(db => db.PresenceSessions.Add(
            new PresenceSession(morning.Post.OrganisationId, Bruno.MemberId, "elsewhere", Device.Computer, morning.Now) { Node = Guid.CreateVersion7() }));
        await morning.Comes(() => Task.FromResult(!states.IsEmpty), TimeSpan.FromSeconds(20));

        await morning.Comes(() => Task.FromResult(states.Count == 2), TimeSpan.FromSeconds(120));
        states.ShouldBe(["available", "offline"]);
    }

    [Fact]
    public async Task Only_who_is_on_the_line_and_says_available_may_be_given_work()
    {
        var line = await morning.Sit(Bruno);
        await morning.Sit(morning.Post.Ana);
        await morning.Post.Ana.Patch("session/member", new { availability = "away" });
        (await Available()).ShouldBe([Bruno.MemberId]);

        await line.StopAsync(Cancel);
        await morning.Comes(() => Ended(1), TimeSpan.FromSeconds(10));
        (await morning.IsHere(Bruno.MemberId)).ShouldBeTrue();
        (await Available()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_history_tells_how_long_one_was_in_which_status()
    {
        var lunch = (await morning.Post.Shop.Diane.Post("away-states", new { name = "Déjeuner" })).Id();
        await morning.Sit(Bruno);
        var arrived = morning.Now;
        morning.Post.App.Clock.Advance(TimeSpan.FromSeconds(20));
        await Bruno.Patch("session/member", new { availability = "away", awayStateId = lunch });
        morning.Post.App.Clock.Advance(TimeSpan.FromSeconds(20));
        await Bruno.Delete("session");

        var history = await morning.History(Bruno.MemberId);
        history.Select(span => (span.Availability, span.AwayStateName)).ShouldBe([(Availability.Available, null), (Availability.Away, "Déjeuner")]);
        history[0].EndedAt.ShouldBe(history[1].BeganAt);
        var rounding = TimeSpan.FromMilliseconds(1);
        (history[1].EndedAt - history[1].BeganAt)!.Value.ShouldBe(TimeSpan.FromSeconds(20), rounding);
        (history[0].EndedAt - arrived)!.Value.ShouldBe(TimeSpan.FromSeconds(20), rounding);
    }

    public async ValueTask DisposeAsync() => await morning.DisposeAsync();

    private Task<bool> Ended(int lines) => morning.Post.App.Look(async db =>
        await db.PresenceSessions.IgnoreQueryFilters().CountAsync(line => line.LeftAt != null) == lines);

    private Task<List<Guid>> Available() => morning.Post.App.Look(db =>
    {
        db.Scope = morning.Post.OrganisationId;
        return db.AvailableMembers(morning.Now).Select(member => member.Id).ToListAsync();
    });
}
