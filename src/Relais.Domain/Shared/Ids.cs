using System.Buffers.Binary;

namespace Relais.Domain.Shared;

/// <summary>
/// Makes GUIDs of version 7 that never go back. The base library's are random within a millisecond, and a batch makes
/// many in one: messages and answers of a thread must sort in the order they were made.
/// </summary>
public static class Ids
{
    private const int LargestStep = 1 << 16;

    private static readonly Lock Gate = new();
    private static UInt128 last;

    public static Guid Next()
    {
        var made = Number(Guid.CreateVersion7());
        lock (Gate)
        {
            last = made > last ? made : last + (uint)Random.Shared.Next(1, LargestStep);
            return Identity(last);
        }
    }

    private static UInt128 Number(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    private static Guid Identity(UInt128 number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, number);
        return new Guid(bytes, bigEndian: true);
    }
}
