using Relais.Domain.Conversations;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;
using Relais.Server.Persistence;

namespace Relais.Server.Demo;

/// <summary>Tells what happened before the curtain rises: customers through the doors, with the times of then.</summary>
public sealed class PastTeller(Story story, Notebook notebook, IReadOnlyDictionary<string, Medium> media, ShopLedger ledger, TimeProvider clock)
{
    private const int AtOnce = 4;

    private static readonly TimeSpan Writing = TimeSpan.FromMinutes(1.5);
    private static readonly TimeSpan Answering = TimeSpan.FromMinutes(4);

    /// <summary>
    /// Several customers at a time, each one's exchanges in their order; who was heard last comes last, as what is found is shown in the
    /// order it came in. What an earlier start began is not told again.
    /// </summary>
    public Task Tell(CancellationToken cancel) => Parallel.ForEachAsync(
        story.Past.Select((dialogue, index) => (dialogue, index)).GroupBy(told => told.dialogue.Who)
            .OrderByDescending(own => own.Min(told => told.dialogue.Since())),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
        async (own, stop) =>
        {
            foreach (var (dialogue, index) in own)
                if (!await IsKnown(dialogue, index, stop)) await Tell(dialogue, index, stop);
        });

    private Task<bool> IsKnown(Dialogue dialogue, int index, CancellationToken cancel)
    {
        var medium = media[story.Who(dialogue).On];
        return ledger.Has(medium.ChannelId, medium.IdOf($"demo-{index}-0"), cancel);
    }

    private async Task Tell(Dialogue dialogue, int index, CancellationToken cancel)
    {
        var customer = story.Who(dialogue);
        var medium = media[customer.On];
        var at = clock.GetUtcNow() - dialogue.Since();
        var conversation = Guid.Empty;
        foreach (var (line, number) in dialogue.Read().Select((line, number) => (line, number)))
        {
            if (line.Kind == LineKind.Writes)
            {
                var written = await medium.Write(customer, line, $"demo-{index}-{number}", at, cancel);
                conversation = await ledger.Arrival(medium.ChannelId, written, cancel);
                await ledger.Backdate(conversation, at, cancel);
            }
            else
            {
                await Do(line, customer, conversation, at, cancel);
            }

            at += line.Kind switch { LineKind.Writes => Writing, LineKind.Files or LineKind.Honours => TimeSpan.Zero, _ => Answering };
        }
    }

    private async Task Do(Line line, Customer customer, Guid conversation, DateTimeOffset at, CancellationToken cancel)
    {
        if (line.Kind == LineKind.Likes)
        {
            if (await ledger.LastAnswer(conversation, cancel) is { } answer) await media[customer.On].Like(customer, answer, cancel);
            return;
        }

        var by = new Actor(ActorKind.Member, notebook.Staff[line.Who], NameOf(line.Who));
        await ledger.Change(conversation, (db, it) =>
        {
            switch (line.Kind)
            {
                case LineKind.Answers:
                    var content = new MessageContent(MessageKind.Text, line.Words);
                    var answer = Message.ToContact(it, content, Guid.CreateVersion7(), by, at, TimeSpan.Zero);
                    it.Answer(answer, assignToAuthor: true);
                    db.Messages.Add(answer);
                    break;
                case LineKind.Notes:
                    var note = Message.ToColleagues(it, line.Words, Guid.CreateVersion7(), by, at);
                    it.Annotate(note);
                    db.Messages.Add(note);
                    break;
                case LineKind.Files:
                    var topicId = notebook.Topics[line.Words];
                    it.ChangeTopics([db.Topics.Single(topic => topic.Id == topicId)], [], by, at);
                    break;
                case LineKind.Honours:
                    db.Contacts.Single(contact => contact.Id == it.ContactId).Mark(vip: true, by, at);
                    break;
                case LineKind.Takes:
                    it.Take(by.Id!.Value, by, at);
                    break;
                case LineKind.Resolves:
                    it.Resolve(ResolutionOf(line, db), db.ResolvePolicies.Single(), by, at);
                    break;
            }
        }, cancel);
    }

    private Resolution ResolutionOf(Line line, RelaisDb db)
    {
        var reasonId = notebook.ReasonOf(line);
        return Resolution.ByHand with { Reason = db.ResolveReasons.SingleOrDefault(reason => reason.Id == reasonId) };
    }

    private static string NameOf(string person) => OpenShop.People.Single(one => one.Id == person).Name;
}
