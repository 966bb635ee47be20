using System.Globalization;

namespace Relais.Bench;

/// <summary>What the command line asks for: <c>[--quick] [--only NAME] [--store sqlite|postgres] [--rows NUMBER]</c>.</summary>
/// <param name="Rows">How many conversations, and how many messages, a shop has that has been there for long.</param>
internal sealed record Plan(bool IsQuick, string? Only, IReadOnlyList<string> Stores, int Rows)
{
    public int Runs => IsQuick ? 1 : 3;

    public static Plan From(string[] args)
    {
        var stores = After(args, "--store") switch
        {
            "sqlite" => [Store.Sqlite],
            "postgres" => [Store.Postgres],
            _ => new[] { Store.Sqlite, Store.Postgres },
        };
        return new Plan(args.Contains("--quick"), After(args, "--only"), stores, int.Parse(After(args, "--rows") ?? "1000000", CultureInfo.InvariantCulture));
    }

    public bool Wants(string benchmark) => Only is null || Only == benchmark;

    /// <summary>The full number, or a quarter of it when it must be quick.</summary>
    public int Size(int full) => IsQuick ? full / 4 : full;

    private static string? After(string[] args, string flag) => Array.IndexOf(args, flag) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
