using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Relais.Tests.Security.GuardedHttp;

/// <summary>A server that answers every call with the same bytes, well-behaved or not, and remembers what was asked.</summary>
internal sealed class PlainServer : IAsyncDisposable
{
    private readonly Socket listener = new(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { DualMode = true };
    private readonly ConcurrentQueue<string> calls = new();
    private readonly ConcurrentBag<Socket> open = [];
    private readonly Task accepting;

    public PlainServer()
    {
        listener.Bind(new IPEndPoint(IPAddress.IPv6Any, 0));
        listener.Listen();
        accepting = Accept();
    }

    public string Answer { get; set; } = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    public int Port => ((IPEndPoint)listener.LocalEndPoint!).Port;

    public IReadOnlyList<string> Calls => [.. calls];

    public Uri At(string path, string host = "127.0.0.1") => new($"http://{host}:{Port}{path}");

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await accepting;
        foreach (var socket in open) socket.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Serve(await listener.AcceptAsync());
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // Disposed: the test is over.
        }
    }

    private async Task Serve(Socket socket)
    {
        open.Add(socket);
        var buffer = new byte[16 * 1024];
        while (await Received(socket, buffer) is > 0 and var length)
        {
            var request = Encoding.UTF8.GetString(buffer, 0, length);
            if (!request.Contains(" HTTP/1.1", StringComparison.Ordinal)) continue;

            calls.Enqueue(request);
            await socket.SendAsync(Encoding.UTF8.GetBytes(Answer));
            if (Answer.Contains("Connection: close", StringComparison.Ordinal)) socket.Shutdown(SocketShutdown.Both);
        }
    }

    private static async Task<int> Received(Socket socket, byte[] buffer)
    {
        try
        {
            return await socket.ReceiveAsync(buffer);
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            return 0;
        }
    }
}
