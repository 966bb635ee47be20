using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Channels;
using Relais.Domain.Conversations;
using Relais.Domain.Organisations;
using Relais.Domain.Shared;
using Relais.Server.Channels;
using Relais.Server.Channels.Messenger;
using Relais.Server.Persistence;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Messenger;

/// <summary>A shop with a messenger on its site, and Ana who answers.</summary>
public sealed class MessengerScene : IAsyncDisposable
{
    public const string Secret = "a secret of the site's server, 32+";

    private static readonly Actor Ana = new(ActorKind.Member, Guid.CreateVersion7(), "Ana Moreau");

    private MessengerScene(RelaisApp app) => App = app;

    public RelaisApp App { get; }

    public Guid ChannelId { get; private set; }

    public Guid OtherChannelId { get; private set; }

    public static async Task<MessengerScene> Open(MessengerSettings? settings = null)
    {
        var scene = new MessengerScene(await RelaisApp.Empty());
        var organisation = new Organisation("Maison Lune", "fr", scene.App.Clock.GetUtcNow());
        await scene.Change(organisation.Id, db =>
        {
            db.Organisations.Add(organisation);
            scene.ChannelId = scene.Connect(db, organisation.Id, settings ?? new MessengerSettings());
            scene.OtherChannelId = scene.Connect(db, organisation.Id, new MessengerSettings());
            return Task.CompletedTask;
        });
        return scene;
    }

    /// <summary>A browser nobody has written from.</summary>
    public VisitorBrowser Browser(Guid? channelId = null) => new(App.CreateClient(), channelId ?? ChannelId);

    /// <summary>Zoé, who has written.</summary>
    public async Task<VisitorBrowser> Zoe(string text = "Bonjour")
    {
        var zoe = Browser();
        await zoe.Enter();
        await zoe.Write(text);
        await App.UntilNothingWaits();
        return zoe;
    }

    /// <summary>Ana answers what this visitor wrote; it can be taken back until <paramref name="undo"/> is over.</summary>
    public Task<Guid> Answer(VisitorBrowser visitor, string text, TimeSpan undo = default) => Answer(visitor.Visitor, text, undo);

    public async Task<Guid> Answer(string visitor, string text, TimeSpan undo = default)
    {
        var id = Guid.Empty;
        await OnThread(visitor, (conversation, db) =>
        {
            var answer = Message.ToContact(
                conversation, new MessageContent(MessageKind.Text, text), Guid.CreateVersion7(), Ana, App.Clock.GetUtcNow(), undo);
            conversation.Answer(answer, assignToAuthor: false);
            db.Messages.Add(answer);
            id = answer.Id;
        });
        App.Services.GetRequiredService<Wake>().Outbox.Ring();
        return id;
    }

    public Task Annotate(VisitorBrowser visitor, string text) => OnThread(visitor.Visitor, (conversation, db) =>
    {
        var note = Message.ToColleagues(conversation, text, Guid.CreateVersion7(), Ana, App.Clock.GetUtcNow());
        conversation.Annotate(note);
        db.Messages.Add(note);
    });

    public Task<Message> Stored(Guid id) =>
        App.Look(db => db.Messages.IgnoreQueryFilters().AsNoTracking().FirstAsync(row => row.Id == id));

    public Task<Guid> ThreadOf(VisitorBrowser visitor) => ThreadOf(visitor.Visitor);

    private async Task<Guid> ThreadOf(string visitor) => await App.Look(db => (
        from identity in db.ContactIdentities.IgnoreQueryFilters()
        join thread in db.Threads.IgnoreQueryFilters() on identity.ContactId equals thread.ContactId
        where identity.ExternalId == visitor && thread.ChannelId == ChannelId && thread.ContinuedBy == null
        select thread.Id).SingleAsync());

    public async ValueTask DisposeAsync() => await App.DisposeAsync();

