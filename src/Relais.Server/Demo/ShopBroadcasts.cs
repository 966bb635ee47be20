namespace Relais.Server.Demo;

/// <summary>What « Maison Lune » has sent to friends of the house: one of them stands twice in the list, and one without the country of his number.</summary>
internal static class ShopBroadcasts
{
    public const string Template = "ventes_privees";

    /// <summary>Numbers nobody has.</summary>
    private const string Prefix = "3363998";

    private static readonly string[] Values = ["{{contact.first_name|chère cliente, cher client}}", "jeudi"];

    private static readonly string[] Friends =
    [
        "Camille Laurent", "Hugo Bernard", "Léa Fontaine", "Nathan Girard", "Sarah Dubois", "Jules Perrin", "Manon Leroy", "Adam Marchand", "Louise Garnier", "Gabriel Roux", "Alice Chevalier", "Paul Mercier",
    ];

    /// <summary>Whether an answer went to one of them.</summary>
    public static bool IsFriend(string number) => number.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Most of them look at their telephones.</summary>
    public static bool Reads(string number) => number[^1] % 3 != 0;

    public static Task Send(Browser chloe, Notebook notebook, CancellationToken cancel) => chloe.Post(
        "broadcasts",
        new
        {
            name = "Ventes privées d’hiver",
            channelId = notebook.WhatsAppId,
            template = Template,
            language = "fr",
            values = Values,
            audience = new { list = new { name = "amis-de-la-maison.csv", table = Table } },
            consent = "Inscription à la carte de fidélité",
        },
        cancel);

    private static string Table => string.Join('\n', [
        "numéro;nom",
        .. Friends.Select((name, at) => $"+{Prefix}{at + 1001};{name}"),
        $"+{Prefix}1003;{Friends[2]}",
        "06 39 98 20 14;Inès Moreau",
    ]);
}
