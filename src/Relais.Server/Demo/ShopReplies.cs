namespace Relais.Server.Demo;

/// <summary>What « Maison Lune » answers every day, written down once.</summary>
internal static class ShopReplies
{
    private static readonly (string Collection, string Title, string Body, string Shortcut)[] Shared =
    [
        ("Livraison", "Colis en route", "Bonjour {{contact.first_name|et merci de votre message}},\n\nvotre colis est en route : comptez deux jours ouvrés. Vous recevrez le lien de suivi dès que le transporteur l’aura pris.\n\n{{agent.first_name}}", "route"),
        ("Livraison", "Colis en retard", "Bonjour {{contact.first_name|Madame, Monsieur}},\n\nje suis désolée de ce retard. J’ouvre une enquête chez le transporteur sous la référence {{conversation.id}} et je reviens vers vous sous 24 heures.\n\n{{agent.first_name}}", "retard"),
        ("Livraison", "Adresse à compléter", "Pour vous l’envoyer, il me faut votre adresse complète, avec le code de la porte et un téléphone.", "adresse"),
        ("Retours et échanges", "Comment renvoyer un article", "Vous avez 30 jours pour nous le renvoyer : glissez le bon de retour dans le colis et déposez-le au point relais de votre choix. Le remboursement suit sous cinq jours.", "retour"),
        ("Retours et échanges", "Échange de taille", "Bien sûr, nous l’échangeons sans frais. Dites-moi la taille souhaitée et je vous la mets de côté.", "taille"),
    ];

    public static async Task Make(Browser diane, Guid delivery, Guid advice, CancellationToken cancel)
    {
        foreach (var group in Shared.GroupBy(reply => reply.Collection))
        {
            var collection = await diane.Post("reply-collections", new { name = group.Key, personal = false, teamIds = new[] { delivery, advice } }, cancel);
            foreach (var (_, title, body, shortcut) in group)
                await diane.Post("saved-replies", new { collectionId = collection["id"]!.GetValue<Guid>(), title, body, language = "fr", shortcut }, cancel);
        }
    }
}
