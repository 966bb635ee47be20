using System.Net;
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

    public async ValueTask DisposeAsync() => await post.DisposeAsync();
}
