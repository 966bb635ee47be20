using System.Net;
using System.Net.Sockets;

namespace Relais.Server.Security.GuardedHttp;

/// <summary>Tells an address of the open internet from one that leads inside: loopback, private networks, cloud metadata.</summary>
public static class PublicAddress
{
    // https://www.iana.org/assignments/iana-ipv4-special-registry
    private static readonly IPNetwork[] Inside4 =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("192.88.99.0/24"),
        IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"),
    ];

    // https://www.iana.org/assignments/iana-ipv6-special-registry: within the global range, these are not.
    private static readonly IPNetwork[] Inside6 =
    [
        IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3fff::/20"),
    ];

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether somebody elsewhere may reach it, as far as can be told without asking: a name without a dot is one of a house.</summary>
    public static bool IsPublic(Uri address) =>
        !address.IsLoopback && (IPAddress.TryParse(address.Host.Trim('[', ']'), out var literal) ? IsPublic(literal) : address.Host.Contains('.', StringComparison.Ordinal));

    public static bool IsPublic(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !Array.Exists(Inside4, network => network.Contains(address)),
        AddressFamily.InterNetworkV6 when address.IsIPv4MappedToIPv6 => IsPublic(address.MapToIPv4()),
        AddressFamily.InterNetworkV6 when Nat64.Contains(address) => IsPublic(new IPAddress(address.GetAddressBytes().AsSpan(12))),
        AddressFamily.InterNetworkV6 => Global6.Contains(address) && !Array.Exists(Inside6, network => network.Contains(address)),
        _ => false,
    };
}
