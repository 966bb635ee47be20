namespace Relais.Server.Channels;

/// <summary>How handing an answer to a provider ended: every ending has a name.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>Why it is not there, or not surely; null when the provider took it.</summary>
    public string? WhyNot => this switch
    {
        TryLater it => it.Reason,
        Rejected it => it.Reason,
        ContactBlockedUs it => it.Reason,
        BadSettings it => it.Reason,
        Unknown it => it.Reason,
        _ => null,
    };

    /// <summary>The provider took it. The id is the provider's.</summary>
    public sealed record Sent(string ExternalId) : Delivery;

    /// <summary>Not now: too fast, or a passing fault that surely came before it was accepted.</summary>
    public sealed record TryLater(string Reason, TimeSpan? After = null) : Delivery;

    /// <summary>Never like this. The code has a text <c>error.{code}</c> and an advice <c>advice.{code}</c>.</summary>
    public sealed record Rejected(string Code, string Reason) : Delivery;

    public sealed record ContactBlockedUs(string Code, string Reason) : Delivery;

    /// <summary>The account is wrong, not the message: the channel is shown as failing and the answer waits.</summary>
    public sealed record BadSettings(string Reason) : Delivery;

    /// <summary>We asked and heard no answer: it may have been sent.</summary>
    public sealed record Unknown(string Reason) : Delivery;
}
