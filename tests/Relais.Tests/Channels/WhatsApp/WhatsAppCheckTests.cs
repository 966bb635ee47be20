using System.Text.Json.Nodes;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.WhatsApp;

/// <summary>What the button that tests the connection finds out at Meta's.</summary>
public sealed class WhatsAppCheckTests : IAsyncLifetime
{
    private WhatsAppShop shop = null!;

    public async ValueTask InitializeAsync() => shop = await WhatsAppShop.Open();

    public async ValueTask DisposeAsync() => await shop.DisposeAsync();

    [Fact]
    public async Task A_sound_account_is_named_and_will_call_us()
    {
        shop.Meta.IsSubscribed.ShouldBeFalse();

        var answer = await Check();

        answer.Text("account").ShouldBe($"Maison Lune {shop.Meta.Account.DisplayPhoneNumber}");
        shop.Meta.IsSubscribed.ShouldBeTrue();
    }

    [Theory]
    [InlineData("accessToken", "EAA-of-another", "token_invalid")]
    [InlineData("phoneNumberId", "1065", "number_unknown")]
    [InlineData("businessAccountId", "1022", "account_unknown")]
    public async Task A_wrong_setting_is_named_until_it_is_right(string setting, string wrong, string code)
    {
        var right = (await shop.Diane.Get($"channels/{shop.ChannelId}"))["settings"]![setting];
        await Configure(setting, wrong);

        (await Check()).Text("problem").ShouldStartWith($"{code}: ");
        (await shop.Diane.Get($"channels/{shop.ChannelId}")).Text("status").ShouldBe("failing");

        await Configure(setting, setting == "accessToken" ? shop.Meta.Account.AccessToken : right!.GetValue<string>());
        (await Check())["works"]!.GetValue<bool>().ShouldBeTrue();
        (await shop.Diane.Get($"channels/{shop.ChannelId}")).Text("status").ShouldBe("active");
    }

    private Task<JsonNode> Check() => shop.Diane.Post($"channels/{shop.ChannelId}/check");

    private Task<JsonNode> Configure(string setting, string value) =>
        shop.Diane.Patch($"channels/{shop.ChannelId}", new { settings = new Dictionary<string, string> { [setting] = value } });
}
