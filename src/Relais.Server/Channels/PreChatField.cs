using System.Text.RegularExpressions;
using Relais.Domain.Contacts;
using Relais.Domain.Shared;

namespace Relais.Server.Channels;

/// <summary>How a field of a <see cref="PreChatForm"/> is answered.</summary>
public enum PreChatFieldType
{
    Text,
    Email,

    /// <summary>One of its options.</summary>
    Select,
}

/// <summary>One thing visitors are asked, and which attribute of the contact it fills in.</summary>
public sealed partial record PreChatField
{
    public const int LabelLimit = 80;
    public const int AnswerLimit = 300;
    public const int MostOptions = 30;

    /// <summary>What the screens can name in every language by themselves.</summary>
    private static readonly string[] Named = [BuiltInAttributes.ProfileName, BuiltInAttributes.Email, BuiltInAttributes.Phone];

    /// <summary>The alias of a contact attribute, for instance <c>email</c>.</summary>
    public string Attribute { get; init; } = "";

    public PreChatFieldType Type { get; init; }

    /// <summary>Empty = name, e-mail and telephone are called so in the visitor's language.</summary>
    public string Label { get; init; } = "";

    public bool Required { get; init; }

    public IReadOnlyList<string> Options { get; init; } = [];

    /// <exception cref="RuleViolation"><c>prechat.attribute.…</c>, <c>prechat.label.…</c>, <c>prechat.options.…</c></exception>
    public PreChatField Checked()
    {
        if (!Alias().IsMatch(Attribute)) throw PreChatForm.Refusal("attribute.required", "Choose what each field fills in.");
        if (Attribute != BuiltInAttributes.ProfileName && BuiltInAttributes.All.Any(one => one.Alias == Attribute && one.Kind == AttributeKind.Medium))
            throw PreChatForm.Refusal("attribute.reserved", "Choose another attribute: the channel itself fills this one.", ("attribute", Attribute));

        var label = Named.Contains(Attribute, StringComparer.Ordinal)
            ? Texts.Optional(Label, LabelLimit, "prechat.label") ?? ""
            : Texts.Required(Label, LabelLimit, "prechat.label");
        return this with { Label = label, Type = FittingType, Options = FittingType == PreChatFieldType.Select ? CheckedOptions() : [] };
    }

    /// <summary>Null where nothing was written and nothing must be.</summary>
    /// <exception cref="RuleViolation"><c>prechat.answer.required</c>, <c>prechat.answer.invalid</c>.</exception>
    public string? Read(string? told)
    {
        if (string.IsNullOrWhiteSpace(told))
            return Required ? throw Refusal("answer.required", "Answer what is asked first.") : null;

        var text = told.Trim();
        return text.Length <= AnswerLimit && !text.Contains('\0', StringComparison.Ordinal) && Fitting(text) is { } answer
            ? answer
            : throw Refusal("answer.invalid", "Correct this answer.");
    }

    private PreChatFieldType FittingType => Attribute switch
    {
        BuiltInAttributes.Email => PreChatFieldType.Email,
        BuiltInAttributes.Phone or BuiltInAttributes.ProfileName => PreChatFieldType.Text,
        _ => Type,
    };

    private string? Fitting(string text) => Type switch
    {
        PreChatFieldType.Email => text.Length <= Contact.AddressLimit ? AttributeFormat.Email.Read(text, []) : null,
        PreChatFieldType.Select => Options.Contains(text, StringComparer.Ordinal) ? text : null,
        _ => Attribute == BuiltInAttributes.Phone ? AttributeFormat.Phone.Read(text, []) : text,
    };

    private IReadOnlyList<string> CheckedOptions()
    {
        IReadOnlyList<string> options = [.. Options.Select(option => Texts.Optional(option, LabelLimit, "prechat.option")).OfType<string>().Distinct(StringComparer.Ordinal)];
        return options.Count switch
        {
            0 => throw Refusal("options.required", "Write what can be chosen."),
            > MostOptions => throw PreChatForm.Refusal("options.too_many", $"Offer at most {MostOptions} options.", ("limit", MostOptions)),
            _ => options,
        };
    }

    private RuleViolation Refusal(string code, string sentence) =>
        PreChatForm.Refusal(code, sentence, ("attribute", Attribute), ("label", Label));

    [GeneratedRegex(@"^[A-Za-z0-9_]{1,60}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Alias();
}
