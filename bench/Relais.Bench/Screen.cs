using System.Net.WebSockets;

namespace Relais.Bench;

/// <summary>An agent's live line without a screen: hands on what comes in.</summary>
internal sealed class Screen : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly Hears hears;
    private Task listening = Task.CompletedTask;

    private Screen(Hears hears) => this.hears = hears;

    public delegate void Hears(ReadOnlySpan<byte> messages);

    public static async Task<Screen> Open(Uri server, string cookie, Hears hears)
    {
        var screen = new Screen(hears);
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

                hears(buffer.AsSpan(0, length));
                length = 0;
            }
        }
        catch (Exception hungUp) when (hungUp is WebSocketException or OperationCanceledException)
        {
            // We hung up.
        }
    }
}
