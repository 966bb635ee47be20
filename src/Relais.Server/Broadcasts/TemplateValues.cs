using System.Globalization;
using Relais.Domain.Broadcasts;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Replies;
using Relais.Domain.Shared;
using Relais.Server.Channels;

namespace Relais.Server.Broadcasts;

/// <summary>A template whose gaps are filled for each contact: with fixed words, and with what is known of him.</summary>
internal sealed class TemplateValues
{
    private static readonly string[] Known = ["contact.", "channel."];

    private readonly Template template;
    private readonly AttributeBook attributes;
    private readonly string channelName;

    /// <param name="values">One for each gap. In a list a line may bring its own, and then an empty one will do here.</param>
    /// <exception cref="RuleViolation"><c>template.variables</c>, <c>broadcast.value.too_long</c>, <c>broadcast.value.placeholder</c>.</exception>
    public TemplateValues(Template template, IReadOnlyList<string?> values, AttributeBook attributes, string channelName, bool mayBeEmpty)
    {
        (this.template, this.attributes, this.channelName) = (template, attributes, channelName);
        Texts = [.. values.Select(value => Domain.Shared.Texts.Optional(value, Broadcast.ValueLimit, "broadcast.value") ?? "")];
        if (Texts.Count != template.Variables.Count || (!mayBeEmpty && Texts.Any(text => text.Length == 0)))
            throw new RuleViolation("template.variables", "Fill in every variable of the template.");

        if (Texts.SelectMany(Placeholders.OpenIn).FirstOrDefault(gap => !Array.Exists(Known, known => gap.TrimStart('{', ' ').StartsWith(known, StringComparison.OrdinalIgnoreCase))) is { } foreign)
            throw new RuleViolation(
                "broadcast.value.placeholder",
                $"'{foreign}' is not known here: use what is known of the contact or of the channel.",
                new Dictionary<string, object?> { ["placeholder"] = foreign });
    }

    public IReadOnlyList<string> Texts { get; }

    /// <param name="contact">Whom it is for.</param>
    /// <param name="own">His own values; an empty one leaves what all get.</param>
    /// <returns>Null when nothing fills a gap.</returns>
    public MessageContent? For(Contact contact, IReadOnlyList<string>? own)
    {
        var scene = new ReplyScene(contact, null, channelName, 0, attributes, CultureInfo.GetCultureInfo(template.Language.Replace('_', '-')).Name);
        string[] filled = [.. Texts.Select((text, at) => OnOneLine(own?.ElementAtOrDefault(at) is { Length: > 0 } his ? his : Placeholders.Fill(text, scene.ValueOf)))];
        return Array.Exists(filled, value => value.Length == 0 || Placeholders.OpenIn(value).Count > 0)
            ? null
            : new TemplateUse(template.Name, template.Language, filled).AsContent(template);
    }

    /// <summary>Providers take no line breaks in what fills a gap.</summary>
    private static string OnOneLine(string value) => string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
