using System.Net.WebSockets;

namespace Relais.Bench;

/// <summary>An agent's live line without a screen: notes when each message's mark first comes in.</summary>
internal sealed class Screen : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly bool[] seen;
    private readonly int first;
    private readonly long[] due;
    private readonly Histogram arrivals;
    private Task listening = Task.CompletedTask;
    private int count;

    private Screen(int first, long[] due, Histogram arrivals)
    {
        this.first = first;
        this.due = due;
        this.arrivals = arrivals;
        seen = new bool[due.Length];
    }

    public int Seen => Volatile.Read(ref count);

    public static async Task<Screen> Open(Uri server, string cookie, int first, long[] due, Histogram arrivals)
    {
        var screen = new Screen(first, due, arrivals);
        if (cookie.Length > 0) screen.socket.Options.SetRequestHeader("Cookie", cookie);
        await screen.socket.ConnectAsync(new Uri($"ws://{server.Authority}/live"), CancellationToken.None);
        await screen.socket.SendAsync("{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray(), WebSocketMessageType.Text, true, CancellationToken.None);
        var handshake = new byte[4096];
        await screen.socket.ReceiveAsync(handshake.AsMemory(), CancellationToken.None);
        screen.listening = Task.Run(screen.Listen);
        return screen;
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await listening;
        socket.Dispose();
    }

    private async Task Listen()
    {
        var buffer = new byte[1 << 20];
        var length = 0;
        try
        {
            while (true)
            {
                var got = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                length += got.Count;
                if (!got.EndOfMessage) continue;

                Look(buffer.AsSpan(0, length));
                length = 0;
            }
        }
        catch (Exception hungUp) when (hungUp is WebSocketException or OperationCanceledException)
        {
            // We hung up.
        }
    }

    private void Look(ReadOnlySpan<byte> bytes)
    {
        while (Webhooks.MarkIn(bytes, out var after) is { } mark)
        {
            bytes = bytes[after..];
            var index = mark - first;
            if (index < 0 || index >= seen.Length || seen[index]) continue;

            seen[index] = true;
            arrivals.Add(Histogram.Since(Volatile.Read(ref due[index])));
            Interlocked.Increment(ref count);
        }
    }
}
