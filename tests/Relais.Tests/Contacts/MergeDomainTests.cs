using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Tests.Conversations;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Tests.Contacts;

/// <summary>Two contacts become one, and two again.</summary>
public sealed class MergeDomainTests
{
    private static readonly DateTimeOffset Later = Exchange.Noon.AddDays(1);

    private readonly Contact zoe = new(Guid.CreateVersion7(), new Profile("Zoé", Phone: "+33612345678"), Exchange.Noon);

    [Fact]
    public void The_card_keeps_its_own_words_and_learns_what_it_lacked()
    {
        var other = Other(new Profile("Z. Martin", Email: "zoe@example.com", Phone: "+33700000000"));
        other.Mark(true, Exchange.Ana, Exchange.Noon);

        var merge = Merge(other);

        (zoe.Name, zoe.Email, zoe.Phone, zoe.IsVip, other.MergedInto).ShouldBe(("Zoé", "zoe@example.com", "+33612345678", true, zoe.Id));
        merge.Taken.ShouldHaveSingleItem().Alias.ShouldBe("email");
        zoe.Events.ShouldHaveSingleItem().ShouldBeOfType<ContactMerged>().OtherId.ShouldBe(other.Id);
    }

    [Fact]
    public void Each_source_is_taken_over_for_itself()
    {
        var other = Other(new Profile());
        other.Correct(null, null, "+33700000000", null, Exchange.Ana, Exchange.Noon);

        Merge(other);

        zoe.Values.Where(one => one.Alias == "phone").Select(one => one.Source).Order().ShouldBe([AttributeSource.Agent, AttributeSource.Medium]);
        zoe.Phone.ShouldBe("+33700000000", "what an agent wrote is believed more than what the channel told");
    }

    [Fact]
    public void What_an_agent_cleared_does_not_come_back()
    {
        zoe.Correct(null, null, "", null, Exchange.Ana, Exchange.Noon);

        Merge(Other(new Profile(Phone: "+33700000000")));

        zoe.Phone.ShouldBeNull();
    }

    [Fact]
    public void A_name_an_agent_chose_wins_over_one_of_the_providers()
    {
        var other = Other(new Profile("zoe_75"));
        other.Correct("Mme Martin", null, null, null, Exchange.Ana, Exchange.Noon);

        var merge = Merge(other);

        (zoe.Name, zoe.NamedByAgent, merge.Before.Name).ShouldBe(("Mme Martin", true, "Zoé"));
    }

    [Fact]
    public void Nobody_is_merged_with_himself_or_twice()
    {
        var other = Other(new Profile("Yann"));
        Merge(other);

        foreach (var again in new[] { zoe, other }) Should.Throw<RuleViolation>(() => Merge(again)).Code.ShouldBe("contact.merged");
    }

    [Fact]
    public void Undone_both_are_as_before_and_what_was_changed_since_stays()
    {
        var other = Other(new Profile("Z. Martin", Email: "zoe@example.com", Language: "fr"));
        other.Mark(true, Exchange.Ana, Exchange.Noon);
        var (values, face) = (zoe.Values, (zoe.Name, zoe.IsVip));
        var merge = Merge(other);
        zoe.Correct(null, null, null, "de", Exchange.Ana, Later);

        zoe.Part(merge, new Belongings(zoe, [], [], []), other, Exchange.Ana, Later);

        (zoe.Name, zoe.IsVip).ShouldBe(face);
        zoe.Values.Where(one => one.Source == AttributeSource.Medium).ShouldBe(values);
        (zoe.Email, zoe.Language, other.MergedInto, other.Email).ShouldBe((null, "de", null, "zoe@example.com"));
    }

    [Fact]
    public void A_second_address_completes_the_card_and_changes_nothing_that_stands_there()
    {
        zoe.Complete(new Profile("zoe_75", Email: "zoe@example.com", Phone: "+33700000000"), Later);

        (zoe.Name, zoe.Email, zoe.Phone).ShouldBe(("Zoé", "zoe@example.com", "+33612345678"));
    }

