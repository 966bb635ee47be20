using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.Privacy;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Persistence.Mapping;

internal sealed class DeletedContactMapping : EntityMapping<DeletedContact>
{
    protected override void Map(EntityTypeBuilder<DeletedContact> entity)
    {
        entity.Property(row => row.Hint).HasMaxLength(DeletedContact.HintLimit);
        entity.Property(row => row.ChannelIds).HasConversion(
            ids => IdList.Write(ids), text => IdList.Read(text), ListColumn.Comparer<Guid>());
        entity.Property(row => row.Losses).HasConversion(
            losses => JsonSerializer.Serialize(losses, ListColumn.Options), json => JsonSerializer.Deserialize<Losses>(json, ListColumn.Options)!);

        // The page of the settings reads along it.
        entity.HasIndex(row => new { row.OrganisationId, row.Id });
    }
}

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> row)
    {
        row.ToTable("audit_log");
        row.HasKey(line => line.Id);
        row.Property(line => line.Id).ValueGeneratedNever();
        row.HasIndex(line => new { line.OrganisationId, line.Id });
        row.HasIndex(line => new { line.OrganisationId, line.MemberId, line.Id });
    }
}

internal sealed class DeletionMapping : IEntityTypeConfiguration<DeletionRow>
{
    private static readonly ValueComparer<List<Guid>> Ids = new((one, other) => one!.SequenceEqual(other!), list => list.Count, list => list.ToList());

    public void Configure(EntityTypeBuilder<DeletionRow> row)
    {
        row.ToTable("deletions");
        row.HasKey(item => item.DeletedContactId);
        row.Property(item => item.DeletedContactId).ValueGeneratedNever();
        row.Property(item => item.ContactIds).HasConversion(ids => IdList.Write(ids), text => IdList.Read(text), Ids);
        row.Property(item => item.ThreadIds).HasConversion(ids => IdList.Write(ids), text => IdList.Read(text), Ids);
        row.Property(item => item.ConversationIds).HasConversion(ids => IdList.Write(ids), text => IdList.Read(text), Ids);
        row.Property(item => item.ChannelIds).HasConversion(ids => IdList.Write(ids), text => IdList.Read(text), Ids);
        row.Property(item => item.Addresses).HasConversion(
            list => JsonSerializer.Serialize(list, ListColumn.Options), json => JsonSerializer.Deserialize<string[]>(json, ListColumn.Options)!, ListColumn.Comparer<string>());
    }
}
