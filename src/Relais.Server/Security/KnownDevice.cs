using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Relais.Server.Security;

/// <summary>
/// Remembers, in the browser, that somebody signed in there before. Guesses from elsewhere are counted apart from such a
/// browser's own, so that nobody can keep a member out of his account by guessing.
/// </summary>
public sealed class KnownDevice(IDataProtectionProvider protection, RelaisSettings settings)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(365);

    private readonly IDataProtector protector = protection.CreateProtector("known-device");

    private string CookieName => settings.IsSecure ? "__Host-relais-device" : "relais-device";

    /// <summary>Under what the attempts of this browser on this account are counted.</summary>
    public string BucketOf(HttpRequest request, string email) =>
        request.Cookies[CookieName] is { Length: > 0 and < 1000 } cookie && EmailIn(cookie) == email ? $"{email} {cookie}" : email;

    public void Remember(HttpContext context, string email)
    {
        if (BucketOf(context.Request, email) != email) return;

        context.Response.Cookies.Append(CookieName, protector.Protect(email), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = settings.IsSecure || context.Request.IsHttps,
            Path = "/",
            MaxAge = Lasts,
            IsEssential = true,
        });
    }

    /// <summary>Null when it is made up, or was sealed with other keys.</summary>
    private string? EmailIn(string cookie)
    {
        try
        {
            return protector.Unprotect(cookie);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
