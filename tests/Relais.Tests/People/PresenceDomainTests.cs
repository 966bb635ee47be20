using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Tests.Conversations;
using static Relais.Tests.Conversations.Exchange;

namespace Relais.Tests.People;

/// <summary>Who counts as being here, what he says of himself, and what he loses while he is out.</summary>
public sealed class PresenceDomainTests
{
    private readonly Member bruno = new(Guid.CreateVersion7(), "Bruno", "bruno@maison-lune.fr", Role.Agent, "fr", Actor.System, Noon);

    [Fact]
    public void A_line_that_is_heard_of_holds_and_one_that_falls_silent_ends()
    {
        var line = Line(Device.Computer);
        line.Hear(Noon.AddSeconds(80));

        line.Until.ShouldBe(Noon.AddSeconds(170));
    }

    [Theory]
    [InlineData(Device.Computer, 30)]
    [InlineData(Device.Phone, 90)]
    public void A_line_that_closes_keeps_its_grace_by_device(Device device, int seconds)
    {
        var line = Line(device);
        line.Hear(Noon.AddSeconds(60));
        line.Leave(Noon.AddSeconds(60));
        line.Hear(Noon.AddSeconds(61));

        line.Until.ShouldBe(Noon.AddSeconds(60 + seconds));
    }

    [Fact]
    public void A_silent_line_that_closes_lives_no_longer_for_it()
    {
        var line = Line(Device.Phone);
        line.Leave(Noon.AddSeconds(80));

        line.Until.ShouldBe(Noon.AddSeconds(90));
    }

    [Fact]
    public void Who_signs_out_is_gone_at_once_also_when_the_line_had_closed_before()
    {
        var line = Line(Device.Phone);
        line.Leave(Noon.AddSeconds(1));
        line.SignOut(Noon.AddSeconds(2));

        line.Until.ShouldBe(Noon.AddSeconds(2));
    }

    [Fact]
    public void A_status_is_told_when_it_changes_and_an_archived_one_is_refused()
    {
        var lunch = new AwayState(bruno.OrganisationId, "Déjeuner", 0, Ana, Noon);
        bruno.ForgetEvents();
        bruno.ChooseStatus(Availability.Away, lunch, Ana, Noon.AddHours(1));
        bruno.ChooseStatus(Availability.Away, lunch, Ana, Noon.AddHours(2));

        bruno.Events.ShouldHaveSingleItem().ShouldBeOfType<AvailabilityChanged>().AwayStateName.ShouldBe("Déjeuner");
        bruno.StatusSince.ShouldBe(Noon.AddHours(1));
        bruno.ChooseStatus(Availability.Available, lunch, Ana, Noon.AddHours(3));
        bruno.AwayStateId.ShouldBeNull();

        lunch.Archive(Ana, Noon);
        Should.Throw<RuleViolation>(() => bruno.ChooseStatus(Availability.Away, lunch, Ana, Noon)).Code.ShouldBe("away_state.archived");
    }

    [Theory]
    [InlineData(DefaultAvailability.Available, false, Availability.Available)]
    [InlineData(DefaultAvailability.Available, true, Availability.Away)]
    [InlineData(DefaultAvailability.Away, false, Availability.Away)]
    [InlineData(DefaultAvailability.AsBefore, false, Availability.Away)]
    public void Signing_in_sets_the_preferred_status_unless_he_is_here_already(DefaultAvailability preferred, bool isHere, Availability after)
    {
        bruno.ChooseStatus(Availability.Away, null, Ana, Noon);
        bruno.Prefer(preferred, Ana, Noon);
        bruno.Arrive(isHere, Noon.AddHours(1));

        bruno.Availability.ShouldBe(after);
    }

    [Theory]
    [InlineData(RemoveAssignment.Never, "offline", null)]
    [InlineData(RemoveAssignment.Never, "away", null)]
    [InlineData(RemoveAssignment.Offline, "offline", ReleaseReason.AgentOffline)]
    [InlineData(RemoveAssignment.Offline, "away", null)]
    [InlineData(RemoveAssignment.Offline, "available", null)]
    [InlineData(RemoveAssignment.AwayOrOffline, "offline", ReleaseReason.AgentOffline)]
    [InlineData(RemoveAssignment.AwayOrOffline, "away", ReleaseReason.AgentAway)]
    [InlineData(RemoveAssignment.AwayOrOffline, "available", null)]
    public void What_counts_as_absent_is_the_choice_of_the_organisation(RemoveAssignment option, string status, ReleaseReason? reason)
    {
        if (status == "away") bruno.ChooseStatus(Availability.Away, null, Ana, Noon);
        var current = status == "offline" ? null : new StatusSpan(bruno, null, Noon);

        Absence.Of(bruno, option, current, Noon)?.Reason.ShouldBe(reason!.Value);
        (Absence.Of(bruno, option, current, Noon) is null).ShouldBe(reason is null);
    }

