using System.Text;

namespace Relais.Server.Channels.Meta;

/// <summary>In what sending differs between Meta's media.</summary>
internal sealed record MetaWays
{
    /// <summary>Whether Meta allows this app that a person answers for seven days instead of one.</summary>
    public bool HumanAgent { get; init; }

    /// <summary>Whether messages carry our own id, which comes back in their echo.</summary>
    public bool Marks { get; init; }

    /// <summary>Whether files are brought to Meta, which else fetches them from us.</summary>
    public bool Uploads { get; init; }

    /// <summary>The longest text in bytes of UTF-8; null = in letters, which the composer minds.</summary>
    public int? MaxBytes { get; init; }

    public bool Fits(string text) => MaxBytes is not { } most || Encoding.UTF8.GetByteCount(text) <= most;
}
