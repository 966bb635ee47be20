using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;

namespace Relais.Tests.Testing;

/// <summary>
/// What an agent's browser holds: conversations, messages and counters, kept current by events alone. It follows the same
/// rules as the web app, so that "my screen equals a fresh page" can be checked anywhere.
/// </summary>
public sealed class LiveScreen(ApiClient api) : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly Dictionary<string, JsonNode> conversations = [];
    private readonly Dictionary<string, JsonNode> messages = [];
    private readonly Dictionary<string, int> counters = [];
    private HubConnection? hub;

    public long Position { get; private set; }

    /// <summary>How often a hub message did not continue where this screen stood.</summary>
    public int Gaps { get; private set; }

    /// <summary>Positions an event of which was applied; the feed must never repeat or skip one.</summary>
    public List<long> Applied { get; } = [];

    /// <summary>Loads everything as a fresh page would.</summary>
    public async Task Load()
    {
        var counted = await api.Get("queue/counters");
        Position = counted["position"]!.GetValue<long>();
        foreach (var item in counted.Items()) counters[Place(item)] = item["count"]!.GetValue<int>();
        foreach (var row in await AllConversations()) conversations[row.Text("id")] = row;
        foreach (var thread in conversations.Values.Select(row => row.Text("threadId")).Distinct().ToList())
        foreach (var message in await AllMessages(thread))
            messages[message.Text("id")] = message;
    }

    /// <summary>Listens to the hub; a lost line is taken up again and what was missed is pulled.</summary>
    public async Task Connect(Action<HubConnectionBuilder> address, CancellationToken cancel)
    {
        var builder = new HubConnectionBuilder();
        address(builder);
        hub = builder.WithAutomaticReconnect(new Patience()).Build();
        hub.On<JsonElement>("events", batch => Receive(JsonNode.Parse(batch.GetRawText())!));
        hub.Reconnected += _ => CatchUp();
        await hub.StartAsync(cancel);
        await CatchUp();
    }

    /// <summary>Pulls the feed to its end. Safe at any moment.</summary>
    public async Task CatchUp()
    {
        await turn.WaitAsync();
        try
        {
            await Pull();
        }
        catch (HttpRequestException)
        {
            // The server is away; the next batch shows the gap again.
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Everything on screen in one comparable text.</summary>
    public string Picture() => string.Join(
        '\n',
        conversations.Values.Concat(messages.Values).OrderBy(node => node.Text("id"), StringComparer.Ordinal).Select(node => node.ToJsonString())
            .Concat(counters.Where(it => it.Value != 0).Select(it => $"{it.Key} = {it.Value}").Order(StringComparer.Ordinal)));

    /// <summary>The queues on screen in one comparable text: conversations and counters.</summary>
    public string Queue() => string.Join(
        '\n',
        conversations.Values.OrderBy(node => node.Text("id"), StringComparer.Ordinal).Select(node => node.ToJsonString())
            .Concat(counters.Where(it => it.Value != 0).Select(it => $"{it.Key} = {it.Value}").Order(StringComparer.Ordinal)));

    public async ValueTask DisposeAsync()
    {
        if (hub is not null) await hub.DisposeAsync();
        turn.Dispose();
    }

    private async Task Receive(JsonNode batch)
    {
        await turn.WaitAsync();
        try
        {
            if (batch["from"]!.GetValue<long>() == Position) Apply(batch["events"]!.AsArray(), batch["to"]!.GetValue<long>());
            else if (batch["to"]!.GetValue<long>() > Position) await PullGap();
        }
        catch (HttpRequestException)
        {
            // Killed while we pulled; the reconnect pulls again.
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task PullGap()
    {
        Gaps++;
        await Pull();
    }

    private async Task Pull()
    {
        for (var more = true; more;)
        {
            var page = await api.Get($"events?after={Position}&limit=500");
            Apply(page["items"]!.AsArray(), page["position"]!.GetValue<long>());
            more = page["more"]!.GetValue<bool>();
        }
    }

    private void Apply(JsonArray events, long position)
    {
        foreach (var happened in events.Select(it => it!))
        {
            Applied.Add(happened["position"]!.GetValue<long>());
            if (happened["conversation"] is { } row) Upsert(row);
            if (happened.Text("kind") == "conversationHidden") conversations.Remove(happened["detail"]!.Text("conversationId"));
            if (happened.Text("kind") == "conversationDeleted") Forget(happened["detail"]!.Text("conversationId"));
            if (happened["contact"] is { } contact) Rename(contact);
            if (happened["message"] is { } message) Show(message, happened.Text("kind"));
            Move(happened["moved"]);
        }

        Position = position;
    }

    private void Upsert(JsonNode row)
    {
        var known = conversations.GetValueOrDefault(row.Text("id"));
        if (known is null || known["version"]!.GetValue<int>() < row["version"]!.GetValue<int>()) conversations[row.Text("id")] = row.DeepClone();
    }

    private void Forget(string conversation)
    {
        conversations.Remove(conversation);
        foreach (var message in messages.Values.Where(message => message.Text("conversationId") == conversation).ToList()) messages.Remove(message.Text("id"));
    }

    private void Show(JsonNode message, string kind)
    {
        if (kind == "messageWithdrawn") messages.Remove(message.Text("id"));
        else messages[message.Text("id")] = message.DeepClone();
    }

    private void Rename(JsonNode contact)
    {
        foreach (var row in conversations.Values.Where(row => row["contact"]!.Text("id") == contact.Text("id"))) row["contact"] = contact.DeepClone();
    }

    private void Move(JsonNode? moved)
    {
        if (moved?["from"] is { } from) Count(from, -1);
        if (moved?["to"] is { } to) Count(to, +1);
    }

    private void Count(JsonNode place, int change)
    {
        if (place.Text("state") != "resolved") counters[Place(place)] = counters.GetValueOrDefault(Place(place)) + change;
    }

    private static string Place(JsonNode place) => $"{place.Text("channelId")} {place.Text("state")} {place["assigneeId"]?.GetValue<string>() ?? "nobody"}";

    private async Task<IReadOnlyList<JsonNode>> AllConversations()
    {
        var rows = new List<JsonNode>();
        foreach (var state in new[] { "new", "pending", "resolved" })
        {
            for (var after = ""; after is not null;)
            {
                var page = await api.Get($"conversations?state={state}&limit=100{after}");
                rows.AddRange(page.Items().Select(item => item.DeepClone()));
                after = page["next"]?.GetValue<string>() is { } next ? $"&after={Uri.EscapeDataString(next)}" : null;
            }
        }

        return rows;
    }

    private async Task<IReadOnlyList<JsonNode>> AllMessages(string threadId)
    {
        var all = new List<JsonNode>();
        for (var before = ""; before is not null;)
        {
            var page = await api.Get($"threads/{threadId}/messages?limit=100{before}");
            all.AddRange(page.Items().Select(item => item.DeepClone()));
            before = page["next"]?.GetValue<string>() is { } next ? $"&before={Uri.EscapeDataString(next)}" : null;
        }

        return all;
    }

    /// <summary>Never gives up: a quarter of a second between tries.</summary>
    private sealed class Patience : IRetryPolicy
    {
        public TimeSpan? NextRetryDelay(RetryContext retryContext) => TimeSpan.FromMilliseconds(250);
    }
}
