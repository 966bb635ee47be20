using System.Text;
using System.Text.Json.Nodes;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Channels.LinkedIn;
using Relais.Tests.Architecture;

namespace Relais.Tests.Channels.LinkedIn;

/// <summary>Every notice of a page as the fact it is, what is sent, and who is asked for.</summary>
[Trait("suite", "pure")]
public sealed class LinkedInReadingTests
{
    private const string First = "urn:li:comment:(urn:li:activity:7001,1)";
    private const string Post = "urn:li:activity:7001";
    private const string Zoe = "urn:li:person:zoe42";
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1795449600);

    private readonly RecordedProvider provider = new() { Next = RecordedAnswer.Of(201, """{"commentUrn":"urn:li:comment:(activity:7001,7)"}""") };

    [Theory]
    [InlineData("comment", First, MessageKind.Text, "Elle existe en bleu ?", null)]
    [InlineData("comment-short-name", First, MessageKind.Text, "Elle existe en bleu ?", null)]
    [InlineData("comment-reply", "urn:li:comment:(urn:li:activity:7001,2)", MessageKind.Text, "Et en vert ?", First)]
    [InlineData("comment-empty", First, MessageKind.Unsupported, null, null)]
    public void A_comment_stands_under_its_post(string sample, string id, MessageKind kind, string? text, string? answers)
    {
        var said = Read(sample).ShouldHaveSingleItem().ShouldBeOfType<MessageIn>();
        (said.ExternalId, said.Visibility, said.Post, said.Kind, said.Text, said.ReplyToExternalId, said.At).ShouldBe((id, Visibility.Public, Post, kind, text, answers, At));
        (said.From.Ids.Single(), said.From.Profile.Name).ShouldBe((Zoe, null));
        said.PostCard.ShouldBe(new PostCard(Text: "Nouvelle collection", Url: $"https://www.linkedin.com/feed/update/{Post}"));
    }

    [Fact]
    public void A_post_that_mentions_the_page_is_a_message_of_its_own()
    {
        var said = Read("mention").ShouldHaveSingleItem().ShouldBeOfType<MessageIn>();
        (said.ExternalId, said.Post, said.Text).ShouldBe(("urn:li:share:55", "urn:li:share:55", "Merci Maison Lune"));
    }

    [Fact]
    public void What_becomes_of_a_comment_is_told()
    {
        Read("edited").Single().ShouldBe(new EditIn(First, "Elle existe en bleu clair ?", At));
        Read("removed").Single().ShouldBe(new RemovalIn(First, At));
        Read("several").Length.ShouldBe(2);
    }

    [Fact]
    public void What_the_page_answers_itself_belongs_to_whoever_it_answers()
    {
        var echo = Read("echo").Single().ShouldBeOfType<EchoIn>();
        (echo.To, echo.ReplyToExternalId, echo.Text, echo.MayBeOurs).ShouldBe((null, First, "Oui, dès lundi", true));
    }

    [Fact]
    public async Task An_answer_stands_under_the_comment_it_answers()
    {
        (await Send(First)).ShouldBe(new Delivery.Sent("urn:li:comment:(urn:li:activity:7001,7)"));
        var asked = provider.Asked.ShouldHaveSingleItem();
        Uri.UnescapeDataString(asked.Address.AbsolutePath).ShouldBe($"/rest/socialActions/{First}/comments");
        JsonNode.DeepEquals(JsonNode.Parse(asked.Body), JsonNode.Parse(
            $$$"""{"actor":"urn:li:organization:123456","object":"{{{Post}}}","message":{"text":"Oui, dès lundi"},"parentComment":"{{{First}}}"}""")).ShouldBeTrue(asked.Body);
    }

    [Fact]
    public async Task Under_a_post_of_somebody_else_there_is_no_comment_above()
    {
        await Send("urn:li:share:55");
        JsonNode.Parse(provider.Asked.Single().Body)!["parentComment"].ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_comment_there_is_nothing_to_answer() =>
        (await Send(null)).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("nothing_to_answer");

    [Theory]
    [InlineData(Zoe, "/rest/people/(id:zoe42)", """{"localizedFirstName":"Zoé","localizedLastName":"Martin"}""", "Zoé Martin")]
    [InlineData("urn:li:organization:777", "/rest/organizations/777", """{"localizedName":"Tricots Bretons"}""", "Tricots Bretons")]
    public async Task Members_and_pages_are_asked_for_by_name(string id, string path, string told, string name)
    {
        provider.Next = RecordedAnswer.Of(200, told);
        (await Introduce(id)).ShouldBeOfType<Introduced.As>().Profile.Name.ShouldBe(name);
        Uri.UnescapeDataString(provider.Asked.Single().Address.AbsolutePath).ShouldBe(path);
    }

    [Theory]
    [InlineData(403, typeof(Introduced.Nobody))]
    [InlineData(429, typeof(Introduced.TryLater))]
    [InlineData(500, typeof(Introduced.TryLater))]
    public async Task Whom_LinkedIn_keeps_to_itself_stays_unknown(int status, Type ending)
    {
        provider.Next = RecordedAnswer.Of(status, """{"message":"no"}""");
        (await Introduce(Zoe)).ShouldBeOfType(ending);
    }

    private static ConnectedChannel Channel => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), "linkedin", "Page", new LinkedInSettings { OrganizationId = "123456", AccessToken = "token", ClientSecret = "s", ApplicationId = "1" });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private LinkedInChannel Kind() => new(provider, TimeProvider.System);

    private Task<Introduced> Introduce(string id) => Kind().Introduce(Channel, id, Stop);

    private Task<Delivery> Send(string? answered) => Kind().Send(
        Channel,
        new Outgoing(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), [Zoe], "Oui, dès lundi", "Ana")
        {
            Post = Post, Answers = answered is null ? null : new Answered(answered, "?", "Zoé", At, Extra: null),
        },
        Stop);

    private Inbound[] Read(string sample) =>
        [.. Kind().Read(Channel, Encoding.UTF8.GetBytes(SourceTree.Files("tests/Relais.Tests/Channels/LinkedIn/samples", $"/{sample}.json").Single().Text))];
}
