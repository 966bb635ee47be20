using System.Collections.Concurrent;

namespace Relais.Server.Demo;

/// <summary>The customers' side of the wire: their devices tell that an answer came, and they answer words nobody foresaw, so that whoever
/// writes to one of them hears back.</summary>
public sealed class Customers(Story story, IReadOnlyDictionary<string, Medium> media, Pace pace)
{
    private readonly ConcurrentDictionary<string, int> expected = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> spoken = new(StringComparer.Ordinal);

    /// <summary>These words are part of the story: the story also says what follows.</summary>
    public void Expect(string words) => expected.AddOrUpdate(words, 1, (_, count) => count + 1);

    public async Task Hear(Answer answer, CancellationToken cancel)
    {
        var customer = story.Customers.FirstOrDefault(one => one.On == answer.On && one.ExternalId == answer.To);
        if (customer is null && !ShopBroadcasts.IsFriend(answer.To)) return;

        var medium = media[answer.On];
        await pace.Moment(0.8, cancel);
        await medium.Acknowledge(answer, read: false, cancel);
        await pace.Moment(1.7, cancel);
        if (customer is null && !ShopBroadcasts.Reads(answer.To)) return;

        await medium.Acknowledge(answer, read: true, cancel);
        if (customer is not null && !WasExpected(answer.Words)) await Reply(customer, medium, answer, cancel);
    }

    private bool WasExpected(string words)
    {
        while (expected.TryGetValue(words, out var count) && count > 0)
            if (expected.TryUpdate(words, count - 1, count)) return true;

        return false;
    }

    private async Task Reply(Customer customer, Medium medium, Answer answer, CancellationToken cancel)
    {
        var words = story.Unscripted[customer.Language];
        var turn = spoken.AddOrUpdate(customer.Id, 1, (_, count) => count + 1) - 1;
        await pace.Moment(2.5, cancel);
        if (turn % (words.Count + 1) == words.Count)
        {
            await medium.Like(customer, answer.ExternalId, cancel);
            return;
        }

        var line = new Line(LineKind.Writes, "", words[turn % (words.Count + 1)]);
        await medium.Type(customer, on: true, cancel);
        await pace.Writing(line.Words, cancel);
        await medium.Write(customer, line, $"demo-reply-{Guid.CreateVersion7():N}", pace.Clock.GetUtcNow(), cancel);
    }
}
