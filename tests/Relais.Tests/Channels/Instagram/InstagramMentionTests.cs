using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Channels.Instagram;
using Relais.Tests.Channels.Custom;

namespace Relais.Tests.Channels.Instagram;

/// <summary>Where others mention the account Meta tells only where: what is asked, what comes of it, and how it is answered.</summary>
[Trait("suite", "pure")]
public sealed class InstagramMentionTests
{
    private const string Account = "17841400000000001";
    private const string Media = "17955";
    private const string Comment = "17865";
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1795449600);

    private static readonly InstagramSettings ByPage = new() { Login = "page", AccountId = Account, AccessToken = "token", AppSecret = "secret", VerifyToken = "v" };

    private readonly RecordedProvider provider = new();

    [Theory]
    [InlineData(Comment, Comment)]
    [InlineData(null, Media)]
    public void A_mention_waits_for_what_it_says(string? comment, string id)
    {
        var hint = Read(Told(Media, comment)).ShouldHaveSingleItem().ShouldBeOfType<MessageIn>();
        (hint.ExternalId, hint.Kind, hint.Visibility, hint.Post, hint.At).ShouldBe((id, MessageKind.Unsupported, Visibility.Public, Media, At));
        hint.Inquiry.ShouldBe($"{Media}/{comment}/{At.ToUnixTimeMilliseconds()}");
        (hint.From.Ids.Single(), hint.From.Profile.Name).ShouldBe(($"unknown:{id}", "Instagram"));
    }

    [Theory]
    [InlineData("account", true)]
    [InlineData("page", false)]
    public void Who_comes_without_a_page_or_wants_no_comments_hears_of_none(string login, bool comments) =>
        Kind().Read(Channel(ByPage with { Login = login, Comments = comments }), Told(Media, Comment), At).ShouldBeEmpty();

    [Theory]
    [InlineData("17955){id}", null)]
    [InlineData("", Comment)]
    [InlineData(Media, "../me")]
    public void What_is_no_number_is_asked_for_by_nobody(string media, string? comment) => Read(Told(media, comment)).ShouldBeEmpty();

    [Fact]
    public async Task A_comment_is_asked_for_with_its_author_and_post_and_read_like_any_other()
    {
        provider.Next = RecordedAnswer.Of(200, """
            {"mentioned_comment":{"text":"Merci @maison_lune !","timestamp":"2026-11-23T09:30:00+0000","username":"zoe.m",
             "media":{"username":"yann","caption":"Mon nouveau bonnet","permalink":"https://www.instagram.com/p/bonnet","id":"17955"},"id":"17865"},"id":"17841400000000001"}
            """);
        var said = await Inquire(Comment);

        (said.ExternalId, said.Kind, said.Text, said.Post, said.Visibility, said.Inquiry).ShouldBe((Comment, MessageKind.Text, "Merci @maison_lune !", Media, Visibility.Public, null));
        (said.From.Ids.Single(), said.From.Profile.Name, said.At).ShouldBe(("@zoe.m", "zoe.m", new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.Zero)));
        said.PostCard.ShouldBe(new PostCard("yann", "Mon nouveau bonnet", "https://www.instagram.com/p/bonnet"));
        Asked().ShouldBe([$"GET https://graph.facebook.com/v25.0/{Account}?fields=mentioned_comment.comment_id({Comment}){{text,timestamp,username,media{{username,caption,permalink,timestamp}}}}"]);
    }

    [Fact]
    public async Task A_post_is_asked_for_by_itself()
    {
        provider.Next = RecordedAnswer.Of(200, """{"mentioned_media":{"username":"yann","caption":"Merci @maison_lune","permalink":"https://www.instagram.com/p/bonnet"}}""");
        var said = await Inquire(comment: null);

        (said.ExternalId, said.Text, said.Post, said.From.Ids.Single(), said.At).ShouldBe((Media, "Merci @maison_lune", Media, "@yann", At));
        said.PostCard.ShouldBe(new PostCard("yann", "Merci @maison_lune", "https://www.instagram.com/p/bonnet"));
        Asked().ShouldBe([$"GET https://graph.facebook.com/v25.0/{Account}?fields=mentioned_media.media_id({Media}){{username,caption,permalink,timestamp,media_type,media_url,thumbnail_url}}"]);
    }

    [Fact]
    public async Task What_Meta_shows_only_in_part_is_asked_for_in_part()
    {
        provider.Answers = asked => asked.Address.Query.Contains("username", StringComparison.Ordinal)
            ? RecordedAnswer.Of(400, """{"error":{"code":100,"message":"Tried accessing nonexisting field (username)"}}""")
            : RecordedAnswer.Of(200, """{"mentioned_comment":{"text":"Merci","id":"17865"}}""");
        var said = await Inquire(Comment);

        (said.Text, said.From.Ids.Single(), said.From.Profile.Name).ShouldBe(("Merci", $"unknown:{Comment}", "Instagram"));
        provider.Asked.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(400, """{"error":{"code":100,"message":"Comments are disabled"}}""")]
    [InlineData(200, """{"id":"17841400000000001"}""")]
    [InlineData(200, """{"mentioned_comment":{"id":"17865"}}""")]
    public async Task What_Meta_does_not_show_is_shown_as_that(int status, string body)
    {
        provider.Next = RecordedAnswer.Of(status, body);
        var said = await Inquire(Comment);
        (said.ExternalId, said.Kind, said.Inquiry, said.Text).ShouldBe((Comment, MessageKind.Unsupported, null, null));
        JsonNode.Parse(said.Extra!)!["type"]!.ToString().ShouldBe("mention");
    }

    [Theory]
    [InlineData(400, """{"error":{"code":4,"message":"Too many calls"}}""")]
    [InlineData(401, """{"error":{"code":190,"message":"expired"}}""")]
    [InlineData(502, "\"<html></html>\"")]
    public async Task What_may_be_shown_another_time_is_asked_for_again(int status, string body)
    {
        provider.Next = RecordedAnswer.Of(status, body);
        (await Kind().Inquire(Channel(ByPage), InquiryOf(Comment), Stop)).ShouldBeOfType<Inquired.TryLater>();
        provider.Asked.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(Comment, "comment", """{"media_id":"17955","message":"Merci \u00E0 vous","comment_id":"17865"}""")]
    [InlineData(Media, "post", """{"media_id":"17955","message":"Merci \u00E0 vous"}""")]
    public async Task An_answer_stands_where_the_account_was_mentioned(string id, string where, string body)
    {
        provider.Next = RecordedAnswer.Of(200, """{"id":"17870"}""");
        var answer = new Outgoing(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), ["@zoe.m"], "Merci à vous", "Ana")
        {
            Post = Media, Answers = new Answered(id, "Merci @maison_lune !", "zoe.m", At, $$"""{"mention":"{{where}}"}"""),
        };
        (await Kind().Send(Channel(ByPage), answer, Stop)).ShouldBe(new Delivery.Sent("17870"));
        var asked = provider.Asked.ShouldHaveSingleItem();
        (asked.Method, asked.Address.AbsolutePath, asked.Body).ShouldBe(("POST", $"/v25.0/{Account}/mentions", body));
    }

    [Fact]
    public async Task What_others_say_under_posts_of_others_is_not_ours_to_delete()
    {
        (await Kind().Delete(Channel(ByPage), new Deleting(Comment, """{"mention":"comment"}"""), Stop)).ShouldNotBeNull();
        provider.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_post_of_somebody_else_is_shown_by_its_mention_and_no_other()
    {
        provider.Answers = asked => asked.Address.AbsolutePath.EndsWith($"/{Media}", StringComparison.Ordinal) ? RecordedAnswer.Of(400, """{"error":{"code":100,"error_subcode":33,"message":"Unsupported get request"}}""") : null;
        provider.Next = RecordedAnswer.Of(200, """{"mentioned_media":{"username":"yann","caption":"Merci","media_type":"IMAGE","media_url":"https://scontent.cdninstagram.com/m"}}""");
        (await Kind().ShowPost(Channel(ByPage), Media, Stop)).ShouldBe(new ShownPost.As(new PostCard("yann", "Merci"), $"{Media} 0 https://scontent.cdninstagram.com/m"));

        provider.Next = RecordedAnswer.Of(400, """{"error":{"code":100,"message":"Invalid parameter"}}""");
        (await Kind().ShowPost(Channel(ByPage), Media, Stop)).ShouldBeOfType<ShownPost.Gone>();
        provider.Next = RecordedAnswer.Of(400, """{"error":{"code":4,"message":"Too many calls"}}""");
        (await Kind().ShowPost(Channel(ByPage), Media, Stop)).ShouldBeOfType<ShownPost.TryLater>();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private InstagramChannel Kind() => new(provider, Memory.Unused, new FakeTimeProvider(At));

    private static ConnectedChannel Channel(InstagramSettings settings) => new(Guid.CreateVersion7(), Guid.CreateVersion7(), "instagram", "Maison Lune", settings);

    private List<Inbound> Read(ReadOnlyMemory<byte> body) => [.. Kind().Read(Channel(ByPage), body, At.AddMinutes(1))];

    private static string InquiryOf(string? comment) => $"{Media}/{comment}/{At.ToUnixTimeMilliseconds()}";

    /// <summary>What is read of the body that comes of asking.</summary>
    private async Task<MessageIn> Inquire(string? comment)
    {
        var inquired = (await Kind().Inquire(Channel(ByPage), InquiryOf(comment), Stop)).ShouldBeOfType<Inquired.As>();
        return Read(inquired.Body).ShouldHaveSingleItem().ShouldBeOfType<MessageIn>();
    }

    private IEnumerable<string> Asked() => provider.Asked.Select(asked => $"{asked.Method} {Uri.UnescapeDataString(asked.Address.ToString()).Split("&appsecret_proof=")[0]}");

    private static byte[] Told(string media, string? comment)
    {
        var value = new JsonObject { ["media_id"] = media };
        if (comment is not null) value["comment_id"] = comment;
        return Encoding.UTF8.GetBytes(new JsonObject
        {
            ["object"] = "instagram",
            ["entry"] = new JsonArray(new JsonObject { ["id"] = Account, ["time"] = At.ToUnixTimeSeconds(), ["changes"] = new JsonArray(new JsonObject { ["field"] = "mentions", ["value"] = value }) }),
        }.ToJsonString());
    }
}
