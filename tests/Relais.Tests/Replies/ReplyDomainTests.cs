using Relais.Domain.Contacts;
using Relais.Domain.People;
using Relais.Domain.Replies;
using Relais.Domain.Shared;
using static Relais.Tests.Conversations.Exchange;

namespace Relais.Tests.Replies;

/// <summary>Who sees which saved replies, what may be written in them, and how their gaps are filled.</summary>
public sealed class ReplyDomainTests
{
    private static readonly Guid House = Guid.CreateVersion7();
    private static readonly Guid Me = Guid.CreateVersion7();
    private static readonly Guid Delivery = Guid.CreateVersion7();
    private static readonly Guid Shop = Guid.CreateVersion7();
    private static readonly Guid Elsewhere = Guid.CreateVersion7();

    private static readonly ReplyReader Agent = new(Me, false, new HashSet<Guid> { Delivery });
    private static readonly ReplyReader Admin = new(Guid.CreateVersion7(), true, new HashSet<Guid>());

    [Fact]
    public void Ones_own_is_seen_by_oneself_alone()
    {
        var mine = new ReplyCollection(House, "Mes réponses", Me, Ana, Noon);
        mine.IsVisibleTo(Agent, Shop).ShouldBeTrue();
        mine.IsEditableBy(Agent).ShouldBeTrue();
        mine.IsVisibleTo(Admin, Shop).ShouldBeFalse();
        mine.IsEditableBy(Admin).ShouldBeFalse();
    }

    [Theory]
    [InlineData(false, false, null, false)]
    [InlineData(true, false, null, true)]
    [InlineData(false, true, null, false)]
    [InlineData(false, true, true, true)]
    [InlineData(false, true, false, false)]
    [InlineData(true, true, false, true)]
    public void A_shared_one_is_seen_through_a_team_or_the_channel_of_the_open_conversation(bool toTeam, bool toChannel, bool? isOpenThere, bool isSeen)
    {
        var shared = Shared(toTeam ? [Delivery] : [], toChannel ? [Shop] : []);
        shared.IsVisibleTo(Agent, isOpenThere switch { true => Shop, false => Elsewhere, _ => null }).ShouldBe(isSeen);
        shared.IsEditableBy(Agent).ShouldBeFalse();
        shared.IsVisibleTo(Admin, null).ShouldBeTrue();
        shared.IsEditableBy(Admin).ShouldBeTrue();
    }

    [Fact]
    public void What_a_member_leaves_behind_is_offered_for_thirty_days_and_taken_over_by_sharing_it()
    {
        var left = new ReplyCollection(House, "Mes réponses", Me, Ana, Noon);
        left.Offer(Ana, Noon);
        left.Offer(Ana, Noon.AddDays(1));
        left.OfferedUntil.ShouldBe(Noon.AddDays(30));
        left.Events.OfType<ReplyCollectionOffered>().ShouldHaveSingleItem();
        left.IsOfferedTo(Admin).ShouldBeTrue();
        left.IsOfferedTo(Agent).ShouldBeFalse();
        left.IsVisibleTo(Admin, Shop).ShouldBeFalse("the composer shows no strangers' words");

        left.ShareWith([], [], Ana, Noon);
        (left.IsPersonal, left.OfferedUntil).ShouldBe((false, null));
        left.IsVisibleTo(Agent, Shop).ShouldBeFalse();
        left.Offer(Ana, Noon);
        left.OfferedUntil.ShouldBeNull();
    }

    [Fact]
    public void Who_comes_back_in_time_has_his_own_again()
    {
        var left = new ReplyCollection(House, "Mes réponses", Me, Ana, Noon);
        left.Offer(Ana, Noon);
        left.Keep(Ana, Noon);
        left.IsOfferedTo(Admin).ShouldBeFalse();
        left.IsVisibleTo(Agent, null).ShouldBeTrue();
    }

    [Fact]
    public void Nobody_hears_of_somebody_elses_own_replies_and_everybody_of_shared_ones()
    {
        var mine = new ReplyCollection(House, "Mes réponses", Me, Ana, Noon);
        new SavedReply(mine, Words("Merci"), Ana, Noon).Events.Cast<SavedReplyChanged>().Single().OwnerId.ShouldBe(Me);
        mine.ShareWith([Delivery], [], Ana, Noon);
        new SavedReply(mine, Words("Merci"), Ana, Noon).Events.Cast<SavedReplyChanged>().Single().OwnerId.ShouldBeNull();
    }

