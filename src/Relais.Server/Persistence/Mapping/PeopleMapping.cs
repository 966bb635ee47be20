using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.Organisations;
using Relais.Domain.People;

namespace Relais.Server.Persistence.Mapping;

internal sealed class OrganisationMapping : EntityMapping<Organisation>
{
    protected override void Map(EntityTypeBuilder<Organisation> entity) =>
        entity.Property(row => row.Name).HasMaxLength(Organisation.NameLimit);
}

internal sealed class PeopleMapping : EntityMapping<Member>
{
    protected override void Map(EntityTypeBuilder<Member> entity)
    {
        entity.Property(row => row.Name).HasMaxLength(Member.NameLimit);
        entity.Property(row => row.Email).HasMaxLength(Member.EmailLimit);
        entity.HasIndex(row => row.Email).IsUnique();
        entity.HasIndex(row => row.OrganisationId);
    }
}

internal sealed class TeamMapping : EntityMapping<Team>
{
    protected override void Map(EntityTypeBuilder<Team> entity)
    {
        entity.Property(row => row.Name).HasMaxLength(Team.NameLimit);
        entity.HasIndex(row => new { row.OrganisationId, row.Name }).IsUnique();
        entity.Ignore(row => row.Settings);
        entity.OwnsMany(row => row.Members, member =>
        {
            member.ToTable("team_members");
            member.WithOwner().HasForeignKey(row => row.TeamId);
            member.HasKey(row => new { row.TeamId, row.MemberId });
            // Or a seat added to a team that is there already would count as one that is stored.
            member.Property(row => row.MemberId).ValueGeneratedNever();
            member.HasIndex(row => row.MemberId);
        });
    }
}

internal sealed class LinkMapping : EntityMapping<Link>
{
    protected override void Map(EntityTypeBuilder<Link> entity) =>
        entity.HasIndex(row => row.TokenHash).IsUnique();
}

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account) => account.HasIndex(row => row.MemberId).IsUnique();
}