    private async Task OnThread(string visitor, Action<Conversation, RelaisDb> change)
    {
        var threadId = await ThreadOf(visitor);
        var organisationId = await App.Look(db => db.Organisations.Select(row => row.Id).SingleAsync());
        await Change(organisationId, async db =>
            change(await db.Conversations.SingleAsync(row => row.ThreadId == threadId && row.State != ConversationState.Resolved), db));
    }

    private async Task Change(Guid organisationId, Func<RelaisDb, Task> change)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = organisationId;
        await using var turn = await db.BeginWrite(TestContext.Current.CancellationToken);
        await change(db);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await turn.Commit(TestContext.Current.CancellationToken);
    }

    private Guid Connect(RelaisDb db, Guid organisationId, MessengerSettings settings)
    {
        var kind = App.Services.GetRequiredService<ChannelCatalogue>().Find("messenger")!;
        var complete = kind.Complete(settings with { BusinessName = "Maison Lune", IdentitySecret = Secret });
        var id = Guid.CreateVersion7();
        var sealedSettings = App.Services.GetRequiredService<SettingsVault>().Seal(organisationId, id, complete);
        db.Channels.Add(new Channel(organisationId, "messenger", "Le site", sealedSettings, Actor.System, App.Clock.GetUtcNow(), id));
        return id;
    }
}

/// <summary>The panel without its looks: knows the token, speaks with the doors.</summary>
public sealed class VisitorBrowser(HttpClient http, Guid channelId)
{
    public string? Token { get; set; }

    public string Visitor { get; private set; } = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task Enter(string? identity = null)
    {
        var entered = await Read(await Send(HttpMethod.Post, "visitors", new { identity, language = "fr" }));
        (Visitor, Token) = (entered.Text("visitor"), entered.Text("token"));
    }

    public async Task<HttpStatusCode> Write(string text, Guid? clientId = null, params string[] uploadIds)
    {
        using var answer = await Send(HttpMethod.Post, "messages", new { clientId = clientId ?? Guid.CreateVersion7(), text, uploadIds });
        return answer.StatusCode;
    }

    public async Task<IReadOnlyList<JsonNode>> Messages(string query = "") => [.. (await Page(query)).Items()];

    public async Task<IReadOnlyList<string>> Texts() => [.. (await Messages()).Select(message => message.Text("text"))];

    public async Task<JsonNode> Page(string query = "") => await Read(await Send(HttpMethod.Get, "messages" + query));

    public async Task<HttpResponseMessage> Upload(string name, string type, byte[] bytes)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await Send(HttpMethod.Post, "uploads", new MultipartFormDataContent { { file, "file", name } });
    }

    public Task<byte[]> Download(string url) => http.GetByteArrayAsync(url, Cancel);

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, object? body = null, string? origin = null, string? lastEventId = null)
    {
        var request = new HttpRequestMessage(method, $"/api/channels/messenger/v1/{channelId}/{path}");
        if (body is not null) request.Content = body as HttpContent ?? JsonContent.Create(body);
        if (Token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (origin is not null) request.Headers.Add("Origin", origin);
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
    }

    /// <summary>Listens until that many events of these kinds were heard.</summary>
    public async Task<IReadOnlyList<SseItem<string>>> Listen(int count, string kinds, string? lastEventId = null, Func<Task>? meanwhile = null)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        using var answer = await Send(HttpMethod.Get, "stream", lastEventId: lastEventId);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var heard = new List<SseItem<string>>();
        var done = false;
        await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync(Cancel)).EnumerateAsync(patience.Token))
        {
            if (!done && meanwhile is not null) await meanwhile();
            done = true;
            if (kinds.Split(' ').Contains(item.EventType)) heard.Add(item);
            if (heard.Count >= count) return heard;
        }

        return heard;
    }

    public static async Task<JsonNode> Read(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync(Cancel);
            answer.IsSuccessStatusCode.ShouldBeTrue($"{(int)answer.StatusCode} {text}");
            return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
        }
    }
}
