using Relais.Domain.Shared;

namespace Relais.Domain.Notifications;

/// <summary>A browser of a member that may be told of something while Relais is closed.</summary>
public sealed class PushSubscription : Entity
{
    public const int EndpointLimit = 1000;
    public const int KeyLimit = 200;
    public const int Most = 20;

    private PushSubscription()
    {
    }

    public PushSubscription(Guid organisationId, string endpoint)
    {
        OrganisationId = organisationId;
        Endpoint = Texts.Required(endpoint, EndpointLimit, "push.endpoint");
    }

    /// <summary>Where the browser's maker takes what is to be brought to it.</summary>
    public string Endpoint { get; private init; } = "";

    public Guid MemberId { get; private set; }

    /// <summary>The sign-in it belongs to: it ends with it.</summary>
    public string SignIn { get; private set; } = "";

    /// <summary>The browser's public key: only it can read what is sent.</summary>
    public string Key { get; private set; } = "";

    public string Secret { get; private set; } = "";

    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>It is this member's now, whoever sat before the browser before him.</summary>
    public void Belong(Guid memberId, string signIn, string? key, string? secret, DateTimeOffset at)
    {
        MemberId = memberId;
        SignIn = signIn;
        Key = Texts.Required(key, KeyLimit, "push.key");
        Secret = Texts.Required(secret, KeyLimit, "push.secret");
        SeenAt = at;
        Touch();
    }
}
