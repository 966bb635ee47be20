using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Relais.Tests.Channels.Simulator;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Telegram;

/// <summary>Programs no one here wrote say that we speak Telegram: a server of the Bot API to ours, a client to our simulator.</summary>
public sealed class TelegramRefereeTests(TelegramRefereeTests.ShopAtReferee shop) : IClassFixture<TelegramRefereeTests.ShopAtReferee>
{
    [CheckedBy("telegram-test-api", "brings what a customer writes and takes our answer")]
    [Fact]
    public async Task A_customer_at_telegram_test_api_is_heard_and_answered()
    {
        var from = new { id = 812345678, first_name = "Zoé", last_name = "Martin", username = "zoe_m", is_bot = false };
        var message = new { botToken = TelegramSimulator.Token, from, chat = new { id = from.id, first_name = "Zoé", type = "private" }, date = shop.App.Clock.GetUtcNow().ToUnixTimeSeconds(), text = "Bonjour, où est mon colis ?" };
        await shop.Ask("sendMessage", message);

        (await shop.Thread("Zoé Martin", 1)).ShouldHaveSingleItem().Text("text").ShouldBe(message.text);
        await shop.Until("Zoé Martin", await shop.Answer("Zoé Martin", "Il arrive demain"), "sent");

        var seen = (await shop.Ask("getUpdates", new { token = TelegramSimulator.Token, chatId = from.id }))["result"]!.AsArray().ShouldHaveSingleItem()!;
        seen["message"]!.Text("text").ShouldBe("Il arrive demain");
        await shop.App.ShouldBeSound();
    }

    [CheckedBy("telegram-test-api", "names the bot whose token we have")]
    [Fact]
    public async Task The_bot_is_known_by_its_name()
    {
        var answer = await shop.Diane.Post($"channels/{shop.ChannelId}/check");
        (answer["works"]!.GetValue<bool>(), answer.Text("account")).ShouldBe((true, "@TestNameBot"));
    }

    [CheckedBy("grammy", "finds in our simulator what it expects of Telegram")]
    [Fact]
    public async Task Our_simulator_speaks_as_grammY_understands_it()
    {
        await using var telegram = await TelegramSimulator.Start(TestContext.Current.CancellationToken);
        telegram.Happen(new JsonObject
        {
            ["message"] = new JsonObject
            {
                ["message_id"] = 7, ["date"] = 1795449600, ["text"] = "Bonjour",
                ["from"] = new JsonObject { ["id"] = 612345678, ["is_bot"] = false, ["first_name"] = "Zoé" },
                ["chat"] = new JsonObject { ["id"] = 612345678, ["type"] = "private", ["first_name"] = "Zoé" },
            },
        });

        var said = JsonNode.Parse(await Referee.Ask("grammy.mjs", telegram.Address.ToString().TrimEnd('/'), TelegramSimulator.Token, "612345678"))!;

        (said.Text("username"), said.Text("from"), said.Text("text"), said.Text("bytes")).ShouldBe(("maison_lune_bot", "Zoé", "Bonjour", "the picture"));
        (said["album"]!.GetValue<int>(), said["refused"]!.GetValue<int>()).ShouldBe((2, 400));
        telegram.Sent.Select(call => call.Method).ShouldBe(["sendMessage", "sendPhoto", "sendMediaGroup"]);
        telegram.Sent.First().Fields["text"]!.ToString().ShouldBe("Écho : Bonjour");
        telegram.Offsets.ShouldContain(offset => offset > 0);
    }

    public sealed class ShopAtReferee : ProviderShop
    {
        private readonly Uri address = new($"http://127.0.0.1:{RealServer.FreePort().ToString(CultureInfo.InvariantCulture)}");
        private Referee? server;
        private HttpClient? customer;

        protected override string KindName => "telegram";

        protected override object Settings => new { botToken = TelegramSimulator.Token, apiUrl = address.ToString() };

        public async Task<JsonNode> Ask(string method, object body)
        {
            using var answer = await customer!.PostAsJsonAsync(new Uri(method, UriKind.Relative), body, Cancel);
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;
        }

        protected override async Task StartProvider()
        {
            server = await Referee.Start("telegram.mjs", address.Port.ToString(CultureInfo.InvariantCulture));
            customer = RealHttp.Client(address);
        }

        protected override ValueTask StopProvider()
        {
            customer?.Dispose();
            server?.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
