using System.Net;
using System.Text.Json.Nodes;
using Relais.Server.Channels.Instagram;
using Relais.Tests.Channels.Simulator;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Instagram;

/// <summary>From a customer's Instagram to the agent and back, through the whole server.</summary>
public sealed class InstagramRoundTripTests(InstagramShop shop) : IClassFixture<InstagramShop>
{
    [Fact]
    public async Task A_customer_is_heard_introduced_and_answered_and_the_mark_follows()
    {
        foreach (var code in new[] { 613, 2 }) shop.Meta.NextIntroductions.Enqueue(code);
        var zoe = InstagramShop.Someone();
        shop.Meta.Names[zoe] = "Zoé Martin";
        await shop.Writes(zoe, "Bonjour, où est mon colis ?");
        var question = (await shop.Thread("Zoé Martin", 1)).ShouldHaveSingleItem();
        var id = await shop.Answer("Zoé Martin", "Il arrive demain", replyTo: question.Id());
        await shop.Until("Zoé Martin", id, "sent");

        var sent = shop.SentTo(zoe).ShouldHaveSingleItem();
        (sent["message"]!.ToJsonString(), sent["reply_to"]!["mid"]!.ToString()[..5]).ShouldBe(("""{"text":"Il arrive demain"}""", "m_SIM"));

        await shop.Bring(shop.Meta.Event(zoe, shop.App.Clock.GetUtcNow(), "read", new JsonObject { ["mid"] = sent["id"]!.DeepClone() }));
        await shop.Until("Zoé Martin", id, "read");
        await shop.Bring(shop.Meta.Echo(sent, shop.App.Clock.GetUtcNow()));
        await shop.App.UntilNothingWaits();
        (await shop.Thread("Zoé Martin")).Count.ShouldBe(2);
        await shop.Until("Zoé Martin", id, "read");
        await shop.App.ShouldBeSound();
    }

