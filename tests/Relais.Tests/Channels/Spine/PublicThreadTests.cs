using System.Net;
using System.Text.Json.Nodes;
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
        post.Pigeon.Abilities = post.Pigeon.Abilities with { ReplyWindowHours = 24, Public = new Capabilities { MaxText = 20 } };
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

    private MessageIn Comments(string text, string from = "zoe", string post = "post-1") =>
        this.post.Says(text, from) with { Visibility = Visibility.Public, Post = post };
}
