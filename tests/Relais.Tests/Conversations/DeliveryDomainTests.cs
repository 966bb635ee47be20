using Relais.Domain.Conversations;
using Relais.Domain.Shared;

namespace Relais.Tests.Conversations;

/// <summary>How far an answer got only moves forward, whatever comes late, twice or in the wrong order.</summary>
public sealed class DeliveryDomainTests
{
    /// <summary>A row for each status it has, a column for each it is told: none, scheduled, queued, sending, unknown, sent, delivered, read, failed.</summary>
    private static readonly string[] May =
    [
        ".........", // none: not something that is delivered
        ".........", // scheduled: nobody can know anything of it yet
        "...XXXXXX", // queued
        "..X.XXXXX", // sending; the provider may ask us to come again
        ".....XXXX", // unknown
        "......XXX", // sent
        ".......X.", // delivered
        ".........", // read
        "......XX.", // failed, unless it arrived after all
    ];

    public static TheoryData<DeliveryStatus, DeliveryStatus> AllPairs => new(
        from was in Enum.GetValues<DeliveryStatus>() from told in Enum.GetValues<DeliveryStatus>() select (was, told));

    [Theory]
    [MemberData(nameof(AllPairs))]
    public void A_delivery_only_moves_forward(DeliveryStatus was, DeliveryStatus told) =>
        was.MayBecome(told).ShouldBe(May[(int)was][(int)told] == 'X');

    [Theory]
    [MemberData(nameof(AllPairs))]
    public void What_comes_late_changes_nothing_and_is_not_told(DeliveryStatus was, DeliveryStatus told)
    {
        var (message, at) = (Sent(was), Exchange.Noon.AddHours(1));
        if (message is null) return;

        var moved = message.Deliver(new DeliveryReport(told, at, Code: "131026", Reason: "Nobody there."), at);

        moved.ShouldBe(was.MayBecome(told));
        message.Delivery.ShouldBe(moved ? told : was);
        message.Events.Count.ShouldBe(moved ? 1 : 0);
        if (moved) message.DeliveryCode.ShouldBe("131026");
    }

    [Fact]
    public void The_providers_id_is_learned_even_from_a_report_that_comes_late()
    {
        var message = Sent(DeliveryStatus.Read)!;

        message.Deliver(new DeliveryReport(DeliveryStatus.Sent, Exchange.Noon, "wamid.1"), Exchange.Noon).ShouldBeFalse();

        message.ExternalId.ShouldBe("wamid.1");
    }

    [Theory]
    [InlineData(DeliveryStatus.Failed, true)]
    [InlineData(DeliveryStatus.Unknown, true)]
    [InlineData(DeliveryStatus.Queued, false)]
    [InlineData(DeliveryStatus.Sent, false)]
    [InlineData(DeliveryStatus.Read, false)]
    public void Only_a_failed_or_uncertain_answer_is_tried_again(DeliveryStatus was, bool may)
    {
        var message = Sent(was)!;

        if (may) message.Retry(Exchange.Ana, Exchange.Noon);
        else Should.Throw<RuleViolation>(() => message.Retry(Exchange.Ana, Exchange.Noon)).Code.ShouldBe("message.not_failed");

        message.Delivery.ShouldBe(may ? DeliveryStatus.Queued : was);
    }

    [Fact]
    public void Once_it_left_the_offer_to_take_it_back_is_gone() => Sent(DeliveryStatus.Sent)!.UndoUntil.ShouldBeNull();

    [Fact]
    public void What_the_contact_wrote_is_not_delivered()
    {
        var message = new Exchange().Receive("Bonjour");

        message.Deliver(new DeliveryReport(DeliveryStatus.Read, Exchange.Noon), Exchange.Noon).ShouldBeFalse();
    }

    /// <summary>Null for what no answer that was sent can have.</summary>
    private static Message? Sent(DeliveryStatus status)
    {
        if (status is DeliveryStatus.None or DeliveryStatus.Scheduled) return null;

        var message = new Exchange().Answer(Exchange.Ana);
        if (status != DeliveryStatus.Queued) message.Deliver(new DeliveryReport(status, Exchange.Noon), Exchange.Noon);
        message.ForgetEvents();
        return message;
    }
}
