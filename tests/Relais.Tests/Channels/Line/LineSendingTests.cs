using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Nodes;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Server;
using Relais.Server.Channels;
using Relais.Server.Channels.Line;
using Relais.Tests.Architecture;

namespace Relais.Tests.Channels.Line;

/// <summary>What LINE is asked: to send, for files, for names, to show that we read and type.</summary>
[Trait("suite", "pure")]
public sealed class LineSendingTests
{
    private const string Zoe = "U206d25c2ea6bd87c17655609a1c37cb8";

    private readonly RecordedProvider provider = new() { Next = RecordedAnswer.Of(200, """{"sentMessages":[{"id":"461230966842064897"}]}""") };

    [Fact]
    public async Task Words_are_pushed_with_a_key_that_stays_the_same()
    {
        var answer = Answer();
        (await Kind().Send(Channel(), answer, Stop)).ShouldBe(new Delivery.Sent("461230966842064897"));
        await Kind().Send(Channel(), answer with { Attempt = 2 }, Stop);

        var asked = provider.Asked[0];
        (asked.Method, asked.Address.ToString(), asked.Authorization).ShouldBe(("POST", "https://api.line.me/v2/bot/message/push", "Bearer token"));
        JsonNode.DeepEquals(JsonNode.Parse(asked.Body), JsonNode.Parse($$"""{"to":"{{Zoe}}","messages":[{"type":"text","text":"Il arrive demain"}]}""")).ShouldBeTrue(asked.Body);
        provider.Asked.Select(one => one.Header("X-Line-Retry-Key")).ShouldBe([answer.MessageId.ToString(), answer.MessageId.ToString()]);
        Kind().CapabilitiesOf(Channel()).Unknown.ShouldBe(UnknownPolicy.Resend);
    }

    [Fact]
    public async Task A_message_of_his_is_quoted_by_its_token_and_no_other()
    {
        var answers = new Answered("7", "Bonjour", "Zoé", DateTimeOffset.UnixEpoch, """{"quoteToken":"q7"}""");
        await Kind().Send(Channel(), Answer() with { ReplyToExternalId = "7", Answers = answers }, Stop);
        await Kind().Send(Channel(), Answer() with { ReplyToExternalId = "8", Answers = answers }, Stop);
        await Kind().Send(Channel(), Answer() with { Answers = answers }, Stop);
        Sent().Select(messages => messages.Single()!["quoteToken"]?.GetValue<string>()).ShouldBe(["q7", null, null]);
    }

    [Theory]
    [InlineData("Ana", "Ana")]
    [InlineData("Anastasia de la Fontaine", "Anastasia de la Font")]
    [InlineData("Céline", null)]
    public async Task The_agent_s_name_is_shown_where_the_shop_wants_it_and_LINE_allows_it(string author, string? shown)
    {
        await Kind().Send(Channel(new LineSettings { ChannelAccessToken = "token", ShowsAgent = true }), Answer() with { AuthorName = author }, Stop);
        await Kind().Send(Channel(), Answer() with { AuthorName = author }, Stop);
        Sent().Select(messages => messages.Single()!["sender"]?["name"]?.GetValue<string>()).ShouldBe([shown, null]);
    }

    [Fact]
    public async Task Choices_are_buttons_below_the_last_message()
    {
        await Kind().Send(Channel(), Answer() with { Choices = ["Oui", "Non"], Files = [File(AttachmentKind.Image, "a.png")] }, Stop);
        var messages = Sent().Single();
        messages[0]!["quickReply"].ShouldBeNull();
        messages[1]!["quickReply"]!["items"]!.AsArray().Select(item => $"{item!["type"]} {item["action"]!["type"]} {item["action"]!["label"]} {item["action"]!["text"]}")
            .ShouldBe(["action message Oui Oui", "action message Non Non"]);
    }

    [Fact]
    public async Task Files_are_fetched_by_LINE_each_with_what_stands_for_it()
    {
        const long large = 3 * 1024 * 1024;
        OutgoingFile[] files = [File(AttachmentKind.Image, "a.png"), File(AttachmentKind.Image, "b.png", large), File(AttachmentKind.Video, "c.mp4"), File(AttachmentKind.Audio, "d.m4a", content: Sound(44_100, 88_200))];
        await Kind().Send(Channel(), Answer() with { Text = "Voici", Files = files }, Stop);

        Sent().Single().Select(message => message!.ToJsonString()).ShouldBe(
        [
            """{"type":"text","text":"Voici"}""",
            """{"type":"image","originalContentUrl":"https://relais.example.com/f/a.png","previewImageUrl":"https://relais.example.com/f/a.png"}""",
            """{"type":"image","originalContentUrl":"https://relais.example.com/f/b.png","previewImageUrl":"https://relais.example.com/line/picture.png"}""",
            """{"type":"video","originalContentUrl":"https://relais.example.com/f/c.mp4","previewImageUrl":"https://relais.example.com/line/film.png"}""",
            """{"type":"audio","originalContentUrl":"https://relais.example.com/f/d.m4a","duration":2000}""",
        ]);
    }

