using System.Text.Json;

namespace Relais.Bench;

/// <summary>One number with what it is measured against, from the same run.</summary>
/// <param name="Runs">One value for each run.</param>
/// <param name="Against">What the denominator is; null where the target is absolute.</param>
/// <param name="Denominators">One value for each run; empty without a denominator.</param>
internal sealed record Line(string Store, string Name, string Unit, IReadOnlyList<double> Runs, string? Against, IReadOnlyList<double> Denominators, string Target, bool? Reached)
{
    public double Median => Report.Median(Runs);

    public double? Ratio => Denominators.Count == 0 ? null : Median / Report.Median(Denominators);

    public double Spread => Runs.Count < 2 || Median == 0 ? 0 : (Runs.Max() - Runs.Min()) / Median;
}

/// <summary>Collects the lines, prints them as a table and keeps them as JSON.</summary>
internal sealed class Report
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly List<Line> lines = [];
    private readonly List<string> notes = [];
    private readonly List<string> breaches = [];

    public bool IsSound => breaches.Count == 0;

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0) return double.NaN;

        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>A rate or a size as a share of its denominator.</summary>
    public void Share(string store, string name, string unit, IReadOnlyList<double> runs, string against, IReadOnlyList<double> denominators, double atLeast)
    {
        var line = new Line(store, name, unit, runs, against, denominators, $"≥ {atLeast:P0}", null);
        Add(line with { Reached = line.Ratio >= atLeast });
    }

    /// <summary>Something small is good: at most so much, or at most so many times the denominator.</summary>
    public void AtMost(string store, string name, string unit, IReadOnlyList<double> runs, double most, string? against = null, IReadOnlyList<double>? denominators = null)
    {
        var line = new Line(store, name, unit, runs, against, denominators ?? [], against is null ? $"≤ {most:0.##} {unit}" : $"≤ {most:0.##}×", null);
        Add(line with { Reached = (line.Ratio ?? line.Median) <= most });
    }

    public void AtLeast(string store, string name, string unit, IReadOnlyList<double> runs, double least)
    {
        var line = new Line(store, name, unit, runs, null, [], $"≥ {least:#,0} {unit}", null);
        Add(line with { Reached = line.Median >= least });
    }

    /// <summary>For the reader, without a target.</summary>
    public void Show(string store, string name, string unit, IReadOnlyList<double> runs, string? against = null, IReadOnlyList<double>? denominators = null) =>
        Add(new Line(store, name, unit, runs, against, denominators ?? [], "", null));

    public void Note(string sentence)
    {
        notes.Add(sentence);
        Console.WriteLine($"  · {sentence}");
    }

    public void Breach(string where, IEnumerable<string> found)
    {
        foreach (var breach in found.Take(20)) breaches.Add($"{where}: {breach}");
    }

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine($"{"store",-11} {"what",-58} {"median",10} {"unit",-7} {"spread",6}  {"against (same run)",-42} {"ratio",7}  {"target",-12}");
        foreach (var line in lines) Console.WriteLine(Row(line));
        Console.WriteLine();
        foreach (var note in notes) Console.WriteLine($"· {note}");
        foreach (var breach in breaches) Console.WriteLine($"WRONG {breach}");
        Console.WriteLine(IsSound ? "The invariants hold after every run." : "The invariants do NOT hold: these numbers count for nothing.");
    }

    public void Keep(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var machine = new { at = TimeProvider.System.GetUtcNow(), cores = Environment.ProcessorCount, system = Environment.OSVersion.ToString(), runtime = Environment.Version.ToString() };
        File.WriteAllText(path, JsonSerializer.Serialize(new { machine, lines, notes, breaches }, Json));
        Console.WriteLine($"written: {path}");
    }

    private static string Row(Line line)
    {
        var against = line.Against is null ? "" : $"{line.Against}: {Median(line.Denominators):#,0.##}";
        var ratio = line.Ratio is not { } share ? "" : line.Target.Contains('%', StringComparison.Ordinal) ? $"{share:P0}" : $"{share:0.00}×";
        var mark = line.Reached switch { true => "reached", false => "MISSED", null => "" };
        return $"{line.Store,-11} {line.Name,-58} {line.Median,10:#,0.##} {line.Unit,-7} {line.Spread,6:P0}  {against,-42} {ratio,7}  {line.Target,-12} {mark}";
    }

    private void Add(Line line)
    {
        lines.Add(line);
        Console.WriteLine(Row(line));
    }
}
