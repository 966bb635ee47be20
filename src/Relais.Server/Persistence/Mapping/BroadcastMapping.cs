using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.Broadcasts;

namespace Relais.Server.Persistence.Mapping;

internal sealed class BroadcastMapping : EntityMapping<Broadcast>
{
    protected override void Map(EntityTypeBuilder<Broadcast> entity)
    {
        entity.Ignore(row => row.IsOver);
        entity.Property(row => row.Name).HasMaxLength(Broadcast.NameLimit);
        entity.Property(row => row.Values).HasConversion(JsonColumn.Of<IReadOnlyList<string>>(), ListColumn.Comparer<string>());
        entity.Property(row => row.Counts).HasConversion(JsonColumn.Of<BroadcastCounts>());
        entity.HasIndex(row => new { row.OrganisationId, row.CreatedAt });
        entity.HasIndex(row => row.DueAt).HasFilter("due_at IS NOT NULL");
    }
}

internal sealed class ProactiveMessageMapping : EntityMapping<ProactiveMessage>
{
    protected override void Map(EntityTypeBuilder<ProactiveMessage> entity)
    {
        entity.Ignore(row => row.Author).Ignore(row => row.Content);

        // Whose turn it is: what programs send, and the next of one broadcast.
        entity.HasIndex(row => row.Id, "by_programs").HasDatabaseName("ix_proactive_messages_by_programs").HasFilter("state = 'Waiting' AND broadcast_id IS NULL");
        entity.HasIndex(row => new { row.BroadcastId, row.State, row.Id });

        // How fast they leave, and how fast programs bring them.
        entity.HasIndex(row => row.WrittenAt).HasFilter("written_at IS NOT NULL");
        entity.HasIndex(row => new { row.OrganisationId, row.CreatedAt }).HasFilter("broadcast_id IS NULL");

        // Nobody gets a broadcast twice under one address, whatever the code believes.
        entity.HasIndex(row => new { row.BroadcastId, row.Address }).IsUnique().HasFilter("state <> 'LeftOut' AND broadcast_id IS NOT NULL");
        entity.HasIndex(row => row.ContactId);
    }
}
