using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Relais.Server.Channels;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels;

/// <summary>The shop with a channel connected to a provider's stand-in: the whole server, shared by the tests of a class, each with customers of its own.</summary>
public abstract class ProviderShop : IAsyncLifetime
{
    private Shop shop = null!;

    public RelaisApp App => shop.App;

    public ApiClient Ana => shop.Ana;

    public ApiClient Diane => shop.Diane;

    /// <summary>Reaches our doors as a provider would.</summary>
    public HttpClient Line { get; private set; } = null!;

    public Guid ChannelId { get; protected set; }

    public string DoorPath => $"/channels/{KindName}/{ChannelId}";

    protected abstract string KindName { get; }

    public async ValueTask InitializeAsync()
    {
        shop = await Shop.Open();
        Line = App.CreateClient();
        await StartProvider();
        ChannelId = await Connect(Settings);
    }

    public async ValueTask DisposeAsync()
    {
        Line.Dispose();
        await shop.DisposeAsync();
        await StopProvider();
        GC.SuppressFinalize(this);
    }

    public async Task<Guid> Connect(object settings)
    {
        var made = await Diane.Post("channels", new { kind = KindName, name = "Maison Lune", settings });
        return (made["channel"] ?? made).Id();
    }

    public async Task<ConnectedChannel> Opened(Guid? id = null) =>
        await App.Services.GetRequiredService<ConnectedChannels>().Find(id ?? ChannelId, Cancel) ?? throw new InvalidOperationException("The channel is not connected.");

    /// <summary>What Ana sees of the conversation with a contact of this name, once it is there.</summary>
    public async Task<JsonNode> Conversation(string contact)
    {
        JsonNode? found = null;
        await Until(async () => (found = await Find(contact)) is not null, $"a conversation with {contact}");
        return found!;
    }

    public async Task<IReadOnlyList<JsonNode>> Thread(string contact)
    {
        var conversation = await Conversation(contact);
        await App.UntilNothingWaits();
        return [.. (await Ana.Get($"threads/{conversation.Id("threadId")}/messages?limit=200")).Items()];
    }

    /// <summary>The thread, once it holds so many messages.</summary>
    public async Task<IReadOnlyList<JsonNode>> Thread(string contact, int count)
    {
        IReadOnlyList<JsonNode> thread = [];
        await Until(async () => (thread = await Thread(contact)).Count >= count, $"{count} messages of {contact}");
        return thread;
    }

    /// <summary>Ana answers; what becomes of it is waited for by its status.</summary>
    public async Task<Guid> Answer(string contact, string text, Guid? replyTo = null, params Guid[] uploads)
    {
        var conversation = await Conversation(contact);
        return (await Ana.Post($"conversations/{conversation.Id()}/messages", new { clientId = Guid.CreateVersion7(), text, uploadIds = uploads, replyToId = replyTo })).Id();
    }

    public async Task<Guid> Upload(byte[] bytes, string name, string contentType)
    {
        var file = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } };
        return (await Ana.Post("uploads", new MultipartFormDataContent { { file, "file", name } })).Id();
    }

    /// <summary>The answer, once it got so far.</summary>
    public async Task<JsonNode> Until(string contact, Guid message, string status)
    {
        JsonNode? now = null;
        await Until(async () => (now = await Message(contact, message))["delivery"]!.Text("status") == status, $"{status}");
        return now!;
    }

    /// <summary>Waits for a state, never for a time.</summary>
    public async Task Until(Func<Task<bool>> reached, string what)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!await reached())
        {
            if (TimeProvider.System.GetElapsedTime(since) > TimeSpan.FromSeconds(60)) throw new TimeoutException($"Still waiting for {what}.");

            await Task.Delay(20, Cancel);
            App.Clock.Advance(TimeSpan.FromMilliseconds(500));
        }
    }

    protected abstract object Settings { get; }

    protected abstract Task StartProvider();

    protected abstract ValueTask StopProvider();

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<JsonNode> Message(string contact, Guid id)
    {
        var conversation = await Conversation(contact);
        return (await Ana.Get($"threads/{conversation.Id("threadId")}/messages?limit=200")).Items().Single(message => message.Id() == id);
    }

    private async Task<JsonNode?> Find(string contact)
    {
        var rows = (await Ana.Get("conversations?state=new&limit=100")).Items().Concat((await Ana.Get("conversations?state=pending&limit=100")).Items());
        return rows.FirstOrDefault(row => row["contact"]!.Text("name") == contact);
    }
}
