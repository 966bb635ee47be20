using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Channels.Spine;

/// <summary>What is written under a post: a thread of its own for each author and post, with limits of its own.</summary>
public sealed class PublicThreadTests : IAsyncLifetime
{
    private PigeonPost post = null!;

    public async ValueTask InitializeAsync()
    {
        post = await PigeonPost.Open();
        post.Pigeon.Abilities = post.Pigeon.Abilities with { ReplyWindowHours = 24, Public = new Capabilities { MaxText = 20, Hiding = true, PrivateReplyHours = 7 * 24 } };
    }

    public ValueTask DisposeAsync() => post.DisposeAsync();

    [Fact]
    public async Task Each_author_has_one_thread_under_each_post_besides_the_private_one()
    {
        await post.Bring(Comments("Joli"), Comments("Et en bleu ?"), Comments("Combien ?", post: "post-2"), Comments("Moi aussi", from: "yann"), post.Says("En privé"));

        var rows = await post.Rows();
        rows.Select(row => row.Text("preview", "text")).ShouldBe(["Et en bleu ?", "Combien ?", "Moi aussi", "En privé"]);
        rows.Select(row => row.Text("visibility")).ShouldBe(["public", "public", "public", "private"]);
        rows.Select(row => row["contact"]!.Id()).Distinct().Count().ShouldBe(2);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Everyone_under_one_post_is_a_list_of_its_own()
    {
        await post.Bring(Comments("Joli"), Comments("Combien ?", post: "post-2"), Comments("Moi aussi", from: "yann"), post.Says("En privé"));
        var rows = await post.Rows();
        var id = (await post.Ana.Get($"conversations/{rows[0].Id()}"))["post"]!.Id();

        (await post.Ana.Get($"conversations?postId={id}")).Items().Select(row => row["preview"]!.Text("text")).ShouldBe(["Joli", "Moi aussi"]);
        (await post.Ana.Get($"conversations?postId={Guid.CreateVersion7()}")).Items().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_says_under_which_post_it_stands_and_what_it_answers()
    {
        var comment = Comments("Joli");
        await post.Bring(comment);
        await post.Later(TimeSpan.FromDays(3));
        var row = (await post.Rows()).Single();
        (await post.Ana.Get($"conversations/{row.Id()}"))["window"]!["open"]!.GetValue<bool>().ShouldBeTrue();

        await Answer(post.Ana, row.Id(), "Merci !");
        await post.App.UntilNothingWaits();

        var sent = post.Pigeon.Flights.Single().Answer;
        (sent.Post, sent.Answers?.ExternalId).ShouldBe(("post-1", comment.ExternalId));
    }

    [Fact]
    public async Task Its_limits_are_those_of_public_words()
    {
        await post.Bring(Comments("Joli"), post.Says("En privé"));
        var rows = await post.Rows();
        var words = new { clientId = Guid.CreateVersion7(), text = new string('a', 21) };

        (await Refusal(post.Ana, HttpMethod.Post, $"conversations/{rows[0].Id()}/messages", words)).ShouldBe((HttpStatusCode.UnprocessableEntity, "message.too_long"));
        await post.Ana.Post($"conversations/{rows[1].Id()}/messages", words);
    }

    [Fact]
    public async Task What_we_answered_elsewhere_stands_with_what_it_answers()
    {
        var comment = Comments("Joli");
        await post.Bring(comment, Comments("Moi aussi", from: "yann"));
        var at = post.App.Clock.GetUtcNow();
        await post.Bring(
            new EchoIn(null, "reply-1", at) { Text = "Merci Zoé", ReplyToExternalId = comment.ExternalId },
            new EchoIn(null, "reply-2", at) { Text = "À personne", ReplyToExternalId = "unknown" });

        var rows = await post.Rows();
        rows.Select(row => (row.Text("preview", "text"), row.Text("state"))).ShouldBe([("Merci Zoé", "pending"), ("Moi aussi", "new")]);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task The_post_is_shown_beside_its_comments_once_the_provider_has_told_it()
    {
        var tries = 0;
        post.Pigeon.Picture = [1, 2, 3];
        post.Pigeon.Shows = id => tries++ == 0
            ? new ShownPost.TryLater("Not yet.")
            : new ShownPost.As(new PostCard("Maison Lune", $"Nouvelle collection {id}", "https://example.org/p/1", post.App.Clock.GetUtcNow()), "picture-1");
        var before = await post.Position();
        await post.Bring(Comments("Joli"));
        var row = (await post.Rows()).Single();
        await post.App.UntilNothingWaits();
        (await post.App.Look(db => db.Posts.IgnoreQueryFilters().AnyAsync(one => one.PictureKey != null))).ShouldBeTrue();

        var shown = (await post.Ana.Get($"conversations/{row.Id()}"))["post"]!;
        (shown.Text("authorName"), shown.Text("text"), shown.Text("url")).ShouldBe(("Maison Lune", "Nouvelle collection post-1", "https://example.org/p/1"));
        (await post.App.CreateClient().GetByteArrayAsync(shown.Text("pictureUrl"), Cancel)).ShouldBe([1, 2, 3]);
        (await post.Ana.Get($"events?after={before}")).Items().Where(item => item.Text("kind") == "postLearned").Select(item => item["detail"]!.Id("postId"))
            .ShouldBe([shown.Id(), shown.Id()], "its words, then its picture");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task What_is_told_with_a_comment_is_known_at_once_and_later_words_add_to_it()
    {
        await post.Bring(Comments("Joli") with { PostCard = new PostCard(Text: "Nouvelle collection") });
        await post.Bring(Comments("Et en bleu ?", from: "yann") with { PostCard = new PostCard(Url: "https://example.org/p/1") });

        foreach (var row in await post.Rows())
        {
            var shown = (await post.Ana.Get($"conversations/{row.Id()}"))["post"]!;
            (shown.Text("text"), shown.Text("url")).ShouldBe(("Nouvelle collection", "https://example.org/p/1"));
        }

        (await post.App.Look(db => db.Posts.IgnoreQueryFilters().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_post_that_was_taken_down_is_asked_for_once()
    {
        var asked = 0;
        post.Pigeon.Shows = _ =>
        {
            asked++;
            return new ShownPost.Gone("Deleted.");
        };
        await post.Bring(Comments("Joli"));
        await post.App.UntilNothingWaits();
        await post.Bring(Comments("Toujours"));
        post.App.Clock.Advance(TimeSpan.FromHours(2));
        await post.App.UntilNothingWaits();

        asked.ShouldBe(1);
    }

    [Fact]
    public async Task A_comment_is_hidden_once_the_network_says_so_and_shown_again()
    {
        var comment = Comments("Nul");
        await post.Bring(comment, post.Says("En privé"));
        var rows = await post.Rows();
        var id = (await post.Messages(rows[0].Id("threadId"))).Single().Id();
        post.Pigeon.Hides = (_, _) => "Not yours.";
        (await Refusal(post.Ana, HttpMethod.Put, $"messages/{id}/hidden", new { isHidden = true })).ShouldBe((HttpStatusCode.UnprocessableEntity, "comment.hiding_refused"));
        (await post.Message(rows[0], id))["hiddenAt"].ShouldBeNull();

        var asked = new List<(string, bool)>();
        post.Pigeon.Hides = (external, isHidden) =>
        {
            asked.Add((external, isHidden));
            return null;
        };
        await post.Ana.Put($"messages/{id}/hidden", new { isHidden = true });
        (await post.Message(rows[0], id))["hiddenAt"].ShouldNotBeNull();
        await post.Ana.Put($"messages/{id}/hidden", new { isHidden = false });
        (await post.Message(rows[0], id))["hiddenAt"].ShouldBeNull();
        asked.ShouldBe([(comment.ExternalId, true), (comment.ExternalId, false)]);

        await post.Bring(new HidingIn(comment.ExternalId, IsHidden: true, post.App.Clock.GetUtcNow()));
        (await post.Message(rows[0], id))["hiddenAt"].ShouldNotBeNull();
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_comment_is_answered_in_private_once()
    {
        var comment = Comments("Et ma commande ?");
        await post.Bring(comment);
        var row = (await post.Rows()).Single();
        object Privately(string text) => new { clientId = Guid.CreateVersion7(), text, privately = true };

        var body = Privately("Bonjour Zoé, écrivez-nous votre numéro de commande.");
        var written = await post.Ana.Post($"conversations/{row.Id()}/messages", body);
        (await post.Ana.Post($"conversations/{row.Id()}/messages", body)).Id().ShouldBe(written.Id(), "the same id twice is one message");
        await post.App.UntilNothingWaits();

        var sent = post.Pigeon.Flights.Single().Answer;
        (sent.Post, sent.PrivatelyAnswers, sent.ReplyToExternalId).ShouldBe((null, comment.ExternalId, null));
        var other = (await post.Rows()).Single(one => one.Id() != row.Id());
        (other.Text("visibility"), other.Text("state"), other.Id()).ShouldBe(("private", "pending", written.Id("conversationId")));
        other["contact"]!.Id().ShouldBe(row["contact"]!.Id());
        (await post.Row(row.Id())).Text("state").ShouldBe("new");

        (await Refusal(post.Ana, HttpMethod.Post, $"conversations/{row.Id()}/messages", Privately("Encore"))).ShouldBe((HttpStatusCode.UnprocessableEntity, "comment.answered_privately"));
        (await Refusal(post.Ana, HttpMethod.Post, $"conversations/{other.Id()}/messages", Privately("Encore"))).ShouldBe((HttpStatusCode.UnprocessableEntity, "comment.no_private_reply"));
        await post.Bring(post.Says("Le 1042"));
        (await post.Row(other.Id())).Text("state").ShouldBe("new");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_comment_of_long_ago_is_answered_in_public_only()
    {
        await post.Bring(Comments("Et ma commande ?"));
        var row = (await post.Rows()).Single();
        await post.Later(TimeSpan.FromDays(8));

        (await Refusal(post.Ana, HttpMethod.Post, $"conversations/{row.Id()}/messages", new { clientId = Guid.CreateVersion7(), text = "Trop tard", privately = true }))
            .ShouldBe((HttpStatusCode.UnprocessableEntity, "comment.too_old"));
        await Answer(post.Ana, row.Id(), "Bonjour Zoé");
    }

    private MessageIn Comments(string text, string from = "zoe", string post = "post-1") =>
        this.post.Says(text, from) with { Visibility = Visibility.Public, Post = post };
}
