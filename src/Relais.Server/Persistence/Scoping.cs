using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Organisations;
using Relais.Domain.Shared;

namespace Relais.Server.Persistence;

/// <summary>The one place that keeps organisations apart: every entity is filtered by <see cref="RelaisDb.Scope"/>.</summary>
internal static class Scoping
{
    public static void Apply(ModelBuilder builder, RelaisDb db)
    {
        foreach (var type in builder.Model.GetEntityTypes().Where(type => type.BaseType is null).Select(type => type.ClrType).ToArray())
        {
            if (type == typeof(Organisation) || type.GetProperty(nameof(Entity.OrganisationId)) is not { } property) continue;

            var row = Expression.Parameter(type);
            var scope = Expression.Property(Expression.Constant(db), nameof(RelaisDb.Scope));
            builder.Entity(type).HasQueryFilter(
                Expression.Lambda(Expression.Equal(Expression.Property(row, property), scope), row));
        }
    }
}
