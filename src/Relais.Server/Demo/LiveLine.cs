using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace Relais.Server.Demo;

/// <summary>The live line of one of the shop's people, as his browser would hold it: it makes him present, and shows what he looks at.</summary>
public sealed class LiveLine(Uri home, string cookie)
{
    private const char EndOfRecord = '\u001e';
    private const string Handshake = """{"protocol":"json","version":1}""";
    private const string Heartbeat = """{"type":1,"target":"Position","arguments":[]}""";

    private static readonly TimeSpan BetweenHeartbeats = TimeSpan.FromSeconds(10);

    private readonly Channel<string> outgoing = Channel.CreateUnbounded<string>();

    public void Look(Guid conversationId) => Invoke("Watch", conversationId);

    public void Type(bool on) => Invoke("Typing", on);

    /// <summary>Comes back whenever the line breaks. Being seen is a nicety: without it the story goes on.</summary>
    public async Task Stay(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await Hold(cancel);
            }
            catch (Exception broken) when (broken is WebSocketException or HttpRequestException or OperationCanceledException)
            {
                await Task.Delay(BetweenHeartbeats, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Invoke(string method, object argument) =>
        outgoing.Writer.TryWrite(JsonSerializer.Serialize(new { type = 1, target = method, arguments = new[] { argument } }));

    private async Task Hold(CancellationToken cancel)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", cookie);
        socket.Options.Proxy = null;
        await socket.ConnectAsync(new UriBuilder(new Uri(home, "live")) { Scheme = home.Scheme == "https" ? "wss" : "ws" }.Uri, cancel);
        await Send(socket, Handshake, cancel);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var hearing = Hear(socket, both.Token);
        var speaking = Speak(socket, both.Token);
        await Task.WhenAny(hearing, speaking);
        await both.CancelAsync();
        await Task.WhenAll(hearing, speaking);
    }

    private static async Task Hear(ClientWebSocket socket, CancellationToken cancel)
    {
        var buffer = new byte[16 * 1024];
        while ((await socket.ReceiveAsync(buffer.AsMemory(), cancel)).MessageType != WebSocketMessageType.Close)
        {
            // What is told is for eyes; these people know the story already.
        }
    }

    private async Task Speak(ClientWebSocket socket, CancellationToken cancel)
    {
        while (true) await Send(socket, await Next(cancel), cancel);
    }

    private async Task<string> Next(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(BetweenHeartbeats);
        try
        {
            return await outgoing.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Heartbeat;
        }
    }

    private static async Task Send(ClientWebSocket socket, string words, CancellationToken cancel) =>
        await socket.SendAsync(Encoding.UTF8.GetBytes(words + EndOfRecord).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, cancel);
}
