using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Tests.Architecture;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Privacy;

/// <summary>An administrator deletes a contact, and nothing is left of him.</summary>
public sealed class DeleteContactTests : IAsyncLifetime
{
    /// <summary>Everything the person is or says; as it is written, it also stands in the search index.</summary>
    private const string Word = "zyxwvut";

    private PigeonPost post = null!;

    private ApiClient Diane => post.Shop.Diane;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    [Fact]
    public async Task No_table_and_no_file_holds_anything_of_him_afterwards()
    {
        var row = await LiveALot();
        await post.Change(db => db.Mails.Add(new MailRow { OrganisationId = post.OrganisationId, MemberId = Diane.MemberId, Content = Encoding.UTF8.GetBytes(Word), CreatedAt = post.App.Clock.GetUtcNow() }));
        await Indexed();
        var before = await Traces.Of(post.App, Word);
        foreach (var place in new[] { "contacts.name", "contact_identities.external_id", "contact_notes.text", "consents.how", "contact_merges.merged_name", "messages.text", "attachments.name", "drafts.text", "conversations.resolve_comment", "events.body", "journal.body", "channel_state.value", "mails.content", "file files" })
            before.ShouldContain(place, "the scan finds what there is");

        await Diane.Delete($"contacts/{row["contact"]!.Id()}");
        (await post.Rows()).ShouldHaveSingleItem()["contact"]!.Text("name").ShouldBe("Yann", "only he is left");
        await Erased();

        (await Traces.Of(post.App, Word)).ShouldBeEmpty();
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task What_he_posted_goes_with_him_and_what_others_said_of_it_stays()
    {
        post.Pigeon.Picture = Encoding.UTF8.GetBytes(Word);
        post.Pigeon.Shows = _ => new ShownPost.As(new PostCard(Word, Word), "picture");
        var posted = post.Says(Word) with { ExternalId = "wall-1", Visibility = Visibility.Public, Post = "wall-1" };
        await post.Bring(posted, post.Says("Pareil pour moi", from: "yann") with { Visibility = Visibility.Public, Post = "wall-1" });
        await post.App.UntilNothingWaits();
        (await Traces.Of(post.App, Word)).ShouldContain("posts.text");

        await Diane.Delete($"contacts/{(await post.Rows())[0]["contact"]!.Id()}");
        await Erased();

        (await Traces.Of(post.App, Word)).ShouldBeEmpty();
        (await post.Rows()).ShouldHaveSingleItem().Text("preview", "text").ShouldBe("Pareil pour moi");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task It_is_said_beforehand_how_much_goes_and_kept_that_it_went()
    {
        var row = await LiveALot();
        var contact = row["contact"]!.Id();

        var losses = await Diane.Get($"contacts/{contact}/deletion");
        losses.ToJsonString().ShouldBe("""{"conversations":3,"messages":6,"files":1,"notes":1,"attributes":2,"identities":2,"merges":1}""");
        await Diane.Delete($"contacts/{contact}");

        var entry = (await Diane.Get("deleted-contacts")).Items().ShouldHaveSingleItem();
        (entry.Text("hint"), entry.Text("by"), entry["erasedAt"]).ShouldBe(("Z. M.", "Diane", null));
        entry["kinds"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("pigeon");
        entry["losses"]!.ToJsonString().ShouldBe(losses.ToJsonString());
        await Erased();
        (await Diane.Get("deleted-contacts")).Items().Single()["erasedAt"].ShouldNotBeNull();
        (await Refusal(Diane, HttpMethod.Get, $"contacts/{contact}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Refusal(Diane, HttpMethod.Delete, $"contacts/{contact}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_writes_again_is_somebody_new_and_a_repetition_of_the_provider_is_nobody()
    {
        var (letter, key) = (post.Pigeon.Letter(() => [post.Says("Bonjour")]), "the same call");
        await post.Knock(post.ChannelId, letter, key);
        await post.UntilRead();
        var first = (await post.Rows()).Single();
        await Diane.Delete($"contacts/{first["contact"]!.Id()}");
        await Erased();

        (await post.Knock(post.ChannelId, letter, key)).ShouldBe(HttpStatusCode.OK);
        await post.UntilRead();
        (await post.Rows()).ShouldBeEmpty();

        var again = await post.Write("C'est encore moi");
        again["contact"]!.Id().ShouldNotBe(first["contact"]!.Id());
        (await Diane.Get($"contacts/{again["contact"]!.Id()}"))["conversations"]!.AsArray().Count.ShouldBe(1);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public void Every_table_that_knows_of_contacts_or_of_what_they_say_is_looked_at()
    {
        var source = SourceTree.Files("src/Relais.Server/Persistence", "/Erasing.cs").ShouldHaveSingleItem().Text;
        var sets = typeof(RelaisDb).GetProperties().Where(set => set.PropertyType.IsGenericType && set.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
            .Where(set => Knows(set.PropertyType.GetGenericArguments()[0])).Select(set => set.Name).ToList();

        sets.Count.ShouldBeGreaterThan(15);
        sets.Where(set => !source.Contains($"db.{set}", StringComparison.Ordinal)).ShouldBeEmpty("what is new must go as well");

        static bool Knows(Type row) => row.GetProperties().Any(column => column.Name is "ContactId" or "ThreadId" or "ConversationId" or "MessageId" or "MergedId");
    }

    [Fact]
    public async Task Others_lose_him_live_and_who_comes_later_loads_afresh()
    {
        var row = await post.Write("Bonjour");
        await post.Write("Bonsoir", "yann");
        await using var screen = await post.App.Screen(post.Ana);
        var position = screen.Position;

        await Diane.Delete($"contacts/{row["contact"]!.Id()}");

        await using var fresh = new LiveScreen(post.Ana);
        await fresh.Load();
        for (var tries = 0; screen.Position < fresh.Position && tries < 500; tries++) await Task.Delay(10, Cancel);
        screen.Picture().ShouldBe(fresh.Picture());
        screen.Gaps.ShouldBe(0);
        await Erased();
        (await Refusal(post.Ana, HttpMethod.Get, $"events?after={position - 1}")).ShouldBe((HttpStatusCode.Gone, "events.too_far_behind"));
        (await post.Kinds(await post.Position() - 1)).ShouldBe(["contactErased"]);
    }

    [Fact]
    public async Task A_large_one_goes_in_many_small_steps_between_which_others_are_answered()
    {
        var row = await post.Write("Bonjour");
        await post.Bring([.. Enumerable.Range(0, 1000).Select(number => post.Says($"Encore {number}"))]);
        await Diane.Delete($"contacts/{row["contact"]!.Id()}");

        await post.Write("Bonsoir", "yann");
        await Erased();

        (await post.App.Look(db => db.Messages.IgnoreQueryFilters().CountAsync(Cancel))).ShouldBe(1);
        await post.App.ShouldBeSound();
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    /// <summary>Whatever can be known of a person and said with him.</summary>
    private async Task<JsonNode> LiveALot()
    {
        await post.Write("Bonsoir", "yann");
        var who = new Sender([Word], new Profile($"{Word} Martin", Email: $"{Word}@example.com"));
        await Deliver(post.Says($"Je suis {Word}") with { From = who });
        await Deliver(post.Says("Encore") with { From = new Sender([$"{Word}2"], new Profile($"{Word} Deux")) });
        var (second, row) = ((await Of("Encore")), await Of($"Je suis {Word}"));
        var path = $"conversations/{row.Id()}";
        await Diane.Post($"contacts/{row["contact"]!.Id()}/merges", new { other = second["contact"]!.Id() });
        await post.Ana.Post($"contacts/{row["contact"]!.Id()}/notes", new { text = $"{Word} habite au 3e" });
        await post.Ana.Put($"contacts/{row["contact"]!.Id()}/consents/{post.ChannelId}", new { given = true, how = $"{Word} l’a dit" });
        await post.Ana.Post($"{path}/messages", new { clientId = Guid.CreateVersion7(), text = $"Bonjour {Word}", uploadIds = new[] { await Upload($"{Word}.txt") } });
        await post.Ana.Post($"{path}/notes", new { clientId = Guid.CreateVersion7(), text = $"{Word} est pressé" });
        await post.App.UntilNothingWaits();
        await post.Ana.Put($"{path}/boomerang", new { at = post.App.Clock.GetUtcNow().AddDays(1), then = "resolved", note = $"Rappeler {Word}" });
        await post.Ana.Put($"conversations/{second.Id()}/resolution", new { comment = $"{Word} est content" });
        using var draft = await post.Ana.Send(HttpMethod.Put, $"{path}/draft", new { mode = "reply", text = $"Cher {Word}" });
        draft.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await post.App.Services.GetRequiredService<ChannelMemory>().Remember(post.ChannelId, "visit", $"{{\"visitor\":\"{Word}\"}}", Cancel);
        await Deliver(post.Says("Et puis") with { From = who });
        await Deliver(post.Says("Et enfin") with { From = who });
        return await post.Row(row.Id());
    }

    private async Task<JsonNode> Of(string preview) => (await post.Rows()).Single(row => row.Text("preview", "text") == preview);

    /// <summary>The provider's words name him as well.</summary>
    private async Task Deliver(MessageIn message)
    {
        var letter = JsonNode.Parse(post.Pigeon.Letter(() => [message]))!;
        letter["said"] = $"{message.From.Profile.Name}: {message.Text}";
        (await post.Knock(post.ChannelId, letter.ToJsonString())).ShouldBe(HttpStatusCode.OK);
        await post.UntilRead();
    }

    private async Task<Guid> Upload(string name)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes($"Contrat de {Word}"));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        using var form = new MultipartFormDataContent { { content, "file", name } };
        using var response = await post.Ana.Send(HttpMethod.Post, "uploads", form);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!.Id();
    }

    private Task Indexed() => post.Until(async db => (await Diane.Get($"search?words={Word}")).Items().Any());

    private async Task Erased()
    {
        for (var tries = 0; await post.App.Look(db => db.Deletions.IgnoreQueryFilters().AnyAsync(Cancel)); tries++)
        {
            if (tries == 2000) throw new TimeoutException("What is left of a contact does not go.");
            post.App.Clock.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Delay(10, Cancel);
        }

        // What is written down of the deletion itself leaves the log a moment later.
        await Task.Delay(300, Cancel);
    }
}
