using Microsoft.EntityFrameworkCore;
using Relais.Domain.Shared;
using Relais.Domain.Tags;
using Relais.Server.Persistence;

namespace Relais.Server.Tags;

/// <summary>A tag messages can have.</summary>
public sealed record TagView(Guid Id, string Name, string? Description, bool Active)
{
    public static TagView Of(Tag tag) => new(tag.Id, tag.Name, tag.Description, tag.IsActive);
}

/// <summary>Finding tags, and keeping their names apart.</summary>
internal static class TagDrawer
{
    public static Task<Tag?> FindTag(this RelaisDb db, Guid id, CancellationToken cancel) =>
        db.Tags.SingleOrDefaultAsync(tag => tag.Id == id && tag.State != TagState.Removed, cancel);

    /// <exception cref="RuleViolation"><c>tag.name.taken</c>.</exception>
    public static async Task RefuseTakenName(this RelaisDb db, Tag tag, CancellationToken cancel)
    {
        if (await db.Tags.AnyAsync(one => one.Key == tag.Key && one.Id != tag.Id && one.State != TagState.Removed, cancel))
            throw new RuleViolation("tag.name.taken", "Choose a name no other tag has.");
    }
}
