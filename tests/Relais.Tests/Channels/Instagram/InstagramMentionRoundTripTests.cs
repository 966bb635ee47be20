using System.Text.Json.Nodes;
using Relais.Tests.Channels.Simulator;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Instagram;

/// <summary>From a mention of the account somewhere on Instagram to the agent and back, through the whole server.</summary>
public sealed class InstagramMentionRoundTripTests(InstagramPageShop shop) : IClassFixture<InstagramPageShop>
{
    [Fact]
    public async Task A_mention_appears_with_its_words_author_and_post_and_is_answered_there()
    {
        foreach (var code in new[] { 4, 2 }) shop.Meta.NextMentions.Enqueue(code);
        shop.Meta.Mentions["178001"] = Comment("zoe.m", "Merci @maison_lune !", "yann", "Mon nouveau bonnet");
        await shop.Mentioned("179001", "178001");
        await shop.MentionedInAnotherWrapping("179001", "178001");

        var said = (await shop.Thread("zoe.m", 1)).ShouldHaveSingleItem();
        (said.Text("kind"), said.Text("text")).ShouldBe(("text", "Merci @maison_lune !"));
        var shown = await shop.Ana.Get($"conversations/{said.Id("conversationId")}");
        (shown["row"]!.Text("visibility"), shown["post"]!.Text("authorName"), shown["post"]!.Text("text"), shown["post"]!.Text("url"))
            .ShouldBe(("public", "yann", "Mon nouveau bonnet", "https://www.instagram.com/p/bonnet"));

        await shop.Until("zoe.m", await shop.Answer("zoe.m", "Merci à vous"), "sent");
        shop.Meta.MentionsAnswered.Single(one => one["comment_id"]?.ToString() == "178001").ToJsonString()
            .ShouldBe("""{"media_id":"179001","message":"Merci \u00E0 vous","comment_id":"178001"}""");
        (await shop.Ana.Get("conversations?state=pending&limit=100")).Items().Count(row => row["contact"]!.Text("name") == "zoe.m").ShouldBe(1);
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_post_that_mentions_the_account_stands_under_itself_and_further_words_join_its_author()
    {
        shop.Meta.Mentions["179002"] = new JsonObject { ["username"] = "yann.b", ["caption"] = "Mon bonnet @maison_lune", ["permalink"] = "https://www.instagram.com/p/b", ["timestamp"] = "2026-11-20T09:30:00+0000" };
        await shop.Mentioned("179002");
        var said = (await shop.Thread("yann.b", 1)).ShouldHaveSingleItem();
        (await shop.Ana.Get($"conversations/{said.Id("conversationId")}"))["post"]!.Text("text").ShouldBe("Mon bonnet @maison_lune");

        shop.Meta.Mentions["178002"] = Comment("yann.b", "Et @maison_lune répond vite", "yann.b", "Mon bonnet");
        await shop.Mentioned("179002", "178002");
        (await shop.Thread("yann.b", 2)).Select(message => message.Text("text")).ShouldBe(["Mon bonnet @maison_lune", "Et @maison_lune répond vite"], ignoreOrder: true);
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task What_Instagram_never_shows_is_not_lost()
    {
        var before = (await Unsupported()).Count;
        await shop.Mentioned("179003", "178003");
        await shop.Until(async () => (await Unsupported()).Count == before + 1, "the note");
        (await Unsupported()).ShouldAllBe(row => row["contact"]!.Text("name") == "Instagram");
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task While_Meta_is_silent_it_waits_and_then_is_taken_in_as_it_was_told()
    {
        shop.Meta.TokenExpired = true;
        await shop.Mentioned("179004", "178004");
        for (var tries = 0; tries < 20; tries++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            shop.App.Clock.Advance(TimeSpan.FromSeconds(15));
        }

        var before = (await Unsupported()).Count;
        shop.App.Clock.Advance(TimeSpan.FromMinutes(6));
        await shop.Until(async () => (await Unsupported()).Count == before + 1, "the note");
        shop.Meta.TokenExpired = false;

        shop.Meta.Mentions["178004"] = Comment("late", "Trop tard @maison_lune", "late", "…");
        await shop.MentionedInAnotherWrapping("179004", "178004");
        await shop.App.ShouldBeSound();
        (await Unsupported()).Count.ShouldBe(before + 1);
    }

    private static JsonObject Comment(string username, string text, string author, string caption) => new()
    {
        ["text"] = text, ["username"] = username, ["timestamp"] = "2026-11-23T09:30:00+0000",
        ["media"] = new JsonObject { ["username"] = author, ["caption"] = caption, ["permalink"] = "https://www.instagram.com/p/bonnet" },
    };

    private async Task<IReadOnlyList<JsonNode>> Unsupported() =>
        [.. (await shop.Ana.Get("conversations?state=new&limit=100")).Items().Where(row => row["preview"]!.Text("kind") == "unsupported")];
}

/// <summary>The shop whose account is reached by its page.</summary>
public sealed class InstagramPageShop : ProviderShop
{
    public MetaInboxSimulator Meta { get; private set; } = null!;

    protected override string KindName => "instagram";

    protected override object Settings => new
    {
        login = "page", accountId = Meta.Account, accessToken = MetaInboxSimulator.Token, appSecret = MetaInboxSimulator.AppSecret, apiUrl = Meta.Address.ToString(),
    };

    public async Task Mentioned(string media, string? comment = null) => (await Meta.Bring(Line, DoorPath, forged: false, Meta.Mention(media, comment))).ShouldBe(200);

    /// <summary>The same, as Meta tells it now and then once more.</summary>
    public async Task MentionedInAnotherWrapping(string media, string? comment)
    {
        Meta.Wrapping = "value";
        await Mentioned(media, comment);
        Meta.Wrapping = "messaging";
    }

    protected override async Task StartProvider() => Meta = await MetaInboxSimulator.Start("instagram", "17841400000000001", Cancel);

    protected override ValueTask StopProvider() => Meta.DisposeAsync();
}
