using System.Text.RegularExpressions;
using Relais.Domain.Shared;

namespace Relais.Server.Channels.Messenger;

/// <summary>Which sites may show a messenger. Empty = any.</summary>
internal sealed partial class AllowedOrigins
{
    private static readonly char[] Separators = [' ', ',', ';', '\r', '\n', '\t'];

    private readonly string[] origins;

    private AllowedOrigins(string[] origins) => this.origins = origins;

    /// <exception cref="RuleViolation"><c>settings.origin</c>: it would end up in a security header, so it must be one.</exception>
    public static AllowedOrigins Of(MessengerSettings settings)
    {
        var written = settings.AllowedOrigins.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var wrong = Array.Find(written, origin => !Origin().IsMatch(origin));
        return wrong is null
            ? new AllowedOrigins([.. written.Select(origin => origin.TrimEnd('/').ToLowerInvariant())])
            : throw new RuleViolation(
                "settings.origin", $"Write '{wrong}' as an origin, for instance https://shop.example.", new Dictionary<string, object?> { ["origin"] = wrong });
    }

    public bool Contain(string origin) => origins.Length == 0 || Array.Exists(origins, allowed => Matches(allowed, origin.ToLowerInvariant()));

    /// <summary>For <c>Content-Security-Policy</c>. Our own pages always may: the test page is one.</summary>
    public string FrameAncestors => origins.Length == 0 ? "*" : $"'self' {string.Join(' ', origins)}";

    private static bool Matches(string allowed, string origin)
    {
        var star = allowed.IndexOf('*', StringComparison.Ordinal);
        if (star < 0) return allowed == origin;

        var (scheme, host) = (allowed[..star], allowed[(star + 1)..]);
        return origin.Length > scheme.Length + host.Length
            && origin.StartsWith(scheme, StringComparison.Ordinal)
            && origin.EndsWith(host, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^https?://(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?/?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Origin();
}
