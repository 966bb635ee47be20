using System.Net;
using System.Net.Sockets;

namespace Relais.Server.Security.GuardedHttp;

/// <summary>
/// Looks a name up, refuses what leads inside and connects to exactly the addresses it has checked: a name that changes its
/// answer in between (DNS rebinding) gains nothing, and every redirect comes through here again.
/// </summary>
public sealed class GuardedConnection(
    OutgoingRules rules, TimeProvider clock, Func<string, CancellationToken, Task<IPAddress[]>>? lookUp = null)
{
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> lookUp = lookUp ?? LookUp;

    public ValueTask<Stream> Open(SocketsHttpConnectionContext context, CancellationToken cancel) => Open(context.DnsEndPoint, cancel);

    /// <summary>For what speaks another language than HTTP.</summary>
    /// <exception cref="AddressRefused">The address leads inside.</exception>
    public async ValueTask<Stream> Open(DnsEndPoint target, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(rules.ConnectWithin, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            var addresses = await Allowed(target, either.Token);
            return await Connect(addresses, target.Port, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            // Named as what it is: nothing was sent yet, so the call may be repeated. A plain cancellation would not say so.
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The connection took too long.");
        }
    }

    /// <summary>An address needs no looking up; the resolver would even throw for 0.0.0.0.</summary>
    private static Task<IPAddress[]> LookUp(string host, CancellationToken cancel) =>
        IPAddress.TryParse(host, out var literal) ? Task.FromResult<IPAddress[]>([literal]) : Dns.GetHostAddressesAsync(host, cancel);

    private async Task<IPAddress[]> Allowed(DnsEndPoint target, CancellationToken cancel)
    {
        if (!rules.AllowPrivateHosts && !rules.Ports.Contains(target.Port)) throw new AddressRefused();

        var addresses = await lookUp(target.Host, cancel);
        if (addresses.Length == 0 || (!rules.AllowPrivateHosts && !Array.TrueForAll(addresses, PublicAddress.IsPublic)))
            throw new AddressRefused();

        return addresses;
    }

    private static async Task<Stream> Connect(IPAddress[] addresses, int port, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
