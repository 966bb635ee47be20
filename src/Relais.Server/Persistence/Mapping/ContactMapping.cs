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

internal sealed class ContactIdentityMapping : EntityMapping<ContactIdentity>
{
    protected override void Map(EntityTypeBuilder<ContactIdentity> entity)
    {
        entity.Property(row => row.ExternalId).HasMaxLength(ContactIdentity.ExternalIdLimit);
        entity.HasIndex(row => new { row.ChannelId, row.ExternalId }).IsUnique();
        entity.HasIndex(row => row.ContactId);
    }
}