    [Fact]
    public void A_shortcut_is_one_word_and_a_language_a_tag()
    {
        New(new ReplyText("Merci", "Merci !", " fr ", "/Étoile-2")).Text.ShouldBe(new ReplyText("Merci", "Merci !", "fr", "etoile-2"));
        New(new ReplyText("Merci", "Merci !", "", "  ")).Text.ShouldBe(new ReplyText("Merci", "Merci !", null, null));
        foreach (var word in new[] { "deux mots", "a/b", new string('a', SavedReply.ShortcutLimit + 1), "/" })
            Code(() => New(new ReplyText("Merci", "Merci !", null, word))).ShouldBe("saved_reply.shortcut.invalid");
        Code(() => New(new ReplyText("Merci", "Merci !", "français", null))).ShouldBe("saved_reply.language.unknown");
        Code(() => New(new ReplyText(new string('x', 501), "Merci !", null, null))).ShouldBe("saved_reply.title.too_long");
        Code(() => New(new ReplyText("Merci", new string('x', 2001), null, null))).ShouldBe("saved_reply.body.too_long");
        Code(() => New(new ReplyText("Merci", " ", null, null))).ShouldBe("saved_reply.body.required");
    }

    [Theory]
    [InlineData("Bonjour {{contact.first_name}},", "Bonjour Zoé,")]
    [InlineData("Bonjour {{ Contact.First_Name }},", "Bonjour Zoé,")]
    [InlineData("{{contact.name}} / {{contact.last_name}}", "Zoé Lambert Petit / Lambert Petit")]
    [InlineData("{{contact.loyalty}}", "Or")]
    [InlineData("{{contact.order_date}}", "mercredi 25 novembre 2026")]
    [InlineData("{{contact.newsletter}}", "oui")]
    [InlineData("{{agent.first_name}} ({{agent.short_code}}) – {{channel.name}} n° {{conversation.id}}", "Ana (AN) – Boutique n° 42")]
    [InlineData("{{contact.phone|votre numéro}}", "votre numéro")]
    [InlineData("a{{contact.phone|}}b", "ab")]
    [InlineData("{{contact.phone}} {{contact.unknown}}", "{{contact.phone}} {{contact.unknown}}")]
    [InlineData("{{member.password}} {{contact}} {{=1+1}} ${x} @Model", "{{member.password}} {{contact}} {{=1+1}} ${x} @Model")]
    public void Gaps_are_filled_from_the_conversation(string body, string filled) => Placeholders.Fill(body, Scene().ValueOf).ShouldBe(filled);

    [Fact]
    public void What_fills_a_gap_is_never_a_gap_itself()
    {
        Placeholders.Fill("{{contact.name}}", _ => "{{agent.name}}").ShouldBe("{{agent.name}}");
        Placeholders.Fill("{{contact.name|{{agent.name}}}}", name => name == "agent.name" ? "Ana" : null).ShouldBe("{{contact.name|Ana}}");
    }

    [Fact]
    public void What_is_still_open_is_told_once() =>
        Placeholders.OpenIn("{{contact.phone}} {{contact.phone}} {{contact.email|x}} {{other.thing}}").ShouldBe(["{{contact.phone}}", "{{contact.email|x}}"]);

    private static ReplyScene Scene()
    {
        var own = new[] { ("loyalty", AttributeFormat.Text), ("order_date", AttributeFormat.Date), ("newsletter", AttributeFormat.YesNo) }
            .Select((one, place) => new ContactAttribute(House, new AttributeDraft(one.Item1, one.Item2, new AttributeSettings(one.Item1)), place, Ana, Noon)).ToArray();
        var contact = new Contact(House, new Profile("Zoé Lambert Petit"), Noon);
        foreach (var (attribute, text) in own.Zip(["Or", "2026-11-25", "oui"])) contact.Write(attribute, text, Ana, Noon);

        var ana = new Member(House, "Ana Costa", "ana@maison-lune.fr", Role.Agent, "fr", Ana, Noon);
        ana.Describe(null, null, "AN", Ana, Noon);
        return new ReplyScene(contact, ana, "Boutique", 42, AttributeBook.Of(House, own), "fr");
    }

    private static ReplyText Words(string title) => new(title, $"{title} !", null, null);

    private static SavedReply New(ReplyText text) => new(Shared([], []), text, Ana, Noon);

    private static ReplyCollection Shared(Guid[] teams, Guid[] channels)
    {
        var shared = new ReplyCollection(House, "Livraison", null, Ana, Noon);
        shared.ShareWith(teams, channels, Ana, Noon);
        return shared;
    }

    private static string Code(Action act) => Should.Throw<RuleViolation>(act).Code;
}
