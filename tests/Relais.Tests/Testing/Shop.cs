using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Relais.Tests.Testing;

/// <summary>
/// The shop « Maison Lune » with its people, in every test the same: Diane administers, Chloé supervises, Ana and Bruno answer
/// and form the team Livraison; Zoé and Yann are customers. Made once over HTTP, copied for each test.
/// </summary>
public sealed class Shop : IAsyncDisposable
{
    public const string Password = "une phrase de passe assez longue";

    private static readonly Lazy<Task<Template>> Made = new(Make);
    private readonly ConcurrentDictionary<string, ApiClient> browsers = new();
    private readonly Template template;

    private Shop(RelaisApp app, Template template)
    {
        App = app;
        this.template = template;
    }

    public RelaisApp App { get; }

    public Guid TeamId => template.TeamId;

    /// <summary>The web messenger the set-up made.</summary>
    public Guid MessengerId => template.MessengerId;

    public ApiClient Diane => Browser("Diane");

    public ApiClient Chloe => Browser("Chloé");

    public ApiClient Ana => Browser("Ana");

    public ApiClient Bruno => Browser("Bruno");

    /// <summary>The shop on its first morning, in an app of its own.</summary>
    public static async Task<Shop> Open(Action<IServiceCollection>? change = null, string? folder = null)
    {
        var made = await Made.Value;
        return new Shop(new RelaisApp(await TestDatabase.CopyOf(made.Database, folder), change), made);
    }

    public async ValueTask DisposeAsync() => await App.DisposeAsync();

    private ApiClient Browser(string name) => browsers.GetOrAdd(name, who => template.Sessions[who].In(App.CreateClient()));

    private static async Task<Template> Make()
    {
        var app = await RelaisApp.Empty();
        var diane = app.Visitor();
        var setUp = await diane.SetUp("Maison Lune", "Diane", "diane@maison-lune.fr", Password);
        var sessions = new Dictionary<string, ApiClient.Signed> { ["Diane"] = diane.Signature };
        foreach (var (name, role) in new[] { ("Chloé", "supervisor"), ("Ana", "agent"), ("Bruno", "agent") })
            sessions[name] = (await Invite(app, diane, name, role)).Signature;

        var team = await diane.Post("teams", new { name = "Livraison", memberIds = new[] { sessions["Ana"].MemberId, sessions["Bruno"].MemberId } });
        await app.UntilNothingWaits();
        return new Template(await app.Keep(), sessions, team.Id(), setUp["messenger"]!.Id("channelId"));
    }

    private static async Task<ApiClient> Invite(RelaisApp app, ApiClient admin, string name, string role)
    {
        var email = $"{name.Replace("é", "e", StringComparison.Ordinal).ToLowerInvariant()}@maison-lune.fr";
        var invited = await admin.Post("members", new { name, email, role, teamIds = Array.Empty<Guid>(), language = "fr" });
        var member = app.Visitor();
        await member.UseLink(new Uri(invited["link"]!.Text("url"), UriKind.RelativeOrAbsolute).OriginalString.Split('/')[^1], Password);
        return member;
    }

    private sealed record Template(TestDatabase Database, Dictionary<string, ApiClient.Signed> Sessions, Guid TeamId, Guid MessengerId);
}
