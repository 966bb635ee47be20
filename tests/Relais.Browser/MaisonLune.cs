using Relais.Browser;
using Relais.Tests.Testing;

[assembly: AssemblyFixture(typeof(MaisonLune))]

namespace Relais.Browser;

/// <summary>
/// The shop « Maison Lune » as it stands once it is set up: Diane administers, Ana and Bruno answer, and a WhatsApp number is
/// connected. It is set up once a run, through the API; every journey begins on a copy of its folder.
/// </summary>
public sealed class MaisonLune : IAsyncLifetime
{
    public const string Password = "une phrase de passe assez longue";

    private readonly RealServer server = new(Journey.Environment);

    public ApiClient.Signed Diane { get; private set; } = null!;

    public ApiClient.Signed Ana { get; private set; } = null!;

    public ApiClient.Signed Bruno { get; private set; } = null!;

    public Guid WhatsAppId { get; private set; }

    public string MessengerTestPage { get; private set; } = "";

    public static async Task<MaisonLune> OfThisRun() => (await TestContext.Current.GetFixture<MaisonLune>())!;

    public async ValueTask InitializeAsync()
    {
        await server.Start(TestContext.Current.CancellationToken);
        using var diane = Browser();
        var messenger = (await diane.SetUp("Maison Lune", "Diane", "diane@maison-lune.fr", Password))["messenger"]!;
        MessengerTestPage = new Uri(messenger.Text("testPageUrl")).PathAndQuery;
        Diane = diane.Signature;
        Ana = await Invite(diane, "Ana");
        Bruno = await Invite(diane, "Bruno");
        var connected = await diane.Post("channels", new { kind = "whatsapp", name = "WhatsApp Maison Lune", settings = WhatsAppWebhook.Settings("http://127.0.0.1:9") });
        WhatsAppId = (connected["channel"] ?? connected).Id();
        server.Kill(); // What is not on disk by now is not there: a copy begins like after a power cut.
    }

    /// <summary>Puts all of it into a folder where a server will find it.</summary>
    public void CopyInto(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(server.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(server.Folder, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task<ApiClient.Signed> Invite(ApiClient diane, string name)
    {
        var invited = await diane.Post("members", new { name, email = $"{name.ToLowerInvariant()}@maison-lune.fr", role = "agent", teamIds = Array.Empty<Guid>(), language = "fr" });
        using var member = Browser();
        await member.UseLink(invited["link"]!.Text("url").Split('/')[^1], Password);
        return member.Signature;
    }

    private ApiClient Browser() => new(RealHttp.Client(server.Address));
}
