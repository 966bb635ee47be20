using System.Text.Json.Nodes;

namespace Relais.Server.Demo;

/// <summary>
/// Stands in for Meta and for the shop's bot, on an address of this machine: takes answers, hands out pictures and templates. So the demo
/// runs without an account anywhere, over the real wire.
/// </summary>
public sealed class ProviderStandIn : IAsyncDisposable
{
    private readonly WebApplication app;
    private Func<Answer, Task> heard = _ => Task.CompletedTask;

    private ProviderStandIn(WebApplication app, int port)
    {
        this.app = app;
        Port = port;
    }

    public int Port { get; }

    /// <summary>On the port the channels' settings name, or on another when somebody has taken it.</summary>
    public static async Task<ProviderStandIn> Open(int wanted, CancellationToken cancel)
    {
        try
        {
            return await Listen(wanted, cancel);
        }
        catch (IOException)
        {
            return await Listen(0, cancel);
        }
    }

    public void WhenHeard(Func<Answer, Task> react) => heard = react;

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static async Task<ProviderStandIn> Listen(int port, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var web = builder.Build();
        ProviderStandIn? self = null;
        web.MapPost("/{version}/{number}/messages", async (HttpRequest request) => await self!.TakeWhatsApp(request));
        web.MapPost("/{version}/{number}/media", () => Json(new JsonObject { ["id"] = $"media-{Guid.CreateVersion7():N}" }));
        web.MapGet("/{version}/{account}/message_templates", () => Json(Templates()));
        web.MapGet("/{version}/picture-{name}", (string name) => Json(self!.PictureNote(name)));
        web.MapGet("/pictures/{name}", (string name) => Picture(name));
        web.MapPost($"/{{version}}/{FacebookMedium.Page}/messages", () => Json(new JsonObject { ["recipient_id"] = "1", ["message_id"] = $"m_{Guid.CreateVersion7():N}" }));
        web.MapPost("/{version}/{comment}/comments", () => Json(new JsonObject { ["id"] = $"7001_{Guid.CreateVersion7():N}" }));
        web.MapMethods("/{version}/{comment}/likes", ["POST", "DELETE"], () => Json(new JsonObject { ["success"] = true }));
        web.MapMethods("/{version}/{comment}", ["POST", "DELETE"], () => Json(new JsonObject { ["success"] = true }));
        web.MapGet($"/{{version}}/{FacebookMedium.Post}", () => Json(self!.Post()));
        web.MapPost("/telegram", async (HttpRequest request) => await self!.TakeTelegram(request));
        await web.StartAsync(cancel);
        return self = new ProviderStandIn(web, new Uri(web.Urls.First()).Port);
    }

    private async Task<IResult> TakeWhatsApp(HttpRequest request)
    {
        var body = (await JsonNode.ParseAsync(request.Body))!;
        if (body["status"] is not null) return Json(new JsonObject { ["success"] = true });

        var (to, id) = (body["to"]!.GetValue<string>().TrimStart('+'), $"wamid.{Guid.CreateVersion7():N}");
        var words = body["text"]?["body"] ?? body["image"]?["caption"] ?? body["document"]?["caption"] ?? body["video"]?["caption"];
        _ = heard(new Answer("whatsapp", to, words?.GetValue<string>() ?? "", id));
        return Json(new JsonObject { ["messaging_product"] = "whatsapp", ["messages"] = new JsonArray(new JsonObject { ["id"] = id }) });
    }

    private async Task<IResult> TakeTelegram(HttpRequest request)
    {
        var call = (await JsonNode.ParseAsync(request.Body))!;
        if (call["challenge"] is { } challenge) return Json(new JsonObject { ["challenge"] = challenge.GetValue<string>() });
        if (call["type"]!.GetValue<string>() != "message.send") return Results.Ok();

        var id = call["eventId"]!.GetValue<string>();
        _ = heard(new Answer("telegram", call["contact"]!["externalId"]!.GetValue<string>(), call["message"]!["text"]!.GetValue<string>(), id));
        return Json(new JsonObject { ["externalId"] = id });
    }

    private JsonObject PictureNote(string name) => new()
    {
        ["id"] = $"picture-{name}",
        ["url"] = $"http://127.0.0.1:{Port}/pictures/{name}",
        ["mime_type"] = "image/png",
    };

    /// <summary>Under which the shop's page is commented.</summary>
    private JsonObject Post() => new()
    {
        ["from"] = new JsonObject { ["name"] = "Maison Lune" },
        ["message"] = "Le bonnet Brume est de retour ✨ Laine mérinos, tricoté à Saint-Malo, en cinq couleurs. En boutique et en ligne dès aujourd’hui.",
        ["permalink_url"] = "https://www.facebook.com/maisonlune/posts/7001",
        ["full_picture"] = $"http://127.0.0.1:{Port}/pictures/hat",
    };

    private static IResult Picture(string name) =>
        typeof(ProviderStandIn).Assembly.GetManifestResourceStream($"{typeof(ProviderStandIn).Namespace}.pictures.{name}.png") is { } picture
            ? Results.Stream(picture, "image/png")
            : Results.NotFound();

    private static JsonObject Templates() => new()
    {
        ["data"] = new JsonArray(
            Template("suivi_de_commande", "fr", "Bonjour {{1}}, des nouvelles de votre commande {{2}} : répondez à ce message quand vous voulez."),
            Template("reprise_de_contact", "fr", "Bonjour {{1}}, souhaitez-vous que nous reprenions votre demande ? L’équipe Maison Lune"),
            Template(ShopBroadcasts.Template, "fr", "Bonjour {{1}}, nos ventes privées commencent {{2}}. Répondez à ce message pour réserver votre créneau. À bientôt, Maison Lune"),
            Template("order_update", "en", "Hello {{1}}, there is news about your order {{2}}. Just reply to this message.")),
    };

    private static JsonObject Template(string name, string language, string text) => new()
    {
        ["name"] = name,
        ["language"] = language,
        ["status"] = "APPROVED",
        ["category"] = "UTILITY",
        ["components"] = new JsonArray(new JsonObject { ["type"] = "BODY", ["text"] = text }),
    };

    private static IResult Json(JsonNode body) => Results.Text(body.ToJsonString(), "application/json");
}
