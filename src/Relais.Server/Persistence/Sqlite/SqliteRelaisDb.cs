using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Relais.Domain.Conversations;
using Relais.Server.Persistence.Mapping;

namespace Relais.Server.Persistence.Sqlite;

/// <summary>The embedded store: one file, nothing to install.</summary>
public sealed class SqliteRelaisDb(DbContextOptions<SqliteRelaisDb> options, ICommitObserver observer, SqliteDialect dialect)
    : RelaisDb(options, observer)
{
    public override IDialect Dialect => dialect;

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Enum>().HaveConversion<string>();
        conventions.Properties<Guid>().HaveConversion<GuidToSortableBytes>();
        conventions.Properties<DateTimeOffset>().HaveConversion<InstantToMilliseconds>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        ConversationMapping.IndexWaiting(builder.Entity<Conversation>(), nameof(Conversation.State), nameof(Conversation.AssigneeId));
    }
}

/// <summary>Sixteen bytes in the order that sorts GUIDs of version 7 by time; as text they would take 36.</summary>
internal sealed class GuidToSortableBytes() : ValueConverter<Guid, byte[]>(
    id => id.ToByteArray(true), bytes => new Guid(bytes, true));

/// <summary>SQLite cannot order instants with offsets, so it gets UTC milliseconds.</summary>
internal sealed class InstantToMilliseconds() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));

/// <summary>Makes every connection durable: a commit is on the disk when it returns.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=15000; PRAGMA foreign_keys=ON; " +
        "PRAGMA secure_delete=ON; PRAGMA cache_size=-32768; PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=67108864;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        // A connection from the pool has kept what it was told; asking costs no look at the file.
        const long memory = 2;
        command.CommandText = "PRAGMA temp_store";
        if (command.ExecuteScalar() is memory) return;

        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}
