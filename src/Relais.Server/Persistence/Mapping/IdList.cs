using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Relais.Server.Persistence.Mapping;

/// <summary>A few ids in one column, for snapshots. What is searched for has a table of its own beside it.</summary>
internal static class IdList
{
    private static readonly ValueComparer<List<Guid>> Comparer = new(
        (a, b) => a!.SequenceEqual(b!), list => list.Count, list => list.ToList());

    public static void HoldsIds<TEntity>(this EntityTypeBuilder<TEntity> entity, string field, string column)
        where TEntity : class =>
        entity.Property<List<Guid>>(field).HasColumnName(column).HasConversion(ids => Write(ids), text => Read(text), Comparer);

    public static string Write(IReadOnlyCollection<Guid> ids) => string.Join(',', ids.Select(id => id.ToString("N")));

    public static List<Guid> Read(string text) => text.Length == 0 ? [] : [.. text.Split(',').Select(Guid.Parse)];
}
