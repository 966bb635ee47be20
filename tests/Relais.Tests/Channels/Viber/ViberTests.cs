using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Relais.Server.Channels;
using Relais.Server.Channels.Viber;

namespace Relais.Tests.Channels.Viber;

/// <summary>Viber keeps the contract of every kind, its signature is known, and its bot is looked after.</summary>
public sealed class ViberTests : ChannelContract<ViberChannel>
{
    private const string Token = "4453b6ac1s345678-e02c5f12174805f9-daec9cbb5448c51r";

    protected override object Settings { get; } = new ViberSettings { AuthToken = Token };

    protected override IEnumerable<string> Codes => ViberErrors.Keys;

    protected override string SignatureHeader => "X-Viber-Content-Signature";

    protected override IReadOnlyList<string> Endings => ["sent", "tryLater", "rejected", "contactBlockedUs", "badSettings", "unknown"];

    protected override string Sign(ReadOnlyMemory<byte> body) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Token), body.Span));

    [Fact]
    public void Viber_s_own_try_is_answered_at_once_when_it_is_signed()
    {
        var body = """{"event":"webhook","timestamp":1457764197627,"message_token":241256543215}"""u8.ToArray();
        Verify(body, Sign(body)).ShouldBe(new Verdict.Answered(""));
        Verify(body, Sign("{}"u8.ToArray())).ShouldBeOfType<Verdict.Refused>();
        Verify("{}").ShouldBeOfType<Verdict.Malformed>();
        Verify("<html></html>").ShouldBeOfType<Verdict.Malformed>();
    }

    [Fact]
    public void Without_a_token_nobody_is_genuine()
    {
        var body = "{\"event\":\"webhook\"}"u8.ToArray();
        var headers = new HeaderDictionary { [SignatureHeader] = Convert.ToHexStringLower(HMACSHA256.HashData(Array.Empty<byte>(), body)) };
        Kind.Verify(Channel with { Settings = new ViberSettings() }, new DoorRequest("POST", headers, new QueryCollection(), body)).ShouldBeOfType<Verdict.Refused>();
    }

    [Fact]
    public void A_token_is_known_to_its_last_digit_and_each_receipt_by_what_it_says()
    {
        Key("message", "5741311803571721087").ShouldBe("message:5741311803571721087");
        Key("message", "5741311803571721088").ShouldNotBe(Key("message", "5741311803571721087"));
        Key("delivered", "5741311803571721087").ShouldNotBe(Key("seen", "5741311803571721087"));

        string Key(string name, string token) => ((Verdict.Accepted)Verify($$"""{"event":"{{name}}","message_token":{{token}},"user_id":"1"}""")).Key;
    }

    [Fact]
    public void A_part_of_another_shape_never_breaks_the_reader()
    {
        foreach (var sample in Samples)
        {
            foreach (var odd in Mutations.OfAnotherShape(sample.Text)) Record.Exception(() => Read(odd)).ShouldBeNull($"{sample.Path} as {odd}");
        }
    }

    /// <summary>Viber's own library takes what we take for genuine, and nothing else.</summary>
    [CheckedBy("viber-bot", "takes for genuine exactly the calls we do")]
    [Fact]
    public async Task The_signature_is_the_one_Viber_s_own_library_checks()
    {
        var genuine = Samples.Select(sample => new { body = sample.Text, signature = Sign(BytesOf(sample.Text)) }).ToList();
        var forged = genuine.Select(call => call with { body = call.body + " " });
        var said = JsonSerializer.Deserialize<bool[]>(await Referee.Ask("viber.mjs", "signed", Token, JsonSerializer.Serialize(genuine.Concat(forged))))!;

        var ours = genuine.Concat(forged).Select(call => Verify(BytesOf(call.body), call.signature) is Verdict.Accepted).ToArray();
        ours.ShouldBe([.. genuine.Select(_ => true), .. genuine.Select(_ => false)]);
        said.ShouldBe(ours);
    }

    [Fact]
    public async Task Viber_is_told_where_our_door_is_and_what_to_bring_there()
    {
        Provider.Answers = asked => RecordedAnswer.Of(200, asked.Address.AbsolutePath == "/pa/get_account_info" ? """{"status":0,"name":"Maison Lune","uri":"maisonlune"}""" : """{"status":0}""");
        (await Check("https://relais.example.com")).ShouldBe(new Check.Works("Maison Lune · maisonlune"));

        Provider.Asked.Select(asked => $"{asked.Method} {asked.Address} {asked.Header("X-Viber-Auth-Token")}").ShouldBe(
            [$"POST https://chatapi.viber.com/pa/get_account_info {Token}", $"POST https://chatapi.viber.com/pa/set_webhook {Token}"]);
        JsonNode.DeepEquals(JsonNode.Parse(Provider.Asked[1].Body), JsonNode.Parse(
            $$"""{"url":"{{Door}}","event_types":["delivered","seen","failed","subscribed","unsubscribed","conversation_started"],"send_name":true,"send_photo":true}""")).ShouldBeTrue(Provider.Asked[1].Body);
    }

    [Theory]
    [InlineData("https://relais.example.com", "/get_account_info", 200, """{"status":2,"status_message":"invalidAuthToken"}""", "token_invalid")]
    [InlineData("https://relais.example.com", "/get_account_info", 200, """{"status":9,"status_message":"publicAccountSuspended"}""", "suspended")]
    [InlineData("https://relais.example.com", "/get_account_info", 502, "\"<html></html>\"", "refused")]
    [InlineData("https://relais.example.com", "/get_account_info", 200, "\"<html></html>\"", "refused")]
    [InlineData("http://relais.example.com", "/set_webhook", 200, """{"status":0}""", "needs_https")]
    [InlineData("https://relais.example.com", "/set_webhook", 200, """{"status":1,"status_message":"invalidUrl"}""", "webhook_refused")]
    [InlineData("https://relais.example.com", "/set_webhook", 200, """{"status":3,"status_message":"badData"}""", "refused")]
    [InlineData("https://relais.example.com", "/set_webhook", 200, """{"status":0}""", null)]
    public async Task A_bot_that_cannot_work_says_why(string publicUrl, string path, int status, string body, string? code)
    {
        Provider.Answers = asked => asked.Address.AbsolutePath.EndsWith(path, StringComparison.Ordinal) ? RecordedAnswer.Of(status, body) : RecordedAnswer.Of(200, """{"status":0,"name":"Maison Lune"}""");
        var found = await Check(publicUrl);
        (found as Check.Fails)?.Code.ShouldBe(code);
        (found is Check.Works).ShouldBe(code is null);
        NoSecretIn(found.ToString());
    }

    [Fact]
    public async Task A_line_that_does_not_stand_says_so()
    {
        Provider.Next = new RecordedAnswer { Fault = "noConnection" };
        (await Check("https://relais.example.com")).ShouldBeOfType<Check.Fails>().Code.ShouldBe("no_answer");
    }

    private Task<Check> Check(string publicUrl) => Kind.Check(Channel, new Uri(publicUrl), TestContext.Current.CancellationToken);
}
