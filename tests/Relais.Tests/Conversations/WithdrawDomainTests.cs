using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using static Relais.Domain.Conversations.ConversationState;

namespace Relais.Tests.Conversations;

/// <summary>Taking an answer back before it leaves: what it moved moves back, what others did meanwhile stays.</summary>
public sealed class WithdrawDomainTests
{
    [Fact]
    public void What_the_answer_moved_moves_back()
    {
        var exchange = Exchange.In(New);
        var question = exchange.Receive("Où est mon colis ?");
        var answer = exchange.Answer(Exchange.Ana);

        exchange.Conversation.Withdraw(answer, question, Exchange.Ana, exchange.Later());

        exchange.Conversation.State.ShouldBe(New);
        exchange.Conversation.AssigneeId.ShouldBeNull();
        exchange.Conversation.PreviewText.ShouldBe("Où est mon colis ?");
        answer.RemovedAt.ShouldBe(exchange.Now);
    }

    [Fact]
    public void Until_the_last_instant_and_not_after()
    {
        var exchange = Exchange.In(New);
        var question = exchange.Receive("Où est mon colis ?");
        var answer = exchange.Answer(Exchange.Ana);

        var late = Should.Throw<LostRace>(() => exchange.Conversation.Withdraw(answer, question, Exchange.Ana, answer.UndoUntil!.Value.AddMilliseconds(1)));
        late.Code.ShouldBe("message.already_sent");

        exchange.Conversation.Withdraw(answer, question, Exchange.Ana, answer.UndoUntil!.Value);
        exchange.Conversation.State.ShouldBe(New);
    }

    [Fact]
    public void Only_its_author_takes_an_answer_back()
    {
        var exchange = Exchange.In(New);
        var answer = exchange.Answer(Exchange.Ana);

        Should.Throw<RuleViolation>(() => exchange.Conversation.Withdraw(answer, null, Exchange.Bruno, exchange.Later())).Code.ShouldBe("message.not_yours");
    }

    [Fact]
    public void An_answer_that_is_tried_again_can_no_longer_be_taken_back()
    {
        var exchange = Exchange.In(New);
        var question = exchange.Receive("Où est mon colis ?");
        var answer = exchange.Answer(Exchange.Ana);
        answer.Deliver(new DeliveryReport(DeliveryStatus.Unknown, exchange.Later(10)), exchange.Now);
        answer.Retry(Exchange.Ana, exchange.Later());

        Should.Throw<LostRace>(() => exchange.Conversation.Withdraw(answer, question, Exchange.Ana, exchange.Later()));
    }

    [Fact]
    public void A_colleague_who_was_given_the_conversation_meanwhile_keeps_it()
    {
        var exchange = Exchange.In(New);
        var question = exchange.Receive("Où est mon colis ?");
        var answer = exchange.Answer(Exchange.Ana);
        exchange.Conversation.Assign(Exchange.Bruno.Id, Exchange.Bruno, exchange.Later());

        exchange.Conversation.Withdraw(answer, question, Exchange.Ana, exchange.Later());

        exchange.Conversation.AssigneeId.ShouldBe(Exchange.Bruno.Id);
    }

    [Fact]
    public void An_assignment_taken_away_meanwhile_does_not_come_back()
    {
        var exchange = Exchange.In(New);
        var question = exchange.Receive("Où est mon colis ?");
        exchange.Conversation.Assign(Exchange.Ana.Id, Exchange.Ana, exchange.Later());
        var answer = exchange.Answer(Exchange.Ana);
        exchange.Conversation.Assign(null, Exchange.Bruno, exchange.Later());

        exchange.Conversation.Withdraw(answer, question, Exchange.Ana, exchange.Later());

        exchange.Conversation.AssigneeId.ShouldBeNull();
    }

    [Fact]
    public void While_a_later_answer_stands_the_conversation_still_waits_for_the_contact()
    {
        var exchange = Exchange.In(New);
        exchange.Receive("Où est mon colis ?");
        var first = exchange.Answer(Exchange.Ana);
        var second = exchange.Answer(Exchange.Ana);

        exchange.Conversation.Withdraw(first, second, Exchange.Ana, exchange.Later());

        exchange.Conversation.State.ShouldBe(Pending);
        exchange.Conversation.AssigneeId.ShouldBe(Exchange.Ana.Id);
    }

    [Fact]
    public void What_moved_on_meanwhile_stays_where_it_is()
    {
        var exchange = Exchange.In(New);
        var question = exchange.Receive("Où est mon colis ?");
        var answer = exchange.Answer(Exchange.Ana);
        exchange.Resolve(Exchange.Bruno);

        exchange.Conversation.Withdraw(answer, question, Exchange.Ana, exchange.Later());

        exchange.Conversation.State.ShouldBe(Resolved);
    }

    [Fact]
    public void A_conversation_that_was_opened_only_to_carry_the_answer_is_over_without_it()
    {
        var exchange = new Exchange();
        var answer = exchange.Answer(Exchange.Ana);

        exchange.Conversation.Withdraw(answer, before: null, Exchange.Ana, exchange.Later());

        exchange.Conversation.State.ShouldBe(Resolved);
        exchange.Conversation.AssigneeId.ShouldBeNull();
    }
}
