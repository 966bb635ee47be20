using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.Shared;

namespace Relais.Server.Persistence.Mapping;

/// <summary>What all entities share: our own ids, and a version that refuses the slower of two changes.</summary>
internal abstract class EntityMapping<TEntity> : IEntityTypeConfiguration<TEntity>
    where TEntity : Entity
{
    public void Configure(EntityTypeBuilder<TEntity> entity)
    {
        entity.HasKey(row => row.Id);
        entity.Property(row => row.Id).ValueGeneratedNever();
        entity.Property(row => row.OrganisationId);
        entity.Property(row => row.Version).IsConcurrencyToken();
        entity.Ignore(row => row.Events);
        Map(entity);
    }

    protected abstract void Map(EntityTypeBuilder<TEntity> entity);
}
