using System.Globalization;
using Relais.Domain.Contacts;

namespace Relais.Server.Channels.Mail;

/// <summary>An address as people are known by: one way of writing for each mailbox.</summary>
internal static class MailAddress
{
    /// <summary>Nobody can be written to there.</summary>
    public const string Nobody = "unknown@relais.invalid";

    private static readonly IdnMapping Names = new();

    /// <summary>Null when it is none.</summary>
    public static string? Of(string? address)
    {
        var trimmed = address?.Trim().ToLowerInvariant() ?? "";
        var at = trimmed.LastIndexOf('@');
        if (at <= 0 || at == trimmed.Length - 1 || trimmed.Any(sign => char.IsControl(sign) || char.IsWhiteSpace(sign))) return null;

        var normal = $"{trimmed[..at]}@{DomainOf(trimmed[(at + 1)..])}";
        return normal.Length <= ContactIdentity.ExternalIdLimit ? normal : null;
    }

    public static string DomainIn(string address) => address[(address.LastIndexOf('@') + 1)..];

    private static string DomainOf(string domain)
    {
        try
        {
            return Names.GetAscii(domain.TrimEnd('.'));
        }
        catch (ArgumentException)
        {
            return domain;
        }
    }
}
