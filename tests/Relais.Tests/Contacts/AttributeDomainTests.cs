using Relais.Domain.Contacts;
using Relais.Domain.Shared;
using Relais.Tests.Conversations;

namespace Relais.Tests.Contacts;

/// <summary>What may be known of a contact, who may say it, and whose word counts.</summary>
public sealed class AttributeDomainTests
{
    private static readonly Guid Shop = Guid.CreateVersion7();
    private readonly Contact zoe = new(Shop, new Profile("Zoé", Phone: "+33612345678"), Exchange.Noon);

    [Theory]
    [InlineData(AttributeFormat.Number, "1 234,5", "1234.5")]
    [InlineData(AttributeFormat.Number, "-3", "-3")]
    [InlineData(AttributeFormat.Number, "beaucoup", null)]
    [InlineData(AttributeFormat.Date, "2026-02-28", "2026-02-28")]
    [InlineData(AttributeFormat.Date, "2026-02-28T10:00:00Z", "2026-02-28")]
    [InlineData(AttributeFormat.Date, "2026-02-30", null)]
    [InlineData(AttributeFormat.Email, "zoe@example.com", "zoe@example.com")]
    [InlineData(AttributeFormat.Email, "zoe@example", null)]
    [InlineData(AttributeFormat.Phone, "+33 6 12-34 (56)", "+33 6 12-34 (56)")]
    [InlineData(AttributeFormat.Phone, "la mairie", null)]
    [InlineData(AttributeFormat.Url, "https://maison-lune.fr/lampes", "https://maison-lune.fr/lampes")]
    [InlineData(AttributeFormat.Url, "javascript:alert(1)", null)]
    [InlineData(AttributeFormat.YesNo, "Oui", "yes")]
    [InlineData(AttributeFormat.YesNo, "peut-être", null)]
    [InlineData(AttributeFormat.Language, "fr-BE", "fr-BE")]
    [InlineData(AttributeFormat.Language, "français", null)]
    [InlineData(AttributeFormat.Choice, "platine", "Platine")]
    [InlineData(AttributeFormat.Choice, "Bois", null)]
    public void Each_format_keeps_what_it_can_read(AttributeFormat format, string written, string? kept) =>
        format.Read(written, ["Argent", "Platine"]).ShouldBe(kept);

    [Fact]
    public void What_an_agent_writes_counts_more_than_what_the_channel_tells()
    {
        var email = Book().Find("email")!;
        zoe.Learn(new Profile(Email: "zoe@provider.example"), Exchange.Noon);
        zoe.Write(email, "zoe@example.com", Exchange.Ana, Exchange.Noon);
        zoe.Learn(new Profile(Email: "autre@provider.example"), Exchange.Noon);

        zoe.Shown("email")!.ShouldSatisfyAllConditions(
            it => it.Value.ShouldBe("zoe@example.com"), it => it.Source.ShouldBe(AttributeSource.Agent));
        zoe.Values.Where(value => value.Alias == "email").Select(value => value.Value).ShouldBe(["zoe@example.com", "autre@provider.example"], ignoreOrder: true);
        zoe.Email.ShouldBe("zoe@example.com");
    }

    [Fact]
    public void Clearing_takes_every_sources_word_and_keeps_when_it_was_said()
    {
        var email = Book().Find("email")!;
        zoe.Learn(new Profile(Email: "zoe@provider.example"), Exchange.Noon);
        zoe.Write(email, "zoe@example.com", Exchange.Ana, Exchange.Noon);
        zoe.Write(email, " ", Exchange.Ana, Exchange.Noon.AddHours(1));

        zoe.Shown("email").ShouldBeNull();
        zoe.Email.ShouldBeNull();
        zoe.Values.Where(value => value.Alias == "email").ShouldAllBe(value => value.Value == null && value.UpdatedAt == Exchange.Noon.AddHours(1));
    }

    [Fact]
    public void Writing_the_same_again_is_nothing_to_tell()
    {
        var loyalty = Custom("loyalty", AttributeFormat.Choice, ["Argent", "Platine"]);
        zoe.Write(loyalty, "platine", Exchange.Ana, Exchange.Noon);
        zoe.ForgetEvents();
        zoe.Write(loyalty, "Platine", Exchange.Bruno, Exchange.Noon);

        zoe.Events.ShouldBeEmpty();
        zoe.Shown("loyalty")!.Value.ShouldBe("Platine");
    }

