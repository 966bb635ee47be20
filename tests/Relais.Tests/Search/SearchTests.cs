using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Server.Channels;
using Relais.Server.Persistence.Search;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Surveys;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Search;

/// <summary>What customers and agents wrote is found a moment later, by those who may see it.</summary>
public sealed class SearchTests : IAsyncLifetime
{
    private PigeonPost post = null!;

    private ApiClient Diane => post.Shop.Diane;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    [Theory]
    [InlineData("abîmé")]
    [InlineData("ABIME")]
    [InlineData("co")]
    [InlineData("colis arr")]
    [InlineData("\"arrivé abîmé\"")]
    public async Task A_message_is_found_by_its_words_whatever_their_case_and_accents(string words)
    {
        var row = await post.Write("Mon colis est arrivé abîmé");

        var result = (await Found(Diane, words)).ShouldHaveSingleItem();
        result["conversation"]!.Id().ShouldBe(row.Id());
        var hit = result["hits"]!.AsArray().ShouldHaveSingleItem()!;
        hit.Text("direction").ShouldBe("in");
        hit["excerpt"]!.AsArray().ShouldContain(part => part!["isHit"]!.GetValue<bool>());
        (await post.Message(row, hit.Id("messageId"))).Text("text").ShouldBe("Mon colis est arrivé abîmé");
    }

