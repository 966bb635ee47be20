using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MimeKit;

namespace Relais.Server.Channels.Mail;

/// <summary>A signed-in line to a mailbox.</summary>
internal sealed class MailLine(ImapClient client, BoundedLine bytes, TimeProvider clock) : IDisposable
{
    /// <summary>Half an hour is what servers grant; boxes on the way forget a silent line sooner.</summary>
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(9);
    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(60);

    // What a server says of a mail it was asked for is smaller than this, and its size is nearly what it says.
    private const int Around = 64 * 1024;

    /// <exception cref="MailFault">There is none of this name.</exception>
    public Task<ImapFolder> Open(string name, bool toWrite, CancellationToken cancel) => Within(MailLines.Patience, async stop =>
    {
        try
        {
            var isInbox = name.Length == 0 || string.Equals(name, "INBOX", StringComparison.OrdinalIgnoreCase);
            var folder = isInbox ? client.Inbox : await client.GetFolderAsync(name, stop);
            await folder.OpenAsync(toWrite ? FolderAccess.ReadWrite : FolderAccess.ReadOnly, stop);
            return (ImapFolder)folder;
        }
        catch (Exception exception) when (exception is FolderNotFoundException or ImapCommandException)
        {
            throw new MailFault(MailFault.FolderMissing, $"There is no folder {name} in the mailbox, or it cannot be opened.", needsRepair: true);
        }
    }, cancel);

    /// <summary>The folder to move to, without opening it.</summary>
    /// <exception cref="MailFault">There is none of this name.</exception>
    public async Task<IMailFolder> Find(string name, CancellationToken cancel)
    {
        try
        {
            return await client.GetFolderAsync(name, cancel);
        }
        catch (FolderNotFoundException)
        {
            throw new MailFault(MailFault.FolderMissing, $"There is no folder {name} in the mailbox.", needsRepair: true);
        }
    }

    /// <summary>Where the server keeps what was sent; null where it has no such place, or fills it itself.</summary>
    public async Task<IMailFolder?> Sent(bool evenIfFilled, CancellationToken cancel)
    {
        if (!evenIfFilled && client.Capabilities.HasFlag(ImapCapabilities.GMailExt1)) return null;
        var marksFolders = client.Capabilities.HasFlag(ImapCapabilities.SpecialUse) || client.Capabilities.HasFlag(ImapCapabilities.XList);
        if (marksFolders && client.GetFolder(SpecialFolder.Sent) is { } marked) return marked;

        var root = client.GetFolder(client.PersonalNamespaces[0]);
        foreach (var folder in await root.GetSubfoldersAsync(subscribedOnly: false, cancel))
            if (folder.Name is "Sent" or "Sent Items" or "Sent Messages" or "Envoyés" or "Éléments envoyés") return folder;

        return null;
    }

    public Task<IList<UniqueId>> Search(ImapFolder folder, SearchQuery query, CancellationToken cancel)
    {
        bytes.Allow(16 * BoundedLine.Talk);
        return Within(MailLines.Patience, stop => folder.SearchAsync(query, stop), cancel);
    }

    /// <summary>How large mails are and when they came.</summary>
    public Task<IList<IMessageSummary>> Measure(ImapFolder folder, IList<UniqueId> mails, CancellationToken cancel)
    {
        bytes.Allow(BoundedLine.Talk);
        return Within(
            MailLines.Patience, stop => folder.FetchAsync(mails, MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.InternalDate, stop), cancel);
    }

    /// <summary>Reads mails as they are, without marking them as read. One that is gone meanwhile is left out.</summary>
    public async Task<Dictionary<UniqueId, byte[]>> Read(ImapFolder folder, IReadOnlyList<IMessageSummary> mails, CancellationToken cancel)
    {
        var read = new Dictionary<UniqueId, byte[]>();
        bytes.Allow(BoundedLine.Talk + mails.Sum(mail => (2L * (mail.Size ?? 0)) + Around));
        await Within(
            MailLines.Patience * 3,
            async stop =>
            {
                await folder.GetStreamsAsync([.. mails.Select(mail => mail.UniqueId)], Take, stop);
                return read;
            },
            cancel);
        bytes.Allow(BoundedLine.Talk);
        return read;

        async Task Take(ImapFolder from, int index, UniqueId id, Stream content, CancellationToken stop)
        {
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy, stop);
            read[id] = copy.ToArray();
        }
    }

    /// <summary>The header alone, of what is too large to be read.</summary>
    public Task<byte[]> ReadHeader(ImapFolder folder, UniqueId id, CancellationToken cancel) => Within(MailLines.Patience, async stop =>
    {
        await using var content = await folder.GetStreamAsync(id, "HEADER", stop);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, stop);
        return copy.ToArray();
    }, cancel);

    public Task Move(ImapFolder folder, IList<UniqueId> mails, IMailFolder to, CancellationToken cancel) =>
        Within(MailLines.Patience, async stop =>
        {
            await folder.MoveToAsync(mails, to, stop);
            return true;
        }, cancel);

    public Task Append(IMailFolder folder, MimeMessage message, CancellationToken cancel) =>
        Within(MailLines.Patience, stop => folder.AppendAsync(message, MessageFlags.Seen, stop), cancel);

    /// <summary>Until something came, or it is time to look.</summary>
    /// <param name="news">Cancelled when something came.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task Wait(CancellationToken news, CancellationToken cancel)
    {
        bytes.Allow(BoundedLine.Talk);
        if (!client.Capabilities.HasFlag(ImapCapabilities.Idle))
        {
            await Pause(news, cancel);
            await Within(MailLines.Patience, async stop =>
            {
                await client.NoOpAsync(stop);
                return true;
            }, cancel);
            return;
        }

        using var time = new CancellationTokenSource(LongestIdle, clock);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(news, time.Token);
        await Within(LongestIdle + MailLines.Patience, async stop =>
        {
            await client.IdleAsync(done.Token, stop);
            return true;
        }, cancel);
    }

    public void Dispose() => client.Dispose();

    private async Task Pause(CancellationToken news, CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(news, cancel);
        try
        {
            await Task.Delay(PollEvery, clock, either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Something came.
        }
    }

    private async Task<T> Within<T>(TimeSpan time, Func<CancellationToken, Task<T>> ask, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(time, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            return await ask(either.Token);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new IOException("The mail server did not answer in time.", late);
        }
    }
}
