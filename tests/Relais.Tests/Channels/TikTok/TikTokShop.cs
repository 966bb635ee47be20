using System.Globalization;
using System.Text.Json.Nodes;
using Relais.Tests.Channels.Simulator;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.TikTok;

/// <summary>The shop with its account at TikTok's stand-in, and people who write to it.</summary>
public sealed class TikTokShop : ProviderShop
{
    private int people;

    public TikTokSimulator At { get; private set; } = null!;

    protected override string KindName => "tiktok";

    protected override object Settings => new
    {
        appId = TikTokSimulator.AppId, appSecret = TikTokSimulator.Secret, apiUrl = At.Address.ToString(),
        consent = $"{TikTokSimulator.Site}?code={Uri.EscapeDataString(TikTokSimulator.Code)}&scopes=comment.list&state=x",
    };

    public Person Someone(string name)
    {
        var number = Interlocked.Increment(ref people);
        var someone = new Person($"+unique/{number}=", $"-000person{number}", $"conv+{number}/==", name);
        At.Names[someone.Conversation] = name;
        return someone;
    }

    public JsonObject Text(Person from, string text, int ago = 0) => Said(from, "text", new JsonObject { ["text"] = new JsonObject { ["body"] = text } }, ago);

    public JsonObject Said(Person from, string type, JsonObject message, int ago = 0, string? id = null) =>
        Told("im_receive_msg", Message(id ?? At.NextId(), type, (from.Id, "zoe.martin"), (TikTokSimulator.Own, "maisonlune"), from, message, ago, "APP"));

    public JsonObject Written(Person to, string type, JsonObject message, string? id = null, string source = "APP") =>
        Told("im_send_msg", Message(id ?? At.NextId(), type, (TikTokSimulator.Own, "maisonlune"), (to.Id, "zoe.martin"), to, message, 0, source));

    public JsonObject Read(Person who) =>
        Told("im_mark_read_msg", Message(null, null, (who.Id, "zoe.martin"), (TikTokSimulator.Own, "maisonlune"), who, new JsonObject { ["read"] = new JsonObject { ["last_read_timestamp"] = Now(0) } }, 0, null));

    /// <summary>Numbers as TikTok writes them, which no number of a program's own holds.</summary>
    public JsonObject Comment(Person by, string number, string? text, string action = "insert", string? under = null, int ago = 0)
    {
        At.Names[number] = by.Name;
        var at = (Now(ago) / 1000).ToString(CultureInfo.InvariantCulture);
        var parent = under is null ? "" : $"\"parent_comment_id\":{under},";
        var words = text is null ? "" : $",\"text\":{JsonValue.Create(text).ToJsonString()}";
        return Told("comment.update", $$"""{"comment_id":{{number}},"video_id":{{TikTokSimulator.Video}},{{parent}}"comment_type":"comment","comment_action":"{{action}}","timestamp":{{at}},"unique_identifier":"{{by.Unique}}"{{words}}}""");
    }

    public JsonObject Told(string name, JsonObject content) => Told(name, content.ToJsonString());

    public JsonObject Told(string name, string content) =>
        new() { ["client_key"] = TikTokSimulator.AppId, ["event"] = name, ["create_time"] = Now(0) / 1000, ["user_openid"] = TikTokSimulator.Own, ["content"] = content };

    public Task<int> Bring(JsonObject told, string? signature = null) =>
        TikTokSimulator.Bring(Line, DoorPath, told.ToJsonString(), signature ?? TikTokSimulator.Sign(told.ToJsonString(), App.Clock.GetUtcNow()));

    public IReadOnlyList<(string Id, string To, JsonObject Body)> TakenBy(Person who) => [.. At.Taken.Where(sent => sent.To == who.Conversation)];

    public IReadOnlyList<(string Id, string To, JsonObject Body)> Replies(string text) => [.. At.Taken.Where(sent => sent.To == TikTokSimulator.Public && sent.Body.Text("text") == text)];

    public long Now(int ago) => App.Clock.GetUtcNow().ToUnixTimeMilliseconds() - ago;

    protected override async Task StartProvider()
    {
        At = await TikTokSimulator.Start(Cancel);
        At.Echo = Echo;
    }

    protected override ValueTask StopProvider() => At.DisposeAsync();

    /// <summary>Of a message TikTok tells before it answers, of a comment minutes later: once it has answered one, Relais knows the account's voice.</summary>
    private async Task Echo(string id, string to, JsonObject told)
    {
        if (to == TikTokSimulator.Public)
        {
            if ((await Opened()).Learned.ContainsKey("voice")) await Bring(Comment(new Person(TikTokSimulator.Voice, "", "", "Maison Lune"), id, told.Text("text"), under: told.Text("comment_id")));
            return;
        }

        var type = told.Text("message_type").ToLowerInvariant();
        var message = type == "template"
            ? new JsonObject { ["template"] = new JsonObject { ["elements"] = new JsonArray(new JsonObject { ["title"] = told["template"]!.Text("title") }) } }
            : new JsonObject { [type] = told[type]!.DeepClone() };
        await Bring(Written(new Person("", "-000of" + to, to, "?"), type, message, id, "API"));
    }

    private JsonObject Message(string? id, string? type, (string Id, string Name) from, (string Id, string Name) to, Person other, JsonObject message, int ago, string? source)
    {
        message["from"] = from.Name;
        message["to"] = to.Name;
        message["from_user"] = new JsonObject { ["id"] = from.Id, ["role"] = from.Id == TikTokSimulator.Own ? "business_account" : "personal_account" };
        message["to_user"] = new JsonObject { ["id"] = to.Id };
        message["unique_identifier"] = other.Unique;
        message["conversation_id"] = other.Conversation;
        message["timestamp"] = Now(ago);
        if (id is not null) message["message_id"] = id;
        if (type is not null) message["type"] = type;
        if (source is not null) message["message_tag"] = new JsonObject { ["source"] = source };
        return message;
    }

    /// <param name="Unique">Known by under videos and in private.</param>
    /// <param name="Id">Known by in private.</param>
    public sealed record Person(string Unique, string Id, string Conversation, string Name);
}
