using Relais.Domain.Automations;
using Relais.Domain.Conversations;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Routing;
using Relais.Domain.Shared;
using Relais.Domain.Tags;
using Relais.Domain.Topics;
using Relais.Tests.Conversations;
using static Relais.Tests.Conversations.Exchange;

namespace Relais.Tests.Automations;

/// <summary>All that match have their turn from top to bottom, in their own names; the end comes last, and only at the beginning.</summary>
public sealed class AutomationDomainTests
{
    private static readonly Guid House = Guid.CreateVersion7();

    private readonly Tag anger = new(House, "Mécontentement", null, Ana, Noon);
    private readonly Topic billing = new(House, "Facturation", null, Ana, Noon);
    private readonly ResolveReason spam = new(House, "Spam", CommentRule.Off, 0, Ana, Noon);
    private readonly ResolveReason thanks = new(House, "Aucune réponse nécessaire", CommentRule.Off, 1, Ana, Noon);
    private readonly ResolvePolicy policy = new(House);

    internal static AutomationWorld EmptyWorld { get; } = new(new Dictionary<Guid, Tag>(), new Dictionary<Guid, Topic>(), new Dictionary<Guid, ResolveReason>(), new ResolvePolicy(House));

    [Fact]
    public void Everything_that_matches_is_done_in_the_name_of_its_automation_and_only_once()
    {
        var rules = Rules(
            Make("Plaintes", Contains("inadmissible"), new TagWith(anger.Id), new ApplyTopic(billing.Id)),
            Make("Factures", Contains("facture"), new ApplyTopic(billing.Id)),
            Make("Autre", Contains("colis"), new TagWith(Guid.CreateVersion7())));
        var exchange = new Exchange();
        var message = exchange.Receive("C’est inadmissible, ma facture est fausse");
        rules.Follow(exchange.Conversation, message, isFirst: true, Noon);
        rules.Follow(exchange.Conversation, message, isFirst: true, Noon);

        message.TagIds.ShouldBe([anger.Id]);
        exchange.Conversation.TopicIds.ShouldBe([billing.Id]);
        exchange.Conversation.Events.Where(happened => happened.By.Kind == ActorKind.Rule).Select(happened => (happened.GetType().Name, happened.By.Name))
            .ShouldBe([("MessageTagsChanged", "Plaintes"), ("ConversationTopicsChanged", "Plaintes")]);
        exchange.Conversation.State.ShouldBe(ConversationState.New);
    }

    [Fact]
    public void The_end_comes_last_only_at_the_beginning_and_the_first_reason_counts()
    {
        var rules = Rules(
            Make("Silence", Contains("merci"), new ResolveConversation(null)),
            Make("Remerciements", Contains("merci"), new ResolveConversation(thanks.Id)),
            Make("Pourriel", Contains("merci"), new ResolveConversation(spam.Id)),
            Make("Étiquette", Contains("merci"), new TagWith(anger.Id)));
        var (exchange, message) = Written("Merci beaucoup");
        rules.Follow(exchange.Conversation, message, isFirst: false, Noon);
        exchange.Conversation.IsResolved.ShouldBeFalse("it is not the first of its conversation");

        rules.Follow(exchange.Conversation, message, isFirst: true, Noon);
        (exchange.Conversation.ResolveReasonId, exchange.Conversation.ResolvedBy).ShouldBe((thanks.Id, "Remerciements"));
        message.TagIds.ShouldBe([anger.Id], "the end waits for all the others");
        exchange.Conversation.Events.OfType<ConversationResolved>().Single().Resolution.Way.ShouldBe(ResolveWay.Automation);
    }

    [Fact]
    public void Without_what_the_settings_ask_for_nothing_ends()
    {
        var rules = Rules(Make("Fin", Contains("merci"), new ResolveConversation(thanks.Id)));
        thanks.Use(false, Ana, Noon);
        IsOver(rules).ShouldBeTrue("nobody asks for a reason");

        policy.Ask(ResolveScopes.Nowhere with { Automation = true }, null, Ana, Noon);
        IsOver(rules).ShouldBeFalse("the reason is no longer offered");
        thanks.Use(true, Ana, Noon);
        IsOver(rules).ShouldBeTrue();

        policy.Ask(null, ResolveScopes.Nowhere with { Automation = true }, Ana, Noon);
        IsOver(rules).ShouldBeFalse("a topic is asked for");
        IsOver(Rules(Make("Fin", Contains("merci"), new ResolveConversation(thanks.Id), new ApplyTopic(billing.Id)))).ShouldBeTrue();
    }

    [Fact]
    public void What_is_archived_gone_or_too_much_is_left_out()
    {
        Tag[] many = [.. Enumerable.Range(0, Message.TagLimit).Select(number => new Tag(House, $"Tag {number}", null, Ana, Noon))];
        var (exchange, message) = Written("Facture");
        anger.Offer(false, Ana, Noon);
        billing.Archive(Ana, Noon);
        var rules = Rules(Make("Tout", Contains("facture"), new TagWith(anger.Id), new ApplyTopic(billing.Id), new TagWith(Guid.CreateVersion7()), new ApplyTopic(Guid.CreateVersion7())));
        rules.Follow(exchange.Conversation, message, isFirst: true, Noon);
        (message.TagIds.Count, exchange.Conversation.TopicIds.Count).ShouldBe((0, 0));

        anger.Offer(true, Ana, Noon);
        exchange.Conversation.Tag(message, many, [], Ana, Noon);
        rules.Follow(exchange.Conversation, message, isFirst: true, Noon);
        message.TagIds.Count.ShouldBe(Message.TagLimit);
    }

