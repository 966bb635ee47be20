using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Tests.Channels.Spine;
using Relais.Tests.People;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Notifications;

/// <summary>The bell: what a member is told of, live and on a fresh page, until he has read it.</summary>
public sealed class NotificationTests : IAsyncLifetime
{
    private Morning morning = null!;

    private PigeonPost Post => morning.Post;

    private ApiClient Bruno => Post.Bruno;

    public async ValueTask InitializeAsync() => morning = await Morning.Begin();

    [Fact]
    public async Task A_colleague_gives_a_conversation_and_the_event_itself_tells_who_is_told()
    {
        await morning.Sit(Bruno);
        var before = await Post.Position();
        var id = await Assigned("Bonjour");

        var told = (await Bells(Bruno)).ShouldHaveSingleItem();
        (told.Text("kind"), told["by"]!.Text("name"), told["conversation"]!.Id(), told["isRead"]!.GetValue<bool>()).ShouldBe(("assigned", "Ana", id, false));
        (await Bells(Post.Ana)).ShouldBeEmpty();

        var notice = (await Bruno.Get($"events?after={before}")).Items().Single(item => item.Text("kind") == "conversationAssigned")["notices"]!.AsArray().ShouldHaveSingleItem()!;
        (notice.Id("memberId"), notice.Text("kind"), notice.Id()).ShouldBe((Bruno.MemberId, "assigned", told.Id()));
    }

    [Fact]
    public async Task Many_answers_in_one_conversation_are_one_notification_that_counts_until_it_is_read()
    {
        await morning.Sit(Bruno);
        var id = await Assigned("Bonjour");
        await Bruno.Put("notifications/read");
        await Post.Bring(Post.Says("Allô ?"), Post.Says("Il y a quelqu'un ?"));
        await Post.Bring(Post.Says("Toujours là ?"));

        var bells = await Bruno.Get("notifications");
        bells["unread"]!.GetValue<int>().ShouldBe(1);
        var newest = bells.Items().First();
        (newest.Text("kind"), newest["times"]!.GetValue<int>(), newest.Text("text")).ShouldBe(("answered", 3, "Toujours là ?"));

        await Bruno.Put("notifications/read", new { conversationId = id });
        await Post.Bring(Post.Says("Encore moi"));
        (await Bells(Bruno)).Select(one => (one["times"]!.GetValue<int>(), one["isRead"]!.GetValue<bool>())).ShouldBe([(1, false), (3, true), (1, true)]);
    }

    [Fact]
    public async Task Reading_is_told_to_ones_other_screens_by_the_feed()
    {
        await morning.Sit(Bruno);
        await Assigned("Bonjour");
        await Assigned("Bonsoir", "yann");
        var (before, ids) = (await Post.Position(), (await Bells(Bruno)).Select(one => one.Id()).ToList());

        await Bruno.Put("notifications/read");
        (await Bruno.Get("notifications"))["unread"]!.GetValue<int>().ShouldBe(0);
        var told = (await Bruno.Get($"events?after={before}")).Items().ToList();
        told.Select(item => (item.Text("kind"), item["detail"]!.Id("memberId"))).Distinct().ShouldBe([("notificationRead", Bruno.MemberId)]);
        told.Select(item => item["detail"]!.Id("notificationId")).ShouldBe(ids, ignoreOrder: true);

        await Bruno.Put("notifications/read");
        (await Post.Position()).ShouldBe(before + 2);
    }

    [Fact]
    public async Task Of_a_conversation_one_may_no_longer_see_nothing_is_shown()
    {
        await morning.Sit(Bruno);
        await Assigned("Bonjour");
        await Post.Shop.Diane.Patch($"channels/{Post.ChannelId}", new { everyone = false, teamIds = Array.Empty<Guid>(), memberIds = new[] { Post.Ana.MemberId } });

        var bells = await Bruno.Get("notifications");
        (bells.Items().Count(), bells["unread"]!.GetValue<int>()).ShouldBe((0, 0));
    }

