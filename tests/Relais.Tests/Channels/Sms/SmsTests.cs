using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Relais.Domain.Channels;
using Relais.Server.Channels;
using Relais.Server.Channels.Sms;

namespace Relais.Tests.Channels.Sms;

/// <summary>SMS keeps the contract of every kind, knows Twilio's signature, and its account is looked after.</summary>
public sealed class SmsTests : ChannelContract<SmsChannel>
{
    private const string AuthToken = "b7f1e0d2c3a49586a7b8c9d0e1f2a3b4";

    protected override object Settings { get; } = new SmsSettings
    {
        AccountSid = "ACa1b2c3d4e5f60718293a4b5c6d7e8f90", AuthToken = AuthToken, Sender = "+33700000001", ApiKeySid = "SK1", ApiKeySecret = "secret-of-the-key-77",
    };

    protected override IEnumerable<string> Codes => SmsErrors.Keys;

    protected override string SignatureHeader => "X-Twilio-Signature";

    protected override IReadOnlyList<string> Endings => ["sent", "tryLater", "rejected", "contactBlockedUs", "badSettings", "unknown"];

    /// <summary>A recorded payload lists the fields of a form.</summary>
    protected override byte[] BytesOf(string sample) => JsonNode.Parse(sample) is JsonObject fields
        ? Encoding.UTF8.GetBytes(string.Join('&', fields.Select(one => $"{Uri.EscapeDataString(one.Key)}={Uri.EscapeDataString(one.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : one.Value?.ToJsonString() ?? "")}")))
        : [];

    protected override string Sign(ReadOnlyMemory<byte> body) => Sign(Door.AbsoluteUri, body.ToArray());

    /// <summary>Twilio's own library signs every recorded call; the door knows each as genuine, with the usual port written out, too.</summary>
    [CheckedBy("twilio", "signs every kind of call as we expect it")]
    [Fact]
    public async Task The_signature_is_the_one_Twilio_s_own_library_makes()
    {
        var withPort = Door.AbsoluteUri.Replace(".com/", ".com:443/", StringComparison.Ordinal);
        var calls = Samples.SelectMany(sample => new[] { Door.AbsoluteUri, withPort }.Select(url => (sample.Text, url))).ToList();
        var asked = new JsonArray([.. calls.Select(call => new JsonObject { ["url"] = call.url, ["params"] = JsonNode.Parse(call.Text) })]);
        var signatures = JsonSerializer.Deserialize<string[]>(await Referee.Ask("twilio.mjs", AuthToken, asked.ToJsonString()))!;

        signatures.Length.ShouldBe(calls.Count);
        foreach (var (call, signature) in calls.Zip(signatures)) Verify(BytesOf(call.Text), signature).ShouldBeOfType<Verdict.Accepted>(call.Text);
    }

