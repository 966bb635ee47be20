using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Relais.Tests.Channels.Mail;

/// <summary>A small IMAP server of ours that does what no honest one does: ends in the middle of a mail, announces gigabytes, never stops.</summary>
internal sealed class FaultyImap : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly List<string> mails = [];

    public FaultyImap()
    {
        listener.Start();
        _ = Task.Run(Serve);
    }

    /// <summary>What it does when a mail is asked for: UID, and how often it was asked for by then.</summary>
    public Func<uint, int, Fault> Misbehave { get; set; } = (_, _) => Fault.None;

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public Dictionary<uint, int> Asked { get; } = [];

    public void Add(string mail)
    {
        lock (mails) mails.Add(mail);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        stop.Dispose();
    }

    private async Task Serve()
    {
        while (!stop.IsCancellationRequested)
        {
            var client = await listener.AcceptTcpClientAsync(stop.Token);
            _ = Task.Run(() => Speak(client));
        }
    }

    private async Task Speak(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1);
                await Say(stream, "* OK [CAPABILITY IMAP4rev1 NAMESPACE] ready\r\n");
                while (await reader.ReadLineAsync(stop.Token) is { } line && await Answer(stream, line))
                {
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The other side has left.
            }
        }
    }

    private async Task<bool> Answer(NetworkStream stream, string line)
    {
        var (tag, command) = (line.Split(' ')[0], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        var count = Count;
        if (command.StartsWith("EXAMINE", StringComparison.Ordinal) || command.StartsWith("SELECT", StringComparison.Ordinal))
            await Say(stream, $"* FLAGS (\\Seen)\r\n* {count} EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT {count + 1}] ok\r\n");
        else if (command.StartsWith("NAMESPACE", StringComparison.Ordinal)) await Say(stream, "* NAMESPACE ((\"\" \"/\")) NIL NIL\r\n");
        else if (command.StartsWith("LIST", StringComparison.Ordinal)) await Say(stream, "* LIST () \"/\" INBOX\r\n");
        else if (command.StartsWith("UID SEARCH", StringComparison.Ordinal)) await Say(stream, $"* SEARCH{string.Concat(Enumerable.Range(1, count).Select(id => $" {id}"))}\r\n");
        else if (command.StartsWith("UID FETCH", StringComparison.Ordinal) && !await Fetch(stream, command)) return false;
        await Say(stream, $"{tag} OK {(command.StartsWith("EXAMINE", StringComparison.Ordinal) ? "[READ-ONLY] " : "")}done\r\n");
        return !command.StartsWith("LOGOUT", StringComparison.Ordinal);
    }

    private async Task<bool> Fetch(NetworkStream stream, string command)
    {
        foreach (var id in Ids(command.Split(' ')[2]))
        {
            var mail = Mail(id);
            if (!command.Contains("BODY.PEEK[]", StringComparison.Ordinal))
            {
                await Say(stream, $"* {id} FETCH (UID {id} RFC822.SIZE {mail.Length} INTERNALDATE \"23-Nov-2026 16:00:00 +0000\")\r\n");
                continue;
            }

            Asked[id] = Asked.GetValueOrDefault(id) + 1;
            switch (Misbehave(id, Asked[id]))
            {
                case Fault.Cut:
                    await Say(stream, $"* {id} FETCH (UID {id} BODY[] {{{mail.Length}}}\r\n{mail[..(mail.Length / 2)]}");
                    return false;
                case Fault.Flood:
                    await Say(stream, $"* {id} FETCH (UID {id} BODY[] {{4000000000}}\r\n");
                    for (var block = 0; block < 400; block++) await Say(stream, new string('x', 100_000));
                    return false;
            }

            await Say(stream, $"* {id} FETCH (UID {id} BODY[] {{{mail.Length}}}\r\n{mail})\r\n");
        }

        return true;
    }

    private int Count
    {
        get
        {
            lock (mails) return mails.Count;
        }
    }

    private string Mail(uint id)
    {
        lock (mails) return mails[(int)id - 1];
    }

    private static IEnumerable<uint> Ids(string set) => set.Split(',').SelectMany(part =>
    {
        var ends = part.Split(':').Select(one => uint.Parse(one, CultureInfo.InvariantCulture)).ToArray();
        return Enumerable.Range((int)ends[0], (int)(ends[^1] - ends[0]) + 1).Select(id => (uint)id);
    });

    private async Task Say(NetworkStream stream, string words) => await stream.WriteAsync(Encoding.Latin1.GetBytes(words), stop.Token);

    internal enum Fault
    {
        None,

        /// <summary>Hangs up in the middle of a mail.</summary>
        Cut,

        /// <summary>Announces four gigabytes and begins to send them.</summary>
        Flood,
    }
}
