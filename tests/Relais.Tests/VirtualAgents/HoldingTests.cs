using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Domain.VirtualAgents;
using Relais.Tests.Conversations;
using static Relais.Domain.Conversations.ConversationState;

namespace Relais.Tests.VirtualAgents;

/// <summary>A conversation in the hands of a virtual agent, and how it comes back to people.</summary>
public sealed class HoldingTests
{
    private static readonly VirtualAgent Welcome = new(VirtualAgentKind.AutoResponder, Guid.CreateVersion7(), "Accueil", HandOverRule.NewQueue);

    [Fact]
    public void It_waits_for_nobody_while_a_virtual_agent_has_it()
    {
        var exchange = Held(Welcome);

        exchange.Receive("Bonjour ?");
        exchange.Conversation.Speak(Says(exchange));

        exchange.Conversation.State.ShouldBe(ConversationState.Held);
        exchange.Conversation.AssigneeId.ShouldBeNull();
        exchange.Told().ShouldBe(["MessageReceived", "MessageQueued"]);
    }

    [Fact]
    public void Its_virtual_agent_hands_over_to_the_queue_or_to_whoever_had_it()
    {
        var exchange = Held(Welcome with { HandOver = HandOverRule.PreviousAgent }, assigned: true);
        exchange.Conversation.HandOver(HandOverReason.Finished, Welcome.AsActor(), exchange.Later());
        (exchange.Conversation.State, exchange.Conversation.AssigneeId, exchange.Conversation.Holding).ShouldBe((New, Exchange.Ana.Id, null));
        exchange.Told().ShouldBe(["ConversationHandedOver"]);

        var other = Held(Welcome, assigned: true);
        other.Conversation.HandOver(HandOverReason.Finished, Welcome.AsActor(), other.Later());
        (other.Conversation.State, other.Conversation.AssigneeId).ShouldBe((New, null));
    }

    [Theory]
    [InlineData("assign", New, "ConversationTakenOver")]
    [InlineData("answer", Pending, "MessageQueued ConversationTakenOver ConversationPended")]
    [InlineData("pend", Pending, "ConversationPended")]
    [InlineData("return", New, "ConversationReturned")]
    [InlineData("resolve", Resolved, "ConversationResolved")]
    public void Whatever_a_person_does_with_it_ends_the_holding(string act, ConversationState state, string told)
    {
        var exchange = Held(Welcome);
        var (conversation, ana) = (exchange.Conversation, Exchange.Ana);
        if (act == "assign") conversation.Take(ana.Id!.Value, ana, exchange.Later());
        if (act == "answer") exchange.Answer(ana);
        if (act == "pend") conversation.Pend(ana, exchange.Later());
        if (act == "return") conversation.Return(ana, exchange.Later());
        if (act == "resolve") exchange.Resolve(ana);

        (conversation.State, conversation.Holding).ShouldBe((state, null));
        string.Join(' ', exchange.Told()).ShouldBe(told);
        conversation.HandOver(HandOverReason.Finished, Welcome.AsActor(), exchange.Later());
        exchange.Told().Count.ShouldBe(told.Split(' ').Length, "what it no longer has it cannot hand over");
    }

    [Fact]
    public void One_virtual_agent_may_follow_another_and_the_person_before_both_is_remembered()
    {
        var exchange = Held(Welcome, assigned: true);
        exchange.Conversation.Hold(Welcome with { Id = Guid.CreateVersion7(), HandOver = HandOverRule.PreviousAgent }, Exchange.Bruno, exchange.Later());
        exchange.Conversation.HandOver(HandOverReason.Finished, Welcome.AsActor(), exchange.Later());

        exchange.Conversation.AssigneeId.ShouldBe(Exchange.Ana.Id);
    }

    [Fact]
    public void What_is_resolved_is_held_by_nobody() =>
        Should.Throw<RuleViolation>(() => Exchange.In(Resolved).Conversation.Hold(Welcome, Welcome.AsActor(), Exchange.Noon)).Code.ShouldBe("conversation.resolved");

    private static Exchange Held(VirtualAgent agent, bool assigned = false)
    {
        var exchange = Exchange.In(New);
        if (assigned) exchange.Conversation.Assign(Exchange.Ana.Id, Exchange.Ana, exchange.Later());
        exchange.Conversation.Hold(agent, agent.AsActor(), exchange.Later());
        exchange.Conversation.ForgetEvents();
        return exchange;
    }

    private static Message Says(Exchange exchange) =>
        Message.FromVirtualAgent(exchange.Conversation, new MessageContent(MessageKind.Text, "Bonjour"), Welcome.AsActor(), exchange.Later());
}
