using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Relais.Domain.Shared;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Persistence;

/// <summary>
/// What an administrator does with his request. Written into the audit log by whatever saves the first thing it changes, in the same
/// transaction: a request that changes nothing leaves no line, and none leaves two.
/// </summary>
/// <param name="Operation">As the API calls it.</param>
public sealed record Deed(string Operation, Guid MemberId, string MemberName, DateTimeOffset At)
{
    private const int LongestName = 255;

    private static readonly string[] Names = ["Name", "Title", "Alias", "Hint"];

    internal AuditRow In(Guid organisationId, ChangeTracker tracker)
    {
        var subject = SubjectIn(tracker);
        var name = subject is null ? null : NameOf(subject, now: true);
        var former = subject is { State: EntityState.Modified } ? NameOf(subject, now: false) : null;
        return new AuditRow
        {
            Id = Ids.Next(),
            OrganisationId = organisationId,
            At = At,
            MemberId = MemberId,
            MemberName = MemberName,
            Operation = Operation,
            SubjectId = subject?.Entity.Id,
            Name = Texts.Fit(name, LongestName) ?? "",
            Former = former == name ? null : Texts.Fit(former, LongestName),
            Choice = subject is { State: EntityState.Modified } ? ChoiceOf(subject) : null,
            Key = Texts.Key($"{name}\n{former}\n{MemberName}"),
        };
    }

    /// <summary>Of several things that change at once, the one the operation is named after; else one that came or went.</summary>
    private EntityEntry<Entity>? SubjectIn(ChangeTracker tracker) => tracker.Entries<Entity>()
        .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
        .OrderByDescending(entry => Operation.Contains(entry.Entity.GetType().Name, StringComparison.Ordinal))
        .ThenBy(entry => entry.State == EntityState.Modified).ThenBy(entry => NameOf(entry, now: true) is null).FirstOrDefault();

    private static string? NameOf(EntityEntry entry, bool now) => Names
        .Where(name => entry.Metadata.FindProperty(name)?.ClrType == typeof(string))
        .Select(name => (string?)(now ? entry.CurrentValues[name] : entry.OriginalValues[name])).FirstOrDefault(name => name is not null);

    /// <summary>Only what is chosen, never what is written: a secret is nobody's to read here.</summary>
    private static string? ChoiceOf(EntityEntry entry)
    {
        var changed = entry.Properties.Where(property => property.IsModified && property.Metadata.Name != nameof(Entity.Version)).ToList();
        return changed is [{ CurrentValue: bool or Enum } only] ? $"{only.Metadata.Name}.{only.CurrentValue}" : null;
    }
}
