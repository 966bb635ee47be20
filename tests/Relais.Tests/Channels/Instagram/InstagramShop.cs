using System.Globalization;
using System.Text.Json.Nodes;
using Relais.Tests.Channels.Simulator;

namespace Relais.Tests.Channels.Instagram;

/// <summary>The shop with its account at Meta's stand-in.</summary>
public sealed class InstagramShop : ProviderShop
{
    private static long people = 17_900_000_000_000_000;

    public MetaInboxSimulator Meta { get; private set; } = null!;

    protected override string KindName => "instagram";

    protected override object Settings => SettingsWith();

    /// <summary>An id as the account knows a person by; he is called so, too, unless he has another name.</summary>
    public static string Someone() => Interlocked.Increment(ref people).ToString(CultureInfo.InvariantCulture);

    public object SettingsWith(string token = MetaInboxSimulator.Token, string login = "account") => new
    {
        login, accountId = Meta.Account, accessToken = token, appSecret = MetaInboxSimulator.AppSecret, apiUrl = Meta.Address.ToString(),
    };

    public async Task Bring(params JsonObject[] events) => (await Meta.Bring(Line, DoorPath, forged: false, events)).ShouldBe(200);

    public Task Writes(string from, string text) => Bring(Meta.Message(from, App.Clock.GetUtcNow(), text));

    public IReadOnlyList<JsonObject> SentTo(string person) => [.. Meta.Sent.Where(sent => sent["recipient"]!["id"]!.ToString() == person)];

    protected override async Task StartProvider() => Meta = await MetaInboxSimulator.Start("instagram", "17841400000000001", Cancel);

    protected override ValueTask StopProvider() => Meta.DisposeAsync();
}
