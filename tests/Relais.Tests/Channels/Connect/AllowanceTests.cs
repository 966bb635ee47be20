using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Channels;
using Relais.Server.Channels;
using Relais.Server.Events;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Connect;

/// <summary>What providers still grant is asked for in time, kept, renewed where it can be, and those who can see to it are warned.</summary>
public sealed class AllowanceTests : IAsyncLifetime
{
    private PigeonPost post = null!;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    [Fact]
    public async Task It_is_asked_for_by_itself_and_stands_on_the_channel()
    {
        var end = post.App.Clock.GetUtcNow().AddDays(90);
        post.Pigeon.Grants = () => [new Allowance(Allowance.Access) { Until = end }, new Allowance("messages") { Left = 120, Of = 500, Until = end }];

        await Asked(channel => channel.Allowances.Count == 2);

        var told = (await Health())["allowances"]!.AsArray();
        (told[0]!.Text("key"), told[0]!["left"], told[0]!["isLow"]!.GetValue<bool>()).ShouldBe(("access", null, false));
        told[0]!["until"]!.GetValue<DateTimeOffset>().ShouldBe(end, TimeSpan.FromMilliseconds(1));
        (told[1]!["left"]!.GetValue<decimal>(), told[1]!["of"]!.GetValue<decimal>()).ShouldBe((120, 500));
        (await Row())["runsLow"].ShouldBeNull();
    }

    [Fact]
    public async Task Who_has_the_screen_open_is_warned_before_it_is_gone_and_told_when_it_is_mended()
    {
        var before = await Changes();
        var left = 60m;
        post.Pigeon.Grants = () => [new Allowance("messages") { Left = left, Of = 500 }];
        await Asked(channel => channel.Allowances.Count == 1);
        (await Row())["runsLow"].ShouldBeNull();

        left = 50;
        await Asked(channel => channel.RunsLow == "messages");
        (await Row()).Text("runsLow").ShouldBe("messages");

        left = 500;
        await Asked(channel => channel.RunsLow == null);
        (await Changes() - before).ShouldBe(2, "once when it ran low, once when it did no longer");
    }

    [Fact]
    public async Task A_test_of_the_connection_asks_at_once_and_silence_changes_nothing()
    {
        post.Pigeon.Account = new Check.Works("Rock dove");
        post.Pigeon.Grants = () => [new Allowance("money") { Left = 4.2m, Currency = "USD" }];
        await post.Shop.Diane.Post($"channels/{post.ChannelId}/check", new { });
        var told = (await Health())["allowances"]!.AsArray().ShouldHaveSingleItem()!;
        (told["left"]!.GetValue<decimal>(), told.Text("currency"), told["isLow"]!.GetValue<bool>()).ShouldBe((4.2m, "USD", true));

        post.Pigeon.Grants = () => null;
        await post.Shop.Diane.Post($"channels/{post.ChannelId}/check", new { });
        (await Health())["allowances"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Access_granted_anew_takes_the_place_of_the_old_and_new_settings_forget_what_was_granted()
    {
        post.Pigeon.Account = new Check.Works("Rock dove");
        post.Pigeon.Grants = () => [new Allowance(Allowance.Access) { Until = post.App.Clock.GetUtcNow().AddDays(3) }];
        post.Pigeon.Renews = old => old.Licence == "" ? old with { Licence = "second" } : null;
        await post.Shop.Diane.Post($"channels/{post.ChannelId}/check", new { });

        (await Licence()).ShouldBe("second");
        (await Row()).Text("runsLow").ShouldBe("access");

        await post.Shop.Diane.Send(HttpMethod.Patch, $"channels/{post.ChannelId}", new { settings = new { licence = "third" } });
        (await Row())["runsLow"].ShouldBeNull();
        (await Health())["allowances"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Settings_given_while_access_was_granted_anew_count()
    {
        post.Pigeon.Account = new Check.Works("Rock dove");
        post.Pigeon.Renews = old =>
        {
            if (old.Licence == "given") return null;

            // While the provider thinks, an administrator is faster.
            post.Shop.Diane.Send(HttpMethod.Patch, $"channels/{post.ChannelId}", new { settings = new { licence = "given" } }).GetAwaiter().GetResult();
            return old with { Licence = "renewed" };
        };
        await post.Shop.Diane.Post($"channels/{post.ChannelId}/check", new { });
        (await Licence()).ShouldBe("given");
    }

    [Theory]
    [InlineData(13, null, null, true)]
    [InlineData(15, null, null, false)]
    [InlineData(1, 51, 500, false)]
    [InlineData(1, 50, 500, true)]
    [InlineData(null, 5, null, true)]
    [InlineData(null, 6, null, false)]
    public void What_is_low(int? days, int? left, int? of, bool isLow)
    {
        var now = new DateTimeOffset(2026, 11, 23, 16, 0, 0, TimeSpan.Zero);
        new Allowance("x") { Until = days is { } some ? now.AddDays(some) : null, Left = left, Of = of }.IsLow(now).ShouldBe(isLow);
    }

    /// <summary>Lets as much time pass as lies between two looks.</summary>
    private async Task Asked(Func<Channel, bool> comes)
    {
        for (var tries = 0; !comes(await Stored()); tries++)
        {
            tries.ShouldBeLessThan(1000, "The provider is not asked.");
            post.App.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(5, PigeonPost.Cancel);
        }

        await post.Later(TimeSpan.Zero);
    }

    private Task<int> Changes() => post.App.Look(db => db.Events.IgnoreQueryFilters().CountAsync(row => row.Kind == EventView.KindOf<ChannelChanged>()));

    private Task<Channel> Stored() => post.App.Look(db => db.Channels.IgnoreQueryFilters().AsNoTracking().FirstAsync(channel => channel.Id == post.ChannelId));

    private async Task<string> Licence()
    {
        var channel = await Stored();
        return ((PigeonSettings)post.App.Services.GetRequiredService<SettingsVault>().Open(post.Pigeon, channel.OrganisationId, channel.Id, channel.SealedSettings)).Licence;
    }

    private async Task<JsonNode> Health() => await post.Shop.Diane.Get($"channels/{post.ChannelId}/health");

    private async Task<JsonNode> Row() => (await post.Shop.Diane.Get("channels")).Items().Single(row => row.Id() == post.ChannelId);
}
