using System.Runtime.CompilerServices;

namespace Relais.Bench;

internal static class Paths
{
    public static string Root { get; } = FindRoot();

    public static string Self => typeof(Paths).Assembly.Location;

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
}

/// <summary>Ports for our servers, one after the other: <c>RELAIS_BENCH_PORT</c> is the first.</summary>
internal static class Ports
{
    private const int Many = 10;

    private static readonly int First = int.TryParse(Environment.GetEnvironmentVariable("RELAIS_BENCH_PORT"), out var port) ? port : 5230;
    private static int last = -1;

    /// <returns>The same as <paramref name="port"/>.</returns>
    public static int Next(out int port) => port = First + (Interlocked.Increment(ref last) % Many);
}
