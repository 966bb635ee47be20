using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Domain.Surveys;

namespace Relais.Server.Persistence.Mapping;

internal sealed class SurveyMapping : EntityMapping<Survey>
{
    protected override void Map(EntityTypeBuilder<Survey> entity)
    {
        entity.Ignore(row => row.Delay);
        entity.Property(row => row.Name).HasMaxLength(Survey.NameLimit);
        entity.Property(row => row.Languages).HasConversion(JsonColumn.Of<IReadOnlyList<SurveyWords>>(), JsonColumn.Compared<IReadOnlyList<SurveyWords>>());
        entity.HasIndex(row => new { row.OrganisationId, row.Key }).IsUnique();
        entity.OwnsMany(row => row.Channels, channel =>
        {
            channel.ToTable("survey_channels");
            channel.WithOwner().HasForeignKey(row => row.SurveyId);
            channel.HasKey(row => row.Id);
            channel.Property(row => row.Id).ValueGeneratedNever();

            // One at most asks on a channel, whatever the code believes.
            channel.HasIndex(row => row.ChannelId).IsUnique().HasFilter("is_active");
        });
    }
}

internal sealed class SurveyPolicyMapping : EntityMapping<SurveyPolicy>
{
    protected override void Map(EntityTypeBuilder<SurveyPolicy> entity) => entity.HasIndex(row => row.OrganisationId).IsUnique();
}

internal sealed class SurveyRequestMapping : EntityMapping<SurveyRequest>
{
    protected override void Map(EntityTypeBuilder<SurveyRequest> entity)
    {
        entity.Ignore(row => row.IsOpen);
        entity.Property(row => row.Ending).HasConversion(JsonColumn.Of<SurveyEnding>());
        entity.Property(row => row.Plan).HasConversion(JsonColumn.Of<SurveyPlan?>());
        entity.Property(row => row.Comment).HasMaxLength(SurveyRequest.CommentLimit);

        // Each end of a conversation is asked about once, whatever the code believes.
        entity.HasIndex(row => new { row.ConversationId, row.ResolvedAt }).IsUnique();
        entity.HasIndex(row => row.LinkHash).IsUnique().HasFilter("link_hash IS NOT NULL");
        entity.HasIndex(row => new { row.ThreadId, row.AskedAt });
        entity.HasIndex(row => new { row.OrganisationId, row.AskedAt });
    }
}