    [Fact]
    public async Task How_long_a_sound_lasts_is_estimated_where_it_does_not_say()
    {
        await Kind().Send(Channel(), Answer() with { Files = [File(AttachmentKind.Audio, "d.mp3", 160_000, new byte[2000])] }, Stop);
        Sent().Single()[1]!["duration"]!.GetValue<long>().ShouldBe(10_000);
    }

    [Fact]
    public async Task What_cannot_go_is_not_tried()
    {
        var picture = File(AttachmentKind.Image, "a.png");
        (await Kind().Send(Channel(), Answer() with { To = [] }, Stop)).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("no_address");
        (await Kind().Send(Channel(), Answer() with { Files = [picture, picture, picture, picture, picture] }, Stop)).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("too_many_files");
        foreach (var url in new[] { "http://relais.example.com/a", "https://localhost/a", "https://192.168.1.4/a" })
            (await Kind().Send(Channel(), Answer() with { Files = [picture with { Url = url }] }, Stop)).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("media_not_public");
        (await Kind().Send(Channel(new LineSettings { ChannelAccessToken = "two words" }), Answer(), Stop)).ShouldBeOfType<Delivery.BadSettings>();
        provider.Asked.ShouldBeEmpty();
    }

    /// <summary>Everything above, and every call of the samples, as LINE's own types see it.</summary>
    [CheckedBy("@line/bot-sdk", "has types that fit what we send and what we read")]
    [Fact]
    public async Task LINE_s_own_types_agree_with_what_we_send_and_accept()
    {
        await A_message_of_his_is_quoted_by_its_token_and_no_other();
        provider.Forget();
        await The_agent_s_name_is_shown_where_the_shop_wants_it_and_LINE_allows_it("Ana", "Ana");
        provider.Forget();
        await Choices_are_buttons_below_the_last_message();
        provider.Forget();
        await Files_are_fetched_by_LINE_each_with_what_stands_for_it();
        provider.Forget();
        await Kind().Tell(Channel(), new Signal.Typing(Guid.Empty, [Zoe], null, On: true), Stop);
        await Kind().Tell(Channel(), new Signal.Read(Guid.Empty, [Zoe], "7") { LastExtra = """{"markAsReadToken":"30y"}""" }, Stop);

        var known = SourceTree.Files("tests/Relais.Tests/Channels/Line/samples", ".json").Where(sample => !sample.Path.Contains("/unknown-", StringComparison.Ordinal));
        var values = new Dictionary<string, IEnumerable<JsonNode?>>
        {
            ["messagingApi.PushMessageRequest"] = provider.Remembered.Select(asked => JsonNode.Parse(asked.Body)),
            ["messagingApi.ShowLoadingAnimationRequest"] = [JsonNode.Parse(provider.Asked[0].Body)],
            ["messagingApi.MarkMessagesAsReadByTokenRequest"] = [JsonNode.Parse(provider.Asked[1].Body)],
            ["webhook.CallbackRequest"] = known.Select(sample => JsonNode.Parse(sample.Text)),
        };
        values["messagingApi.PushMessageRequest"].Count().ShouldBe(7);
        (await Referee.Ask("line.mjs", "types", JsonSerializer.Serialize(values))).ShouldBe("\"\"");

        values["messagingApi.PushMessageRequest"] = [JsonNode.Parse("""{"to":"U1","messages":[{"type":"text","words":"no text"}]}""")];
        (await Referee.Ask("line.mjs", "types", JsonSerializer.Serialize(values))).ShouldContain("error TS", customMessage: "It says so where something is wrong.");
    }

    [Fact]
    public async Task Reading_and_typing_are_shown_where_LINE_can()
    {
        await Kind().Tell(Channel(), new Signal.Typing(Guid.Empty, [Zoe], "7", On: true), Stop);
        await Kind().Tell(Channel(), new Signal.Read(Guid.Empty, [Zoe], "7") { LastExtra = """{"markAsReadToken":"30y"}""" }, Stop);
        await Kind().Tell(Channel(), new Signal.Typing(Guid.Empty, [Zoe], "7", On: false), Stop);
        await Kind().Tell(Channel(), new Signal.Typing(Guid.Empty, ["Ca56f94637c4d4ca1b2c3d4e5f6a7b8c9"], "7", On: true), Stop);
        await Kind().Tell(Channel(), new Signal.Read(Guid.Empty, [Zoe], "7"), Stop);
        provider.Asked.Select(asked => $"{asked.Address.AbsolutePath} {asked.Body}").ShouldBe(
            [$$"""/v2/bot/chat/loading/start {"chatId":"{{Zoe}}","loadingSeconds":5}""", """/v2/bot/chat/markAsRead {"markAsReadToken":"30y"}"""]);
    }

