using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.People;

/// <summary>Makes and finds the addresses that let one person in once. A member has one at a time: a new one ends the others.</summary>
public sealed class Links(RelaisDb db, RelaisSettings settings, IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>The caller saves.</summary>
    public async Task<LinkView> Make(Member member, LinkPurpose purpose, CancellationToken cancel)
    {
        await End(member.Id, cancel);
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var link = new Link(member, purpose, HashOf(token), clock.GetUtcNow());
        db.Links.Add(link);
        return new LinkView(new Uri(settings.SeenBy(http.HttpContext!.Request), $"link/{token}").ToString(), link.ExpiresAt);
    }

    /// <summary>Null when it never was, was used, or is too old.</summary>
    public async Task<Link?> Find(string token, CancellationToken cancel)
    {
        var hash = HashOf(token);
        var link = await db.Links.IgnoreQueryFilters().SingleOrDefaultAsync(one => one.TokenHash == hash, cancel);
        return link?.IsUsableAt(clock.GetUtcNow()) == true ? link : null;
    }

    /// <summary>Whatever links a member still has open lead nowhere from now on. The caller saves.</summary>
    public async Task End(Guid memberId, CancellationToken cancel) =>
        db.Links.RemoveRange(await db.Links.Where(link => link.MemberId == memberId && link.UsedAt == null).ToListAsync(cancel));

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

/// <summary>An address to hand over. It is shown once: only its hash is kept.</summary>
public sealed record LinkView(string Url, DateTimeOffset ExpiresAt);
