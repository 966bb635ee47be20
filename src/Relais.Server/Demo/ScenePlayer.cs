namespace Relais.Server.Demo;

/// <summary>Plays the scenes before one's eyes, a few at a time. What the watcher takes into his own hands leaves the story.</summary>
public sealed class ScenePlayer(Story story, IReadOnlyDictionary<string, Medium> media, ShopLedger ledger, Customers customers, Pace pace)
{
    private const int AtOnce = 3;
    private const double BetweenScenes = 6;

    /// <summary>From where the story stopped, and without end: what can happen again does, ever more slowly.</summary>
    public async Task Play(Staff staff, int from, Action<int> note, CancellationToken cancel)
    {
        var running = new List<Task>();
        for (var index = from; !cancel.IsCancellationRequested; index++)
        {
            var scene = story.Scenes[index % story.Scenes.Count];
            if (!await MayBegin(scene, index, cancel))
            {
                if (index % story.Scenes.Count == 0) await pace.Lull(BetweenScenes, cancel);
                continue;
            }

            if (running.Count >= AtOnce) await Task.WhenAny(running);
            running.RemoveAll(task => task.IsCompletedSuccessfully);
            if (running.Find(task => task.IsFaulted) is { } failed) await failed;

            running.Add(Perform(scene, staff, cancel));
            note(index + 1);
            await pace.Lull(BetweenScenes, cancel);
        }
    }

    /// <summary>A second time only what needs no past, and only from somebody who waits for nothing.</summary>
    private async Task<bool> MayBegin(Dialogue scene, int index, CancellationToken cancel)
    {
        if (index < story.Scenes.Count) return true;

        var customer = story.Who(scene);
        return !scene.Once && await ledger.Open(media[customer.On].ChannelId, customer, cancel) is null;
    }

    private async Task Perform(Dialogue scene, Staff staff, CancellationToken cancel)
    {
        try
        {
            var customer = story.Who(scene);
            var medium = media[customer.On];
            Line? before = null;
            foreach (var line in scene.Read())
            {
                if (line.Kind == LineKind.Writes) await Write(customer, medium, line, before, cancel);
                else if (!await Act(customer, medium, line, staff, cancel)) return;

                before = line;
            }
        }
        catch (HttpRequestException)
        {
            // A scene that cannot be played is left out; the shop goes on.
        }
    }

    private async Task Write(Customer customer, Medium medium, Line line, Line? before, CancellationToken cancel)
    {
        // After our answer: it has to leave, arrive and be read.
        if (before is { IsOurs: true }) await pace.Moment(8, cancel);
        await medium.Type(customer, on: true, cancel);
        await pace.Writing(line.Words, cancel);
        var written = await medium.Write(customer, line, $"demo-{Guid.CreateVersion7():N}", pace.Clock.GetUtcNow(), cancel);
        await ledger.Arrival(medium.ChannelId, written, cancel);
    }

    /// <returns>False when the scene ends here: somebody has taken it over.</returns>
    private async Task<bool> Act(Customer customer, Medium medium, Line line, Staff staff, CancellationToken cancel)
    {
        await pace.Moment(line.Kind is LineKind.Likes or LineKind.Resolves ? 9 : 3, cancel);
        if (await ledger.Open(medium.ChannelId, customer, cancel) is not { } exchange) return false;
        if (line.Kind == LineKind.Likes)
        {
            if (await ledger.LastAnswer(exchange.Id, cancel) is { } answer) await medium.Like(customer, answer, cancel);
            return true;
        }

        if (!staff.IsHere(line.Who) || !staff.MayTouch(line.Who, exchange)) return false;

        staff.Look(line, exchange.Id);
        await pace.Writing(line.Words, cancel);
        if (line.Kind == LineKind.Answers) customers.Expect(line.Words);
        return await staff.Do(line, exchange.Id, cancel);
    }
}
