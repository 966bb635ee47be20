using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Relais.Server.Channels;
using Relais.Server.Channels.Instagram;
using Relais.Server.Channels.Meta;

namespace Relais.Tests.Channels.Instagram;

/// <summary>Instagram keeps the contract of every kind, shakes hands, and its account is looked after by either login.</summary>
public sealed class InstagramTests : ChannelContract<InstagramChannel>
{
    private const string AppSecret = "e47f5d3c9b2a";

    protected override object Settings => new InstagramSettings
    {
        AccountId = "17841400000000001", AccessToken = "IGAA-token-of-the-account", AppSecret = AppSecret, VerifyToken = "chosen-by-relais",
    };

    protected override IEnumerable<string> Codes => [.. MetaErrors.Keys, MetaErrors.TooLong, MetaErrors.MediaNotPublic];

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
        var unfinished = Channel with { Settings = (InstagramSettings)Settings with { AppSecret = "" } };
        Kind.Verify(unfinished, new DoorRequest("POST", headers, new QueryCollection(), body)).ShouldBeOfType<Verdict.Refused>();
    }

    [Fact]
    public void The_time_to_answer_is_a_day_or_for_a_person_a_week()
    {
        Kind.CapabilitiesOf(Channel).ReplyWindowHours.ShouldBe(24);
        Kind.CapabilitiesOf(Channel with { Settings = (InstagramSettings)Settings with { HumanAgent = true } }).ReplyWindowHours.ShouldBe(168);
    }

    [Fact]
    public async Task A_sound_account_is_named_and_the_app_subscribed_to_it()
    {
        Provider.Next = RecordedAnswer.Of(200, """{"user_id":"17841400000000001","username":"maison_lune","success":true}""");

        (await Check()).ShouldBe(new Check.Works("@maison_lune"));

        Provider.Asked.Select(asked => (asked.Method, asked.Address.ToString())).ShouldBe(
            [("GET", "https://graph.instagram.com/v25.0/me?fields=user_id,username"), ("POST", "https://graph.instagram.com/v25.0/me/subscribed_apps")]);
        Provider.Asked[1].Body.ShouldBe("subscribed_fields=messages%2Cmessaging_postbacks%2Cmessaging_seen%2Cmessage_reactions%2Cmessaging_referral%2Cmessage_edit%2Ccomments%2Clive_comments");
        Provider.Asked.ShouldAllBe(asked => asked.Authorization == "Bearer IGAA-token-of-the-account");
    }

    [Fact]
    public async Task By_its_page_an_account_is_asked_for_at_Facebook_and_what_the_page_follows_stays()
    {
        Provider.Answers = asked => asked is { Method: "GET" } && asked.Address.AbsolutePath.EndsWith("/subscribed_apps", StringComparison.Ordinal)
            ? RecordedAnswer.Of(200, """{"data":[{"id":"1","subscribed_fields":["messages","message_echoes","feed"]}]}""")
            : RecordedAnswer.Of(200, """{"username":"maison_lune","success":true}""");

        (await Check(ByPage)).ShouldBe(new Check.Works("@maison_lune"));

        Provider.Asked.Select(asked => (asked.Method, asked.Address.GetLeftPart(UriPartial.Path))).ShouldBe(
        [
            ("GET", "https://graph.facebook.com/v25.0/17841400000000001"), ("GET", "https://graph.facebook.com/v25.0/me/subscribed_apps"),
            ("POST", "https://graph.facebook.com/v25.0/me/subscribed_apps"),
        ]);
        Provider.Asked[2].Body.ShouldBe("subscribed_fields=messages%2Cmessage_echoes%2Cfeed");
        Provider.Asked.ShouldAllBe(asked => asked.Address.Query.Contains("appsecret_proof="));
    }

    [Fact]
    public async Task An_address_of_one_s_own_is_called_whatever_the_login()
    {
        Provider.Next = RecordedAnswer.Of(200, """{"user_id":"17841400000000001","success":true}""");
        foreach (var login in new[] { (InstagramSettings)Settings, ByPage }) await Check(login with { ApiUrl = "https://proxy.example.com/" });
        Provider.Asked.ShouldAllBe(asked => asked.Address.Host == "proxy.example.com");
    }

    [Fact]
    public async Task The_token_of_another_account_is_found_out_before_anything_is_subscribed()
    {
        Provider.Next = RecordedAnswer.Of(200, """{"user_id":"17841400000000002","username":"autre"}""");
        (await Check()).ShouldBe(new Check.Fails("account_unknown", "The access token is the one of the account 17841400000000002."));
        Provider.Asked.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(401, """{"error":{"code":190,"error_subcode":463,"message":"expired"}}""", "token_invalid")]
    [InlineData(400, """{"error":{"code":100,"error_subcode":33,"message":"no object"}}""", "account_unknown")]
    [InlineData(403, """{"error":{"code":200,"error_subcode":2534041,"message":"disabled access"}}""", "messages_off")]
    [InlineData(502, "\"<html></html>\"", "refused")]
    public async Task An_account_that_is_none_says_why(int status, string body, string code)
    {
        Provider.Next = RecordedAnswer.Of(status, body);
        foreach (var login in new[] { (InstagramSettings)Settings, ByPage })
        {
            var failure = (await Check(login)).ShouldBeOfType<Check.Fails>();
            failure.Code.ShouldBe(code);
            NoSecretIn(failure.ToString());
        }
    }

    [Fact]
    public async Task An_account_our_app_cannot_be_subscribed_to_does_not_work()
    {
        Provider.Answers = asked => asked.Method == "POST"
            ? RecordedAnswer.Of(403, """{"error":{"code":200,"message":"Requires instagram_business_manage_messages"}}""")
            : RecordedAnswer.Of(200, """{"user_id":"17841400000000001","username":"maison_lune"}""");
        (await Check()).ShouldBeOfType<Check.Fails>().Code.ShouldBe("permission_missing");
    }

    [Fact]
    public async Task A_line_that_does_not_stand_says_so()
    {
        Provider.Next = new RecordedAnswer { Fault = "noConnection" };
        (await Check()).ShouldBeOfType<Check.Fails>().Code.ShouldBe("no_answer");
    }

    private InstagramSettings ByPage => (InstagramSettings)Settings with { Login = "page" };

    [Fact]
    public async Task A_heart_goes_to_the_message_under_the_name_Instagram_has_for_it()
    {
        Provider.Next = RecordedAnswer.Of(200, """{"recipient_id":"24"}""");
        var (put, whyNot) = await React("m_1", "24", "❤️");
        put.Body.ShouldBe("""{"recipient":{"id":"24"},"sender_action":"react","payload":{"message_id":"m_1","reaction":"love"}}""");
        whyNot.ShouldBeNull();
    }

    private Task<Check> Check(InstagramSettings? settings = null) =>
        Kind.Check(Channel with { Settings = settings ?? Settings }, new Uri("https://relais.example.com/"), TestContext.Current.CancellationToken);

    private Verdict Handshake(string token) => Kind.Verify(Channel, new DoorRequest("GET", new HeaderDictionary(), new QueryCollection(
        new Dictionary<string, StringValues> { ["hub.mode"] = "subscribe", ["hub.verify_token"] = token, ["hub.challenge"] = "1158201444" }), default));
}
