using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Shared;
using Relais.Server.Persistence;

namespace Relais.Server.Contacts;

/// <summary>A contact group with its rules and how many belong to it.</summary>
public sealed record GroupView(
    Guid Id, string Name, GroupMatch Match, IReadOnlyList<GroupRule> Rules, int MemberCount, bool IsCounted, DateTimeOffset CreatedAt)
{
    public static GroupView Of(ContactGroup group, int members) =>
        new(group.Id, group.Name, group.Match, group.Rules, members, group.IsCounted, group.CreatedAt);
}

/// <summary>How far the walk over all contacts is.</summary>
public sealed record SweepView(bool IsRunning, int Done, int Total)
{
    public static async Task<SweepView> Of(RelaisDb db, CancellationToken cancel) =>
        await db.ContactSweeps.AsNoTracking().Select(row => new SweepView(row.IsRunning, row.Done, row.Total)).SingleOrDefaultAsync(cancel)
            ?? new SweepView(false, 0, 0);
}

/// <summary>What the caller writes of a group.</summary>
public sealed record GroupRequest(string Name, GroupMatch Match, IReadOnlyList<GroupRule> Rules)
{
    public GroupDraft AsDraft() => new(Name, Match, Rules);
}

internal static class Groups
{
    /// <exception cref="RuleViolation"><c>group.name.taken</c>.</exception>
    public static async Task RefuseTakenName(this RelaisDb db, ContactGroup group, CancellationToken cancel)
    {
        if (await db.ContactGroups.AnyAsync(one => one.Name == group.Name && one.Id != group.Id, cancel))
            throw new RuleViolation("group.name.taken", "Choose a name no other group has.");
    }
}
