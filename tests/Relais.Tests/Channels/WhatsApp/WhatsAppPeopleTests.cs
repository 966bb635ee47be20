using System.Text.Json.Nodes;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.WhatsApp;

/// <summary>Who is who, when Meta knows people by numbers and by user ids.</summary>
public sealed class WhatsAppPeopleTests : IAsyncLifetime
{
    private const string Hers = "FR.13491208655302741918";
    private const string Another = "FR.99990000111122223333";

    private WhatsAppShop shop = null!;

    public async ValueTask InitializeAsync() => shop = await WhatsAppShop.Open();

    public async ValueTask DisposeAsync() => await shop.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_user_id_that_arrives_beside_a_known_number_makes_two_contacts_one(bool numberFirst)
    {
        var (byNumber, byUserId) = (shop.Zoe, shop.Meta.Customer("Zoé Martin", null, Hers));
        await (numberFirst ? byNumber : byUserId).Writes("Un", Cancel);
        await (numberFirst ? byUserId : byNumber).Writes("Deux", Cancel);
        await shop.App.UntilNothingWaits();
        (await Contacts()).Count.ShouldBe(2);

        await shop.Meta.Customer("Zoé Martin", shop.Zoe.Number, Hers).Writes("Les deux", Cancel);
        await shop.App.UntilNothingWaits();

        var card = await shop.Ana.Get($"contacts/{(await Contacts()).ShouldHaveSingleItem()}");
        card["identities"]!.AsArray().Select(one => one!.Text("externalId")).Order().ShouldBe([shop.Zoe.Number, Hers]);
        card["conversations"]!.AsArray().Count.ShouldBe(2, "nobody has answered either");
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_number_in_other_hands_brings_a_new_person()
    {
        await shop.Meta.Customer("Zoé Martin", shop.Zoe.Number, Hers).Writes("Mon adresse : 4 rue de la Paix", Cancel);
        await shop.App.UntilNothingWaits();

        await shop.Meta.Customer("Paul", shop.Zoe.Number, Another).Writes("Bonjour", Cancel);
        await shop.App.UntilNothingWaits();

        var rows = (await shop.Ana.Get("conversations?state=new")).Items().ToList();
        rows.Select(row => row["contact"]!.Text("name")).Order().ShouldBe(["Paul", "Zoé Martin"]);
        var paul = await shop.Ana.Get($"contacts/{rows.Single(row => row["contact"]!.Text("name") == "Paul")["contact"]!.Id()}");
        paul["conversations"]!.AsArray().ShouldHaveSingleItem();
        paul["identities"]!.AsArray().Select(one => one!.Text("externalId")).Order().ShouldBe([shop.Zoe.Number, Another]);
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_card_a_customer_sends_makes_nobody_one()
    {
        await shop.Zoe.Writes("Bonjour", Cancel);
        var card = new JsonArray(new JsonObject { ["phones"] = new JsonArray(new JsonObject { ["wa_id"] = shop.Zoe.Number, ["phone"] = $"+{shop.Zoe.Number}" }) });
        await shop.Meta.Customer("Paul", null, Another).Sends("contacts", card, Cancel);
        await shop.App.UntilNothingWaits();

        (await Contacts()).Count.ShouldBe(2);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<List<Guid>> Contacts() =>
        [.. (await shop.Ana.Get("conversations?state=new")).Items().Select(row => row["contact"]!.Id()).Distinct()];
}
