using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Relais.Domain.Channels;
using Relais.Server.Channels;
using Relais.Server.Channels.X;

namespace Relais.Tests.Channels.X;

/// <summary>X keeps the contract of every kind, its signature and ours are known, and its account is looked after.</summary>
public sealed class XTests : ChannelContract<XChannel>
{
    private const string Secret = "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw";

    protected override object Settings { get; } = new XSettings
    {
        ConsumerKey = "xvz1evFS4wEEPTGEFPHBog", ConsumerSecret = Secret, AccessToken = "1111111111111111111-NNc8dC38OWPai8k9PQqhQ5ah7dFoEHAO", AccessTokenSecret = "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE",
    };

    protected override IEnumerable<string> Codes => XErrors.Keys;

    protected override string SignatureHeader => "x-twitter-webhooks-signature";

    protected override IReadOnlyList<string> Endings => ["sent", "tryLater", "rejected", "contactBlockedUs", "badSettings", "unknown"];

    protected override Outgoing Answer => base.Answer with { To = ["2222222222222222222"] };

    protected override string Sign(ReadOnlyMemory<byte> body) => $"sha256={Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body.Span))}";

    [Fact]
    public void X_s_challenge_is_signed_with_the_consumer_secret()
    {
        var expected = $"sha256={Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), "MDkyZGZkMzUtNTE5Mi00/w+x=="u8))}";
        var answer = Challenge("MDkyZGZkMzUtNTE5Mi00/w+x==").ShouldBeOfType<Verdict.Answered>();
        answer.ContentType.ShouldBe("application/json");
        JsonNode.Parse(answer.Body)!["response_token"]!.GetValue<string>().ShouldBe(expected);
    }

    /// <summary>One secret signs challenges and calls: what we are asked to sign must never be a call somebody wants to bring.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("""{"for_user_id":"1111111111111111111","direct_message_events":[]}""")]
    [InlineData("""["x"]""")]
    [InlineData("{}")]
    [InlineData("\"text\"")]
    [InlineData("two words")]
    [InlineData("é")]
    public void Nobody_has_a_call_of_his_own_signed(string token)
    {
        Challenge(token).ShouldBeOfType<Verdict.Malformed>();
        Challenge(new string('x', 257)).ShouldBeOfType<Verdict.Malformed>();
    }

    [Theory]
    [InlineData("123")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("1e5")]
    public void What_we_would_sign_is_no_call(string token)
    {
        Challenge(token).ShouldBeOfType<Verdict.Answered>();
        Verify(token).ShouldBeOfType<Verdict.Malformed>();
    }

    [Fact]
    public void Without_a_secret_nobody_is_genuine_and_nothing_is_signed()
    {
        var body = "{\"for_user_id\":\"1\"}"u8.ToArray();
        var headers = new HeaderDictionary { [SignatureHeader] = $"sha256={Convert.ToBase64String(HMACSHA256.HashData(Array.Empty<byte>(), body))}" };
        var channel = Channel with { Settings = new XSettings() };
        Kind.Verify(channel, new DoorRequest("POST", headers, new QueryCollection(), body)).ShouldBeOfType<Verdict.Refused>();
        Kind.Verify(channel, new DoorRequest("GET", new HeaderDictionary(), Query("x"), default)).ShouldBeOfType<Verdict.Malformed>();
    }

