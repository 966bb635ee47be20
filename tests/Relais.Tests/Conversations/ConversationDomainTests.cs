using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using static Relais.Domain.Conversations.ConversationState;

namespace Relais.Tests.Conversations;

/// <summary>What anybody may do to a conversation, in each of its states.</summary>
public sealed class ConversationDomainTests
{
    public enum Act
    {
        Receive,
        Answer,
        Note,
        Pend,
        Return,
        Resolve,
        Reopen,
        Assign,
        Unassign,
        Take,
        ThrowPending,
        ThrowResolved,
        Cancel,
    }

    [Theory]
    [InlineData(New, Act.Receive, New, "MessageReceived")]
    [InlineData(New, Act.Answer, Pending, "MessageQueued ConversationAssigned ConversationPended")]
    [InlineData(New, Act.Note, New, "NoteAdded")]
    [InlineData(New, Act.Pend, Pending, "ConversationPended")]
    [InlineData(New, Act.Return, New, "")]
    [InlineData(New, Act.Resolve, Resolved, "ConversationResolved")]
    [InlineData(New, Act.Reopen, New, "")]
    [InlineData(New, Act.Assign, New, "ConversationAssigned")]
    [InlineData(New, Act.Unassign, New, "")]
    [InlineData(New, Act.Take, New, "ConversationAssigned")]
    [InlineData(New, Act.ThrowPending, Pending, "ConversationPended BoomerangSet")]
    [InlineData(New, Act.ThrowResolved, Resolved, "ConversationResolved BoomerangSet")]
    [InlineData(New, Act.Cancel, New, "")]
    [InlineData(Pending, Act.Receive, New, "MessageReceived ConversationReturned")]
    [InlineData(Pending, Act.Answer, Pending, "MessageQueued ConversationAssigned")]
    [InlineData(Pending, Act.Note, Pending, "NoteAdded")]
    [InlineData(Pending, Act.Pend, Pending, "")]
    [InlineData(Pending, Act.Return, New, "ConversationReturned")]
    [InlineData(Pending, Act.Resolve, Resolved, "ConversationResolved")]
    [InlineData(Pending, Act.Reopen, Pending, "")]
    [InlineData(Pending, Act.Assign, Pending, "ConversationAssigned")]
    [InlineData(Pending, Act.Unassign, Pending, "")]
    [InlineData(Pending, Act.Take, Pending, "ConversationAssigned")]
    [InlineData(Pending, Act.ThrowPending, Pending, "BoomerangSet")]
    [InlineData(Pending, Act.ThrowResolved, Resolved, "ConversationResolved BoomerangSet")]
    [InlineData(Pending, Act.Cancel, Pending, "")]
    [InlineData(Resolved, Act.Note, Resolved, "NoteAdded")]
    [InlineData(Resolved, Act.Resolve, Resolved, "")]
    [InlineData(Resolved, Act.Reopen, New, "ConversationReopened")]
    [InlineData(Resolved, Act.Unassign, Resolved, "")]
    [InlineData(Resolved, Act.ThrowResolved, Resolved, "BoomerangSet")]
    [InlineData(Resolved, Act.Cancel, Resolved, "")]
    public void Each_act_leads_where_the_product_says(ConversationState from, Act act, ConversationState to, string told)
    {
        var exchange = Exchange.In(from);

        Do(exchange, act);

        exchange.Conversation.State.ShouldBe(to);
        string.Join(' ', exchange.Told()).ShouldBe(told);
    }

    [Theory]
    [InlineData(Act.Receive)]
    [InlineData(Act.Answer)]
    [InlineData(Act.Pend)]
    [InlineData(Act.Return)]
    [InlineData(Act.Assign)]
    [InlineData(Act.Take)]
    [InlineData(Act.ThrowPending)]
    public void What_is_resolved_takes_nothing_until_it_is_reopened(Act act)
    {
        var exchange = Exchange.In(Resolved);

        Should.Throw<RuleViolation>(() => Do(exchange, act)).Code.ShouldBe("conversation.resolved");

        exchange.Told().ShouldBeEmpty();
        exchange.Conversation.State.ShouldBe(Resolved);
    }

