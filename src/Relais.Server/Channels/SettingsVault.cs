using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Relais.Server.Channels;

/// <summary>
/// Encrypts channel settings at rest: they hold secrets. The key ring lies outside the database, and what was sealed for one
/// channel of one organisation cannot be opened as another's. Without the keys nothing opens.
/// </summary>
public sealed class SettingsVault(IDataProtectionProvider protection)
{
    public string Seal(Guid organisationId, Guid channelId, object settings) =>
        For(organisationId, channelId).Protect(Plain(settings));

    /// <summary>As they are written before they are sealed: whoever gets it must not keep it.</summary>
    internal static string Plain(object settings) => JsonSerializer.Serialize(settings, settings.GetType(), ChannelCatalogue.SettingsJson);

    /// <exception cref="SealedSettings">The keys do not fit.</exception>
    public object Open(ChannelKind kind, Guid organisationId, Guid channelId, string sealedSettings) =>
        TryOpen(kind, organisationId, channelId, sealedSettings, out var settings) ? settings : throw new SealedSettings();

    /// <summary>False when the keys do not fit.</summary>
    public bool TryOpen(ChannelKind kind, Guid organisationId, Guid channelId, string sealedSettings, [NotNullWhen(true)] out object? settings)
    {
        try
        {
            var json = For(organisationId, channelId).Unprotect(sealedSettings);
            settings = JsonSerializer.Deserialize(json, kind.SettingsType, ChannelCatalogue.SettingsJson)!;
            return true;
        }
        catch (CryptographicException)
        {
            settings = null;
            return false;
        }
    }

    private IDataProtector For(Guid organisationId, Guid channelId) =>
        protection.CreateProtector("channel-settings", organisationId.ToString(), channelId.ToString());
}

/// <summary>The settings of a channel were sealed with keys this process does not have.</summary>
public sealed class SealedSettings() : Exception(Sentence)
{
    public const string Sentence =
        "The channel settings cannot be opened: restore the folder 'keys' that belongs to this database, or connect the channel again.";
}
