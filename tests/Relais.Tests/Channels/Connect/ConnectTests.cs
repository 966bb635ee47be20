using System.Net;
using Microsoft.EntityFrameworkCore;
using Relais.Server.Persistence.Rows;
using Relais.Tests.Security;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Connect;

/// <summary>Connecting channels, and keeping their secrets.</summary>
public sealed class ConnectTests : IAsyncLifetime
{
    private const string Secret = "taint-4f1c9a-the-secret-of-the-shop-on-the-corner";

    private Shop shop = null!;

    public async ValueTask InitializeAsync() => shop = await Shop.Open();

    public async ValueTask DisposeAsync() => await shop.DisposeAsync();

    [Fact]
    public async Task Every_kind_can_be_connected_and_no_secret_comes_back()
    {
        foreach (var kind in (await shop.Diane.Get("channel-kinds")).Items())
        {
            var made = await shop.Diane.Post("channels", new { kind = kind.Text("kind"), name = "Essai", settings = Filled(kind) });
            var shown = await shop.Diane.Get($"channels/{made.Id()}");
            foreach (var field in kind["fields"]!.AsArray().Where(field => field!.Text("type") == "secret"))
                shown["settings"]![field!.Text("key")]!["set"]!.GetValue<bool>().ShouldBeTrue();

            shown["settings"]!.ToJsonString().ShouldNotContain(Secret);
            (await shop.Diane.Get("channels")).ToJsonString().ShouldNotContain(Secret);
        }

        var stored = await shop.App.Look(db => db.Channels.IgnoreQueryFilters().Select(channel => channel.SealedSettings).ToListAsync());
        stored.ShouldAllBe(text => !text.Contains(Secret, StringComparison.Ordinal));
        var events = await shop.App.Look(db => db.Events.IgnoreQueryFilters().Select(row => row.Body).ToListAsync());
        events.ShouldAllBe(text => !text.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_secret_keeps_the_one_before()
    {
        var kind = (await shop.Diane.Get("channel-kinds")).Items().First(one => one["fields"]!.AsArray().Any(IsNeededSecret));
        var made = await shop.Diane.Post("channels", new { kind = kind.Text("kind"), name = "Essai", settings = Filled(kind) });
        var secret = kind["fields"]!.AsArray().First(IsNeededSecret)!.Text("key");

        var changed = await shop.Diane.Patch($"channels/{made.Id()}", new { settings = new Dictionary<string, string> { [secret] = "" } });

        changed["settings"]![secret]!["set"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [InlineData("brandColor", "red", "channel.setting.invalid")]
    [InlineData("brandColor", "#fff", "channel.setting.invalid")]
    [InlineData("brandColor", "#3b3486; background: url(x)", "channel.setting.invalid")]
    [InlineData("brandColor", "#3b3486\n", "channel.setting.invalid")]
    [InlineData("language", "tlh", "channel.setting.invalid")]
    [InlineData("businessName", " ", "channel.setting.required")]
    [InlineData("organisationId", "x", "channel.setting.unknown")]
    public async Task A_wrong_setting_is_named(string field, string value, string code) =>
        await shop.Diane.Send(HttpMethod.Patch, $"channels/{shop.MessengerId}", new { settings = new Dictionary<string, string> { [field] = value } })
            .ShouldBeRefused(HttpStatusCode.UnprocessableEntity, code);

    [Fact]
    public async Task A_channel_opened_to_a_team_is_hidden_from_the_others()
    {
        await shop.Diane.Patch($"channels/{shop.MessengerId}", new { everyone = false, teamIds = new[] { shop.TeamId } });

        (await shop.Ana.Get("channels")).Items().ShouldHaveSingleItem();
        (await shop.Chloe.Get("channels")).Items().ShouldBeEmpty();
        (await shop.Diane.Get("channels")).Items().ShouldHaveSingleItem();

        await shop.Diane.Patch($"channels/{shop.MessengerId}", new { memberIds = new[] { shop.Chloe.MemberId }, teamIds = Array.Empty<Guid>() });
        (await shop.Ana.Get("channels")).Items().ShouldBeEmpty();
        (await shop.Chloe.Get("channels")).Items().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Disconnecting_forgets_the_secrets_and_keeps_the_channel()
    {
        await shop.Diane.Delete($"channels/{shop.MessengerId}");

        (await shop.Diane.Get("channels")).Items().ShouldHaveSingleItem().Text("status").ShouldBe("disabled");
        (await shop.Diane.Get($"channels/{shop.MessengerId}"))["settings"]!["identitySecret"]!["set"]!.GetValue<bool>().ShouldBeFalse();
        await shop.Diane.Send(HttpMethod.Patch, $"channels/{shop.MessengerId}", new { status = "active" })
            .ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "channel.setting.required");
    }

    [Fact]
    public async Task Without_its_keys_a_channel_is_shown_as_failing_with_what_to_do()
    {
        await shop.App.Look(db => db.Channels.IgnoreQueryFilters().ExecuteUpdateAsync(set => set.SetProperty(channel => channel.SealedSettings, "CfDJ8-not-ours")));

        var channel = (await shop.Diane.Get("channels")).Items().ShouldHaveSingleItem();
        channel.Text("status").ShouldBe("failing");
        channel.Text("problem").ShouldContain("keys");
        (await shop.Diane.Get($"channels/{shop.MessengerId}"))["connection"]!.AsObject().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_could_not_be_read_is_seen_downloaded_dropped_and_stays_out()
    {
        var id = await shop.App.Look(Quarantined);
        var item = (await shop.Diane.Get("quarantine")).Items().ShouldHaveSingleItem();
        item.Text("preview").ShouldBe("{broken");
        using var bytes = await shop.Diane.Send(HttpMethod.Get, $"quarantine/{id}");
        (await bytes.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("{broken");
        bytes.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");

        await shop.Diane.Delete($"quarantine/{id}");

        (await shop.Diane.Get("quarantine")).Items().ShouldBeEmpty();
        (await shop.App.Look(db => db.Journal.IgnoreQueryFilters().SingleAsync())).Body.ShouldBeNull();
    }

    private static bool IsNeededSecret(System.Text.Json.Nodes.JsonNode? field) =>
        field!.Text("type") == "secret" && field!["required"]!.GetValue<bool>();

    private static Dictionary<string, object> Filled(System.Text.Json.Nodes.JsonNode kind) => kind["fields"]!.AsArray()
        .Where(field => field!["required"]!.GetValue<bool>() || field.Text("type") == "secret")
        .ToDictionary(field => field!.Text("key"), field => (object)(field!.Text("type") switch
        {
            "secret" => Secret,
            "url" => "https://example.com/hook",
            _ => "1234567890",
        }));

    private async Task<long> Quarantined(Relais.Server.Persistence.RelaisDb db)
    {
        var organisation = await db.Organisations.SingleAsync();
        var row = new JournalRow
        {
            OrganisationId = organisation.Id, ChannelId = shop.MessengerId, Key = "broken", ReceivedAt = shop.App.Clock.GetUtcNow(),
            Body = "{broken"u8.ToArray(), State = JournalState.Quarantined, Attempts = 3, DueAt = shop.App.Clock.GetUtcNow(), Error = "It broke its reader.",
        };
        db.Journal.Add(row);
        await db.SaveChangesAsync();
        return row.Id;
    }
}
