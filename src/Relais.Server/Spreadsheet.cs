using CsvHelper;

namespace Relais.Server;

/// <summary>A table for a spreadsheet (CSV), with no cell that it would take for a formula.</summary>
internal static class Spreadsheet
{
    private const char Apostrophe = '\'';

    /// <summary>A cell that begins like this is written with an apostrophe before it, which is taken off again when it is read.</summary>
    private const string Formula = "=+-@\t\r'";

    /// <param name="head">The titles of the columns.</param>
    /// <param name="rows">The cells.</param>
    /// <param name="language">A spreadsheet in French expects semicolons.</param>
    public static byte[] Write(string[] head, IEnumerable<string?[]> rows, string language)
    {
        using var written = new MemoryStream();
        using (var csv = CsvWriter.Create(written, new CsvWriterOptions { Separator = language == "fr" ? ';' : ',', WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteRecord(head);
            foreach (var row in rows) csv.WriteRecord([.. row.Select(Guarded)]);
        }

        return written.ToArray();
    }

    /// <summary>A cell as it was before it was guarded.</summary>
    public static string Plain(string cell) =>
        cell.Length > 1 && cell[0] == Apostrophe && Formula.Contains(cell[1], StringComparison.Ordinal) ? cell[1..] : cell;

    private static string Guarded(string? cell) => cell is { Length: > 0 } && Formula.Contains(cell[0], StringComparison.Ordinal) ? Apostrophe + cell : cell ?? "";
}
