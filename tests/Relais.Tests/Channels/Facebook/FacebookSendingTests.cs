using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Channels.Facebook;
using Relais.Tests.Channels.Custom;

namespace Relais.Tests.Channels.Facebook;

/// <summary>What Meta is asked to send, and what it is told besides.</summary>
[Trait("suite", "pure")]
public sealed class FacebookSendingTests
{
    private const string Closed = """{"error":{"code":10,"error_subcode":2018278,"message":"outside of allowed window"}}""";

    private readonly RecordedProvider provider = new() { Next = RecordedAnswer.Of(200, """{"recipient_id":"24","message_id":"m_1"}""") };
    private readonly Outgoing answer = new(Guid.Parse("0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), ["24"], "Il arrive demain", "Ana");

    [Fact]
    public async Task Words_carry_our_id_and_quote_what_they_answer()
    {
        (await Send(answer with { ReplyToExternalId = "m_HERS" })).ShouldBe(new Delivery.Sent("m_1"));

        var asked = provider.Asked.ShouldHaveSingleItem();
        (asked.Address.GetLeftPart(UriPartial.Path), asked.Authorization).ShouldBe(("https://graph.facebook.com/v25.0/1045/messages", "Bearer token"));
        ShouldBe(asked.Body, """{"recipient":{"id":"24"},"messaging_type":"RESPONSE","message":{"text":"Il arrive demain","metadata":"0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"},"reply_to":{"mid":"m_HERS"}}""");
    }

    [Fact]
    public async Task Choices_are_quick_replies()
    {
        await Send(answer with { Choices = ["Échanger", "Retourner"] });
        ShouldBe(JsonNode.Parse(provider.Asked.Single().Body)!["message"]!["quick_replies"]!.ToJsonString(), """
            [{"content_type":"text","title":"Échanger","payload":"0197a1b2c3d47e5f8a9b0c1d2e3f4a5b-1"},{"content_type":"text","title":"Retourner","payload":"0197a1b2c3d47e5f8a9b0c1d2e3f4a5b-2"}]
            """);
    }

    [Theory]
    [InlineData(AttachmentKind.Image, "image/png", "image")]
    [InlineData(AttachmentKind.Video, "video/mp4", "video")]
    [InlineData(AttachmentKind.Audio, "audio/mpeg", "audio")]
    [InlineData(AttachmentKind.Document, "application/pdf", "file")]
    public async Task A_file_is_uploaded_and_sent_as_what_it_is(AttachmentKind kind, string type, string shape)
    {
        provider.Answers = asked => asked.Address.AbsolutePath.EndsWith("/message_attachments", StringComparison.Ordinal) ? RecordedAnswer.Of(200, """{"attachment_id":"77"}""") : null;

        (await Send(answer with { Text = "", Files = [File(kind, type)] })).ShouldBe(new Delivery.Sent("m_1"));

        provider.Asked[0].Body.ShouldContain($"\"type\":\"{shape}\",\"payload\":{{}}");
        provider.Asked[0].Body.ShouldContain("name=filedata; filename=\"bon 1.bin\"");
        provider.Asked[0].Body.ShouldContain("the file");
        ShouldBe(JsonNode.Parse(provider.Asked[1].Body)!["message"]!["attachment"]!.ToJsonString(), $$"""{"type":"{{shape}}","payload":{"attachment_id":"77"} }""");
    }

    [Fact]
    public async Task Losing_the_answer_about_an_upload_loses_nothing()
    {
        provider.Next = new RecordedAnswer { Fault = "noAnswer" };
        (await Send(answer with { Text = "", Files = [File(AttachmentKind.Image, "image/png")] })).ShouldBeOfType<Delivery.TryLater>();
        provider.Asked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Only_what_a_person_writes_is_sent_again_with_the_person_s_tag()
    {
        provider.Answers = asked => asked.Body.Contains("HUMAN_AGENT", StringComparison.Ordinal) ? null : RecordedAnswer.Of(403, Closed);

        (await Send(answer, humanAgent: true)).ShouldBe(new Delivery.Sent("m_1"));
        var tagged = JsonNode.Parse(provider.Asked[1].Body)!;
        (tagged["messaging_type"]!.GetValue<string>(), tagged["tag"]!.GetValue<string>()).ShouldBe(("MESSAGE_TAG", "HUMAN_AGENT"));

        foreach (var other in new[] { Send(answer), Send(answer with { IsAutomatic = true }, humanAgent: true), Send(answer with { Choices = ["Oui"] }, humanAgent: true) })
            (await other).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("window_closed");
        provider.Asked.Count.ShouldBe(5);
    }

    [Fact]
    public async Task What_Meta_would_refuse_is_not_asked()
    {
        (await Send(answer with { To = [] })).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("no_address");
        (await Send(answer with { Files = [File(AttachmentKind.Image, "image/png"), File(AttachmentKind.Image, "image/png")] })).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("too_many_files");
        (await Kind.Send(Channel(token: "to\nken"), answer, Stop)).ShouldBeOfType<Delivery.BadSettings>().Reason.ShouldStartWith("token_invalid: ");
        provider.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reading_and_typing_are_told()
    {
        await Kind.Tell(Channel(), new Signal.Typing(Guid.Empty, ["24"], "m", On: true), Stop);
        await Kind.Tell(Channel(), new Signal.Typing(Guid.Empty, ["24"], "m", On: false), Stop);
        await Kind.Tell(Channel(), new Signal.Read(Guid.Empty, ["24"], "m"), Stop);
        provider.Asked.Select(asked => JsonNode.Parse(asked.Body)!["sender_action"]!.GetValue<string>()).ShouldBe(["typing_on", "typing_off", "mark_seen"]);
    }

    [Fact]
    public async Task A_file_s_address_that_lives_is_called_without_our_token()
    {
        provider.Next = RecordedAnswer.Of(200, "\"bytes\"");
        (await Kind.Fetch(Channel(), "m_1 0 https://scontent.xx.fbcdn.net/a.jpg", Stop)).ShouldBeOfType<Fetched.File>();
        provider.Asked.ShouldHaveSingleItem().Authorization.ShouldBeNull();
    }

    [Theory]
    [InlineData("http://scontent.xx.fbcdn.net/a.jpg")]
    [InlineData("file:///etc/passwd")]
    [InlineData("nonsense")]
    public async Task An_address_that_is_none_is_not_called(string address)
    {
        provider.Next = RecordedAnswer.Of(400, """{"error":{"code":100,"error_subcode":33,"message":"gone"}}""");
        (await Kind.Fetch(Channel(), $"m_1 0 {address}", Stop)).ShouldBeOfType<Fetched.Gone>();
        provider.Asked.ShouldHaveSingleItem().Address.AbsolutePath.ShouldBe("/v25.0/m_1");
    }

    [Theory]
    [InlineData(200, """{"attachments":{"data":[]}}""", typeof(Fetched.Gone))]
    [InlineData(401, """{"error":{"code":190,"message":"expired"}}""", typeof(Fetched.TryLater))]
    [InlineData(500, "\"<html></html>\"", typeof(Fetched.TryLater))]
    public async Task Why_there_is_no_file_decides_whether_to_come_back(int status, string body, Type ending)
    {
        provider.Next = RecordedAnswer.Of(status, body);
        (await Kind.Fetch(Channel(), "m_1 0", Stop)).ShouldBeOfType(ending);
    }

    [Theory]
    [InlineData("""{"first_name":"Zoé","last_name":"Martin","id":"24"}""", "Zoé Martin")]
    [InlineData("""{"first_name":" Zoé ","last_name":"","id":"24"}""", "Zoé")]
    [InlineData("""{"last_name":"Martin","id":"24"}""", "Martin")]
    public async Task A_name_is_asked_for(string person, string name)
    {
        provider.Next = RecordedAnswer.Of(200, person);
        (await Introduce("24/6")).ShouldBeOfType<Introduced.As>().Profile.ShouldBeEquivalentTo(new Profile(name));
        provider.Asked.ShouldHaveSingleItem().Address.PathAndQuery.ShouldStartWith("/v25.0/24%2F6?fields=first_name,last_name&appsecret_proof=");
    }

    [Theory]
    [InlineData(200, """{"id":"24"}""", null, false)]
    [InlineData(400, """{"error":{"code":100,"error_subcode":33,"message":"does not exist"}}""", null, false)]
    [InlineData(400, """{"error":{"code":100,"error_subcode":2018001,"message":"No matching user found"}}""", null, false)]
    [InlineData(403, """{"error":{"code":230,"message":"Requires pages_messaging"}}""", null, false)]
    [InlineData(400, """{"error":{"code":551,"message":"This person isn't available"}}""", null, false)]
    [InlineData(200, "\"<html></html>\"", null, true)]
    [InlineData(401, """{"error":{"code":190,"message":"expired"}}""", null, true)]
    [InlineData(401, "\"<html></html>\"", null, true)]
    [InlineData(400, """{"error":{"code":613,"message":"too many"}}""", null, true)]
    [InlineData(500, """{"error":{"code":1,"message":"unknown"}}""", null, true)]
    [InlineData(502, "\"<html></html>\"", null, true)]
    [InlineData(0, "\"\"", "noConnection", true)]
    [InlineData(0, "\"\"", "noAnswer", true)]
    [InlineData(0, "\"\"", "addressRefused", true)]
    public async Task Who_is_not_introduced_now_may_be_later(int status, string body, string? fault, bool later)
    {
        provider.Next = RecordedAnswer.Of(status, body) with { Fault = fault };
        (await Introduce("24")).GetType().ShouldBe(later ? typeof(Introduced.TryLater) : typeof(Introduced.Nobody));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task<Introduced> Introduce(string id) => Kind.Introduce(Channel(), id, Stop);

    private FacebookChannel Kind => new(provider, Memory.Unused, new FakeTimeProvider());

    private static ConnectedChannel Channel(bool humanAgent = false, string token = "token") => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), "facebook", "Maison Lune", new FacebookSettings { PageId = "1045", AccessToken = token, AppSecret = "secret", HumanAgent = humanAgent });

    private static OutgoingFile File(AttachmentKind kind, string type) =>
        new(kind, "bon \"1\".bin", type, 8, "https://relais.example/a", _ => Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes("the file"))));

    private Task<Delivery> Send(Outgoing outgoing, bool humanAgent = false) => Kind.Send(Channel(humanAgent), outgoing, Stop);

    private static void ShouldBe(string body, string expected) => JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(expected)).ShouldBeTrue(body);
}
