using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Relais.Server.Channels;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Conversations;

/// <summary>Send later: an answer leaves at its time, once, and until then everybody who may answer sees it and can decide otherwise.</summary>
public sealed class ScheduledAnswerTests : IAsyncLifetime
{
    private PigeonPost post = null!;
    private JsonNode row = null!;
    private Guid id;

    public async ValueTask InitializeAsync()
    {
        post = await PigeonPost.Open();
        row = await post.Write("Bonjour");
        id = row.Id();
    }

    [Fact]
    public async Task It_stands_in_the_thread_with_its_time_and_leaves_then_once()
    {
        await using var screen = await post.App.Screen(post.Bruno);
        var from = await post.Position();
        var answer = await Schedule(TimeSpan.FromHours(2));
        answer.Text("delivery", "status").ShouldBe("scheduled");
        answer["at"]!.GetValue<DateTimeOffset>().ShouldBe(post.App.Clock.GetUtcNow().AddHours(2), TimeSpan.FromMilliseconds(1));
        var waiting = await post.Row(id);
        (waiting.Text("state"), waiting.Id("assigneeId"), waiting.Text("preview", "text")).ShouldBe(("pending", post.Ana.MemberId, "Bonjour"));

        post.App.Clock.Advance(TimeSpan.FromMinutes(119));
        await post.App.UntilNothingWaits();
        post.Pigeon.Flights.ShouldBeEmpty();

        await Passes(TimeSpan.FromMinutes(2));
        post.Pigeon.Flights.ShouldHaveSingleItem().Answer.Text.ShouldBe("À demain");
        var sent = await post.Message(row, answer.Id());
        (sent.Text("delivery", "status"), (await post.Row(id)).Text("preview", "text")).ShouldBe(("sent", "À demain"));
        (await post.Kinds(from)).ShouldBe(["answerScheduled", "conversationAssigned", "conversationPended", "messageQueued", "messageDelivery"]);
        await Sees(screen);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Answers_written_after_it_do_not_wait_for_it()
    {
        await Schedule(TimeSpan.FromHours(2));
        await Answer(post.Bruno, id, "Tout de suite");
        await post.App.UntilNothingWaits();

        post.Pigeon.Flights.Select(flight => flight.Answer.Text).ShouldBe(["Tout de suite"]);
        await Passes(TimeSpan.FromHours(2));
        post.Pigeon.Flights.Select(flight => flight.Answer.Text).ShouldBe(["Tout de suite", "À demain"]);
    }

    [Fact]
    public async Task What_the_contact_writes_meanwhile_still_needs_attention_when_it_has_left()
    {
        await Schedule(TimeSpan.FromHours(1));
        await post.Bring(post.Says("Laissez tomber"));
        (await post.Row(id)).Text("state").ShouldBe("new");

        await Passes(TimeSpan.FromHours(1));

        post.Pigeon.Flights.Count.ShouldBe(1);
        (await post.Row(id)).Text("state").ShouldBe("new");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Sent_before_its_time_it_can_be_taken_back_for_five_seconds_like_any_other_and_does_not_leave_again()
    {
        var answer = await Schedule(TimeSpan.FromHours(1));
        await post.Bring(post.Says("Vous êtes là ?"));
        await post.Bruno.Post($"messages/{answer.Id()}/attempts");
        (await post.Row(id)).Text("state").ShouldBe("pending");
        post.Pigeon.Flights.ShouldBeEmpty();

        await post.App.UntilNothingWaits();
        await Passes(TimeSpan.FromHours(1));

        post.Pigeon.Flights.Count.ShouldBe(1);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_colleague_takes_it_back_and_the_conversation_is_new_again()
    {
        await using var screen = await post.App.Screen(post.Ana);
        var answer = await Schedule(TimeSpan.FromHours(1));

        await post.Bruno.Delete($"messages/{answer.Id()}");
        var back = await post.Row(id);
        (back.Text("state"), back.Text("preview", "text")).ShouldBe(("new", "Bonjour"));
        await Passes(TimeSpan.FromHours(1));

        post.Pigeon.Flights.ShouldBeEmpty();
        (await post.Messages(row.Id("threadId"))).ShouldHaveSingleItem();
        await Sees(screen);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task In_a_conversation_resolved_meanwhile_it_leaves_and_opens_no_other()
    {
        await Schedule(TimeSpan.FromHours(1));
        await post.Ana.Put($"conversations/{id}/resolution", new { });
        await Passes(TimeSpan.FromHours(1));

        post.Pigeon.Flights.Count.ShouldBe(1);
        (await post.Rows()).ShouldHaveSingleItem().Text("state").ShouldBe("resolved");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_time_gone_by_too_far_or_after_the_reply_window_is_refused()
    {
        post.Pigeon.Abilities = post.Pigeon.Abilities with { ReplyWindowHours = 24 };

        (await Refused(TimeSpan.FromMinutes(-1))).ShouldBe((HttpStatusCode.UnprocessableEntity, "schedule.in_the_past"));
        (await Refused(TimeSpan.FromHours(25))).ShouldBe((HttpStatusCode.UnprocessableEntity, "schedule.window_closed"));
        post.Pigeon.Abilities = post.Pigeon.Abilities with { ReplyWindowHours = null };
        (await Refused(TimeSpan.FromDays(181))).ShouldBe((HttpStatusCode.UnprocessableEntity, "schedule.too_far"));
        (await post.Row(id)).Text("state").ShouldBe("new");
    }

    [Fact]
    public async Task Two_nodes_send_it_once()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "SQLite is for one node.");
        await using var second = post.App.Node(services => services.AddSingleton<ChannelKind>(post.Pigeon));
        for (var at = 1; at <= 10; at++) await Schedule(TimeSpan.FromMinutes(at));

        await Passes(TimeSpan.FromMinutes(12));

        post.Pigeon.Flights.Select(flight => flight.Answer.MessageId).Distinct().Count().ShouldBe(10);
        post.Pigeon.Flights.Count.ShouldBe(10);
        await post.App.ShouldBeSound();
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    private Task<JsonNode> Schedule(TimeSpan after) => post.Ana.Post($"conversations/{id}/messages", Body(after));

    private Task<(HttpStatusCode Status, string? Code)> Refused(TimeSpan after) =>
        Refusal(post.Ana, HttpMethod.Post, $"conversations/{id}/messages", Body(after));

    private object Body(TimeSpan after) => new { clientId = Guid.CreateVersion7(), text = "À demain", sendAt = post.App.Clock.GetUtcNow() + after };

    /// <summary>The clock goes on, and everything that is due by then is done.</summary>
    private async Task Passes(TimeSpan time)
    {
        post.App.Clock.Advance(time);
        await post.Until(async db => !await Due(db));
        await post.App.UntilNothingWaits();
    }

    private async Task<bool> Due(Relais.Server.Persistence.RelaisDb db)
    {
        post.App.Clock.Advance(TimeSpan.FromMilliseconds(500));
        var now = post.App.Clock.GetUtcNow();
        return await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.AnyAsync(
            Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.IgnoreQueryFilters(db.Timers), timer => timer.DueAt <= now);
    }

    private async Task Sees(LiveScreen screen)
    {
        await screen.CatchUp();
        await using var fresh = new LiveScreen(post.Bruno);
        await fresh.Load();
        screen.Picture().ShouldBe(fresh.Picture());
    }
}
