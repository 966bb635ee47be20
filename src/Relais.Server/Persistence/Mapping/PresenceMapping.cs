using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.People;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Persistence.Mapping;

internal sealed class PresenceSessionMapping : IEntityTypeConfiguration<PresenceSession>
{
    public void Configure(EntityTypeBuilder<PresenceSession> session)
    {
        session.HasKey(row => row.ConnectionId);
        session.Property(row => row.ConnectionId).HasMaxLength(100);
        session.Property(row => row.SignIn).HasMaxLength(64);
        session.HasIndex(row => new { row.MemberId, row.Until });
        session.HasIndex(row => row.SignIn);
        session.HasIndex(row => row.Until);
    }
}

internal sealed class StatusSpanMapping : IEntityTypeConfiguration<StatusSpan>
{
    public void Configure(EntityTypeBuilder<StatusSpan> span)
    {
        span.HasKey(row => row.Id);
        span.Property(row => row.Id).ValueGeneratedNever();
        span.Property(row => row.AwayStateName).HasMaxLength(AwayState.NameLimit);

        // A member is in one status at a time, whatever two nodes believe.
        span.HasIndex(row => row.MemberId, "open").HasDatabaseName("ix_status_spans_open").IsUnique().HasFilter("ended_at IS NULL");
        span.HasIndex(row => new { row.MemberId, row.EndedAt });
        span.HasIndex(row => new { row.MemberId, row.Availability, row.EndedAt });
        span.HasIndex(row => new { row.OrganisationId, row.BeganAt });
    }
}

internal sealed class AwayStateMapping : EntityMapping<AwayState>
{
    protected override void Map(EntityTypeBuilder<AwayState> entity)
    {
        entity.Ignore(row => row.IsArchived);
        entity.Property(row => row.Name).HasMaxLength(AwayState.NameLimit);
        entity.HasIndex(row => new { row.OrganisationId, row.Place });
    }
}
