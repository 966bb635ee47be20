using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Relais.Domain.Conversations;
using Relais.Domain.Channels;
using Relais.Server.Channels;
using Relais.Server.Channels.LinkedIn;

namespace Relais.Tests.Channels.LinkedIn;

/// <summary>LinkedIn keeps the contract of every kind, its challenge and signature are known, and its page is looked after.</summary>
public sealed class LinkedInTests : ChannelContract<LinkedInChannel>
{
    private const string Secret = "WPL_AP1.client-secret";

    protected override object Settings { get; } = new LinkedInSettings { OrganizationId = "123456", AccessToken = "AQV-token-of-the-page", ClientSecret = Secret, ApplicationId = "4711" };

    protected override IEnumerable<string> Codes => LinkedInErrors.Keys;

    protected override string SignatureHeader => "X-LI-Signature";

    protected override IReadOnlyList<string> Endings => ["sent", "tryLater", "rejected", "badSettings", "unknown"];

    protected override Outgoing Answer => base.Answer with
    {
        Post = "urn:li:activity:7001",
        Answers = new Answered("urn:li:comment:(urn:li:activity:7001,1)", "Elle existe en bleu ?", "Zoé", DateTimeOffset.UnixEpoch, Extra: null),
    };

    protected override string Sign(ReadOnlyMemory<byte> body) => Hex([.. "hmacsha256="u8, .. body.Span]);

    [Fact]
    public void The_challenge_is_answered_with_its_signature()
    {
        var answered = Challenge("890e4665-4dfe-4ab1-b689-ed553bceeed0").ShouldBeOfType<Verdict.Answered>();
        answered.ContentType.ShouldBe("application/json");
        var told = JsonNode.Parse(answered.Body)!;
        (told["challengeCode"]!.ToString(), told["challengeResponse"]!.ToString())
            .ShouldBe(("890e4665-4dfe-4ab1-b689-ed553bceeed0", Hex("890e4665-4dfe-4ab1-b689-ed553bceeed0"u8.ToArray())));
        Challenge("").ShouldBeOfType<Verdict.Malformed>();
    }

    [Fact]
    public void Without_a_secret_nobody_is_genuine_and_nothing_is_signed()
    {
        var unfinished = Channel with { Settings = (LinkedInSettings)Settings with { ClientSecret = "" } };
        var query = new QueryCollection(new Dictionary<string, StringValues> { ["challengeCode"] = "1" });
        Kind.Verify(unfinished, new DoorRequest("GET", new HeaderDictionary(), query, default)).ShouldBeOfType<Verdict.Refused>();
        Kind.Verify(unfinished, new DoorRequest("POST", new HeaderDictionary(), new QueryCollection(), "{}"u8.ToArray())).ShouldBeOfType<Verdict.Refused>();
    }

    [Fact]
    public void A_part_of_another_shape_never_breaks_the_reader()
    {
        foreach (var sample in Samples)
        {
            foreach (var odd in Mutations.OfAnotherShape(sample.Text)) Record.Exception(() => Read(odd)).ShouldBeNull($"{sample.Path} as {odd}");
        }
    }

    [Fact]
    public async Task A_sound_page_is_named_and_what_happens_there_subscribed()
    {
        Provider.Next = RecordedAnswer.Of(200, """{"localizedName":"Maison Lune","id":"admin1"}""");

        (await Check()).ShouldBe(new Check.Works("Maison Lune"));

        Provider.Asked.Select(asked => (asked.Method, asked.Address.AbsolutePath)).Take(2).ShouldBe([("GET", "/rest/organizations/123456"), ("GET", "/rest/me")]);
        var subscribed = Provider.Asked[2];
        (subscribed.Method, Uri.UnescapeDataString(subscribed.Address.AbsolutePath)).ShouldBe((
            "PUT",
            "/rest/eventSubscriptions/(developerApplication:urn:li:developerApplication:4711,user:urn:li:person:admin1,entity:urn:li:organization:123456,eventType:ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS)"));
        subscribed.Body.ShouldBe($$"""{"webhook":"https://relais.example.com/channels/linkedin/{{Channel.Id}}"}""");
        Provider.Asked.ShouldAllBe(asked => asked.Authorization == "Bearer AQV-token-of-the-page" && asked.Header("Linkedin-Version") == "202609");
    }

    [Theory]
    [InlineData(401, """{"message":"expired"}""", "token_invalid")]
    [InlineData(403, """{"message":"no"}""", "permission_missing")]
    [InlineData(404, """{"message":"none"}""", "gone")]
    [InlineData(426, """{"message":"not active"}""", "version_old")]
    [InlineData(502, "\"<html></html>\"", "refused")]
    public async Task A_page_that_is_none_says_why(int status, string body, string code)
    {
        Provider.Next = RecordedAnswer.Of(status, body);
        var failure = (await Check()).ShouldBeOfType<Check.Fails>();
        failure.Code.ShouldBe(code);
        NoSecretIn(failure.ToString());
    }

