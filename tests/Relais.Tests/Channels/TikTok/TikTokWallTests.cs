using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Relais.Server.Channels;
using Relais.Tests.Channels.Simulator;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.TikTok;

/// <summary>From a comment under a video to the answer below it, through the whole server.</summary>
public sealed class TikTokWallTests(TikTokShop shop) : IClassFixture<TikTokShop>
{
    [Fact]
    public async Task A_comment_is_heard_with_its_video_and_answered_below_it_once()
    {
        var zoe = shop.Someone("Zoé Martin");
        (await shop.Bring(shop.Comment(zoe, "7203946942097902849", "Elle existe en bleu ?"))).ShouldBe(200);
        var question = (await shop.Thread("Zoé Martin", 1)).ShouldHaveSingleItem();
        await shop.Until(async () => (await Post(question))?["text"]?.GetValue<string>() == "Nouvelle bougie", "the video");
        (await Post(question))!.Text("url").ShouldBe("https://www.tiktok.com/@maisonlune/video/1");

        var id = await shop.Answer("Zoé Martin", "Oui, dès lundi");
        await shop.Until("Zoé Martin", id, "sent");
        shop.Replies("Oui, dès lundi").ShouldHaveSingleItem().Body.ToJsonString().ShouldBe(
            """{"video_id":"7203946942097900001","comment_id":"7203946942097902849","text":"Oui, d\u00E8s lundi","business_id":"-000maisonlune"}""");
        await UntilVoiceIsKnown();
        await shop.Bring(shop.Comment(new(TikTokSimulator.Voice, "", "", "Maison Lune"), shop.Replies("Oui, dès lundi").Single().Id, "Oui, dès lundi", under: "7203946942097902849"));
        await shop.Bring(shop.Comment(zoe, "7203946942097902849", "Elle existe en bleu ?"));
        await shop.App.UntilNothingWaits();
        (await shop.Thread("Zoé Martin")).Count.ShouldBe(2);
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task What_the_account_answers_in_TikTok_s_app_appears_once_its_voice_is_known()
    {
        var yann = shop.Someone("Yann");
        await shop.Bring(shop.Comment(yann, "7203946942097911001", "Combien ?"));
        await shop.Thread("Yann", 1);
        await shop.Until("Yann", await shop.Answer("Yann", "Douze euros"), "sent");
        await UntilVoiceIsKnown();

        await shop.Bring(shop.Comment(new(TikTokSimulator.Voice, "", "", "Maison Lune"), "7203946942097911003", "Et dix pour deux", under: "7203946942097911001"));
        (await shop.Thread("Yann", 3)).Select(message => message.Text("direction")).ShouldBe(["in", "out", "out"]);
    }

    [Fact]
    public async Task An_own_comment_Relais_asks_about_tells_it_whose_it_is()
    {
        await shop.App.Services.GetRequiredService<ChannelMemory>().Unlearn(shop.ChannelId, "voice", Cancel);
        shop.At.Owned["7203946942097912001"] = true;
        await shop.Bring(shop.Comment(new("+own/not/known/yet", "", "", "Maison Lune"), "7203946942097912001", "Bienvenue à tous", under: null));
        await UntilVoiceIsKnown();
    }

    [Fact]
    public async Task A_lost_answer_is_found_by_its_words_and_a_doubtful_one_is_never_said_twice()
    {
        var lea = shop.Someone("Léa");
        await shop.Bring(shop.Comment(lea, "7203946942097913001", "Toujours en stock ?"));
        await shop.Thread("Léa", 1);
        await shop.Until("Léa", await shop.Answer("Léa", "Un instant"), "sent");
        await UntilVoiceIsKnown();

        shop.At.Faults.NextSends.Enqueue(new SendFault.AnswerLost());
        await shop.Until("Léa", await shop.Answer("Léa", "Perdu ?"), "sent");
        shop.At.Faults.NextSends.Enqueue(new SendFault.Refused(51065, "System error, please try again"));
        var id = await shop.Answer("Léa", "Peut-être");
        await shop.Until("Léa", id, "unknown");
        foreach (var _ in Enumerable.Range(0, 20)) shop.App.Clock.Advance(TimeSpan.FromSeconds(30));
        await shop.App.UntilNothingWaits();
        await shop.Until("Léa", id, "unknown");
        shop.Replies("Perdu ?").ShouldHaveSingleItem();
        shop.Replies("Peut-être").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_comment_is_hidden_at_TikTok_first_and_shown_again()
    {
        var hugo = shop.Someone("Hugo");
        await shop.Bring(shop.Comment(hugo, "7203946942097914001", "Des voleurs !"));
        var comment = (await shop.Thread("Hugo", 1)).Single();
        await shop.Ana.Put($"messages/{comment.Id()}/hidden", new { isHidden = true });
        shop.At.Hidden["7203946942097914001"].ShouldBeTrue();
        (await shop.Thread("Hugo")).Single()["hiddenAt"].ShouldNotBeNull();
        await shop.Ana.Put($"messages/{comment.Id()}/hidden", new { isHidden = false });
        shop.At.Hidden["7203946942097914001"].ShouldBeFalse();

        shop.At.Refusals["7203946942097914001"] = (40007, "gone");
        using var refused = await shop.Ana.Send(HttpMethod.Put, $"messages/{comment.Id()}/hidden", new { isHidden = true });
        (await refused.Content.ReadAsStringAsync(Cancel)).ShouldContain("(40007) The comment does not exist");
        (await shop.Thread("Hugo")).Single()["hiddenAt"].ShouldBeNull();
    }

    [Fact]
    public async Task Our_answer_is_deleted_at_TikTok_first_and_what_others_say_stays()
    {
        var rose = shop.Someone("Rose");
        await shop.Bring(shop.Comment(rose, "7203946942097919001", "Combien ?"));
        var comment = (await shop.Thread("Rose", 1)).Single();
        await shop.Until("Rose", await shop.Answer("Rose", "Vingt euros, pardon"), "sent");
        var (ours, number) = ((await shop.Thread("Rose"))[1].Id(), shop.Replies("Vingt euros, pardon").Single().Id);
        shop.At.Refusals[number] = (40100, "Too many requests");
        using var busy = await shop.Ana.Send(HttpMethod.Put, $"messages/{ours}/removal");
        (await busy.Content.ReadAsStringAsync(Cancel)).ShouldContain("(40100) Too many requests");
        shop.At.Refusals.Remove(number, out _);

        await shop.Ana.Put($"messages/{ours}/removal");
        shop.At.Deleted.ShouldBe([number]);
        (await shop.Thread("Rose"))[1]["removedBy"]!.Text("name").ShouldBe("Ana");
        using var refused = await shop.Ana.Send(HttpMethod.Put, $"messages/{comment.Id()}/removal");
        (await refused.Content.ReadAsStringAsync(Cancel)).ShouldContain("comment.cannot_be_deleted");

        var kind = shop.App.Services.GetRequiredService<ChannelCatalogue>().Find("tiktok")!;
        (await kind.Delete(await shop.Opened(), new Deleting($"{TikTokSimulator.Video}/{number}", Extra: null), Cancel)).ShouldBeNull("it is gone already");
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_comment_is_liked_and_liked_no_longer()
    {
        var iris = shop.Someone("Iris");
        await shop.Bring(shop.Comment(iris, "7203946942097918001", "Magnifique"));
        var comment = (await shop.Thread("Iris", 1)).Single();
        await shop.Ana.Put($"messages/{comment.Id()}/reaction", new { emoji = "❤️" });
        shop.At.Liked["7203946942097918001"].ShouldBeTrue();
        await shop.Ana.Put($"messages/{comment.Id()}/reaction", new { emoji = (string?)null });
        shop.At.Liked["7203946942097918001"].ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_hidden_and_deleted_on_TikTok_is_here_too()
    {
        var nora = shop.Someone("Nora");
        await shop.Bring(shop.Comment(nora, "7203946942097915001", "Oups"));
        await shop.Thread("Nora", 1);
        await shop.Bring(shop.Comment(nora, "7203946942097915001", null, "set_to_hidden"));
        await shop.Until(async () => (await shop.Thread("Nora")).Single()["hiddenAt"] is not null, "it to be hidden");
        await shop.Bring(shop.Comment(nora, "7203946942097915001", null, "set_to_public"));
        await shop.Until(async () => (await shop.Thread("Nora")).Single()["hiddenAt"] is null, "it to be shown");
        await shop.Bring(shop.Comment(nora, "7203946942097915001", null, "delete"));
        await shop.Until(async () => (await shop.Thread("Nora")).Single()["removedAt"] is not null, "it to be gone");
    }

    [Fact]
    public async Task Who_comments_and_writes_in_private_is_one_contact_and_a_comment_alone_gives_no_address()
    {
        var omar = shop.Someone("Omar");
        await shop.Bring(shop.Comment(omar, "7203946942097916001", "Je vous écris"));
        await shop.Thread("Omar", 1);
        await shop.Bring(shop.Text(omar, "Me voici"));
        await shop.Until(async () => (await shop.Diane.Get("contacts?search=Omar")).Items().Count() == 1 && (await Conversations("Omar")).Count == 2, "both conversations of one contact");
    }

    [Fact]
    public async Task A_comment_of_the_next_number_is_another()
    {
        var lou = shop.Someone("Lou");
        await shop.Bring(shop.Comment(lou, "7203946942097917001", "Un", ago: 2000));
        await shop.Bring(shop.Comment(lou, "7203946942097917002", "Deux", ago: 1000));
        (await shop.Thread("Lou", 2)).Select(message => message.Text("text")).ShouldBe(["Un", "Deux"]);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<JsonNode?> Post(JsonNode message) => (await shop.Ana.Get($"conversations/{message.Id("conversationId")}"))["post"];

    private async Task<IReadOnlyList<JsonNode>> Conversations(string contact) =>
        [.. (await shop.Ana.Get("conversations?state=new&limit=100")).Items().Where(row => row["contact"]!["name"]?.GetValue<string>() == contact)];

    private Task UntilVoiceIsKnown() => shop.Until(async () => (await shop.Opened()).Learned.GetValueOrDefault("voice") == TikTokSimulator.Voice, "the account's voice");
}
