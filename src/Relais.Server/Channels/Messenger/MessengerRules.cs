using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Relais.Domain.Shared;

namespace Relais.Server.Channels.Messenger;

/// <summary>What an administrator may fill in, and what Relais chooses where nothing is.</summary>
internal static class MessengerRules
{
    private const int ShortestSecret = 32;

    /// <exception cref="RuleViolation">A setting is wrong; its code says which.</exception>
    public static MessengerSettings Complete(MessengerSettings settings)
    {
        _ = AllowedOrigins.Of(settings);
        RefuseUnsafe(settings.IdentitySecret);
        RefuseUnsafe(settings.PreviousSecret);
        RefuseNobody(settings, IdentityKeys.In(settings.IdentityKeys));
        return settings with
        {
            IdentitySecret = settings.IdentitySecret.Length > 0
                ? settings.IdentitySecret
                : WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(ShortestSecret)),
            PreChat = settings.PreChat.Checked(),
        };
    }

    private static void RefuseUnsafe(string secret)
    {
        if (IdentityKeys.IsPublic(secret))
            throw new RuleViolation("settings.secret.public", "This is a public key: paste it into the public keys. Everybody may know it, so it is no secret.");
        if (secret.Length is > 0 and < ShortestSecret)
            throw new RuleViolation("settings.secret", $"Use a secret of at least {ShortestSecret} characters.");
    }

    private static void RefuseNobody(MessengerSettings settings, IReadOnlyList<IdentityKey> keys)
    {
        if (settings is { SharedSecret: MessengerSettings.SecretWithPrevious, PreviousSecret: "" })
            throw new RuleViolation("settings.secret.previous", "Fill in the secret before, or accept the present one only.");
        if (settings is { RequireIdentity: true, SharedSecret: MessengerSettings.SecretRefused } && keys.Count == 0)
            throw new RuleViolation("settings.identity.none", "Paste a public key or accept the secret: nobody could sign in otherwise.");
    }
}
