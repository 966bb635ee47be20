using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;

namespace Relais.Server.Persistence.Mapping;

internal sealed class MessageMapping : EntityMapping<Message>
{
    protected override void Map(EntityTypeBuilder<Message> entity)
    {
        entity.Ignore(row => row.Attachments).Ignore(row => row.Reactions).Ignore(row => row.Author).Ignore(row => row.TagIds).Ignore(row => row.MentionIds);
        entity.HoldsIds("tagIds", "tag_ids");
        entity.HoldsIds("mentionIds", "mention_ids");
        entity.Property(row => row.ExternalId).HasMaxLength(Message.ExternalIdLimit);
        entity.Property<List<Reaction>>("reactions").HasColumnName("reactions").HasConversion(
            reactions => reactions.Count == 0 ? "[]" : JsonSerializer.Serialize(reactions, JsonSerializerOptions.Web),
            json => json == "[]" ? new List<Reaction>() : JsonSerializer.Deserialize<List<Reaction>>(json, JsonSerializerOptions.Web)!,
            new ValueComparer<List<Reaction>>(
                (a, b) => a!.SequenceEqual(b!), list => list.Count, list => list.ToList()));
        entity.Property(row => row.RemovedBy).HasConversion(
            by => JsonSerializer.Serialize(by, JsonSerializerOptions.Web), json => JsonSerializer.Deserialize<Actor>(json, JsonSerializerOptions.Web));

        entity.HasIndex(row => new { row.ThreadId, row.At, row.Id });
        // The provider's id first: of a store that has just begun PostgreSQL believes that a channel holds few messages, and reads them all.
        entity.HasIndex(row => new { row.ExternalId, row.ChannelId }).IsUnique().HasFilter("external_id IS NOT NULL");
        entity.HasIndex(row => new { row.ThreadId, row.ClientId }).IsUnique().HasFilter("client_id IS NOT NULL");
        entity.HasIndex(row => new { row.ChannelId, row.At }).HasFilter("delivery IN ('Failed', 'Unknown')");
    }
}

internal sealed class AttachmentMapping : EntityMapping<Attachment>
{
    protected override void Map(EntityTypeBuilder<Attachment> entity)
    {
        entity.HasIndex(row => row.MessageId);
        entity.HasIndex(row => row.SavedReplyId).HasFilter("saved_reply_id IS NOT NULL");
        entity.HasIndex(row => row.PostId).HasFilter("post_id IS NOT NULL");
        entity.HasIndex(row => row.Key).IsUnique().HasFilter("key IS NOT NULL");
        entity.HasIndex(row => row.UnsentSince).HasFilter("unsent_since IS NOT NULL");
        entity.HasIndex(row => row.NextTryAt).HasFilter("next_try_at IS NOT NULL");
    }
}
