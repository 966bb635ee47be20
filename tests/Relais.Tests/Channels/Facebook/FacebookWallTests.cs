using System.Text;
using Microsoft.Extensions.Time.Testing;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Channels.Facebook;
using Relais.Tests.Architecture;
using Relais.Tests.Channels.Custom;

namespace Relais.Tests.Channels.Facebook;

/// <summary>A page's public side: every event as the fact it is, and what Meta is asked to do with comments.</summary>
[Trait("suite", "pure")]
public sealed class FacebookWallTests
{
    private const string Page = "104512345678901";
    private const string Post = "104512345678901_7001";
    private const string Zoe = "24876532109876543";
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1795449600);

    private readonly RecordedProvider provider = new() { Next = RecordedAnswer.Of(200, """{"id":"7001_99"}""") };
    private readonly Outgoing answer = new(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), [Zoe], "Oui, dès lundi", "Ana")
    {
        Post = Post,
        Answers = new Answered("7001_1", "Elle existe en bleu ?", "Zoé Martin", At, Extra: null),
    };

    [Theory]
    [InlineData("comment", "7001_1", Post, MessageKind.Text, "Elle existe en bleu ?", null)]
    [InlineData("comment-reply", "7001_2", Post, MessageKind.Text, "Et en vert ?", "7001_1")]
    [InlineData("comment-photo", "7001_3", Post, MessageKind.Image, "Elle existe en bleu ?", null)]
    [InlineData("comment-video", "7001_4", Post, MessageKind.Video, null, null)]
    [InlineData("comment-old-shape", "7001_6", Post, MessageKind.Text, "Elle existe en bleu ?", null)]
    [InlineData("comment-empty", "7001_7", Post, MessageKind.Unsupported, null, null)]
    [InlineData("visitor-post", "104512345678901_7002", "104512345678901_7002", MessageKind.Text, "Où est mon colis ?", null)]
    [InlineData("visitor-photos", "104512345678901_7003", "104512345678901_7003", MessageKind.Image, "Arrivé abîmé", null)]
    [InlineData("mention", "555_9", "555_9", MessageKind.Text, "Merci @Maison Lune", null)]
    [InlineData("rating", "9901", "9901", MessageKind.Text, "👎\nJamais reçu", null)]
    public void What_somebody_says_in_public_is_a_message_under_its_post(string sample, string id, string post, MessageKind kind, string? text, string? answers)
    {
        var said = Read(sample).ShouldHaveSingleItem().ShouldBeOfType<MessageIn>();

        (said.ExternalId, said.Visibility, said.Post, said.Kind, said.Text, said.ReplyToExternalId).ShouldBe((id, Visibility.Public, post, kind, text, answers));
        (said.From.Ids.Single(), said.From.Profile.Name, said.At).ShouldBe((Zoe, "Zoé Martin", At));
    }

    [Fact]
    public void Pictures_come_by_address()
    {
        ((MessageIn)Read("comment-photo").Single()).Files.ShouldBe([new InboundFile(AttachmentKind.Image, null, null, "7001_3 0 https://scontent.xx.fbcdn.net/v/bleu.jpg")]);
        ((MessageIn)Read("visitor-photos").Single()).Files.Count.ShouldBe(2);
    }

    [Fact]
    public void Whom_Meta_does_not_name_is_heard_and_is_nobody_else()
    {
        var said = (MessageIn)Read("comment-of-nobody").Single();
        (said.From.Ids.Single(), said.From.Profile.Name).ShouldBe(("unknown:7001_5", "Facebook"));
    }

    [Fact]
    public void What_becomes_of_a_comment_is_told()
    {
        Read("comment-edited").Single().ShouldBe(new EditIn("7001_1", "Elle existe en bleu clair ?", At));
        Read("comment-removed").Single().ShouldBe(new RemovalIn("7001_1", At));
        Read("comment-hidden").Single().ShouldBe(new HidingIn("7001_1", IsHidden: true, At));
        Read("comment-unhidden").Single().ShouldBe(new HidingIn("7001_1", IsHidden: false, At));
    }

    [Fact]
    public void What_the_page_answers_itself_belongs_to_whoever_it_answers()
    {
        var echo = Read("comment-echo").Single().ShouldBeOfType<EchoIn>();
        (echo.To, echo.ExternalId, echo.ReplyToExternalId, echo.Visibility, echo.Post, echo.Text, echo.MayBeOurs)
            .ShouldBe((null, "7001_8", "7001_1", Visibility.Public, Post, "Oui, dès lundi", true));
    }

    [Theory]
    [InlineData("ignored-own-comment")]
    [InlineData("ignored-own-post")]
    [InlineData("ignored-like")]
    public void What_asks_for_nothing_is_nothing(string sample) => Read(sample).ShouldBeEmpty();

    [Fact]
    public async Task An_answer_stands_under_the_comment_it_answers()
    {
        (await Send(answer)).ShouldBe(new Delivery.Sent("7001_99"));
        var asked = provider.Asked.ShouldHaveSingleItem();
        (asked.Address.AbsolutePath, asked.Body).ShouldBe(("/v25.0/7001_1/comments", """{"message":"Oui, d\u00E8s lundi"}"""));
    }

    [Fact]
    public async Task A_picture_goes_with_its_words()
    {
        var picture = new OutgoingFile(AttachmentKind.Image, "bleu.png", "image/png", 3, "https://relais.example/1", _ => Task.FromResult<Stream>(new MemoryStream("pic"u8.ToArray())));
        (await Send(answer with { Files = [picture] })).ShouldBe(new Delivery.Sent("7001_99"));
        var asked = provider.Asked.ShouldHaveSingleItem();
        asked.Body.ShouldContain("name=source; filename=bleu.png");
        asked.Body.ShouldContain("name=message");
        asked.Body.ShouldContain("Oui, dès lundi");
    }

    [Fact]
    public async Task A_private_answer_is_addressed_to_the_comment()
    {
        provider.Next = RecordedAnswer.Of(200, """{"recipient_id":"24","message_id":"m_1"}""");
        (await Send(answer with { Post = null, Answers = null, PrivatelyAnswers = "7001_1" })).ShouldBe(new Delivery.Sent("m_1"));
        var asked = provider.Asked.ShouldHaveSingleItem();
        asked.Address.AbsolutePath.ShouldBe($"/v25.0/{Page}/messages");
        asked.Body.ShouldContain("""
            "recipient":{"comment_id":"7001_1"}
            """.Trim());
    }

    [Fact]
    public async Task A_comment_is_hidden_and_Metas_refusal_is_told()
    {
        provider.Next = RecordedAnswer.Of(200, """{"success":true}""");
        (await Kind().Hide(Channel, "7001_1", isHidden: true, CancellationToken.None)).ShouldBeNull();
        (provider.Asked[0].Address.AbsolutePath, provider.Asked[0].Body).ShouldBe(("/v25.0/7001_1", """{"is_hidden":true}"""));

        provider.Next = RecordedAnswer.Of(400, """{"error":{"code":100,"message":"Cannot hide"}}""");
        (await Kind().Hide(Channel, "7001_1", isHidden: false, CancellationToken.None)).ShouldBe("(100) Cannot hide");
    }

    [Fact]
    public async Task A_comment_is_deleted_and_Metas_refusal_is_told()
    {
        provider.Next = RecordedAnswer.Of(200, """{"success":true}""");
        (await Delete()).ShouldBeNull();
        (provider.Asked[0].Method, provider.Asked[0].Address.AbsolutePath, provider.Asked[0].Body).ShouldBe(("DELETE", "/v25.0/7001_1", ""));

        provider.Next = RecordedAnswer.Of(403, """{"error":{"code":200,"message":"Permissions error"}}""");
        (await Delete()).ShouldBe("(200) Permissions error");
        provider.Next = new RecordedAnswer { Fault = "noAnswer" };
        (await Delete()).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(400, """{"error":{"code":100,"error_subcode":33,"message":"Unsupported get request"}}""", null)]
    [InlineData(200, """{"id":"7001_1"}""", "(100/33) Unsupported delete request")]
    [InlineData(400, """{"error":{"code":190,"message":"expired"}}""", "(100/33) Unsupported delete request")]
    public async Task What_Meta_does_not_delete_is_gone_only_if_it_is_there_no_longer(int status, string look, string? whyNot)
    {
        provider.Answers = asked => asked.Method == "DELETE" ? RecordedAnswer.Of(400, """{"error":{"code":100,"error_subcode":33,"message":"Unsupported delete request"}}""") : RecordedAnswer.Of(status, look);
        (await Delete()).ShouldBe(whyNot);
        provider.Asked.Select(asked => $"{asked.Method} {asked.Address.PathAndQuery}").ShouldBe(["DELETE /v25.0/7001_1", "GET /v25.0/7001_1?fields=id"]);
    }

    [Fact]
    public async Task A_post_is_shown_or_asked_for_later_or_gone()
    {
        provider.Next = RecordedAnswer.Of(200, """
            {"message":"Nouvelle collection","permalink_url":"https://www.facebook.com/p/7001","full_picture":"https://scontent.xx.fbcdn.net/p.jpg",
             "created_time":"2026-11-20T09:30:00+0000","from":{"name":"Maison Lune"},"id":"7001"}
            """);
        var shown = (await Kind().ShowPost(Channel, Post, CancellationToken.None)).ShouldBeOfType<ShownPost.As>();
        shown.Card.ShouldBe(new PostCard("Maison Lune", "Nouvelle collection", "https://www.facebook.com/p/7001", new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.Zero)));
        shown.Picture.ShouldBe($"{Post} 0 https://scontent.xx.fbcdn.net/p.jpg");

        provider.Next = RecordedAnswer.Of(400, """{"error":{"code":100,"message":"Unsupported get request"}}""");
        (await Kind().ShowPost(Channel, Post, CancellationToken.None)).ShouldBeOfType<ShownPost.Gone>();
        provider.Next = RecordedAnswer.Of(400, """{"error":{"code":4,"message":"Too many calls"}}""");
        (await Kind().ShowPost(Channel, Post, CancellationToken.None)).ShouldBeOfType<ShownPost.TryLater>();
    }

    [Fact]
    public async Task A_line_that_breaks_leaves_the_answer_uncertain()
    {
        provider.Next = new RecordedAnswer { Fault = "noAnswer" };
        (await Send(answer)).ShouldBeOfType<Delivery.Unknown>();
    }

    [Fact]
    public void Without_comments_nothing_public_is_offered()
    {
        Kind().CapabilitiesOf(Channel).Public.ShouldNotBeNull().ShouldSatisfyAllConditions(it => it.PrivateReplyHours.ShouldBe(168), it => it.Deletes.ShouldBe(Deletion.All));
        Kind().CapabilitiesOf(Channel with { Settings = Settings with { Comments = false } }).Public.ShouldBeNull();
    }

    private static readonly FacebookSettings Settings = new() { PageId = Page, AccessToken = "token", VerifyToken = "v", ApiUrl = "https://graph.facebook.com" };

    private static ConnectedChannel Channel => new(Guid.CreateVersion7(), Guid.CreateVersion7(), "facebook", "Page", Settings);

    private FacebookChannel Kind() => new(provider, Memory.Unused, new FakeTimeProvider(At));

    private Task<string?> Delete() => Kind().Delete(Channel, new Deleting("7001_1", Extra: null), CancellationToken.None);

    private Task<Delivery> Send(Outgoing sent) => Kind().Send(Channel, sent, CancellationToken.None);

    private List<Inbound> Read(string sample) =>
        [.. Kind().Read(Channel, Encoding.UTF8.GetBytes(SourceTree.Files("tests/Relais.Tests/Channels/Facebook/samples", $"/{sample}.json").Single().Text))];
}