    [Theory]
    [InlineData(Pending, "BoomerangFired ConversationReturned")]
    [InlineData(Resolved, "BoomerangFired ConversationReopened")]
    public void A_boomerang_comes_back_to_New_and_keeps_the_assignee_of_a_pending_one(ConversationState meanwhile, string told)
    {
        var exchange = Exchange.In(meanwhile, withBoomerang: true);
        var owner = exchange.Conversation.AssigneeId;

        exchange.Conversation.CatchBoomerang(exchange.Conversation.BoomerangAt!.Value, exchange.Later(3600));

        exchange.Conversation.State.ShouldBe(New);
        exchange.Conversation.BoomerangAt.ShouldBeNull();
        exchange.Conversation.AssigneeId.ShouldBe(owner);
        string.Join(' ', exchange.Told()).ShouldBe(told);
    }

    [Fact]
    public void A_boomerang_that_was_set_anew_does_not_come_back_at_its_old_time()
    {
        var exchange = Exchange.In(Pending, withBoomerang: true);
        var old = exchange.Conversation.BoomerangAt!.Value;
        exchange.Conversation.Throw(old.AddHours(1), "Rappeler Zoé", Exchange.Ana, exchange.Later());
        exchange.Conversation.ForgetEvents();

        exchange.Conversation.CatchBoomerang(old, old);

        exchange.Told().ShouldBeEmpty();
        exchange.Conversation.State.ShouldBe(Pending);
    }

    [Fact]
    public void The_contact_is_faster_than_the_boomerang_and_cancels_it()
    {
        var exchange = Exchange.In(Pending, withBoomerang: true);

        exchange.Receive("Et mon colis ?");

        exchange.Conversation.BoomerangAt.ShouldBeNull();
        exchange.Told().ShouldBe(["MessageReceived", "BoomerangCancelled", "ConversationReturned"]);
    }

    [Fact]
    public void A_boomerang_thrown_into_the_past_is_refused_and_changes_nothing()
    {
        var exchange = Exchange.In(Pending);

        Refused(() => exchange.Conversation.Throw(exchange.Now, null, Exchange.Ana, exchange.Now)).ShouldBe("boomerang.in_the_past");
        Refused(() => exchange.Conversation.Throw(exchange.Now.AddHours(1), new string('a', 1001), Exchange.Ana, exchange.Now))
            .ShouldBe("boomerang.note.too_long");

        exchange.Told().ShouldBeEmpty();
        exchange.Conversation.BoomerangAt.ShouldBeNull();
    }

    [Fact]
    public void What_needs_attention_now_is_not_thrown_away()
    {
        var exchange = Exchange.In(New);

        Refused(() => exchange.Conversation.Throw(exchange.Now.AddHours(1), null, Exchange.Ana, exchange.Now)).ShouldBe("boomerang.state");

        exchange.Told().ShouldBeEmpty();
    }

    [Fact]
    public void Resolving_takes_the_assignment_away_and_says_who_did_it()
    {
        var exchange = Exchange.In(Pending);
        exchange.Conversation.Assign(Exchange.Bruno.Id, Exchange.Ana, exchange.Later());

        exchange.Resolve(Exchange.Ana, "  Colis retrouvé  ");

        exchange.Conversation.AssigneeId.ShouldBeNull();
        exchange.Conversation.ResolvedBy.ShouldBe("Ana");
        exchange.Conversation.ResolvedAt.ShouldBe(exchange.Now);
        exchange.Conversation.ResolveComment.ShouldBe("Colis retrouvé");
    }

    [Fact]
    public void A_comment_that_is_too_long_resolves_nothing()
    {
        var exchange = Exchange.In(New);

        Refused(() => exchange.Resolve(Exchange.Ana, new string('a', 1001))).ShouldBe("resolution.comment.too_long");

        exchange.Conversation.ResolvedAt.ShouldBeNull();
        exchange.Told().ShouldBeEmpty();
    }

