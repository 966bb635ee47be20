using System.Net;
using System.Text.Json.Nodes;
using Relais.Domain.Contacts;
using Relais.Server.Channels;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Contacts;

/// <summary>The card beside the thread.</summary>
public sealed class ContactEndpointTests : IAsyncLifetime
{
    private PigeonPost post = null!;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    [Fact]
    public async Task A_card_shows_the_person_the_addresses_and_the_past()
    {
        var first = await post.Write("Bonjour");
        await post.Ana.Put($"conversations/{first.Id()}/resolution", new { });
        post.App.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await post.Write("Encore une chose");

        var card = await post.Ana.Get($"contacts/{first["contact"]!.Id()}");

        card.Text("name").ShouldBe("Zoe");
        card["identities"]!.AsArray().Select(identity => (identity!.Text("kind"), identity!.Text("externalId"))).ShouldBe([("pigeon", "zoe")]);
        card["conversations"]!.AsArray().Select(past => past!.Id()).ShouldBe([second.Id(), first.Id()]);
    }

    [Fact]
    public async Task A_correction_is_told_and_outlasts_the_provider()
    {
        var row = await post.Write("Bonjour");
        var contact = row["contact"]!.Id();
        var from = await post.Position();

        var card = await post.Ana.Patch($"contacts/{contact}", new { name = "Mme Martin", email = "zoe@example.com" });
        (card.Text("name"), card.Text("email")).ShouldBe(("Mme Martin", "zoe@example.com"));
        await post.Bring(post.Says("Encore") with { From = new Sender(["zoe"], new Profile("zoe_75")) });

        (await post.Row(row.Id())).Text("contact", "name").ShouldBe("Mme Martin");
        (await post.Kinds(from)).ShouldBe(["contactChanged", "contactChanged", "messageReceived"], "the correction, then the profile's other name");
        (await Refusal(post.Ana, HttpMethod.Patch, $"contacts/{contact}", new { name = new string('a', 256) }))
            .ShouldBe((HttpStatusCode.UnprocessableEntity, "contact.name.too_long"));
        (await Refusal(post.Ana, HttpMethod.Get, $"contacts/{Guid.CreateVersion7()}")).ShouldBe((HttpStatusCode.NotFound, "not_found"));
    }

    [Fact]
    public async Task Notes_are_everybodys_to_read_correct_and_remove()
    {
        var contact = (await post.Write("Bonjour"))["contact"]!.Id();
        var from = await post.Position();

        await post.Ana.Post($"contacts/{contact}/notes", new { text = "Préfère être appelée." });
        post.App.Clock.Advance(TimeSpan.FromMinutes(1));
        var card = await post.Ana.Post($"contacts/{contact}/notes", new { text = "  Cliente depuis 2019\n" });
        Notes(card).ShouldBe([("Cliente depuis 2019", "Ana"), ("Préfère être appelée.", "Ana")], "the newest first");

        var first = card["notes"]![1]!.Id();
        var amended = (await post.Shop.Diane.Patch($"contacts/{contact}/notes/{first}", new { text = "Préfère l’e-mail." }))["notes"]![1]!;
        (amended.Text("text"), amended.Text("by"), amended.Text("editedBy")).ShouldBe(("Préfère l’e-mail.", "Ana", "Diane"));
        await post.Shop.Diane.Delete($"contacts/{contact}/notes/{first}");
        Notes(await post.Ana.Get($"contacts/{contact}")).ShouldBe([("Cliente depuis 2019", "Ana")]);
        (await post.Kinds(from)).ShouldBe(["contactChanged", "contactChanged", "contactChanged", "contactChanged"]);

        (await Refusal(post.Ana, HttpMethod.Post, $"contacts/{contact}/notes", new { text = " " })).ShouldBe((HttpStatusCode.UnprocessableEntity, "contact.note.required"));
        (await Refusal(post.Ana, HttpMethod.Post, $"contacts/{contact}/notes", new { text = new string('a', 2001) }))
            .ShouldBe((HttpStatusCode.UnprocessableEntity, "contact.note.too_long"));
        (await Refusal(post.Ana, HttpMethod.Patch, $"contacts/{contact}/notes/{first}", new { text = "Trop tard" })).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_note_of_another_contact_is_out_of_reach()
    {
        var (zoe, yann) = ((await post.Write("Bonjour"))["contact"]!.Id(), (await post.Write("Bonsoir", "yann"))["contact"]!.Id());
        var note = (await post.Ana.Post($"contacts/{zoe}/notes", new { text = "Cliente depuis 2019" }))["notes"]![0]!.Id();

        (await Refusal(post.Ana, HttpMethod.Delete, $"contacts/{yann}/notes/{note}")).Status.ShouldBe(HttpStatusCode.NotFound);
        Notes(await post.Ana.Get($"contacts/{zoe}")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_a_blocked_contact_writes_is_kept_and_over_at_once()
    {
        var row = await post.Write("Achetez mes pilules");
        var contact = row["contact"]!.Id();
        (await Refusal(post.Ana, HttpMethod.Put, $"contacts/{contact}/block")).Status.ShouldBe(HttpStatusCode.Forbidden);

        (await post.Shop.Diane.Put($"contacts/{contact}/block", new { }))!["blocked"]!.GetValue<bool>().ShouldBeTrue();
        (await post.Row(row.Id())).Text("state").ShouldBe("new", "what was there before waits for somebody's judgement");
        await post.Bring(post.Says("Encore des pilules"));

        var over = await post.Row(row.Id());
        (over.Text("state"), over["assigneeId"]).ShouldBe(("resolved", null));
        (await post.Ana.Get($"threads/{row.Id("threadId")}/messages"))["items"]!.AsArray().Count.ShouldBe(2, "nothing is lost");
        await post.App.ShouldBeSound();

        await post.Shop.Diane.Delete($"contacts/{contact}/block");
        await post.Bring(post.Says("Pardon"));
        (await post.Rows("new")).Count.ShouldBe(1, "he is heard again");
    }

    private static List<(string Text, string By)> Notes(JsonNode card) => [.. card["notes"]!.AsArray().Select(note => (note!.Text("text"), note!.Text("by")))];

    public async ValueTask DisposeAsync() => await post.DisposeAsync();
}
