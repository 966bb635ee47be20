using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Relais.Server.Demo;

/// <summary>Makes the shop « Maison Lune » as its administrator would: over the API, page by page.</summary>
public static class OpenShop
{
    public const string Password = "maison-lune-2026";

    public static readonly IReadOnlyList<(string Id, string Name, string Role)> People =
        [("chloe", "Chloé", "supervisor"), ("ana", "Ana", "agent"), ("bruno", "Bruno", "agent")];

    public static string EmailOf(string person) => $"{person}@maison-lune.example";

    public static async Task<Notebook> Open(Func<Browser> browser, int standIn, CancellationToken cancel)
    {
        var diane = browser();
        var setUp = await diane.Post(
            "setup",
            new { organisation = "Maison Lune", name = "Diane", email = EmailOf("diane"), password = Password, language = "fr" },
            cancel);
        var webId = setUp["messenger"]!["channelId"]!.GetValue<Guid>();
        await diane.Patch($"channels/{webId}", new { name = "Site web", settings = new { greeting = "Bonjour ! Une question sur nos pulls, nos bottines ou votre commande ?" } }, cancel);

        var staff = await Invite(diane, browser, cancel);
        var delivery = await diane.Post("teams", new { name = "Livraison", memberIds = new[] { staff["ana"], staff["bruno"] } }, cancel);
        var topics = await ShopRules.Make(diane, staff, Id(delivery), cancel);
        var notebook = new Notebook { WebId = webId, StandInPort = standIn, Staff = staff, Topics = topics, Token = Secret(), AppSecret = Secret() };
        notebook = await Connect(diane, notebook, cancel);
        await ShopResponders.Make(diane, notebook, cancel);
        return notebook with { Reasons = await ShopRules.AskForReasons(diane, notebook.WhatsAppId, cancel) };
    }

    /// <summary>The stand-in listens elsewhere than at the last start.</summary>
    public static async Task Redirect(Browser diane, Notebook notebook, CancellationToken cancel)
    {
        await diane.Patch($"channels/{notebook.WhatsAppId}", new { settings = new { apiUrl = Address(notebook) } }, cancel);
        await diane.Patch($"channels/{notebook.FacebookId}", new { settings = new { apiUrl = Address(notebook) } }, cancel);
        await diane.Patch($"channels/{notebook.TelegramId}", new { settings = new { webhookUrl = $"{Address(notebook)}/telegram" } }, cancel);
    }

    private static async Task<Dictionary<string, Guid>> Invite(Browser diane, Func<Browser> browser, CancellationToken cancel)
    {
        var staff = new Dictionary<string, Guid> { ["diane"] = diane.MemberId };
        foreach (var (id, name, role) in People)
        {
            var invited = await diane.Post("members", new { name, email = EmailOf(id), role, teamIds = Array.Empty<Guid>(), language = "fr" }, cancel);
            var member = browser();
            await member.Put($"links/{invited["link"]!["url"]!.GetValue<string>().Split('/')[^1]}", new { password = Password }, cancel);
            staff[id] = member.MemberId;
        }

        return staff;
    }

    private static async Task<Notebook> Connect(Browser diane, Notebook notebook, CancellationToken cancel)
    {
        var web = await diane.Get($"channels/{notebook.WebId}", cancel);
        var whatsApp = await diane.Post("channels", new
        {
            kind = "whatsapp",
            name = "WhatsApp",
            settings = new
            {
                phoneNumberId = WhatsAppMedium.Number,
                businessAccountId = WhatsAppMedium.Account,
                accessToken = Secret(),
                appSecret = notebook.AppSecret,
                apiUrl = Address(notebook),
            },
        }, cancel);
        var telegram = await diane.Post("channels", new
        {
            kind = "custom",
            name = "Boutique Telegram",
            settings = new { webhookUrl = $"{Address(notebook)}/telegram", token = notebook.Token },
        }, cancel);
        var facebook = await diane.Post("channels", new
        {
            kind = "facebook",
            name = "Page Facebook",
            settings = new { pageId = FacebookMedium.Page, accessToken = Secret(), appSecret = notebook.AppSecret, apiUrl = Address(notebook) },
        }, cancel);
        return notebook with
        {
            WhatsAppId = Id(whatsApp),
            TelegramId = Id(telegram),
            FacebookId = Id(facebook),
            IdentitySecret = web["connection"]!["identitySecret"]!.GetValue<string>(),
        };
    }

    private static Guid Id(JsonNode node) => node["id"]!.GetValue<Guid>();

    private static string Address(Notebook notebook) => $"http://127.0.0.1:{notebook.StandInPort}";

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
