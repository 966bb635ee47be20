using System.Net;
using System.Text.Json.Nodes;
using Relais.Tests.Channels.Spine;
using Relais.Tests.People;
using Relais.Tests.Security;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Assignment;

/// <summary>What an agent who goes offline or away loses, keeps, and is told when he is back: the table of the product, row by row.</summary>
public sealed class RemoveAssignmentTests : IAsyncLifetime
{
    private static readonly TimeSpan Guarantee = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan AfterSignOut = TimeSpan.FromSeconds(30);

    private Morning morning = null!;

    private PigeonPost Post => morning.Post;

    private ApiClient Bruno => Post.Bruno;

    public async ValueTask InitializeAsync() => morning = await Morning.Begin();

    [Fact]
    public async Task A_silent_agents_new_conversations_are_free_within_two_minutes_at_their_old_place()
    {
        await Choose("offline");
        await morning.Sit(Bruno);
        var (first, last) = (await Assigned("Premier", "zoe"), (await Post.Write("Dernier", "yann")).Id());
        var since = (await Post.Row(first)).Text("stateSince");
        var before = await Post.Position();

        await morning.Comes(async () => await morning.HolderOf(first) is null, Guarantee);
        (await Post.Row(first)).Text("stateSince").ShouldBe(since);
        (await Post.Ana.Get("conversations?state=new&assignee=none&sort=oldest")).Items().Select(row => row.Id()).ShouldBe([first, last]);
        var told = (await Post.Ana.Get($"events?after={before}")).Items().Single(item => item.Text("kind") == "conversationUnassigned");
        (told["detail"]!.Text("reason"), told["detail"]!.Id("memberId"), told["actor"]!.Text("kind")).ShouldBe(("agentOffline", Bruno.MemberId, "system"));
    }

    [Fact]
    public async Task Who_signs_out_loses_what_is_new_within_half_a_minute_and_keeps_what_is_pending()
    {
        await Choose("offline");
        await morning.Sit(Bruno);
        var (fresh, pending) = (await Assigned("Nouveau", "zoe"), await Assigned("En attente", "yann"));
        await Post.Ana.Put($"conversations/{pending}/pending");

        await Bruno.Delete("session");
        await morning.Comes(async () => await morning.HolderOf(fresh) is null, AfterSignOut);
        (await morning.HolderOf(pending)).ShouldBe(Bruno.MemberId);

        var before = await Post.Position();
        await Post.Bring(Post.Says("Toujours là ?", "yann"));
        (await morning.HolderOf(pending)).ShouldBeNull();
        (await Post.Kinds(before)).ShouldBe(["messageReceived", "conversationReturned", "conversationUnassigned"]);
    }

    [Fact]
    public async Task A_boomerang_that_comes_back_to_somebody_who_is_out_is_free()
    {
        await Choose("offline");
        await morning.Sit(Bruno);
        var id = await Assigned("Plus tard", "zoe");
        await Bruno.Put($"conversations/{id}/boomerang", new { at = morning.Now.AddMinutes(1), then = "pending" });
        await Bruno.Delete("session");
        (await morning.HolderOf(id)).ShouldBe(Bruno.MemberId);

        var before = await Post.Position();
        await morning.Comes(async () => (await Post.Row(id)).Text("state") == "new", Guarantee);
        (await morning.HolderOf(id)).ShouldBeNull();
        (await Post.Kinds(before)).ShouldBe(["boomerangFired", "conversationReturned", "conversationUnassigned"]);
    }

    [Fact]
    public async Task What_is_given_to_somebody_who_is_out_is_kept_for_him_and_he_is_told_at_the_next_sign_in()
    {
        await Choose("offline");
        await morning.Sit(Bruno);
        var lost = await Assigned("Perdue", "zoe");
        await Bruno.Delete("session");
        var kept = await Assigned("Réservée", "yann");
        await morning.Comes(async () => await morning.HolderOf(lost) is null, AfterSignOut);
        (await morning.HolderOf(kept)).ShouldBe(Bruno.MemberId);

        using var back = Post.App.Visitor();
        await back.SignIn("bruno@maison-lune.fr", Shop.Password);
        (await Notices(back)).ShouldBe([("assignedWhileAway", kept), ("takenWhileAway", lost)], ignoreOrder: true);
        await back.Delete("session/absence");
        (await Notices(back)).ShouldBeEmpty();

        // He was here meanwhile: what he leaves behind now goes the usual way.
        await morning.Sit(back);
        await back.Delete("session");
        await morning.Comes(async () => await morning.HolderOf(kept) is null, AfterSignOut);
    }

