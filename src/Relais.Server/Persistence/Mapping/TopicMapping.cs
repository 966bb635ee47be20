using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.Topics;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Persistence.Mapping;

internal sealed class TopicMapping : EntityMapping<Topic>
{
    protected override void Map(EntityTypeBuilder<Topic> entity)
    {
        entity.Ignore(row => row.IsActive);
        entity.Property(row => row.Name).HasMaxLength(Topic.NameLimit);
        entity.HasIndex(row => new { row.OrganisationId, row.Key }).IsUnique().HasFilter("state <> 'Removed'");
    }
}

internal sealed class ConversationTopicMapping : IEntityTypeConfiguration<ConversationTopicRow>
{
    public void Configure(EntityTypeBuilder<ConversationTopicRow> row)
    {
        row.ToTable("conversation_topics");
        row.HasKey(topic => new { topic.TopicId, topic.ConversationId });
        row.HasIndex(topic => topic.ConversationId);
    }
}