    /// <summary>The example of Twilio's documentation.</summary>
    [Fact]
    public void The_signature_of_the_documentation_is_right()
    {
        var form = BytesOf("""{"CallSid":"CA1234567890ABCDE","Caller":"+14158675309","Digits":"1234","From":"+14158675309","To":"+18005551212"}""");
        Convert.ToBase64String(SmsSignature.Sign("12345", "https://mycompany.com/myapp.php?foo=1&bar=2" + SmsForm.Parse(form).Signed)).ShouldBe("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    [Fact]
    public void A_call_signed_for_another_address_is_refused()
    {
        var body = BytesOf(Samples.First().Text);
        Verify(body, Sign("https://relais.example.com/channels/sms/another", body)).ShouldBeOfType<Verdict.Refused>();
        var headers = new HeaderDictionary { [SignatureHeader] = Sign(body) };
        Kind.Verify(Channel, new DoorRequest("POST", headers, new QueryCollection(), body)).ShouldBeOfType<Verdict.Refused>();
        Kind.Verify(Channel with { Settings = (SmsSettings)Settings with { AuthToken = "" } }, new DoorRequest("POST", headers, new QueryCollection(), body) { Url = Door }).ShouldBeOfType<Verdict.Refused>();
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
    public async Task Twilio_is_told_where_messages_to_the_number_go()
    {
        Provider.Answers = asked => RecordedAnswer.Of(200, asked.Address.AbsolutePath.Contains("IncomingPhoneNumbers", StringComparison.Ordinal)
            ? """{"incoming_phone_numbers":[{"sid":"PN1"}]}""" : """{"friendly_name":"Maison Lune","status":"active"}""");

        (await Check("https://relais.example.com")).ShouldBe(new Check.Works("Maison Lune · +33700000001"));

        var told = Provider.Asked[^1];
        (told.Method, told.Address.AbsolutePath).ShouldBe(("POST", "/2010-04-01/Accounts/ACa1b2c3d4e5f60718293a4b5c6d7e8f90/IncomingPhoneNumbers/PN1.json"));
        told.Body.ShouldContain($"SmsUrl={Uri.EscapeDataString(Door.AbsoluteUri)}");
        told.Authorization.ShouldBe($"Basic {Convert.ToBase64String("SK1:secret-of-the-key-77"u8)}");
    }

    [Fact]
    public async Task A_messaging_service_is_told_at_its_own_host()
    {
        Provider.Next = RecordedAnswer.Of(200, """{"friendly_name":"Maison Lune"}""");
        var service = Channel with { Settings = (SmsSettings)Settings with { Sender = "MG123" } };
        (await Kind.Check(service, new Uri("https://relais.example.com"), Stop)).ShouldBeOfType<Check.Works>();
        Provider.Asked[^1].Address.ToString().ShouldBe("https://messaging.twilio.com/v1/Services/MG123");
    }

    [Theory]
    [InlineData("http://localhost:5080", 200, """{"friendly_name":"x","status":"active"}""", "needs_public_address")]
    [InlineData("http://192.168.1.4", 200, """{"friendly_name":"x","status":"active"}""", "needs_public_address")]
    [InlineData("https://relais.example.com", 200, """{"friendly_name":"x","status":"active"}""", "number_unknown")]
    [InlineData("https://relais.example.com", 200, """{"friendly_name":"x","status":"suspended"}""", "account_suspended")]
    [InlineData("https://relais.example.com", 401, """{"code":20003,"message":"Authenticate"}""", "token_invalid")]
    [InlineData("https://relais.example.com", 404, """{"code":20404,"message":"Not found"}""", "token_invalid")]
    public async Task An_account_that_cannot_work_says_why(string publicUrl, int status, string body, string code)
    {
        Provider.Next = RecordedAnswer.Of(status, body);
        var failure = (await Check(publicUrl)).ShouldBeOfType<Check.Fails>();
        failure.Code.ShouldBe(code);
        NoSecretIn(failure.ToString());
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_left_of_the_money_is_what_Twilio_says()
    {
        Provider.Next = RecordedAnswer.Of(200, """{"account_sid":"ACa1b2","balance":"12.345","currency":"EUR"}""");
        (await Allowances()).ShouldBe([new Allowance("money") { Left = 12.345m, Currency = "EUR" }]);
        Provider.Asked.ShouldHaveSingleItem().Address.AbsolutePath.ShouldEndWith("/Balance.json");

        Provider.Next = RecordedAnswer.Of(404, """{"code":20404}""");
        (await Allowances()).ShouldBeNull();
    }

    private Task<Check> Check(string publicUrl) => Kind.Check(Channel, new Uri(publicUrl), Stop);

    private static string Sign(string url, byte[] form)
    {
        var sorted = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(Encoding.UTF8.GetString(form)).OrderBy(one => one.Key, StringComparer.Ordinal);
#pragma warning disable CA5350 // Twilio's choice.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(AuthToken), Encoding.UTF8.GetBytes(url + string.Concat(sorted.Select(one => one.Key + one.Value)))));
#pragma warning restore CA5350
    }
}