    [Theory]
    [InlineData("messaging")]
    [InlineData("changes")]
    [InlineData("value")]
    public async Task However_Meta_packs_it_everything_is_heard_once(string wrapping)
    {
        var hugo = InstagramShop.Someone();
        var now = shop.App.Clock.GetUtcNow();
        JsonObject[] said = [.. new[] { "un", "deux", "trois" }.Select((word, at) => shop.Meta.Message(hugo, now.AddSeconds(at - 60), word))];
        (await shop.Meta.Bring(shop.Line, shop.DoorPath, forged: true, shop.Meta.Message(hugo, now, "faux"))).ShouldBe(401);
        shop.Meta.Wrapping = wrapping;
        foreach (var one in said.Reverse().Concat(said)) await shop.Bring(one);
        await shop.Bring(said);
        shop.Meta.Wrapping = "messaging";
        await shop.Bring(said);

        (await shop.Thread(hugo, 3)).Select(message => message.Text("text")).ShouldBe(["un", "deux", "trois"], ignoreOrder: true);
        await shop.App.UntilNothingWaits();
        (await shop.Thread(hugo)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_comment_stands_under_its_post_and_is_answered_hidden_and_answered_in_private()
    {
        var clara = InstagramShop.Someone();
        var post = shop.Meta.Post("Nouvelle collection", [1, 2, 3]);
        await shop.Bring(shop.Meta.CommentOn(post, clara, "clara.petit", "Elle existe en bleu ?", id: "17865_1"));
        var comment = (await shop.Thread("clara.petit", 1)).ShouldHaveSingleItem();
        await shop.App.UntilNothingWaits();
        (await shop.Ana.Get($"conversations/{comment.Id("conversationId")}"))["post"]!.ShouldSatisfyAllConditions(
            it => it.Text("text").ShouldBe("Nouvelle collection"), it => it.Text("authorName").ShouldBe("maison_lune"), it => it["pictureUrl"].ShouldNotBeNull());

        await shop.Until("clara.petit", await shop.Answer("clara.petit", "Oui, dès lundi"), "sent");
        var (under, external, words) = shop.Meta.Comments.Single(said => said.Under == "17865_1");
        words.ShouldBe("Oui, dès lundi");
        await shop.Bring(shop.Meta.CommentOn(post, shop.Meta.Account, "maison_lune", words, parent: under, id: external));
        await shop.App.UntilNothingWaits();
        (await shop.Thread("clara.petit")).Count.ShouldBe(2);

        await shop.Ana.Put($"messages/{comment.Id()}/hidden", new { isHidden = true });
        shop.Meta.Hidden["17865_1"].ShouldBeTrue();

        var letter = await shop.Ana.Post($"conversations/{comment.Id("conversationId")}/messages", new { clientId = Guid.CreateVersion7(), text = "Quelle taille ?", privately = true });
        await shop.App.UntilNothingWaits();
        shop.SentTo(clara).ShouldHaveSingleItem()["recipient"]!["comment_id"]!.ToString().ShouldBe("17865_1");
        await shop.Writes(clara, "Du 38");
        await shop.App.UntilNothingWaits();
        (await shop.Ana.Get($"threads/{letter.Id("threadId")}/messages")).Items().Select(message => message.Text("text")).ShouldBe(["Quelle taille ?", "Du 38"]);
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task Who_is_known_from_private_keeps_the_name_there()
    {
        var ugo = InstagramShop.Someone();
        shop.Meta.Names[ugo] = "Ugo Roux";
        await shop.Writes(ugo, "Bonjour");
        await shop.Thread("Ugo Roux", 1);
        await shop.Bring(shop.Meta.CommentOn(shop.Meta.Post("Robe Lune", [1]), ugo, "ugo.r", "En public aussi"));
        await shop.App.UntilNothingWaits();
        (await shop.Ana.Get("conversations?state=new&limit=100")).Items().Where(row => row["contact"]!.Text("name") == "Ugo Roux").Count().ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_in_public_that_got_lost_is_settled_by_its_echo()
    {
        var lou = InstagramShop.Someone();
        var post = shop.Meta.Post("Robe Lune", [1]);
        await shop.Bring(shop.Meta.CommentOn(post, lou, "lou", "C’est combien ?", id: "17866_1"));
        await shop.Thread("lou", 1);
        shop.Meta.Faults.NextSends.Enqueue(new SendFault.AnswerLost());
        var id = await shop.Answer("lou", "120 €");
        await shop.Until("lou", id, "unknown");
        var (under, external, words) = shop.Meta.Comments.Single(said => said.Under == "17866_1");
        await shop.Bring(shop.Meta.CommentOn(post, shop.Meta.Account, "maison_lune", words, parent: under, id: external));
        await shop.Until("lou", id, "sent");
        (await shop.Thread("lou")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_lost_answer_is_uncertain_until_its_echo_settles_it_and_is_never_repeated()
    {
        var ines = InstagramShop.Someone();
        await shop.Writes(ines, "Bonjour");
        await shop.Thread(ines, 1);
        shop.Meta.Faults.NextSends.Enqueue(new SendFault.AnswerLost());
        var id = await shop.Answer(ines, "Perdu ?");
        await shop.Until(ines, id, "unknown");
        shop.App.Clock.Advance(TimeSpan.FromMinutes(5));
        await shop.App.UntilNothingWaits();

        await shop.Bring(shop.Meta.Echo(shop.SentTo(ines).ShouldHaveSingleItem(), shop.App.Clock.GetUtcNow()));

        await shop.Until(ines, id, "sent");
        shop.SentTo(ines).ShouldHaveSingleItem();
        (await shop.Thread(ines)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_colleagues_write_in_the_app_of_Instagram_appears_beside_our_own_answer()
    {
        var nora = InstagramShop.Someone();
        await shop.Writes(nora, "Bonjour");
        await shop.Thread(nora, 1);
        await shop.Until(nora, await shop.Answer(nora, "Il arrive demain"), "sent");
        var now = shop.App.Clock.GetUtcNow();
        var elsewhere = new JsonObject { ["id"] = shop.Meta.NextId(), ["recipient"] = new JsonObject { ["id"] = nora }, ["message"] = new JsonObject { ["text"] = "Depuis Instagram" } };
        await shop.Bring(shop.Meta.Echo(shop.SentTo(nora).Single(), now), shop.Meta.Echo(elsewhere, now.AddSeconds(1)));

        var thread = await shop.Thread(nora, 3);
        thread.Count.ShouldBe(3);
        thread.Single(message => message["text"]?.ToString() == "Depuis Instagram").Text("direction").ShouldBe("out");
    }

    [Fact]
    public async Task Too_fast_waits_and_one_message_goes()
    {
        var emma = InstagramShop.Someone();
        await shop.Writes(emma, "Bonjour");
        await shop.Thread(emma, 1);
        shop.Meta.Faults.NextSends.Enqueue(new SendFault.TooMany(TimeSpan.FromSeconds(2)));
        await shop.Until(emma, await shop.Answer(emma, "Bonjour Emma"), "sent");
        shop.SentTo(emma).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_text_of_too_many_bytes_fails_with_its_reason_and_nothing_of_it_leaves()
    {
        var kenji = InstagramShop.Someone();
        await shop.Writes(kenji, "こんにちは");
        await shop.Thread(kenji, 1);
        var failed = await shop.Until(kenji, await shop.Answer(kenji, new string('月', 400)), "failed");
        failed["delivery"]!.ToJsonString().ShouldContain("too_long");
        shop.SentTo(kenji).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_story_that_is_answered_lies_in_our_own_store()
    {
        var yann = InstagramShop.Someone();
        var story = shop.Meta.Picture(yann, shop.App.Clock.GetUtcNow(), "the story"u8.ToArray());
        var message = story["message"]!.AsObject();
        message["text"] = "Elle existe en bleu ?";
        message["reply_to"] = new JsonObject { ["story"] = new JsonObject { ["id"] = "17900", ["url"] = message["attachments"]![0]!["payload"]!["url"]!.DeepClone() } };
        message.Remove("attachments");
        await shop.Bring(story);

        JsonNode? file = null;
        await shop.Until(async () => (file = (await shop.Thread(yann, 1))[0]["attachments"]![0]!).Text("state") == "ready", "the story");
        using var kept = await shop.Ana.Http.GetAsync(file!.Text("url"), Cancel);
        (await kept.Content.ReadAsStringAsync(Cancel)).ShouldBe("the story");
    }

    [Fact]
    public async Task What_is_edited_taken_back_or_reacted_to_shows_in_the_thread()
    {
        var sami = InstagramShop.Someone();
        var now = shop.App.Clock.GetUtcNow();
        var (first, second) = (shop.Meta.Message(sami, now, "Bonjur"), shop.Meta.Message(sami, now, "Oups"));
        await shop.Bring(first, second);
        await shop.Thread(sami, 2);
        await shop.Bring(
            shop.Meta.Event(sami, now.AddSeconds(1), "message_edit", new JsonObject { ["mid"] = first["message"]!["mid"]!.DeepClone(), ["text"] = "Bonjour" }),
            shop.Meta.Event(sami, now.AddSeconds(2), "message", new JsonObject { ["mid"] = second["message"]!["mid"]!.DeepClone(), ["is_deleted"] = true }),
            shop.Meta.Event(sami, now.AddSeconds(3), "reaction", new JsonObject { ["mid"] = first["message"]!["mid"]!.DeepClone(), ["action"] = "react", ["emoji"] = "❤️" }));

        await shop.Until(async () => (await shop.Thread(sami)).Any(message => message["reactions"] is JsonArray { Count: > 0 }), "the reaction");
        var thread = await shop.Thread(sami);
        thread.Select(message => message["text"]?.ToString()).ShouldContain("Bonjour");
        thread.Count(message => message["removedAt"] is not null).ShouldBe(1);
    }

    [Fact]
    public async Task After_a_day_nothing_goes_unless_a_person_may_answer_for_a_week()
    {
        var lea = InstagramShop.Someone();
        await shop.Writes(lea, "Bonjour");
        var conversation = (await shop.Conversation(lea)).Id();
        shop.App.Clock.Advance(TimeSpan.FromHours(25));
        await shop.Ana.SignIn("ana@maison-lune.fr", Shop.Password);
        await shop.Diane.SignIn("diane@maison-lune.fr", Shop.Password);
        using var refused = await shop.Ana.Send(HttpMethod.Post, $"conversations/{conversation}/messages", new { clientId = Guid.CreateVersion7(), text = "Toujours là ?", uploadIds = Array.Empty<Guid>() });
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        shop.Meta.Outside[lea] = true;
        await shop.Diane.Patch($"channels/{shop.ChannelId}", new { settings = new { humanAgent = true } });
        await shop.Until(lea, await shop.Answer(lea, "Toujours là ?"), "sent");
        await shop.Diane.Patch($"channels/{shop.ChannelId}", new { settings = new { humanAgent = false } });

        shop.SentTo(lea).ShouldHaveSingleItem()["tag"]!.ToString().ShouldBe("HUMAN_AGENT");
    }

    [Fact]
    public async Task An_expired_token_shows_on_the_channel_and_the_answer_waits_for_a_new_one()
    {
        var tom = InstagramShop.Someone();
        await shop.Writes(tom, "Bonjour");
        await shop.Thread(tom, 1);
        shop.Meta.TokenExpired = true;
        var id = await shop.Answer(tom, "J’attends");
        await shop.Until(async () => (await Channel()).Text("status") == "failing", "the channel to fail");
        (await Channel()).Text("problem").ShouldStartWith("token_invalid: ");
        shop.SentTo(tom).ShouldBeEmpty();

        shop.Meta.TokenExpired = false;
        (await shop.Diane.Post($"channels/{shop.ChannelId}/check")).Text("account").ShouldBe("@maison_lune");
        shop.Meta.Subscribed!.ShouldContain("messaging_postbacks");
        await shop.Until(tom, id, "sent");
        (await Channel()).Text("status").ShouldBe("active");
        shop.SentTo(tom).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task By_its_page_the_account_is_followed_and_the_page_keeps_what_it_followed()
    {
        shop.Meta.Subscribed = "feed,message_echoes";
        var other = await shop.Connect(shop.SettingsWith(login: "page"));
        (await shop.Diane.Post($"channels/{other}/check")).Text("account").ShouldBe("@maison_lune");
        shop.Meta.Subscribed.ShouldBe("messages,feed,message_echoes");
    }

    [Fact]
    public async Task The_token_is_given_anew_long_before_it_ends_and_the_account_goes_on_with_it()
    {
        await shop.Diane.Post($"channels/{shop.ChannelId}/check");
        (await Health())["allowances"]!.AsArray().ShouldBeEmpty("nobody tells until it was given anew");

        shop.Meta.Renewal = (int)TimeSpan.FromDays(60).TotalSeconds;
        await shop.Diane.Post($"channels/{shop.ChannelId}/check");
        var second = shop.Meta.NewestToken;
        second.ShouldNotBe(MetaInboxSimulator.Token);
        ((InstagramSettings)(await shop.Opened()).Settings).AccessToken.ShouldBe(second);
        (await Health())["allowances"]!.AsArray().ShouldHaveSingleItem()!["until"]!.GetValue<DateTimeOffset>()
            .ShouldBe(shop.App.Clock.GetUtcNow().AddDays(60), TimeSpan.FromMinutes(10));

        (await shop.Diane.Post($"channels/{shop.ChannelId}/check")).Text("account").ShouldBe("@maison_lune");
        shop.Meta.NewestToken.ShouldBe(second, "within a week nobody asks again");
    }

    [Fact]
    public async Task Secrets_are_never_shown_again()
    {
        var shown = (await shop.Diane.Get($"channels/{shop.ChannelId}")).ToJsonString();
        shown.ShouldNotContain(MetaInboxSimulator.Token);
        shown.ShouldNotContain(MetaInboxSimulator.AppSecret);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<JsonNode> Health() => shop.Diane.Get($"channels/{shop.ChannelId}/health");

    private Task<JsonNode> Channel() => shop.Diane.Get($"channels/{shop.ChannelId}");
}
