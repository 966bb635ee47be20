namespace Relais.Server;

/// <summary>Lets a flag stand without a value: <c>--demo</c> is <c>--demo true</c>.</summary>
internal static class CommandLine
{
    public static string[] Normalise(string[] args) =>
    [
        .. args.SelectMany((argument, index) =>
            argument.StartsWith("--", StringComparison.Ordinal) && !argument.Contains('=', StringComparison.Ordinal)
            && (index + 1 == args.Length || args[index + 1].StartsWith("--", StringComparison.Ordinal))
                ? [argument, "true"]
                : new[] { argument }),
    ];
}