    [Fact]
    public async Task What_one_does_not_want_to_hear_of_is_not_told_and_the_choice_is_ones_own()
    {
        await morning.Sit(Bruno);
        await Bruno.Put("session/notification-preferences", new { choices = new[] { new { kind = "assigned", ways = Array.Empty<string>() } } });
        await Assigned("Bonjour");

        (await Bells(Bruno)).ShouldBeEmpty();
        var chosen = (await Bruno.Get("session/notification-preferences"))["kinds"]!.AsArray().Single(kind => kind!.Text("kind") == "assigned")!;
        chosen["ways"]!.AsArray().ShouldBeEmpty();
        (await Post.Ana.Get("session/notification-preferences"))["kinds"]!.AsArray().ShouldAllBe(kind => kind!["ways"]!.AsArray().Count > 0);
        (await Refusal(Bruno, HttpMethod.Put, "session/notification-preferences", new { choices = new[] { new { kind = "smoke", ways = Array.Empty<string>() } } })).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Whom_a_colleague_calls_in_a_note_is_told_with_the_note()
    {
        var id = (await Post.Write("Bonjour")).Id();
        var note = new { clientId = Guid.CreateVersion7(), text = "@Bruno tu vois ?", mentionIds = new[] { Bruno.MemberId } };
        var before = await Post.Position();
        await Post.Ana.Post($"conversations/{id}/notes", note);
        (await Post.Ana.Post($"conversations/{id}/notes", note))["mentionIds"]!.AsArray().ShouldHaveSingleItem();

        var told = (await Bells(Bruno)).ShouldHaveSingleItem();
        (told.Text("kind"), told.Text("text"), told["by"]!.Text("name")).ShouldBe(("mentioned", "@Bruno tu vois ?", "Ana"));
        (await Bruno.Get($"events?after={before}")).Items().Single()["message"]!["mentionIds"]!.AsArray().ShouldHaveSingleItem();
        (await Refusal(Post.Ana, HttpMethod.Post, $"conversations/{id}/notes", new { clientId = Guid.CreateVersion7(), text = "@X", mentionIds = new[] { Guid.CreateVersion7() } })).Code.ShouldBe("note.mention.unknown");
    }

    [Fact]
    public async Task A_boomerang_that_comes_back_is_told()
    {
        await morning.Sit(Bruno);
        var id = await Assigned("Plus tard");
        await Bruno.Put($"conversations/{id}/boomerang", new { at = morning.Now.AddMinutes(1), then = "pending" });
        await morning.Comes(async () => (await Post.Row(id)).Text("state") == "new", TimeSpan.FromMinutes(2));

        (await Bells(Bruno))[0].Text("kind").ShouldBe("boomerangDue");
    }

    [Fact]
    public async Task Read_ones_go_after_a_month_and_unread_ones_stay()
    {
        await morning.Sit(Bruno);
        await Assigned("Bonjour");
        await Bruno.Put("notifications/read");
        await Assigned("Bonsoir", "yann");
        Post.App.Clock.Advance(TimeSpan.FromDays(31));

        await Post.Until(async db => await db.Notifications.IgnoreQueryFilters().CountAsync() == 1);
    }

    [Fact]
    public async Task A_page_ends_where_the_next_begins()
    {
        foreach (var number in Enumerable.Range(0, 51)) await Assigned($"Bonjour {number}", $"client{number}");

        var first = await Bruno.Get("notifications");
        var rest = await Bruno.Get($"notifications?after={first.Text("next")}");
        first.Items().Concat(rest.Items()).Count().ShouldBe(51);
        first.Items().Concat(rest.Items()).Select(one => one.Id()).ShouldBeInOrder(SortDirection.Descending, Comparer<Guid>.Create((a, b) => string.CompareOrdinal(a.ToString("N"), b.ToString("N"))));
        rest["next"].ShouldBeNull();
        first["unread"]!.GetValue<int>().ShouldBe(51);
    }

    public async ValueTask DisposeAsync() => await morning.DisposeAsync();

    private async Task<Guid> Assigned(string words, string customer = "zoe")
    {
        var id = (await Post.Write(words, customer)).Id();
        await Post.Ana.Put($"conversations/{id}/assignee", new { memberId = Bruno.MemberId });
        return id;
    }

    private static async Task<List<JsonNode>> Bells(ApiClient member) => [.. (await member.Get("notifications")).Items()];
}
