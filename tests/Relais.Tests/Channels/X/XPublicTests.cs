using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Channels.X;
using Relais.Tests.Architecture;

namespace Relais.Tests.Channels.X;

/// <summary>What is said in public, and answered there.</summary>
[Trait("suite", "pure")]
public sealed class XPublicTests
{
    private const string Root = "2080765813578190999";

    private static readonly XSettings Settings = new() { ConsumerKey = "key", ConsumerSecret = "secret", AccessToken = "1111111111111111111-token", AccessTokenSecret = "secret" };

    private readonly RecordedProvider provider = new() { Next = RecordedAnswer.Of(201, """{"data":{"id":"2080765813578191303","text":"Merci !"}}""") };

    [Theory]
    [InlineData("post-mention", "Bonjour @maisonlune, où est mon colis ?", null, null)]
    [InlineData("post-reply", "@maisonlune Elle est belle <3", Root, Root)]
    [InlineData("post-reply-without-root", "@maisonlune Et en bleu ?", Root, "2080765813578190998")]
    [InlineData("post-long", "@maisonlune Une longue histoire, voir https://boutique.example.com/histoire", null, null)]
    public void What_is_said_in_public_is_known_by_the_post_the_conversation_began_with(string sample, string text, string? post, string? answered)
    {
        var comment = Read(sample).ShouldHaveSingleItem().ShouldBeOfType<MessageIn>();
        (comment.Kind, comment.Text, comment.Visibility, comment.ReplyToExternalId).ShouldBe((MessageKind.Text, text, Visibility.Public, answered));
        comment.Post.ShouldBe(post ?? comment.ExternalId);
        (comment.From.Ids.Single(), comment.From.Profile.Name, comment.At.Minute).ShouldBe(("2222222222222222222", "Zoé Martin", 23));
    }

    [Theory]
    [InlineData("post-mention", "Zoé Martin", "Bonjour @maisonlune, où est mon colis ?")]
    [InlineData("post-reply", "Maison Lune", "Nouvelle bougie !  & plus")]
    [InlineData("post-reply-without-root", null, null)]
    public void That_post_is_shown_as_far_as_it_is_told(string sample, string? author, string? text)
    {
        var comment = Read(sample).Cast<MessageIn>().Single();
        (comment.PostCard!.AuthorName, comment.PostCard.Text, comment.PostCard.Url).ShouldBe((author, text, $"https://x.com/i/status/{comment.Post}"));
    }

    [Fact]
    public void Its_pictures_and_films_come_along_the_best_of_several()
    {
        var comment = Read("post-photo").Cast<MessageIn>().Single();
        (comment.Kind, comment.Text).ShouldBe((MessageKind.Image, "@maisonlune Cassée"));
        comment.Files.ShouldBe([new InboundFile(AttachmentKind.Image, null, null, Reference: "https://pbs.twimg.com/media/fissure.jpg"), new InboundFile(AttachmentKind.Video, null, "video/mp4", Reference: "https://video.twimg.com/high.mp4")]);
    }

    [Fact]
    public void What_the_account_answered_itself_stands_with_what_it_answers_and_what_it_took_back_is_gone()
    {
        var echo = Read("post-own-reply").ShouldHaveSingleItem().ShouldBeOfType<EchoIn>();
        (echo.To, echo.Text, echo.Visibility, echo.Post, echo.ReplyToExternalId, echo.MayBeOurs).ShouldBe((null, "@zoe_martin Merci !", Visibility.Public, Root, "2080765813578190997", true));
        Read("post-delete").ShouldHaveSingleItem().ShouldBeOfType<RemovalIn>().TargetExternalId.ShouldBe("2080761269309813134");
    }

    [Fact]
    public void Who_wants_nothing_public_sees_nothing_of_it()
    {
        foreach (var sample in new[] { "post-mention", "post-own-reply", "post-delete" }) Read(sample, Settings with { InPublic = false }).ShouldBeEmpty();
        Kind().CapabilitiesOf(Channel(Settings with { InPublic = false })).Public.ShouldBeNull();
    }

    [Fact]
    public async Task An_answer_stands_below_what_it_answers()
    {
        (await Send(Answer() with { ReplyToExternalId = "7" })).ShouldBe(new Delivery.Sent("2080765813578191303"));
        await Send(Answer());
        provider.Asked.Select(asked => $"{asked.Method} {asked.Address} {asked.Body}").ShouldBe(
        [
            """POST https://api.x.com/2/tweets {"text":"Merci !","reply":{"in_reply_to_tweet_id":"7"}}""",
            """POST https://api.x.com/2/tweets {"text":"Merci !","reply":{"in_reply_to_tweet_id":"9"}}""",
        ]);
    }

