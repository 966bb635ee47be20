using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Domain.VirtualAgents;
using static Relais.Tests.Conversations.Exchange;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Tests.Conversations;

/// <summary>Where it stands once one conversation goes on in another.</summary>
[Trait("suite", "pure")]
public sealed class MergeIntoDomainTests
{
    private static readonly VirtualAgent Welcome = new(VirtualAgentKind.AutoResponder, Guid.CreateVersion7(), "Accueil", HandOverRule.PreviousAgent);

    private readonly Exchange here = new();
    private readonly Conversation there;

    public MergeIntoDomainTests() => there = new Thread(here.Zoe.OrganisationId, Guid.CreateVersion7(), here.Zoe, Visibility.Private, null, Noon).Open(here.Zoe.AsActor(), Noon);

    [Fact]
    public void What_waits_for_people_waits_for_people_there_even_where_a_virtual_agent_had_it()
    {
        there.Hold(Welcome, Welcome.AsActor(), Noon);

        here.Conversation.MergeInto(there, Ana, here.Later());

        (here.Conversation.State, there.State, there.IsHeld).ShouldBe((ConversationState.Resolved, ConversationState.New, false));
    }

    [Fact]
    public void What_waits_for_the_contact_disturbs_nobody_there()
    {
        here.Conversation.Pend(Ana, here.Later());
        there.Pend(Ana, here.Now);

        here.Conversation.MergeInto(there, Ana, here.Later());

        there.State.ShouldBe(ConversationState.Pending);
    }

    [Fact]
    public void A_virtual_agent_keeps_what_it_has_while_nobody_waits_for_people()
    {
        here.Conversation.Assign(Ana.Id, Ana, here.Later());
        here.Conversation.Pend(Ana, here.Later());
        there.Hold(Welcome, Welcome.AsActor(), Noon);

        here.Conversation.MergeInto(there, Ana, here.Later());

        (there.IsHeld, there.AssigneeId).ShouldBe((true, null));
    }

    [Fact]
    public void Another_contact_s_conversation_takes_nothing_in()
    {
        var stranger = new Exchange().Conversation;

        Should.Throw<RuleViolation>(() => here.Conversation.MergeInto(stranger, Ana, here.Later())).Code.ShouldBe("merge.unfit");
        here.Conversation.State.ShouldBe(ConversationState.New);
    }
}