    [Theory]
    [InlineData("perdu")]
    [InlineData("\"abîmé arrivé\"")]
    [InlineData("colis perdu")]
    [InlineData("zz")]
    [InlineData("' OR 1=1 -- :*")]
    [InlineData("?")]
    public async Task What_is_not_there_is_not_found(string words)
    {
        await post.Write("Mon colis est arrivé abîmé");
        await Found(Diane, "colis");

        (await Search(Diane, words)).Items().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_newest_comes_first_page_by_page_and_nothing_is_missing()
    {
        foreach (var number in Enumerable.Range(1, 7)) await post.Write($"Où est ma lampe {number}", $"client{number}");
        await Found(Diane, "lampe 7");

        var numbers = new List<int>();
        for (string? after = null; ;)
        {
            var page = await Search(Diane, $"lampe&limit=3{(after is null ? "" : $"&after={after}")}");
            numbers.AddRange(page.Items().Select(result => result["conversation"]!["number"]!.GetValue<int>()));
            if ((after = page["next"]?.GetValue<string>()) is null) break;
        }

        numbers.Distinct().Count().ShouldBe(7);
        numbers.ShouldBe(numbers.OrderDescending());
    }

    [Theory]
    [InlineData("Zoe")]
    [InlineData("zoe dur")]
    [InlineData("zoe@exemple.fr")]
    [InlineData("06 12 34 56 78")]
    [InlineData("+33612345678")]
    [InlineData("5678")]
    public async Task A_conversation_is_found_by_what_is_known_of_its_contact(string words)
    {
        var row = await post.Write("Bonjour", "zoe");
        await post.Write("Bonjour", "yann");
        await Diane.Patch($"contacts/{row["contact"]!.Id()}", new { name = "Zoé Durand", email = "zoe@exemple.fr", phone = "+33612345678" });

        var result = (await Found(Diane, words)).ShouldHaveSingleItem();
        result["conversation"]!.Id().ShouldBe(row.Id());
        result["hits"]![0]!["messageId"].ShouldBeNull();
        result["hits"]![0]!["excerpt"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_conversation_is_found_by_a_note_about_its_contact()
    {
        var row = await post.Write("Bonjour");
        await post.Ana.Post($"contacts/{row["contact"]!.Id()}/notes", new { text = "Préfère le velours côtelé" });

        (await Found(Diane, "velours")).ShouldHaveSingleItem()["conversation"]!.Id().ShouldBe(row.Id());
    }

    [Fact]
    public async Task Answers_notes_and_resolved_conversations_are_found_too()
    {
        var row = await post.Write("Bonjour");
        await Answer(post.Ana, row.Id(), "Votre fauteuil part demain");
        await post.Ana.Post($"conversations/{row.Id()}/notes", new { clientId = Guid.CreateVersion7(), text = "Client pressé, prévenir l’entrepôt" });
        await post.Ana.Put($"conversations/{row.Id()}/resolution", new { });

        (await Found(post.Bruno, "fauteuil")).ShouldHaveSingleItem()["hits"]![0]!.Text("direction").ShouldBe("out");
        var note = (await Found(post.Bruno, "entrepôt")).ShouldHaveSingleItem();
        note["hits"]![0]!.Text("direction").ShouldBe("note");
        note["conversation"]!.Text("state").ShouldBe("resolved");
    }

    [Fact]
    public async Task What_the_contact_changes_or_takes_back_is_found_as_it_reads_now()
    {
        var row = await post.Write("Je cherche une commode");
        var letter = (await post.Messages(row.Id("threadId"))).Single();
        await Found(Diane, "commode");

        await post.Change(db =>
        {
            var message = db.Messages.IgnoreQueryFilters().Single(one => one.Id == letter.Id());
            message.Edit("Je cherche une armoire", post.App.Clock.GetUtcNow());
        });
        await Found(Diane, "armoire");
        (await Search(Diane, "commode")).Items().ShouldBeEmpty();

        await post.Change(db => db.Messages.IgnoreQueryFilters().Single(one => one.Id == letter.Id()).Remove(by: null, post.App.Clock.GetUtcNow()));
        await Gone(Diane, "armoire");
    }

    [Fact]
    public async Task The_last_message_changes_while_another_comes()
    {
        var letter = post.Says("Je cherche une commode");
        await post.Bring(letter);
        await Found(Diane, "commode");

        await post.Bring(new EditIn(letter.ExternalId, "Je cherche une armoire", post.App.Clock.GetUtcNow()), post.Says("Et une lampe"));

        await Found(Diane, "armoire");
        await Found(Diane, "lampe");
    }

    [Fact]
    public async Task A_merged_contact_is_found_under_the_name_that_is_left()
    {
        var one = await post.Write("Premier bonjour", "marguerite");
        var other = await post.Write("Second bonjour", "margot");
        await Found(Diane, "margot");

        await Diane.Post($"contacts/{one["contact"]!.Id()}/merges", new { other = other["contact"]!.Id() });
        (await Until(Diane, "marguerite", results => results.Count == 2)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Only_what_the_reader_may_see_is_found()
    {
        var secret = await post.Connect(post.OrganisationId);
        await post.Write("La lampe est cassée", "zoe");
        await post.Write("La lampe est perdue", "yann", secret);
        await Found(Diane, "perdue");
        await Diane.Patch($"channels/{secret}", new { everyone = false, teamIds = Array.Empty<Guid>(), memberIds = new[] { post.Bruno.MemberId } });

        (await Search(Diane, "lampe")).Items().Count().ShouldBe(2);
        (await Search(post.Ana, "lampe")).Items().ShouldHaveSingleItem()["conversation"]!.Id("channelId").ShouldBe(post.ChannelId);
        (await Search(post.Bruno, "lampe")).Items().Count().ShouldBe(2);
        (await Search(post.Ana, "yann")).Items().ShouldBeEmpty();
    }

    [Fact]
    public async Task Filters_narrow_what_is_found()
    {
        var mine = await post.Write("Une chaise pour Ana", "zoe");
        var other = await post.Write("Une chaise pour personne", "yann");
        var topic = (await Diane.Post("topics", new { name = "Meubles" })).Id();
        var part = (await Diane.Post("topics", new { name = "Chaises", parentId = topic })).Id();
        await Diane.Put($"conversations/{mine.Id()}/topics/{part}");
        await Diane.Put($"conversations/{mine.Id()}/assignee", new { memberId = post.Ana.MemberId });
        await Diane.Put($"contacts/{other["contact"]!.Id()}/vip");
        await post.Ana.Put($"conversations/{other.Id()}/resolution", new { });
        await Found(Diane, "personne");

        await Only(mine, "assignee=me", post.Ana);
        await Only(other, "assignee=none");
        await Only(mine, "assignee=any");
        await Only(mine, $"topicId={topic}");
        await Only(other, "vip=true");
        await Only(other, "state=resolved");
        await Only(mine, "state=new");
        (await Search(Diane, $"chaise&channelId={post.ChannelId}&team=none")).Items().Count().ShouldBe(2);
        (await Search(Diane, $"chaise&from={Uri.EscapeDataString(post.App.Clock.GetUtcNow().AddDays(1).ToString("O"))}")).Items().ShouldBeEmpty();
    }

    [Fact]
    public async Task Why_it_ended_and_what_the_contact_said_of_it_narrow_what_is_found()
    {
        await new Asking { Negative = null }.On(Diane, post.ChannelId);
        var (asked, silent) = (await Asking.Ended(post, "zoe", "La chaise arrive"), await Asking.Ended(post, "yann", "La chaise est là"));
        await post.Bring(post.Says("2"));
        var without = await post.Write("Une chaise sans motif", "lea");
        await post.Ana.Put($"conversations/{without.Id()}/resolution", new { });
        await Found(Diane, "sans motif");

        await Only(asked, "score=2");
        (await Search(Diane, "chaise&score=5")).Items().ShouldBeEmpty();
        (await Search(Diane, $"chaise&reasonId={await Asking.Reason(Diane)}")).Items().Select(one => one["conversation"]!.Id()).ShouldBe([asked.Id(), silent.Id()], ignoreOrder: true);
        (await Diane.Get("conversations?state=resolved&score=2")).Items().ShouldHaveSingleItem().Id().ShouldBe(asked.Id());
    }

    [Fact]
    public async Task A_wrong_cursor_or_filter_is_refused()
    {
        foreach (var wrong in new[] { "a&after=x", "a&state=open", "a&team=x", "a&assignee=x" })
            (await Refusal(Diane, HttpMethod.Get, $"search?words={wrong}")).Status.ShouldBe(HttpStatusCode.BadRequest, wrong);
    }

    [Fact]
    public async Task An_index_that_is_lost_is_built_again_from_the_store()
    {
        var row = await post.Write("Bonjour, une question sur ma table");
        await Found(Diane, "table");
        await Lose();
        (await Search(Diane, "table")).Items().ShouldBeEmpty();

        await post.Write("Et une chaise", "yann");
        await Found(Diane, "chaise");
        (await Search(Diane, "table")).Items().ShouldHaveSingleItem()["conversation"]!.Id().ShouldBe(row.Id());
        (await Search(Diane, "zoe")).Items().ShouldHaveSingleItem();
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    /// <summary>As if its file had been deleted.</summary>
    private Task<bool> Lose() => post.App.Look(async db =>
    {
        await using var turn = (await post.App.Services.GetRequiredService<ISearch>().Begin(db, Cancel))!;
        var all = await db.Messages.IgnoreQueryFilters().Select(row => new { row.Id, row.ConversationId }).ToListAsync(Cancel);
        var entries = all.SelectMany(one => new[] { one.Id, one.ConversationId }.Distinct().Select(subject => new SearchEntry(one.ConversationId, subject, [])));
        await turn.Write(post.OrganisationId, [.. entries], new SearchProgress(0, Guid.Empty), Cancel);
        await turn.Commit(Cancel);
        return true;
    });

    private static Task<JsonNode> Search(ApiClient member, string words) => member.Get($"search?words={words}");

    private async Task Only(JsonNode row, string filter, ApiClient? member = null) =>
        (await Search(member ?? Diane, $"chaise&{filter}")).Items().ShouldHaveSingleItem()["conversation"]!.Id().ShouldBe(row.Id(), filter);

    private Task<List<JsonNode>> Found(ApiClient member, string words) => Until(member, words, results => results.Count > 0);

    private Task<List<JsonNode>> Gone(ApiClient member, string words) => Until(member, words, results => results.Count == 0);

    /// <summary>Indexing comes a moment after the intake.</summary>
    private async Task<List<JsonNode>> Until(ApiClient member, string words, Func<List<JsonNode>, bool> comes)
    {
        for (var tries = 0; ; tries++)
        {
            var results = (await Search(member, Uri.EscapeDataString(words))).Items().ToList();
            if (comes(results)) return results;
            if (tries == 300) throw new TimeoutException($"\"{words}\" gives {results.Count} results.");

            post.App.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(10, Cancel);
        }
    }
}
