using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Relais.Domain.VirtualAgents;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Persistence.Mapping;

internal sealed class DeputyMapping : EntityMapping<Deputy>
{
    protected override void Map(EntityTypeBuilder<Deputy> entity)
    {
        entity.Ignore(row => row.Kind);
        entity.HasDiscriminator<string>("kind").HasValue<AutoResponder>(nameof(VirtualAgentKind.AutoResponder)).HasValue<CustomAgent>(nameof(VirtualAgentKind.Custom));
        entity.Property<string>("kind").HasMaxLength(20);
        entity.Property(row => row.Name).HasMaxLength(Deputy.NameLimit);
        entity.Property(row => row.OnTimeout).HasConversion(JsonColumn.Of<TimeoutRule>());
        entity.HasIndex(row => new { row.OrganisationId, row.Key }).IsUnique();
        entity.OwnsMany(row => row.Channels, channel =>
        {
            channel.ToTable("deputy_channels");
            channel.WithOwner().HasForeignKey(row => row.DeputyId);
            channel.HasKey(row => row.Id);
            channel.Property(row => row.Id).ValueGeneratedNever();

            // One at most takes what begins on a channel, whatever the code believes.
            channel.HasIndex(row => row.ChannelId).IsUnique().HasFilter("is_inception");
        });
    }
}

internal sealed class AutoResponderMapping : IEntityTypeConfiguration<AutoResponder>
{
    public void Configure(EntityTypeBuilder<AutoResponder> entity) =>
        entity.Property(row => row.Languages).HasConversion(JsonColumn.Of<IReadOnlyList<ResponderLanguage>>(), JsonColumn.Compared<IReadOnlyList<ResponderLanguage>>());
}

internal sealed class CustomAgentMapping : IEntityTypeConfiguration<CustomAgent>
{
    public void Configure(EntityTypeBuilder<CustomAgent> entity)
    {
        entity.Property(row => row.WebhookUrl).HasMaxLength(CustomAgent.AddressLimit);
        entity.Property(row => row.TimeoutText).HasMaxLength(Script.TextLimit);
        entity.Property(row => row.FailureText).HasMaxLength(Script.TextLimit);
    }
}

internal sealed class CustomRunMapping : EntityMapping<CustomRun>
{
    protected override void Map(EntityTypeBuilder<CustomRun> entity)
    {
        entity.Property(row => row.Plan).HasConversion(JsonColumn.Of<AgentPlan>());
        entity.HasIndex(row => row.AgentId);
    }
}

internal sealed class AgentEventMapping : IEntityTypeConfiguration<AgentEventRow>
{
    public void Configure(EntityTypeBuilder<AgentEventRow> row)
    {
        row.ToTable("agent_events");
        row.HasKey(item => item.Id);
        row.Property(item => item.Id).ValueGeneratedNever();
        row.Property(item => item.Problem).HasMaxLength(100);
        row.HasIndex(item => new { item.ConversationId, item.Id });
        row.HasIndex(item => new { item.AgentId, item.Id });
        row.HasIndex(item => item.DueAt).HasFilter("state IN ('Waiting', 'Sending')");
    }
}

internal sealed class AgentAnswerMapping : IEntityTypeConfiguration<AgentAnswerRow>
{
    public void Configure(EntityTypeBuilder<AgentAnswerRow> row)
    {
        row.ToTable("agent_answers");
        row.HasKey(item => new { item.ConversationId, item.Key });
        row.Property(item => item.Key).HasMaxLength(200);
        row.HasIndex(item => item.At);
    }
}

internal sealed class ScriptRunMapping : EntityMapping<ScriptRun>
{
    protected override void Map(EntityTypeBuilder<ScriptRun> entity)
    {
        entity.Property(row => row.Plan).HasConversion(JsonColumn.Of<ScriptPlan>());
        entity.Property(row => row.Position).HasConversion(JsonColumn.Of<ScriptPosition?>());
        entity.HasIndex(row => row.ResponderId);
    }
}

internal sealed class AutomaticMessagesMapping : IEntityTypeConfiguration<AutomaticMessagesRow>
{
    public void Configure(EntityTypeBuilder<AutomaticMessagesRow> row)
    {
        row.ToTable("automatic_messages");
        row.HasKey(count => new { count.Subject, count.Hour });
        row.HasIndex(count => count.Hour);
    }
}

/// <summary>A value kept as JSON in one column. It is replaced as a whole and never changed in place.</summary>
internal static class JsonColumn
{
    public static ValueConverter<T, string> Of<T>() => new(
        value => JsonSerializer.Serialize(value, ListColumn.Options), json => JsonSerializer.Deserialize<T>(json, ListColumn.Options)!);

    public static ValueComparer<T> Compared<T>() => new(
        (one, other) => ReferenceEquals(one, other), value => value == null ? 0 : value.GetHashCode(), value => value);
}
