namespace Relais.Server.Persistence.Rows;

/// <summary>A file that may lie on the disk without anything referring to it: noted before its first byte is written, forgotten once
/// it is known to be in use, or removed with the file.</summary>
public sealed class LooseFileRow
{
    public string Key { get; init; } = "";

    /// <summary>Through whose journal a message may still come that names it; null where a row names it at once.</summary>
    public Guid? ChannelId { get; init; }

    public DateTimeOffset StoredAt { get; init; }
}
