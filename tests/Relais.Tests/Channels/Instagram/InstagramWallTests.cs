using System.Text;
using Microsoft.Extensions.Time.Testing;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Channels.Instagram;
using Relais.Tests.Architecture;
using Relais.Tests.Channels.Custom;

namespace Relais.Tests.Channels.Instagram;

/// <summary>An account's public side: comments as the facts they are, and what Meta is asked to do with them.</summary>
[Trait("suite", "pure")]
public sealed class InstagramWallTests
{
    private const string Account = "17841400000000001";
    private const string Post = "17955";
    private const string Zoe = "24876532109876543";
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1795449600);

    private readonly RecordedProvider provider = new() { Next = RecordedAnswer.Of(200, """{"id":"17865_99"}""") };
    private readonly Outgoing answer = new(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), [Zoe], "Oui, dès lundi", "Ana")
    {
        Post = Post,
        Answers = new Answered("17865_1", "Elle existe en bleu ?", "zoe.m", At, Extra: null),
    };

    [Theory]
    [InlineData("comment", "17865_1", MessageKind.Text, "Elle existe en bleu ?", null)]
    [InlineData("comment-flat", "17865_2", MessageKind.Text, "Elle existe en bleu ?", null)]
    [InlineData("comment-old-id", "17865_3", MessageKind.Text, "Elle existe en bleu ?", null)]
    [InlineData("comment-reply", "17865_4", MessageKind.Text, "Et en vert ?", "17865_1")]
    [InlineData("comment-live", "17865_5", MessageKind.Text, "Bonjour !", null)]
    [InlineData("comment-of-advertisement", "17865_6", MessageKind.Text, "Elle existe en bleu ?", null)]
    [InlineData("comment-empty", "17865_8", MessageKind.Unsupported, "", null)]
    public void A_comment_is_a_message_under_its_post(string sample, string id, MessageKind kind, string? text, string? answers)
    {
        var said = Read(sample).ShouldHaveSingleItem().ShouldBeOfType<MessageIn>();

        (said.ExternalId, said.Visibility, said.Post, said.Kind, said.Text, said.ReplyToExternalId).ShouldBe((id, Visibility.Public, Post, kind, text, answers));
        (said.From.Ids.Single(), said.From.Profile.Name, said.From.IsDoubtful, said.At).ShouldBe((Zoe, "zoe.m", true, At));
    }

    [Fact]
    public void Whom_Meta_does_not_name_is_heard_and_is_nobody_else()
    {
        var said = (MessageIn)Read("comment-of-nobody").Single();
        (said.From.Ids.Single(), said.From.Profile.Name).ShouldBe(("unknown:17865_7", "Instagram"));
    }

    [Theory]
    [InlineData("comment-echo", "17865_9")]
    [InlineData("comment-echo-by-id", "17865_10")]
    public void What_the_account_answers_itself_belongs_to_whoever_it_answers(string sample, string id)
    {
        var echo = Read(sample).Single().ShouldBeOfType<EchoIn>();
        (echo.To, echo.ExternalId, echo.ReplyToExternalId, echo.Visibility, echo.Post, echo.Text, echo.MayBeOurs)
            .ShouldBe((null, id, "17865_1", Visibility.Public, Post, "Oui, dès lundi", true));
    }

    [Theory]
    [InlineData("ignored-own-comment")]
    [InlineData("ignored-comment-without-post")]
    [InlineData("ignored-mention")]
    public void What_asks_for_nothing_is_nothing(string sample) => Read(sample).ShouldBeEmpty();

    [Fact]
    public void Without_comments_nothing_public_is_offered_or_read()
    {
        var quiet = Channel with { Settings = Settings with { Comments = false } };
        Kind().CapabilitiesOf(Channel).Public.ShouldNotBeNull().ShouldSatisfyAllConditions(it => it.PrivateReplyHours.ShouldBe(168), it => it.Hiding.ShouldBeTrue(), it => it.Deletes.ShouldBe(Deletion.All), it => it.MaxAttachments.ShouldBe(0));
        Kind().CapabilitiesOf(quiet).Public.ShouldBeNull();
        Kind().Read(quiet, Bytes("comment"), At).ShouldBeEmpty();
        Kind().Read(quiet, Bytes("text"), At).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(null, "/v25.0/17865_1/replies")]
    [InlineData("""{"parent":"17865_0"}""", "/v25.0/17865_0/replies")]
    public async Task An_answer_stands_under_the_first_comment_of_the_row(string? extra, string place)
    {
        (await Send(answer with { Answers = answer.Answers! with { Extra = extra } })).ShouldBe(new Delivery.Sent("17865_99"));
        var asked = provider.Asked.ShouldHaveSingleItem();
        (asked.Address.AbsolutePath, asked.Body).ShouldBe((place, """{"message":"Oui, d\u00E8s lundi"}"""));
    }

    [Fact]
    public void A_comment_below_another_remembers_the_first() => ((MessageIn)Read("comment-reply").Single()).Extra.ShouldBe("""{"parent":"17865_1"}""");

    [Fact]
    public async Task Without_a_comment_to_answer_it_stands_under_the_post()
    {
        await Send(answer with { Answers = null });
        provider.Asked.ShouldHaveSingleItem().Address.AbsolutePath.ShouldBe("/v25.0/17955/comments");
    }

    [Fact]
    public async Task A_private_answer_is_addressed_to_the_comment()
    {
        provider.Next = RecordedAnswer.Of(200, """{"recipient_id":"24","message_id":"m_1"}""");
        (await Send(answer with { Post = null, Answers = null, PrivatelyAnswers = "17865_1" })).ShouldBe(new Delivery.Sent("m_1"));
        var asked = provider.Asked.ShouldHaveSingleItem();
        (asked.Address.AbsolutePath, asked.Body).ShouldBe(("/v25.0/me/messages", """{"recipient":{"comment_id":"17865_1"},"message":{"text":"Oui, d\u00E8s lundi"}}"""));
    }

    [Fact]
    public async Task A_comment_is_hidden_and_Metas_refusal_is_told()
    {
        provider.Next = RecordedAnswer.Of(200, """{"success":true}""");
        (await Kind().Hide(Channel, "17865_1", isHidden: true, CancellationToken.None)).ShouldBeNull();
        (provider.Asked[0].Address.AbsolutePath, provider.Asked[0].Body).ShouldBe(("/v25.0/17865_1", """{"hide":true}"""));

        provider.Next = RecordedAnswer.Of(400, """{"error":{"code":100,"message":"Cannot hide"}}""");
        (await Kind().Hide(Channel, "17865_1", isHidden: false, CancellationToken.None)).ShouldBe("(100) Cannot hide");
    }

    [Fact]
    public async Task A_comment_is_deleted_and_what_is_gone_is_deleted()
    {
        provider.Next = RecordedAnswer.Of(200, """{"success":true}""");
        (await Delete()).ShouldBeNull();
        (provider.Asked[0].Method, provider.Asked[0].Address.AbsolutePath, provider.Asked[0].Body).ShouldBe(("DELETE", "/v25.0/17865_1", ""));

        provider.Next = RecordedAnswer.Of(400, """{"error":{"code":100,"error_subcode":33,"message":"Unsupported delete request"}}""");
        (await Delete()).ShouldBeNull();
        provider.Next = RecordedAnswer.Of(400, """{"error":{"code":10,"message":"No permission"}}""");
        (await Delete()).ShouldBe("(10) No permission");
    }

    [Theory]
    [InlineData("IMAGE", null, "17955 0 https://scontent.cdninstagram.com/m")]
    [InlineData("VIDEO", "https://scontent.cdninstagram.com/t.jpg", "17955 0 https://scontent.cdninstagram.com/t.jpg")]
    [InlineData("VIDEO", null, null)]
    public async Task A_post_is_shown_with_a_picture(string type, string? thumbnail, string? picture)
    {
        var told = new System.Text.Json.Nodes.JsonObject
        {
            ["caption"] = "Nouvelle collection", ["permalink"] = "https://www.instagram.com/p/robe", ["media_type"] = type, ["media_url"] = "https://scontent.cdninstagram.com/m",
            ["timestamp"] = "2026-11-20T09:30:00+0000", ["username"] = "maison_lune", ["thumbnail_url"] = thumbnail,
        };
        provider.Next = RecordedAnswer.Of(200, told.ToJsonString());
        var shown = (await Kind().ShowPost(Channel, Post, CancellationToken.None)).ShouldBeOfType<ShownPost.As>();
        shown.Card.ShouldBe(new PostCard("maison_lune", "Nouvelle collection", "https://www.instagram.com/p/robe", new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.Zero)));
        shown.Picture.ShouldBe(picture);
    }

    [Fact]
    public async Task A_post_is_asked_for_later_or_gone()
    {
        provider.Next = RecordedAnswer.Of(400, """{"error":{"code":100,"error_subcode":33,"message":"Unsupported get request"}}""");
        (await Kind().ShowPost(Channel, Post, CancellationToken.None)).ShouldBeOfType<ShownPost.Gone>();
        provider.Next = RecordedAnswer.Of(400, """{"error":{"code":4,"message":"Too many calls"}}""");
        (await Kind().ShowPost(Channel, Post, CancellationToken.None)).ShouldBeOfType<ShownPost.TryLater>();
    }

    [Theory]
    [InlineData(0, "\"\"", "noAnswer", typeof(Delivery.Unknown))]
    [InlineData(200, "{}", null, typeof(Delivery.Unknown))]
    [InlineData(400, """{"error":{"code":4,"message":"Too many calls"}}""", null, typeof(Delivery.TryLater))]
    [InlineData(401, """{"error":{"code":190,"message":"expired"}}""", null, typeof(Delivery.BadSettings))]
    [InlineData(400, """{"error":{"code":100,"message":"The comment is gone"}}""", null, typeof(Delivery.Rejected))]
    public async Task How_answering_a_comment_ended_is_told(int status, string body, string? fault, Type ending)
    {
        provider.Next = RecordedAnswer.Of(status, body) with { Fault = fault };
        (await Send(answer)).ShouldBeOfType(ending);
    }

    private static readonly InstagramSettings Settings = new() { AccountId = Account, AccessToken = "token", VerifyToken = "v" };

    private static ConnectedChannel Channel => new(Guid.CreateVersion7(), Guid.CreateVersion7(), "instagram", "Maison Lune", Settings);

    private InstagramChannel Kind() => new(provider, Memory.Unused, new FakeTimeProvider(At));

    private Task<string?> Delete(string? extra = null) => Kind().Delete(Channel, new Deleting("17865_1", extra), CancellationToken.None);

    private Task<Delivery> Send(Outgoing sent) => Kind().Send(Channel, sent, CancellationToken.None);

    private static byte[] Bytes(string sample) => Encoding.UTF8.GetBytes(SourceTree.Files("tests/Relais.Tests/Channels/Instagram/samples", $"/{sample}.json").Single().Text);

    private List<Inbound> Read(string sample) => [.. Kind().Read(Channel, Bytes(sample), At.AddMinutes(1))];
}