    [Fact]
    public async Task What_a_colleague_took_over_meanwhile_is_not_said_to_be_kept()
    {
        await Assigned("Réservée", "yann");
        (await Notices(Bruno)).ShouldHaveSingleItem().Kind.ShouldBe("assignedWhileAway");
        var id = (await Notices(Bruno))[0].Conversation;
        await Post.Ana.Put($"conversations/{id}/assignee", new { memberId = Post.Ana.MemberId });

        (await Notices(Bruno)).ShouldBeEmpty();
        (await Notices(Post.Ana)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Away_takes_nothing_unless_it_was_chosen_and_leaves_half_a_minute_to_come_back()
    {
        await Choose("offline");
        var line = await morning.Sit(Bruno);
        var id = await Assigned("Bonjour", "zoe");
        await Bruno.Patch("session/member", new { availability = "away" });
        var calm = TimeSpan.FromSeconds(60);
        await Should.ThrowAsync<TimeoutException>(() => morning.Comes(async () => await morning.HolderOf(id) is null, calm, () => Morning.Heartbeat(line)));

        await Bruno.Patch("session/member", new { availability = "available" });
        await Choose("awayOrOffline");
        await Bruno.Patch("session/member", new { availability = "away" });
        var took = await morning.Comes(async () => await morning.HolderOf(id) is null, Guarantee, () => Morning.Heartbeat(line));
        took.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(28));
        (await Notices(Bruno)).ShouldHaveSingleItem().ShouldBe(("takenWhileAway", id));
    }

    [Fact]
    public async Task Never_takes_nothing_and_choosing_otherwise_does_from_then_on()
    {
        await morning.Sit(Bruno);
        var id = await Assigned("Bonjour", "zoe");
        await Bruno.Delete("session");
        await Should.ThrowAsync<TimeoutException>(() => morning.Comes(async () => await morning.HolderOf(id) is null, AfterSignOut));

        await Choose("offline");
        await morning.Comes(async () => await morning.HolderOf(id) is null, AfterSignOut);
    }

    [Fact]
    public async Task Another_tab_or_coming_back_in_time_keeps_everything()
    {
        await Choose("offline");
        var tab = await morning.Sit(Bruno);
        var id = await Assigned("Bonjour", "zoe");
        await tab.StopAsync(Cancel);
        Post.App.Clock.Advance(TimeSpan.FromSeconds(20));
        var again = await morning.Sit(Bruno);

        await Should.ThrowAsync<TimeoutException>(() => morning.Comes(async () => await morning.HolderOf(id) is null, TimeSpan.FromSeconds(60), () => Morning.Heartbeat(again)));
        await again.StopAsync(Cancel);
        await morning.Comes(async () => await morning.HolderOf(id) is null, Guarantee);
    }

    [Fact]
    public async Task Whose_account_is_disabled_holds_nothing_new_whatever_was_chosen()
    {
        var id = await Assigned("Bonjour", "zoe");
        await Post.Shop.Diane.Patch($"members/{Bruno.MemberId}", new { status = "disabled" });
        await morning.Comes(async () => await morning.HolderOf(id) is null, AfterSignOut);
    }

    [Fact]
    public async Task The_choice_is_shown_written_down_and_the_administrators_alone()
    {
        (await Post.Shop.Diane.Get("remove-assignment")).Text("option").ShouldBe("never");
        var before = await Post.Position();
        await Choose("awayOrOffline");
        await Choose("awayOrOffline");

        (await Post.Shop.Diane.Get("remove-assignment")).Text("option").ShouldBe("awayOrOffline");
        var told = (await Post.Ana.Get($"events?after={before}")).Items().ShouldHaveSingleItem();
        (told.Text("kind"), told["detail"]!.Text("before"), told["detail"]!.Text("option")).ShouldBe(("removeAssignmentChosen", "never", "awayOrOffline"));
        await Post.Shop.Chloe.Send(HttpMethod.Put, "remove-assignment", new { option = "never" }).ShouldBeRefused(HttpStatusCode.Forbidden, "permission.denied");
    }

    public async ValueTask DisposeAsync() => await morning.DisposeAsync();

    private Task<JsonNode> Choose(string option) => Post.Shop.Diane.Put("remove-assignment", new { option });

    /// <summary>A customer wrote, and Ana gave it to Bruno.</summary>
    private async Task<Guid> Assigned(string words, string customer)
    {
        var id = (await Post.Write(words, customer)).Id();
        Post.App.Clock.Advance(TimeSpan.FromSeconds(1)); // What happens in one instant has no order.
        await Post.Ana.Put($"conversations/{id}/assignee", new { memberId = Bruno.MemberId });
        Post.App.Clock.Advance(TimeSpan.FromSeconds(1));
        return id;
    }

    private static async Task<List<(string Kind, Guid Conversation)>> Notices(ApiClient member) =>
        [.. (await member.Get("session/absence")).Items().Select(notice => (notice.Text("kind"), notice["conversation"]!.Id()))];
}
