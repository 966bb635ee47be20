using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Relais.Tests.Channels.Simulator;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Facebook;

/// <summary>From a customer's Messenger to the agent and back, through the whole server.</summary>
public sealed class FacebookRoundTripTests(FacebookShop shop) : IClassFixture<FacebookShop>
{
    [Fact]
    public async Task A_question_is_answered_and_the_marks_follow()
    {
        var zoe = FacebookShop.Someone();
        await shop.Writes(zoe, "Bonjour, où est mon colis ?");
        var question = (await shop.Thread(zoe, 1)).ShouldHaveSingleItem();
        var id = await shop.Answer(zoe, "Il arrive demain", replyTo: question.Id());
        await shop.Until(zoe, id, "sent");

        var sent = shop.SentTo(zoe).ShouldHaveSingleItem();
        (sent["message"]!["text"]!.ToString(), sent["message"]!["metadata"]!.ToString(), sent["messaging_type"]!.ToString()).ShouldBe(("Il arrive demain", id.ToString(), "RESPONSE"));
        sent["reply_to"]!["mid"]!.ToString().ShouldStartWith("m_SIM");

        var now = shop.App.Clock.GetUtcNow();
        await shop.Bring(shop.Meta.Event(zoe, now, "read", new JsonObject { ["watermark"] = now.ToUnixTimeMilliseconds() }));
        await shop.Until(zoe, id, "read");
        await shop.Bring(shop.Meta.Event(zoe, now, "delivery", new JsonObject { ["mids"] = new JsonArray(sent["id"]!.DeepClone()), ["watermark"] = now.ToUnixTimeMilliseconds() }));
        await shop.Bring(shop.Meta.Echo(sent, now));
        await shop.App.UntilNothingWaits();
        (await shop.Thread(zoe)).Count.ShouldBe(2);
        await shop.Until(zoe, id, "read");
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_customer_gets_a_name_even_when_Meta_is_slow_to_tell_it()
    {
        foreach (var code in new[] { 613, 2 }) shop.Meta.NextIntroductions.Enqueue(code);
        var omar = FacebookShop.Someone();
        shop.Meta.Names[omar] = "Omar Diallo";
        await shop.Writes(omar, "Bonjour");
        (await shop.Thread("Omar Diallo", 1)).ShouldHaveSingleItem().Text("text").ShouldBe("Bonjour");
    }

    [Fact]
    public async Task Who_tells_no_name_is_heard_all_the_same_and_asked_for_when_he_writes_again()
    {
        var paul = FacebookShop.Someone();
        shop.Meta.Names[paul] = null;
        await shop.Writes(paul, "Sans nom");
        await shop.Until(() => Task.FromResult(shop.Meta.Asked.ContainsKey(paul)), "the question for his name");
        await shop.Until(async () => (await shop.Ana.Get("conversations?state=new&limit=100")).ToJsonString().Contains("Sans nom", StringComparison.Ordinal), "his message");

        shop.Meta.Names[paul] = "Paul";
        await shop.Writes(paul, "Encore moi");
        (await shop.Thread("Paul", 2)).Select(message => message.Text("text")).ShouldBe(["Sans nom", "Encore moi"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_comment_stands_under_its_post_and_is_answered_hidden_and_answered_in_private()
    {
        var (clara, at) = (FacebookShop.Someone(), shop.App.Clock.GetUtcNow());
        var wall = shop.Meta.Publish("Nouvelle collection", [1, 2, 3]);
        await shop.Bring(shop.Meta.Comment(clara, "Clara Petit", wall, at, "Elle existe en bleu ?", id: "7001_1"));
        var comment = (await shop.Thread("Clara Petit", 1)).ShouldHaveSingleItem();
        await shop.App.UntilNothingWaits();
        (await shop.Ana.Get($"conversations/{comment.Id("conversationId")}"))["post"]!.ShouldSatisfyAllConditions(
            it => it.Text("text").ShouldBe("Nouvelle collection"), it => it.Text("authorName").ShouldBe("Maison Lune"), it => it["pictureUrl"].ShouldNotBeNull());

        var id = await shop.Answer("Clara Petit", "Oui, dès lundi");
        await shop.Until("Clara Petit", id, "sent");
        var (under, external, words) = shop.Meta.Comments.Single(said => said.Under == "7001_1");
        (under, words).ShouldBe(("7001_1", "Oui, dès lundi"));
        await shop.Bring(shop.Meta.Comment(shop.Meta.Account, "Maison Lune", wall, at, words, parent: "7001_1", id: external));
        await shop.App.UntilNothingWaits();
        (await shop.Thread("Clara Petit")).Count.ShouldBe(2);

        await shop.Ana.Put($"messages/{comment.Id()}/hidden", new { isHidden = true });
        shop.Meta.Hidden["7001_1"].ShouldBeTrue();

        var letter = await shop.Ana.Post($"conversations/{comment.Id("conversationId")}/messages", new { clientId = Guid.CreateVersion7(), text = "Quelle taille ?", privately = true });
        await shop.App.UntilNothingWaits();
        shop.SentTo(clara).ShouldHaveSingleItem()["recipient"]!["comment_id"]!.ToString().ShouldBe("7001_1");
        await shop.Writes(clara, "Du 38");
        await shop.App.UntilNothingWaits();
        (await shop.Ana.Get($"threads/{letter.Id("threadId")}/messages")).Items().Select(message => message.Text("text")).ShouldBe(["Quelle taille ?", "Du 38"]);
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_comment_and_our_answer_are_deleted_at_Meta_first()
    {
        var (nino, at) = (FacebookShop.Someone(), shop.App.Clock.GetUtcNow());
        await shop.Bring(shop.Meta.Comment(nino, "Nino Bard", shop.Meta.Publish("Robe Lune", [1]), at, "Arnaque", id: "7005_1"));
        var comment = (await shop.Thread("Nino Bard", 1)).ShouldHaveSingleItem();
        await shop.Until("Nino Bard", await shop.Answer("Nino Bard", "Pardon ?"), "sent");
        var ours = (await shop.Thread("Nino Bard"))[1].Id();

        await shop.Ana.Put($"messages/{ours}/removal");
        await shop.Ana.Put($"messages/{comment.Id()}/removal");

        shop.Meta.Deleted.ShouldBe([shop.Meta.Comments.Single(said => said.Under == "7005_1").Id, "7005_1"]);
        (await shop.Thread("Nino Bard")).ShouldAllBe(message => message["removedBy"]!["name"]!.ToString() == "Ana");
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_lost_answer_is_uncertain_until_its_echo_settles_it_and_is_never_repeated()
    {
        var ines = FacebookShop.Someone();
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
    public async Task Too_fast_waits_and_of_words_with_a_file_none_comes_twice()
    {
        var hugo = FacebookShop.Someone();
        await shop.Writes(hugo, "Vous avez le bon ?");
        await shop.Thread(hugo, 1);
        var upload = await shop.Upload("a voucher"u8.ToArray(), "bon.pdf", "application/pdf");
        shop.Meta.Faults.NextSends.Enqueue(new SendFault.TooMany(TimeSpan.FromSeconds(2)));
        shop.Meta.Faults.NextSends.Enqueue(new SendFault.Slow(TimeSpan.Zero));
        shop.Meta.Faults.NextSends.Enqueue(new SendFault.TooMany(TimeSpan.FromSeconds(2)));
        await shop.Until(hugo, await shop.Answer(hugo, "Le voici", null, upload), "sent");

        var sent = shop.SentTo(hugo);
        sent.Select(one => one["message"]!["text"]?.ToString()).ShouldBe([null, "Le voici"]);
        var attachment = sent[0]["message"]!["attachment"]!;
        attachment["type"]!.ToString().ShouldBe("file");
        Encoding.UTF8.GetString(shop.Meta.Uploaded(attachment["payload"]!["attachment_id"]!.ToString())).ShouldBe("a voucher");
        await shop.Bring([.. sent.Select(one => shop.Meta.Echo(one, shop.App.Clock.GetUtcNow()))]);
        await shop.App.UntilNothingWaits();
        (await shop.Thread(hugo)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_picture_lies_in_our_own_store_even_when_its_address_has_run_out(bool expired)
    {
        var yann = FacebookShop.Someone();
        await shop.Bring(shop.Meta.Picture(yann, shop.App.Clock.GetUtcNow(), "the crack"u8.ToArray(), expired));

        JsonNode? file = null;
        await shop.Until(async () => (file = (await shop.Thread(yann, 1))[0]["attachments"]![0]!).Text("state") == "ready", "the picture");
        using var kept = await shop.Ana.Http.GetAsync(file!.Text("url"), Cancel);
        (await kept.Content.ReadAsStringAsync(Cancel)).ShouldBe("the crack");
        file!.Text("contentType").ShouldBe("image/jpeg");
    }

    [Fact]
    public async Task Duplicates_and_disorder_change_nothing_and_a_forged_call_less()
    {
        var emma = FacebookShop.Someone();
        var now = shop.App.Clock.GetUtcNow();
        JsonObject[] said = [.. new[] { "un", "deux", "trois" }.Select((word, at) => shop.Meta.Message(emma, now.AddSeconds(at - 60), word))];
        (await shop.Meta.Bring(shop.Line, shop.DoorPath, forged: true, shop.Meta.Message(emma, now, "faux"))).ShouldBe(401);
        foreach (var one in said.Reverse().Concat(said)) await shop.Bring(one);
        await shop.Bring(said);

        (await shop.Thread(emma, 3)).Select(message => message.Text("text")).ShouldBe(["un", "deux", "trois"], ignoreOrder: true);
        await shop.App.UntilNothingWaits();
        (await shop.Thread(emma)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_is_edited_taken_back_or_answered_elsewhere_shows_in_the_thread()
    {
        var nora = FacebookShop.Someone();
        var now = shop.App.Clock.GetUtcNow();
        var (first, second) = (shop.Meta.Message(nora, now, "Bonjur"), shop.Meta.Message(nora, now, "Oups"));
        await shop.Bring(first, second);
        await shop.Thread(nora, 2);
        await shop.Bring(
            shop.Meta.Event(nora, now.AddSeconds(1), "message_edit", new JsonObject { ["mid"] = first["message"]!["mid"]!.DeepClone(), ["text"] = "Bonjour" }),
            shop.Meta.Event(nora, now.AddSeconds(2), "message", new JsonObject { ["mid"] = second["message"]!["mid"]!.DeepClone(), ["is_deleted"] = true }),
            shop.Meta.Echo(new JsonObject { ["id"] = shop.Meta.NextId(), ["recipient"] = new JsonObject { ["id"] = nora }, ["message"] = new JsonObject { ["text"] = "Depuis Meta" } }, now.AddSeconds(3)));

        var thread = await shop.Thread(nora, 3);
        thread.Select(message => message["text"]?.ToString()).ShouldContain("Bonjour");
        thread.Select(message => message["removedAt"] is not null).ShouldBe([false, true, false]);
        thread.Single(message => message["text"]?.ToString() == "Depuis Meta").Text("direction").ShouldBe("out");
    }

    [Fact]
    public async Task After_a_day_nothing_goes_unless_a_person_may_answer_for_a_week()
    {
        var lea = FacebookShop.Someone();
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
        var tom = FacebookShop.Someone();
        await shop.Writes(tom, "Bonjour");
        await shop.Thread(tom, 1);
        shop.Meta.TokenExpired = true;
        var id = await shop.Answer(tom, "J’attends");
        await shop.Until(async () => (await Channel()).Text("status") == "failing", "the channel to fail");
        (await Channel()).Text("problem").ShouldStartWith("token_invalid: ");
        shop.SentTo(tom).ShouldBeEmpty();

        shop.Meta.TokenExpired = false;
        (await shop.Diane.Post($"channels/{shop.ChannelId}/check")).Text("account").ShouldBe("Maison Lune");
        shop.Meta.Subscribed!.ShouldContain("messaging_postbacks");
        await shop.Until(tom, id, "sent");
        (await Channel()).Text("status").ShouldBe("active");
        shop.SentTo(tom).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Secrets_are_never_shown_again()
    {
        var shown = (await shop.Diane.Get($"channels/{shop.ChannelId}")).ToJsonString();
        shown.ShouldNotContain(MetaInboxSimulator.Token);
        shown.ShouldNotContain(MetaInboxSimulator.AppSecret);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<JsonNode> Channel() => shop.Diane.Get($"channels/{shop.ChannelId}");
}
