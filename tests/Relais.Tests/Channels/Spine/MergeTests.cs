using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Server.Channels;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Channels.Spine;

/// <summary>The provider says that two people we know are one: from then on they are one contact, and nothing of either is lost.</summary>
public sealed class MergeTests : IAsyncLifetime
{
    private const string Number = "+33600000001";
    private const string User = "zoe.user";

    private PigeonPost post = null!;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    [Fact]
    public async Task Two_ids_in_one_message_make_their_contacts_one_under_the_most_lasting_id()
    {
        await post.Bring(Says("Un", User), Says("Deux", Number));
        var (first, second) = (await Row("Un"), await Row("Deux"));
        await post.App.Look(db => db.Contacts.IgnoreQueryFilters().Where(row => row.Id == second["contact"]!.Id()).ExecuteUpdateAsync(set => set.SetProperty(row => row.Phone, Number)));

        await post.Bring(Says("Trois", User, Number));

        var rows = await post.Rows();
        rows.Select(row => row["contact"]!.Id()).Distinct().ShouldBe([first["contact"]!.Id()]);
        var card = await post.Ana.Get($"contacts/{first["contact"]!.Id()}");
        card["identities"]!.AsArray().Select(identity => identity!.Text("externalId")).Order().ShouldBe([Number, User]);
        card["phone"]!.GetValue<string>().ShouldBe(Number);
        card["conversations"]!.AsArray().Count.ShouldBe(2);
        var merge = await post.App.Look(db => db.ContactMerges.IgnoreQueryFilters().SingleAsync(Cancel));
        (merge.ContactId, merge.MergedId, merge.ThreadIds.Single()).ShouldBe((first["contact"]!.Id(), second["contact"]!.Id(), second.Id("threadId")));
        merge.IdentityIds.Count.ShouldBe(1);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task The_thread_heard_last_goes_on_and_what_waits_in_the_other_still_waits()
    {
        var now = post.App.Clock.GetUtcNow();
        await post.Bring(Says("Un", User) with { At = now.AddMinutes(-2) }, Says("Deux", Number) with { At = now.AddMinutes(-1) });
        var (first, second) = (await Row("Un"), await Row("Deux"));

        await post.Bring(Says("Trois", User, Number));

        var after = await post.Rows();
        after.Count.ShouldBe(2);
        after.Select(row => row.Text("state")).ShouldBe(["new", "new"]);
        (await Row("Trois")).Id("threadId").ShouldBe(second.Id("threadId"));
        (await post.Row(first.Id())).Text("preview", "text").ShouldBe("Un");

        await Answer(post.Ana, first.Id(), "Bonjour Zoé");
        await post.App.UntilNothingWaits();
        post.Pigeon.Flights.ShouldHaveSingleItem().Answer.To.Order().ShouldBe([Number, User]);
        await post.Bring(Says("Quatre", Number));
        (await Row("Quatre")).Id("threadId").ShouldBe(second.Id("threadId"));
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_new_number_that_had_written_already_is_the_same_person()
    {
        await post.Bring(Says("Avant", Number));
        await post.Bring(Says("Après", "+33600000002"));
        var before = await Row("Avant");

        await post.Bring(new IdentityIn(new Sender([Number], new Profile()), new Sender(["+33600000002"], new Profile()), post.App.Clock.GetUtcNow()));

        (await post.Rows()).Select(row => row["contact"]!.Id()).Distinct().ShouldBe([before["contact"]!.Id()]);
        await post.Bring(Says("Encore moi", "+33600000002"));
        (await post.Rows()).Count.ShouldBe(2);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task All_in_one_batch_it_is_the_same()
    {
        await post.Bring(Says("Un", User), Says("Deux", Number), Says("Trois", User, Number), Says("Quatre", Number));

        (await post.Rows()).Select(row => row["contact"]!.Id()).Distinct().ShouldHaveSingleItem();
        (await post.App.Look(db => db.ContactMerges.IgnoreQueryFilters().CountAsync(Cancel))).ShouldBe(1);
        (await post.App.Look(db => db.Messages.IgnoreQueryFilters().CountAsync(Cancel))).ShouldBe(4);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task The_trail_tells_it_and_the_other_contact_is_no_more()
    {
        await post.Bring(Says("Un", User), Says("Deux", Number));
        var second = await Row("Deux");
        var position = await post.Position();

        await post.Bring(Says("Trois", User, Number));

        (await post.Kinds(position)).ShouldBe(["contactMerged", "contactChanged", "messageReceived"], ignoreOrder: true);
        var trail = (await post.Ana.Get($"threads/{second.Id("threadId")}/messages"))["trail"]!.AsArray();
        trail.Last()!.Text("kind").ShouldBe("contactMerged");
        (await Refusal(await post.Hire("Nora", "agent"), HttpMethod.Get, $"contacts/{second["contact"]!.Id()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    private MessageIn Says(string text, params string[] ids) => post.Says(text) with { From = new Sender(ids, new Profile("Zoé")) };

    private async Task<JsonNode> Row(string preview) => (await post.Rows()).Single(row => row.Text("preview", "text") == preview);
}