    [Fact]
    public void Of_two_threads_of_one_channel_the_one_heard_last_goes_on_until_they_part()
    {
        var (channel, other) = (Guid.CreateVersion7(), Other(new Profile("Yann")));
        Thread mine = ThreadOf(zoe, channel), his = ThreadOf(other, channel);
        mine.Heard(Exchange.Noon);
        his.Heard(Exchange.Noon.AddMinutes(1));

        var merge = zoe.Merge(new Belongings(other, [], [his], []), [mine], Exchange.Ana, Exchange.Noon);
        (mine.ContinuedBy, his.ContinuedBy, his.ContactId).ShouldBe((his.Id, null, zoe.Id));

        zoe.Part(merge, new Belongings(zoe, [], [mine, his], []), other, Exchange.Ana, Later);
        (mine.ContinuedBy, his.ContinuedBy, his.ContactId).ShouldBe((null, null, other.Id));
    }

    [Fact]
    public void Of_three_threads_the_two_that_stay_together_find_their_order_again()
    {
        var channel = Guid.CreateVersion7();
        Contact yann = Other(new Profile("Yann")), lea = Other(new Profile("Léa"));
        Thread mine = ThreadOf(zoe, channel), his = ThreadOf(yann, channel), hers = ThreadOf(lea, channel);
        hers.Heard(Exchange.Noon.AddMinutes(1));
        his.Heard(Exchange.Noon.AddMinutes(2));

        var first = zoe.Merge(new Belongings(yann, [], [his], []), [mine], Exchange.Ana, Exchange.Noon);
        zoe.Merge(new Belongings(lea, [], [hers], []), [mine, his], Exchange.Ana, Exchange.Noon);
        (mine.ContinuedBy, hers.ContinuedBy).ShouldBe((his.Id, his.Id));

        zoe.Part(first, new Belongings(zoe, [], [mine, his, hers], []), yann, Exchange.Ana, Later);
        (mine.ContinuedBy, his.ContinuedBy, hers.ContinuedBy).ShouldBe((hers.Id, null, null));
    }

    [Fact]
    public void A_thread_that_began_after_the_merge_follows_the_address_it_needs()
    {
        var (channel, other) = (Guid.CreateVersion7(), Other(new Profile("Yann")));
        var address = new ContactIdentity(other, channel, "yann", Exchange.Noon);
        var merge = zoe.Merge(new Belongings(other, [address], [], []), [], Exchange.Ana, Exchange.Noon);
        var since = ThreadOf(zoe, channel);

        zoe.Part(merge, new Belongings(zoe, [address], [since], []), other, Exchange.Ana, Later);

        (address.ContactId, since.ContactId).ShouldBe((other.Id, other.Id));
    }

    [Fact]
    public void After_thirty_days_there_is_no_way_back()
    {
        var other = Other(new Profile("Yann"));
        var merge = Merge(other);

        Should.Throw<RuleViolation>(() => zoe.Part(merge, new Belongings(zoe, [], [], []), other, Exchange.Ana, merge.UndoUntil)).Code.ShouldBe("contact.merge.expired");
        other.MergedInto.ShouldBe(zoe.Id);
    }

    [Fact]
    public void Of_two_merges_one_upon_the_other_the_later_is_undone_first()
    {
        Contact yann = Other(new Profile("Yann")), lea = Other(new Profile("Léa"));
        var first = Merge(yann);
        lea.Merge(new Belongings(zoe, [], [], []), [], Exchange.Ana, Exchange.Noon);

        Should.Throw<RuleViolation>(() => zoe.Part(first, new Belongings(zoe, [], [], []), yann, Exchange.Ana, Later)).Code.ShouldBe("contact.merge.covered");
    }

    private ContactMerge Merge(Contact other) => zoe.Merge(new Belongings(other, [], [], []), [], Exchange.Ana, Exchange.Noon);

    private Contact Other(Profile profile) => new(zoe.OrganisationId, profile, Exchange.Noon);

    private static Thread ThreadOf(Contact contact, Guid channel) => new(contact.OrganisationId, channel, contact, Visibility.Private, null, Exchange.Noon);
}
