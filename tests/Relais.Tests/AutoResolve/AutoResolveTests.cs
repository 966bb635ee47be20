using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.AutoResolve;

/// <summary>Step 3 of the guide: all New and all Pending conversations are resolved after a time, with reasons, by the calendar.</summary>
public sealed class AutoResolveTests : IAsyncLifetime
{
    private PigeonPost post = null!;

    private ApiClient Diane => post.Shop.Diane;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    [Fact]
    public async Task Nobody_unanswered_is_dropped_unless_somebody_decides_so_and_what_waits_for_the_contact_ends_after_a_month()
    {
        var kept = (await Diane.Get("auto-resolve"))["setting"]!;

        kept["new"]!["minutes"].ShouldBeNull();
        kept["pending"]!["minutes"]!.GetValue<int>().ShouldBe(30 * 24 * 60);
        (await Refusal(post.Ana, HttpMethod.Get, "auto-resolve")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_waits_for_the_contact_ends_at_its_time_by_Relais_and_not_before()
    {
        await Choose(null, 60);
        var id = await Pending("Bonjour");
        await Passes(59);
        (await State(id)).ShouldBe("pending");

        await Passes(2);
        (await State(id)).ShouldBe("resolved");
        var resolved = (await Diane.Get("events?after=0&limit=500")).Items().Last(one => one.Text("kind") == "conversationResolved");
        (resolved["actor"]!.Text("kind"), resolved["detail"]!.Text("way")).ShouldBe(("system", "autoResolve"));
        (await post.Row(id))["assigneeId"].ShouldBeNull();
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_contact_who_writes_again_begins_the_time_anew()
    {
        await Choose(60, null);
        var id = (await post.Write("Bonjour")).Id();
        await Passes(30);
        await post.Bring(post.Says("Toujours là ?"));
        await Passes(45);
        (await State(id)).ShouldBe("new");

        await Passes(20);
        (await State(id)).ShouldBe("resolved");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Leaving_the_state_ends_its_time()
    {
        await Choose(null, 60);
        var id = await Pending("Bonjour");
        await Passes(30);
        await post.Bring(post.Says("Merci"));
        await Passes(60);
        (await State(id)).ShouldBe("new");

        await post.Ana.Put($"conversations/{id}/pending");
        await Passes(50);
        (await State(id)).ShouldBe("pending");
        await Passes(15);
        (await State(id)).ShouldBe("resolved");
    }

    [Fact]
    public async Task A_boomerang_and_a_scheduled_answer_suspend_it()
    {
        await Choose(null, 60);
        var thrown = await Pending("Bonjour", "zoe");
        var later = (await post.Write("Un conseil ?", "yann")).Id();
        await post.Ana.Put($"conversations/{thrown}/boomerang", new { at = post.App.Clock.GetUtcNow().AddHours(3), then = "pending" });
        await post.Ana.Post($"conversations/{later}/messages", new { clientId = Guid.CreateVersion7(), text = "Demain", sendAt = post.App.Clock.GetUtcNow().AddHours(3) });

        await Passes(120);
        (await State(thrown), await State(later)).ShouldBe(("pending", "pending"));
        await Passes(61);
        (await State(thrown)).ShouldBe("new");
        await Passes(5);
        (await State(later)).ShouldBe("resolved");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task What_was_suspended_ends_nothing_once_the_contact_has_written()
    {
        await Choose(null, 60);
        var id = await Pending("Bonjour");
        await post.Ana.Put($"conversations/{id}/boomerang", new { at = post.App.Clock.GetUtcNow().AddHours(5), then = "pending" });
        await Passes(90);
        await post.Bring(post.Says("C’est urgent !"));

        await Passes(300);
        (await State(id)).ShouldBe("new");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Where_the_settings_say_so_whatever_waits_for_the_contact_comes_back_unless_somebody_cancels_that()
    {
        await Bring(90);
        var (back, kept, own) = (await Pending("Bonjour", "zoe"), await Pending("Bonsoir", "yann"), (await post.Write("Salut", "lea")).Id());
        await post.Ana.Put($"conversations/{own}/boomerang", new { at = post.App.Clock.GetUtcNow().AddHours(5), then = "pending" });
        (await post.Row(back))["boomerangAt"]!.GetValue<DateTimeOffset>().ShouldBe(post.App.Clock.GetUtcNow().AddMinutes(90), TimeSpan.FromMinutes(1));
        await post.Ana.Delete($"conversations/{kept}/boomerang");

        await Passes(91);
        (await State(back), await State(kept), await State(own)).ShouldBe(("new", "pending", "pending"));
        await Bring(null);
        await post.Ana.Put($"conversations/{back}/pending");
        (await post.Row(back))["boomerangAt"].ShouldBeNull();
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Whoever_takes_it_back_to_new_has_no_boomerang_left()
    {
        await Bring(90);
        var id = await Pending("Bonjour");
        var before = await post.Position();
        await post.Ana.Delete($"conversations/{id}/pending");

        (await post.Row(id))["boomerangAt"].ShouldBeNull();
        (await post.Kinds(before)).ShouldBe(["boomerangCancelled", "conversationReturned"]);
    }

    [Fact]
    public async Task A_change_counts_for_what_comes_after_it_unless_it_is_applied_to_what_is_open()
    {
        await Choose(null, null);
        var before = await Pending("Bonjour", "zoe");
        await Choose(null, 60);
        var after = await Pending("Bonsoir", "yann");
        await Passes(61);
        (await State(before), await State(after)).ShouldBe(("pending", "resolved"));

        var answer = await Choose(null, 30, applyToOpen: true);
        answer["openCount"]!.GetValue<int>().ShouldBe(1);
        await Passes(1);
        (await State(before)).ShouldBe("resolved");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_channel_s_own_time_comes_first_also_when_it_is_never()
    {
        var other = await post.Connect(post.OrganisationId);
        await Put(new { @new = new { minutes = (int?)null }, pending = new { minutes = 60 }, channels = new object[] { new { channelId = other, pending = new { minutes = (int?)null } } } });
        var everywhere = await Pending("Bonjour", "zoe");
        var there = (await post.Write("Bonsoir", "yann", other)).Id();
        await post.Ana.Put($"conversations/{there}/pending");

        await Passes(61);
        (await State(everywhere), await State(there)).ShouldBe(("resolved", "pending"));
    }

    [Fact]
    public async Task Where_a_reason_is_asked_for_it_must_be_chosen_and_is_what_they_end_with()
    {
        var nowhere = new { channels = Array.Empty<object>(), bulk = false, autoResolve = true, automation = false };
        await Diane.Put("resolve-reasons/scopes", new { reasons = nowhere });
        (await Refusal(Diane, HttpMethod.Put, "auto-resolve", Body(null, 60))).Code.ShouldBe("auto_resolve.reason");

        var reason = (await Diane.Get("resolve-reasons")).Items().Single(one => one.Text("name") == "Le contact ne répond plus").Id();
        await Put(new { @new = new { minutes = (int?)null }, pending = new { minutes = 60, reasonId = reason }, channels = Array.Empty<object>() });
        var id = await Pending("Bonjour");
        await Passes(61);
        (await post.Row(id)).Id("resolveReasonId").ShouldBe(reason);
    }

    [Fact]
    public async Task What_may_not_end_for_want_of_a_topic_stays_and_is_looked_at_again_the_next_day()
    {
        await Diane.Put("resolve-reasons/scopes", new { topics = new { channels = Array.Empty<object>(), bulk = false, autoResolve = true, automation = false } });
        await Choose(null, 60);
        var id = await Pending("Bonjour");
        await Passes(61);
        (await State(id)).ShouldBe("pending");

        await Diane.Put("resolve-reasons/scopes", new { topics = new { channels = Array.Empty<object>(), bulk = false, autoResolve = false, automation = false } });
        await Passes(24 * 60);
        await post.Later(TimeSpan.Zero);
        (await State(id)).ShouldBe("resolved");
    }

    [Theory]
    [InlineData(14)]
    [InlineData((365 * 24 * 60) + 1)]
    public async Task Times_too_short_or_too_long_are_refused(int minutes) =>
        (await Refusal(Diane, HttpMethod.Put, "auto-resolve", Body(null, minutes))).ShouldBe((HttpStatusCode.UnprocessableEntity, "auto_resolve.length"));

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    private static object Body(int? forNew, int? forPending, bool applyToOpen = false) => new
    {
        setting = new { @new = new { minutes = forNew }, pending = new { minutes = forPending }, channels = Array.Empty<object>() },
        applyToOpen,
    };

    private Task<JsonNode> Choose(int? forNew, int? forPending, bool applyToOpen = false) => Diane.Put("auto-resolve", Body(forNew, forPending, applyToOpen));

    private Task<JsonNode> Put(object setting) => Diane.Put("auto-resolve", new { setting });

    private Task<JsonNode> Bring(int? back) =>
        Put(new { @new = new { minutes = (int?)null }, pending = new { minutes = (int?)null }, channels = Array.Empty<object>(), boomerangMinutes = back });

    private async Task<Guid> Pending(string text, string from = "zoe")
    {
        var id = (await post.Write(text, from)).Id();
        await post.Ana.Put($"conversations/{id}/pending");
        return id;
    }

    private async Task<string> State(Guid id) => (await post.Row(id)).Text("state");

    /// <summary>The clock goes on, and everything that is due by then is done.</summary>
    private async Task Passes(int minutes)
    {
        post.App.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await post.Until(async db =>
        {
            post.App.Clock.Advance(TimeSpan.FromMilliseconds(500));
            var now = post.App.Clock.GetUtcNow();
            return !await db.Timers.IgnoreQueryFilters().AnyAsync(timer => timer.DueAt <= now);
        });
        await post.App.UntilNothingWaits();
    }
}