    [Fact]
    public void Only_what_a_contact_wrote_on_a_chosen_channel_is_looked_at()
    {
        var (exchange, _) = Written("Bonjour");
        var elsewhere = Rules(new Automation(House, Plan("Ailleurs", [Contains("facture")], [new ApplyTopic(billing.Id)]) with { EveryChannel = false, ChannelIds = [Guid.CreateVersion7()] }, 0, Ana, Noon));
        elsewhere.Follow(exchange.Conversation, exchange.Receive("Facture"), isFirst: false, Noon);

        var rules = Rules(Make("Factures", Contains("facture"), new ApplyTopic(billing.Id)));
        rules.Follow(exchange.Conversation, Message.ToColleagues(exchange.Conversation, "Facture", Guid.CreateVersion7(), Ana, Noon), isFirst: false, Noon);
        rules.Follow(exchange.Conversation, Message.ToContact(exchange.Conversation, new MessageContent(MessageKind.Text, "Facture"), Guid.CreateVersion7(), Ana, Noon, TimeSpan.Zero), isFirst: false, Noon);
        rules.Follow(exchange.Conversation, Message.FromContact(exchange.Conversation, new MessageContent(MessageKind.System, "Facture"), "n", exchange.Zoe.AsActor(), Noon, Noon), isFirst: false, Noon);
        exchange.Conversation.TopicIds.ShouldBeEmpty();

        rules.Follow(exchange.Conversation, exchange.Receive("Facture"), isFirst: false, Noon);
        exchange.Conversation.TopicIds.ShouldBe([billing.Id]);
    }

    [Theory]
    [InlineData(Joint.All, Joint.Any, "a c", true)]
    [InlineData(Joint.All, Joint.Any, "a b", false)]
    [InlineData(Joint.Any, Joint.All, "a b", true)]
    [InlineData(Joint.Any, Joint.All, "a c", false)]
    public void Groups_are_joined_like_those_of_a_skill_set(Joint between, Joint within, string text, bool expected)
    {
        ConditionGroup[] groups = [new(within, [Contains("a"), Contains("b")]), new(within, [Contains("c"), Contains("d")])];
        var plan = Plan("Groupes", [], [new ApplyTopic(billing.Id)]) with { Filter = new MessageFilter(between, groups) };
        Rules(new Automation(House, plan, 0, Ana, Noon)).Explain(text).Single().Matches.ShouldBe(expected);
    }

    [Fact]
    public void A_plan_is_whole_or_refused()
    {
        Code(Plan("", [Contains("a")], [new TagWith(anger.Id)])).ShouldBe("automation.name.required");
        Code(Plan("Nom", [], [new TagWith(anger.Id)])).ShouldBe("automation.conditions.required");
        Code(Plan("Nom", [Contains("a")], [])).ShouldBe("automation.actions.required");
        Code(Plan("Nom", [Contains("a")], [new ResolveConversation(null), new ResolveConversation(spam.Id)])).ShouldBe("automation.actions.too_many");
        Code(Plan("Nom", [Contains("a")], [new TagWith(anger.Id)]) with { EveryChannel = false }).ShouldBe("automation.channels.required");
        Code(Plan("Nom", [.. Enumerable.Repeat(Contains("a"), ConditionGroup.ConditionLimit + 1)], [new TagWith(anger.Id)])).ShouldBe("automation.conditions.too_many");
    }

    [Fact]
    public void Where_a_topic_was_merged_the_other_takes_its_place()
    {
        var other = Guid.CreateVersion7();
        var automation = Make("Factures", Contains("facture"), new ApplyTopic(billing.Id), new TagWith(anger.Id));
        automation.Replace(billing.Id, other, Ana, Noon);
        automation.Actions.ShouldBe([new ApplyTopic(other), new TagWith(anger.Id)]);
    }

    internal static AutomationPlan Plan(string name, Condition[] conditions, AutomationAction[] actions) =>
        new(name, EveryChannel: true, [], new MessageFilter(Joint.Any, conditions.Length == 0 ? [] : [new ConditionGroup(Joint.All, conditions)]), actions);

    private static Says Contains(string keywords) => new Says(SaysTest.ContainsAny, keywords);

    private static Automation Make(string name, Condition condition, params AutomationAction[] actions) => new(House, Plan(name, [condition], actions), 0, Ana, Noon);

    private static (Exchange Exchange, Message Message) Written(string text)
    {
        var exchange = new Exchange();
        return (exchange, exchange.Receive(text));
    }

    private static string Code(AutomationPlan plan) => Should.Throw<RuleViolation>(() => new Automation(House, plan, 0, Ana, Noon)).Code;

    private static bool IsOver(AutomationRules rules)
    {
        var (exchange, message) = Written("Merci");
        rules.Follow(exchange.Conversation, message, isFirst: true, Noon);
        return exchange.Conversation.IsResolved;
    }

    private AutomationRules Rules(params Automation[] automations) => new(
        automations,
        new AutomationWorld(
            new Dictionary<Guid, Tag> { [anger.Id] = anger },
            new Dictionary<Guid, Topic> { [billing.Id] = billing },
            new Dictionary<Guid, ResolveReason> { [spam.Id] = spam, [thanks.Id] = thanks },
            policy));
}
