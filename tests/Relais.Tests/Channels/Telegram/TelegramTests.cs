using Microsoft.AspNetCore.Http;
using System.Text.Json.Nodes;
using Relais.Server.Channels;
using Relais.Server.Channels.Telegram;

namespace Relais.Tests.Channels.Telegram;

/// <summary>Telegram keeps the contract of every kind, and its bot is looked after.</summary>
public sealed class TelegramTests : ChannelContract<TelegramChannel>
{
    private const string Secret = "chosen-by-relais-5f2c";

    protected override object Settings { get; } = new TelegramSettings { BotToken = "123456789:AAE-token_of-the-shop", WebhookSecret = Secret };

    protected override IEnumerable<string> Codes => TelegramErrors.Keys;

    protected override string SignatureHeader => "X-Telegram-Bot-Api-Secret-Token";

    protected override bool SignsBodies => false;

    protected override IReadOnlyList<string> Endings => ["sent", "tryLater", "rejected", "contactBlockedUs", "badSettings", "unknown"];

    protected override string Sign(ReadOnlyMemory<byte> body) => Secret;

    [Fact]
    public void Without_a_secret_nobody_is_genuine()
    {
        var unfinished = Channel with { Settings = (TelegramSettings)Settings with { WebhookSecret = "" } };
        var headers = new HeaderDictionary { [SignatureHeader] = "" };
        Kind.Verify(unfinished, new DoorRequest("POST", headers, new QueryCollection(), "{\"update_id\":1}"u8.ToArray())).ShouldBeOfType<Verdict.Refused>();
    }

    /// <summary>Any part of an update may one day have another shape: the rest of it is still read.</summary>
    [Fact]
    public void A_part_of_another_shape_never_breaks_the_reader()
    {
        foreach (var sample in Samples)
        {
            foreach (var odd in Mutations.OfAnotherShape(sample.Text))
                Record.Exception(() => Read(odd)).ShouldBeNull($"{sample.Path} as {odd}");
        }
    }

    [Fact]
    public async Task A_bot_that_asks_for_its_messages_works_without_any_address()
    {
        Provider.Next = RecordedAnswer.Of(200, """{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"Maison Lune","username":"maison_lune_bot"}}""");
        (await Check("http://localhost:5080/")).ShouldBe(new Check.Works("@maison_lune_bot"));
        Provider.Asked.ShouldHaveSingleItem().Address.AbsolutePath.ShouldEndWith("/getMe");
        Kind.Listens(Channel).ShouldBeTrue();
    }

    [Theory]
    [InlineData(401, """{"ok":false,"error_code":401,"description":"Unauthorized"}""", "token_invalid")]
    [InlineData(404, """{"ok":false,"error_code":404,"description":"Not Found"}""", "token_invalid")]
    [InlineData(502, "\"<html></html>\"", "refused")]
    public async Task A_bot_that_is_none_says_why(int status, string body, string code)
    {
        Provider.Next = RecordedAnswer.Of(status, body);
        var failure = (await Check("https://relais.example.com/")).ShouldBeOfType<Check.Fails>();
        failure.Code.ShouldBe(code);
        NoSecretIn(failure.ToString());
    }

    [Fact]
    public async Task A_line_that_does_not_stand_says_so()
    {
        Provider.Next = new RecordedAnswer { Fault = "noConnection" };
        (await Check("https://relais.example.com/")).ShouldBeOfType<Check.Fails>().Code.ShouldBe("no_answer");
    }

    [Fact]
    public async Task A_webhook_is_told_where_our_door_is_with_a_secret_and_every_update_by_name()
    {
        Provider.Answers = asked => RecordedAnswer.Of(200, asked.Address.AbsolutePath.EndsWith("/getMe", StringComparison.Ordinal)
            ? """{"ok":true,"result":{"username":"maison_lune_bot"}}""" : """{"ok":true,"result":true}""");

        (await Check("https://relais.example.com/", Webhook)).ShouldBe(new Check.Works("@maison_lune_bot"));

        var told = System.Text.Json.Nodes.JsonNode.Parse(Provider.Asked[^1].Body)!;
        told["url"]!.GetValue<string>().ShouldBe($"https://relais.example.com/channels/telegram/{Channel.Id}");
        told["secret_token"]!.GetValue<string>().ShouldBe(Secret);
        told["allowed_updates"]!.ToJsonString().ShouldContain("message_reaction");
        Kind.Listens(Webhook).ShouldBeFalse();
    }

    [Theory]
    [InlineData("http://relais.example.com/")]
    [InlineData("https://relais.example.com:5443/")]
    public async Task A_webhook_Telegram_cannot_call_is_not_set(string publicUrl)
    {
        Provider.Next = RecordedAnswer.Of(200, """{"ok":true,"result":{"username":"maison_lune_bot"}}""");
        (await Check(publicUrl, Webhook)).ShouldBeOfType<Check.Fails>().Code.ShouldBe("needs_https");
        Provider.Asked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_webhook_that_was_turned_away_a_moment_ago_is_not_called_well()
    {
        var info = $$$"""{"ok":true,"result":{"url":"https://relais.example.com/channels/telegram/{{{Channel.Id}}}","last_error_date":{{{Clock.GetUtcNow().ToUnixTimeSeconds() - 30}}},"last_error_message":"SSL error"}}""";
        Provider.Answers = asked => RecordedAnswer.Of(200, asked.Address.AbsolutePath.EndsWith("/getWebhookInfo", StringComparison.Ordinal) ? info : """{"ok":true,"result":{}}""");
        (await Check("https://relais.example.com/", Webhook)).ShouldBe(new Check.Fails("webhook_failing", "SSL error"));

        Clock.Advance(TimeSpan.FromHours(1));
        (await Check("https://relais.example.com/", Webhook)).ShouldBeOfType<Check.Works>();
    }

    [Fact]
    public async Task A_reaction_names_the_chat_and_the_message_in_Telegram_s_own_spelling()
    {
        Provider.Next = RecordedAnswer.Of(200, """{"ok":true,"result":true}""");
        var (put, whyNot) = await React("555:17", "555", "❤️");
        put.Address.AbsolutePath.ShouldEndWith("/setMessageReaction");
        var asked = JsonNode.Parse(put.Body)!;
        (asked["chat_id"]!.ToString(), asked["message_id"]!.GetValue<long>(), asked["reaction"]![0]!["emoji"]!.ToString(), whyNot).ShouldBe(("555", 17, "\u2764", null));
        JsonNode.Parse((await React("555:17", "555", null)).Asked.Body)!["reaction"]!.AsArray().ShouldBeEmpty();

        Provider.Next = RecordedAnswer.Of(400, """{"ok":false,"error_code":400,"description":"Bad Request: REACTION_INVALID"}""");
        (await React("555:17", "555", "👍")).WhyNot.ShouldNotBeNull().ShouldContain("REACTION_INVALID");
    }

    private ConnectedChannel Webhook => Channel with { Settings = (TelegramSettings)Settings with { Reception = "webhook" } };

    private Task<Check> Check(string publicUrl, ConnectedChannel? channel = null) => Kind.Check(channel ?? Channel, new Uri(publicUrl), TestContext.Current.CancellationToken);
}
