using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Relais.Tests.Architecture;
using Relais.Tests.Channels.Simulator;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.WhatsApp;

/// <summary>The shop with its number connected to Meta's stand-in: the whole server, real signatures, real sockets out.</summary>
internal sealed class WhatsAppShop : IAsyncDisposable
{
    private readonly Shop shop;
    private readonly HttpClient line;

    private WhatsAppShop(Shop shop, WhatsAppSimulator meta, JsonNode channel)
    {
        this.shop = shop;
        Meta = meta;
        ChannelId = (channel["channel"] ?? channel).Id();
        line = shop.App.CreateClient();
        meta.Webhooks.PointTo(line, $"/channels/whatsapp/{ChannelId}");
        Zoe = meta.Customer("Zoé Martin", "33612345678");
    }

    public WhatsAppSimulator Meta { get; }

    public Guid ChannelId { get; }

    public SimulatedCustomer Zoe { get; }

    public RelaisApp App => shop.App;

    public ApiClient Ana => shop.Ana;

    public ApiClient Bruno => shop.Bruno;

    public ApiClient Diane => shop.Diane;

    public Guid TeamId => shop.TeamId;

    public static async Task<WhatsAppShop> Open()
    {
        var house = await Shop.Open();
        var meta = await WhatsAppSimulator.Start(Cancel, clock: house.App.Clock);
        var channel = await house.Diane.Post("channels", new
        {
            kind = "whatsapp",
            name = "WhatsApp Maison Lune",
            settings = new
            {
                phoneNumberId = meta.Account.PhoneNumberId,
                businessAccountId = meta.Account.BusinessAccountId,
                accessToken = meta.Account.AccessToken,
                appSecret = meta.Account.AppSecret,
                apiUrl = meta.Address.ToString(),
            },
        });
        return new WhatsAppShop(house, meta, channel);
    }

    /// <summary>Meta delivers recorded calls; their files lie at the stand-in's, where nobody has them.</summary>
    public async Task Deliver(string sample)
    {
        foreach (var file in SourceTree.Files("tests/Relais.Tests/Channels/WhatsApp/samples", sample))
        {
            var call = JsonNode.Parse(file.Text.Replace("https://lookaside.fbsbx.com/", new Uri(Meta.Address, "lookaside/").ToString(), StringComparison.Ordinal))!;
            (await Meta.Webhooks.DeliverRaw(call, Cancel)).ShouldBe(200, file.Path);
        }
    }

    /// <summary>The only open conversation, as Ana sees it.</summary>
    public async Task<JsonNode> Conversation()
    {
        await App.UntilNothingWaits();
        var rows = (await Ana.Get("conversations?state=new")).Items().Concat((await Ana.Get("conversations?state=pending")).Items());
        return rows.Single();
    }

    public async Task<IReadOnlyList<JsonNode>> Thread()
    {
        await App.UntilNothingWaits();
        var conversation = await Conversation();
        return [.. (await Ana.Get($"threads/{conversation.Id("threadId")}/messages?limit=200")).Items()];
    }

    public async Task<JsonNode> Message(Guid id) => (await Thread()).Single(message => message.Id() == id);

    /// <summary>Ana answers, and the answer has left or has failed to when this returns.</summary>
    public async Task<Guid> Answer(string text, object? template = null, Guid? uploadId = null, Guid? replyTo = null)
    {
        var conversation = await Conversation();
        var answer = await Ana.Post($"conversations/{conversation.Id()}/messages", new
        {
            clientId = Guid.CreateVersion7(),
            text,
            uploadIds = uploadId is { } upload ? new[] { upload } : [],
            replyToId = replyTo,
            template,
        });
        await App.UntilNothingWaits();
        return answer.Id();
    }

    public async Task<Guid> Upload(byte[] bytes, string name, string contentType)
    {
        var file = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } };
        return (await Ana.Post("uploads", new MultipartFormDataContent { { file, "file", name } })).Id();
    }

    /// <summary>Waits for a state, never for a time.</summary>
    public async Task<JsonNode> Until(Guid message, Func<JsonNode, bool> reached)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var now = await Message(message);
            if (reached(now)) return now;
            if (TimeProvider.System.GetElapsedTime(since) > TimeSpan.FromSeconds(20)) throw new TimeoutException($"Still {now.ToJsonString()}");

            await Task.Delay(20, Cancel);
            App.Clock.Advance(TimeSpan.FromMilliseconds(300));
        }
    }

    public Task<JsonNode> Until(Guid message, string status) => Until(message, it => it["delivery"]!.Text("status") == status);

    public async ValueTask DisposeAsync()
    {
        line.Dispose();
        await shop.DisposeAsync();
        await Meta.DisposeAsync();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
