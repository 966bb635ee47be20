using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Channels.Custom;
using Relais.Server.Security;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Tests.Channels.Custom;

/// <summary>What the other side is told, and what each of its answers means.</summary>
public sealed class CustomSendingTests : IDisposable
{
    private readonly WebhookStub http = new();
    private readonly CustomChannel kind;

    public CustomSendingTests() => kind = new CustomChannel(http, Memory.Unused, new StoppedClock());

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task An_answer_is_posted_whole_and_signed()
    {
        var answer = Answer() with { Attempt = 3, ReplyToExternalId = "m-1", ContactName = "Zoé" };

        await Send(answer);

        var (body, signature) = http.Calls.ShouldHaveSingleItem();
        CallSignature.IsValid(signature, Encoding.UTF8.GetBytes(body), ["the secret"], StoppedClock.Now).ShouldBeTrue();
        var call = JsonDocument.Parse(body).RootElement;
        call.GetProperty("eventId").GetGuid().ShouldBe(answer.MessageId);
        call.GetProperty("type").GetString().ShouldBe("message.send");
        call.GetProperty("attempt").GetInt32().ShouldBe(3);
        call.GetProperty("contact").GetProperty("externalId").GetString().ShouldBe("zoe");
        call.GetProperty("message").GetProperty("text").GetString().ShouldBe("Elle part ce soir.");
        call.GetProperty("message").GetProperty("replyToExternalId").GetString().ShouldBe("m-1");
        call.GetProperty("message").GetProperty("attachments")[0].GetProperty("mimeType").GetString().ShouldBe("image/png");
        body.ShouldNotContain("the secret");
        body.ShouldNotContain("the token");
    }

    [Fact]
    public async Task Accepted_with_its_own_id_or_with_ours()
    {
        http.Answer = _ => WebhookStub.Json(HttpStatusCode.OK, """{"externalId":"tg-77"}""");
        (await Send()).ShouldBe(new Delivery.Sent("tg-77"));

        http.Answer = _ => WebhookStub.Json(HttpStatusCode.Accepted, "no JSON at all");
        var answer = Answer();
        (await Send(answer)).ShouldBe(new Delivery.Sent(answer.MessageId.ToString()));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(425)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task A_passing_fault_is_tried_later_when_the_other_side_says(int status)
    {
        http.Answer = _ => new HttpResponseMessage((HttpStatusCode)status) { Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(42)) } };

