namespace Relais.Tests.Testing;

/// <summary>An append-only list on disk that outlives any crash of the server: every line is flushed before it counts.</summary>
public sealed class Ledger : IDisposable
{
    private readonly FileStream file;
    private readonly List<string> lines = [];
    private readonly Lock gate = new();

    public Ledger(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    }

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (gate) return [.. lines];
        }
    }

    public void Write(string line)
    {
        lock (gate)
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(line + '\n'));
            file.Flush(flushToDisk: true);
            lines.Add(line);
        }
    }

    public void Dispose() => file.Dispose();
}
