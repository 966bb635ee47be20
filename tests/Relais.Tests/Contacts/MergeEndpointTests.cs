using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Server.Channels;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Contacts;

/// <summary>An administrator makes two contacts one, and two again.</summary>
public sealed class MergeEndpointTests : IAsyncLifetime
{
    private PigeonPost post = null!;
    private JsonNode zoe = null!;
    private JsonNode yann = null!;

    private ApiClient Diane => post.Shop.Diane;

    public async ValueTask InitializeAsync()
    {
        post = await PigeonPost.Open();
        zoe = await post.Write("Bonjour");
        yann = await post.Write("Bonsoir", "yann", await post.Connect(post.OrganisationId));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_one_chosen_stays_and_has_what_both_had(bool zoeStays)
    {
        var (stays, goes) = zoeStays ? (zoe, yann) : (yann, zoe);

        var card = await Merge(stays, goes);

        card.Id().ShouldBe(Contact(stays));
        card["identities"]!.AsArray().Select(one => one!.Text("externalId")).Order().ShouldBe(["yann", "zoe"]);
        card["conversations"]!.AsArray().Select(one => one!.Id()).ShouldBe([zoe.Id(), yann.Id()], ignoreOrder: true);
        (await post.Row(goes.Id()))["contact"]!.Id().ShouldBe(Contact(stays));
        (await post.Rows()).Select(row => row.Text("state")).ShouldBe(["new", "new"], "nobody has answered either");
        (await Diane.Get($"contacts/{Contact(goes)}")).Id().ShouldBe(Contact(stays), "an old link leads to the one who stays");
        (await Diane.Patch($"contacts/{Contact(goes)}", new { name = "Mme Martin" })).Id().ShouldBe(Contact(stays));
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Notes_come_along_and_go_back()
    {
        await Diane.Post($"contacts/{Contact(yann)}/notes", new { text = "Habite au 3e" });
        var card = await Merge(zoe, yann);
        card["notes"]!.AsArray().ShouldHaveSingleItem()!.Text("text").ShouldBe("Habite au 3e");
        await Diane.Patch($"contacts/{Contact(zoe)}/notes/{card["notes"]![0]!.Id()}", new { text = "Habite au 4e" });

        await Diane.Delete($"contacts/{Contact(zoe)}/merges/{card["merges"]![0]!.Id()}");

        (await Diane.Get($"contacts/{Contact(zoe)}"))["notes"]!.AsArray().ShouldBeEmpty();
        (await Diane.Get($"contacts/{Contact(yann)}"))["notes"]!.AsArray().ShouldHaveSingleItem()!.Text("text").ShouldBe("Habite au 4e");
    }

    [Fact]
    public async Task Undone_everything_is_as_before_but_for_what_was_written_since()
    {
        await Diane.Patch($"contacts/{Contact(yann)}", new { email = "yann@example.com" });
        await Diane.Put($"contacts/{Contact(yann)}/vip");
        var (first, second) = (await Card(zoe), await Card(yann));

        var merged = await Merge(zoe, yann);
        (merged.Text("email"), merged["vip"]!.GetValue<bool>()).ShouldBe(("yann@example.com", true));
        await post.Bring(yann.Id("channelId"), post.Says("Depuis", "yann"));
        await Undo(merged);

        (await Card(zoe)).ToJsonString().ShouldBe(first.ToJsonString());
        (await Card(yann)).ToJsonString().ShouldBe(second.ToJsonString());
        (await post.Row(yann.Id())).Text("preview", "text").ShouldBe("Depuis", "it follows its thread");
        (await post.Row(yann.Id()))["contact"]!.Id().ShouldBe(Contact(yann));
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task The_groups_follow_in_the_same_turn()
    {
        await Diane.Post("contact-groups", new { name = "Premier", match = "all", rules = new[] { new { alias = "vip", @operator = "is", values = new[] { "yes" } } } });
        await Diane.Put($"contacts/{Contact(yann)}/vip");
        await post.Until(async db => !await db.ContactSweeps.IgnoreQueryFilters().AnyAsync(row => row.IsRunning));
        (await Members()).ShouldBe([Contact(yann)]);

        var merged = await Merge(zoe, yann);
        (await Members()).ShouldBe([Contact(zoe)]);

        await Undo(merged);
        (await Members()).ShouldBe([Contact(yann)]);
    }

    [Fact]
    public async Task Two_threads_of_one_channel_stay_and_the_one_heard_last_goes_on_until_undone()
    {
        var lea = await post.Write("Salut", "lea");
        post.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await post.Bring(post.Says("Encore", "lea"));
        var merged = await Merge(zoe, lea);

        await post.Bring(post.Says("Et puis"));
        (await post.Row(lea.Id())).Text("preview", "text").ShouldBe("Et puis");
        (await post.Row(zoe.Id())).Text("preview", "text").ShouldBe("Bonjour");

        await Undo(merged);
        await post.Bring(post.Says("Me revoilà"));
        (await post.Row(zoe.Id())).Text("preview", "text").ShouldBe("Me revoilà");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Merging_while_the_other_is_answered_and_writes_loses_nothing()
    {
        await Task.WhenAll(
            Merge(zoe, yann),
            Task.WhenAll(Enumerable.Range(0, 10).Select(count => Answer(count % 2 == 0 ? post.Ana : post.Bruno, yann.Id(), $"Réponse {count}"))),
            Task.WhenAll(Enumerable.Range(0, 10).Select(count => post.Knock(yann.Id("channelId"), post.Pigeon.Letter(() => [post.Says($"Question {count}", "yann")])))),
            Task.WhenAll(Enumerable.Range(0, 10).Select(count => post.Knock(post.ChannelId, post.Pigeon.Letter(() => [post.Says($"Ailleurs {count}", "yann")])))));
        await post.App.UntilNothingWaits();

        var messages = await post.Messages(yann.Id("threadId"));
        messages.Count(message => message.Text("direction") == "out").ShouldBe(10);
        messages.Count(message => message.Text("direction") == "in").ShouldBe(11);
        (await post.Row(yann.Id()))["contact"]!.Id().ShouldBe(Contact(zoe));
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Two_administrators_at_once_merge_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(count => Refusal(
            Diane, HttpMethod.Post, $"contacts/{Contact(count % 2 == 0 ? zoe : yann)}/merges", new { other = Contact(count % 2 == 0 ? yann : zoe) })));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Where(answer => answer.Status != HttpStatusCode.OK).ShouldAllBe(answer => answer.Code == "contact.merged");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_preview_says_what_comes_and_changes_nothing()
    {
        await Diane.Patch($"contacts/{Contact(yann)}", new { email = "yann@example.com" });
        var before = await Card(zoe);

        var preview = await Diane.Get($"contacts/{Contact(zoe)}/merges/preview?other={Contact(yann)}");

        (await Card(zoe)).ToJsonString().ShouldBe(before.ToJsonString());
        var card = await Merge(zoe, yann);
        (preview.Text("name"), preview["conversations"]!.GetValue<int>()).ShouldBe((card.Text("name"), 2));
        preview["attributes"]!.ToJsonString().ShouldBe(card["attributes"]!.ToJsonString());
        preview["identities"]!.ToJsonString().ShouldBe(card["identities"]!.ToJsonString());
    }

    [Theory]
    [InlineData("zo")]
    [InlineData("zoé")]
    [InlineData("ZOE")]
    [InlineData("ÉLODIE")]
    [InlineData("ZOE@Example")]
    [InlineData("06 12 34 56 78")]
    public async Task A_contact_is_found_by_name_e_mail_or_telephone(string words)
    {
        await Diane.Patch($"contacts/{Contact(zoe)}", new { name = "Zoé Élodie", email = "zoe@example.com", phone = "+33612345678" });

        var found = (await Diane.Get($"contacts?search={Uri.EscapeDataString(words)}")).Items();

        found.ShouldHaveSingleItem().Id().ShouldBe(Contact(zoe));
        (await Diane.Get("contacts?search=%25")).Items().ShouldBeEmpty("it is a sign like any other");
    }

    [Fact]
    public async Task Who_became_part_of_another_is_not_found_any_more()
    {
        await Merge(zoe, yann);

        (await Diane.Get("contacts?search=yann")).Items().ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_an_administrator_merges()
    {
        foreach (var member in new[] { post.Shop.Chloe, post.Ana })
        {
            (await Refusal(member, HttpMethod.Post, $"contacts/{Contact(zoe)}/merges", new { other = Contact(yann) })).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await Refusal(member, HttpMethod.Delete, $"contacts/{Contact(zoe)}/merges/{Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await Refusal(member, HttpMethod.Get, $"contacts/{Contact(zoe)}/merges/preview?other={Contact(yann)}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task Each_refusal_says_why()
    {
        (await Refusal(Diane, HttpMethod.Post, $"contacts/{Contact(zoe)}/merges", new { other = Contact(zoe) })).ShouldBe((HttpStatusCode.UnprocessableEntity, "contact.merged"));
        (await Refusal(Diane, HttpMethod.Post, $"contacts/{Contact(zoe)}/merges", new { other = Guid.CreateVersion7() })).Status.ShouldBe(HttpStatusCode.NotFound);
        var merged = await Merge(zoe, yann);
        (await Refusal(Diane, HttpMethod.Delete, $"contacts/{merged.Id()}/merges/{Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);

        await post.Later(TimeSpan.FromDays(30));
        (await Refusal(Diane, HttpMethod.Delete, $"contacts/{merged.Id()}/merges/{merged["merges"]![0]!.Id()}")).ShouldBe((HttpStatusCode.UnprocessableEntity, "contact.merge.expired"));
        (await Card(zoe))["merges"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Some_time_later_only_the_way_to_the_one_who_stays_is_kept()
    {
        await Merge(zoe, yann);

        await post.Later(ContactMerge.Lasts + TimeSpan.FromDays(2));
        await post.Until(async db => !await db.ContactMerges.IgnoreQueryFilters().AnyAsync());

        var faded = await post.App.Look(db => db.Contacts.IgnoreQueryFilters().SingleAsync(row => row.Id == Contact(yann)));
        (faded.Name, faded.SearchKey, faded.Values.Count).ShouldBe((null, "", 0));
        (await Diane.Get($"contacts/{Contact(yann)}")).Id().ShouldBe(Contact(zoe));
    }

    [Fact]
    public async Task Whoever_sees_one_of_a_contacts_channels_is_told_what_changes()
    {
        await Merge(zoe, yann);
        var from = await post.Position();

        await Diane.Patch($"contacts/{Contact(zoe)}", new { name = "Mme Martin" });

        var channels = await post.App.Look(db => db.Events.IgnoreQueryFilters().Where(row => row.Position > from && row.Kind == "contactChanged").Select(row => row.ChannelId).ToListAsync());
        channels.ShouldBe([zoe.Id("channelId"), yann.Id("channelId")], ignoreOrder: true);
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    private static Guid Contact(JsonNode row) => row["contact"]!.Id();

    private Task<JsonNode> Merge(JsonNode stays, JsonNode goes) => Diane.Post($"contacts/{Contact(stays)}/merges", new { other = Contact(goes) });

    private Task Undo(JsonNode card) => Diane.Delete($"contacts/{card.Id()}/merges/{card["merges"]![0]!.Id()}");

    private Task<JsonNode> Card(JsonNode row) => Diane.Get($"contacts/{Contact(row)}");

    private Task<List<Guid>> Members() => post.App.Look(db => db.GroupMembers.IgnoreQueryFilters().Select(row => row.ContactId).ToListAsync());
}
