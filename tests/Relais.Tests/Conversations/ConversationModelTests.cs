using CsCheck;
using Relais.Domain.Conversations;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;
using Relais.Domain.VirtualAgents;
using static Relais.Domain.Conversations.ConversationState;

namespace Relais.Tests.Conversations;

/// <summary>
/// Any sequence of acts leads where a model of a few lines says, written from the product's words alone: state, assignee
/// and boomerang agree, every event is a legal step, and the queues' counters can follow the events.
/// </summary>
public sealed class ConversationModelTests
{
    public enum Act
    {
        Receive,
        AnaAnswers,
        BrunoAnswers,
        Undo,
        Pend,
        Return,
        Resolve,
        Reopen,
        AssignBruno,
        Unassign,
        AnaTakes,
        PutAside,
        PutAway,
        Cancel,
        Fire,
        FireTooEarly,
        VirtualAgentHolds,
        VirtualAgentHandsOver,
    }

    private static readonly VirtualAgent Welcome = new(VirtualAgentKind.AutoResponder, Guid.CreateVersion7(), "Accueil", HandOverRule.PreviousAgent);

    [Fact]
    public void Any_sequence_of_acts_agrees_with_the_model() =>
        Gen.Enum<Act>().List[1, 40].Sample(acts => new Play().Run(acts), iter: 2_000);

    private sealed class Play
    {
        private readonly Exchange exchange = new();
        private readonly List<Message> messages = [];
        private readonly List<Answer?> answers = [];
        private (ConversationState State, Guid? Assignee, DateTimeOffset? Boomerang) model = (New, null, null);
        private Guid? personBefore;
        private QueuePlace? place;

        public Play()
        {
            var opened = exchange.Conversation.Events.ShouldHaveSingleItem().ShouldBeOfType<ConversationOpened>();
            (opened.From, opened.Moved).ShouldBe((null, true));
            place = opened.To;
            exchange.Conversation.ForgetEvents();
        }

        public void Run(List<Act> acts)
        {
            foreach (var act in acts)
            {
                exchange.Later();
                var refused = Refuses(() => Real(act));
                var told = exchange.Conversation.Events.Cast<ConversationEvent>().ToList();
                exchange.Conversation.ForgetEvents();

                var foreseen = Foresee(act);
                refused.ShouldBe(!foreseen, $"{act} after {string.Join(' ', acts)}");
                if (refused) told.ShouldBeEmpty();
                Compare(act, acts, told);
            }
        }

        /// <summary>What the product says: false = refused.</summary>
        private bool Foresee(Act act)
        {
            var open = model.State != Resolved;
            if (Moves(act)) answers.ForEach(answer => answer?.MoveOn());
            switch (act)
            {
                case Act.Undo: return TakeBack();
                case Act.Receive when open: answers.Add(null); model = (model.State == Held ? Held : New, model.Assignee, null); return true;
                case Act.AnaAnswers or Act.BrunoAnswers when open: Answered(act == Act.AnaAnswers ? Exchange.Ana : Exchange.Bruno); return true;
                case Act.Pend when open: model.State = Pending; return true;
                case Act.Return when open: model = (New, model.Assignee, model.State == New ? model.Boomerang : null); return true;
                case Act.Resolve when open: model = (Resolved, null, null); return true;
                case Act.Reopen when !open: model = (New, null, null); return true;
                case Act.AssignBruno when open: TakenBy(Exchange.Bruno.Id); return true;
                case Act.VirtualAgentHolds when open: TakenByMachine(); return true;
                case Act.VirtualAgentHandsOver: if (model.State == Held) model = (New, personBefore, null); return true;
                case Act.AnaTakes when open: return AnaTakes();
                case Act.Unassign: model.Assignee = null; return true;
                case Act.PutAside when open: model = (Pending, model.Assignee, exchange.Now.AddHours(1)); return true;
                case Act.PutAway: model = (Resolved, null, exchange.Now.AddHours(1)); return true;
                case Act.Cancel: model.Boomerang = null; return true;
                case Act.Fire when model.Boomerang is not null: model = (New, model.Assignee, null); return true;
                default: return act is Act.Resolve or Act.Reopen or Act.Fire or Act.FireTooEarly;
            }
        }

        private bool AnaTakes()
        {
            if (model.Assignee is { } owner && owner != Exchange.Ana.Id) return false;

            TakenBy(Exchange.Ana.Id);
            return true;
        }

        private void TakenBy(Guid? member)
        {
            if (model.State == Held) model.State = New;
            model.Assignee = member;
        }

        private void TakenByMachine()
        {
            if (model.State != Held) personBefore = model.Assignee;
            model = (Held, null, null);
        }

        private void Answered(Actor by)
        {
            answers.Add(new Answer(by, model.State == Held ? New : model.State, TookIt: model.Assignee is null, exchange.Now.AddSeconds(5)));
            model = (Pending, model.Assignee ?? by.Id, model.Boomerang);
        }

