using Microsoft.EntityFrameworkCore;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;
using Relais.Server.Persistence;

namespace Relais.Server.ResolveReasons;

/// <summary>A resolve reason, as the picker and the settings show it.</summary>
public sealed record ResolveReasonView(Guid Id, string Name, CommentRule Comment, bool IsUsed, bool IsSystem, bool IsArchived, int Place, int Version)
{
    public static ResolveReasonView Of(ResolveReason reason) =>
        new(reason.Id, reason.Name, reason.Comment, reason.IsUsed, reason.IsSystem, reason.IsArchived, reason.Place, reason.Version);
}

/// <summary>Where something is asked for.</summary>
/// <param name="Channels">Of those who resolve by hand: on which kinds of conversations of which channels.</param>
/// <param name="Bulk">When several are resolved at once.</param>
/// <param name="AutoResolve">When Relais resolves what has waited too long.</param>
/// <param name="Automation">When a rule resolves.</param>
public sealed record ScopesView(IReadOnlyList<ChannelScope> Channels, bool Bulk, bool AutoResolve, bool Automation)
{
    public static ScopesView Of(ResolveScopes scopes) => new(scopes.Channels, scopes.Bulk, scopes.AutoResolve, scopes.Automation);

    public ResolveScopes ToScopes() => new([.. (Channels ?? []).Distinct()], Bulk, AutoResolve, Automation);
}

/// <summary>Finding reasons and what the organisation asks for, and keeping names apart.</summary>
internal static class ReasonShelf
{
    /// <summary>One that is new asks for nothing.</summary>
    public static async Task<ResolvePolicy> ResolvePolicy(this RelaisDb db, CancellationToken cancel) =>
        await db.ResolvePolicies.FirstOrDefaultAsync(cancel) ?? new ResolvePolicy(db.Scope);

    /// <exception cref="RuleViolation"><c>resolution.reason.unknown</c>.</exception>
    public static async Task<ResolveReason?> PickReason(this RelaisDb db, Guid? id, CancellationToken cancel) => id is null
        ? null
        : await db.ResolveReasons.FirstOrDefaultAsync(reason => reason.Id == id, cancel)
            ?? throw new RuleViolation("resolution.reason.unknown", "Choose among the reasons of this organisation.");

    /// <exception cref="RuleViolation"><c>resolve_reason.name.taken</c>.</exception>
    public static async Task RefuseTakenName(this RelaisDb db, ResolveReason reason, CancellationToken cancel)
    {
        if (await db.ResolveReasons.AnyAsync(one => one.Key == reason.Key && one.Id != reason.Id && one.ArchivedAt == null, cancel))
            throw new RuleViolation("resolve_reason.name.taken", "Choose a name no other reason has.");
    }
}
