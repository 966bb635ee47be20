using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Channels.X;

namespace Relais.Tests.Channels.X;

/// <summary>What X is asked: to send, for files, for names.</summary>
[Trait("suite", "pure")]
public sealed class XSendingTests
{
    private const string Zoe = "2222222222222222222";

    private readonly RecordedProvider provider = new() { Next = RecordedAnswer.Of(201, """{"data":{"dm_conversation_id":"1-2","dm_event_id":"2080765901528535096"}}""") };

    [Fact]
    public async Task Words_go_to_the_contact_in_the_account_s_name()
    {
        (await Send(Answer())).ShouldBe(new Delivery.Sent("2080765901528535096"));

        var asked = provider.Asked.ShouldHaveSingleItem();
        (asked.Method, asked.Address.ToString(), asked.Body).ShouldBe(("POST", $"https://api.x.com/2/dm_conversations/with/{Zoe}/messages", """{"text":"Il arrive demain"}"""));
        asked.Authorization!.ShouldStartWith("OAuth oauth_consumer_key=\"key\", oauth_nonce=");
        Kind().CapabilitiesOf(Channel()).Unknown.ShouldBe(UnknownPolicy.Ask, "X cannot recognise a repetition.");
    }

    [Fact]
    public async Task No_signature_is_made_twice()
    {
        await Send(Answer());
        await Send(Answer());
        provider.Asked[0].Authorization.ShouldNotBe(provider.Asked[1].Authorization);
    }

    [Fact]
    public async Task What_cannot_go_is_not_tried()
    {
        var picture = new OutgoingFile(AttachmentKind.Image, "a.png", "image/png", 3, "https://relais.example.com/a", _ => Task.FromResult<Stream>(new MemoryStream()));
        (await Send(Answer() with { To = [] })).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("no_address");
        (await Send(Answer() with { To = ["../../users"] })).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("no_address");
        (await Send(Answer() with { Files = [picture, picture] })).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("too_many_files");
        (await Send(Answer() with { Files = [picture with { Size = (5 * 1024 * 1024) + 1 }] })).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("file_too_large");
        foreach (var token in new[] { "", "token", "123 4-x", "-x" })
            (await Kind().Send(Channel(new XSettings { ConsumerKey = "key", ConsumerSecret = "s", AccessToken = token, AccessTokenSecret = "s" }), Answer(), Stop)).ShouldBeOfType<Delivery.BadSettings>().Reason.ShouldStartWith("token_invalid: ");
        provider.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(200, "ready")]
    [InlineData(404, "gone")]
    [InlineData(401, "later")]
    [InlineData(500, "later")]
    public async Task A_picture_is_asked_for_in_the_account_s_name(int status, string ending)
    {
        provider.Next = RecordedAnswer.Of(status, "\"bytes\"");
        var fetched = await Kind().Fetch(Channel(), "https://ton.twitter.com/1.1/ton/data/dm/1/2/3.jpg", Stop);
        (fetched switch { Fetched.File => "ready", Fetched.TryLater => "later", _ => "gone" }).ShouldBe(ending);
        provider.Asked.Single().Authorization!.ShouldStartWith("OAuth ");
    }

    [Theory]
    [InlineData("https://video.twimg.com/dm_video/1/a.mp4")]
    [InlineData("https://ton.twitter.com.evil.example/1.jpg")]
    [InlineData("https://evil.example/ton.twitter.com/1.jpg")]
    public async Task Nobody_else_sees_our_token(string address)
    {
        (await Kind().Fetch(Channel(), address, Stop)).ShouldBeOfType<Fetched.File>();
        provider.Asked.Single().Authorization.ShouldBeNull();
    }

    [Theory]
    [InlineData("http://ton.twitter.com/1.jpg")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//nowhere")]
    [InlineData("picture.jpg")]
    public async Task An_address_that_is_none_is_given_up(string reference)
    {
        (await Kind().Fetch(Channel(), reference, Stop)).ShouldBeOfType<Fetched.Gone>();
        provider.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_is_introduced_by_X()
    {
        provider.Next = RecordedAnswer.Of(200, """{"data":{"id":"2222222222222222222","name":"Zoé Martin","username":"zoe_martin","profile_image_url":"https://pbs.twimg.com/1.jpg"}}""");
        var profile = (await Kind().Introduce(Channel(), Zoe, Stop)).ShouldBeOfType<Introduced.As>().Profile;
        (profile.Name, profile.AvatarUrl, profile.Attributes["username"]).ShouldBe(("Zoé Martin", "https://pbs.twimg.com/1.jpg", "zoe_martin"));
        provider.Asked.Single().Address.PathAndQuery.ShouldBe($"/2/users/{Zoe}?user.fields=profile_image_url");
    }

    [Theory]
    [InlineData(404, """{"title":"Not Found Error"}""", null, false)]
    [InlineData(200, """{"errors":[{"title":"Not Found Error","detail":"Could not find user with id: [2]."}]}""", null, false)]
    [InlineData(401, """{"title":"Unauthorized"}""", null, true)]
    [InlineData(402, """{"title":"CreditsDepleted"}""", null, true)]
    [InlineData(429, """{"title":"Too Many Requests"}""", null, true)]
    [InlineData(500, "\"<html></html>\"", null, true)]
    [InlineData(0, "\"\"", "noConnection", true)]
    [InlineData(0, "\"\"", "noAnswer", true)]
    [InlineData(0, "\"\"", "addressRefused", true)]
    public async Task Who_is_not_introduced_now_may_be_later(int status, string body, string? fault, bool later)
    {
        provider.Next = RecordedAnswer.Of(status, body) with { Fault = fault };
        (await Kind().Introduce(Channel(), Zoe, Stop) is Introduced.TryLater).ShouldBe(later);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private XChannel Kind() => new(provider, new ChannelMemory(new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), TimeProvider.System), TimeProvider.System);

    private Task<Delivery> Send(Outgoing answer) => Kind().Send(Channel(), answer, Stop);

    private static ConnectedChannel Channel(XSettings? settings = null) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), "x", "X Maison Lune", settings ?? new XSettings { ConsumerKey = "key", ConsumerSecret = "secret", AccessToken = "1111111111111111111-token", AccessTokenSecret = "token secret" });

    private static Outgoing Answer() => new(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), [Zoe], "Il arrive demain", "Ana");
}
