using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Relais.Domain.VirtualAgents;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Persistence.Mapping;

internal sealed class AutoResponderMapping : EntityMapping<AutoResponder>
{
    protected override void Map(EntityTypeBuilder<AutoResponder> entity)
    {
        entity.Property(row => row.Name).HasMaxLength(AutoResponder.NameLimit);
        entity.Property(row => row.OnTimeout).HasConversion(JsonColumn.Of<TimeoutRule>());
        entity.Property(row => row.Languages).HasConversion(JsonColumn.Of<IReadOnlyList<ResponderLanguage>>(), JsonColumn.Compared<IReadOnlyList<ResponderLanguage>>());
        entity.HasIndex(row => new { row.OrganisationId, row.Key }).IsUnique();
        entity.OwnsMany(row => row.Channels, channel =>
        {
            channel.ToTable("responder_channels");
            channel.WithOwner().HasForeignKey(row => row.ResponderId);
            channel.HasKey(row => row.Id);
            channel.Property(row => row.Id).ValueGeneratedNever();

            // One at most takes what begins on a channel, whatever the code believes.
            channel.HasIndex(row => row.ChannelId).IsUnique().HasFilter("is_inception");
        });
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
