using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.Conversations;
using Relais.Domain.VirtualAgents;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Server.Persistence.Mapping;

internal sealed class PostMapping : EntityMapping<Post>
{
    protected override void Map(EntityTypeBuilder<Post> entity)
    {
        entity.Property(row => row.ExternalId).HasMaxLength(Thread.PostLimit);
        entity.HasIndex(row => new { row.ChannelId, row.ExternalId }).IsUnique();
        entity.HasIndex(row => row.NextTryAt).HasFilter("next_try_at IS NOT NULL");
    }
}

internal sealed class ThreadMapping : EntityMapping<Thread>
{
    protected override void Map(EntityTypeBuilder<Thread> entity)
    {
        entity.Property(row => row.Post).HasMaxLength(Thread.PostLimit);
        entity.HasIndex(row => new { row.ChannelId, row.ContactId, row.Visibility, row.Post }).IsUnique().HasFilter("continued_by IS NULL");
        entity.HasIndex(row => row.ContactId);
        entity.HasIndex(row => new { row.ChannelId, row.Post }).HasFilter("post <> ''");
    }
}

internal sealed class ConversationMapping : EntityMapping<Conversation>
{
    protected override void Map(EntityTypeBuilder<Conversation> entity)
    {
        entity.Ignore(row => row.Place).Ignore(row => row.IsHeld).Ignore(row => row.IsSurveyed).Ignore(row => row.IsResolved).Ignore(row => row.TopicIds).Ignore(row => row.TeamIds);
        entity.HoldsIds("topicIds", "topic_ids");
        entity.HoldsIds("teamIds", "team_ids");
        entity.Property(row => row.Holding).HasConversion(JsonColumn.Of<Holding?>());
        entity.Property(row => row.PreviewText).HasMaxLength(Conversation.PreviewLimit);
        entity.HasIndex(row => new { row.OrganisationId, row.Number }).IsUnique();

        // One open conversation per thread, whatever the code believes.
        entity.HasIndex(row => row.ThreadId, "open_thread").HasDatabaseName("ix_conversations_open_thread").IsUnique().HasFilter("state <> 'Resolved'");
        entity.HasIndex(row => new { row.ThreadId, row.Number });
        entity.HasIndex(row => new { row.OrganisationId, row.State, row.StateSince, row.Id });
        entity.HasIndex(row => new { row.OrganisationId, row.State, row.Priority, row.StateSince, row.Id }).IsDescending(false, false, true, false, false);
        entity.HasIndex(row => new { row.OrganisationId, row.AssigneeId, row.State, row.StateSince, row.Id });
        entity.HasIndex(row => new { row.OrganisationId, row.ChannelId, row.State, row.StateSince, row.Id });
        entity.HasIndex(row => new { row.OrganisationId, row.ContactId, row.OpenedAt });
    }

    /// <summary>What waits to be given out, in the order of the queue: each round of assignment reads the head of it.</summary>
    /// <param name="entity">The conversations.</param>
    /// <param name="constant">What is the same in all of it and yet heads its columns, because the store would not choose it otherwise.</param>
    public static void IndexWaiting(EntityTypeBuilder<Conversation> entity, params string[] constant)
    {
        string[] columns = [nameof(Conversation.OrganisationId), .. constant, nameof(Conversation.Priority), nameof(Conversation.StateSince), nameof(Conversation.Id)];
        entity.HasIndex(columns, "waiting").HasDatabaseName("ix_conversations_waiting")
            .IsDescending([.. columns.Select(column => column == nameof(Conversation.Priority))])
            .HasFilter("state = 'New' AND assignee_id IS NULL");
    }
}

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft) =>
        draft.HasKey(row => new { row.MemberId, row.ConversationId, row.Mode });
}
