using System.Text;
using Microsoft.Extensions.Time.Testing;
using Relais.Server.Channels;
using Relais.Server.Channels.WhatsApp;

namespace Relais.Tests.Channels.WhatsApp;

/// <summary>Files from customers: fetched before their address runs out, and after; never with our token to a stranger.</summary>
public sealed class WhatsAppMediaTests
{
    private const string Address = "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=27&hash=AT";
    private const string Fresh = """{"url":"https://lookaside.fbsbx.com/fresh","mime_type":"image/jpeg","file_size":5,"id":"27"}""";

    private readonly RecordedProvider provider = new();

    [Fact]
    public async Task An_address_that_still_lives_is_enough()
    {
        provider.Next = RecordedAnswer.Of(200, "\"bytes\"");
        (await Bytes($"27 {Address}")).ShouldBe("bytes");
        provider.Asked.ShouldHaveSingleItem().ShouldSatisfyAllConditions(asked => asked.Address.ToString().ShouldBe(Address), asked => asked.Authorization.ShouldBe("Bearer token"));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(401)]
    [InlineData(403)]
    public async Task An_address_that_has_run_out_is_asked_for_anew(int status)
    {
        provider.Answers = asked => asked.Address.Host == "graph.facebook.com" ? RecordedAnswer.Of(200, Fresh)
            : asked.Address.AbsolutePath == "/fresh" ? RecordedAnswer.Of(200, "\"bytes\"")
            : new RecordedAnswer { Status = status };
        (await Bytes($"27 {Address}")).ShouldBe("bytes");
        provider.Asked.Select(asked => asked.Address.AbsolutePath).ShouldBe(["/whatsapp_business/attachments/", "/v25.0/27", "/fresh"]);
    }

    [Theory]
    [InlineData("https://lookaside.fbsbx.com.evil.example/x")]
    [InlineData("http://lookaside.fbsbx.com/x")]
    [InlineData("https://lookaside.fbsbx.com:8443/x")]
    [InlineData("https://evil.example/lookaside.fbsbx.com")]
    [InlineData("file:///etc/passwd")]
    [InlineData("nonsense")]
    public async Task Our_token_goes_to_no_stranger(string stranger)
    {
        provider.Answers = asked => asked.Address.Host == "graph.facebook.com" ? RecordedAnswer.Of(200, $$"""{"url":"{{stranger}}","id":"27"}""") : null;
        (await Fetch($"27 {stranger}")).ShouldBeOfType<Fetched.Gone>();
        provider.Asked.ShouldAllBe(asked => asked.Address.Host == "graph.facebook.com");
    }

    [Fact]
    public async Task A_file_larger_than_the_limit_is_not_fetched()
    {
        provider.Next = RecordedAnswer.Of(200, """{"url":"https://lookaside.fbsbx.com/fresh","file_size":104857601,"id":"27"}""");
        (await Fetch("27")).ShouldBeOfType<Fetched.Gone>();
        provider.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(400, """{"error":{"code":100,"error_subcode":33,"message":"Object with ID '27' does not exist"}}""", typeof(Fetched.Gone))]
    [InlineData(400, """{"error":{"code":131052,"message":"Media download error"}}""", typeof(Fetched.Gone))]
    [InlineData(401, """{"error":{"code":190,"message":"Token expired"}}""", typeof(Fetched.TryLater))]
    [InlineData(429, "{}", typeof(Fetched.TryLater))]
    [InlineData(500, "{}", typeof(Fetched.TryLater))]
    public async Task Why_there_is_no_file_decides_whether_to_come_back(int status, string body, Type ending)
    {
        provider.Next = RecordedAnswer.Of(status, body);
        (await Fetch("27")).ShouldBeOfType(ending);
    }

    [Theory]
    [InlineData("../../../v25.0/1065/messages")]
    [InlineData("27?access_token=x")]
    public async Task An_id_cannot_lead_elsewhere(string id)
    {
        provider.Next = RecordedAnswer.Of(400, """{"error":{"code":100,"message":"no"}}""");
        await Fetch(id);
        provider.Asked.ShouldHaveSingleItem().Address.AbsolutePath.ShouldBe($"/v25.0/{Uri.EscapeDataString(id)}");
    }

    private Task<Fetched> Fetch(string reference) => new WhatsAppChannel(provider, new FakeTimeProvider()).Fetch(
        new ConnectedChannel(Guid.CreateVersion7(), Guid.CreateVersion7(), "whatsapp", "Maison Lune", new WhatsAppSettings { PhoneNumberId = "1065", AccessToken = "token" }),
        reference, TestContext.Current.CancellationToken);

    private async Task<string> Bytes(string reference)
    {
        using var reader = new StreamReader((await Fetch(reference)).ShouldBeOfType<Fetched.File>().Content, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
