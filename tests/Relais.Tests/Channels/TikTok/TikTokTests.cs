using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Channels;
using Relais.Server.Channels;
using Relais.Server.Channels.TikTok;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.TikTok;

/// <summary>TikTok keeps the contract of every kind, its signature is known to the second, and its account is looked after.</summary>
public sealed class TikTokTests : ChannelContract<TikTokChannel>, IAsyncLifetime
{
    private const string Secret = "4f8a1c2d9be34e5f";

    private TestDatabase database = null!;
    private ServiceProvider store = null!;

    protected override object Settings { get; } = new TikTokSettings { AppId = "7301", AppSecret = Secret, Consent = "rft.8804durable" };

    protected override IEnumerable<string> Codes => TikTokErrors.Keys;

    protected override string SignatureHeader => TikTokSignature.Header;

    protected override IReadOnlyList<string> Endings => ["sent", "tryLater", "rejected", "contactBlockedUs", "badSettings", "unknown"];

    protected override Outgoing Answer => base.Answer with { To = ["+ABc1D2/E0fGhijkl", "conversation:conv+zoe/1=="] };

    protected override string Sign(ReadOnlyMemory<byte> body) => SignedAt(Clock.GetUtcNow(), body);

    protected override void AddServices(IServiceCollection services) => services.AddSingleton(new ChannelMemory(store.GetRequiredService<IServiceScopeFactory>(), Clock));

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.Create();
        store = database.Services();
        Provider.Answers = Token;
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Made with <c>openssl dgst -sha256 -hmac</c>.</summary>
    [Fact]
    public void A_signature_somebody_else_made_is_taken()
    {
        var body = """{"client_key":"7301","event":"tiktok.ping","user_openid":"-000maisonlune","content":"{}"}"""u8.ToArray();
        Clock.SetUtcNow(DateTimeOffset.FromUnixTimeSeconds(1795449700));
        Verify(body, "t=1795449600,s=ace285fe3c9e7994558bad1a79288f16408f52136abbe724b708f7595e3e399f").ShouldBeOfType<Verdict.Accepted>();
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    [InlineData(-86_400, false)]
    public void A_signature_is_good_for_five_minutes(int ago, bool isGood)
    {
        var body = Encoding.UTF8.GetBytes(Samples.First().Text);
        (Verify(body, SignedAt(Clock.GetUtcNow().AddSeconds(ago), body)) is Verdict.Accepted).ShouldBe(isGood);
    }

    [Fact]
    public void Its_parts_are_known_by_their_names_and_its_time_is_signed_too()
    {
        var body = Encoding.UTF8.GetBytes(Samples.First().Text);
        var signature = Sign(body);
        string[] parts = signature.Split(',');
        Verify(body, $"{parts[1]},{parts[0]}").ShouldBeOfType<Verdict.Accepted>();
        Verify(body, $"{signature},v=2").ShouldBeOfType<Verdict.Accepted>();
        var later = Clock.GetUtcNow().AddSeconds(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        foreach (var forged in new[] { $"t={later},{parts[1]}", parts[0], parts[1], $"t=,{parts[1]}", $"t=-1,{parts[1]}", $"t= {later},{parts[1]}", $"t=9999999999999,{parts[1]}", "t,s", "=" })
            Verify(body, forged).ShouldBeOfType<Verdict.Refused>(forged);
    }

    [Fact]
    public void Without_a_secret_nobody_is_genuine()
    {
        var body = "{\"event\":\"x\",\"user_openid\":\"1\"}"u8.ToArray();
        var headers = new HeaderDictionary { [SignatureHeader] = SignedAt(Clock.GetUtcNow(), body, secret: "") };
        Kind.Verify(Channel with { Settings = new TikTokSettings() }, new DoorRequest("POST", headers, new QueryCollection(), body)).ShouldBeOfType<Verdict.Refused>();
    }

    [Fact]
    public void What_is_brought_again_later_is_known_by_what_it_says()
    {
        var first = Samples.Single(sample => sample.Path.EndsWith("/text.json", StringComparison.Ordinal)).Text;
        var again = JsonNode.Parse(first)!;
        again["create_time"] = 1795449999;
        Verify(again.ToJsonString()).ShouldBe(Verify(first));
        again["user_openid"] = "-000another";
        Verify(again.ToJsonString()).ShouldNotBe(Verify(first));
    }

    [Fact]
    public void What_happens_within_the_JSON_within_the_JSON_may_be_of_any_shape()
    {
        foreach (var sample in Samples)
        {
            var call = JsonNode.Parse(sample.Text)!;
            if (call["content"]?.GetValueKind() != System.Text.Json.JsonValueKind.String || !call["content"]!.GetValue<string>().StartsWith("{\"", StringComparison.Ordinal)) continue;

            foreach (var odd in Mutations.OfAnotherShape(call["content"]!.GetValue<string>()))
            {
                call["content"] = odd;
                Record.Exception(() => Read(call.ToJsonString())).ShouldBeNull($"{sample.Path} with {odd}");
            }

            foreach (var odd in Mutations.OfAnotherShape(sample.Text)) Record.Exception(() => Read(odd)).ShouldBeNull($"{sample.Path} as {odd}");
        }
    }

    [Fact]
    public async Task TikTok_is_told_where_our_door_is_for_what_the_shop_wants_to_hear()
    {
        Provider.Answers = asked => Token(asked) ?? asked.Address.AbsolutePath switch
        {
            "/open_api/v1.3/business/webhook/list/" when asked.Address.Query.Contains("COMMENT", StringComparison.Ordinal) => RecordedAnswer.Of(200, $$$"""{"code":0,"data":{"callback_url":"{{{Door}}}"}}"""),
            "/open_api/v1.3/business/get/" => RecordedAnswer.Of(200, """{"code":0,"data":{"username":"maisonlune","display_name":"Maison Lune"}}"""),
            _ => RecordedAnswer.Of(200, """{"code":0,"data":{}}"""),
        };
        (await Check("https://relais.example.com")).ShouldBe(new Check.Works("@maisonlune"));

        Provider.Asked.Select(asked => $"{asked.Method} {asked.Address.AbsolutePath["/open_api/v1.3/".Length..]} {asked.Header("Access-Token")}").ShouldBe(
        [
            "POST tt_user/oauth2/refresh_token/ ", "GET business/get/ act.1", "GET business/webhook/list/ ", "POST business/webhook/update/ ", "GET business/webhook/list/ ",
        ]);
        Provider.Asked[1].Address.Query.ShouldBe("?business_id=-000maisonlune&fields=%5B%22username%22%2C%22display_name%22%5D");
        Provider.Asked[3].Body.ShouldBe($$"""{"app_id":"7301","secret":"{{Secret}}","event_type":"DIRECT_MESSAGE","callback_url":"{{Door}}"}""");
    }

    [Theory]
    [InlineData("business/get/", """{"code":40001,"message":"No permission"}""", "permission_missing")]
    [InlineData("business/get/", """{"code":40105,"message":"Access token is incorrect"}""", "token_invalid")]
    [InlineData("business/get/", """{"code":40113,"message":"The app is suspended"}""", "access_refused")]
    [InlineData("business/get/", """{"code":50000,"message":"System error"}""", "provider_fault")]
    [InlineData("business/get/", "\"<html></html>\"", "refused")]
    [InlineData("tt_user/oauth2/refresh_token/", """{"code":40110,"message":"The refresh token is expired"}""", "consent_ended")]
    [InlineData("tt_user/oauth2/refresh_token/", """{"code":50000,"message":"System error"}""", "no_answer")]
    [InlineData("business/webhook/list/", """{"code":40001,"message":"No permission"}""", "permission_missing")]
    [InlineData("business/webhook/list/", """{"code":0,"data":{"callback_url":"https://elsewhere.example/"}}""", "webhook_elsewhere")]
    [InlineData("business/webhook/update/", """{"code":40002,"message":"callback_url is invalid"}""", "invalid_request")]
    public async Task An_account_that_cannot_work_says_why(string question, string body, string code)
    {
        Provider.Answers = asked => asked.Address.AbsolutePath.EndsWith(question, StringComparison.Ordinal) ? RecordedAnswer.Of(200, body) : Token(asked) ?? RecordedAnswer.Of(200, """{"code":0,"data":{}}""");
        var found = (await Check("https://relais.example.com")).ShouldBeOfType<Check.Fails>();
        found.Code.ShouldBe(code);
        NoSecretIn(found.ToString());
    }

    [Fact]
    public async Task Nobody_else_s_calls_are_taken_unless_he_was_asked()
    {
        Provider.Next = RecordedAnswer.Of(200, """{"code":0,"data":{"callback_url":"https://elsewhere.example/"}}""");
        (await Check("https://relais.example.com")).ShouldBe(new Check.Fails("webhook_elsewhere", "https://elsewhere.example/"));
        Provider.Asked.ShouldNotContain(asked => asked.Address.AbsolutePath.EndsWith("/update/", StringComparison.Ordinal));

        var taking = Channel with { Settings = (TikTokSettings)Settings with { TakeOver = true, Comments = false } };
        (await Kind.Check(taking, new Uri("https://relais.example.com"), Stop)).ShouldBeOfType<Check.Works>();
        Provider.Asked.Count(asked => asked.Address.AbsolutePath.EndsWith("/update/", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task How_long_the_consent_lasts_is_told_with_the_token_and_asked_for_when_that_has_run_out()
    {
        foreach (var day in new[] { 0, 0, 2 })
        {
            Clock.Advance(TimeSpan.FromDays(day));
            (await Allowances()).ShouldBe([new Allowance("access") { Until = Clock.GetUtcNow().AddDays(365) }]);
        }

        Provider.Asked.Count.ShouldBe(2);
        Provider.Answers = _ => RecordedAnswer.Of(200, """{"code":40110,"message":"The refresh token is expired"}""");
        Clock.Advance(TimeSpan.FromDays(2));
        (await Allowances()).ShouldBeNull();
    }

    [Fact]
    public async Task Without_https_no_door_is_told()
    {
        Provider.Next = RecordedAnswer.Of(200, """{"code":0,"data":{}}""");
        (await Check("http://relais.example.com")).ShouldBeOfType<Check.Fails>().Code.ShouldBe("needs_https");
        Provider.Asked.ShouldNotContain(asked => asked.Address.AbsolutePath.Contains("/webhook/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://p16-sign.tiktokcdn.com/sticker.webp", true)]
    [InlineData("https://business-api.tiktok.com/file/1", true)]
    [InlineData("https://evil.example/.tiktok.com/1.jpg", false)]
    [InlineData("https://www.tiktok.com.evil.example/1.jpg", false)]
    [InlineData("https://eviltiktok.com/1.jpg", false)]
    public async Task A_file_is_fetched_in_the_account_s_name_from_TikTok_s_own_stores_only(string address, bool isTold)
    {
        Provider.Next = RecordedAnswer.Of(200, "\"bytes\"");
        (await Kind.Fetch(Channel, address, Stop)).ShouldBeOfType<Fetched.File>();
        Provider.Asked[^1].Header("x-user").ShouldBe(isTold ? "act.1" : null);
        Provider.Asked[^1].Header("Access-Token").ShouldBeNull();
    }

    [Theory]
    [InlineData("http://p16-sign.tiktokcdn.com/1.jpg")]
    [InlineData("file:///etc/passwd")]
    [InlineData("picture.jpg")]
    public async Task An_address_that_is_none_is_given_up(string reference)
    {
        (await Kind.Fetch(Channel, reference, Stop)).ShouldBeOfType<Fetched.Gone>();
        Provider.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"code":0,"data":{"download_url":"https://v16.tiktokcdn.com/film.mp4"}}""", "file")]
    [InlineData("""{"code":0,"data":{}}""", "gone")]
    [InlineData("""{"code":40007,"message":"The message does not exist"}""", "gone")]
    [InlineData("""{"code":40100,"message":"Requests made too frequently"}""", "later")]
    [InlineData("""{"code":50000,"message":"System error"}""", "later")]
    [InlineData("\"<html></html>\"", "later")]
    public async Task A_file_of_a_message_is_asked_for_by_all_that_names_it(string body, string ending)
    {
        Provider.Answers = asked => Token(asked) ?? (asked.Address.Host.StartsWith("v16", StringComparison.Ordinal) ? RecordedAnswer.Of(200, "\"film\"") : RecordedAnswer.Of(200, body));
        var fetched = await Kind.Fetch(Channel, "VIDEO|conv%2Bzoe%2F1%3D%3D|7412000000000000013|v2%7Cfilm", Stop);
        (fetched switch { Fetched.File => "file", Fetched.TryLater => "later", _ => "gone" }).ShouldBe(ending);
        JsonNode.DeepEquals(JsonNode.Parse(Provider.Asked[1].Body), JsonNode.Parse(
            """{"conversation_id":"conv+zoe/1==","message_id":"7412000000000000013","media_id":"v2|film","media_type":"VIDEO","business_id":"-000maisonlune"}""")).ShouldBeTrue(Provider.Asked[1].Body);
    }

    [Theory]
    [InlineData("""{"code":0,"data":{"participants":[{"role":"BUSINESS_ACCOUNT","display_name":"Maison Lune"},{"role":"PERSONAL_ACCOUNT","display_name":"Zoé Martin"}]}}""", "Zoé Martin")]
    [InlineData("""{"code":0,"data":{"participants":[]}}""", "")]
    [InlineData("""{"code":40007,"message":"gone"}""", "")]
    [InlineData("""{"code":40100,"message":"Requests made too frequently"}""", null)]
    [InlineData("""{"code":40105,"message":"Access token is incorrect"}""", null)]
    [InlineData("""{"code":50000,"message":"System error"}""", null)]
    public async Task Who_writes_is_named_by_his_conversation_and_who_is_not_now_may_be_later(string body, string? name)
    {
        Provider.Next = RecordedAnswer.Of(200, body);
        var introduced = await Kind.Introduce(Channel, "conversation:conv+zoe/1==", null, Stop);
        (introduced switch { Introduced.As known => known.Profile.Name, Introduced.TryLater => null, _ => "" }).ShouldBe(name);
        Provider.Asked[1].Address.Query.ShouldBe("?business_id=-000maisonlune&conversation_id=conv%2Bzoe%2F1%3D%3D");
        (await Kind.Introduce(Channel, "+ABc1D2/E0fGhijkl", "7412000000000000001", Stop)).ShouldBeOfType<Introduced.Nobody>("A message names nobody by itself.");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string SignedAt(DateTimeOffset at, ReadOnlyMemory<byte> body, string secret = Secret)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{time}."), .. body.Span];
        return $"t={time},s={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }

    private static RecordedAnswer? Token(Asked asked) => asked.Address.AbsolutePath.Contains("/tt_user/oauth2/", StringComparison.Ordinal)
        ? RecordedAnswer.Of(200, """{"code":0,"message":"OK","data":{"access_token":"act.1","refresh_token":"rft.1","expires_in":86400,"refresh_token_expires_in":31536000,"open_id":"-000maisonlune","scope":"comment.list","token_type":"Bearer"}}""")
        : null;

    private Task<Check> Check(string publicUrl) => Kind.Check(Channel, new Uri(publicUrl), Stop);
}
