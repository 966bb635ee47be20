using System.Globalization;
using System.Text.Json.Nodes;
using Relais.Tests.Channels.Simulator;

namespace Relais.Tests.Channels.Facebook;

/// <summary>The shop with its page at Meta's stand-in.</summary>
public sealed class FacebookShop : ProviderShop
{
    private static long people = 24_000_000_000_000_000;

    public MetaInboxSimulator Meta { get; private set; } = null!;

    protected override string KindName => "facebook";

    protected override object Settings => SettingsWith(humanAgent: false);

    /// <summary>An id as the page knows a person by; he is called so, too, unless he has another name.</summary>
    public static string Someone() => Interlocked.Increment(ref people).ToString(CultureInfo.InvariantCulture);

    public object SettingsWith(bool humanAgent, string token = MetaInboxSimulator.Token) => new
    {
        pageId = Meta.Account, accessToken = token, appSecret = MetaInboxSimulator.AppSecret, apiUrl = Meta.Address.ToString(), humanAgent,
    };

    public async Task Bring(params JsonObject[] events) => (await Meta.Bring(Line, DoorPath, forged: false, events)).ShouldBe(200);

    public Task Writes(string from, string text) => Bring(Meta.Message(from, App.Clock.GetUtcNow(), text));

    public IReadOnlyList<JsonObject> SentTo(string person) => [.. Meta.Sent.Where(sent => sent["recipient"]!["id"]!.ToString() == person)];

    protected override async Task StartProvider() => Meta = await MetaInboxSimulator.Start("page", "104512345678901", Cancel);

    protected override ValueTask StopProvider() => Meta.DisposeAsync();
}
