using Relais.Domain.Contacts;
using Relais.Domain.Shared;
using Relais.Tests.Conversations;

namespace Relais.Tests.Contacts;

/// <summary>The provider teaches, an agent corrects: what an agent wrote stays.</summary>
public sealed class ContactDomainTests
{
    private readonly Contact zoe = new(Guid.CreateVersion7(), new Profile("Zoé", Phone: "+33612345678"), Exchange.Noon);

    [Fact]
    public void A_new_name_at_the_providers_is_learned_and_told()
    {
        zoe.Learn(new Profile("Zoé Martin", Language: "fr"), Exchange.Noon);

        (zoe.Name, zoe.Language).ShouldBe(("Zoé Martin", "fr"));
        zoe.Events.ShouldHaveSingleItem().ShouldBeOfType<ContactChanged>();
    }

    [Fact]
    public void Nothing_new_is_nothing_to_tell()
    {
        zoe.Learn(new Profile("Zoé", Phone: "+33612345678"), Exchange.Noon);
        zoe.Learn(new Profile(), Exchange.Noon);

        zoe.Events.ShouldBeEmpty();
        zoe.Name.ShouldBe("Zoé");
    }

    [Fact]
    public void An_agents_correction_outlasts_what_the_provider_says()
    {
        zoe.Correct("Mme Martin", "zoe@example.com", null, null, Exchange.Ana, Exchange.Noon);
        zoe.Learn(new Profile("zoe_75", Email: "autre@example.com"), Exchange.Noon);

        (zoe.Name, zoe.Email, zoe.Phone).ShouldBe(("Mme Martin", "zoe@example.com", "+33612345678"));
    }

    [Fact]
    public void Clearing_the_name_lets_the_provider_name_the_contact_again()
    {
        zoe.Correct("Mme Martin", null, null, null, Exchange.Ana, Exchange.Noon);
        zoe.Correct("", null, null, null, Exchange.Ana, Exchange.Noon);
        zoe.Name.ShouldBeNull();
        zoe.DisplayName.ShouldBe("+33612345678");

        zoe.Learn(new Profile("Zoé"), Exchange.Noon);
        zoe.Name.ShouldBe("Zoé");
    }

    [Fact]
    public void A_name_that_is_too_long_is_refused_from_an_agent_and_cut_from_a_provider()
    {
        Should.Throw<RuleViolation>(() => zoe.Correct(new string('a', 256), null, null, null, Exchange.Ana, Exchange.Noon)).Code.ShouldBe("contact.name.too_long");

        zoe.Learn(new Profile(new string('a', 300)), Exchange.Noon);
        zoe.Name!.Length.ShouldBe(Contact.NameLimit);
    }

    [Fact]
    public void Who_has_no_name_and_no_address_is_called_by_the_end_of_the_id()
    {
        var nobody = new Contact(zoe.OrganisationId, new Profile(), Exchange.Noon);

        nobody.DisplayName.ShouldBe($"#{nobody.Id.ToString("N")[^6..]}");
    }

    [Fact]
    public void An_identity_needs_an_id() =>
        Should.Throw<RuleViolation>(() => new ContactIdentity(zoe, Guid.CreateVersion7(), " ", Exchange.Noon)).Code.ShouldBe("identity.external_id.required");

    [Fact]
    public void Merged_the_card_keeps_its_own_words_and_learns_what_it_lacked()
    {
        var other = new Contact(zoe.OrganisationId, new Profile("Z. Martin", Email: "zoe@example.com", Phone: "+33700000000"), Exchange.Noon);

        zoe.Merge(new Belongings(other, [], [], []), [], Exchange.Ana, Exchange.Noon);

        (zoe.Name, zoe.Email, zoe.Phone, other.MergedInto).ShouldBe(("Zoé", "zoe@example.com", "+33612345678", zoe.Id));
        zoe.Events.ShouldHaveSingleItem().ShouldBeOfType<ContactChanged>();
    }

    [Fact]
    public void A_name_an_agent_chose_wins_over_one_of_the_providers()
    {
        var other = new Contact(zoe.OrganisationId, new Profile("zoe_75"), Exchange.Noon);
        other.Correct("Mme Martin", null, null, null, Exchange.Ana, Exchange.Noon);

        var merge = zoe.Merge(new Belongings(other, [], [], []), [], Exchange.Ana, Exchange.Noon);

        (zoe.Name, zoe.NamedByAgent, merge.NameBefore).ShouldBe(("Mme Martin", true, "Zoé"));
    }

    [Fact]
    public void Nobody_is_merged_with_himself_or_twice()
    {
        var other = new Contact(zoe.OrganisationId, new Profile("Yann"), Exchange.Noon);
        zoe.Merge(new Belongings(other, [], [], []), [], Exchange.Ana, Exchange.Noon);

        foreach (var again in new[] { zoe, other })
            Should.Throw<RuleViolation>(() => zoe.Merge(new Belongings(again, [], [], []), [], Exchange.Ana, Exchange.Noon)).Code.ShouldBe("contact.merged");
    }
}
