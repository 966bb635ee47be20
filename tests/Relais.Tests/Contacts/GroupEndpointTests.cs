using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Contacts;
using Relais.Domain.Shared;
using Relais.Server.Channels;
using Relais.Server.Contacts;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Contacts;

/// <summary>Who belongs to a group follows from its rules at every moment, whatever changed: the contact or the rules.</summary>
public sealed class GroupEndpointTests : IAsyncLifetime
{
    private PigeonPost post = null!;

    private ApiClient Diane => post.Shop.Diane;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    [Fact]
    public async Task A_contact_belongs_to_a_group_from_the_first_message_on()
    {
        await Add("Belgique", Rule("phone", "contains", "+32"));
        await Add("Francophones", Rule("language", "is", "fr"));
        await Counted();
        await post.Bring(Told("zoe", phone: "+32470112233", language: "fr-BE"), Told("yann", phone: "+33612345678"));

        (await GroupsOf("Zoe")).ShouldBe(["Belgique", "Francophones"]);
        (await GroupsOf("Yann")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_changes_comes_and_goes_with_the_change()
    {
        await Add("Premier", "any", Rule("vip", "is", "yes"), Rule("followers", "greaterThan", "1000"));
        await Counted();
        await post.Bring(Told("zoe"));
        var zoe = await Contact("Zoe");

        (await post.Ana.Put($"contacts/{zoe}/vip"))["groups"]!.AsArray().Select(one => one!.Text("name")).ShouldBe(["Premier"]);
        await post.Ana.Delete($"contacts/{zoe}/vip");
        (await GroupsOf("Zoe")).ShouldBeEmpty();
        await post.Bring(Told("zoe", followers: "5000"));
        (await GroupsOf("Zoe")).ShouldBe(["Premier"]);
        await post.Bring(Told("zoe", followers: "10"));
        (await GroupsOf("Zoe")).ShouldBeEmpty();
    }

    [Fact]
    public async Task New_rules_reach_everybody_who_is_there_already()
    {
        await post.Bring(Told("zoe", phone: "+32470112233"), Told("yann", phone: "+33612345678"));
        var from = await post.Position();
        var group = (await Add("Belgique", Rule("phone", "contains", "+32"))).Id();
        await Counted();
        (await GroupsOf("Zoe")).ShouldBe(["Belgique"]);
        (await post.Kinds(from)).ShouldContain("contactSweepMoved");

        await Diane.Put($"contact-groups/{group}", Body("France", "all", Rule("phone", "contains", "+33")));
        await Counted();
        (await GroupsOf("Zoe")).ShouldBeEmpty();
        (await GroupsOf("Yann")).ShouldBe(["France"]);
        var listed = (await post.Ana.Get("contact-groups")).Items().Single();
        (listed.Text("name"), listed["memberCount"]!.GetValue<int>(), listed["isCounted"]!.GetValue<bool>()).ShouldBe(("France", 1, true));

        await Diane.Delete($"contact-groups/{group}");
        await Counted();
        (await post.App.Look(db => db.GroupMembers.IgnoreQueryFilters().CountAsync(Cancel))).ShouldBe(0);
        (await GroupsOf("Yann")).ShouldBeEmpty();
    }

    [Fact]
    public async Task More_contacts_than_one_step_takes_are_all_found()
    {
        await post.Change(db => db.Contacts.AddRange(Enumerable.Range(0, 1234).Select(number =>
            new Contact(post.OrganisationId, new Profile($"Client {number}", Phone: number % 2 == 0 ? "+32470000000" : "+33600000000"), post.App.Clock.GetUtcNow()))));
        var group = (await Add("Belgique", Rule("phone", "contains", "+32"))).Id();
        await Counted();

        (await post.App.Look(db => db.GroupMembers.IgnoreQueryFilters().CountAsync(row => row.GroupId == group, Cancel))).ShouldBe(617);
        (await Diane.Get("contact-groups"))["sweep"]!["done"]!.GetValue<int>().ShouldBe(1234);
    }

    [Fact]
    public async Task A_walk_that_was_broken_off_is_ended_by_whoever_starts_next()
    {
        await post.Bring(Told("zoe", phone: "+32470112233"), Told("yann", phone: "+32470112244"));
        var contacts = await post.App.Look(db => db.Contacts.IgnoreQueryFilters().OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(Cancel));
        await post.Change(db =>
        {
            // As a process leaves it that is killed after the first contact: rules saved, one contact looked at.
            var rules = new GroupDraft("Belgique", GroupMatch.All, [new GroupRule("phone", GroupOperator.Contains, ["+32"])]);
            db.ContactGroups.Add(new ContactGroup(post.OrganisationId, rules, AttributeBook.Of(post.OrganisationId, []), Actor.System, post.App.Clock.GetUtcNow()));
            var sweep = new ContactSweep(post.OrganisationId);
            sweep.Restart(2, Actor.System, post.App.Clock.GetUtcNow());
            sweep.Advance(contacts[0], 1, post.App.Clock.GetUtcNow());
            db.ContactSweeps.Add(sweep);
        });
        await post.App.Look(async db =>
        {
            await using var turn = await db.BeginWrite(Cancel);
            await ContactBooks.Renew(db, post.OrganisationId, Cancel);
            await turn.Commit(Cancel);
            return true;
        });
        post.App.Services.GetRequiredService<Wake>().Contacts.Ring();
        await Counted();

        (await post.App.Look(db => db.GroupMembers.IgnoreQueryFilters().Select(row => row.ContactId).ToListAsync(Cancel))).ShouldBe([contacts[1]]);
    }

    [Fact]
    public async Task A_preview_counts_and_saves_nothing()
    {
        await post.Bring(Told("zoe", phone: "+32470112233"), Told("yann", phone: "+33612345678"));
        var preview = await Diane.Post("contact-groups/preview", new { match = "all", rules = new[] { Rule("phone", "contains", "+32") } });

        (preview["matched"]!.GetValue<int>(), preview["looked"]!.GetValue<int>(), preview["total"]!.GetValue<int>()).ShouldBe((1, 2, 2));
        preview["examples"]!.AsArray().Single()!.Text("name").ShouldBe("Zoe");
        (await Diane.Get("contact-groups")).Items().ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_refusal_says_why()
    {
        await Add("Premier", Rule("vip", "is", "yes"));
        (await Refusal(Diane, HttpMethod.Post, "contact-groups", Body("Premier", "all", Rule("vip", "is", "yes")))).Code.ShouldBe("group.name.taken");
        (await Refusal(Diane, HttpMethod.Post, "contact-groups", Body("Autre", "all"))).ShouldBe((HttpStatusCode.UnprocessableEntity, "group.rules.required"));
        (await Refusal(Diane, HttpMethod.Post, "contact-groups", new { name = "Autre", match = "all", rules = new object?[] { null } }))
            .ShouldBe((HttpStatusCode.UnprocessableEntity, "group.rules.required"));
        (await Refusal(Diane, HttpMethod.Post, "contact-groups", new { name = "Autre", match = "all", rules = new[] { new { @operator = "is" } } }))
            .ShouldBe((HttpStatusCode.UnprocessableEntity, "group.rule.attribute"));
        (await Refusal(Diane, HttpMethod.Post, "contact-groups/preview", Body("", "all", Rule("followers", "is", "beaucoup")))).Code.ShouldBe("group.rule.value");
        (await Refusal(Diane, HttpMethod.Put, $"contact-groups/{Guid.CreateVersion7()}", Body("X", "all", Rule("vip", "is", "yes")))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Refusal(Diane, HttpMethod.Delete, $"contact-groups/{Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);

        await Diane.Post("contact-attributes", new { name = "Fidélité", alias = "loyalty", format = "text" });
        await Add("Platine", Rule("loyalty", "is", "Platine"));
        (await Refusal(Diane, HttpMethod.Delete, "contact-attributes/loyalty")).Code.ShouldBe("attribute.in_use");
    }

    [Fact]
    public async Task Another_organisations_groups_are_not_there()
    {
        var group = (await Add("Premier", Rule("vip", "is", "yes"))).Id();
        await post.Change(db => db.Organisations.Add(new Domain.Organisations.Organisation("Maison Soleil", "fr", post.App.Clock.GetUtcNow())));
        var other = await post.App.Look(db => db.Organisations.OrderByDescending(row => row.Id).Select(row => row.Id).FirstAsync(Cancel));
        var channel = await post.Connect(other);
        await post.Bring(channel, Told("zoe"));

        var book = await post.App.Look(async db =>
        {
            await using var turn = await db.BeginWrite(Cancel);
            return await new ContactBooks().Of(db, other, Cancel);
        });
        book.Groups.ShouldNotContain(one => one.Id == group);
        (await post.App.Look(db => db.GroupMembers.IgnoreQueryFilters().AnyAsync(Cancel))).ShouldBeFalse();
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    private static object Rule(string alias, string asked, params string[] values) => new { alias, @operator = asked, values };

    private static object Body(string name, string match, params object[] rules) => new { name, match, rules };

    private Task<JsonNode> Add(string name, object rule) => Add(name, "all", rule);

    private Task<JsonNode> Add(string name, string match, params object[] rules) => Diane.Post("contact-groups", Body(name, match, rules));

    private Task Counted() => post.Until(async db => !await db.ContactSweeps.IgnoreQueryFilters().AnyAsync(row => row.IsRunning));

    private MessageIn Told(string who, string? phone = null, string? language = null, string? followers = null) => post.Says($"De {who}", who) with
    {
        From = new Sender([who], new Profile(char.ToUpperInvariant(who[0]) + who[1..], Phone: phone, Language: language)
        {
            Attributes = followers is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["followers"] = followers },
        }),
    };

    private async Task<Guid> Contact(string name) => (await post.Rows()).Select(row => row["contact"]!).First(contact => contact.Text("name") == name).Id();

    private async Task<IEnumerable<string>> GroupsOf(string name) =>
        (await post.Ana.Get($"contacts/{await Contact(name)}"))["groups"]!.AsArray().Select(one => one!.Text("name"));
}
