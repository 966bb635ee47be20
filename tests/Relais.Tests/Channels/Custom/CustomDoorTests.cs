using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Relais.Server.Channels.Custom;
using Relais.Server.Security;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Custom;

/// <summary>The doors of the custom channel over HTTP, as a developer at the other side meets them.</summary>
public sealed class CustomDoorTests : IAsyncLifetime
{
    private const string Token = "token-of-the-other-side";
    private const string Secret = "secret-of-both-sides";

    private readonly WebhookStub webhook = new();
    private Shop shop = null!;
    private HttpClient http = null!;
    private Guid channelId;

    public async ValueTask InitializeAsync()
    {
        shop = await Shop.Open(services => services.AddHttpClient("provider").ConfigurePrimaryHttpMessageHandler(() => webhook));
        http = shop.App.CreateClient();
        channelId = await Connect();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await shop.DisposeAsync();
        webhook.Dispose();
    }

    [Fact]
    public async Task A_message_comes_into_its_conversation_and_a_repetition_changes_nothing()
    {
        var first = await Post("messages", Message("m-1", "Bonjour !"));
        var again = await Post("messages", Message("m-1", "Bonjour !"));
        var other = await Post("messages", Message("m-1", "Bonsoir !"));

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Text(again)).ShouldBe(await Text(first));
        (await Refusal(other, HttpStatusCode.Conflict)).ShouldBe("message.conflict");
        var taken = JsonNode.Parse(await Text(first))!;
        var row = (await shop.Ana.Get($"conversations/{taken.Id("conversationId")}"))["row"]!;
        row["preview"]!.Text("text").ShouldBe("Bonjour !");
        row["contact"]!.Text("name").ShouldBe("Zoé Martin");
        row["contact"]!.Id().ShouldBe(taken.Id("contactId"));
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task The_same_message_fifty_times_at_once_is_one()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Post("messages", Message("m-1", "Bonjour !"))));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(49);
        (await shop.Ana.Get("conversations?state=new")).Items().Count().ShouldBe(1);
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task The_header_may_name_the_message()
    {
        var first = await Post("messages", Message(null, "Bonjour !"), ("Idempotency-Key", "key-1"));
        var again = await Post("messages", Message(null, "Bonjour !"), ("Idempotency-Key", "key-1"));
        var other = await Post("messages", Message(null, "Autre chose"), ("Idempotency-Key", "key-1"));

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        other.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Strangers_are_refused_and_nothing_is_kept()
    {
        var body = Encoding.UTF8.GetBytes(Message("m-1", "Bonjour !").ToJsonString());
        var now = shop.App.Clock.GetUtcNow();
        (string, string)[] forged =
        [
            ("Authorization", "Bearer nonsense"), ("Authorization", "Basic abc"), ("X-None", "x"),
            ("X-Relais-Signature", CallSignature.Sign(["another secret"], body, now)),
            ("X-Relais-Signature", CallSignature.Sign([Secret], body, now.AddMinutes(-6))),
        ];
        foreach (var header in forged)
        {
            using var answer = await Send(HttpMethod.Post, "messages", new ByteArrayContent(body), withToken: false, header);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        using var form = new MultipartFormDataContent { { new ByteArrayContent([1, 2]), "file", "colis.png" } };
        (await Send(HttpMethod.Post, "uploads", form, withToken: false)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        foreach (var door in new[] { "outbox/acks", "messages/m-1/status" })
            (await Send(HttpMethod.Post, door, new ByteArrayContent(body), withToken: false)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, door);
        (await Send(HttpMethod.Get, "outbox", null, withToken: false)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Send(HttpMethod.Put, "capabilities", new ByteArrayContent("{}"u8.ToArray()), withToken: false)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await shop.Ana.Get("conversations?state=new")).Items().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_signature_is_enough_to_write()
    {
        var body = Encoding.UTF8.GetBytes(Message("m-1", "Signé").ToJsonString());
        var signature = CallSignature.Sign([Secret], body, shop.App.Clock.GetUtcNow());

        (await Send(HttpMethod.Post, "messages", new ByteArrayContent(body), withToken: false, ("X-Relais-Signature", signature))).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_plain_door_takes_the_same_bodies()
    {
        var body = Message("m-1", "Par la porte unique");
        body["type"] = "message";

        (await Plain(body)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Plain(body)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await shop.App.UntilNothingWaits();
        (await shop.Ana.Get("conversations?state=new")).Items().ShouldHaveSingleItem()["preview"]!.Text("text").ShouldBe("Par la porte unique");
        (await Post("messages", Message("m-1", "Par la porte unique"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"externalId":"m","text":"x"}""", "message.person_required")]
    [InlineData("""{"sender":{"externalId":"zoe"},"text":"x"}""", "message.id_required")]
    [InlineData("""{"externalId":"m","sender":{"externalId":"zoe"}}""", "message.empty")]
    [InlineData("""{"externalId":"m","direction":"out","sender":{"externalId":"zoe"},"text":"x"}""", "message.person_required")]
    [InlineData("""{"externalId":"m","sender":{"externalId":"zoe"},"attachments":[{"uploadId":"made.up"}]}""", "attachment.unknown")]
    [InlineData("""{"externalId":"m","sender":{"externalId":"zoe"},"attachments":[{"url":"file:///etc/passwd"}]}""", "attachment.unknown")]
    public async Task What_cannot_be_used_is_refused_by_its_code(string body, string code) =>
        (await Refusal(await Post("messages", JsonNode.Parse(body)!), HttpStatusCode.UnprocessableEntity)).ShouldBe(code);

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{\"text\":5}")]
    [InlineData("{\"text\":\"\\ud800\"")]
    [InlineData("{\"externalId\":\"\u0000\"")]
    public async Task What_is_no_message_at_all_is_malformed(string body)
    {
        using var answer = await Send(HttpMethod.Post, "messages", new StringContent(body));
        (await Refusal(answer, HttpStatusCode.BadRequest)).ShouldBe("body.malformed");
    }

    [Fact]
    public async Task Too_large_too_deep_and_no_UTF_8_are_refused_at_once()
    {
        (await Send(HttpMethod.Post, "messages", new ByteArrayContent(new byte[1024 * 1024 + 1]))).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await Send(HttpMethod.Post, "messages", new StringContent(new string('[', 5000)))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Send(HttpMethod.Post, "messages", new ByteArrayContent([.. "{\"text\":\""u8, 0xFF, 0xFE, .. "\"}"u8]))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Another_channel_s_address_is_not_found()
    {
        (await Send(HttpMethod.Get, $"../{shop.MessengerId}/outbox", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Send(HttpMethod.Get, $"../{Guid.CreateVersion7()}/outbox", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Edited_words_and_taken_back_messages_are_seen()
    {
        var thread = (await shop.Ana.Get($"conversations/{(await Taken(Message("m-1", "Bonjour"))).Id("conversationId")}"))["row"]!.Id("threadId");
        await Post("messages", Message("m-2", "Oubliez"));

        (await Send(HttpMethod.Patch, "messages/m-1", JsonContent.Create(new { text = "Bonsoir" }))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Send(HttpMethod.Delete, "messages/m-2", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Send(HttpMethod.Delete, "messages/m-3", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Send(HttpMethod.Patch, "messages/m-1", JsonContent.Create(new { }))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        await shop.App.UntilNothingWaits();
        var messages = (await shop.Ana.Get($"threads/{thread}/messages")).Items().ToList();
        messages[0].Text("text").ShouldBe("Bonsoir");
        messages[0]["editedAt"].ShouldNotBeNull();
        messages[1]["removedAt"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_cannot_be_called_collects_the_answers_and_says_what_became_of_them()
    {
        var taken = await Taken(Message("m-1", "Bonjour"));
        var answer = await AnswerOf(taken, "Nous regardons.");
        await shop.App.UntilNothingWaits();

        var waiting = (await Get("outbox")).Items().ShouldHaveSingleItem();
        waiting.Text("eventId").ShouldBe(answer.ToString());
        waiting["contact"]!.Text("externalId").ShouldBe("zoe");
        waiting["message"]!.Text("text").ShouldBe("Nous regardons.");
        (await Get("outbox")).Items().Count().ShouldBe(1);
        (await Post("outbox/acks", JsonNode.Parse($$"""{"eventIds":["{{answer}}"]}""")!)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Get("outbox")).Items().ShouldBeEmpty();

        (await Post($"messages/{answer}/status", JsonNode.Parse("""{"status":"read"}""")!)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Post($"messages/{answer}/status", JsonNode.Parse("""{"status":"delivered"}""")!)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Post($"messages/{Guid.CreateVersion7()}/status", JsonNode.Parse("""{"status":"read"}""")!)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await shop.App.UntilNothingWaits();
        (await DeliveryOf(taken)).ShouldBe("read");
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_webhook_gets_the_answer_signed_and_names_it()
    {
        channelId = await Connect("https://bot.example/relais");
        var taken = await Taken(Message("m-1", "Bonjour"));
        webhook.Answer = _ => WebhookStub.Json(HttpStatusCode.OK, """{"externalId":"tg-9"}""");
        await AnswerOf(taken, "Elle part ce soir.");
        await shop.App.UntilNothingWaits();

        var (body, signature) = webhook.Calls.ShouldHaveSingleItem();
        CallSignature.IsValid(signature, Encoding.UTF8.GetBytes(body), [Secret], shop.App.Clock.GetUtcNow()).ShouldBeTrue();
        (await DeliveryOf(taken)).ShouldBe("sent");
        (await Post("events", JsonNode.Parse("""{"type":"reaction","eventId":"e-1","sender":{"externalId":"zoe"},"targetExternalId":"tg-9","emoji":"❤️"}""")!)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await Post("events", JsonNode.Parse("""{"type":"read","eventId":"e-2","sender":{"externalId":"zoe"}}""")!)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await shop.App.UntilNothingWaits();
        (await DeliveryOf(taken)).ShouldBe("read");
        (await LastOf(taken))["reactions"]![0]!.Text("emoji").ShouldBe("❤️");
    }

    [Fact]
    public async Task Events_of_nobody_and_messages_among_events_are_refused()
    {
        (await Post("events", JsonNode.Parse("""{"type":"typing","sender":{"externalId":"zoe"}}""")!)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await Refusal(await Post("events", JsonNode.Parse("""{"type":"read"}""")!), HttpStatusCode.UnprocessableEntity)).ShouldBe("message.person_required");
        (await Post("events", Message("m-1", "Bonjour"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_uploaded_file_comes_with_its_message()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent([0x89, 0x50, 1, 2]) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } }, "file", "colis.png" } };
        var stored = JsonNode.Parse(await Text(await Send(HttpMethod.Post, "uploads", form)))!;
        var message = Message("m-1", "Voici");
        message["attachments"] = new JsonArray(new JsonObject { ["uploadId"] = stored.Text("uploadId") });
        var taken = await Taken(message);

        var file = (await LastOf(taken))["attachments"]![0]!;
        file.Text("name").ShouldBe("colis.png");
        file.Text("state").ShouldBe("ready");
        (await shop.Ana.Http.GetByteArrayAsync(file.Text("url"), Stop)).ShouldBe([0x89, 0x50, 1, 2]);
    }

    [Fact]
    public async Task What_the_medium_can_do_the_composer_follows()
    {
        (await Send(HttpMethod.Put, "capabilities", JsonContent.Create(new { maxText = 160, replyWindowSeconds = 3600 }))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Refusal(await Send(HttpMethod.Put, "capabilities", JsonContent.Create(new { maxText = 0 })), HttpStatusCode.UnprocessableEntity)).ShouldBe("capabilities.wrong");
        (await Send(HttpMethod.Put, "capabilities", new StringContent("[]"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await Get("capabilities"))["maxText"]!.GetValue<int>().ShouldBe(160);
        var can = (await shop.Diane.Get($"channels/{channelId}"))["capabilities"]!;
        can["text"]!["max"]!.GetValue<int>().ShouldBe(160);
        can["replyWindowHours"]!.GetValue<int>().ShouldBe(1);
        await shop.Diane.Patch($"channels/{channelId}", new { name = "Un autre nom", settings = new { requireSignature = true } });
        (await Get("capabilities"))["maxText"]!.GetValue<int>().ShouldBe(160);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static JsonObject Message(string? id, string text) => new()
    {
        ["externalId"] = id,
        ["sender"] = new JsonObject { ["externalId"] = "zoe", ["name"] = "Zoé Martin" },
        ["text"] = text,
    };

    private async Task<Guid> Connect(string webhookUrl = "") => (await shop.Diane.Post(
        "channels", new { kind = "custom", name = "Boutique", settings = new { token = Token, signingSecret = Secret, webhookUrl } })).Id();

    private Task<HttpResponseMessage> Post(string door, JsonNode body, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, door, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), withToken: true, headers);

    private async Task<JsonNode> Get(string door) => JsonNode.Parse(await Text(await Send(HttpMethod.Get, door, null)))!;

    private async Task<HttpResponseMessage> Plain(JsonNode body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/channels/custom/{channelId}") { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return await http.SendAsync(request, Stop);
    }

    private async Task<HttpResponseMessage> Send(
        HttpMethod method, string door, HttpContent? body, bool withToken = true, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(new Uri($"http://localhost/api/channels/custom/v1/{channelId}/"), door)) { Content = body };
        if (body is not null and not MultipartFormDataContent) body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (withToken) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await http.SendAsync(request, Stop);
    }

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Stop);

    private static async Task<string> Refusal(HttpResponseMessage answer, HttpStatusCode status)
    {
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return JsonNode.Parse(await Text(answer))!.Text("code");
    }

    /// <summary>Posted, and posted again where it was safe but not yet sorted in: so the other side may do.</summary>
    private async Task<JsonNode> Taken(JsonNode message)
    {
        while (true)
        {
            using var answer = await Post("messages", message);
            answer.IsSuccessStatusCode.ShouldBeTrue(await Text(answer));
            if (answer.StatusCode != HttpStatusCode.Accepted) return JsonNode.Parse(await Text(answer))!;
        }
    }

    private async Task<Guid> AnswerOf(JsonNode taken, string text) =>
        (await shop.Ana.Post($"conversations/{taken.Id("conversationId")}/messages", new { clientId = Guid.CreateVersion7(), text, uploadIds = Array.Empty<Guid>() })).Id();

    private async Task<JsonNode> LastOf(JsonNode taken)
    {
        var thread = (await shop.Ana.Get($"conversations/{taken.Id("conversationId")}"))["row"]!.Id("threadId");
        return (await shop.Ana.Get($"threads/{thread}/messages")).Items().Last();
    }

    private async Task<string> DeliveryOf(JsonNode taken) => (await LastOf(taken))["delivery"]!.Text("status");
}
