using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using System.Text.Json.Nodes;
using Relais.Server.Channels;
using Relais.Server.Channels.WhatsApp;

namespace Relais.Tests.Channels.WhatsApp;

/// <summary>WhatsApp keeps the contract, shakes hands and knows Meta's signature.</summary>
public sealed class WhatsAppTests : ChannelContract<WhatsAppChannel>
{
    private const string AppSecret = "e47f5d3c9b2a";

    protected override object Settings => new WhatsAppSettings
    {
        PhoneNumberId = "106540352242922",
        BusinessAccountId = "102290129340398",
        AccessToken = "EAAJB-token-of-the-shop",
        AppSecret = AppSecret,
        VerifyToken = "chosen-by-relais",
    };

    protected override IEnumerable<string> Codes => WhatsAppErrors.Keys;

    protected override string SignatureHeader => "X-Hub-Signature-256";

    protected override IReadOnlyList<string> Endings => ["sent", "tryLater", "rejected", "contactBlockedUs", "badSettings", "unknown"];

    protected override string Sign(ReadOnlyMemory<byte> body) =>
        $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(AppSecret), body.Span))}";

    /// <summary>Made with <c>openssl dgst -sha256 -hmac e47f5d3c9b2a</c>, so that we do not only agree with ourselves.</summary>
    [Fact]
    public void The_signature_is_the_one_others_make() =>
        Verify("""{"object":"whatsapp_business_account","text":"D\u00e9j\u00e0"}"""u8.ToArray(), "sha256=552eab3c03889e670cb8e167768d0150c5c8f1a5e205dd40f4d87a2d613db631").ShouldBeOfType<Verdict.Accepted>();

    [Fact]
    public void A_handshake_with_the_verify_token_is_answered_with_its_challenge() =>
        Handshake("subscribe", "chosen-by-relais", "1158201444").ShouldBe(new Verdict.Answered("1158201444"));

    [Theory]
    [InlineData("subscribe", "someone-elses", "1158201444")]
    [InlineData("subscribe", "", "1158201444")]
    public void A_handshake_with_another_token_is_refused(string mode, string token, string challenge) =>
        Handshake(mode, token, challenge).ShouldBeOfType<Verdict.Refused>();

    [Theory]
    [InlineData("unsubscribe", "chosen-by-relais", "1158201444")]
    [InlineData("subscribe", "chosen-by-relais", "")]
    public void What_is_no_handshake_is_malformed(string mode, string token, string challenge) =>
        Handshake(mode, token, challenge).ShouldBeOfType<Verdict.Malformed>();

    [Fact]
    public void Without_an_app_secret_nobody_is_genuine()
    {
        var body = "{}"u8.ToArray();
        var headers = new HeaderDictionary { [SignatureHeader] = $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Array.Empty<byte>(), body))}" };
        var unfinished = Channel with { Settings = (WhatsAppSettings)Settings with { AppSecret = "" } };
        Kind.Verify(unfinished, new DoorRequest("POST", headers, new QueryCollection(), body)).ShouldBeOfType<Verdict.Refused>();
    }

    /// <summary>Any part of a call may one day have another shape: the rest of it is still read.</summary>
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
    public void What_the_administrator_copies_to_Meta_is_shown()
    {
        var connection = Kind.Connection(Channel, new Uri("https://relais.example.com"));
        connection["webhookUrl"].ShouldBe($"https://relais.example.com/channels/whatsapp/{Channel.Id}");
        connection["verifyToken"].ShouldBe("chosen-by-relais");
    }

    [Fact]
    public async Task A_reaction_is_a_message_of_its_own_and_an_empty_one_takes_it_back()
    {
        Provider.Next = RecordedAnswer.Of(200, """{"messages":[{"id":"wamid.R"}]}""");
        var (put, whyNot) = await React("wamid.1", "33612345678", "👍");
        JsonNode.DeepEquals(JsonNode.Parse(put.Body), JsonNode.Parse("""{"messaging_product":"whatsapp","recipient_type":"individual","to":"+33612345678","type":"reaction","reaction":{"message_id":"wamid.1","emoji":"👍"}}""")).ShouldBeTrue(put.Body);
        whyNot.ShouldBeNull();
        JsonNode.Parse((await React("wamid.1", "33612345678", null)).Asked.Body)!["reaction"]!["emoji"]!.ToString().ShouldBe("");

        Provider.Next = RecordedAnswer.Of(400, """{"error":{"code":131047,"message":"Re-engagement message"}}""");
        (await React("wamid.1", "33612345678", "👍")).WhyNot.ShouldNotBeNull().ShouldContain("Re-engagement message");
    }

    private Verdict Handshake(string mode, string token, string challenge) => Kind.Verify(Channel, new DoorRequest("GET", new HeaderDictionary(), new QueryCollection(
        new Dictionary<string, StringValues> { ["hub.mode"] = mode, ["hub.verify_token"] = token, ["hub.challenge"] = challenge }), default));
}
