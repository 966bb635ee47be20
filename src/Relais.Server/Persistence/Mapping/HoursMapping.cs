using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.Hours;

namespace Relais.Server.Persistence.Mapping;

internal sealed class HoursMapping : EntityMapping<BusinessHours>
{
    protected override void Map(EntityTypeBuilder<BusinessHours> entity)
    {
        entity.ToTable("business_hours");
        entity.Property(row => row.Name).HasMaxLength(BusinessHours.NameLimit);
        entity.Property(row => row.Timetable).HasConversion(
            timetable => JsonSerializer.Serialize(timetable, ListColumn.Options), json => JsonSerializer.Deserialize<Timetable>(json, ListColumn.Options)!);
        entity.HasIndex(row => new { row.OrganisationId, row.Key }).IsUnique();
    }
}
