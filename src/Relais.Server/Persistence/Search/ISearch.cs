using Relais.Domain.Search;

namespace Relais.Server.Persistence.Search;

/// <summary>
/// Finds by words, the newest first. It says only where something stands, never who may see it: whoever asks looks that up in the
/// store itself. It holds nothing that cannot be read again from the store.
/// </summary>
public interface ISearch
{
    /// <summary>Begins to write what is new; null while another node does.</summary>
    Task<ISearchTurn?> Begin(RelaisDb db, CancellationToken cancel);

    /// <summary>Words of what was forgotten are gone from the index's files too.</summary>
    Task Scrub(CancellationToken cancel);

    /// <summary>What holds these words, from a place backwards.</summary>
    /// <param name="before">The place of the last one found before; null = from the newest.</param>
    Task<IReadOnlyList<SearchHit>> Find(RelaisDb db, SearchTerms terms, long? before, int atMost, CancellationToken cancel);
}

/// <summary>One transaction that writes into the index. Disposing it without <see cref="Commit"/> takes everything back.</summary>
public interface ISearchTurn : IAsyncDisposable
{
    /// <summary>Null when nothing of this organisation is in the index yet.</summary>
    Task<SearchProgress?> Progress(Guid organisationId, CancellationToken cancel);

    /// <summary>In this order; what is there already keeps its place.</summary>
    Task Write(Guid organisationId, IReadOnlyList<SearchEntry> entries, SearchProgress upTo, CancellationToken cancel);

    Task Commit(CancellationToken cancel);
}

/// <summary>How far the index has come.</summary>
/// <param name="Position">Every event up to this one is in it.</param>
/// <param name="Walked">While it is being built: messages up to this id are in it. Null = all are.</param>
public sealed record SearchProgress(long Position, Guid? Walked);

/// <summary>Something that can be found.</summary>
/// <param name="SubjectId">The message; or the conversation itself, for what is known of its contact.</param>
/// <param name="Roots">The words it is found by; none = it is forgotten.</param>
public sealed record SearchEntry(Guid ConversationId, Guid SubjectId, IReadOnlyCollection<string> Roots);

/// <summary>Something that was found.</summary>
/// <param name="Place">The newer, the higher.</param>
/// <param name="SubjectId">The message; or the conversation itself, for what is known of its contact.</param>
public sealed record SearchHit(long Place, Guid ConversationId, Guid SubjectId);
