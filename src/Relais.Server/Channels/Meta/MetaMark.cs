namespace Relais.Server.Channels.Meta;

/// <summary>
/// Our own id on what we send, so that its echo is known. Of words and a file only the last part stands for the whole answer.
/// </summary>
internal sealed record MetaMark(Guid MessageId, bool IsWhole)
{
    private const string Part = "/file";

    public static MetaMark? Of(string? metadata)
    {
        var isWhole = metadata?.EndsWith(Part, StringComparison.Ordinal) != true;
        return Guid.TryParseExact(isWhole ? metadata : metadata![..^Part.Length], "D", out var id) ? new MetaMark(id, isWhole) : null;
    }

    public override string ToString() => IsWhole ? MessageId.ToString() : $"{MessageId}{Part}";
}
