using System.Text.RegularExpressions;

namespace Relais.Server;

/// <summary>How the outside reaches this installation.</summary>
public sealed partial class SiteAddress(RelaisSettings settings)
{
    /// <summary>The set address, or the first one we listen on.</summary>
    public Uri Root { get; } = settings.PublicUrl ?? new Uri(Callable(settings.Urls.Split(';')[0]));

    public Uri Of(string path) => new(Root, path);

    /// <summary>
    /// An address we listen on as this machine can call it, with a slash at its end: "everywhere", which is written
    /// <c>*</c>, <c>+</c>, <c>0.0.0.0</c> or <c>[::]</c>, is no place to call.
    /// </summary>
    public static string Callable(string listening) => Everywhere().Replace(listening.Trim(), "://localhost${end}").TrimEnd('/') + "/";

    [GeneratedRegex(@"://(?:\*|\+|0\.0\.0\.0|\[::\])(?<end>[:/]|\z)", RegexOptions.NonBacktracking)]
    private static partial Regex Everywhere();
}
