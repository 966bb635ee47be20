using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Channels.Telegram;
using Relais.Tests.Channels.Custom;

namespace Relais.Tests.Channels.Telegram;

/// <summary>What Telegram is asked to send, and what it is told besides.</summary>
[Trait("suite", "pure")]
public sealed class TelegramSendingTests
{
    private readonly RecordedProvider provider = new() { Next = RecordedAnswer.Of(200, """{"ok":true,"result":{"message_id":501}}""") };

    [Fact]
    public async Task Words_go_to_the_chat_and_quote_what_they_answer()
    {
        (await Send(Answer() with { ReplyToExternalId = "612345678:77" })).ShouldBe(new Delivery.Sent("612345678:501"));

        var asked = provider.Asked.ShouldHaveSingleItem();
        asked.Address.ToString().ShouldBe("https://api.telegram.org/bot1:token/sendMessage");
        ShouldBe(asked.Body, """{"chat_id":"612345678","reply_parameters":{"message_id":77,"allow_sending_without_reply":true},"reply_markup":{"remove_keyboard":true},"text":"Il arrive demain"}""");
    }

    [Fact]
    public async Task Of_another_chat_nothing_is_quoted()
    {
        await Send(Answer() with { ReplyToExternalId = "61234567:77" });
        provider.Asked.Single().Body.ShouldNotContain("reply_parameters");
    }

    [Fact]
    public async Task Choices_are_buttons_and_are_written_where_there_are_none()
    {
        var answer = Answer() with { Choices = ["Échanger", "Retourner"] };
        await Send(answer);
        ShouldBe(provider.Asked[0].Body, """{"chat_id":"612345678","reply_markup":{"keyboard":[[{"text":"Échanger"}],[{"text":"Retourner"}]],"one_time_keyboard":true,"resize_keyboard":true},"text":"Il arrive demain"}""");

        await Send(answer with { To = ["b_1/612345678"] });
        ShouldBe(provider.Asked[1].Body, """{"chat_id":"612345678","business_connection_id":"b_1","text":"Il arrive demain\n• Échanger\n• Retourner"}""");
        await Send(answer with { To = ["-100123"] });
        JsonNode.Parse(provider.Asked[2].Body)!["reply_markup"].ShouldBeNull();
    }

    [Theory]
    [InlineData("image/jpeg", "sendPhoto", "photo")]
    [InlineData("image/png", "sendPhoto", "photo")]
    [InlineData("image/gif", "sendAnimation", "animation")]
    [InlineData("image/webp", "sendDocument", "document")]
    [InlineData("video/mp4", "sendVideo", "video")]
    [InlineData("audio/mpeg", "sendAudio", "audio")]
    [InlineData("audio/ogg; codecs=opus", "sendVoice", "voice")]
    [InlineData("application/pdf", "sendDocument", "document")]
    public async Task A_file_goes_as_what_it_is(string type, string method, string field)
    {
        await Send(Answer() with { Files = [File(type)] });

        var asked = provider.Asked.ShouldHaveSingleItem();
        asked.Address.AbsolutePath.ShouldEndWith($"/{method}");
        asked.Body.ShouldContain($"name={field}; filename=");
        asked.Body.ShouldContain("name=caption\r\n\r\nIl arrive demain");
        asked.Body.ShouldContain("the file");
    }

    [Theory]
    [InlineData("image/jpeg video/mp4", "photo video")]
    [InlineData("audio/mpeg audio/mp4", "audio audio")]
    [InlineData("image/jpeg application/pdf", "document document")]
    [InlineData("image/jpeg audio/mpeg", "document document")]
    public async Task Several_files_go_in_one_call(string types, string shapes)
    {
        provider.Next = RecordedAnswer.Of(200, """{"ok":true,"result":[{"message_id":501},{"message_id":502}]}""");
        (await Send(Answer() with { Files = [.. types.Split(' ').Select(File)] })).ShouldBe(new Delivery.Sent("612345678:501"));

        var asked = provider.Asked.ShouldHaveSingleItem();
        asked.Address.AbsolutePath.ShouldEndWith("/sendMediaGroup");
        var media = JsonNode.Parse(asked.Body.Split("name=media\r\n\r\n")[1].Split("\r\n--")[0])!.AsArray();
        media.Select(part => part!["type"]!.GetValue<string>()).ShouldBe(shapes.Split(' '));
        media.Select(part => part!["caption"]?.GetValue<string>()).ShouldBe(["Il arrive demain", null]);
        asked.Body.ShouldContain("name=file1; filename=");
    }

