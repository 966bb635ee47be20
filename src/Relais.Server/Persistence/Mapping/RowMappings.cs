using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.Conversations;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Persistence.Mapping;

internal sealed class JournalMapping : IEntityTypeConfiguration<JournalRow>
{
    public void Configure(EntityTypeBuilder<JournalRow> row)
    {
        row.ToTable("journal");
        row.HasKey(item => item.Id);
        row.Property(item => item.Id).ValueGeneratedOnAdd();
        row.Property(item => item.Key).HasMaxLength(300);
        row.HasIndex(item => new { item.ChannelId, item.Key }).IsUnique();
        row.HasIndex(item => item.Id, "waiting").HasDatabaseName("ix_journal_waiting").HasFilter("state = 'Waiting'");
        row.HasIndex(item => item.Id, "quarantined").HasDatabaseName("ix_journal_quarantined").HasFilter("state = 'Quarantined'");
    }
}

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> row)
    {
        row.ToTable("outbox");
        row.HasKey(item => item.MessageId);
        row.Property(item => item.MessageId).ValueGeneratedNever();
        row.HasIndex(item => new { item.ThreadId, item.MessageId });
        row.HasIndex(item => item.DueAt);
    }
}

internal sealed class TimerMapping : IEntityTypeConfiguration<TimerRow>
{
    public void Configure(EntityTypeBuilder<TimerRow> row)
    {
        row.ToTable("timers");
        row.HasKey(timer => new { timer.Kind, timer.Subject, timer.DueAt });
        row.HasIndex(timer => timer.DueAt);
    }
}

internal sealed class BulkChangeMapping : IEntityTypeConfiguration<BulkChangeRow>
{
    public void Configure(EntityTypeBuilder<BulkChangeRow> row)
    {
        row.ToTable("bulk_changes");
        row.HasKey(change => new { change.BulkId, change.ConversationId });
        row.HasIndex(change => change.At);
        row.Property(change => change.Before).HasConversion(
            mark => JsonSerializer.Serialize(mark, RoutingJson.Options), json => JsonSerializer.Deserialize<Bookmark>(json, RoutingJson.Options)!);
    }
}

internal sealed class EventMapping : IEntityTypeConfiguration<EventRow>
{
    public void Configure(EntityTypeBuilder<EventRow> row)
    {
        row.ToTable("events");
        row.HasKey(item => new { item.OrganisationId, item.Position });
        row.HasIndex(item => new { item.OrganisationId, item.ThreadId, item.Position }).HasFilter("trail");
    }
}

internal sealed class LooseFileMapping : IEntityTypeConfiguration<LooseFileRow>
{
    public void Configure(EntityTypeBuilder<LooseFileRow> row)
    {
        row.ToTable("loose_files");
        row.HasKey(file => file.Key);
        row.HasIndex(file => file.StoredAt);
    }
}

internal sealed class SequenceMapping : IEntityTypeConfiguration<SequenceRow>
{
    public void Configure(EntityTypeBuilder<SequenceRow> row)
    {
        row.ToTable("sequences");
        row.HasKey(sequence => new { sequence.OrganisationId, sequence.Name });
    }
}

internal sealed class AssignmentDecisionMapping : IEntityTypeConfiguration<AssignmentDecisionRow>
{
    public void Configure(EntityTypeBuilder<AssignmentDecisionRow> row)
    {
        row.ToTable("assignment_decisions");
        row.HasKey(decision => decision.Id);
        row.Property(decision => decision.Id).ValueGeneratedNever();
        row.HasIndex(decision => new { decision.ConversationId, decision.Id });
    }
}

internal sealed class LastGivenMapping : IEntityTypeConfiguration<LastGivenRow>
{
    public void Configure(EntityTypeBuilder<LastGivenRow> row)
    {
        row.ToTable("last_given");
        row.HasKey(given => new { given.OrganisationId, given.MemberId });
    }
}

internal sealed class QueueCountMapping : IEntityTypeConfiguration<QueueCountRow>
{
    public void Configure(EntityTypeBuilder<QueueCountRow> row)
    {
        row.ToTable("queue_counts");
        row.HasKey(count => new { count.OrganisationId, count.ChannelId, count.State, count.AssigneeId });
    }
}
