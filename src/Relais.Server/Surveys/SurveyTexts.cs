namespace Relais.Server.Surveys;

/// <summary>What stands around a survey's own words on its page and in its mail.</summary>
internal static class SurveyTexts
{
    private static readonly Dictionary<string, string> French = new(StringComparer.Ordinal)
    {
        ["title"] = "Votre avis", ["answer"] = "Donner mon avis", ["comment"] = "Souhaitez-vous ajouter quelque chose ?", ["optional"] = "facultatif", ["send"] = "Envoyer",
        ["thanks"] = "Merci !", ["kept"] = "Votre avis a bien été enregistré.", ["choose"] = "Choisissez une réponse.",
        ["gone"] = "Ce lien ne mène plus nulle part", ["goneWhy"] = "Il a déjà servi, ou il est trop ancien.", ["busy"] = "Un instant…", ["busyWhy"] = "Trop de demandes à la fois. Réessayez dans une minute.",
        ["worst"] = "Pas du tout", ["best"] = "Tout à fait",
    };

    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["title"] = "Your opinion", ["answer"] = "Give my opinion", ["comment"] = "Would you like to add anything?", ["optional"] = "optional", ["send"] = "Send",
        ["thanks"] = "Thank you!", ["kept"] = "Your answer has been saved.", ["choose"] = "Choose an answer.",
        ["gone"] = "This link leads nowhere any more", ["goneWhy"] = "It has been used already, or it is too old.", ["busy"] = "One moment…", ["busyWhy"] = "Too many requests at once. Try again in a minute.",
        ["worst"] = "Not at all", ["best"] = "Very much",
    };

    public static IReadOnlyDictionary<string, string> Of(string language) => language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? French : English;
}