    [Fact]
    public void Reopening_forgets_who_resolved_it_and_why()
    {
        var exchange = Exchange.In(Resolved);

        exchange.Conversation.Reopen(Exchange.Bruno, exchange.Later());

        exchange.Conversation.ResolvedAt.ShouldBeNull();
        exchange.Conversation.ResolvedBy.ShouldBeNull();
        exchange.Conversation.StateSince.ShouldBe(exchange.Now);
    }

    [Fact]
    public void Answering_makes_one_the_assignee_only_where_nobody_is_and_the_channel_wants_it()
    {
        var unowned = Exchange.In(New);
        unowned.Answer(Exchange.Ana);
        unowned.Conversation.AssigneeId.ShouldBe(Exchange.Ana.Id);

        unowned.Answer(Exchange.Bruno);
        unowned.Conversation.AssigneeId.ShouldBe(Exchange.Ana.Id);

        var plain = Exchange.In(New);
        plain.Answer(Exchange.Ana, assignToAuthor: false);
        plain.Conversation.AssigneeId.ShouldBeNull();
    }

    [Fact]
    public void What_somebody_else_has_taken_cannot_be_taken_and_the_loser_learns_by_whom()
    {
        var exchange = Exchange.In(New);
        exchange.Conversation.Take(Exchange.Ana.Id!.Value, Exchange.Ana, exchange.Later());

        var lost = Should.Throw<LostRace>(() => exchange.Conversation.Take(Exchange.Bruno.Id!.Value, Exchange.Bruno, exchange.Later()));

        lost.Code.ShouldBe("conversation.taken");
        lost.Facts["by"].ShouldBe(Exchange.Ana.Id);
        exchange.Conversation.AssigneeId.ShouldBe(Exchange.Ana.Id);
    }

    [Fact]
    public void The_list_shows_the_newest_message_by_the_contacts_clock()
    {
        var exchange = Exchange.In(New);
        var newest = exchange.Receive("Le colis est arrivé", exchange.Later(60));
        exchange.Receive("Où est mon colis ?", newest.At.AddSeconds(-30));

        exchange.Conversation.PreviewText.ShouldBe("Le colis est arrivé");
        exchange.Conversation.LastMessageAt.ShouldBe(newest.At);
    }

    [Fact]
    public void An_older_text_does_not_hide_a_newer_picture_without_words()
    {
        var exchange = Exchange.In(New);
        var picture = Message.FromContact(
            exchange.Conversation, new MessageContent(MessageKind.Image, null), "wamid.picture", exchange.Zoe.AsActor(), exchange.Later(60), exchange.Now);
        exchange.Conversation.Receive(picture);
        exchange.Receive("Voici la photo", picture.At.AddSeconds(-1));

        exchange.Conversation.PreviewKind.ShouldBe(MessageKind.Image);
        exchange.Conversation.LastMessageAt.ShouldBe(picture.At);
    }

    private static string Refused(Action act) => Should.Throw<RuleViolation>(act).Code;

    private static void Do(Exchange exchange, Act act)
    {
        var (conversation, ana, at) = (exchange.Conversation, Exchange.Ana, exchange.Later());
        switch (act)
        {
            case Act.Receive: exchange.Receive("Bonjour ?"); break;
            case Act.Answer: exchange.Answer(ana); break;
            case Act.Note: conversation.Annotate(Message.ToColleagues(conversation, "À rappeler", Guid.CreateVersion7(), ana, at)); break;
            case Act.Pend: conversation.Pend(ana, at); break;
            case Act.Return: conversation.Return(ana, at); break;
            case Act.Resolve: exchange.Resolve(ana); break;
            case Act.Reopen: conversation.Reopen(ana, at); break;
            case Act.Assign: conversation.Assign(Exchange.Bruno.Id, ana, at); break;
            case Act.Unassign: conversation.Assign(null, ana, at); break;
            case Act.Take: conversation.Take(ana.Id!.Value, ana, at); break;
            case Act.ThrowPending: conversation.Pend(ana, at); conversation.Throw(at.AddHours(1), null, ana, at); break;
            case Act.ThrowResolved: exchange.Resolve(ana); conversation.Throw(exchange.Now.AddHours(1), null, ana, at); break;
            default: conversation.CancelBoomerang(ana, at); break;
        }
    }
}