    [Fact]
    public async Task What_Telegram_would_refuse_is_said_before_a_file_travels()
    {
        (await Send(Answer() with { Text = new string('a', 1025), Files = [File("image/jpeg")] })).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("caption_too_long");
        (await Send(Answer() with { Files = [.. Enumerable.Repeat(File("image/jpeg"), 11)] })).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("too_many_files");
        (await Send(Answer() with { To = ["zoe"] })).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("no_address");
        provider.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_picture_of_odd_measures_goes_as_a_document()
    {
        provider.Answers = asked => asked.Address.AbsolutePath.EndsWith("/sendPhoto", StringComparison.Ordinal)
            ? RecordedAnswer.Of(400, """{"ok":false,"error_code":400,"description":"Bad Request: PHOTO_INVALID_DIMENSIONS"}""") : null;
        (await Send(Answer() with { Files = [File("image/png")] })).ShouldBe(new Delivery.Sent("612345678:501"));
        provider.Asked.Select(asked => asked.Address.Segments[^1]).ShouldBe(["sendPhoto", "sendDocument"]);
    }

    [Fact]
    public async Task A_group_that_grew_is_answered_under_its_new_id()
    {
        provider.Answers = asked => asked.Body.Contains("-4000001", StringComparison.Ordinal)
            ? RecordedAnswer.Of(400, """{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1001234567890}}""") : null;
        (await Send(Answer() with { To = ["-4000001"] })).ShouldBe(new Delivery.Sent("-1001234567890:501"));
    }

    [Fact]
    public async Task A_token_that_cannot_stand_in_an_address_is_asked_nothing()
    {
        (await Kind.Send(Channel("1:to/ken"), Answer(), Stop)).ShouldBeOfType<Delivery.BadSettings>().Reason.ShouldStartWith("token_invalid: ");
        provider.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Typing_shows_everywhere_and_reading_in_a_persons_own_chats()
    {
        await Kind.Tell(Channel(), new Signal.Typing(Guid.CreateVersion7(), ["7"], "7:1", On: true), Stop);
        await Kind.Tell(Channel(), new Signal.Typing(Guid.CreateVersion7(), ["7"], "7:1", On: false), Stop);
        await Kind.Tell(Channel(), new Signal.Read(Guid.CreateVersion7(), ["7"], "7:1"), Stop);
        await Kind.Tell(Channel(), new Signal.Read(Guid.CreateVersion7(), ["b/7"], "b/7:12"), Stop);

        provider.Asked.Select(asked => asked.Address.Segments[^1]).ShouldBe(["sendChatAction", "readBusinessMessage"]);
        ShouldBe(provider.Asked[1].Body, """{"message_id":12,"chat_id":"7","business_connection_id":"b"}""");
    }

    [Theory]
    [InlineData(400, "Bad Request: file is too big", typeof(Fetched.Gone))]
    [InlineData(400, "Bad Request: wrong file_id or the file is temporarily unavailable", typeof(Fetched.TryLater))]
    [InlineData(429, "Too Many Requests", typeof(Fetched.TryLater))]
    [InlineData(401, "Unauthorized", typeof(Fetched.TryLater))]
    public async Task A_file_that_cannot_be_had_says_whether_it_ever_can(int status, string words, Type ending)
    {
        provider.Next = RecordedAnswer.Of(status, $$"""{"ok":false,"error_code":{{status}},"description":"{{words}}"}""");
        (await Kind.Fetch(Channel(), "AgAC", Stop)).ShouldBeOfType(ending);
    }

    [Theory]
    [InlineData("../../bot1:token/getMe")]
    [InlineData("/var/lib/telegram-bot-api/photos/1.jpg")]
    public async Task A_path_that_leads_elsewhere_is_not_followed(string path)
    {
        provider.Next = RecordedAnswer.Of(200, $$$"""{"ok":true,"result":{"file_path":"{{{path}}}","file_size":5}}""");
        (await Kind.Fetch(Channel(), "AgAC", Stop)).ShouldBeOfType<Fetched.Gone>();
        provider.Asked.ShouldHaveSingleItem();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TelegramChannel Kind => new(provider, Memory.Unused, new FakeTimeProvider());

    private static ConnectedChannel Channel(string token = "1:token") =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), "telegram", "Telegram Maison Lune", new TelegramSettings { BotToken = token });

    private static Outgoing Answer() => new(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), ["612345678"], "Il arrive demain", "Ana");

    private static OutgoingFile File(string type) =>
        new(AttachmentKind.Document, "bon \"1\".bin", type, 8, "https://relais.example/a", _ => Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes("the file"))));

    private Task<Delivery> Send(Outgoing answer) => Kind.Send(Channel(), answer, Stop);

    private static void ShouldBe(string body, string expected) => JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(expected)).ShouldBeTrue(body);
}
