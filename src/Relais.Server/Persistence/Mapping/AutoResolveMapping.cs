using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.AutoResolve;

namespace Relais.Server.Persistence.Mapping;

internal sealed class AutoResolveMapping : EntityMapping<AutoResolvePolicy>
{
    protected override void Map(EntityTypeBuilder<AutoResolvePolicy> entity)
    {
        entity.Property(row => row.New).HasConversion(patience => patience.Minutes ?? 0, minutes => new Patience(minutes == 0 ? null : minutes)).HasColumnName("new_minutes");
        entity.Property(row => row.Pending).HasConversion(patience => patience.Minutes ?? 0, minutes => new Patience(minutes == 0 ? null : minutes)).HasColumnName("pending_minutes");
        entity.Property(row => row.Channels).HasConversion(
            channels => JsonSerializer.Serialize(channels, ListColumn.Options),
            json => JsonSerializer.Deserialize<ChannelPatience[]>(json, ListColumn.Options)!,
            ListColumn.Comparer<ChannelPatience>());
        entity.HasIndex(row => row.OrganisationId).IsUnique();
    }
}
