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
    public async Task Two_ids_in_one_message_make_their_contacts_one_and_the_one_known_longest_stays()
    {
        await post.Bring(Says("Un", User), Says("Deux", Number));
        var (first, second) = (await Row("Un"), await Row("Deux"));
        await post.Ana.Patch($"contacts/{second["contact"]!.Id()}", new { phone = Number });

        await post.Bring(Says("Trois", Number, User));

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
    public async Task The_trail_tells_it_and_an_old_link_leads_to_the_one_who_stays()
    {
        await post.Bring(Says("Un", User), Says("Deux", Number));
        var (first, second) = (await Row("Un"), await Row("Deux"));
        var position = await post.Position();

        await post.Bring(Says("Trois", User, Number));

        (await post.Kinds(position)).ShouldBe(["contactMerged", "conversationContactMerged", "messageReceived"]);
        var trail = (await post.Ana.Get($"threads/{second.Id("threadId")}/messages"))["trail"]!.AsArray();
        trail.Last()!.Text("kind").ShouldBe("conversationContactMerged");
        (await post.Ana.Get($"contacts/{second["contact"]!.Id()}")).Id().ShouldBe(first["contact"]!.Id(), "an old link leads to the one who stays");
    }

    [Fact]
    public async Task Fifty_deliveries_at_once_make_one_contact()
    {
        await post.Bring(Says("Un", User), Says("Deux", Number));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(count =>
            post.Knock(post.ChannelId, post.Pigeon.Letter(() => [Says($"Trois {count}", count % 2 == 0 ? [User, Number] : [Number, User])]))));
        await post.UntilRead();

        (await post.Rows()).Select(row => row["contact"]!.Id()).Distinct().ShouldHaveSingleItem();
        (await post.App.Look(db => db.ContactMerges.IgnoreQueryFilters().CountAsync(Cancel))).ShouldBe(1);
        (await post.App.Look(db => db.Messages.IgnoreQueryFilters().CountAsync(Cancel))).ShouldBe(52);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Who_comes_by_a_recycled_number_does_not_come_by_its_history()
    {
        await post.Bring(Says("Avant", Number, User) with { From = new Sender([Number, User], new Profile("Zoé", Phone: Number)) });
        await post.Bring(Says("Qui est là ?", Number, "other.user") with { From = new Sender([Number, "other.user"], new Profile("Inconnu", Phone: Number)) });

        var (zoe, stranger) = (await Card("Avant"), await Card("Qui est là ?"));
        stranger.Id().ShouldNotBe(zoe.Id());
        stranger["conversations"]!.AsArray().ShouldHaveSingleItem();
        (Ids(zoe), Ids(stranger)).ShouldBe((User, $"{Number} other.user"));
        (zoe["phone"], stranger.Text("phone")).ShouldBe((null, Number));

        await post.Bring(Says("Je suis là", User), Says("Encore moi", Number));
        (await Row("Je suis là"))["contact"]!.Id().ShouldBe(zoe.Id());
        (await Row("Encore moi"))["contact"]!.Id().ShouldBe(stranger.Id());
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_recycled_number_goes_to_one_we_know_without_what_was_said_on_it_before()
    {
        await post.Bring(Says("Avant", Number, User), Says("Bonsoir", "other.user"));

        await post.Bring(Says("Nouveau numéro", Number, "other.user"));

        (await Row("Avant"))["contact"]!.Id().ShouldNotBe((await Row("Nouveau numéro"))["contact"]!.Id());
        Ids(await Card("Avant")).ShouldBe(User);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Whoever_moves_to_a_number_is_not_the_one_who_had_it_long_before()
    {
        await post.Bring(Says("Ancien titulaire", "+33600000002"), Says("Avant", Number));
        await post.Later(TimeSpan.FromDays(2));

        await post.Bring(new IdentityIn(new Sender([Number], new Profile()), new Sender(["+33600000002"], new Profile()), post.App.Clock.GetUtcNow()));
        await post.Bring(Says("Après", "+33600000002"));

        (await Row("Après"))["contact"]!.Id().ShouldNotBe((await Row("Ancien titulaire"))["contact"]!.Id());
        Ids(await Card("Après")).Split(' ').Order().ShouldBe([Number, "+33600000002"]);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_notice_that_comes_late_joins_whom_a_changed_user_id_had_made_two()
    {
        await post.Bring(Says("Un", Number, User));
        await post.Bring(Says("Deux", Number, "zoe.user.2"));
        (await Row("Deux"))["contact"]!.Id().ShouldNotBe((await Row("Un"))["contact"]!.Id());

        await post.Bring(new IdentityIn(new Sender([Number, User], new Profile()), new Sender([Number, "zoe.user.2"], new Profile()), post.App.Clock.GetUtcNow()));

        (await Row("Deux"))["contact"]!.Id().ShouldBe((await Row("Un"))["contact"]!.Id());
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task The_same_telephone_or_e_mail_makes_nobody_one()
    {
        await post.Bring(
            Says("Un", "zoe") with { From = new Sender(["zoe"], new Profile("Zoé", Email: "zoe@example.com", Phone: Number)) },
            Says("Deux", "yann") with { From = new Sender(["yann"], new Profile("Zoé", Email: "zoe@example.com", Phone: Number)) });

        (await post.Rows()).Select(row => row["contact"]!.Id()).Distinct().Count().ShouldBe(2);
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    private MessageIn Says(string text, params string[] ids) => post.Says(text) with { From = new Sender(ids, new Profile("Zoé")) };

    private async Task<JsonNode> Card(string preview) => await post.Ana.Get($"contacts/{(await Row(preview))["contact"]!.Id()}");

    private static string Ids(JsonNode card) => string.Join(' ', card["identities"]!.AsArray().Select(identity => identity!.Text("externalId")));

    private async Task<JsonNode> Row(string preview) => (await post.Rows()).Single(row => row.Text("preview", "text") == preview);
}
