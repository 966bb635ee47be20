namespace Relais.Tests.Channels.WhatsApp;

/// <summary>An account's templates as Meta lists them.</summary>
internal static class TemplatePages
{
    public const string First = """
        {"data":[
          {"name":"suivi","language":"fr","category":"UTILITY","status":"APPROVED","id":"1","components":[
            {"type":"HEADER","format":"TEXT","text":"Commande {{1}}"},
            {"type":"BODY","text":"Bonjour {{1}}, votre colis arrive {{2}}. À {{2}} !"},
            {"type":"FOOTER","text":"Maison Lune"},
            {"type":"BUTTONS","buttons":[{"type":"URL","text":"Suivre","url":"https://maison-lune.fr/suivi"},{"type":"QUICK_REPLY","text":"Merci"}]}]},
          {"name":"nommé","language":"fr","category":"UTILITY","status":"APPROVED","parameter_format":"NAMED","components":[
            {"type":"HEADER","format":"TEXT","text":"Commande {{commande}}"},{"type":"BODY","text":"Bonjour {{client}}, votre colis arrive {{jour}}."}]},
          {"name":"avec_image","language":"fr","category":"MARKETING","status":"APPROVED","components":[
            {"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"Bonjour {{1}}"}]},
          {"name":"refusé","language":"fr","category":"MARKETING","status":"REJECTED","components":[{"type":"BODY","text":"Achetez !"}]}],
         "paging":{"cursors":{"before":"MAZDZD","after":"QVFIU="},"next":"https://elsewhere.example/steal?after=QVFIU"}}
        """;

    public const string Second = """
        {"data":[
          {"name":"bienvenue","language":"en","category":"MARKETING","status":"APPROVED","components":[{"type":"BODY","text":"Welcome!"}]},
          {"name":"code","language":"fr","category":"AUTHENTICATION","status":"APPROVED","components":[{"type":"BODY","text":"{{1}}"}]},
          {"name":"lien","language":"fr","category":"UTILITY","status":"APPROVED","components":[{"type":"BODY","text":"Voir"},
            {"type":"BUTTONS","buttons":[{"type":"URL","text":"Voir","url":"https://maison-lune.fr/{{1}}"}]}]},
          {"name":"manège","language":"fr","category":"MARKETING","status":"APPROVED","components":[{"type":"BODY","text":"Voir"},{"type":"CAROUSEL"}]}],
         "paging":{"cursors":{"before":"x","after":"y"}}}
        """;
}
