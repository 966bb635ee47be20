using System.Text;
using MimeKit.Cryptography;

namespace Relais.Server.Channels.Mail;

/// <summary>
/// Whether a mail comes from where it says. Anybody may write such a header into his mail: only the word of the administrator's own
/// server counts, and of that only the topmost.
/// </summary>
/// <param name="IsProven">Whether the name in From stands for its sender.</param>
/// <param name="Spf">What was found, in the server's words.</param>
/// <param name="Dkim">What was found, in the server's words.</param>
/// <param name="Dmarc">What was found, in the server's words.</param>
internal sealed record MailProof(bool IsProven, string? Spf, string? Dkim, string? Dmarc)
{
    private const string Pass = "pass";
    private const int LongestHeader = 8_000;

    /// <summary>Null where no server is trusted: then nothing is known.</summary>
    public static MailProof? Of(IEnumerable<string> headers, string trustedServer, string fromDomain)
    {
        var trusted = trustedServer.Trim();
        if (trusted.Length == 0) return null;

        foreach (var header in headers.Where(one => one.Length <= LongestHeader))
        {
            if (!AuthenticationResults.TryParse(Encoding.UTF8.GetBytes(header), out var results)) continue;
            if (string.Equals(results.AuthenticationServiceIdentifier, trusted, StringComparison.OrdinalIgnoreCase)) return Of(results, fromDomain);
        }

        return new MailProof(false, null, null, null);
    }

    private static MailProof Of(AuthenticationResults results, string fromDomain)
    {
        var dmarc = Find(results, "dmarc");
        var isProven = dmarc is not null
            ? Is(dmarc, Pass)
            : Says(results, "dkim", fromDomain, "d", "i") || Says(results, "spf", fromDomain, "mailfrom", "from");
        return new MailProof(isProven, Find(results, "spf")?.Result, Find(results, "dkim")?.Result, dmarc?.Result);
    }

    private static AuthenticationMethodResult? Find(AuthenticationResults results, string method) =>
        results.Results.FirstOrDefault(one => string.Equals(one.Method, method, StringComparison.OrdinalIgnoreCase));

    /// <summary>Without DMARC's word, a pass counts for the very domain that stands in From.</summary>
    private static bool Says(AuthenticationResults results, string method, string fromDomain, params string[] properties) =>
        fromDomain.Length > 0 && results.Results.Any(one =>
            string.Equals(one.Method, method, StringComparison.OrdinalIgnoreCase) && Is(one, Pass)
            && one.Properties.Any(property => properties.Contains(property.Property) && DomainOf(property.Value).Equals(fromDomain, StringComparison.OrdinalIgnoreCase)));

    private static bool Is(AuthenticationMethodResult one, string result) => string.Equals(one.Result, result, StringComparison.OrdinalIgnoreCase);

    private static string DomainOf(string value) => value.Split('@')[^1].Trim('<', '>', ' ');
}
