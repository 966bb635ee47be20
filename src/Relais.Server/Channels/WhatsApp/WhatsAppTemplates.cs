using System.Text.RegularExpressions;

namespace Relais.Server.Channels.WhatsApp;

/// <summary>
/// The approved templates Relais can fill: words in header and body. Those that need a picture, a coupon, a form or a link
/// made for one customer are not offered.
/// </summary>
internal sealed partial class WhatsAppTemplates(WhatsAppGraph graph)
{
    private const string Approved = "APPROVED";
    private const int MostPages = 20;

    private static readonly string[] PlainButtons = ["QUICK_REPLY", "PHONE_NUMBER", "URL", "REQUEST_CONTACT_INFO", "VOICE_CALL"];

    public async Task<GraphReply<TemplatePage>> All(CancellationToken cancel)
    {
        var all = new List<WaTemplate>();
        var after = "";
        for (var page = 0; page < MostPages; page++)
        {
            var reply = await graph.Get($"{graph.Account}/message_templates?status={Approved}&limit=100{after}", WhatsAppJson.Default.TemplatePage, cancel);
            if (reply is not GraphReply<TemplatePage>.Answer { Succeeded: true, Body: { } body } answer) return reply;

            all.AddRange(body.Data ?? []);
            if (body.Paging is not { Next: not null, Cursors.After: { } cursor }) return answer with { Body = body with { Data = all } };

            after = $"&after={Uri.EscapeDataString(cursor)}";
        }

        return new GraphReply<TemplatePage>.Lost("WhatsApp lists more templates than an account can have.");
    }

    public Task<GraphReply<TemplatePage>> Named(string name, CancellationToken cancel) =>
        graph.Get($"{graph.Account}/message_templates?name={Uri.EscapeDataString(name)}&limit=100", WhatsAppJson.Default.TemplatePage, cancel);

    /// <summary>Null when Relais could not fill it.</summary>
    public static Template? Offer(WaTemplate template)
    {
        if (template is not { Name: { } name, Language: { } language, Status: Approved } || !IsFillable(template)) return null;

        var header = PartOf(template, "HEADER")?.Text;
        var body = PartOf(template, "BODY")?.Text ?? "";
        return new Template(
            name, language, template.Category ?? "", template.Status, header, body, PartOf(template, "FOOTER")?.Text,
            [.. (PartOf(template, "BUTTONS")?.Buttons ?? []).Select(button => button.Text ?? button.Type ?? "")],
            [.. VariablesIn("header", header), .. VariablesIn("body", body)]);
    }

    /// <summary>The values put where they belong; null when there are too many or too few.</summary>
    public static IReadOnlyList<SendComponent>? Fill(WaTemplate template, IReadOnlyList<string> values)
    {
        var header = NamesIn(PartOf(template, "HEADER")?.Text);
        var body = NamesIn(PartOf(template, "BODY")?.Text);
        if (header.Count + body.Count != values.Count) return null;

        return
        [
            .. ComponentOf("header", header, values.Take(header.Count)),
            .. ComponentOf("body", body, values.Skip(header.Count)),
        ];
    }

    public static bool IsFillable(WaTemplate template) =>
        template.Category != "AUTHENTICATION"
        && (template.Components ?? []).All(part => part.Type switch
        {
            "HEADER" => part.Format is null or "TEXT",
            "BUTTONS" => (part.Buttons ?? []).All(button => PlainButtons.Contains(button.Type) && button.Url?.Contains("{{", StringComparison.Ordinal) != true),
            "BODY" or "FOOTER" => true,
            _ => false,
        });

    private static IEnumerable<SendComponent> ComponentOf(string part, List<string> names, IEnumerable<string> values)
    {
        if (names.Count == 0) yield break;

        yield return new SendComponent(part, [.. names.Zip(values, (name, value) => new SendParameter("text", value, IsNumber(name) ? null : name))]);
    }

    private static WaComponent? PartOf(WaTemplate template, string type) =>
        (template.Components ?? []).FirstOrDefault(part => part.Type == type);

    private static IEnumerable<TemplateVariable> VariablesIn(string part, string? text) =>
        NamesIn(text).Select((_, index) => new TemplateVariable(part, index + 1));

    /// <summary>Gaps are numbered (<c>{{1}}</c>) or named (<c>{{order}}</c>); one that occurs twice is filled once.</summary>
    private static List<string> NamesIn(string? text)
    {
        var names = Gap().Matches(text ?? "").Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToList();
        return names.TrueForAll(IsNumber) ? [.. names.OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)] : names;
    }

    private static bool IsNumber(string name) => name.All(char.IsAsciiDigit);

    [GeneratedRegex(@"\{\{\s*(?<name>\w+)\s*\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Gap();
}
