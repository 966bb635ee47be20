using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Channels.Instagram;
using Relais.Tests.Channels.Custom;

namespace Relais.Tests.Channels.Instagram;

/// <summary>What Meta is asked to send from an account, and what it is told besides.</summary>
[Trait("suite", "pure")]
public sealed class InstagramSendingTests
{
    private const string Closed = """{"error":{"code":10,"error_subcode":2534022,"message":"outside of allowed window"}}""";

    private readonly RecordedProvider provider = new() { Next = RecordedAnswer.Of(200, """{"recipient_id":"24","message_id":"m_1"}""") };
    private readonly Outgoing answer = new(Guid.Parse("0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), ["24"], "Il arrive demain", "Ana");

    [Theory]
    [InlineData("account", "https://graph.instagram.com/v25.0/me/messages")]
    [InlineData("page", "https://graph.facebook.com/v25.0/me/messages")]
    public async Task Words_go_by_the_login_and_carry_nothing_Instagram_does_not_know(string login, string address)
    {
        (await Kind.Send(Channel(login: login), answer with { ReplyToExternalId = "m_HERS" }, Stop)).ShouldBe(new Delivery.Sent("m_1"));

        var asked = provider.Asked.ShouldHaveSingleItem();
        (asked.Address.GetLeftPart(UriPartial.Path), asked.Authorization).ShouldBe((address, "Bearer token"));
        asked.Address.Query.Contains("appsecret_proof=", StringComparison.Ordinal).ShouldBe(login == "page");
        ShouldBe(asked.Body, """{"recipient":{"id":"24"},"message":{"text":"Il arrive demain"},"reply_to":{"mid":"m_HERS"}}""");
    }

    [Fact]
    public async Task Choices_are_quick_replies()
    {
        await Send(answer with { Choices = ["Échanger"] });
        ShouldBe(JsonNode.Parse(provider.Asked.Single().Body)!["message"]!.ToJsonString(), """
            {"text":"Il arrive demain","quick_replies":[{"content_type":"text","title":"Échanger","payload":"0197a1b2c3d47e5f8a9b0c1d2e3f4a5b-1"}]}
            """);
    }

    [Theory]
    [InlineData(AttachmentKind.Image, "image")]
    [InlineData(AttachmentKind.Video, "video")]
    [InlineData(AttachmentKind.Audio, "audio")]
    [InlineData(AttachmentKind.Document, "file")]
    public async Task A_file_is_fetched_by_Meta_as_what_it_is(AttachmentKind kind, string shape)
    {
        (await Send(answer with { Text = "", Files = [File(kind)] })).ShouldBe(new Delivery.Sent("m_1"));
        ShouldBe(provider.Asked.ShouldHaveSingleItem().Body, $$"""{"recipient":{"id":"24"},"message":{"attachment":{"type":"{{shape}}","payload":{"url":"https://relais.example.com/f/a"} } } }""");
    }

    [Theory]
    [InlineData("http://relais.example.com/f/a")]
    [InlineData("https://localhost/f/a")]
    [InlineData("https://192.168.1.2/f/a")]
    public async Task A_file_Meta_cannot_fetch_is_not_asked_for(string url)
    {
        (await Send(answer with { Files = [File(AttachmentKind.Image) with { Url = url }] })).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("media_not_public");
        provider.Asked.ShouldBeEmpty();
    }

    /// <summary>What counts are bytes: what does not fit is not cut.</summary>
    [Theory]
    [InlineData("a", 1000, true)]
    [InlineData("a", 1001, false)]
    [InlineData("é", 500, true)]
    [InlineData("é", 501, false)]
    [InlineData("月", 333, true)]
    [InlineData("月", 334, false)]
    [InlineData("🌙", 250, true)]
    [InlineData("🌙", 251, false)]
    public async Task A_text_of_too_many_bytes_is_refused_before_anything_left(string letter, int count, bool fits)
    {
        var text = string.Concat(Enumerable.Repeat(letter, count));
        foreach (var files in new OutgoingFile[][] { [], [File(AttachmentKind.Image)] })
        {
            if (fits && files.Length > 0) continue;

            var delivery = await Send(answer with { Text = text, Files = files });
            if (fits) delivery.ShouldBe(new Delivery.Sent("m_1"));
            else delivery.ShouldBe(new Delivery.Rejected("too_long", $"The text takes {Encoding.UTF8.GetByteCount(text)} bytes of 1000."));
        }

        provider.Asked.Count.ShouldBe(fits ? 1 : 0);
    }

    [Fact]
    public void What_the_composer_allows_fits_in_usual_French()
    {
        const string Words = "Bonjour Zoé, merci pour votre message. Votre commande a bien été expédiée lundi dernier et devrait arriver chez vous avant la fin de la semaine. "
            + "Si le colis n’est pas là vendredi soir, répondez-nous ici : nous ouvrirons une enquête auprès du transporteur et nous vous enverrons un autre exemplaire sans frais. ";
        var text = string.Concat(Enumerable.Repeat(Words, 4))[..Kind.CapabilitiesOf(Channel()).MaxText];
        Encoding.UTF8.GetByteCount(text).ShouldBeInRange(901, 1000);
    }

    [Fact]
    public async Task Only_what_a_person_writes_is_sent_again_with_the_person_s_tag()
    {
        provider.Answers = asked => asked.Body.Contains("HUMAN_AGENT", StringComparison.Ordinal) ? null : RecordedAnswer.Of(403, Closed);

        (await Send(answer, humanAgent: true)).ShouldBe(new Delivery.Sent("m_1"));
        ShouldBe(provider.Asked[1].Body, """{"recipient":{"id":"24"},"message":{"text":"Il arrive demain"},"messaging_type":"MESSAGE_TAG","tag":"HUMAN_AGENT"}""");

        foreach (var other in new[] { Send(answer), Send(answer with { IsAutomatic = true }, humanAgent: true), Send(answer with { Choices = ["Oui"] }, humanAgent: true) })
            (await other).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("window_closed");
        provider.Asked.Count.ShouldBe(5);
    }

    [Fact]
    public async Task What_Meta_would_refuse_is_not_asked()
    {
        (await Send(answer with { To = [] })).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("no_address");
        (await Send(answer with { Files = [File(AttachmentKind.Image), File(AttachmentKind.Image)] })).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("too_many_files");
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

    [Theory]
    [InlineData("""{"name":"Zoé Martin","username":"zoe.m","id":"24"}""", "Zoé Martin", "zoe.m")]
    [InlineData("""{"name":"","username":"zoe.m","id":"24"}""", "zoe.m", "zoe.m")]
    [InlineData("""{"name":"Zoé Martin","id":"24"}""", "Zoé Martin", null)]
    public async Task A_name_is_asked_for(string person, string name, string? username)
    {
        provider.Next = RecordedAnswer.Of(200, person);
        var profile = (await Kind.Introduce(Channel(), "24", Stop)).ShouldBeOfType<Introduced.As>().Profile;
        (profile.Name, profile.AvatarUrl, profile.Attributes.GetValueOrDefault("username")).ShouldBe((name, null, username));
        provider.Asked.ShouldHaveSingleItem().Address.ToString().ShouldBe("https://graph.instagram.com/v25.0/24?fields=name,username");
    }

    [Theory]
    [InlineData(200, """{"id":"24"}""", false)]
    [InlineData(403, """{"error":{"code":230,"message":"User consent is required to access user profile"}}""", false)]
    [InlineData(400, """{"error":{"code":190,"message":"expired"}}""", true)]
    [InlineData(400, """{"error":{"code":4,"message":"Application request limit reached"}}""", true)]
    public async Task Who_is_not_introduced_now_may_be_later(int status, string body, bool later)
    {
        provider.Next = RecordedAnswer.Of(status, body);
        (await Kind.Introduce(Channel(), "24", Stop)).GetType().ShouldBe(later ? typeof(Introduced.TryLater) : typeof(Introduced.Nobody));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private InstagramChannel Kind => new(provider, Memory.Unused, new FakeTimeProvider());

    private static ConnectedChannel Channel(bool humanAgent = false, string token = "token", string login = "account") => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), "instagram", "Maison Lune",
        new InstagramSettings { Login = login, AccountId = "17841", AccessToken = token, AppSecret = "secret", HumanAgent = humanAgent });

    private static OutgoingFile File(AttachmentKind kind) =>
        new(kind, "bon.bin", "any", 8, "https://relais.example.com/f/a", _ => throw new InvalidOperationException("Meta fetches it."));

    private Task<Delivery> Send(Outgoing outgoing, bool humanAgent = false) => Kind.Send(Channel(humanAgent), outgoing, Stop);

    private static void ShouldBe(string body, string expected) => JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(expected)).ShouldBeTrue(body);
}
