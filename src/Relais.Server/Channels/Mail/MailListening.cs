using System.Text.Json;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;

namespace Relais.Server.Channels.Mail;

/// <summary>
/// Takes in what arrives in one mailbox, for as long as the line holds. A mail is written down before the place moves on, and known by
/// itself: what is read twice is taken in once.
/// </summary>
internal sealed class MailListening(MailLine line, ImapFolder folder, MailFiles files, MailPlaces places, MailOpener opener)
    : IDisposable
{
    private const int MostAtOnce = 200;
    private const long MostBytesAtOnce = 16L * 1024 * 1024;
    private const int TriesOfOne = 3;

    private readonly Lock guard = new();
    private CancellationTokenSource news = new();

    /// <summary>Where read mails go; null leaves them.</summary>
    public IMailFolder? MoveTo { get; init; }

    public async Task Run(ConnectedChannel channel, Letterbox box, DateTimeOffset now, CancellationToken cancel)
    {
        folder.CountChanged += Ring;
        try
        {
            var place = await Begin(channel, now, cancel);
            await box.Stands(cancel);
            while (true)
            {
                var heard = Listen();
                place = await TakeIn(channel, box, place, cancel);
                await line.Wait(heard, cancel);
                place = Checked(place);
            }
        }
        finally
        {
            folder.CountChanged -= Ring;
        }
    }

    public void Dispose() => news.Dispose();

    /// <summary>A mailbox connected for the first time begins at now; one that counts anew is gone through for what is not known.</summary>
    private async Task<MailPlace> Begin(ConnectedChannel channel, DateTimeOffset now, CancellationToken cancel)
    {
        if (await places.Recall(channel.Id, cancel) is { } place) return Checked(place);

        place = new MailPlace(folder.UidValidity, await Newest(cancel), now);
        await places.Remember(channel.Id, place, cancel);
        return place;
    }

    private MailPlace Checked(MailPlace place) =>
        place.Validity == folder.UidValidity ? place : place with { Validity = folder.UidValidity, Last = 0, IsAnew = true };

    /// <summary>The last mail there is; 0 in an empty folder.</summary>
    private async Task<uint> Newest(CancellationToken cancel) =>
        folder.UidNext is { } next ? next.Id - 1 : (await line.Search(folder, SearchQuery.All, cancel)).Select(id => id.Id).DefaultIfEmpty().Max();

    private async Task<MailPlace> TakeIn(ConnectedChannel channel, Letterbox box, MailPlace place, CancellationToken cancel)
    {
        var newest = place.IsAnew ? await Newest(cancel) : 0;
        foreach (var some in (await After(place, cancel)).Chunk(MostAtOnce))
        {
            var measured = (await line.Measure(folder, some, cancel)).Where(mail => mail.UniqueId.IsValid).DistinctBy(mail => mail.UniqueId).OrderBy(mail => mail.UniqueId).ToList();
            foreach (var batch in Batches(measured, (await places.RecallStumble(channel.Id, cancel)).UpTo))
            {
                await TakeIn(channel, box, place, batch, cancel);
                place = place with { Last = batch[^1].UniqueId.Id };
                await places.Remember(channel.Id, place, cancel);
            }
        }

        if (!place.IsAnew) return place;

        place = place with { Last = Math.Max(place.Last, newest), IsAnew = false };
        await places.Remember(channel.Id, place, cancel);
        return place;
    }

    private async Task<IReadOnlyList<UniqueId>> After(MailPlace place, CancellationToken cancel)
    {
        SearchQuery query = place.IsAnew
            ? SearchQuery.DeliveredAfter(place.Since.UtcDateTime.AddDays(-2))
            : SearchQuery.Uids(new UniqueIdRange(new UniqueId(place.Last + 1), UniqueId.MaxValue));

        // "1234:*" names the last mail, even where it is an older one.
        return [.. (await line.Search(folder, query, cancel)).Where(id => id.Id > place.Last).Order()];
    }

    /// <summary>Many small ones at once, a large one alone; one by one where reading stumbled.</summary>
    private static IEnumerable<List<IMessageSummary>> Batches(List<IMessageSummary> mails, uint oneByOneUpTo)
    {
        var batch = new List<IMessageSummary>();
        long size = 0;
        foreach (var mail in mails)
        {
            var own = mail.Size ?? 0;
            if (batch.Count > 0 && (size + own > MostBytesAtOnce || batch[^1].UniqueId.Id <= oneByOneUpTo))
            {
                yield return batch;
                (batch, size) = ([], 0);
            }

            batch.Add(mail);
            size += own;
        }

        if (batch.Count > 0) yield return batch;
    }

    private async Task TakeIn(ConnectedChannel channel, Letterbox box, MailPlace place, List<IMessageSummary> batch, CancellationToken cancel)
    {
        var opened = await Read(channel, batch, cancel);
        if (place.IsAnew) opened.RemoveAll(mail => !place.IsNew(mail.Mail.Note.ReceivedAt, mail.Mail.Note.Date));

        var notes = await files.Keep(channel.Id, opened, cancel);
        await Task.WhenAll(notes.Select(note => box.Put(note.Digest!, JsonSerializer.SerializeToUtf8Bytes(note, MailNote.Json), cancel)));
        if (MoveTo is { } target && batch.Count > 0) await line.Move(folder, [.. batch.Select(mail => mail.UniqueId)], target, cancel);
        await Recover(channel, batch, cancel);
    }

    /// <summary>One mail the server cannot give must not keep back all that come after it.</summary>
    private async Task<List<(byte[] Raw, OpenedMail Mail)>> Read(ConnectedChannel channel, List<IMessageSummary> batch, CancellationToken cancel)
    {
        try
        {
            return await Read(batch, cancel);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested && exception is IOException or ProtocolException or CommandException)
        {
            var (upTo, times) = await places.RecallStumble(channel.Id, CancellationToken.None);
            var isAlone = batch.Count == 1 && upTo >= batch[0].UniqueId.Id;
            if (isAlone && times + 1 >= TriesOfOne) return [opener.Lost(batch[0].UniqueId.Id, folder.UidValidity, batch[0].InternalDate)];

            await places.Stumble(channel.Id, batch[^1].UniqueId.Id, isAlone ? times + 1 : 0, CancellationToken.None);
            throw;
        }
    }

    private async Task<List<(byte[] Raw, OpenedMail Mail)>> Read(List<IMessageSummary> batch, CancellationToken cancel)
    {
        var small = batch.Where(mail => mail.Size is not > MailOpener.LargestMail).ToList();
        var read = small.Count > 0 ? await line.Read(folder, small, cancel) : [];
        var opened = new List<(byte[] Raw, OpenedMail Mail)>();
        foreach (var mail in batch)
        {
            if (mail.Size > MailOpener.LargestMail)
            {
                var header = await line.ReadHeader(folder, mail.UniqueId, cancel);
                opened.Add((header, new OpenedMail(opener.OpenHeader(header, mail.InternalDate), [])));
            }
            else if (read.TryGetValue(mail.UniqueId, out var raw))
            {
                opened.Add((raw, opener.Open(raw, mail.InternalDate)));
            }
        }

        return opened;
    }

    private async Task Recover(ConnectedChannel channel, List<IMessageSummary> batch, CancellationToken cancel)
    {
        var (upTo, times) = await places.RecallStumble(channel.Id, cancel);
        if (upTo == 0) return;

        if (batch[^1].UniqueId.Id >= upTo) await places.Recover(channel.Id, cancel);
        else if (times > 0) await places.Stumble(channel.Id, upTo, 0, cancel);
    }

    private void Ring(object? sender, EventArgs happened)
    {
        lock (guard) news.Cancel();
    }

    /// <summary>From now on, what comes rings.</summary>
    private CancellationToken Listen()
    {
        lock (guard)
        {
            if (news.IsCancellationRequested)
            {
                news.Dispose();
                news = new CancellationTokenSource();
            }

            return news.Token;
        }
    }
}
