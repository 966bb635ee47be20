using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Tests.Conversations;
using static Relais.Domain.Conversations.ConversationState;

namespace Relais.Tests.BulkActions;

/// <summary>A conversation that is put back stands exactly where it stood, and the counters can follow.</summary>
public sealed class BookmarkTests
{
    public static TheoryData<ConversationState, bool, string, string> Acts() => new()
    {
        { New, false, "resolve", "ConversationReopened" },
        { Pending, false, "resolve", "ConversationReopened ConversationPended" },
        { Pending, true, "resolve", "ConversationReopened ConversationPended BoomerangSet" },
        { New, false, "pend", "ConversationReturned" },
        { New, false, "assign", "ConversationUnassigned" },
        { Pending, false, "assign", "ConversationUnassigned" },
        { New, false, "nothing", "" },
    };

    [Theory]
    [MemberData(nameof(Acts))]
    public void It_stands_where_it_stood(ConversationState state, bool withBoomerang, string act, string told)
    {
        var exchange = Exchange.In(state, withBoomerang);
        var (mark, place) = (exchange.Conversation.Mark(), exchange.Conversation.Place);
        if (act == "resolve") exchange.Resolve(Exchange.Ana, "Spam");
        if (act == "pend") exchange.Conversation.Pend(Exchange.Ana, exchange.Later());
        if (act == "assign") exchange.Conversation.Assign(Exchange.Bruno.Id, Exchange.Ana, exchange.Later());
        var moved = exchange.Conversation.Place;
        exchange.Conversation.ForgetEvents();

        exchange.Conversation.PutBack(mark, Exchange.Ana, exchange.Later());

        exchange.Conversation.Mark().ShouldBe(mark);
        (exchange.Conversation.ResolvedAt, exchange.Conversation.ResolvedBy, exchange.Conversation.ResolveComment).ShouldBe((null, null, null));
        string.Join(' ', exchange.Told()).ShouldBe(told);
        foreach (var happened in exchange.Conversation.Events.OfType<ConversationMoved>())
        {
            happened.From.ShouldBe(moved);
            moved = happened.To!.Value;
        }

        moved.ShouldBe(place);
    }

    [Fact]
    public void It_is_back_in_the_hands_it_was_in()
    {
        var exchange = Exchange.In(Pending);
        exchange.Conversation.Assign(Exchange.Bruno.Id, Exchange.Ana, exchange.Later());
        var mark = exchange.Conversation.Mark();
        exchange.Conversation.Assign(Exchange.Ana.Id, Exchange.Ana, exchange.Later());
        exchange.Conversation.ForgetEvents();

        exchange.Conversation.PutBack(mark, Exchange.Ana, exchange.Later());

        exchange.Conversation.AssigneeId.ShouldBe(Exchange.Bruno.Id);
        exchange.Told().ShouldBe(["ConversationAssigned"]);
    }
}
