using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.AutoResolve;

namespace Relais.Server.Persistence.Mapping;

internal sealed class AutoResolveMapping : EntityMapping<AutoResolvePolicy>
{
    protected override void Map(EntityTypeBuilder<AutoResolvePolicy> entity)
    {
        Minutes(entity.Property(row => row.New), "new_minutes");
        Minutes(entity.Property(row => row.Pending), "pending_minutes");
        Minutes(entity.Property(row => row.Boomerang), "boomerang_minutes");
        entity.Property(row => row.Channels).HasConversion(
            channels => JsonSerializer.Serialize(channels, ListColumn.Options),
            json => JsonSerializer.Deserialize<ChannelPatience[]>(json, ListColumn.Options)!,
            ListColumn.Comparer<ChannelPatience>());
        entity.HasIndex(row => row.OrganisationId).IsUnique();
    }

    /// <summary>Zero = for ever.</summary>
    private static void Minutes(PropertyBuilder<Patience> patience, string column) =>
        patience.HasConversion(one => one.Minutes ?? 0, minutes => new Patience(minutes == 0 ? null : minutes)).HasColumnName(column);
}
