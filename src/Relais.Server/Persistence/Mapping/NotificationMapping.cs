using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.Notifications;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Persistence.Mapping;

internal sealed class NotificationMapping : EntityMapping<Notification>
{
    protected override void Map(EntityTypeBuilder<Notification> entity)
    {
        entity.Ignore(row => row.By);

        // Of one thing in one conversation a member is told once until he has read it.
        entity.HasIndex(row => new { row.MemberId, row.ConversationId, row.Kind }).IsUnique().HasFilter("read_at IS NULL");
        entity.HasIndex(row => new { row.MemberId, row.Id });

        entity.HasIndex(row => row.MailAt).HasFilter("mail_at IS NOT NULL");
        entity.HasIndex(row => row.PushAt).HasFilter("push_at IS NOT NULL");

        // The housekeeping walks along it.
        entity.HasIndex(row => row.ReadAt).HasFilter("read_at IS NOT NULL");
    }
}

internal sealed class PushSubscriptionMapping : EntityMapping<PushSubscription>
{
    protected override void Map(EntityTypeBuilder<PushSubscription> entity)
    {
        entity.Property(row => row.Endpoint).HasMaxLength(PushSubscription.EndpointLimit);
        entity.Property(row => row.Key).HasMaxLength(PushSubscription.KeyLimit);
        entity.Property(row => row.Secret).HasMaxLength(PushSubscription.KeyLimit);
        entity.Property(row => row.SignIn).HasMaxLength(64);
        entity.HasIndex(row => new { row.OrganisationId, row.Endpoint }).IsUnique();
        entity.HasIndex(row => row.MemberId);
        entity.HasIndex(row => row.SignIn);
    }
}

internal sealed class NotificationPreferencesMapping : EntityMapping<NotificationPreferences>
{
    protected override void Map(EntityTypeBuilder<NotificationPreferences> entity)
    {
        entity.Property(row => row.Digest).HasConversion(
            digest => JsonSerializer.Serialize(digest, ListColumn.Options), json => JsonSerializer.Deserialize<Digest>(json, ListColumn.Options)!);
        entity.Property(row => row.Choices).HasConversion(
            choices => JsonSerializer.Serialize(choices, ListColumn.Options),
            json => JsonSerializer.Deserialize<NotificationChoice[]>(json, ListColumn.Options)!,
            ListColumn.Comparer<NotificationChoice>());
    }
}

internal sealed class MailMapping : IEntityTypeConfiguration<MailRow>
{
    public void Configure(EntityTypeBuilder<MailRow> row)
    {
        row.ToTable("mails");
        row.HasKey(mail => mail.Id);
        row.Property(mail => mail.Id).ValueGeneratedNever();
        row.HasIndex(mail => mail.DueAt).HasFilter("due_at IS NOT NULL");
    }
}
