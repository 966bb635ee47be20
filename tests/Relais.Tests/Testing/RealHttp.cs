using System.Net;

namespace Relais.Tests.Testing;

/// <summary>Clients for real sockets: the one place in the tests that makes them.</summary>
public static class RealHttp
{
    public static HttpClient Client(Uri address, CookieContainer? cookies = null)
    {
        var handler = new SocketsHttpHandler { CookieContainer = cookies ?? new CookieContainer(), AllowAutoRedirect = false };
#pragma warning disable RS0030 // The guarded client refuses loopback, which is where a test's server is.
        return new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
#pragma warning restore RS0030
    }
}