        /// <summary>The newest message, when it is an answer of the last five seconds. What it moved moves back, unless something
        /// else has moved on.</summary>
        private bool TakeBack()
        {
            if (answers.LastOrDefault() is not { } last || exchange.Now > last.Until) return false;

            answers.RemoveAt(answers.Count - 1);
            if (model.State != Pending || (last.Before == New && last.MovedOn)) return true;

            if (answers.Count == 0 && last.Before == New) model = (Resolved, null, null);
            else model = (last.Before, last.TookIt && model.Assignee == last.By.Id ? null : model.Assignee, last.Before == New ? null : model.Boomerang);
            return true;
        }

        /// <summary>Whether it changes the state.</summary>
        private bool Moves(Act act) => (act, model.State) switch
        {
            (Act.Pend or Act.PutAside, New or Held) or (Act.Return or Act.Receive, Pending) or (Act.Return or Act.AssignBruno or Act.AnaTakes or Act.VirtualAgentHandsOver, Held) or (Act.Reopen, Resolved) => true,
            (Act.VirtualAgentHolds, not Resolved) => true,
            (Act.Resolve or Act.PutAway, not Resolved) => true,
            (Act.Fire, not New) => model.Boomerang is not null,
            _ => false,
        };

        private void Real(Act act)
        {
            var (conversation, ana, at) = (exchange.Conversation, Exchange.Ana, exchange.Now);
            switch (act)
            {
                case Act.Receive: messages.Add(exchange.Receive("Bonjour", at)); break;
                case Act.AnaAnswers: messages.Add(exchange.Answer(ana)); break;
                case Act.BrunoAnswers: messages.Add(exchange.Answer(Exchange.Bruno)); break;
                case Act.Undo: Undo(at); break;
                case Act.Pend: conversation.Pend(ana, at); break;
                case Act.Return: conversation.Return(ana, at); break;
                case Act.Resolve: Resolve(ana, at); break;
                case Act.Reopen: conversation.Reopen(ana, at); break;
                case Act.AssignBruno: conversation.Assign(Exchange.Bruno.Id, ana, at); break;
                case Act.Unassign: conversation.Assign(null, ana, at); break;
                case Act.AnaTakes: conversation.Take(ana.Id!.Value, ana, at); break;
                case Act.PutAside: conversation.Pend(ana, at); conversation.Throw(at.AddHours(1), null, ana, at); break;
                case Act.PutAway: Resolve(ana, at); conversation.Throw(at.AddHours(1), null, ana, at); break;
                case Act.VirtualAgentHolds: conversation.Hold(Welcome, Welcome.AsActor(), at); break;
                case Act.VirtualAgentHandsOver: conversation.HandOver(HandOverReason.Finished, Welcome.AsActor(), at); break;
                case Act.Cancel: conversation.CancelBoomerang(ana, at); break;
                case Act.Fire: conversation.CatchBoomerang(conversation.BoomerangAt ?? at, at); break;
                default: conversation.CatchBoomerang(at.AddMinutes(-1), at); break;
            }
        }

        private void Resolve(Actor by, DateTimeOffset at) =>
            exchange.Conversation.Resolve(Resolution.ByHand, new ResolvePolicy(exchange.Zoe.OrganisationId), by, at);

        private void Undo(DateTimeOffset at)
        {
            if (messages.Count == 0) throw new LostRace("message.already_sent", "There is nothing to take back.");

            var message = messages[^1];
            exchange.Conversation.Withdraw(message, messages.Count > 1 ? messages[^2] : null, message.Author, at);
            messages.RemoveAt(messages.Count - 1);
        }

        private void Compare(Act act, List<Act> acts, List<ConversationEvent> told)
        {
            var real = exchange.Conversation;
            (real.State, real.AssigneeId, real.BoomerangAt).ShouldBe(model, $"{act} after {string.Join(' ', acts)}");
            (real.ResolvedAt is not null).ShouldBe(real.IsResolved);
            foreach (var moved in told.Where(happened => happened.Moved))
            {
                moved.From.ShouldBe(place, $"{moved.GetType().Name} leaves another place than the one before led to");
                if (moved is not ConversationAssigned and not ConversationUnassigned) (moved.From?.State, moved.To!.Value.State).ShouldBeOneOf(LegalMoves);
                place = moved.To;
            }

            (place ?? real.Place).ShouldBe(real.Place);
        }

        private static readonly (ConversationState?, ConversationState)[] LegalMoves =
            [(New, Pending), (Pending, New), (New, Resolved), (Pending, Resolved), (Resolved, New), (New, Held), (Pending, Held), (Held, Held), (Held, New), (Held, Pending), (Held, Resolved)];

        private static bool Refuses(Action act)
        {
            try
            {
                act();
                return false;
            }
            catch (RuleViolation)
            {
                return true;
            }
        }

        private sealed record Answer(Actor By, ConversationState Before, bool TookIt, DateTimeOffset Until)
        {
            public bool MovedOn { get; private set; }

            public void MoveOn() => MovedOn = true;
        }
    }
}
