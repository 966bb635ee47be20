using Relais.Domain.Shared;

namespace Relais.Domain.VirtualAgents;

/// <summary>Guesses in which of some languages a few words are written, by the small words every language has. Unsure, it says nothing.</summary>
internal static class SpokenLanguage
{
    private static readonly Dictionary<string, string[]> SmallWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["fr"] = ["bonjour", "bonsoir", "salut", "je", "vous", "le", "la", "les", "une", "est", "pas", "mon", "ma", "mes", "avec", "pour", "commande", "merci", "ou", "quand", "comment", "suis", "voudrais"],
        ["en"] = ["hello", "hi", "hey", "the", "is", "are", "my", "you", "please", "thanks", "thank", "where", "when", "how", "what", "have", "order", "with", "would", "not", "this", "can"],
        ["de"] = ["hallo", "guten", "ich", "sie", "der", "die", "das", "ist", "nicht", "mein", "meine", "und", "wo", "wann", "wie", "bitte", "danke", "bestellung", "mit", "eine"],
        ["es"] = ["hola", "buenos", "buenas", "el", "los", "las", "una", "es", "mi", "no", "con", "por", "para", "donde", "cuando", "como", "gracias", "pedido", "quiero", "tengo"],
        ["it"] = ["ciao", "buongiorno", "il", "lo", "gli", "una", "mio", "mia", "non", "con", "per", "dove", "quando", "come", "grazie", "ordine", "vorrei", "sono"],
        ["nl"] = ["hallo", "goedemorgen", "ik", "de", "het", "een", "is", "niet", "mijn", "waar", "wanneer", "hoe", "graag", "bedankt", "bestelling", "met", "voor"],
        ["pt"] = ["ola", "bom", "eu", "o", "os", "uma", "nao", "meu", "minha", "com", "para", "onde", "quando", "como", "obrigado", "obrigada", "pedido", "quero"],
    };

    /// <returns>One of the languages; null when none stands out.</returns>
    public static string? Of(string text, IEnumerable<string> languages)
    {
        var words = Texts.Key(text.Length > 500 ? text[..500] : text).Split([' ', ',', '.', '!', '?', '\'', '’', '\n', '-', ':', ';', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var ranked = languages.Select(language => (Language: language, Count: words.Count(Known(language).Contains))).OrderByDescending(one => one.Count).ToList();
        return ranked is [{ Count: > 0 } best, ..] && (ranked.Count == 1 || ranked[1].Count < best.Count) ? best.Language : null;
    }

    private static string[] Known(string language) => SmallWords.GetValueOrDefault(language.Split('-')[0]) ?? [];
}
