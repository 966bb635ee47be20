using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.Routing;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Persistence.Mapping;

internal sealed class SkillSetMapping : EntityMapping<SkillSet>
{
    protected override void Map(EntityTypeBuilder<SkillSet> entity)
    {
        entity.Ignore(row => row.TeamIds);
        entity.HoldsIds("teamIds", "team_ids");
        entity.Property(row => row.Name).HasMaxLength(SkillSet.NameLimit);
        entity.Property(row => row.Filter).HasConversion(
            filter => JsonSerializer.Serialize(filter, RoutingJson.Options), json => JsonSerializer.Deserialize<Filter>(json, RoutingJson.Options)!);
        entity.HasIndex(row => new { row.OrganisationId, row.Key }).IsUnique();
    }
}

internal sealed class RoutingPolicyMapping : EntityMapping<RoutingPolicy>
{
    protected override void Map(EntityTypeBuilder<RoutingPolicy> entity)
    {
        entity.Ignore(row => row.FallbackTeamIds);
        entity.HoldsIds("fallbackTeamIds", "fallback_team_ids");
        entity.Property(row => row.Priorities).HasConversion(
            rules => JsonSerializer.Serialize(rules, RoutingJson.Options),
            json => JsonSerializer.Deserialize<PriorityRule[]>(json, RoutingJson.Options)!,
            new ValueComparer<IReadOnlyList<PriorityRule>>((a, b) => a!.SequenceEqual(b!), rules => rules.Count, rules => rules));
        entity.HasIndex(row => row.OrganisationId).IsUnique();
    }
}

internal sealed class ConversationTeamMapping : IEntityTypeConfiguration<ConversationTeamRow>
{
    public void Configure(EntityTypeBuilder<ConversationTeamRow> row)
    {
        row.ToTable("conversation_teams");
        row.HasKey(team => new { team.ConversationId, team.TeamId });
        row.HasIndex(team => new { team.TeamId, team.ConversationId });
    }
}

internal sealed class RoutingDecisionMapping : IEntityTypeConfiguration<RoutingDecisionRow>
{
    public void Configure(EntityTypeBuilder<RoutingDecisionRow> row)
    {
        row.ToTable("routing_decisions");
        row.HasKey(decision => decision.ConversationId);
        row.Property(decision => decision.ConversationId).ValueGeneratedNever();
    }
}

internal sealed class ReroutingMapping : IEntityTypeConfiguration<ReroutingRow>
{
    public void Configure(EntityTypeBuilder<ReroutingRow> row)
    {
        row.ToTable("rerouting");
        row.HasKey(work => work.OrganisationId);
        row.Property(work => work.OrganisationId).ValueGeneratedNever();
    }
}

internal sealed class ContactReroutingMapping : IEntityTypeConfiguration<ContactReroutingRow>
{
    public void Configure(EntityTypeBuilder<ContactReroutingRow> row)
    {
        row.ToTable("contact_rerouting");
        row.HasKey(work => work.ContactId);
        row.Property(work => work.ContactId).ValueGeneratedNever();
    }
}

internal static class RoutingJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
