using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.Contacts;

namespace Relais.Server.Persistence.Mapping;

internal sealed class ContactMapping : EntityMapping<Contact>
{
    protected override void Map(EntityTypeBuilder<Contact> entity)
    {
        entity.Ignore(row => row.DisplayName);
        entity.Property(row => row.Name).HasMaxLength(Contact.NameLimit);
        entity.HasIndex(row => row.OrganisationId);
    }
}

internal sealed class ContactMergeMapping : EntityMapping<ContactMerge>
{
    protected override void Map(EntityTypeBuilder<ContactMerge> entity)
    {
        entity.Ignore(row => row.IdentityIds).Ignore(row => row.ThreadIds);
        entity.HasIndex(row => row.ContactId);
        entity.HasIndex(row => row.MergedId);
        Ids(entity, "identityIds", "identity_ids");
        Ids(entity, "threadIds", "thread_ids");
    }

    private static void Ids(EntityTypeBuilder<ContactMerge> entity, string field, string column) =>
        entity.Property<List<Guid>>(field).HasColumnName(column).HasConversion(
            ids => string.Join(' ', ids),
            text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse).ToList(),
            new ValueComparer<List<Guid>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list.ToList()));
}

internal sealed class ContactIdentityMapping : EntityMapping<ContactIdentity>
{
    protected override void Map(EntityTypeBuilder<ContactIdentity> entity)
    {
        entity.Property(row => row.ExternalId).HasMaxLength(ContactIdentity.ExternalIdLimit);
        entity.HasIndex(row => new { row.ChannelId, row.ExternalId }).IsUnique();
        entity.HasIndex(row => row.ContactId);
    }
}