        (await Send()).ShouldBeOfType<Delivery.TryLater>().After.ShouldBe(TimeSpan.FromSeconds(42));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(422)]
    public async Task A_refusal_is_for_ever_and_says_why(int status)
    {
        http.Answer = _ => WebhookStub.Json((HttpStatusCode)status, """{"detail":"This person left."}""");

        (await Send()).ShouldBe(new Delivery.Rejected("refused", "This person left."));
    }

    [Theory]
    [InlineData(302)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(410)]
    public async Task Where_the_webhook_itself_is_wrong_the_answer_waits(int status)
    {
        http.Answer = _ => new HttpResponseMessage((HttpStatusCode)status);

        (await Send()).ShouldBeOfType<Delivery.BadSettings>();
    }

    [Fact]
    public async Task Every_way_a_line_breaks_has_its_name()
    {
        (await Broken(new HttpRequestException(HttpRequestError.ConnectionError))).ShouldBeOfType<Delivery.TryLater>();
        (await Broken(new HttpRequestException(HttpRequestError.NameResolutionError))).ShouldBeOfType<Delivery.TryLater>();
        (await Broken(new HttpRequestException(HttpRequestError.ResponseEnded))).ShouldBeOfType<Delivery.Unknown>();
        (await Broken(new TaskCanceledException())).ShouldBeOfType<Delivery.Unknown>();
        (await Broken(new AddressRefused())).ShouldBeOfType<Delivery.BadSettings>();
    }

    [Fact]
    public async Task Nothing_is_told_to_a_webhook_that_does_not_send_the_challenge_back()
    {
        http.SendsChallengesBack = false;
        (await Send()).ShouldBeOfType<Delivery.BadSettings>().Reason.ShouldStartWith("webhook_challenge: ");
        http.Answer = _ => new HttpResponseMessage(HttpStatusCode.BadGateway);
        (await Send()).ShouldBeOfType<Delivery.TryLater>();

        http.Calls.ShouldAllBe(call => !call.Body.Contains("Elle part ce soir.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_connection_is_tested_with_a_new_challenge()
    {
        (await Check()).ShouldBe(new Server.Channels.Check.Works("bot.example"));
        http.SendsChallengesBack = false;
        (await Check()).ShouldBeOfType<Server.Channels.Check.Fails>().Code.ShouldBe("webhook_challenge");
        http.Answer = _ => throw new HttpRequestException(HttpRequestError.ConnectionError);
        (await Check()).ShouldBeOfType<Server.Channels.Check.Fails>().Code.ShouldBe("webhook_silent");
    }

    [Fact]
    public async Task Typing_is_told_and_a_lost_one_is_no_matter()
    {
        http.Answer = _ => throw new HttpRequestException(HttpRequestError.ConnectionError);

        await kind.Tell(Channel(), new Signal.Typing(Guid.CreateVersion7(), ["zoe"], "m-1", On: true), Stop);

        JsonDocument.Parse(http.Calls.ShouldHaveSingleItem().Body).RootElement.GetProperty("on").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_is_fetched_or_named_as_gone()
    {
        http.Answer = _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([1, 2, 3]) };
        (await kind.Fetch(Channel(), "https://files.example/a.jpg", Stop)).ShouldBeOfType<Fetched.File>();

        http.Answer = _ => new HttpResponseMessage(HttpStatusCode.NotFound);
        (await kind.Fetch(Channel(), "https://files.example/a.jpg", Stop)).ShouldBeOfType<Fetched.Gone>();

        http.Answer = _ => new HttpResponseMessage(HttpStatusCode.BadGateway);
        (await kind.Fetch(Channel(), "https://files.example/a.jpg", Stop)).ShouldBeOfType<Fetched.TryLater>();
        (await kind.Fetch(Channel(), CustomFiles.Nowhere, Stop)).ShouldBeOfType<Fetched.Gone>();
        (await kind.Fetch(Channel(), "file:///etc/passwd", Stop)).ShouldBeOfType<Fetched.Gone>();
    }

    [Fact]
    public void What_the_other_side_declares_is_what_the_channel_can_do()
    {
        var can = kind.CapabilitiesOf(Channel(new CustomAbilities { MaxText = 160, ReplyWindowSeconds = 86_401, TypingOut = true }));

        can.MaxText.ShouldBe(160);
        can.ReplyWindowHours.ShouldBe(25);
        can.TypingOut.ShouldBeTrue();
        can.Unknown.ShouldBe(UnknownPolicy.Resend);
        new CustomAbilities { MaxText = 0 }.Fault().ShouldNotBeNull();
        new CustomAbilities { MessagesPerSecond = double.NaN }.Fault().ShouldNotBeNull();
        new CustomAbilities().Fault().ShouldBeNull();
    }

    [Fact]
    public void Relais_chooses_what_the_administrator_left_empty()
    {
        var chosen = (CustomSettings)kind.Complete(new CustomSettings { SigningSecret = "brought along" });

        chosen.Token.Length.ShouldBeGreaterThan(40);
        chosen.SigningSecret.ShouldBe("brought along");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static ConnectedChannel Channel(CustomAbilities? abilities = null) => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), "custom", "Boutique",
        new CustomSettings { WebhookUrl = "https://bot.example/relais", Token = "the token", SigningSecret = "the secret", Abilities = abilities });

    private static Outgoing Answer() => new(
        Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), ["zoe"], "Elle part ce soir.", "Ana")
    {
        Files = [new OutgoingFile(AttachmentKind.Image, "bon.png", "image/png", 3, "https://relais.example/a", _ => Task.FromResult(Stream.Null))],
    };

    private Task<Delivery> Send(Outgoing? answer = null) => kind.Send(Channel(), answer ?? Answer(), Stop);

    private Task<Check> Check() => kind.Check(Channel(), new Uri("https://relais.example"), Stop);

    private Task<Delivery> Broken(Exception how)
    {
        http.Answer = _ => throw how;
        return Send();
    }
}
