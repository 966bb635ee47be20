using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Relais.Domain.Conversations;
using Relais.Server.Persistence.Mapping;
using Relais.Server.Persistence.Search;

namespace Relais.Server.Persistence.Postgres;

/// <summary>The store for several nodes.</summary>
public sealed class PostgresRelaisDb(DbContextOptions<PostgresRelaisDb> options, ICommitObserver observer, PostgresDialect dialect)
    : RelaisDb(options, observer)
{
    public override IDialect Dialect => dialect;

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Enum>().HaveConversion<string>();
        conventions.Properties<DateTimeOffset>().HaveConversion<InstantToMilliseconds>();
    }

    /// <summary>The other store keeps its search index beside it.</summary>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // Behind an assignee that is null it would not know that the rest is in order.
        ConversationMapping.IndexWaiting(builder.Entity<Conversation>());
        SearchEntryRow.Map(builder.Entity<SearchEntryRow>());
        SearchProgressRow.Map(builder.Entity<SearchProgressRow>());
    }
}

/// <summary>UTC, which the driver insists on, and as fine as SQLite keeps it: both stores answer the same.</summary>
internal sealed class InstantToMilliseconds() : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => Of(instant), instant => instant)
{
    public static DateTimeOffset Of(DateTimeOffset instant) => DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());
}
