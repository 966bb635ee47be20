using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;

namespace Relais.Server.Security;

/// <summary>What members sign in with: the framework's accounts, opened, checked and closed in the product's words.</summary>
public sealed class Accounts(UserManager<Account> users, IPasswordHasher<Account> hasher, RelaisDb db)
{
    public const int ShortestPassword = 10;
    public const int LongestPassword = 256;

    private static readonly Account Nobody = new() { UserName = "nobody" };
    private static readonly string NobodysPassword = new PasswordHasher<Account>().HashPassword(Nobody, "nobody has this password");

    /// <summary>Takes as long for an unknown address as for a known one, and says no more.</summary>
    public async Task<(Account Account, Member Member)?> Check(string email, string password, CancellationToken cancel)
    {
        var address = users.NormalizeEmail(email);
        var account = await db.Users.SingleOrDefaultAsync(one => one.NormalizedEmail == address, cancel);
        var memberId = account?.MemberId ?? Guid.Empty;
        var member = await db.Members.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(one => one.Id == memberId, cancel);
        if (account?.PasswordHash is null || member is not { IsActive: true })
        {
            hasher.VerifyHashedPassword(Nobody, NobodysPassword, password);
            return null;
        }

        return await users.CheckPasswordAsync(account, password) ? (account, member) : null;
    }

    public Task<Account?> Of(Guid memberId, CancellationToken cancel) => db.Users.SingleOrDefaultAsync(one => one.MemberId == memberId, cancel);

    /// <summary>Gives a member a password: his first, or another. Sessions that were open end.</summary>
    /// <exception cref="RuleViolation"><c>password.too_short</c> and others.</exception>
    public async Task<Account> SetPassword(Member member, string password, CancellationToken cancel)
    {
        RefuseBad(password, member);
        if (await Of(member.Id, cancel) is not { } account)
        {
            account = new Account { Id = Guid.CreateVersion7(), MemberId = member.Id, UserName = member.Email, Email = member.Email };
            Demand(await users.CreateAsync(account, password));
            return account;
        }

        account.PasswordHash = hasher.HashPassword(account, password);
        Demand(await users.UpdateSecurityStampAsync(account));
        return account;
    }

    /// <summary>Ends every session of the member at its next request.</summary>
    public async Task EndSessions(Guid memberId, CancellationToken cancel)
    {
        if (await Of(memberId, cancel) is { } account) Demand(await users.UpdateSecurityStampAsync(account));
    }

    private static void RefuseBad(string password, Member member)
    {
        if (password.Length > LongestPassword)
            throw new RuleViolation("password.too_long", $"Choose at most {LongestPassword} characters.", Facts(LongestPassword));

        if (password.Length < ShortestPassword)
            throw new RuleViolation("password.too_short", $"Choose at least {ShortestPassword} characters.", Facts(ShortestPassword));

        if (password.Equals(member.Email, StringComparison.OrdinalIgnoreCase) || password.Distinct().Count() < 4)
            throw new RuleViolation("password.too_simple", "Choose a password nobody would guess first.");
    }

    private static Dictionary<string, object?> Facts(int limit) => new() { ["limit"] = limit };

    private static void Demand(IdentityResult result)
    {
        if (result.Errors.FirstOrDefault() is not { } error) return;
        if (error.Code is nameof(IdentityErrorDescriber.ConcurrencyFailure)) throw new DbUpdateConcurrencyException(error.Description);

        throw new RuleViolation("account.refused", error.Description);
    }
}
