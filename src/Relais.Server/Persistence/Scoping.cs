#pragma warning disable EF1001 // A compiled model takes filters only under the name EF keeps for them; Assert sees that each is there.
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Internal;
using Relais.Domain.Organisations;
using Relais.Domain.Shared;

namespace Relais.Server.Persistence;

/// <summary>The one place that keeps organisations apart: every entity is filtered by <see cref="RelaisDb.Scope"/>.</summary>
internal static class Scoping
{
    /// <param name="model">A compiled model: filters cannot be written out with it, so they are added as it is taken.</param>
    public static void Apply<TDb>(RuntimeModel model)
        where TDb : RelaisDb
    {
        // Stands for the context that asks, which EF puts in its place.
        var scope = Expression.Property(Expression.Constant(null, typeof(TDb)), nameof(RelaisDb.Scope));
        foreach (var type in ((IModel)model).GetEntityTypes().Where(type => type.BaseType is null && IsScoped(type.ClrType)))
        {
            var row = Expression.Parameter(type.ClrType);
            var filter = Expression.Lambda(Expression.Equal(Expression.Property(row, nameof(Entity.OrganisationId)), scope), row);
            ((RuntimeEntityType)type).AddAnnotation(CoreAnnotationNames.QueryFilter, new QueryFilterCollection([new RuntimeQueryFilter(null, filter)]));
        }
    }

    /// <summary>Nothing is read of a store whose organisations could see each other: as after a build without <c>Persistence/Compiled</c>.</summary>
    public static void Assert(IReadOnlyModel model)
    {
        if (model.GetEntityTypes().FirstOrDefault(type => IsScoped(type.ClrType) && type.GetRootType().GetDeclaredQueryFilters().Count == 0) is { } open)
            throw new InvalidOperationException($"{open.ShortName()} is not filtered by organisation. Run bin/migrate --model and build again.");
    }

    private static bool IsScoped(Type type) => type != typeof(Organisation) && type.GetProperty(nameof(Entity.OrganisationId)) is not null;
}
