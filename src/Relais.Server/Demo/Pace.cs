namespace Relais.Server.Demo;

/// <summary>How fast life goes at the shop: lively at first, calmer the longer one watches.</summary>
/// <param name="Clock">Whose seconds are meant.</param>
/// <param name="Factor">1 for people; less for tests in a hurry.</param>
public sealed record Pace(TimeProvider Clock, double Factor)
{
    private const double CalmestAt = 8;

    private readonly long begin = Clock.GetTimestamp();

    /// <summary>A person takes about so long, whatever the hour.</summary>
    public Task Moment(double seconds, CancellationToken cancel) => Task.Delay(TimeSpan.FromSeconds(seconds * Factor), Clock, cancel);

    /// <summary>As long as it takes to write these words, with a look at them before.</summary>
    public Task Writing(string words, CancellationToken cancel) => Moment(1.5 + Math.Min(words.Length * 0.035, 5), cancel);

    /// <summary>Until something new happens.</summary>
    public Task Lull(double seconds, CancellationToken cancel)
    {
        var minutes = Clock.GetElapsedTime(begin).TotalMinutes;
        return Moment(seconds * Math.Clamp(1 + (minutes / 2), 1, CalmestAt), cancel);
    }
}
