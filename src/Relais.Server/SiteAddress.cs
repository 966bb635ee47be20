namespace Relais.Server;

/// <summary>How the outside reaches this installation.</summary>
public sealed class SiteAddress(RelaisSettings settings)
{
    /// <summary>The set address, or the first one we listen on.</summary>
    public Uri Root { get; } = settings.PublicUrl ?? new Uri(settings.Urls.Split(';')[0].Replace("*", "localhost", StringComparison.Ordinal)
        .Replace("0.0.0.0", "localhost", StringComparison.Ordinal).TrimEnd('/') + "/");

    public Uri Of(string path) => new(Root, path);
}
