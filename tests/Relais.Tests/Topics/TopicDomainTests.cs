using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Domain.Topics;
using Relais.Tests.Conversations;
using static Relais.Tests.Conversations.Exchange;

namespace Relais.Tests.Topics;

/// <summary>Topics hang together in three levels, and a conversation says which it is about.</summary>
public sealed class TopicDomainTests
{
    private static readonly Guid House = Guid.CreateVersion7();

    private readonly Topic delivery = Named("Livraison");
    private readonly Topic delay = Named("Retard");
    private readonly Topic abroad = Named("À l’étranger");
    private readonly Topic payment = Named("Paiement");

    [Fact]
    public void A_path_is_written_from_the_top()
    {
        Tree().PathOf(abroad.Id).ShouldBe("Livraison > Retard > À l’étranger");
        Tree().PathOf(payment.Id).ShouldBe("Paiement");
    }

    [Fact]
    public void A_part_counts_as_everything_above_it() =>
        Tree().Spread([abroad.Id, payment.Id]).ShouldBe([abroad.Id, delay.Id, delivery.Id, payment.Id], ignoreOrder: true);

    [Fact]
    public void A_fourth_level_is_refused_also_for_a_topic_that_brings_its_parts()
    {
        var tree = Tree();
        Code(() => payment.MoveBelow(abroad.Id, tree, Ana, Noon)).ShouldBe("topic.too_deep");
        Code(() => delivery.MoveBelow(payment.Id, tree, Ana, Noon)).ShouldBe("topic.too_deep");
        delay.MoveBelow(payment.Id, tree, Ana, Noon);
        delay.ParentId.ShouldBe(payment.Id);
    }

    [Fact]
    public void A_topic_is_never_a_part_of_itself()
    {
        var tree = Tree();
        Code(() => delivery.MoveBelow(delivery.Id, tree, Ana, Noon)).ShouldBe("topic.parent.itself");
        Code(() => delivery.MoveBelow(abroad.Id, tree, Ana, Noon)).ShouldBe("topic.parent.itself");
        Code(() => delivery.MoveBelow(Guid.CreateVersion7(), tree, Ana, Noon)).ShouldBe("topic.parent.unknown");
    }

    [Fact]
    public void A_removed_topic_is_no_longer_known_to_the_tree()
    {
        Tree();
        abroad.Remove(payment, Ana, Noon);

        var tree = new TopicTree([delivery, delay, abroad, payment]);
        tree.Find(abroad.Id).ShouldBeNull();
        tree.Spread([abroad.Id]).ShouldBeEmpty();
        abroad.MergedIntoId.ShouldBe(payment.Id);
        Code(() => payment.Remove(payment, Ana, Noon)).ShouldBe("topic.merge.itself");
    }

    [Fact]
    public void A_conversation_takes_and_gives_back_topics_and_says_so_once()
    {
        var exchange = In(ConversationState.New);
        exchange.Conversation.ChangeTopics([delivery, payment, delivery], [], Ana, Noon);
        exchange.Conversation.ChangeTopics([payment], [], Bruno, Noon);
        exchange.Conversation.TopicIds.ShouldBe([delivery.Id, payment.Id]);

        exchange.Conversation.ChangeTopics([], [delivery, abroad], Bruno, Noon);
        exchange.Conversation.TopicIds.ShouldBe([payment.Id]);
        exchange.Conversation.Events.Cast<ConversationTopicsChanged>().Select(about => (string.Join(' ', about.Added.Select(topic => topic.Name)), string.Join(' ', about.Removed.Select(topic => topic.Name))))
            .ShouldBe([("Livraison Paiement", ""), ("", "Livraison")]);
    }

    [Fact]
    public void What_is_archived_or_too_much_is_refused()
    {
        var exchange = In(ConversationState.Pending);
        delay.Archive(Ana, Noon);
        Code(() => exchange.Conversation.ChangeTopics([delay], [], Ana, Noon)).ShouldBe("topic.archived");

        Topic[] many = [.. Enumerable.Range(0, Conversation.TopicLimit + 1).Select(number => Named($"Sujet {number}"))];
        Code(() => exchange.Conversation.ChangeTopics(many, [], Ana, Noon)).ShouldBe("conversation.topics.too_many");
        exchange.Conversation.TopicIds.ShouldBeEmpty();
    }

    [Fact]
    public void A_resolved_conversation_can_still_be_filed()
    {
        var exchange = In(ConversationState.Resolved);
        exchange.Conversation.ChangeTopics([delivery], [], Ana, Noon);
        exchange.Conversation.TopicIds.ShouldBe([delivery.Id]);
    }

    private static Topic Named(string name) => new(House, name, null, Ana, Noon);

    private static string Code(Action act) => Should.Throw<RuleViolation>(act).Code;

    /// <summary>Livraison > Retard > À l’étranger, and Paiement beside it.</summary>
    private TopicTree Tree()
    {
        var flat = new TopicTree([delivery, delay, abroad, payment]);
        delay.MoveBelow(delivery.Id, flat, Ana, Noon);
        abroad.MoveBelow(delay.Id, new TopicTree([delivery, delay, abroad, payment]), Ana, Noon);
        return new TopicTree([delivery, delay, abroad, payment]);
    }
}
