using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace Relais.Server.Replies;

/// <summary>Saved replies as a table for a spreadsheet: a row each, and no cell that it would take for a formula.</summary>
internal static class ReplySheet
{
    private static readonly string[] Head = ["collection", "title", "body", "language", "shortcut", "uses"];

    public static byte[] Write(IEnumerable<ReplyRow> rows, string language) => Spreadsheet.Write(
        Head, rows.Select(row => new[] { row.Collection, row.Title, row.Body, row.Language, row.Shortcut, row.Uses.ToString(CultureInfo.InvariantCulture) }), language);

    /// <summary>Columns are found by their names, in whatever order; what has no name we know is passed over.</summary>
    /// <exception cref="CsvFormatException">It is no table.</exception>
    public static IEnumerable<ReplyRow> Read(byte[] content)
    {
        using var csv = CsvReader.Create(new MemoryStream(content), new CsvReaderOptions { TrackLineNumbers = true, Encoding = EncodingOf(content) }, leaveOpen: false);
        while (csv.Read())
            yield return new ReplyRow(Cell(csv, 0) ?? "", Cell(csv, 1) ?? "", Cell(csv, 2) ?? "", Cell(csv, 3), Cell(csv, 4)) { Line = (int)csv.LineNumber };
    }

    private static string? Cell(CsvReader csv, int column)
    {
        if (!csv.TryGetFieldIndex(Head[column], out var index) || index >= csv.FieldCount || csv.GetString(index) is not { } cell || string.IsNullOrWhiteSpace(cell)) return null;

        return Spreadsheet.Plain(cell);
    }

    /// <summary>What a spreadsheet saves without asking for UTF-8 is in the letters of Western Europe.</summary>
    private static Encoding? EncodingOf(byte[] content) => Utf8.IsValid(content) || content is [0xFE or 0xFF, 0xFE or 0xFF, ..] ? null : Encoding.Latin1;
}

/// <summary>A saved reply as a row of a table.</summary>
internal sealed record ReplyRow(string Collection, string Title, string Body, string? Language, string? Shortcut)
{
    public int Uses { get; init; }

    /// <summary>In which line of the file it stands.</summary>
    public int Line { get; init; }
}
