using Relais.Domain.Privacy;

namespace Relais.Server.Privacy;

/// <summary>That a contact was deleted.</summary>
/// <param name="Hint">Initials, or the end of a number; may be empty.</param>
/// <param name="Kinds">The kinds of the channels he wrote on.</param>
/// <param name="Losses">How much went with him.</param>
/// <param name="By">The administrator, as he was called then.</param>
/// <param name="ErasedAt">When the last trace was gone; null while some are still being removed.</param>
public sealed record DeletedContactView(
    Guid Id, string Hint, IReadOnlyList<string> Kinds, Losses Losses, string By, DateTimeOffset At, DateTimeOffset? ErasedAt)
{
    /// <param name="row">The entry.</param>
    /// <param name="kinds">The kind of each channel.</param>
    public static DeletedContactView Of(DeletedContact row, IReadOnlyDictionary<Guid, string> kinds) => new(
        row.Id, row.Hint, [.. row.ChannelIds.Select(id => kinds.GetValueOrDefault(id)).OfType<string>().Distinct()], row.Losses, row.ByName, row.At, row.ErasedAt);
}
