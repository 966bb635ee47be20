using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Channels.Mail;

/// <summary>Gets the tokens by which Google, Microsoft and others let programs in.</summary>
internal sealed class MailTokens(IHttpClientFactory clients, ChannelMemory memory, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string GoogleUrl = "https://oauth2.googleapis.com/token";
    private const string MicrosoftScope = "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access";
    private const string MicrosoftAppScope = "https://outlook.office365.com/.default";

    private static readonly TimeSpan Reserve = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Standard = TimeSpan.FromMinutes(30);

    private readonly RenewedTokens kept = new(memory, protection, clock, "mail-tokens");

    /// <param name="channel">Whose.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="isStale">Whether the one we had was refused.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <exception cref="MailFault">None is to be had.</exception>
    public async Task<string> Access(ConnectedChannel channel, MailSettings settings, bool isStale, CancellationToken cancel)
    {
        var mark = MarkOf(settings);
        var refused = isStale ? (await kept.Kept(channel.Id, mark, cancel))?.Access : null;
        return (await kept.Access(channel.Id, mark, refused, async known => await Fetch(settings, known?.Refresh), cancel))!.Access;
    }

    private async Task<KeptToken> Fetch(MailSettings settings, string? newerRefresh)
    {
        var address = AddressOf(settings);
        var refresh = newerRefresh ?? settings.RefreshToken;
        try
        {
            using var form = new FormUrlEncodedContent(FormOf(settings, refresh));
            using var answer = await clients.CreateClient(GuardedHttpRegistration.ClientName).PostAsync(address, form);
            var body = await answer.Content.ReadAsStringAsync();
            if ((int)answer.StatusCode >= 500 || (int)answer.StatusCode == 429) throw new MailFault(MailFault.ServerFault, $"{address.Host} answered {(int)answer.StatusCode}.", needsRepair: false);

            return TokenIn(body, settings, refresh) ?? throw new MailFault(MailFault.TokenRefused, $"{address.Host}: {RefusalIn(body, answer)}", needsRepair: true);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            throw MailFault.OfConnecting(exception, address.Host);
        }
    }

    private static Uri AddressOf(MailSettings settings)
    {
        if (Uri.TryCreate(settings.TokenUrl, UriKind.Absolute, out var own)) return own;

        return settings.SignIn switch
        {
            MailSettings.WithGoogle => new Uri(GoogleUrl),
            MailSettings.WithMicrosoft or MailSettings.AsMicrosoftApp =>
                new Uri($"https://login.microsoftonline.com/{Uri.EscapeDataString(settings.Tenant.Length > 0 ? settings.Tenant : "common")}/oauth2/v2.0/token"),
            _ => throw new MailFault(MailFault.TokenRefused, "The address tokens come from is missing.", needsRepair: true),
        };
    }

    private static Dictionary<string, string> FormOf(MailSettings settings, string refresh)
    {
        var form = new Dictionary<string, string> { ["client_id"] = settings.ClientId };
        if (settings.ClientSecret.Length > 0) form["client_secret"] = settings.ClientSecret;
        if (settings.SignIn == MailSettings.AsMicrosoftApp || refresh.Length == 0)
        {
            form["grant_type"] = "client_credentials";
            if (settings.SignIn == MailSettings.AsMicrosoftApp) form["scope"] = MicrosoftAppScope;
            return form;
        }

        form["grant_type"] = "refresh_token";
        form["refresh_token"] = refresh;
        if (settings.SignIn == MailSettings.WithMicrosoft) form["scope"] = MicrosoftScope;
        return form;
    }

    private KeptToken? TokenIn(string body, MailSettings settings, string refresh)
    {
        using var document = Parse(body);
        if (document?.RootElement is not { ValueKind: JsonValueKind.Object } root || TextIn(root, "access_token") is not { } access) return null;

        var lasts = root.TryGetProperty("expires_in", out var seconds) && seconds.ValueKind == JsonValueKind.Number && seconds.TryGetInt32(out var count)
            ? TimeSpan.FromSeconds(Math.Clamp(count, 0, 86_400))
            : Standard;
        return new KeptToken(access, TextIn(root, "refresh_token") ?? refresh, clock.GetUtcNow() + lasts - Reserve, MarkOf(settings));
    }

    /// <summary>The server's own short word; never the whole body, which might repeat what it was sent.</summary>
    private static string RefusalIn(string body, HttpResponseMessage answer)
    {
        using var document = Parse(body);
        return document?.RootElement is { ValueKind: JsonValueKind.Object } root && TextIn(root, "error") is { Length: <= 60 } error ? error : $"answered {(int)answer.StatusCode}";
    }

    private static JsonDocument? Parse(string body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextIn(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static string MarkOf(MailSettings settings) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{settings.SignIn}\n{settings.ClientId}\n{settings.Tenant}\n{settings.RefreshToken}")).AsSpan(0, 8));
}
