using Relais.Domain.Channels;
using Relais.Domain.Shared;
using static Relais.Tests.Conversations.Exchange;

namespace Relais.Tests.Channels.Spine;

/// <summary>A connected account: whom it is open to, and how it fails and recovers.</summary>
public sealed class ChannelDomainTests
{
    private readonly Channel channel = new(Guid.CreateVersion7(), "pigeon", "Pigeons", "sealed", Actor.System, Noon);

    public ChannelDomainTests() => channel.ForgetEvents();

    [Fact]
    public void A_failure_is_told_once_until_its_reason_changes()
    {
        channel.Fail("The token expired.", Noon);
        channel.Fail("The token expired.", Noon);
        channel.Fail("The number was taken away.", Noon);

        (channel.Status, channel.Problem).ShouldBe((ChannelStatus.Failing, "The number was taken away."));
        channel.Events.Count.ShouldBe(2);
    }

    [Fact]
    public void Recovering_forgets_the_problem_and_only_the_failing_recover()
    {
        channel.Recover(Actor.System, Noon);
        channel.Events.ShouldBeEmpty();

        channel.Fail("The token expired.", Noon);
        channel.Recover(Actor.System, Noon);
        (channel.Status, channel.Problem).ShouldBe((ChannelStatus.Active, null));
    }

    [Fact]
    public void New_settings_are_given_a_new_chance()
    {
        channel.Fail("The token expired.", Noon);
        channel.Configure("sealed anew", Ana, Noon);

        channel.Status.ShouldBe(ChannelStatus.Active);
    }

    [Fact]
    public void What_is_disabled_neither_fails_nor_recovers()
    {
        channel.Disable(Ana, Noon);
        channel.Fail("The token expired.", Noon);
        channel.Recover(Ana, Noon);
        channel.Status.ShouldBe(ChannelStatus.Disabled);

        channel.Enable(Ana, Noon);
        channel.Status.ShouldBe(ChannelStatus.Active);
    }

    [Fact]
    public void It_is_open_to_everyone_or_to_those_it_names()
    {
        channel.Everyone.ShouldBeTrue();
        var team = Guid.CreateVersion7();

        channel.OpenTo([team, team], [Bruno.Id!.Value], Ana, Noon);
        channel.Everyone.ShouldBeFalse();
        channel.Access.Select(access => (access.TeamId, access.MemberId)).ShouldBe([(team, null), (null, Bruno.Id)]);

        channel.OpenToEveryone(Ana, Noon);
        channel.Access.ShouldBeEmpty();
    }
}
