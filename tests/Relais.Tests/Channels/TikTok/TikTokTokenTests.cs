using Microsoft.Extensions.DependencyInjection;
using Relais.Server.Channels;
using Relais.Tests.Channels.Simulator;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.TikTok;

/// <summary>What lets us in lasts a day, and what renews it is good for once.</summary>
public sealed class TikTokTokenTests : IAsyncLifetime
{
    private readonly TikTokShop shop = new();

    public ValueTask InitializeAsync() => shop.InitializeAsync();

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task The_code_of_a_consent_serves_once_and_its_tokens_renew_themselves_from_then_on()
    {
        (await Check()).ShouldBe(new Check.Works("@maisonlune"));
        shop.At.Doors.ShouldBe(new Dictionary<string, string> { ["DIRECT_MESSAGE"] = Door, ["COMMENT"] = Door }, ignoreOrder: true);
        (await Check()).ShouldBeOfType<Check.Works>();
        (shop.At.Given, shop.At.UsedUp).ShouldBe((1, 0));

        foreach (var day in new[] { 2, 3, 4 })
        {
            shop.At.Expire();
            shop.App.Clock.Advance(TimeSpan.FromHours(25));
            (await Check()).ShouldBeOfType<Check.Works>();
            (shop.At.Given, shop.At.UsedUp).ShouldBe((day, 0));
        }

        (await shop.Opened()).Learned["account"].ShouldBe(TikTokSimulator.Own);
    }

    [Fact]
    public async Task A_token_taken_for_old_before_its_time_is_renewed_and_the_answer_sent_once()
    {
        var zoe = shop.Someone("Zoé");
        await shop.Bring(shop.Text(zoe, "Bonjour"));
        await shop.Thread("Zoé", 1);
        shop.At.Expire();
        await shop.Until("Zoé", await shop.Answer("Zoé", "Me voici"), "sent");
        shop.TakenBy(zoe).ShouldHaveSingleItem();
        (shop.At.Given, shop.At.UsedUp).ShouldBe((2, 0));
    }

    [Fact]
    public async Task However_many_need_one_at_once_one_renews()
    {
        await Check();
        shop.At.Expire();
        shop.At.Renewing = () => Task.Delay(50, Cancel);
        var channel = await shop.Opened();
        var all = Task.WhenAll(Enumerable.Range(0, 12).Select(number => Task.Run(() => Kind.Send(channel, Answer(number), Cancel))));
        await shop.Until(() => Task.FromResult(all.IsCompleted), "all of them");

        (await all).ShouldAllBe(delivery => delivery is Delivery.Sent);
        (shop.At.Given, shop.At.UsedUp, shop.At.Taken.Count).ShouldBe((2, 0, 12));
    }

    [Fact]
    public async Task Who_gives_up_while_it_is_renewed_loses_nothing()
    {
        await Check();
        shop.At.Expire();
        var (asked, answered) = (new TaskCompletionSource(), new TaskCompletionSource());
        shop.At.Renewing = () =>
        {
            asked.TrySetResult();
            return answered.Task;
        };
        using var impatient = new CancellationTokenSource();
        var channel = await shop.Opened();
        var sending = Kind.Send(channel, Answer(1), impatient.Token);
        await asked.Task;
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(sending);

        answered.SetResult();
        var next = Kind.Send(channel, Answer(2), Cancel);
        await shop.Until(() => Task.FromResult(next.IsCompleted), "the next");
        (await next).ShouldBeOfType<Delivery.Sent>();
        (shop.At.Given, shop.At.UsedUp).ShouldBe((2, 0));
    }

    [Fact]
    public async Task A_consent_that_ended_shows_on_the_channel_answers_wait_and_the_next_one_sends_them()
    {
        var nora = shop.Someone("Nora");
        await shop.Bring(shop.Text(nora, "Bonjour"));
        await shop.Thread("Nora", 1);
        await Check();
        shop.At.EndConsent();
        var id = await shop.Answer("Nora", "Bientôt");
        await shop.Until(async () => (await shop.Diane.Get($"channels/{shop.ChannelId}")).ToJsonString().Contains("consent_ended", StringComparison.Ordinal), "the channel to say so");

        shop.At.Grant("rft.pasted");
        await shop.Diane.Patch($"channels/{shop.ChannelId}", new { settings = new { consent = " rft.pasted " } });
        await shop.Until("Nora", id, "sent");
        shop.TakenBy(nora).ShouldHaveSingleItem();
        (await shop.Diane.Get($"channels/{shop.ChannelId}")).ToJsonString().ShouldNotContain("rft.");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ChannelKind Kind => shop.App.Services.GetRequiredService<ChannelCatalogue>().Find("tiktok")!;

    private string Door => $"https://relais.example.com/channels/tiktok/{shop.ChannelId}";

    /// <summary>Relais itself may be renewing just now: who waits for his turn waits by the clock.</summary>
    private async Task<Check> Check()
    {
        var asked = Kind.Check(await shop.Opened(), new Uri("https://relais.example.com"), Cancel);
        await shop.Until(() => Task.FromResult(asked.IsCompleted), "the check");
        return await asked;
    }

    private static Outgoing Answer(int number) => new(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), [$"conversation:conv+{number}"], "Bonjour", "Ana");
}
