using System.Net;

namespace Relais.Server.Security;

/// <summary>Who calls, for limits on how often.</summary>
internal static class CallerAddress
{
    /// <summary>An address, or the network a provider gives to one customer of IPv6.</summary>
    public static string Of(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address) return "here";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();

        var bytes = address.GetAddressBytes();
        return bytes.Length == 4 ? address.ToString() : new IPAddress([.. bytes[..8], .. new byte[8]]).ToString();
    }
}