    [Fact]
    public void An_event_brought_again_is_known_by_its_id()
    {
        var first = Samples.Single(sample => sample.Path.EndsWith("/text.json", StringComparison.Ordinal)).Text;
        var again = first.Replace("\"relais\"", "\"another tag\"", StringComparison.Ordinal);
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

    /// <summary>The example of the documentation, but for its form: we send none.</summary>
    [CheckedBy("oauth-1.0a", "signs each request as we do")]
    [Theory]
    [InlineData("POST", "https://api.x.com/2/dm_conversations/with/2222222222222222222/messages")]
    [InlineData("GET", "https://api.x.com/2/media/upload?command=STATUS&media_id=7")]
    [InlineData("GET", "https://api.x.com/2/users/me?b=%C3%A9+x%20y&a=1&a=0&c")]
    [InlineData("GET", "http://127.0.0.1:5081/2/users/me?a=%26%3D%5B%5D")]
    public async Task Our_signature_is_the_one_an_independent_library_makes(string method, string address)
    {
        var settings = (XSettings)Settings;
        var ours = new XOAuth(settings, Clock).HeaderOf(new HttpMethod(method), new Uri(address), "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg", 1318622958).ToString();
        var theirs = await Referee.Ask("x.mjs", "sign", method, address, settings.ConsumerKey, settings.ConsumerSecret, settings.AccessToken, settings.AccessTokenSecret, "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg", "1318622958");
        ours.ShouldContain($"oauth_signature=\"{Uri.EscapeDataString(JsonSerializer.Deserialize<string>(theirs)!)}\"");
    }

    [Fact]
    public async Task X_is_told_where_our_door_is_and_asked_once_for_everything_it_is_to_bring()
    {
        Provider.Answers = asked => asked.Address.AbsolutePath switch
        {
            "/2/users/me" => RecordedAnswer.Of(200, """{"data":{"id":"1111111111111111111","name":"Maison Lune","username":"maisonlune"}}"""),
            "/oauth2/token" => RecordedAnswer.Of(200, """{"token_type":"bearer","access_token":"AAAA%2FAAA%3D"}"""),
            "/2/webhooks" => RecordedAnswer.Of(200, asked.Method == "GET" ? """{"data":[{"id":"1","url":"https://elsewhere.example/","valid":true}]}""" : $$$"""{"data":{"id":"2","url":"{{{Door}}}","valid":true}}"""),
            _ => RecordedAnswer.Of(200, """{"data":[{"event_type":"dm.received","filter":{"user_id":"1111111111111111111"},"webhook_id":"2"},{"event_type":"dm.sent","filter":{"user_id":"1111111111111111111"},"webhook_id":"1"}]}"""),
        };
        (await Check("https://relais.example.com")).ShouldBe(new Check.Works("@maisonlune"));

        Provider.Asked.Select(asked => $"{asked.Method} {asked.Address.AbsolutePath} {asked.Authorization!.Split(' ')[0]}").Distinct().ShouldBe(
            ["GET /2/users/me OAuth", "POST /oauth2/token Basic", "GET /2/webhooks Bearer", "POST /2/webhooks Bearer", "GET /2/activity/subscriptions Bearer", "POST /2/activity/subscriptions OAuth"]);
        Provider.Asked[1].Body.ShouldBe("grant_type=client_credentials");
        Provider.Asked[3].Body.ShouldBe($$"""{"url":"{{Door}}"}""");
        Provider.Asked.Where(asked => asked is { Method: "POST", Address.AbsolutePath: "/2/activity/subscriptions" }).Select(asked => asked.Body).ShouldBe(
            new[] { "dm.sent", "dm.read", "chat.received", "chat.sent", "post.mention.create", "post.reply.create", "post.create", "post.delete" }.Select(name => $$$"""{"event_type":"{{{name}}}","filter":{"user_id":"1111111111111111111"},"tag":"relais","webhook_id":"2"}"""));
    }

    [Theory]
    [InlineData("https://relais.example.com", "GET /2/users/me", 401, """{"title":"Unauthorized"}""", "token_invalid")]
    [InlineData("https://relais.example.com", "GET /2/users/me", 402, """{"title":"CreditsDepleted"}""", "credits_used_up")]
    [InlineData("https://relais.example.com", "GET /2/users/me", 502, "\"<html></html>\"", "refused")]
    [InlineData("http://relais.example.com", "", 200, "", "needs_https")]
    [InlineData("https://relais.example.com:8443", "", 200, "", "needs_https")]
    [InlineData("https://relais.example.com", "POST /oauth2/token", 403, """{"errors":[{"code":99,"message":"Unable to verify your credentials"}]}""", "token_invalid")]
    [InlineData("https://relais.example.com", "GET /2/webhooks", 403, """{"title":"Client Forbidden","type":"https://api.twitter.com/2/problems/client-forbidden"}""", "app_forbidden")]
    [InlineData("https://relais.example.com", "POST /2/webhooks", 400, """{"errors":[{"message":"CrcValidationFailed"}],"title":"Invalid Request"}""", "secret_wrong")]
    [InlineData("https://relais.example.com", "POST /2/webhooks", 400, """{"errors":[{"message":"WebhookLimitExceeded"}],"title":"Invalid Request"}""", "webhook_limit")]
    [InlineData("https://relais.example.com", "POST /2/webhooks", 400, """{"errors":[{"message":"UrlValidationFailed"}],"title":"Invalid Request"}""", "webhook_refused")]
    [InlineData("https://relais.example.com", "POST /2/activity/subscriptions", 400, """{"title":"Invalid Request","detail":"Not available on this plan"}""", "subscription_refused")]
    [InlineData("https://relais.example.com", "POST /2/activity/subscriptions", 403, """{"title":"Forbidden","type":"https://api.twitter.com/2/problems/oauth1-permissions"}""", "permissions_missing")]
    public async Task An_account_that_cannot_work_says_why(string publicUrl, string question, int status, string body, string code)
    {
        Provider.Answers = asked => $"{asked.Method} {asked.Address.AbsolutePath}" == question ? RecordedAnswer.Of(status, body) : Well(asked);
        var found = (await Check(publicUrl)).ShouldBeOfType<Check.Fails>();
        found.Code.ShouldBe(code);
        NoSecretIn(found.ToString());
    }

    [Theory]
    [InlineData(200, """{"data":{"valid":true}}""", null)]
    [InlineData(200, """{"data":{"valid":false}}""", "secret_wrong")]
    [InlineData(400, """{"errors":[{"message":"CrcValidationFailed"}]}""", "secret_wrong")]
    public async Task A_door_X_has_given_up_is_tried_anew(int status, string body, string? code)
    {
        Provider.Answers = asked => asked.Method == "PUT" ? RecordedAnswer.Of(status, body)
            : asked is { Method: "GET", Address.AbsolutePath: "/2/webhooks" } ? RecordedAnswer.Of(200, $$"""{"data":[{"id":"2","url":"{{Door}}","valid":false}]}""") : Well(asked);
        var found = await Check("https://relais.example.com");
        (found as Check.Fails)?.Code.ShouldBe(code);
        (found is Check.Works).ShouldBe(code is null);
        Provider.Asked.Single(asked => asked.Method == "PUT").Address.AbsolutePath.ShouldBe("/2/webhooks/2");
    }

    private static RecordedAnswer Well(Asked asked) => RecordedAnswer.Of(200, asked.Address.AbsolutePath switch
    {
        "/oauth2/token" => """{"access_token":"AAAA"}""",
        "/2/webhooks" when asked.Method == "GET" => """{"data":[]}""",
        "/2/activity/subscriptions" when asked.Method == "GET" => """{"data":[]}""",
        _ => """{"data":{"id":"1111111111111111111","username":"maisonlune","valid":true}}""",
    });

    private static QueryCollection Query(string token) => new(new Dictionary<string, StringValues> { ["crc_token"] = token });

    private Verdict Challenge(string token) => Kind.Verify(Channel, new DoorRequest("GET", new HeaderDictionary(), Query(token), default));

    [Theory]
    [InlineData(5, "2026-12-05")]
    [InlineData(30, "2026-11-30")]
    public async Task What_may_still_be_read_this_month_is_what_X_says_of_the_app(int day, string renewed)
    {
        Provider.Answers = asked => asked.Address.AbsolutePath == "/oauth2/token"
            ? RecordedAnswer.Of(200, """{"token_type":"bearer","access_token":"AAAA-of-the-app"}""")
            : RecordedAnswer.Of(200, $$$"""{"data":{"cap_reset_day":{{{day}}},"project_cap":"3000000","project_usage":"2800000"}}""");
        (await Allowances()).ShouldBe([new Allowance("reads") { Left = 200_000, Of = 3_000_000, Until = DateTimeOffset.Parse($"{renewed}T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture) }]);
        (Provider.Asked[1].Address.AbsolutePath, Provider.Asked[1].Authorization).ShouldBe(("/2/usage/tweets", "Bearer AAAA-of-the-app"));

        Provider.Answers = _ => RecordedAnswer.Of(403, """{"title":"Forbidden"}""");
        (await Allowances()).ShouldBeNull();
    }

    private Task<Check> Check(string publicUrl) => Kind.Check(Channel, new Uri(publicUrl), TestContext.Current.CancellationToken);
}
