using System.Net.Sockets;
using System.Text;

namespace Relais.Bench;

/// <summary>One connection to a server that costs next to nothing on our side: it sends prepared bytes and reads the status.</summary>
internal sealed class Wire : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[64 * 1024];

    public static async Task<Wire> Open(Uri server)
    {
        var wire = new Wire();
        await wire.socket.ConnectAsync(server.Host, server.Port);
        return wire;
    }

    /// <returns>The status of the answer.</returns>
    public async ValueTask<int> Call(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
        var length = 0;
        while (!IsWhole(buffer.AsSpan(0, length)))
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (read == 0) throw new IOException("The server closed the line.");

            length += read;
        }

        return int.Parse(Encoding.ASCII.GetString(buffer, 9, 3));
    }

    public void Dispose() => socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;

        var head = answer[..(end + 2)];
        var at = head.IndexOf("\r\nContent-Length: "u8);
        if (at < 0) return answer.EndsWith("0\r\n\r\n"u8);

        var number = head[(at + "\r\nContent-Length: "u8.Length)..];
        return answer.Length >= end + 4 + int.Parse(number[..number.IndexOf((byte)'\r')]);
    }
}
