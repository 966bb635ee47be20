using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.Automations;

namespace Relais.Server.Persistence.Mapping;

internal sealed class AutomationMapping : EntityMapping<Automation>
{
    protected override void Map(EntityTypeBuilder<Automation> entity)
    {
        entity.Ignore(row => row.ChannelIds);
        entity.HoldsIds("channelIds", "channel_ids");
        entity.Property(row => row.Name).HasMaxLength(Automation.NameLimit);
        entity.Property(row => row.Filter).HasConversion(
            filter => JsonSerializer.Serialize(filter, RoutingJson.Options), json => JsonSerializer.Deserialize<MessageFilter>(json, RoutingJson.Options)!);
        entity.Property(row => row.Actions).HasConversion(
            actions => JsonSerializer.Serialize(actions, RoutingJson.Options),
            json => JsonSerializer.Deserialize<AutomationAction[]>(json, RoutingJson.Options)!,
            new ValueComparer<IReadOnlyList<AutomationAction>>((a, b) => a!.SequenceEqual(b!), actions => actions.Count, actions => actions));
        entity.HasIndex(row => new { row.OrganisationId, row.Key }).IsUnique();
    }
}
