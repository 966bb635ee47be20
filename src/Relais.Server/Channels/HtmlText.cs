using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Relais.Server.Channels;

/// <summary>Reduces HTML from outside to the text a person would read. No markup survives, so none can do harm.</summary>
public static class HtmlText
{
    // Stand in the text while it is gathered; a text from outside cannot hold them.
    private const char QuoteBegins = '\u0001';
    private const char QuoteEnds = '\u0002';

    // Deeper quotes look no different.
    private const int MostQuoteMarks = 8;

    // A parser's work grows with the square of the nesting: beyond what a person writes, the tags are merely cut out.
    private const int MostTags = 5_000;

    private static readonly HashSet<string> Silent =
        new(StringComparer.OrdinalIgnoreCase) { "script", "style", "head", "title", "template", "noscript", "iframe", "object", "svg", "math" };

    private static readonly HashSet<string> Lines = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section", "article", "hr",
    };

    /// <param name="html">From outside.</param>
    /// <param name="marksQuotes">Whether lines somebody quoted begin with <c>&gt;</c>, as in a plain mail.</param>
    public static string ToText(string html, bool marksQuotes = false)
    {
        if (html.AsSpan().Count('<') > MostTags) return WithoutTags(html);

        var document = new HtmlParser().ParseDocument(html);
        var text = new StringBuilder();
        // Walked along the pointers: deep nesting would overflow a recursion's stack.
        for (INode? node = document.DocumentElement; node is not null; node = Next(node, text)) Open(node, text);
        return Tidy(text, marksQuotes);
    }

    private static void Open(INode node, StringBuilder text)
    {
        if (node is IText words) text.Append(words.Data.ReplaceLineEndings(" ").Replace(QuoteBegins, ' ').Replace(QuoteEnds, ' '));
        else if (node is IElement { LocalName: "li" }) text.Append("\n• ");
        else if (node is IElement { LocalName: "img" } image) text.Append(AltOf(image));
        else if (node is IElement { LocalName: "blockquote" }) text.Append('\n').Append(QuoteBegins);
        else if (node is IElement element && Lines.Contains(element.LocalName)) text.Append('\n');
    }

    private static INode? Next(INode node, StringBuilder text)
    {
        if (node.FirstChild is { } child && !(node is IElement element && Silent.Contains(element.LocalName))) return child;

        for (var left = node; left is not null; left = left.Parent)
        {
            Close(left, text);
            if (left.NextSibling is { } sibling) return sibling;
        }

        return null;
    }

    /// <summary>A link keeps its address where its words do not tell it.</summary>
    private static void Close(INode node, StringBuilder text)
    {
        if (node is not IElement element) return;

        if (element.LocalName == "a" && element.GetAttribute("href") is { } address && IsWeb(address)
            && (element.FirstChild as IText)?.Data.Trim() != address) text.Append(" (").Append(address).Append(')');
        else if (element.LocalName == "blockquote") text.Append('\n').Append(QuoteEnds);
        else if (element.LocalName is "p" or "div" or "tr" or "ul" or "ol" or "h1" or "h2" or "h3") text.Append('\n');
    }

    private static bool IsWeb(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" or "tel";

    /// <summary>What stands for a picture; one that came along as a file speaks for itself.</summary>
    private static string? AltOf(IElement image) =>
        image.GetAttribute("src")?.StartsWith("cid:", StringComparison.OrdinalIgnoreCase) == true
            ? null
            : image.GetAttribute("alt")?.Replace(QuoteBegins, ' ').Replace(QuoteEnds, ' ');

    private static string WithoutTags(string html)
    {
        var text = new StringBuilder();
        foreach (var part in html.Split('<'))
        {
            var end = part.IndexOf('>', StringComparison.Ordinal);
            text.Append(part.AsSpan(end + 1));
        }

        return Tidy(text, marksQuotes: false);
    }

    private static string Tidy(StringBuilder text, bool marksQuotes)
    {
        var tidy = new StringBuilder();
        var depth = 0;
        foreach (var line in text.ToString().Split('\n'))
        {
            depth = Math.Max(0, depth + line.Count(sign => sign == QuoteBegins) - line.Count(sign => sign == QuoteEnds));
            var words = string.Join(' ', line.Split([' ', '\t', QuoteBegins, QuoteEnds], StringSplitOptions.RemoveEmptyEntries));
            var marked = marksQuotes && depth > 0 && words.Length > 0 ? $"{new string('>', Math.Min(depth, MostQuoteMarks))} {words}" : words;
            if (marked.Length > 0 || !EndsWithGap(tidy)) tidy.Append(marked).Append('\n');
        }

        return tidy.ToString().Trim();
    }

    private static bool EndsWithGap(StringBuilder text) =>
        text.Length == 0 || (text.Length > 1 && text[^1] == '\n' && text[^2] == '\n');
}
