using Relais.Domain.Notifications;
using Relais.Domain.Shared;
using Relais.Tests.Conversations;

namespace Relais.Tests.Notifications;

/// <summary>When an e-mail of what is not read is due.</summary>
public sealed class DigestTests
{
    [Theory]
    [InlineData("2026-11-26T12:20:30Z", "2026-11-26T13:00:00Z")]
    [InlineData("2026-11-26T13:00:00Z", "2026-11-26T14:00:00Z")]
    public void Hourly_is_at_the_next_full_hour(string happened, string due) =>
        (Digest.Usual with { Pace = DigestPace.Hourly }).DueAt(At(happened)).ShouldBe(At(due));

    [Theory]
    [InlineData("2026-11-26T06:59:00Z", "2026-11-26T07:00:00Z")]
    [InlineData("2026-11-26T07:00:00Z", "2026-11-27T07:00:00Z")]
    [InlineData("2026-07-26T06:30:00Z", "2026-07-27T06:00:00Z")]
    public void Daily_is_at_the_members_own_hour(string happened, string due) => Daily(8).DueAt(At(happened)).ShouldBe(At(due));

    [Fact]
    public void The_hour_the_clock_skips_comes_an_hour_later_and_the_one_it_strikes_twice_comes_once()
    {
        Daily(2).DueAt(At("2026-03-28T22:00:00Z")).ShouldBe(At("2026-03-29T01:00:00Z"));
        Daily(2).DueAt(At("2026-10-24T22:00:00Z")).ShouldBe(At("2026-10-25T00:00:00Z"));
        Daily(2).DueAt(At("2026-10-25T00:00:00Z")).ShouldBe(At("2026-10-26T01:00:00Z"));
    }

    [Theory]
    [InlineData(4, 8, "Europe/Paris", "digest.minutes")]
    [InlineData(241, 8, "Europe/Paris", "digest.minutes")]
    [InlineData(30, 24, "Europe/Paris", "digest.hour")]
    [InlineData(30, 8, "Europe/Atlantis", "digest.time_zone")]
    public void A_pace_that_cannot_be_is_refused(int minutes, int hour, string zone, string code) => Should.Throw<RuleViolation>(
        () => new NotificationPreferences(Guid.CreateVersion7(), Guid.CreateVersion7()).Pace(new Digest(DigestPace.Daily, minutes, hour, zone), Exchange.Ana, Exchange.Noon)).Code.ShouldBe(code);

    private static Digest Daily(int hour) => new(DigestPace.Daily, 30, hour, "Europe/Paris");

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
}
