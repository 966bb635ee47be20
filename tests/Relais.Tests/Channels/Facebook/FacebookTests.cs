using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Relais.Domain.Channels;
using Relais.Domain.Conversations;
using System.Text.Json.Nodes;
using Relais.Server.Channels;
using Relais.Server.Channels.Facebook;
using Relais.Server.Channels.Meta;

namespace Relais.Tests.Channels.Facebook;

/// <summary>Facebook keeps the contract of every kind, shakes hands, and its page is looked after.</summary>
public sealed class FacebookTests : ChannelContract<FacebookChannel>
{
    private const string AppSecret = "e47f5d3c9b2a";

    protected override object Settings => new FacebookSettings
    {
        PageId = "104512345678901", AccessToken = "EAAG-token-of-the-page", AppSecret = AppSecret, VerifyToken = "chosen-by-relais",
    };

    protected override IEnumerable<string> Codes => MetaErrors.Keys;

    protected override string SignatureHeader => "X-Hub-Signature-256";

    protected override IReadOnlyList<string> Endings => ["sent", "tryLater", "rejected", "contactBlockedUs", "badSettings", "unknown"];

    protected override string Sign(ReadOnlyMemory<byte> body) =>
        $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(AppSecret), body.Span))}";

    /// <summary>Any part of a call may one day have another shape: the rest of it is still read.</summary>
    [Fact]
    public void A_part_of_another_shape_never_breaks_the_reader()
    {
        foreach (var sample in Samples)
        {
            foreach (var odd in Mutations.OfAnotherShape(sample.Text)) Record.Exception(() => Read(odd)).ShouldBeNull($"{sample.Path} as {odd}");
        }
    }

    [Fact]
    public void The_handshake_is_answered_to_who_knows_the_verify_token()
    {
        Handshake("chosen-by-relais").ShouldBe(new Verdict.Answered("1158201444"));
        Handshake("someone-elses").ShouldBeOfType<Verdict.Refused>();
        Kind.Connection(Channel, new Uri("https://relais.example.com"))["verifyToken"].ShouldBe("chosen-by-relais");
    }

    [Fact]
    public void Without_an_app_secret_nobody_is_genuine()
    {
        var body = "{}"u8.ToArray();
        var headers = new HeaderDictionary { [SignatureHeader] = $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Array.Empty<byte>(), body))}" };
        var unfinished = Channel with { Settings = (FacebookSettings)Settings with { AppSecret = "" } };
        Kind.Verify(unfinished, new DoorRequest("POST", headers, new QueryCollection(), body)).ShouldBeOfType<Verdict.Refused>();
    }

    [Fact]
    public void The_time_to_answer_is_a_day_or_for_a_person_a_week()
    {
        Kind.CapabilitiesOf(Channel).ReplyWindowHours.ShouldBe(24);
        Kind.CapabilitiesOf(Channel with { Settings = (FacebookSettings)Settings with { HumanAgent = true } }).ReplyWindowHours.ShouldBe(168);
    }

    [Fact]
    public async Task A_sound_page_is_named_and_the_app_subscribed_to_it()
    {
        Provider.Next = RecordedAnswer.Of(200, """{"name":"Maison Lune","success":true}""");

        (await Check()).ShouldBe(new Check.Works("Maison Lune"));

        Provider.Asked.Select(asked => (asked.Method, asked.Address.AbsolutePath)).ShouldBe([("GET", "/v25.0/104512345678901"), ("POST", "/v25.0/104512345678901/subscribed_apps")]);
        Provider.Asked[1].Body.ShouldContain("message_echoes%2Cmessage_edits%2Cmessage_reactions%2Cmessage_reads%2Cmessage_deliveries");
        Provider.Asked.ShouldAllBe(asked => asked.Authorization == "Bearer EAAG-token-of-the-page" && asked.Address.Query.Contains("appsecret_proof="));
    }

    [Theory]
    [InlineData(401, """{"error":{"code":190,"error_subcode":463,"message":"expired"}}""", "token_invalid")]
    [InlineData(400, """{"error":{"code":100,"error_subcode":33,"message":"no object"}}""", "account_unknown")]
    [InlineData(403, """{"error":{"code":210,"message":"A page access token is required"}}""", "token_of_person")]
    [InlineData(502, "\"<html></html>\"", "refused")]
    public async Task A_page_that_is_none_says_why(int status, string body, string code)
    {
        Provider.Next = RecordedAnswer.Of(status, body);
        var failure = (await Check()).ShouldBeOfType<Check.Fails>();
        failure.Code.ShouldBe(code);
        NoSecretIn(failure.ToString());
    }

    [Fact]
    public async Task A_page_our_app_cannot_be_subscribed_to_does_not_work()
    {
        Provider.Answers = asked => asked.Method == "POST" ? RecordedAnswer.Of(403, """{"error":{"code":200,"message":"Requires pages_manage_metadata"}}""") : RecordedAnswer.Of(200, """{"name":"Maison Lune"}""");
        (await Check()).ShouldBeOfType<Check.Fails>().Code.ShouldBe("permission_missing");
    }

    [Fact]
    public async Task A_line_that_does_not_stand_says_so()
    {
        Provider.Next = new RecordedAnswer { Fault = "noConnection" };
        (await Check()).ShouldBeOfType<Check.Fails>().Code.ShouldBe("no_answer");
    }

    [Theory]
    [InlineData("""{"data":{"expires_at":1797000000,"data_access_expires_at":1799000000}}""", 1797000000L)]
    [InlineData("""{"data":{"expires_at":0,"data_access_expires_at":1799000000}}""", 1799000000L)]
    [InlineData("""{"data":{"expires_at":0,"data_access_expires_at":0}}""", null)]
    public async Task Until_when_the_token_opens_the_door_is_what_Meta_says(string told, long? end)
    {
        Provider.Next = RecordedAnswer.Of(200, told);
        (await Allowances())!.Select(one => (one.Key, one.Until?.ToUnixTimeSeconds())).ShouldBe(end is null ? [] : [("access", end)]);
        Provider.Asked.ShouldHaveSingleItem().Address.PathAndQuery.ShouldStartWith("/v25.0/debug_token?input_token=EAAG-token-of-the-page&appsecret_proof=");

        Provider.Next = RecordedAnswer.Of(400, """{"error":{"code":100,"message":"You must provide an app access token"}}""");
        (await Allowances()).ShouldBeNull();
    }

    [Fact]
    public async Task A_reaction_goes_to_the_message_and_a_like_to_the_comment()
    {
        Provider.Next = RecordedAnswer.Of(200, """{"success":true}""");
        var (put, _) = await React("m_1", "24", "❤️");
        (put.Address.AbsolutePath, JsonNode.Parse(put.Body)!["sender_action"]!.ToString(), JsonNode.Parse(put.Body)!["payload"]!["reaction"]!.ToString(), JsonNode.Parse(put.Body)!["recipient"]!["id"]!.ToString())
            .ShouldBe(("/v25.0/104512345678901/messages", "react", "❤️", "24"));
        JsonNode.Parse((await React("m_1", "24", null)).Asked.Body)!.ToJsonString().ShouldBe("""{"recipient":{"id":"24"},"sender_action":"unreact","payload":{"message_id":"m_1"}}""");

        (put, var whyNot) = await React("7001_1", "24", "👍", Visibility.Public);
        (put.Method, put.Address.AbsolutePath, whyNot).ShouldBe(("POST", "/v25.0/7001_1/likes", null));
        (put, _) = await React("7001_1", "24", null, Visibility.Public);
        (put.Method, put.Address.AbsolutePath).ShouldBe(("DELETE", "/v25.0/7001_1/likes"));

        Provider.Next = RecordedAnswer.Of(400, """{"error":{"code":100,"message":"Too old"}}""");
        (await React("m_1", "24", "👍")).WhyNot.ShouldBe("(100) Too old");
        (await React("7001_1", "24", "👍", Visibility.Public)).WhyNot.ShouldBe("(100) Too old");
    }

    private Task<Check> Check() => Kind.Check(Channel, new Uri("https://relais.example.com/"), TestContext.Current.CancellationToken);

    private Verdict Handshake(string token) => Kind.Verify(Channel, new DoorRequest("GET", new HeaderDictionary(), new QueryCollection(
        new Dictionary<string, StringValues> { ["hub.mode"] = "subscribe", ["hub.verify_token"] = token, ["hub.challenge"] = "1158201444" }), default));
}
