using Relais.Domain.Broadcasts;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Routing;
using Relais.Domain.Shared;

namespace Relais.Tests.Broadcasts;

/// <summary>How a broadcast moves, and what its messages do to conversations.</summary>
[Trait("suite", "pure")]
public sealed class BroadcastDomainTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Chloe = new(ActorKind.Member, Guid.CreateVersion7(), "Chloé");
    private static readonly BroadcastCounts TwoWait = new(Waiting: 2);

    [Fact]
    public void It_begins_at_its_time_and_is_finished_when_nobody_waits()
    {
        var broadcast = Made(Now.AddHours(1));
        broadcast.Begin(Now.AddMinutes(59));
        broadcast.State.ShouldBe(BroadcastState.Scheduled);

        broadcast.Begin(Now.AddHours(1));
        broadcast.Follow(TwoWait, Now.AddHours(1));
        broadcast.State.ShouldBe(BroadcastState.Sending);

        broadcast.Follow(new BroadcastCounts(Sent: 2), Now.AddHours(2));
        (broadcast.State, broadcast.Counts.Sent).ShouldBe((BroadcastState.Finished, 2));
    }

    [Fact]
    public void Paused_before_its_time_it_waits_for_it_again()
    {
        var broadcast = Made(Now.AddHours(1));
        broadcast.Pause(Chloe, Now);
        broadcast.Begin(Now.AddHours(2));
        broadcast.State.ShouldBe(BroadcastState.Paused, "its time does not resume it");

        broadcast.Resume(Chloe, Now.AddMinutes(30));
        (broadcast.State, broadcast.DueAt).ShouldBe((BroadcastState.Scheduled, Now.AddHours(1)));
    }

    [Fact]
    public void What_Relais_paused_says_why_until_somebody_resumes_it()
    {
        var broadcast = Sending();
        broadcast.Halt("template_paused", "(132015) Paused.", Now);
        (broadcast.State, broadcast.Trouble, broadcast.TroubleWords).ShouldBe((BroadcastState.Paused, "template_paused", "(132015) Paused."));

        broadcast.Resume(Chloe, Now.AddHours(1));
        (broadcast.State, broadcast.Trouble, broadcast.Since).ShouldBe((BroadcastState.Sending, null, Now.AddHours(1)));
    }

    [Fact]
    public void Who_stopped_it_cannot_go_back()
    {
        var broadcast = Sending();
        broadcast.Stop(Chloe, Now);
        broadcast.Follow(new BroadcastCounts(), Now);
        broadcast.State.ShouldBe(BroadcastState.Stopped);
        foreach (var act in new Action[] { () => broadcast.Resume(Chloe, Now), () => broadcast.Pause(Chloe, Now), () => broadcast.Stop(Chloe, Now) })
            Should.Throw<RuleViolation>(act).Code.ShouldBe("broadcast.over");
    }

    [Fact]
    public void The_longer_it_is_over_the_rarer_it_is_looked_at_and_in_the_end_never()
    {
        var broadcast = Sending();
        broadcast.Follow(new BroadcastCounts(Sent: 2), Now);
        broadcast.Follow(new BroadcastCounts(Sent: 2), Now.AddHours(1));
        broadcast.DueAt.ShouldBe(Now.AddHours(1).AddMinutes(3));
        broadcast.Follow(new BroadcastCounts(Sent: 2), Now.AddDays(8));
        broadcast.DueAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(0, "schedule.in_the_past")]
    [InlineData(181 * 24, "schedule.too_far")]
    public void It_begins_in_a_time_to_come_that_is_not_too_far(int hours, string code) =>
        Should.Throw<RuleViolation>(() => Made(Now.AddHours(hours))).Code.ShouldBe(code);

    [Fact]
    public void A_conversation_begun_only_for_it_is_over_at_once()
    {
        var (conversation, message) = Exchange();
        conversation.Carry(message, new Named(Guid.CreateVersion7(), "Soldes"), isBegunForIt: true);

        (conversation.State, conversation.AssigneeId, conversation.PreviewText).ShouldBe((ConversationState.Resolved, null, "Bonjour Zoé"));
        conversation.Events.Select(one => one.GetType().Name).ShouldBe(["ConversationOpened", "MessageQueued", "ProactiveMessageSent", "ConversationResolved"]);
    }

    [Fact]
    public void Who_waits_for_an_answer_waits_on()
    {
        var (conversation, message) = Exchange();
        conversation.Carry(message, null, isBegunForIt: false);
        (conversation.State, conversation.StateSince).ShouldBe((ConversationState.New, Now));
    }

    private static Broadcast Made(DateTimeOffset? startAt) => new(
        Guid.CreateVersion7(), new BroadcastDraft("Soldes", Guid.CreateVersion7(), "soldes", "fr", ["Zoé"], AudienceKind.Rules, null, 0, startAt), Chloe, Now);

    private static Broadcast Sending()
    {
        var broadcast = Made(null);
        broadcast.Begin(Now);
        broadcast.Follow(TwoWait, Now);
        return broadcast;
    }

    private static (Conversation Conversation, Message Message) Exchange()
    {
        var contact = new Contact(Guid.CreateVersion7(), new Profile("Zoé"), Now);
        var conversation = new Domain.Conversations.Thread(contact.OrganisationId, Guid.CreateVersion7(), contact, Visibility.Private, null, Now).Open(Chloe, Now);
        return (conversation, Message.ToContact(conversation, new MessageContent(MessageKind.Template, "Bonjour Zoé"), Guid.CreateVersion7(), Chloe, Now, TimeSpan.Zero));
    }
}