    [Fact]
    public async Task An_address_LinkedIn_cannot_call_is_told()
    {
        Provider.Next = RecordedAnswer.Of(200, """{"localizedName":"Maison Lune"}""");
        (await Kind.Check(Channel, new Uri("http://relais.example.com/"), TestContext.Current.CancellationToken)).ShouldBeOfType<Check.Fails>().Code.ShouldBe("needs_https");
    }

    private static string Hex(byte[] words) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), words));

    [Fact]
    public async Task Until_when_the_token_is_good_LinkedIn_tells_who_names_his_client()
    {
        (await Allowances()).ShouldBeNull();
        Provider.Asked.ShouldBeEmpty();

        Provider.Next = RecordedAnswer.Of(200, """{"active":true,"status":"active","expires_at":1797000000}""");
        var named = Channel with { Settings = (LinkedInSettings)Settings with { ClientId = "78abc" } };
        (await Kind.Allowances(named, TestContext.Current.CancellationToken)).ShouldBe([new Allowance("access") { Until = DateTimeOffset.FromUnixTimeSeconds(1797000000) }]);
        var asked = Provider.Asked.ShouldHaveSingleItem();
        (asked.Address.AbsoluteUri, asked.Body).ShouldBe(("https://www.linkedin.com/oauth/v2/introspectToken", $"client_id=78abc&client_secret={Secret}&token=AQV-token-of-the-page"));
    }

    [Fact]
    public async Task The_page_likes_a_comment_and_likes_it_no_longer()
    {
        const string comment = "urn:li:comment:(urn:li:activity:7001,1)";
        Provider.Next = RecordedAnswer.Of(201, "{}");
        var (put, whyNot) = await React(comment, "urn:li:person:a", "👍", Visibility.Public);
        (put.Method, put.Address.PathAndQuery, put.Body, whyNot)
            .ShouldBe(("POST", "/rest/reactions?actor=urn%3Ali%3Aorganization%3A123456", $$"""{"root":"{{comment}}","reactionType":"LIKE"}""", null));

        (put, _) = await React(comment, "urn:li:person:a", null, Visibility.Public);
        (put.Method, put.Address.AbsolutePath).ShouldBe(("DELETE", $"/rest/reactions/(actor:urn%3Ali%3Aorganization%3A123456,entity:{Uri.EscapeDataString(comment)})"));

        Provider.Next = RecordedAnswer.Of(403, """{"message":"Not enough permissions"}""");
        (await React(comment, "urn:li:person:a", "👍", Visibility.Public)).WhyNot.ShouldNotBeNull().ShouldContain("Not enough permissions");
    }

    [Theory]
    [InlineData(204, "{}", null)]
    [InlineData(404, """{"message":"Could not find entity"}""", null)]
    [InlineData(403, """{"message":"Not enough permissions"}""", "(403) Not enough permissions")]
    public async Task A_comment_is_deleted_in_the_page_s_name_and_what_is_gone_is_deleted(int status, string body, string? whyNot)
    {
        Provider.Next = RecordedAnswer.Of(status, body);
        (await Delete("urn:li:comment:(urn:li:activity:7001,1)")).ShouldBe(whyNot);
        var asked = Provider.Asked.ShouldHaveSingleItem();
        (asked.Method, asked.Address.PathAndQuery).ShouldBe(("DELETE", "/rest/socialActions/urn%3Ali%3Aactivity%3A7001/comments/1?actor=urn%3Ali%3Aorganization%3A123456"));
    }

    [Fact]
    public async Task What_others_posted_is_theirs()
    {
        (await Delete("urn:li:share:7002")).ShouldNotBeNull();
        (await Delete("urn:li:comment:(urn:li:activity:7001)")).ShouldNotBeNull();
        Provider.Asked.ShouldBeEmpty();
    }

    private Task<string?> Delete(string urn) => Kind.Delete(Channel, new Deleting(urn, Extra: null), TestContext.Current.CancellationToken);

    private Task<Check> Check() => Kind.Check(Channel, new Uri("https://relais.example.com/"), TestContext.Current.CancellationToken);

    private Verdict Challenge(string code) =>
        Kind.Verify(Channel, new DoorRequest("GET", new HeaderDictionary(), new QueryCollection(new Dictionary<string, StringValues> { ["challengeCode"] = code }), default));
}
