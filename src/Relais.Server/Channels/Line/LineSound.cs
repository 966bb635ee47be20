using System.Buffers.Binary;

namespace Relais.Server.Channels.Line;

/// <summary>How long a sound lasts: LINE shows it, and cannot tell by itself.</summary>
internal static class LineSound
{
    /// <summary>Where the file does not say it in a way we understand: as long as speech of its size usually is.</summary>
    private const int UsualBitsPerMillisecond = 128;

    private const int LongestHeader = 32;

    public static async Task<long> MillisecondsOf(OutgoingFile file, CancellationToken cancel)
    {
        await using var content = await file.Open(cancel);
        return await Written(content, cancel) ?? Math.Max(1, file.Size * 8 / UsualBitsPerMillisecond);
    }

    /// <summary>An MP4 is made of boxes in boxes; <c>mvhd</c> in <c>moov</c> holds the length.</summary>
    private static async Task<long?> Written(Stream content, CancellationToken cancel)
    {
        if (!content.CanSeek) return null;

        var header = new byte[LongestHeader];
        for (long at = 0; at + header.Length <= content.Length;)
        {
            content.Position = at;
            await content.ReadExactlyAsync(header, cancel);
            long size = BinaryPrimitives.ReadUInt32BigEndian(header);
            if (header.AsSpan(4, 4).SequenceEqual("mvhd"u8)) return Length(header);

            // Into this one; past the others. A size of its own in 64 bits has only what a sound is not.
            if (header.AsSpan(4, 4).SequenceEqual("moov"u8)) at += 8;
            else if (size < 8) return null;
            else at += size;
        }

        return null;
    }

    private static long? Length(ReadOnlySpan<byte> header)
    {
        // A newer form has its times in 64 bits; sounds that need it last for days.
        if (header[8] != 0) return null;

        var (perSecond, length) = (BinaryPrimitives.ReadUInt32BigEndian(header[20..]), BinaryPrimitives.ReadUInt32BigEndian(header[24..]));
        return perSecond == 0 || length == 0 ? null : Math.Max(1, length * 1000L / perSecond);
    }
}
