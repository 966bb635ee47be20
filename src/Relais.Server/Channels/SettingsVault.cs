using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Relais.Server.Channels;

/// <summary>
/// Encrypts channel settings at rest: they hold secrets. The key ring lies outside the database, and one organisation's
/// settings cannot be opened as another's. Without the keys nothing opens.
/// </summary>
public sealed class SettingsVault(IDataProtectionProvider protection)
{
    public string Seal(Guid organisationId, object settings) =>
        For(organisationId).Protect(JsonSerializer.Serialize(settings, settings.GetType(), ChannelCatalogue.SettingsJson));

    /// <exception cref="SealedSettings">The keys do not fit.</exception>
    public object Open(ChannelKind kind, Guid organisationId, string sealedSettings)
    {
        try
        {
            var json = For(organisationId).Unprotect(sealedSettings);
            return JsonSerializer.Deserialize(json, kind.SettingsType, ChannelCatalogue.SettingsJson)!;
        }
        catch (CryptographicException exception)
        {
            throw new SealedSettings(exception);
        }
    }

    private IDataProtector For(Guid organisationId) => protection.CreateProtector("channel-settings", organisationId.ToString());
}

/// <summary>The settings of a channel were sealed with keys this process does not have.</summary>
public sealed class SealedSettings(Exception inner) : Exception(
    "The channel settings cannot be opened: restore the folder 'keys' that belongs to this database, or connect the channel again.",
    inner);
