using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Replies;

/// <summary>Saved replies by HTTP: made, shared, put into answers, counted, and left behind.</summary>
public sealed class ReplyEndpointTests : IAsyncLifetime
{
    private PigeonPost post = null!;

    private ApiClient Diane => post.Shop.Diane;

    private ApiClient Ana => post.Ana;

    private ApiClient Chloe => post.Shop.Chloe;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    [Fact]
    public async Task An_administrator_shares_a_collection_with_a_team_and_its_members_use_it()
    {
        var collection = await Collect("Livraison", teams: [post.Shop.TeamId]);
        await Save(Diane, collection, "Colis en route", "Il arrive demain.", shortcut: "Route");

        (await Titles(Ana)).ShouldBe(["Colis en route"]);
        (await Titles(Chloe)).ShouldBeEmpty("she is not in the team");
        (await Titles(Diane)).ShouldBe(["Colis en route"]);
        (await Ana.Get("saved-replies"))["collections"]!.AsArray().Single()!["mayEdit"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_shared_with_a_channel_is_seen_where_a_conversation_on_it_is_open()
    {
        var collection = await Collect("Pigeons", channels: [post.ChannelId]);
        var reply = await Save(Diane, collection, "Le pigeon est parti", "Il vole.");
        var row = await post.Write("Où est mon pigeon ?");

        (await Titles(Chloe)).ShouldBeEmpty();
        (await Titles(Chloe, post.ChannelId)).ShouldBe(["Le pigeon est parti"]);
        (await Titles(Chloe, post.Shop.MessengerId)).ShouldBeEmpty();
        (await Insert(Chloe, row, reply)).Text("text").ShouldBe("Il vole.");
        (await Refusal(Chloe, HttpMethod.Get, $"saved-replies?channelId={Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_draft_is_for_administrators_and_ones_own_for_oneself()
    {
        var draft = await Collect("Brouillons");
        var secret = await Save(Diane, draft, "Pas encore", "…");
        var own = await Collect("À moi", Ana);
        var mine = await Save(Ana, own, "Ma façon", "Salut");
        var row = await post.Write("Bonjour");

        (await Titles(Ana)).ShouldBe(["Ma façon"]);
        (await Titles(Diane)).ShouldBe(["Pas encore"]);
        (await Refusal(Ana, HttpMethod.Post, $"conversations/{row.Id()}/insertions", new { savedReplyId = secret, withFiles = true })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Refusal(Diane, HttpMethod.Patch, $"saved-replies/{mine}", new { title = "À moi !" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Refusal(Diane, HttpMethod.Delete, $"reply-collections/{own}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Refusal(Ana, HttpMethod.Delete, $"saved-replies/{secret}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_agent_shares_nothing_and_a_viewer_has_nothing_to_answer_with()
    {
        (await Refusal(Ana, HttpMethod.Post, "reply-collections", new { name = "Pour tous", personal = false })).ShouldBe((HttpStatusCode.UnprocessableEntity, "reply_collection.not_shared_by_you"));
        var own = await Collect("À moi", Ana);
        (await Refusal(Ana, HttpMethod.Patch, $"reply-collections/{own}", new { teamIds = new[] { post.Shop.TeamId } })).ShouldBe((HttpStatusCode.UnprocessableEntity, "reply_collection.not_shared_by_you"));
        var shared = await Collect("Livraison", teams: [post.Shop.TeamId]);
        (await Refusal(Ana, HttpMethod.Post, "saved-replies", Words(shared, "Merci", "Merci !"))).ShouldBe((HttpStatusCode.UnprocessableEntity, "reply_collection.unknown"));

        using var vera = await post.Hire("Vera", "viewer");
        (await Refusal(vera, HttpMethod.Get, "saved-replies")).ShouldBe((HttpStatusCode.Forbidden, "permission.denied"));
        (await Refusal(Chloe, HttpMethod.Get, "saved-replies/table")).ShouldBe((HttpStatusCode.Forbidden, "permission.denied"));
    }

    [Fact]
    public async Task Wrong_words_are_refused_with_what_to_do()
    {
        var shared = await Collect("Livraison", teams: [post.Shop.TeamId]);
        (await Refusal(Diane, HttpMethod.Post, "reply-collections", new { name = "LIVRAISON", personal = false })).Code.ShouldBe("reply_collection.name.taken");
        (await Refusal(Diane, HttpMethod.Post, "reply-collections", new { name = "X", personal = false, teamIds = new[] { Guid.CreateVersion7() } })).Code.ShouldBe("team.unknown");
        (await Refusal(Diane, HttpMethod.Post, "reply-collections", new { name = "X", personal = false, channelIds = new[] { Guid.CreateVersion7() } })).Code.ShouldBe("channel.unknown");
        (await Refusal(Diane, HttpMethod.Post, "saved-replies", Words(shared, " ", "Merci !"))).Code.ShouldBe("saved_reply.title.required");
        (await Refusal(Diane, HttpMethod.Post, "saved-replies", Words(shared, "Merci", "Merci !", shortcut: "deux mots"))).Code.ShouldBe("saved_reply.shortcut.invalid");
    }

    [Fact]
    public async Task A_shortcut_brings_one_reply_among_those_its_writer_sees()
    {
        var shared = await Collect("Livraison", teams: [post.Shop.TeamId]);
        var draft = await Collect("Brouillons");
        await Save(Diane, shared, "Merci", "Merci !", shortcut: "merci");
        await Save(Diane, draft, "Salut", "Salut !", shortcut: "salut");
        (await Refusal(Diane, HttpMethod.Post, "saved-replies", Words(draft, "Encore", "…", shortcut: "MERCI"))).Code.ShouldBe("saved_reply.shortcut.taken");

        var own = await Collect("À moi", Ana);
        (await Refusal(Ana, HttpMethod.Post, "saved-replies", Words(own, "Encore", "…", shortcut: "merci"))).Code.ShouldBe("saved_reply.shortcut.taken");
        await Save(Ana, own, "À ma façon", "…", shortcut: "salut");
        await Save(Chloe, await Collect("À elle", Chloe), "À sa façon", "…", shortcut: "merci");
    }

    [Fact]
    public async Task The_same_key_twice_is_one_reply()
    {
        var shared = await Collect("Livraison", teams: [post.Shop.TeamId]);
        var key = Guid.CreateVersion7().ToString();
        (await Keyed(key, Words(shared, "Merci", "Merci !"))).ShouldBe(await Keyed(key, Words(shared, "Merci", "Merci !")));
        (await Titles(Ana)).ShouldBe(["Merci"]);

        async Task<Guid> Keyed(string header, object body)
        {
            Diane.Http.DefaultRequestHeaders.Add("Idempotency-Key", header);
            try
            {
                return (await Diane.Post("saved-replies", body)).Id();
            }
            finally
            {
                Diane.Http.DefaultRequestHeaders.Remove("Idempotency-Key");
            }
        }
    }

    [Fact]
    public async Task A_reply_is_filled_in_for_its_conversation_and_nothing_is_sent_by_it()
    {
        var shared = await Collect("Livraison", teams: [post.Shop.TeamId]);
        var reply = await Save(Diane, shared, "Bonjour", "Bonjour {{contact.first_name|Madame, Monsieur}}, ici {{agent.first_name}} ({{channel.name}}, n° {{conversation.id}}). {{contact.location}}");
        var row = await post.Write("Bonjour");
        var before = await post.Position();

        (await Insert(Ana, row, reply)).Text("text").ShouldBe($"Bonjour Zoe, ici Ana (Pigeons, n° {row["number"]}). {{{{contact.location}}}}");
        (await post.Kinds(before)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_gap_that_is_still_open_does_not_leave_for_a_customer_but_may_stand_in_a_note()
    {
        var row = await post.Write("Bonjour");
        (await Refusal(Ana, HttpMethod.Post, $"conversations/{row.Id()}/messages", new { clientId = Guid.CreateVersion7(), text = "Bonjour {{contact.first_name}}" }))
            .ShouldBe((HttpStatusCode.UnprocessableEntity, "message.placeholder_open"));
        await Ana.Post($"conversations/{row.Id()}/notes", new { clientId = Guid.CreateVersion7(), text = "Essayez {{contact.first_name}}" });
        await Answer(Ana, row.Id(), "Écrivez {{votre nom}}");
    }

    [Fact]
    public async Task Every_reply_in_an_accepted_answer_is_counted_once()
    {
        var shared = await Collect("Livraison", teams: [post.Shop.TeamId]);
        var draft = await Collect("Brouillons");
        var (hello, thanks, hidden) = (await Save(Diane, shared, "Bonjour", "Bonjour"), await Save(Diane, shared, "Merci", "Merci"), await Save(Diane, draft, "Caché", "…"));
        var row = await post.Write("Bonjour");
        var clientId = Guid.CreateVersion7();
        var answer = new { clientId, text = "Bonjour. Merci.", savedReplyIds = new[] { hello, thanks, hello, hidden, Guid.CreateVersion7() } };

        await Ana.Post($"conversations/{row.Id()}/messages", answer);
        await Ana.Post($"conversations/{row.Id()}/messages", answer);
        (await Refusal(Ana, HttpMethod.Post, $"conversations/{row.Id()}/messages", new { clientId = Guid.CreateVersion7(), text = " ", savedReplyIds = new[] { hello } })).Code.ShouldBe("message.empty");
        await Ana.Post($"conversations/{row.Id()}/messages", new { clientId = Guid.CreateVersion7(), text = "Merci encore", savedReplyIds = new[] { thanks } });

        (await Diane.Get("saved-replies")).Items().ToDictionary(reply => reply.Text("title"), reply => reply["uses"]!.GetValue<int>())
            .ShouldBe(new Dictionary<string, int> { ["Bonjour"] = 1, ["Merci"] = 2, ["Caché"] = 0 });
    }

    [Fact]
    public async Task Files_are_copied_into_the_answer_and_outlive_the_reply()
    {
        var shared = await Collect("Livraison", teams: [post.Shop.TeamId]);
        var picture = await Upload(Diane, "plan.png", [1, 2, 3, 4]);
        var reply = (await Diane.Post("saved-replies", new { collectionId = shared, title = "Plan", body = "Voici le plan.", uploadIds = new[] { picture } })).Id();
        var row = await post.Write("Où êtes-vous ?");

        var inserted = (await Insert(Ana, row, reply))["attachments"]!.AsArray().Single()!;
        inserted.Id().ShouldNotBe(picture);
        await Ana.Post($"conversations/{row.Id()}/messages", new { clientId = Guid.CreateVersion7(), text = "Voici le plan.", uploadIds = new[] { inserted.Id() } });
        await Diane.Patch($"saved-replies/{reply}", new { attachmentIds = Array.Empty<Guid>() });

        (await Diane.Get("saved-replies")).Items().Single()["attachments"]!.AsArray().ShouldBeEmpty();
        (await post.App.Look(db => db.Attachments.IgnoreQueryFilters().Where(file => file.Id == picture).Select(file => file.UnsentSince).SingleAsync())).ShouldNotBeNull();
        var sent = (await post.Messages(row.Id("threadId"))).Last()["attachments"]![0]!;
        using var download = await Ana.Http.GetAsync(new Uri(sent.Text("url"), UriKind.Relative), Cancel);
        (await download.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe([1, 2, 3, 4]);
        (await Refusal(Diane, HttpMethod.Patch, $"saved-replies/{reply}", new { attachmentIds = new[] { inserted.Id() } })).Code.ShouldBe("attachment.unknown");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_change_is_told_by_the_feed_and_a_deleted_collection_takes_its_replies_along()
    {
        var shared = await Collect("Livraison", teams: [post.Shop.TeamId]);
        var reply = await Save(Diane, shared, "Merci", "Merci !", shortcut: "merci");
        var before = await post.Position();
        var changed = await Diane.Patch($"saved-replies/{reply}", new { body = "Merci à vous !", shortcut = "" });
        (changed.Text("title"), changed.Text("body"), changed["shortcut"]).ShouldBe(("Merci", "Merci à vous !", null));

        await Diane.Patch($"reply-collections/{shared}", new { name = "Colis" });
        await Diane.Delete($"reply-collections/{shared}");
        (await post.Kinds(before)).ShouldBe(["savedReplyChanged", "replyCollectionChanged", "replyCollectionChanged"]);
        (await Titles(Diane)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_member_leaves_behind_can_be_taken_over()
    {
        var own = await Collect("À moi", Ana);
        await Save(Ana, own, "Ma façon", "Salut");
        await Diane.Patch($"members/{Ana.MemberId}", new { status = "disabled" });

        var offered = (await Diane.Get("saved-replies"))["collections"]!.AsArray().Single()!;
        offered["offeredUntil"].ShouldNotBeNull();
        (await Titles(Chloe)).ShouldBeEmpty();
        (await Titles(Diane, post.ChannelId)).ShouldBeEmpty();
        await Diane.Patch($"reply-collections/{own}", new { name = "D’Ana", teamIds = new[] { post.Shop.TeamId } });

        (await Titles(post.Bruno)).ShouldBe(["Ma façon"]);
        post.App.Clock.Advance(TimeSpan.FromDays(31));
        await Diane.SignIn("diane@maison-lune.fr", Shop.Password);
        (await Titles(Diane)).ShouldBe(["Ma façon"]);
    }

    [Fact]
    public async Task What_nobody_takes_over_is_deleted_after_thirty_days_unless_its_owner_comes_back()
    {
        await Save(Ana, await Collect("À moi", Ana), "Ma façon", "Salut");
        await Save(post.Bruno, await Collect("À lui", post.Bruno), "Sa façon", "Yo");
        foreach (var member in new[] { Ana.MemberId, post.Bruno.MemberId }) await Diane.Patch($"members/{member}", new { status = "disabled" });
        await Diane.Patch($"members/{post.Bruno.MemberId}", new { status = "active" });

        post.App.Clock.Advance(TimeSpan.FromDays(30) + TimeSpan.FromMinutes(1));
        await post.Until(async db => await db.ReplyCollections.IgnoreQueryFilters().CountAsync() == 1 && !await db.Timers.IgnoreQueryFilters().AnyAsync());
        (await post.App.Look(db => db.SavedReplies.IgnoreQueryFilters().Select(reply => reply.Title).ToListAsync())).ShouldBe(["Sa façon"]);
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    private static object Words(Guid collectionId, string title, string body, string? shortcut = null) => new { collectionId, title, body, shortcut };

    private static async Task<Guid> Save(ApiClient member, Guid collectionId, string title, string body, string? shortcut = null) =>
        (await member.Post("saved-replies", Words(collectionId, title, body, shortcut))).Id();

    private static async Task<IEnumerable<string>> Titles(ApiClient member, Guid? channelId = null) =>
        (await member.Get(channelId is null ? "saved-replies" : $"saved-replies?channelId={channelId}")).Items().Select(reply => reply.Text("title"));

    private static Task<JsonNode> Insert(ApiClient member, JsonNode row, Guid savedReplyId) =>
        member.Post($"conversations/{row.Id()}/insertions", new { savedReplyId, withFiles = true });

    private static async Task<Guid> Upload(ApiClient member, string name, byte[] bytes)
    {
        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var form = new MultipartFormDataContent { { file, "file", name } };
        return (await member.Post("uploads", form)).Id();
    }

    private async Task<Guid> Collect(string name, Guid[]? teams = null, Guid[]? channels = null) =>
        (await Diane.Post("reply-collections", new { name, personal = false, teamIds = teams, channelIds = channels })).Id();

    private static async Task<Guid> Collect(string name, ApiClient owner) => (await owner.Post("reply-collections", new { name, personal = true })).Id();
}