    [Fact]
    public void Agents_write_neither_what_the_channel_fills_nor_what_the_customer_file_manages()
    {
        var followers = Book().Find("followers")!;
        var number = Custom("customer_no", AttributeFormat.Text, managedByCrm: true);

        Should.Throw<RuleViolation>(() => zoe.Write(followers, "12", Exchange.Ana, Exchange.Noon)).Code.ShouldBe("attribute.read_only");
        Should.Throw<RuleViolation>(() => zoe.Write(number, "12", Exchange.Ana, Exchange.Noon)).Code.ShouldBe("attribute.read_only");
        Should.Throw<RuleViolation>(() => zoe.Write(Book().Find("email")!, "zoe", Exchange.Ana, Exchange.Noon)).Code.ShouldBe("attribute.value.invalid");
    }

    [Fact]
    public void Of_a_channels_words_only_what_is_on_and_readable_is_kept()
    {
        var told = new Dictionary<string, string> { ["followers"] = "12 000", ["verified"] = "peut-être", ["page_url"] = "https://maison-lune.fr", ["unknown"] = "x" };

        Book().Accept(told).ShouldBe(new Dictionary<string, string> { ["followers"] = "12000" });
        var pages = ContactAttribute.BuiltIn(Shop, BuiltInAttributes.All.Single(built => built.Alias == "page_url"), 0);
        pages.Turn(true, Exchange.Ana, Exchange.Noon);
        AttributeBook.Of(Shop, [pages]).Accept(told).Keys.ShouldBe(["followers", "page_url"], ignoreOrder: true);
    }

    [Fact]
    public void The_book_holds_what_is_built_in_as_it_was_left_and_nothing_that_is_being_deleted()
    {
        var loyalty = Custom("loyalty", AttributeFormat.Text);
        var gone = Custom("gone", AttributeFormat.Text);
        gone.Remove(Exchange.Ana, Exchange.Noon);
        loyalty.Place(-1, Exchange.Ana, Exchange.Noon);

        var book = AttributeBook.Of(Shop, [loyalty, gone]);
        book.InOrder[0].ShouldBe(loyalty);
        book.InOrder.Count.ShouldBe(BuiltInAttributes.All.Count + 1);
        book.Find("gone").ShouldBeNull();
    }

    [Theory]
    [InlineData("", "attribute.alias.required")]
    [InlineData("fidélité", "attribute.alias.invalid")]
    [InlineData("loyalty level", "attribute.alias.invalid")]
    public void An_alias_is_plain(string alias, string code) =>
        Should.Throw<RuleViolation>(() => Custom(alias, AttributeFormat.Text)).Code.ShouldBe(code);

    [Fact]
    public void A_choice_needs_choices_and_a_built_in_attribute_is_only_turned()
    {
        Should.Throw<RuleViolation>(() => Custom("loyalty", AttributeFormat.Choice, [" "])).Code.ShouldBe("attribute.choices.required");
        var email = Book().Find("email")!;
        Should.Throw<RuleViolation>(() => email.Change(new AttributeSettings("Courriel"), Exchange.Ana, Exchange.Noon)).Code.ShouldBe("attribute.built_in");
        Should.Throw<RuleViolation>(() => email.Remove(Exchange.Ana, Exchange.Noon)).Code.ShouldBe("attribute.built_in");
    }

    [Fact]
    public void What_was_known_by_an_attribute_that_is_no_more_goes_without_a_trace()
    {
        var loyalty = Custom("loyalty", AttributeFormat.Text);
        zoe.Write(loyalty, "Platine", Exchange.Ana, Exchange.Noon);

        zoe.Forget(new HashSet<string> { "loyalty" });
        zoe.Values.ShouldNotContain(value => value.Alias == "loyalty");
    }

    internal static AttributeBook Book(params ContactAttribute[] custom) => AttributeBook.Of(Shop, custom);

    internal static ContactAttribute Custom(string alias, AttributeFormat format, IReadOnlyList<string>? choices = null, bool managedByCrm = false) => new(
        Shop, new AttributeDraft(alias, format, new AttributeSettings(alias + " ?", choices, managedByCrm)), 99, Exchange.Ana, Exchange.Noon);
}
