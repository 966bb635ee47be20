using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Server.Channels;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Contacts;

/// <summary>The administrator says what is worth knowing; channels and agents fill it in, beside the thread.</summary>
public sealed class AttributeEndpointTests : IAsyncLifetime
{
    private PigeonPost post = null!;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    [Fact]
    public async Task Agents_see_what_is_on_in_the_order_the_administrator_chose()
    {
        await post.Shop.Diane.Post("contact-attributes", new { name = "Fidélité", alias = "loyalty", format = "choice", choices = new[] { "Argent", "Platine" } });
        await post.Shop.Diane.Put("contact-attributes/order", new { aliases = new[] { "loyalty", "language" } });
        await post.Shop.Diane.Patch("contact-attributes/bio", new { isOn = false });

        var seen = (await post.Ana.Get("contact-attributes")).Items().ToList();
        seen.Take(3).Select(one => one.Text("alias")).ShouldBe(["loyalty", "language", "phone"]);
        seen.Single(one => one.Text("alias") == "bio")["isOn"]!.GetValue<bool>().ShouldBeFalse();
        seen[0].Text("name").ShouldBe("Fidélité");
    }

    [Fact]
    public async Task What_a_channel_tells_is_kept_where_it_is_wanted()
    {
        await post.Shop.Diane.Post("contact-attributes", new { name = "Fidélité", alias = "loyalty", format = "choice", choices = new[] { "Argent", "Platine" } });
        await post.Bring(Told(("loyalty", "platine"), ("followers", "12 000"), ("page_url", "https://maison-lune.fr"), ("shoe_size", "42")));

        var card = await Card();
        card["attributes"]!.AsArray().Select(one => (one!.Text("alias"), one!.Text("value"), one!.Text("source")))
            .ShouldBe([("profile_name", "Zoé", "medium"), ("followers", "12000", "medium"), ("loyalty", "Platine", "medium")]);

        await post.Shop.Diane.Patch("contact-attributes/page_url", new { isOn = true });
        await post.Bring(Told(("page_url", "https://maison-lune.fr/lampes")));
        (await Value("page_url")).ShouldBe("https://maison-lune.fr/lampes");
    }

    [Fact]
    public async Task An_agent_writes_corrects_and_clears_and_every_screen_is_told()
    {
        await post.Bring(Told(("username", "zoe_75")));
        var contact = await Contact();
        var from = await post.Position();

        await post.Ana.Put($"contacts/{contact}/attributes/email", new { value = "zoe@example.com" });
        await post.Ana.Put($"contacts/{contact}/attributes/email", new { value = "zoe@example.com" });
        (await Value("email")).ShouldBe("zoe@example.com");
        await post.Ana.Delete($"contacts/{contact}/attributes/email");
        (await Value("email")).ShouldBeNull();
        await post.Ana.Put($"contacts/{contact}/vip");
        (await Card())["vip"]!.GetValue<bool>().ShouldBeTrue();
        (await post.Rows())[0]["contact"]!["vip"]!.GetValue<bool>().ShouldBeTrue();
        await post.Ana.Delete($"contacts/{contact}/vip");

        (await post.Kinds(from)).ShouldBe(["contactChanged", "contactChanged", "contactChanged", "contactChanged"]);
    }

    [Fact]
    public async Task Each_refusal_says_why()
    {
        await post.Bring(Told());
        var contact = await Contact();
        var (ana, diane) = (post.Ana, post.Shop.Diane);
        await diane.Post("contact-attributes", new { name = "Fidélité", alias = "loyalty", format = "text" });

        (await Refusal(ana, HttpMethod.Put, $"contacts/{contact}/attributes/email", new { value = "zoe" })).ShouldBe((HttpStatusCode.UnprocessableEntity, "attribute.value.invalid"));
        (await Refusal(ana, HttpMethod.Put, $"contacts/{contact}/attributes/username", new { value = "zoe" })).ShouldBe((HttpStatusCode.UnprocessableEntity, "attribute.read_only"));
        (await Refusal(ana, HttpMethod.Put, $"contacts/{contact}/attributes/page_url", new { value = "zoe" })).ShouldBe((HttpStatusCode.NotFound, "not_found"));
        (await Refusal(ana, HttpMethod.Put, $"contacts/{Guid.CreateVersion7()}/attributes/email", new { value = "" })).ShouldBe((HttpStatusCode.NotFound, "not_found"));
        (await Refusal(diane, HttpMethod.Post, "contact-attributes", new { name = "Autre", alias = "Loyalty", format = "text" })).Code.ShouldBe("attribute.alias.taken");
        (await Refusal(diane, HttpMethod.Post, "contact-attributes", new { name = "fidélité", alias = "other", format = "text" })).Code.ShouldBe("attribute.name.taken");
        (await Refusal(diane, HttpMethod.Post, "contact-attributes", new { name = "VIP", alias = "vip", format = "yesNo" })).Code.ShouldBe("attribute.alias.taken");
        (await Refusal(diane, HttpMethod.Patch, "contact-attributes/nothing", new { isOn = true })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Refusal(diane, HttpMethod.Delete, "contact-attributes/email")).Code.ShouldBe("attribute.built_in");
        (await Refusal(ana, HttpMethod.Patch, "contact-attributes/email", new { isOn = false })).Code.ShouldBe("permission.denied");
    }

    [Fact]
    public async Task A_deleted_attribute_is_gone_from_every_contact_and_its_alias_begins_anew()
    {
        var diane = post.Shop.Diane;
        await diane.Post("contact-attributes", new { name = "Fidélité", alias = "loyalty", format = "text" });
        await post.Bring(Told(("loyalty", "Platine")));
        await diane.Delete("contact-attributes/loyalty");
        await post.Until(async db => !await db.ContactAttributes.IgnoreQueryFilters().AnyAsync(row => row.IsRemoved));

        (await post.App.Look(db => db.Contacts.IgnoreQueryFilters().SingleAsync(Cancel))).Shown("loyalty").ShouldBeNull();
        await diane.Post("contact-attributes", new { name = "Fidélité", alias = "loyalty", format = "number" });
        (await Value("loyalty")).ShouldBeNull();
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    private MessageIn Told(params (string Alias, string Value)[] attributes) => post.Says("Bonjour") with
    {
        From = new Sender(["zoe"], new Profile("Zoé") { Attributes = attributes.ToDictionary(one => one.Alias, one => one.Value) }),
    };

    private async Task<Guid> Contact() => (await post.Rows())[0]["contact"]!.Id();

    private async Task<JsonNode> Card() => await post.Ana.Get($"contacts/{await Contact()}");

    private async Task<string?> Value(string alias) =>
        (await Card())["attributes"]!.AsArray().FirstOrDefault(one => one!.Text("alias") == alias)?.Text("value");
}
