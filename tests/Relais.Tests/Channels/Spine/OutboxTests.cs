using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Persistence.Rows;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Channels.Spine;

/// <summary>From the composer to the provider: in order, never lost, never silently twice, and every ending shown.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private static readonly TimeSpan UntilItLeaves = TimeSpan.FromSeconds(5.2);

    /// <summary>So little passes while a test only waits for the workers, which look up now and then by this clock.</summary>
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(20);

    private readonly Logbook logbook = new();
    private PigeonPost post = null!;
    private JsonNode row = null!;

    public async ValueTask InitializeAsync()
    {
        post = await PigeonPost.Open(services => services.AddSingleton<ILoggerProvider>(logbook));
        row = await post.Write("Bonjour");
    }

    [Fact]
    public async Task Within_a_thread_answers_leave_in_the_order_they_were_written()
    {
        var refusals = 2;
        post.Pigeon.Hand = (answer, _) => Task.FromResult<Delivery>(
            answer.Text == "1" && refusals-- > 0 ? new Delivery.TryLater("Too fast.") : new Delivery.Sent($"ring-{answer.MessageId}"));
        foreach (var text in new[] { "1", "2", "3" }) await Answer(post.Ana, row.Id(), text);

        await post.App.UntilNothingWaits();

        post.Pigeon.Flights.Select(flight => flight.Answer.Text).ShouldBe(["1", "1", "1", "2", "3"]);
        post.Pigeon.Flights.Select(flight => flight.Answer.Attempt).ShouldBe([1, 2, 3, 1, 1]);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_channel_that_hangs_delays_no_other()
    {
        var slow = await post.Connect(post.OrganisationId);
        var stuck = new TaskCompletionSource<Delivery>();
        var thread = await post.Write("Au lent", "yann", slow);
        post.Pigeon.Hand = (answer, _) => answer.Text == "lent" ? stuck.Task : Task.FromResult<Delivery>(new Delivery.Sent($"ring-{answer.MessageId}"));
        var late = await Answer(post.Ana, thread.Id(), "lent");
        var quick = await Answer(post.Ana, row.Id(), "vite");

        post.App.Clock.Advance(UntilItLeaves);
        await Becomes(row, quick, "sent");
        (await post.Message(thread, late.Id())).Text("delivery", "status").ShouldBe("queued");

        stuck.SetResult(new Delivery.Sent("ring-late"));
        await Becomes(thread, late, "sent");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task What_the_provider_asks_us_to_wait_is_waited()
    {
        var asked = true;
        post.Pigeon.Hand = (answer, _) => Task.FromResult<Delivery>(
            asked ? new Delivery.TryLater("Too fast.", TimeSpan.FromMinutes(10)) : new Delivery.Sent("ring-1"));
        var answer = await Answer(post.Ana, row.Id(), "Bonjour");
        post.App.Clock.Advance(UntilItLeaves);
        await BecomesWhileTimePasses(() => post.App.Look(db => db.Outbox.IgnoreQueryFilters().AnyAsync(item => item.Attempt == 1 && item.LeaseUntil == null)), Blink);
        asked = false;

        post.App.Clock.Advance(TimeSpan.FromMinutes(9));
        await Task.Delay(200, Cancel);
        post.Pigeon.Flights.Count.ShouldBe(1);

        post.App.Clock.Advance(TimeSpan.FromMinutes(1.1));
        await Becomes(row, answer, "sent");
        post.Pigeon.Flights.Count.ShouldBe(2);
    }

    [Fact]
    public async Task After_eight_tries_it_is_given_up_where_its_author_sees_it_and_may_try_again()
    {
        post.Pigeon.Hand = (_, _) => Task.FromResult<Delivery>(new Delivery.TryLater("Down."));
        var answer = await Answer(post.Ana, row.Id(), "Bonjour");
        await BecomesWhileTimePasses(row, answer, "failed");

        var failed = (await post.Message(row, answer.Id()))["delivery"]!;
        (failed.Text("code"), failed.Text("reason")).ShouldBe(("gave_up", "Down."));
        post.Pigeon.Flights.Count.ShouldBe(8);

        post.Pigeon.Hand = (_, _) => Task.FromResult<Delivery>(new Delivery.Sent("ring-1"));
        await post.Bruno.Post($"messages/{answer.Id()}/attempts");
        await Becomes(row, answer, "sent");
        (await Refusal(post.Ana, HttpMethod.Post, $"messages/{answer.Id()}/attempts")).ShouldBe((HttpStatusCode.UnprocessableEntity, "message.not_failed"));
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_refusal_is_shown_with_its_code_and_the_next_goes_on()
    {
        post.Pigeon.Hand = (answer, _) => Task.FromResult<Delivery>(
            answer.Text == "1" ? new Delivery.Rejected("131026", "Nobody there.") : new Delivery.Sent("ring-2"));
        var first = await Answer(post.Ana, row.Id(), "1");
        var second = await Answer(post.Ana, row.Id(), "2");
        await post.App.UntilNothingWaits();

        (await post.Message(row, first.Id())).Text("delivery", "code").ShouldBe("131026");
        (await post.Message(row, second.Id())).Text("delivery", "status").ShouldBe("sent");
    }

    [Fact]
    public async Task Wrong_settings_show_on_the_channel_and_the_answers_wait_until_it_recovers()
    {
        var wrong = true;
        var yann = await post.Write("Bonsoir", "yann");
        post.Pigeon.Hand = (answer, _) => Task.FromResult<Delivery>(
            wrong ? new Delivery.BadSettings("The token expired.") : new Delivery.Sent($"ring-{answer.MessageId}"));
        var answers = new[] { (row, Answer: await Answer(post.Ana, row.Id(), "1")), (yann, Answer: await Answer(post.Ana, yann.Id(), "2")) };
        post.App.Clock.Advance(UntilItLeaves);
        await Flown(2);
        await Channel("failing", "The token expired.");

        wrong = false;
        foreach (var (thread, answer) in answers) await BecomesWhileTimePasses(thread, answer, "sent");

        await Channel("active", null);
        post.Pigeon.Flights.ShouldAllBe(flight => flight.Answer.Attempt == 1);
        var recovered = await post.App.Look(db => db.Events.IgnoreQueryFilters().Where(happened => happened.Kind == "channelChanged").OrderBy(happened => happened.Position).LastAsync());
        recovered.At.ShouldBe(post.App.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        await post.App.ShouldBeSound();

        async Task Channel(string status, string? problem)
        {
            for (var tries = 0; ; tries++)
            {
                var channel = (await post.Ana.Get("channels")).Items().Single(one => one.Id() == post.ChannelId);
                if (channel.Text("status") == status && channel["problem"]?.GetValue<string>() == problem) return;
                if (tries == 300) throw new TimeoutException($"The channel is {channel.ToJsonString()}.");
                await Task.Delay(10, Cancel);
            }
        }
    }

    [Fact]
    public async Task Nobody_knows_and_the_channel_asks_a_person()
    {
        post.Pigeon.Hand = (_, _) => Task.FromResult<Delivery>(new Delivery.Unknown("The line broke."));
        var answer = await Answer(post.Ana, row.Id(), "Bonjour");
        post.App.Clock.Advance(UntilItLeaves);
        await Becomes(row, answer, "unknown");
        await BecomesWhileTimePasses(() => post.App.Look(async db => !await db.Outbox.IgnoreQueryFilters().AnyAsync()));

        post.Pigeon.Flights.Count.ShouldBe(1);
        (await post.Message(row, answer.Id())).Text("delivery", "reason").ShouldBe("The line broke.");
        post.Pigeon.Hand = (_, _) => Task.FromResult<Delivery>(new Delivery.Sent("ring-1"));
        await post.Ana.Post($"messages/{answer.Id()}/attempts");
        await Becomes(row, answer, "sent");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Nobody_knows_and_the_provider_is_asked_first()
    {
        post.Pigeon.Hand = (_, _) => Task.FromResult<Delivery>(new Delivery.Unknown("The line broke."));
        post.Pigeon.Ask = _ => new Delivery.Sent("ring-1");
        var answer = await Answer(post.Ana, row.Id(), "Bonjour");

        await BecomesWhileTimePasses(row, answer, "sent");

        post.Pigeon.Flights.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_status_tells_what_became_of_an_uncertain_answer()
    {
        post.Pigeon.Hand = (_, _) => Task.FromResult<Delivery>(new Delivery.Unknown("The line broke."));
        var answer = await Answer(post.Ana, row.Id(), "Bonjour");
        post.App.Clock.Advance(UntilItLeaves);
        await Becomes(row, answer, "unknown");

        await post.Bring(new StatusIn("ring-1", answer.Id(), new DeliveryReport(DeliveryStatus.Delivered, post.App.Clock.GetUtcNow(), "ring-1")));
        await BecomesWhileTimePasses(() => post.App.Look(async db => !await db.Outbox.IgnoreQueryFilters().AnyAsync()));

        (await post.Message(row, answer.Id())).Text("delivery", "status").ShouldBe("delivered");
        post.Pigeon.Flights.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Where_repetitions_are_recognised_it_is_sent_again_but_not_for_ever()
    {
        post.Pigeon.Abilities = post.Pigeon.Abilities with { Unknown = UnknownPolicy.Resend };
        post.Pigeon.Hand = (_, _) => Task.FromResult<Delivery>(new Delivery.Unknown("The line broke."));
        var answer = await Answer(post.Ana, row.Id(), "Bonjour");

        await BecomesWhileTimePasses(row, answer, "failed");

        (await post.Message(row, answer.Id())).Text("delivery", "code").ShouldBe("gave_up");
        post.Pigeon.Flights.Select(flight => flight.Answer.Attempt).ShouldBe(Enumerable.Range(1, 8));
        post.Pigeon.Flights.Select(flight => flight.Answer.MessageId).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_claim_whose_holder_died_is_uncertain_and_not_simply_sent_again()
    {
        var answer = await Answer(post.Ana, row.Id(), "Bonjour");
        await post.App.Look(db => db.Outbox.IgnoreQueryFilters().ExecuteUpdateAsync(set => set
            .SetProperty(item => item.State, OutboxState.Claimed).SetProperty(item => item.Attempt, 1).SetProperty(item => item.LeaseUntil, post.App.Clock.GetUtcNow().AddSeconds(10))));

        await BecomesWhileTimePasses(row, answer, "unknown");

        post.Pigeon.Flights.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_tried_again_while_its_fate_is_being_asked_is_not_lost()
    {
        var asked = new TaskCompletionSource();
        var told = new TaskCompletionSource();
        post.Pigeon.Hand = (_, _) => Task.FromResult<Delivery>(new Delivery.Unknown("The line broke."));
        post.Pigeon.Ask = _ =>
        {
            asked.TrySetResult();
            told.Task.Wait(TimeSpan.FromSeconds(20), Cancel);
            return null;
        };
        var answer = await Answer(post.Ana, row.Id(), "Bonjour");
        await BecomesWhileTimePasses(() => Task.FromResult(asked.Task.IsCompleted));

        post.Pigeon.Hand = (_, _) => Task.FromResult<Delivery>(new Delivery.Sent("ring-1"));
        await post.Ana.Post($"messages/{answer.Id()}/attempts");
        told.SetResult();

        await BecomesWhileTimePasses(row, answer, "sent");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task An_answer_taken_back_while_it_is_being_claimed_stays_and_nobody_stumbles()
    {
        var answer = await Answer(post.Ana, row.Id(), "Bonjour");
        await post.App.Look(async db =>
        {
            await using var turn = await db.BeginWrite(Cancel);
            await db.Dialect.ExecuteMany(db, "DELETE FROM outbox WHERE message_id = @p0", [[answer.Id()]], Cancel);
            post.App.Clock.Advance(UntilItLeaves);
            await Task.Delay(200, Cancel); // The claim sees the answer and waits for its row, or for its turn to write.
            await turn.Commit(Cancel);
            return true;
        });

        await post.App.UntilNothingWaits();

        post.Pigeon.Flights.ShouldBeEmpty();
        logbook.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_slow_channel_is_not_claimed_faster_than_it_may_send()
    {
        post.Pigeon.Abilities = post.Pigeon.Abilities with { MessagesPerSecond = 0.05 };
        var names = Enumerable.Range(1, 20).Select(number => $"client{number}").ToList();
        await post.Bring([.. names.Select(name => post.Says(name, name))]);
        foreach (var thread in (await post.Rows()).Where(thread => thread.Id() != row.Id())) await Answer(post.Ana, thread.Id(), "Bonjour");

        await BecomesWhileTimePasses(() => Task.FromResult(post.Pigeon.Flights.Count >= 20), TimeSpan.FromSeconds(5));

        post.Pigeon.Flights.Select(flight => flight.Answer.MessageId).Distinct().Count().ShouldBe(20);
        post.Pigeon.Flights.ShouldAllBe(flight => flight.Answer.Attempt == 1);
        (await post.App.Look(db => db.Events.IgnoreQueryFilters().CountAsync(happened => happened.Body.Contains("\"status\":\"unknown\"")))).ShouldBe(0);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task What_the_contact_blocked_is_shown()
    {
        post.Pigeon.Hand = (_, _) => Task.FromResult<Delivery>(new Delivery.ContactBlockedUs("blocked", "The contact has blocked this number."));
        var answer = await Answer(post.Ana, row.Id(), "Bonjour");
        await post.App.UntilNothingWaits();

        (await post.Message(row, answer.Id())).Text("delivery", "code").ShouldBe("blocked");
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    private Task Flown(int count) => BecomesWhileTimePasses(() => Task.FromResult(post.Pigeon.Flights.Count >= count), Blink);

    private Task Becomes(JsonNode thread, JsonNode answer, string status) => BecomesWhileTimePasses(
        async () => (await post.Message(thread, answer.Id())).Text("delivery", "status") == status, Blink);

    private Task BecomesWhileTimePasses(JsonNode thread, JsonNode answer, string status) => BecomesWhileTimePasses(
        async () => (await post.Message(thread, answer.Id())).Text("delivery", "status") == status);

    private async Task BecomesWhileTimePasses(Func<Task<bool>> become, TimeSpan? step = null)
    {
        for (var tries = 0; !await become(); tries++)
        {
            if (tries == 1500) throw new TimeoutException("What the test waits for does not come.");
            await Task.Delay(10, Cancel);
            post.App.Clock.Advance(step ?? TimeSpan.FromSeconds(2));
        }
    }
}
