using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Channels;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Channels;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Spine;

/// <summary>The shop with a channel of pigeons: customers write through the real door, agents answer through the real API.</summary>
public sealed class PigeonPost : IAsyncDisposable
{
    private readonly HttpClient door;
    private int written;

    private PigeonPost(Shop shop, Pigeon pigeon)
    {
        Shop = shop;
        Pigeon = pigeon;
        door = shop.App.CreateClient();
    }

    public Shop Shop { get; }

    public Pigeon Pigeon { get; }

    public RelaisApp App => Shop.App;

    public ApiClient Ana => Shop.Ana;

    public ApiClient Bruno => Shop.Bruno;

    public Guid OrganisationId => Ana.Session!["organisation"]!.Id();

    public Guid ChannelId { get; private set; }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<PigeonPost> Open(Action<IServiceCollection>? change = null, string? folder = null)
    {
        var pigeon = new Pigeon();
        var shop = await Shop.Open(services =>
        {
            services.AddSingleton<ChannelKind>(pigeon);
            change?.Invoke(services);
        }, folder);
        var post = new PigeonPost(shop, pigeon);
        post.ChannelId = await post.Connect(post.OrganisationId);
        return post;
    }

    /// <summary>One more channel, perhaps of another organisation.</summary>
    public async Task<Guid> Connect(Guid organisationId)
    {
        var id = Guid.CreateVersion7();
        var sealedSettings = App.Services.GetRequiredService<SettingsVault>().Seal(organisationId, id, new PigeonSettings());
        await Change(db => db.Channels.Add(new Channel(organisationId, Pigeon.Kind, "Pigeons", sealedSettings, Actor.System, App.Clock.GetUtcNow(), id)));
        return id;
    }

    /// <summary>What no endpoint does, done in the store.</summary>
    public Task Change(Action<RelaisDb> change) => App.Look(async db =>
    {
        change(db);
        return await db.SaveChangesAsync(Cancel);
    });

    /// <summary>A member who was not there on the first morning.</summary>
    public async Task<ApiClient> Hire(string name, string role)
    {
        var invited = await Shop.Diane.Post("members", new { name, email = $"{name.ToLowerInvariant()}@maison-lune.fr", role, teamIds = Array.Empty<Guid>(), language = "fr" });
        var member = App.Visitor();
        await member.UseLink(new Uri(invited["link"]!.Text("url"), UriKind.RelativeOrAbsolute).OriginalString.Split('/')[^1], Shop.Password);
        return member;
    }

    /// <summary>Time passes, and whoever was signed in that long signs in again.</summary>
    public async Task Later(TimeSpan passed)
    {
        App.Clock.Advance(passed);
        await Shop.Diane.SignIn("diane@maison-lune.fr", Shop.Password);
        await Ana.SignIn("ana@maison-lune.fr", Shop.Password);
    }

    public MessageIn Says(string text, string from = "zoe", DateTimeOffset? at = null) => new(
        new Sender([from], new Profile(char.ToUpperInvariant(from[0]) + from[1..])), $"letter-{Interlocked.Increment(ref written)}", at ?? App.Clock.GetUtcNow()) { Text = text };

    /// <summary>A customer writes, and the intake has read it.</summary>
    public async Task<JsonNode> Write(string text, string from = "zoe", Guid? channel = null)
    {
        await Bring(channel ?? ChannelId, Says(text, from));
        return (await Rows()).First(row => row.Text("preview", "text") == text);
    }

    public Task Bring(params Inbound[] facts) => Bring(ChannelId, facts);

    public async Task Bring(Guid channel, params Inbound[] facts)
    {
        (await Knock(channel, Pigeon.Letter(() => facts))).ShouldBe(HttpStatusCode.OK);
        await UntilRead();
    }

    public async Task<HttpStatusCode> Knock(Guid channel, string body, string? key = null)
    {
        using var response = await Knock(channel, new StringContent(body, Encoding.UTF8, "application/json"), key);
        return response.StatusCode;
    }

    public async Task<HttpResponseMessage> Knock(Guid channel, HttpContent body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/channels/{Pigeon.Kind}/{channel}") { Content = body };
        request.Headers.Add("X-Ring", key ?? Guid.CreateVersion7().ToString());
        return await door.SendAsync(request, Cancel);
    }

    /// <summary>Waits for the intake without moving the clock.</summary>
    public Task UntilRead() => Until(async db =>
    {
        var now = App.Clock.GetUtcNow();
        return !await db.Journal.IgnoreQueryFilters().AnyAsync(row => row.State == JournalState.Waiting && row.DueAt <= now);
    });

    public async Task Until(Func<RelaisDb, Task<bool>> comes)
    {
        for (var tries = 0; !await App.Look(comes); tries++)
        {
            if (tries == 1000) throw new TimeoutException("What the test waits for does not come.");
            await Task.Delay(10, Cancel);
        }
    }

    /// <summary>Every conversation an administrator sees, oldest first.</summary>
    public async Task<List<JsonNode>> Rows(string states = "new pending resolved")
    {
        var rows = new List<JsonNode>();
        foreach (var state in states.Split(' ')) rows.AddRange((await Shop.Diane.Get($"conversations?state={state}&limit=200")).Items());
        return [.. rows.OrderBy(row => row["number"]!.GetValue<int>())];
    }

    public Task<JsonNode> Row(Guid id) => Row(Shop.Diane, id);

    public static async Task<JsonNode> Row(ApiClient member, Guid id) => (await member.Get($"conversations/{id}"))["row"]!;

    public static Task<JsonNode> Answer(ApiClient member, Guid conversation, string text, Guid? clientId = null) =>
        member.Post($"conversations/{conversation}/messages", new { clientId = clientId ?? Guid.CreateVersion7(), text });

    public async Task<List<JsonNode>> Messages(Guid thread) => [.. (await Shop.Diane.Get($"threads/{thread}/messages?limit=200")).Items()];

    public async Task<JsonNode> Message(JsonNode row, Guid id) => (await Messages(row.Id("threadId"))).Single(message => message.Id() == id);

    /// <summary>The kinds of the events since a position.</summary>
    public async Task<List<string>> Kinds(long after) => [.. (await Shop.Diane.Get($"events?after={after}")).Items().Select(item => item.Text("kind"))];

    public async Task<long> Position() => (await Shop.Diane.Get("queue/counters"))["position"]!.GetValue<long>();

    /// <summary>Status and code of a refusal.</summary>
    public static async Task<(HttpStatusCode Status, string? Code)> Refusal(ApiClient member, HttpMethod method, string path, object? body = null)
    {
        using var response = await member.Send(method, path, body);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        return (response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)!["code"]?.GetValue<string>() : null);
    }

    public async ValueTask DisposeAsync()
    {
        door.Dispose();
        await Shop.DisposeAsync();
    }
}

internal static class DeepReading
{
    public static string Text(this JsonNode node, string first, string second) => node[first]!.Text(second);
}