    [Theory]
    [InlineData(200, "ready")]
    [InlineData(202, "later")]
    [InlineData(404, "gone")]
    [InlineData(410, "gone")]
    [InlineData(500, "later")]
    public async Task A_file_is_copied_from_LINE_s_host_of_files(int status, string ending)
    {
        provider.Next = RecordedAnswer.Of(status, "\"bytes\"");
        var fetched = await Kind().Fetch(Channel(), "325708", Stop);
        (fetched switch { Fetched.File => "ready", Fetched.TryLater => "later", _ => "gone" }).ShouldBe(ending);
        (provider.Asked.Single().Address.ToString(), provider.Asked.Single().Authorization).ShouldBe(("https://api-data.line.me/v2/bot/message/325708/content", "Bearer token"));
    }

    [Fact]
    public async Task Where_a_file_lies_elsewhere_nobody_sees_our_token()
    {
        (await Kind().Fetch(Channel(), "https://boutique.example.com/fissure.jpg", Stop)).ShouldBeOfType<Fetched.File>();
        provider.Asked.Single().Authorization.ShouldBeNull();
        await Kind().Fetch(Channel(), "http://boutique.example.com/fissure.jpg", Stop);
        provider.Asked[^1].Address.Host.ShouldBe("api-data.line.me");
    }

    [Fact]
    public async Task People_and_groups_are_asked_for_by_their_ids_and_rooms_are_not()
    {
        provider.Answers = asked => RecordedAnswer.Of(200, asked.Address.AbsolutePath.Contains("/group/", StringComparison.Ordinal)
            ? """{"groupId":"C1","groupName":"Les voisins"}""" : """{"userId":"U1","displayName":"Zoé Martin","language":"fr"}""");
        (await Introduce(Zoe)).ShouldBeOfType<Introduced.As>().Profile.ShouldBe(new Profile("Zoé Martin", Language: "fr"));
        (await Introduce("C1")).ShouldBeOfType<Introduced.As>().Profile.Name.ShouldBe("Les voisins");
        (await Introduce("R1")).ShouldBeOfType<Introduced.Nobody>();
        provider.Asked.Select(asked => asked.Address.AbsolutePath).ShouldBe([$"/v2/bot/profile/{Zoe}", "/v2/bot/group/C1/summary"]);
    }

    [Theory]
    [InlineData(404, """{"message":"Not found"}""", null, false)]
    [InlineData(400, """{"message":"The value for the 'userId' parameter is invalid"}""", null, false)]
    [InlineData(401, """{"message":"Authentication failed"}""", null, true)]
    [InlineData(429, """{"message":"Too many"}""", null, true)]
    [InlineData(500, "\"<html></html>\"", null, true)]
    [InlineData(0, "\"\"", "noConnection", true)]
    [InlineData(0, "\"\"", "noAnswer", true)]
    [InlineData(0, "\"\"", "addressRefused", true)]
    public async Task Who_is_not_introduced_now_may_be_later(int status, string body, string? fault, bool later)
    {
        provider.Next = RecordedAnswer.Of(status, body) with { Fault = fault };
        ((await Introduce(Zoe)) is Introduced.TryLater).ShouldBe(later);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private LineChannel Kind() => new(provider, new SiteAddress(new RelaisSettings { DataFolder = "nowhere", PublicUrl = new Uri("https://relais.example.com") }), TimeProvider.System);

    private Task<Introduced> Introduce(string id) => Kind().Introduce(Channel(), id, Stop);

    private IEnumerable<JsonArray> Sent() => provider.Asked.Select(asked => JsonNode.Parse(asked.Body)!["messages"]!.AsArray());

    private static ConnectedChannel Channel(LineSettings? settings = null) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), "line", "LINE Maison Lune", settings ?? new LineSettings { ChannelSecret = "secret", ChannelAccessToken = "token" });

    private static Outgoing Answer() => new(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), [Zoe], "Il arrive demain", "Ana");

    private static OutgoingFile File(AttachmentKind kind, string name, long size = 3, byte[]? content = null) =>
        new(kind, name, "any", size, $"https://relais.example.com/f/{name}", _ => Task.FromResult<Stream>(new MemoryStream(content ?? [])));

    /// <summary>An M4A as far as its length: <c>ftyp</c>, then <c>mvhd</c> in <c>moov</c>.</summary>
    private static byte[] Sound(uint perSecond, uint length)
    {
        var file = new byte[16 + 8 + 108];
        Box(0, 16, "ftyp"u8);
        Box(16, 116, "moov"u8);
        Box(24, 108, "mvhd"u8);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(24 + 20), perSecond);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(24 + 24), length);
        return file;

        void Box(int at, uint size, ReadOnlySpan<byte> name)
        {
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(at), size);
            name.CopyTo(file.AsSpan(at + 4));
        }
    }
}
