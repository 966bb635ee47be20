using Relais.Domain.Contacts;

namespace Relais.Server.Channels;

/// <summary>What came of asking a provider who somebody is.</summary>
public abstract record Introduced
{
    private Introduced()
    {
    }

    public sealed record As(Profile Profile) : Introduced;

    public sealed record TryLater(string Reason, TimeSpan? After = null) : Introduced;

    /// <summary>The provider does not tell, for instance because he blocked us.</summary>
    public sealed record Nobody(string Reason) : Introduced;
}
