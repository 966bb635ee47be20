using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Relais.Server.Channels.Custom;

/// <summary>Reduces HTML from outside to the text a person would read. No markup survives, so none can do harm.</summary>
public static class CustomHtml
{
    // A parser's work grows with the square of the nesting: beyond what a person writes, the tags are merely cut out.
    private const int MostTags = 5_000;

    private static readonly HashSet<string> Silent =
        new(StringComparer.OrdinalIgnoreCase) { "script", "style", "head", "title", "template", "noscript", "iframe", "object", "svg", "math" };

    private static readonly HashSet<string> Lines = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section", "article", "hr",
    };

    public static string ToText(string html)
    {
        if (html.AsSpan().Count('<') > MostTags) return WithoutTags(html);

        var document = new HtmlParser().ParseDocument(html);
        var text = new StringBuilder();
        // Walked along the pointers: deep nesting would overflow a recursion's stack.
        for (INode? node = document.DocumentElement; node is not null; node = Next(node, text)) Open(node, text);
        return Tidy(text);
    }

    private static void Open(INode node, StringBuilder text)
    {
        if (node is IText words) text.Append(words.Data.ReplaceLineEndings(" "));
        else if (node is IElement { LocalName: "li" }) text.Append("\n• ");
        else if (node is IElement { LocalName: "img" } image) text.Append(image.GetAttribute("alt"));
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
        else if (element.LocalName is "p" or "div" or "tr" or "ul" or "ol" or "blockquote" or "h1" or "h2" or "h3") text.Append('\n');
    }

    private static bool IsWeb(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" or "tel";

    private static string WithoutTags(string html)
    {
        var text = new StringBuilder();
        foreach (var part in html.Split('<'))
        {
            var end = part.IndexOf('>', StringComparison.Ordinal);
            text.Append(part.AsSpan(end + 1));
        }

        return Tidy(text);
    }

    private static string Tidy(StringBuilder text)
    {
        var lines = text.ToString().Split('\n').Select(line => string.Join(' ', line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)));
        var tidy = new StringBuilder();
        foreach (var line in lines)
            if (line.Length > 0 || !EndsWithGap(tidy))
                tidy.Append(line).Append('\n');

        return tidy.ToString().Trim();
    }

    private static bool EndsWithGap(StringBuilder text) =>
        text.Length == 0 || (text.Length > 1 && text[^1] == '\n' && text[^2] == '\n');
}
