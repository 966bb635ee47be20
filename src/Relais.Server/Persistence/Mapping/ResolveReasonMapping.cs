using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Relais.Domain.ResolveReasons;

namespace Relais.Server.Persistence.Mapping;

internal sealed class ResolveReasonMapping : EntityMapping<ResolveReason>
{
    protected override void Map(EntityTypeBuilder<ResolveReason> entity)
    {
        entity.Ignore(row => row.IsArchived).Ignore(row => row.IsOffered);
        entity.Property(row => row.Name).HasMaxLength(ResolveReason.NameLimit);
        entity.HasIndex(row => new { row.OrganisationId, row.Key }).IsUnique().HasFilter("archived_at IS NULL");
    }
}

internal sealed class ResolvePolicyMapping : EntityMapping<ResolvePolicy>
{
    private static readonly ValueConverter<ResolveScopes, string> Json = new(
        scopes => JsonSerializer.Serialize(scopes, ListColumn.Options), json => JsonSerializer.Deserialize<ResolveScopes>(json, ListColumn.Options)!);

    protected override void Map(EntityTypeBuilder<ResolvePolicy> entity)
    {
        entity.Property(row => row.Reasons).HasConversion(Json);
        entity.Property(row => row.Topics).HasConversion(Json);
        entity.HasIndex(row => row.OrganisationId).IsUnique();
    }
}
