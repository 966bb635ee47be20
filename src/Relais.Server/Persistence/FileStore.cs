using System.Buffers.Text;
using System.Security.Cryptography;

namespace Relais.Server.Persistence;

/// <summary>Keeps files in a local folder under random names: a name is an address nobody can guess.</summary>
public sealed class FileStore(RelaisSettings settings, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>So long a file waits for a message that names it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(23);

    private const string NoteSql = "INSERT INTO loose_files (key, channel_id, stored_at) VALUES (@p0, @p1, @p2)";

    private const int KeyBytes = 24;
    private const int BufferSize = 81_920;
    private const int AtOnce = 4;

    /// <summary>On the disk when it returns. It is removed again, should nothing refer to it within a day.</summary>
    /// <param name="content">Read to its end.</param>
    /// <param name="maxBytes">What more is refused.</param>
    /// <param name="channelId">The channel through whose journal a message will name it; null where a row does so at once.</param>
    /// <param name="cancel">Leaves nothing behind.</param>
    /// <exception cref="FileTooLarge">More than <paramref name="maxBytes"/>; nothing is kept.</exception>
    public async Task<StoredFile> Save(Stream content, long maxBytes, Guid? channelId, CancellationToken cancel)
    {
        var key = NewKey();
        await Note([key], channelId, cancel);
        return await Write(key, content, maxBytes, cancel);
    }

    /// <summary>Many files at once, in the order given: they are noted together, and written side by side.</summary>
    /// <exception cref="FileTooLarge">One of them; nothing is kept.</exception>
    public async Task<IReadOnlyList<StoredFile>> SaveAll(IReadOnlyList<FileContent> contents, long maxBytes, Guid? channelId, CancellationToken cancel)
    {
        var keys = contents.Select(_ => NewKey()).ToList();
        await Note(keys, channelId, cancel);
        var stored = new StoredFile[contents.Count];
        try
        {
            await Parallel.ForAsync(0, contents.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (at, stop) =>
            {
                await using var content = contents[at].Open();
                stored[at] = await Write(keys[at], content, maxBytes, stop);
            });
        }
        catch
        {
            foreach (var key in keys) Delete(key);
            throw;
        }

        return stored;
    }

    /// <summary>Null when there is no such file. The caller disposes it.</summary>
    public Stream? Open(string key)
    {
        if (!IsKey(key)) return null;

        var path = PathOf(key);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, useAsync: true) : null;
    }

    /// <summary>The same bytes under a name of their own; null when there is no such file.</summary>
    public async Task<StoredFile?> Copy(string key, CancellationToken cancel)
    {
        await using var content = Open(key);
        return content is null ? null : await Save(content, content.Length, channelId: null, cancel);
    }

    public void Delete(string key)
    {
        if (IsKey(key) && File.Exists(PathOf(key))) File.Delete(PathOf(key));
    }

    private static string NewKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));

    private async Task<StoredFile> Write(string key, Stream content, long maxBytes, CancellationToken cancel)
    {
        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, useAsync: true);
            var size = await Copy(content, file, maxBytes, cancel);
            await file.FlushAsync(cancel);
            file.Flush(flushToDisk: true);
            return new StoredFile(key, size);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Before the files, so that no crash leaves one that nobody knows of.</summary>
    private async Task Note(IReadOnlyList<string> keys, Guid? channelId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        await using var turn = await db.BeginWrite(cancel);
        await db.Dialect.ExecuteMany(db, NoteSql, [.. keys.Select(key => new object?[] { key, channelId, clock.GetUtcNow() })], cancel);
        await turn.Commit(cancel);
    }

    private static async Task<long> Copy(Stream from, Stream to, long maxBytes, CancellationToken cancel)
    {
        var buffer = new byte[BufferSize];
        long size = 0;
        while (await from.ReadAsync(buffer, cancel) is var read and > 0)
        {
            size += read;
            if (size > maxBytes) throw new FileTooLarge(maxBytes);

            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        return size;
    }

    private static bool IsKey(string key) => key.Length == KeyBytes * 4 / 3 && key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private string PathOf(string key) => Path.Combine(settings.FilesFolder, key[..2].ToLowerInvariant(), key);
}

/// <summary>What becomes a file; opened when its turn comes, and disposed then.</summary>
public sealed record FileContent(Func<Stream> Open);

/// <summary>A file in our store.</summary>
public sealed record StoredFile(string Key, long Size);

/// <summary>A file is larger than allowed.</summary>
public sealed class FileTooLarge(long maxBytes) : Exception($"The file is larger than {maxBytes} bytes.")
{
    public long MaxBytes { get; } = maxBytes;
}
