using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Relais.Domain.Channels;
using Relais.Server.Channels;
using Relais.Server.Channels.Line;

namespace Relais.Tests.Channels.Line;

/// <summary>LINE keeps the contract of every kind, its signature is known, and its account is looked after.</summary>
public sealed class LineTests : ChannelContract<LineChannel>
{
    private const string Secret = "8c570fa6dd201bb328f1c1eac23a96d8";

    protected override object Settings { get; } = new LineSettings { ChannelSecret = Secret, ChannelAccessToken = "issued/in+the-console-5f2c==" };

    protected override IEnumerable<string> Codes => LineErrors.Keys;

    protected override string SignatureHeader => "x-line-signature";

    protected override IReadOnlyList<string> Endings => ["sent", "tryLater", "rejected", "contactBlockedUs", "badSettings", "unknown"];

    protected override string Sign(ReadOnlyMemory<byte> body) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body.Span));

    /// <summary>The example of LINE's documentation; a call without events is its button to try the address.</summary>
    [Fact]
    public void The_signature_of_the_documentation_is_right_and_a_try_is_answered()
    {
        var body = Encoding.UTF8.GetBytes("""{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}""");
        Verify(body, "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=").ShouldBe(new Verdict.Answered(""));
        Verify(body, "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLt=").ShouldBeOfType<Verdict.Refused>("Bits to spare are no freedom.");
        Verify("{}").ShouldBeOfType<Verdict.Malformed>();
        Verify("<html></html>").ShouldBeOfType<Verdict.Malformed>();
    }

    [Fact]
    public void Without_a_secret_nobody_is_genuine()
    {
        var body = "{\"destination\":\"U1\",\"events\":[]}"u8.ToArray();
        var headers = new HeaderDictionary { [SignatureHeader] = Convert.ToBase64String(HMACSHA256.HashData(Array.Empty<byte>(), body)) };
        Kind.Verify(Channel with { Settings = new LineSettings() }, new DoorRequest("POST", headers, new QueryCollection(), body)).ShouldBeOfType<Verdict.Refused>();
    }

    [Fact]
    public void An_event_brought_again_is_known_whatever_else_is_said_of_it()
    {
        var first = Samples.Single(sample => sample.Path.EndsWith("text-redelivered.json", StringComparison.Ordinal)).Text;
        var again = first.Replace("\"isRedelivery\": true", "\"isRedelivery\": false", StringComparison.Ordinal);
        again.ShouldNotBe(first);
        Verify(again).ShouldBe(Verify(first));
    }

    [Fact]
    public void A_part_of_another_shape_never_breaks_the_reader()
    {
        foreach (var sample in Samples)
        {
            foreach (var odd in Mutations.OfAnotherShape(sample.Text)) Record.Exception(() => Read(odd)).ShouldBeNull($"{sample.Path} as {odd}");
        }
    }

    /// <summary>LINE's own SDK takes what we take for genuine, and nothing else.</summary>
    [CheckedBy("@line/bot-sdk", "takes for genuine exactly the calls we do")]
    [Fact]
    public async Task The_signature_is_the_one_LINE_s_own_SDK_checks()
    {
        var genuine = Samples.Select(sample => new { body = sample.Text, signature = Sign(BytesOf(sample.Text)) }).ToList();
        var forged = genuine.Select(call => call with { body = call.body + " " });
        var said = JsonSerializer.Deserialize<bool[]>(await Referee.Ask("line.mjs", "signed", Secret, JsonSerializer.Serialize(genuine.Concat(forged))))!;

        var ours = genuine.Concat(forged).Select(call => Verify(BytesOf(call.body), call.signature) is Verdict.Accepted).ToArray();
        ours.ShouldBe([.. genuine.Select(_ => true), .. genuine.Select(_ => false)]);
        said.ShouldBe(ours);
    }

    [Fact]
    public async Task LINE_is_told_where_our_door_is_and_tries_it()
    {
        var endpoint = """{"endpoint":"https://elsewhere.example/","active":true}""";
        Provider.Answers = asked =>
        {
            if (asked.Method == "PUT") endpoint = $$"""{"endpoint":"{{Door}}","active":true}""";
            return RecordedAnswer.Of(200, asked.Address.AbsolutePath switch
            {
                "/v2/bot/info" => """{"displayName":"Maison Lune","basicId":"@maisonlune"}""",
                "/v2/bot/channel/webhook/test" => """{"success":true,"statusCode":200,"reason":"OK","detail":"200"}""",
                _ => endpoint,
            });
        };

        (await Check("https://relais.example.com")).ShouldBe(new Check.Works("Maison Lune · @maisonlune"));
        (await Check("https://relais.example.com")).ShouldBeOfType<Check.Works>();

        var told = Provider.Asked.Where(asked => asked.Method == "PUT").ShouldHaveSingleItem("A change takes LINE a minute.");
        told.Address.ToString().ShouldBe("https://api.line.me/v2/bot/channel/webhook/endpoint");
        told.Body.ShouldBe($$"""{"endpoint":"{{Door}}"}""");
        told.Authorization.ShouldBe("Bearer issued/in+the-console-5f2c==");
    }

    [Theory]
    [InlineData("https://relais.example.com", "/info", 401, """{"message":"Authentication failed"}""", "token_invalid")]
    [InlineData("https://relais.example.com", "/info", 403, """{"message":"Access to this API is not available for your account"}""", "plan_forbids")]
    [InlineData("https://relais.example.com", "/info", 502, "\"<html></html>\"", "refused")]
    [InlineData("http://relais.example.com", "/info", 200, """{"displayName":"x"}""", "needs_https")]
    [InlineData("https://relais.example.com", "/endpoint", 400, """{"message":"Invalid webhook endpoint URL"}""", "webhook_refused")]
    [InlineData("https://relais.example.com", "/endpoint", 200, """{"endpoint":"DOOR","active":false}""", "webhook_off")]
    [InlineData("https://relais.example.com", "/test", 200, """{"success":false,"statusCode":401,"reason":"ERROR_STATUS_CODE","detail":"401"}""", "secret_wrong")]
    [InlineData("https://relais.example.com", "/test", 200, """{"success":false,"statusCode":0,"reason":"COULD_NOT_CONNECT","detail":"TLS handshake failure"}""", "webhook_failing")]
    [InlineData("https://relais.example.com", "/test", 429, """{"message":"Too many"}""", null)]
    public async Task An_account_that_cannot_work_says_why(string publicUrl, string path, int status, string body, string? code)
    {
        Provider.Answers = asked => asked.Address.AbsolutePath.EndsWith(path, StringComparison.Ordinal) ? RecordedAnswer.Of(status, Here(body)) : RecordedAnswer.Of(200, Here("""{"displayName":"Maison Lune","basicId":"@l","endpoint":"DOOR","active":true,"success":true}"""));
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

    private string Here(string body) => body.Replace("DOOR", Door.AbsoluteUri, StringComparison.Ordinal);

    [Fact]
    public async Task What_is_left_of_the_month_is_what_LINE_says_until_the_month_ends_in_Japan()
    {
        Provider.Answers = asked => RecordedAnswer.Of(200, asked.Address.AbsolutePath.EndsWith("consumption", StringComparison.Ordinal) ? """{"totalUsage":130}""" : """{"type":"limited","value":200}""");
        (await Allowances()).ShouldBe([new Allowance("messages") { Left = 70, Of = 200, Until = new DateTimeOffset(2026, 11, 30, 15, 0, 0, TimeSpan.Zero) }]);

        Provider.Answers = _ => RecordedAnswer.Of(200, """{"type":"none"}""");
        (await Allowances()).ShouldBeEmpty();
        Provider.Answers = _ => RecordedAnswer.Of(500, """{"message":"Internal"}""");
        (await Allowances()).ShouldBeNull();
    }

    private Task<Check> Check(string publicUrl) => Kind.Check(Channel, new Uri(publicUrl), TestContext.Current.CancellationToken);
}
