using System.Text;
using CsvHelper;
using Relais.Domain.Broadcasts;
using Relais.Domain.Shared;
using Relais.Server.Channels;

namespace Relais.Server.Broadcasts;

/// <summary>
/// A list of telephone numbers as a spreadsheet saves it: number, name, then a column for each gap of the template. A first line without a
/// number holds the titles.
/// </summary>
internal static class NumberList
{
    private const string Abroad = "00";

    /// <summary>In international form; null when nobody can tell of which country it is.</summary>
    public static string? NumberIn(string written)
    {
        var trimmed = Spreadsheet.Plain(written).Trim();
        return Reach.NumberIn(trimmed.StartsWith(Abroad, StringComparison.Ordinal) ? $"+{trimmed[Abroad.Length..]}" : trimmed);
    }

    /// <exception cref="RuleViolation"><c>broadcast.list</c>: it is no table, or an empty one. <c>broadcast.too_many</c>.</exception>
    public static IReadOnlyList<Candidate> Read(string list)
    {
        try
        {
            List<Candidate> lines = [.. Lines(list).Take(Broadcast.MostRecipients + 1)];
            if (lines.Count > Broadcast.MostRecipients) throw TooMany();
            if (lines.Count > 0) return lines;
        }
        catch (CsvFormatException)
        {
            // Said below.
        }

        throw new RuleViolation("broadcast.list", "Bring a table (CSV) with a number in the first column of each line.");
    }

    public static RuleViolation TooMany() => new(
        "broadcast.too_many",
        $"A broadcast is for at most {Broadcast.MostRecipients} people.",
        new Dictionary<string, object?> { ["limit"] = Broadcast.MostRecipients });

    private static IEnumerable<Candidate> Lines(string list)
    {
        using var csv = CsvReader.Create(
            new MemoryStream(Encoding.UTF8.GetBytes(list)), new CsvReaderOptions { TrackLineNumbers = true, HasHeader = false }, leaveOpen: false);
        for (var isFirst = true; csv.Read(); isFirst = false)
        {
            string[] cells = [.. Enumerable.Range(0, csv.FieldCount).Select(column => Spreadsheet.Plain(csv.GetString(column) ?? "").Trim())];
            if (Array.TrueForAll(cells, cell => cell.Length == 0) || (isFirst && !cells[0].Any(char.IsAsciiDigit))) continue;

            yield return new Candidate(null, cells.Length > 1 && cells[1].Length > 0 ? cells[1] : null, cells[0], [.. cells.Skip(2)], (int)csv.LineNumber);
        }
    }
}
