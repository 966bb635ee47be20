using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace Relais.Server.Persistence.Search;

/// <summary>The index in PostgreSQL: which words stand where.</summary>
internal sealed class SearchEntryRow
{
    public const string WordsIndex = "ix_search_entries_words";

    /// <summary>The newer, the higher.</summary>
    public long Id { get; init; }

    public Guid ConversationId { get; init; }

    public Guid SubjectId { get; init; }

    public NpgsqlTsVector Words { get; init; } = null!;

    public static void Map(EntityTypeBuilder<SearchEntryRow> row)
    {
        row.ToTable("search_entries");
        row.Property(entry => entry.Id).ValueGeneratedNever();
        row.HasIndex(entry => entry.SubjectId).IsUnique();
        row.HasIndex(entry => entry.Words).HasMethod("gin").HasDatabaseName(WordsIndex);
    }
}

/// <summary>How far the index has come.</summary>
internal sealed class SearchProgressRow
{
    public Guid OrganisationId { get; init; }

    public long Position { get; init; }

    public Guid? Walked { get; init; }

    /// <summary>In which way the words were cut.</summary>
    public int Edition { get; init; }

    public static void Map(EntityTypeBuilder<SearchProgressRow> row)
    {
        row.ToTable("search_progress");
        row.HasKey(progress => progress.OrganisationId);
        row.Property(progress => progress.OrganisationId).ValueGeneratedNever();
    }
}