    [Fact]
    public async Task What_cannot_stand_there_is_not_tried()
    {
        (await Send(Answer() with { Answers = null })).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("nothing_to_answer");
        (await Send(Answer() with { Text = new string('字', 1401) })).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("post_too_long");
        (await Send(Answer() with { Text = new string('字', 141) }, Settings with { SplitsPosts = false })).ShouldBeOfType<Delivery.Rejected>().Code.ShouldBe("post_too_long");
        provider.Asked.ShouldBeEmpty();
        (await Send(Answer() with { Text = new string('字', 140) })).ShouldBeOfType<Delivery.Sent>();
    }

    [Fact]
    public void What_may_be_said_is_counted_as_X_does_and_split_in_public_alone_where_the_shop_wants_it()
    {
        var can = Kind().CapabilitiesOf(Channel(Settings));
        (can.SplitsAt, can.Public!.SplitsAt, can.Public.MaxText, can.Public.LengthOf("字")).ShouldBe((null, 280, 2800, 2));
        var whole = Kind().CapabilitiesOf(Channel(Settings with { SplitsPosts = false })).Public!;
        (whole.SplitsAt, whole.MaxText, whole.PartsOf(new string('a', 300)).Count).ShouldBe((null, 280, 1));
    }

    /// <summary>X's own library of texts counts as we do.</summary>
    [CheckedBy("twitter-text", "counts the length of a post as we do")]
    [Fact]
    public async Task A_post_is_as_long_as_X_s_own_library_says()
    {
        string[] texts =
        [
            "Bonjour", "Café, cœur, naïf: Ωмега עברית", "字字字 テスト 한글", "📦🎉", "👨‍👩‍👧‍👦 famille", "🇫🇷 France", "👍🏽", "❤️", "Voir https://boutique.example.com/une/tres/longue/adresse?avec=des&choses=dedans svp",
            "https://a.fr et http://b.fr", "“guillemets” — tiret… ‰", "e\u0301", "",
        ];
        var said = JsonSerializer.Deserialize<int[]>(await Referee.Ask("x.mjs", "lengths", JsonSerializer.Serialize(texts)))!;
        texts.Select(text => (text, WeightedText.LengthOf(text))).ShouldBe(texts.Zip(said));
    }

    [Theory]
    [InlineData(200, """{"data":{"hidden":true}}""", true)]
    [InlineData(200, """{"data":{"hidden":false}}""", false)]
    [InlineData(403, """{"title":"Forbidden","detail":"You are not allowed to hide this post."}""", false)]
    public async Task Below_our_own_posts_a_reply_can_be_hidden(int status, string body, bool done)
    {
        provider.Next = RecordedAnswer.Of(status, body);
        var reason = await Kind().Hide(Channel(Settings), "7", isHidden: true, Stop);
        (reason is null).ShouldBe(done);
        (provider.Asked.Single().Method, provider.Asked.Single().Address.AbsolutePath, provider.Asked.Single().Body).ShouldBe(("PUT", "/2/tweets/7/hidden", """{"hidden":true}"""));
    }

    [Theory]
    [InlineData(200, """{"data":{"deleted":true}}""", true)]
    [InlineData(404, """{"title":"Not Found Error","detail":"Could not find tweet with id: [7]."}""", true)]
    [InlineData(200, """{"data":{"deleted":false}}""", false)]
    [InlineData(404, "\"<html>Not here</html>\"", false)]
    [InlineData(403, """{"title":"Forbidden","detail":"You are not allowed to delete this post."}""", false)]
    public async Task Our_own_post_can_be_deleted_and_what_is_gone_is_deleted(int status, string body, bool done)
    {
        provider.Next = RecordedAnswer.Of(status, body);
        (await Kind().Delete(Channel(Settings), new Deleting("7", Extra: null), Stop) is null).ShouldBe(done);
        (provider.Asked.Single().Method, provider.Asked.Single().Address.AbsolutePath, provider.Asked.Single().Body).ShouldBe(("DELETE", "/2/tweets/7", ""));
        Kind().CapabilitiesOf(Channel(Settings)).Public!.Deletes.ShouldBe(Deletion.Ours);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private XChannel Kind() => new(provider, new ChannelMemory(new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), TimeProvider.System), TimeProvider.System);

    private Task<Delivery> Send(Outgoing answer, XSettings? settings = null) => Kind().Send(Channel(settings ?? Settings), answer, Stop);

    private Inbound[] Read(string sample, XSettings? settings = null)
    {
        var text = SourceTree.Files("tests/Relais.Tests/Channels/X/samples", ".json").Single(file => Path.GetFileName(file.Path) == $"{sample}.json").Text;
        return [.. Kind().Read(Channel(settings ?? Settings), Encoding.UTF8.GetBytes(text))];
    }

    private static ConnectedChannel Channel(XSettings settings) => new(Guid.CreateVersion7(), Guid.CreateVersion7(), "x", "X Maison Lune", settings);

    private static Outgoing Answer() => new(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), ["2222222222222222222"], "Merci !", "Ana")
    {
        Post = Root, Answers = new Answered("9", "Joli", "Zoé", DateTimeOffset.UnixEpoch, null),
    };
}
