using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.Channels;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Persistence.Mapping;

internal sealed class ChannelMapping : EntityMapping<Channel>
{
    protected override void Map(EntityTypeBuilder<Channel> entity)
    {
        entity.Property(row => row.Name).HasMaxLength(Channel.NameLimit);
        entity.HasIndex(row => row.OrganisationId);
        entity.Property(row => row.Allowances).HasConversion(JsonColumn.Of<IReadOnlyList<Allowance>>(), JsonColumn.Compared<IReadOnlyList<Allowance>>());
        entity.OwnsMany(row => row.Access, access =>
        {
            access.ToTable("channel_access");
            access.WithOwner().HasForeignKey(row => row.ChannelId);
            access.HasKey(row => row.Id);
            access.Property(row => row.Id).ValueGeneratedNever();
        });
    }
}

internal sealed class ChannelStateMapping : IEntityTypeConfiguration<ChannelStateRow>
{
    public void Configure(EntityTypeBuilder<ChannelStateRow> row)
    {
        row.ToTable("channel_state");
        row.HasKey(state => new { state.ChannelId, state.Key });
    }
}
