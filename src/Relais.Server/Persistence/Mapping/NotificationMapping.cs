using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.Notifications;

namespace Relais.Server.Persistence.Mapping;

internal sealed class NotificationMapping : EntityMapping<Notification>
{
    protected override void Map(EntityTypeBuilder<Notification> entity)
    {
        entity.Ignore(row => row.By);

        // Of one thing in one conversation a member is told once until he has read it.
        entity.HasIndex(row => new { row.MemberId, row.ConversationId, row.Kind }).IsUnique().HasFilter("read_at IS NULL");
        entity.HasIndex(row => new { row.MemberId, row.Id });

        // The housekeeping walks along it.
        entity.HasIndex(row => row.ReadAt).HasFilter("read_at IS NOT NULL");
    }
}

internal sealed class NotificationPreferencesMapping : EntityMapping<NotificationPreferences>
{
    protected override void Map(EntityTypeBuilder<NotificationPreferences> entity) =>
        entity.Property(row => row.Choices).HasConversion(
            choices => JsonSerializer.Serialize(choices, ListColumn.Options),
            json => JsonSerializer.Deserialize<NotificationChoice[]>(json, ListColumn.Options)!,
            ListColumn.Comparer<NotificationChoice>());
}