    [Fact]
    public void Who_never_was_here_is_not_absent_and_who_was_disabled_always_is()
    {
        Absence.Of(bruno, RemoveAssignment.AwayOrOffline, null, null).ShouldBeNull();

        bruno.Disable(isLastAdmin: false, Ana, Noon);
        Absence.Of(bruno, RemoveAssignment.Never, null, null).ShouldNotBeNull().IsSettledAt(Noon).ShouldBeTrue();
    }

    [Fact]
    public void Away_may_be_taken_back_for_half_a_minute()
    {
        var absence = new Absence(bruno.Id, ReleaseReason.AgentAway, Noon);
        absence.IsSettledAt(Noon.AddSeconds(29)).ShouldBeFalse();
        absence.IsSettledAt(Noon.AddSeconds(30)).ShouldBeTrue();
    }

    [Fact]
    public void What_is_new_goes_back_to_its_old_place_and_says_why()
    {
        var exchange = Exchange.In(ConversationState.New);
        var waiting = exchange.Conversation.StateSince;
        exchange.Conversation.Assign(Bruno.Id, Ana, exchange.Later());
        exchange.Conversation.ForgetEvents();
        exchange.Conversation.Release(Out(exchange.Later()), exchange.Later());

        exchange.Conversation.AssigneeId.ShouldBeNull();
        exchange.Conversation.AssignedAt.ShouldBeNull();
        exchange.Conversation.StateSince.ShouldBe(waiting);
        var told = exchange.Conversation.Events.ShouldHaveSingleItem().ShouldBeOfType<ConversationUnassigned>();
        told.Reason.ShouldBe(ReleaseReason.AgentOffline);
        told.By.ShouldBe(Actor.System);
        told.Left.AssigneeId.ShouldBe(Bruno.Id);
    }

    [Fact]
    public void What_is_pending_stays_his_until_it_moves_to_new()
    {
        var exchange = Exchange.In(ConversationState.Pending);
        exchange.Conversation.Assign(Bruno.Id, Ana, exchange.Later());
        var absence = Out(exchange.Later());
        exchange.Conversation.Release(absence, exchange.Later());
        exchange.Conversation.AssigneeId.ShouldBe(Bruno.Id);

        exchange.Receive("Vous êtes là ?");
        exchange.Conversation.Release(absence, exchange.Now);
        exchange.Conversation.AssigneeId.ShouldBeNull();
    }

    [Fact]
    public void What_is_given_to_somebody_who_is_out_waits_for_him_but_not_once_the_contact_answered_what_he_had_pending()
    {
        var exchange = Exchange.In(ConversationState.New);
        var absence = Out(exchange.Later());
        exchange.Conversation.Assign(Bruno.Id, Ana, exchange.Later());
        exchange.Receive("Encore une question");
        exchange.Conversation.Release(absence, exchange.Later());
        exchange.Conversation.AssigneeId.ShouldBe(Bruno.Id);

        exchange.Conversation.Pend(Ana, exchange.Later());
        exchange.Receive("Alors ?");
        exchange.Conversation.Release(absence, exchange.Later());
        exchange.Conversation.AssigneeId.ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_taken_from_somebody_else()
    {
        var exchange = Exchange.In(ConversationState.New);
        exchange.Conversation.Assign(Ana.Id, Ana, exchange.Later());
        exchange.Conversation.Release(Out(exchange.Later()), exchange.Later());

        exchange.Conversation.AssigneeId.ShouldBe(Ana.Id);
    }

    private static Absence Out(DateTimeOffset since) => new(Bruno.Id!.Value, ReleaseReason.AgentOffline, since);

    private static PresenceSession Line(Device device) => new(Guid.CreateVersion7(), Guid.CreateVersion7(), "line", device, Noon);
}
