using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.Views;

namespace Relais.Server.Persistence.Mapping;

internal sealed class SavedViewMapping : EntityMapping<SavedView>
{
    protected override void Map(EntityTypeBuilder<SavedView> entity)
    {
        entity.Property(row => row.Name).HasMaxLength(SavedView.NameLimit);
        entity.Property(row => row.Query).HasMaxLength(SavedView.QueryLimit);
        entity.HasIndex(row => new { row.OrganisationId, row.MemberId });
        entity.HasIndex(row => new { row.OrganisationId, row.TeamId });
    }
}
