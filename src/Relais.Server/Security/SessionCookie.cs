using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;
using Relais.Server.Persistence;

namespace Relais.Server.Security;

/// <summary>A session as it lies, encrypted, in the browser's cookie. It ends when the account's stamp changes.</summary>
/// <param name="AccountId">Whose it is.</param>
/// <param name="Stamp">The account's stamp when he signed in.</param>
/// <param name="CsrfToken">What requests that change something must repeat in a header: another site cannot read it.</param>
/// <param name="Since">When he signed in.</param>
public sealed record SessionCookie(Guid AccountId, string Stamp, string CsrfToken, DateTimeOffset Since)
{
    public const string Scheme = "relais";

    /// <summary>Names this sign-in without telling its token.</summary>
    public string Fingerprint => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(CsrfToken)));

    public static SessionCookie? Read(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue("account"), out var account)
        && long.TryParse(user.FindFirstValue("since"), CultureInfo.InvariantCulture, out var since)
        && user.FindFirstValue("csrf") is { Length: > 0 } token
            ? new SessionCookie(account, user.FindFirstValue("stamp") ?? "", token, DateTimeOffset.FromUnixTimeSeconds(since))
            : null;

    /// <summary>A new session at every sign-in, with a token of its own.</summary>
    public static Task<SessionCookie> Issue(HttpContext context, Account account, DateTimeOffset now) =>
        Give(context, new SessionCookie(account.Id, account.SecurityStamp ?? "", NewToken(), now));

    /// <summary>Lets this browser stay although the account's stamp has changed; the page it shows keeps its token.</summary>
    public Task<SessionCookie> Renew(HttpContext context, Account account) =>
        Give(context, this with { Stamp = account.SecurityStamp ?? "" });

    public static Task Withdraw(HttpContext context) => context.SignOutAsync(Scheme);

    private static string NewToken() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    private static async Task<SessionCookie> Give(HttpContext context, SessionCookie session)
    {
        await context.SignInAsync(Scheme, session.ToUser(), new AuthenticationProperties { IsPersistent = true });
        return session;
    }

    private ClaimsPrincipal ToUser() => new(new ClaimsIdentity(
        [
            new Claim("account", AccountId.ToString()),
            new Claim("stamp", Stamp),
            new Claim("csrf", CsrfToken),
            new Claim("since", Since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ],
        Scheme));
}
