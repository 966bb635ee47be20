namespace Relais.Tests.Channels.Simulator;

/// <summary>What Meta and the shop agreed on: the keys of one business number.</summary>
public sealed record SimulatedAccount
{
    public string PhoneNumberId { get; init; } = "106540352242922";

    public string DisplayPhoneNumber { get; init; } = "33155507838";

    public string BusinessAccountId { get; init; } = "102290129340398";

    public string AccessToken { get; init; } = "EAAJB-simulated";

    public string AppSecret { get; init; } = "5f2c7d8e9a";

    /// <summary>As JSON in Meta's words; see <c>message_templates</c>.</summary>
    public string Templates { get; init; } = """
        [{"name":"suivi_colis","language":"fr","category":"UTILITY","status":"APPROVED","components":[
           {"type":"HEADER","format":"TEXT","text":"Commande {{1}}"},
           {"type":"BODY","text":"Bonjour {{1}}, votre colis arrive {{2}}."},
           {"type":"FOOTER","text":"Maison Lune"}]},
         {"name":"bienvenue","language":"fr","category":"MARKETING","status":"APPROVED","components":[
           {"type":"BODY","text":"Bienvenue chez Maison Lune !"}]},
         {"name":"en_attente","language":"fr","category":"MARKETING","status":"PENDING","components":[
           {"type":"BODY","text":"Bientôt."}]}]
        """;
}
