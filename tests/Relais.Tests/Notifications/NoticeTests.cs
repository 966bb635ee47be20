using Relais.Domain.Conversations;
using Relais.Domain.Notifications;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Tests.Conversations;

namespace Relais.Tests.Notifications;

/// <summary>Who is told of what, and what one may choose.</summary>
public sealed class NoticeTests
{
    private static readonly Guid Ana = Exchange.Ana.Id!.Value;

    [Fact]
    public void Who_is_given_a_conversation_by_somebody_else_is_told()
    {
        var exchange = Exchange.In(ConversationState.New);
        exchange.Conversation.Assign(Ana, Exchange.Bruno, exchange.Later());

        Told(exchange).ShouldBe([(Ana, NotificationKind.Assigned)]);
    }

    [Fact]
    public void Nobody_is_told_of_what_he_does_himself()
    {
        var exchange = Exchange.In(ConversationState.New);
        exchange.Conversation.Take(Ana, Exchange.Ana, exchange.Later());

        Told(exchange).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_given_and_taken_back_in_one_go_is_not_told()
    {
        var exchange = Exchange.In(ConversationState.New);
        exchange.Conversation.Assign(Ana, Exchange.Bruno, exchange.Later());
        exchange.Conversation.Assign(null, Exchange.Bruno, exchange.Later());

        Told(exchange).ShouldBeEmpty();
    }

    [Fact]
    public void Given_to_somebody_who_is_out_it_waits_for_him()
    {
        var exchange = Exchange.In(ConversationState.New);
        exchange.Conversation.Assign(Ana, Exchange.Bruno, exchange.Later());

        var notice = exchange.Conversation.Events.SelectMany(Notice.Of).ShouldHaveSingleItem();
        (notice.DependsOnPresence, notice.WhileAway().Kind).ShouldBe((true, NotificationKind.AssignedWhileAway));
    }

    [Fact]
    public void An_answer_is_told_to_the_one_who_looks_after_it_and_to_nobody_where_nobody_does()
    {
        var exchange = Exchange.In(ConversationState.New);
        exchange.Receive("Il y a quelqu'un ?");
        Told(exchange).ShouldBeEmpty();

        exchange.Conversation.Assign(Ana, Exchange.Ana, exchange.Later());
        exchange.Conversation.ForgetEvents();
        exchange.Receive("Allô ?");
        Told(exchange).ShouldBe([(Ana, NotificationKind.Answered)]);
    }

    [Fact]
    public void What_an_absent_agent_loses_is_told_to_him_and_not_the_answer_that_made_him_lose_it()
    {
        var exchange = Exchange.In(ConversationState.New);
        exchange.Conversation.Assign(Ana, Exchange.Bruno, exchange.Later());
        exchange.Conversation.Pend(Exchange.Ana, exchange.Later());
        exchange.Conversation.ForgetEvents();
        exchange.Receive("Allô ?");
        exchange.Conversation.Release(new Absence(Ana, ReleaseReason.AgentOffline, exchange.Now), exchange.Later());

        Told(exchange).ShouldBe([(Ana, NotificationKind.TakenWhileAway)]);
    }

    [Fact]
    public void Whom_a_note_calls_is_told_once_and_not_its_author()
    {
        var exchange = Exchange.In(ConversationState.New);
        var note = Message.ToColleagues(exchange.Conversation, "@Ana @Bruno, un avis ?", Guid.CreateVersion7(), Exchange.Bruno, exchange.Later());
        note.Mention([Ana, Ana, Exchange.Bruno.Id!.Value]);
        exchange.Conversation.Annotate(note);

        Told(exchange).ShouldBe([(Ana, NotificationKind.Mentioned)]);
        Should.Throw<RuleViolation>(() => note.Mention([.. Enumerable.Range(0, 51).Select(_ => Guid.CreateVersion7())])).Code.ShouldBe("note.mentions.too_many");
    }

    [Fact]
    public void A_boomerang_is_told_to_the_one_who_has_the_conversation()
    {
        var exchange = Exchange.In(ConversationState.New);
        exchange.Conversation.Assign(Ana, Exchange.Ana, exchange.Later());
        exchange.Conversation.Pend(Exchange.Ana, exchange.Later());
        var due = exchange.Later().AddHours(1);
        exchange.Conversation.Throw(due, null, Exchange.Ana, exchange.Now);
        exchange.Conversation.ForgetEvents();
        exchange.Conversation.CatchBoomerang(due, due);

        Told(exchange).ShouldBe([(Ana, NotificationKind.BoomerangDue)]);
    }

    [Fact]
    public void Read_once_it_stays_read_and_says_so_once()
    {
        var exchange = Exchange.In(ConversationState.New);
        exchange.Conversation.Assign(Ana, Exchange.Bruno, exchange.Later());
        var notification = new Notification(exchange.Conversation.Events.SelectMany(Notice.Of).Single(), new NotificationPreferences(Guid.CreateVersion7(), Ana));

        notification.Read(Exchange.Ana, exchange.Later());
        var first = notification.ReadAt;
        notification.Read(Exchange.Ana, exchange.Later());

        notification.ReadAt.ShouldBe(first);
        notification.Events.ShouldHaveSingleItem().ShouldBeOfType<NotificationRead>().MemberId.ShouldBe(Ana);
    }

    [Fact]
    public void What_was_not_chosen_stays_as_is_usual_and_a_way_that_does_not_exist_is_refused()
    {
        var preferences = new NotificationPreferences(Guid.CreateVersion7(), Ana);
        preferences.Choose([new NotificationChoice(NotificationKind.Answered, [])], sound: false, quietWhenAway: null, Exchange.Ana, Exchange.Noon);

        preferences.Wants(NotificationKind.Answered, NotificationWay.InApp).ShouldBeFalse();
        preferences.Wants(NotificationKind.Assigned, NotificationWay.InApp).ShouldBeTrue();
        (preferences.Sound, preferences.QuietWhenAway).ShouldBe((false, true));
        Should.Throw<RuleViolation>(() => preferences.Choose([new NotificationChoice(NotificationKind.Queue, [(NotificationWay)99])], null, null, Exchange.Ana, Exchange.Noon))
            .Code.ShouldBe("notification.way.unknown");
    }

    private static List<(Guid, NotificationKind)> Told(Exchange exchange) =>
        [.. exchange.Conversation.Events.SelectMany(Notice.Of).Select(notice => (notice.MemberId, notice.Kind))];
}
