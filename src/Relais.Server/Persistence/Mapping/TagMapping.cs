using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.Tags;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Persistence.Mapping;

internal sealed class TagMapping : EntityMapping<Tag>
{
    protected override void Map(EntityTypeBuilder<Tag> entity)
    {
        entity.Ignore(row => row.IsActive);
        entity.Property(row => row.Name).HasMaxLength(Tag.NameLimit);
        entity.HasIndex(row => new { row.OrganisationId, row.Key }).IsUnique().HasFilter("state <> 'Removed'");
    }
}

internal sealed class MessageTagMapping : IEntityTypeConfiguration<MessageTagRow>
{
    public void Configure(EntityTypeBuilder<MessageTagRow> row)
    {
        row.ToTable("message_tags");
        row.HasKey(tag => new { tag.TagId, tag.MessageId });
        row.HasIndex(tag => tag.MessageId);
        row.HasIndex(tag => new { tag.TagId, tag.ConversationId });
    }
}
