using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.Contacts;
using Relais.Domain.Replies;

namespace Relais.Server.Persistence.Mapping;

internal sealed class ReplyCollectionMapping : EntityMapping<ReplyCollection>
{
    protected override void Map(EntityTypeBuilder<ReplyCollection> entity)
    {
        entity.Ignore(row => row.IsPersonal).Ignore(row => row.TeamIds).Ignore(row => row.ChannelIds);
        entity.HoldsIds("teamIds", "team_ids");
        entity.HoldsIds("channelIds", "channel_ids");
        entity.Property(row => row.Name).HasMaxLength(ReplyCollection.NameLimit);
        entity.HasIndex(row => new { row.OrganisationId, row.Key }).IsUnique().HasFilter("owner_id IS NULL");
        entity.HasIndex(row => new { row.OrganisationId, row.OwnerId, row.Key }).IsUnique().HasFilter("owner_id IS NOT NULL");
    }
}

internal sealed class SavedReplyMapping : EntityMapping<SavedReply>
{
    protected override void Map(EntityTypeBuilder<SavedReply> entity)
    {
        entity.Ignore(row => row.Text);
        entity.Property(row => row.Title).HasMaxLength(SavedReply.TitleLimit);
        entity.Property(row => row.Body).HasMaxLength(SavedReply.BodyLimit);
        entity.Property(row => row.Language).HasMaxLength(Contact.LanguageLimit);
        entity.Property(row => row.Shortcut).HasMaxLength(SavedReply.ShortcutLimit);
        entity.HasIndex(row => new { row.OrganisationId, row.CollectionId });
    }
}
