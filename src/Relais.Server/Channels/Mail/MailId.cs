using System.Security.Cryptography;
using System.Text;

namespace Relais.Server.Channels.Mail;

/// <summary>
/// The message ids of our answers. Each holds our own id of the message and a seal nobody can guess: who answers it has seen it. The
/// same answer has the same id at every attempt.
/// </summary>
internal static class MailId
{
    /// <summary>The longest id that is kept as it is.</summary>
    public const int Longest = 250;

    private const int SealBytes = 16;

    public static string Of(MailSettings settings, Guid messageId) => $"{messageId:N}.{Seal(settings, messageId)}@{settings.Domain}";

    /// <summary>The message of ours an id names; null when it is not ours.</summary>
    public static Guid? Ours(MailSettings settings, string? id)
    {
        var local = id?.Split('@')[0].Split('.');
        if (local is not [var name, var seal] || settings.IdSecret.Length == 0 || !Guid.TryParseExact(name, "N", out var messageId)) return null;

        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Seal(settings, messageId)), Encoding.UTF8.GetBytes(seal)) ? messageId : null;
    }

    private static string Seal(MailSettings settings, Guid messageId) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(settings.IdSecret), messageId.ToByteArray()).AsSpan(0, SealBytes));
}
