namespace Relais.Server.Demo;

/// <summary>The auto responder of « Maison Lune », written and ready; turned off until somebody turns it on.</summary>
internal static class ShopResponders
{
    public static async Task Make(Browser diane, Notebook notebook, CancellationToken cancel)
    {
        var topics = notebook.Topics;
        var responder = await diane.Post(
            "auto-responders",
            new
            {
                name = "Accueil",
                activation = "inception",
                handOver = "newQueue",
                agentMinutes = 5,
                contactMinutes = 60,
                onTimeout = new { end = "handOver" },
                inactiveHours = 12,
                languages = new[]
                {
                    Language(
                        "fr", "humain conseiller quelqu’un", "Bonjour {{contact.first_name|et bienvenue}} ! Ici Maison Lune.", "C’est à quel sujet ?",
                        [("Livraison", topics["Livraison"]), ("Retour", topics["Retours et échanges"]), ("Conseil", topics["Conseil"])],
                        "Merci ! Un conseiller vous répond dans un instant.", "Nous sommes fermés pour le moment. Écrivez-nous : nous répondons dès l’ouverture."),
                    Language(
                        "en", "human agent somebody", "Hello {{contact.first_name|and welcome}}! This is Maison Lune.", "What is it about?",
                        [("Delivery", topics["Livraison"]), ("Return", topics["Retours et échanges"]), ("Advice", topics["Conseil"])],
                        "Thank you! A colleague will be with you in a moment.", "We are closed for now. Write to us: we answer as soon as we open."),
                },
            },
            cancel);
        await diane.Patch($"auto-responders/{responder["id"]!.GetValue<Guid>()}", new { channelIds = new[] { notebook.WhatsAppId } }, cancel);
    }

    private static object Language(
        string language, string escapeWords, string hello, string question, (string Label, Guid Topic)[] answers, string goodbye, string closed) => new
        {
            language,
            escapeWords = escapeWords.Split(' '),
            inHours = new object[]
            {
                new { id = "hello", kind = "statement", text = hello },
                new { id = "about", kind = "question", text = question, takesOthers = true, answers = answers.Select(one => new { label = one.Label, keywords = Array.Empty<string>(), topicId = one.Topic }) },
                new { id = "end", kind = "handOver", text = goodbye },
            },
            outOfHours = new object[] { new { id = "closed", kind = "handOver", text = closed } },
        };
}
