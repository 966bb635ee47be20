using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Server.Persistence;
using Relais.Tests.Testing;

namespace Relais.Tests.Simulation;

/// <summary>
/// Reads what happened in a shop from its feed alone, and says where something that works by itself did not do it once, at its
/// time, with restraint. It knows the rules of <see cref="BusyShop"/> and nothing of the code that follows them.
/// </summary>
internal sealed class Chronicle(TimeZoneInfo zone)
{
    private readonly List<string> breaches = [];
    private readonly Dictionary<Guid, DateTimeOffset?> boomerangs = [];
    private readonly Dictionary<Guid, DateTimeOffset> pendingSince = [];
    private readonly Dictionary<Guid, int> unanswered = [];
    private readonly Dictionary<Guid, (string Text, bool IsFirst, int Tags, int Ends)> received = [];
    private readonly Dictionary<Guid, Guid> lastReceived = [];
    private readonly HashSet<Guid> opened = [];
    private readonly HashSet<Guid> withSurvey = [];
    private readonly Dictionary<Guid, List<string>> stories = [];
    private readonly Dictionary<Guid, Guid> conversations = [];

    public int Boomerangs { get; private set; }

    public int AutoResolved { get; private set; }

    public int Greetings { get; private set; }

    public int Questions { get; private set; }

    public int Rules { get; private set; }

    public async Task<IReadOnlyList<string>> Judge(RelaisDb db, DateTimeOffset end, CancellationToken cancel)
    {
        var events = await db.Events.IgnoreQueryFilters().AsNoTracking().OrderBy(row => row.Position).Select(row => row.Body).ToListAsync(cancel);
        foreach (var body in events) Read(JsonNode.Parse(body)!);

        foreach (var (id, due) in boomerangs.Where(entry => entry.Value < end)) Breach(id, $"I13: it should have come back at {due:u}");
        foreach (var (id, since) in pendingSince.Where(entry => boomerangs.GetValueOrDefault(entry.Key) is null && entry.Value.AddMinutes(BusyShop.PendingMinutes) < end))
            Breach(id, $"I13: it is pending since {since:u}");
        foreach (var (id, (text, isFirst, tags, ends)) in received)
        {
            Once(id, "facture", text.Contains("facture", StringComparison.Ordinal), tags);
            Once(id, "au revoir", isFirst && text.Contains("au revoir", StringComparison.Ordinal), ends);
        }

        return breaches;
    }

    private void Read(JsonNode happened)
    {
        var kind = happened["kind"]!.GetValue<string>();
        var at = happened["at"]!.GetValue<DateTimeOffset>();
        if (happened["conversation"] is not JsonObject conversation) return;

        var id = conversation["id"]!.GetValue<Guid>();
        var story = stories.TryGetValue(id, out var begun) ? begun : stories[id] = [];
        story.Add($"{at:MM-dd HH:mm:ss} {kind} {happened["message"]?["text"]} → {conversation["state"]} {conversation["holder"]?["name"]} {happened["actor"]?["kind"]} {happened["detail"]?.ToJsonString()}");
        Happens(kind, id, at, happened, conversation);
        if (IsWithSurvey(conversation)) withSurvey.Add(id);
        else withSurvey.Remove(id);
        boomerangs[id] = conversation["boomerangAt"]?.GetValue<DateTimeOffset>();
        if (conversation["state"]!.GetValue<string>() != "pending") pendingSince.Remove(id);
        else if (kind == "conversationPended") pendingSince[id] = at;
    }

    private void Happens(string kind, Guid id, DateTimeOffset at, JsonNode happened, JsonObject conversation)
    {
        switch (kind)
        {
            case "conversationOpened":
                opened.Add(id);
                break;
            case "boomerangFired":
                Boomerangs++;
                if (boomerangs.GetValueOrDefault(id) is not { } due) Breach(id, $"I13: it came back at {at:u} and was not to");
                else if (at < due) Breach(id, $"I13: it came back at {at:u}, before {due:u}");
                break;
            case "conversationResolved" when Way(happened) == "autoResolve":
                AutoResolved++;
                if (!pendingSince.TryGetValue(id, out var since)) Breach(id, $"I13: it ended by itself at {at:u} and was not pending");
                else if (at < since.AddMinutes(BusyShop.PendingMinutes)) Breach(id, $"I13: it ended by itself at {at:u}, pending since {since:u}");
                break;
            case "conversationResolved" when Way(happened) == "automation":
                Rules++;
                if (lastReceived.TryGetValue(id, out var farewell)) received[farewell] = received[farewell] with { Ends = received[farewell].Ends + 1 };
                break;
            case "messageReceived":
                Hear(id, happened["message"]!, isForSurvey: withSurvey.Contains(id) || IsWithSurvey(conversation));
                break;
            case "messageTagsChanged" when happened["actor"]!["kind"]!.GetValue<string>() == "rule":
                Rules++;
                var tagged = happened["message"]!["id"]!.GetValue<Guid>();
                received[tagged] = received[tagged] with { Tags = received[tagged].Tags + 1 };
                break;
            case "messageQueued":
                Say(id, at, happened["message"]!);
                break;
        }
    }

    /// <summary>What a contact answers to a survey is none of the automations' business.</summary>
    private void Hear(Guid conversation, JsonNode message, bool isForSurvey)
    {
        if (isForSurvey) return;

        var id = message["id"]!.GetValue<Guid>();
        conversations[id] = conversation;
        received[id] = (message["text"]?.GetValue<string>() ?? "", opened.Remove(conversation), 0, 0);
        lastReceived[conversation] = id;
        unanswered[conversation] = unanswered.GetValueOrDefault(conversation) + 1;
    }

    /// <summary>I14: what is said by itself answers somebody, once, and says the right thing for the hour.</summary>
    private void Say(Guid conversation, DateTimeOffset at, JsonNode message)
    {
        var text = message["text"]?.GetValue<string>() ?? "";
        if (text.StartsWith(BusyShop.Question, StringComparison.Ordinal)) Questions++;
        if (text is not (BusyShop.Greeting or BusyShop.Closed)) return;

        Greetings++;
        if (unanswered.GetValueOrDefault(conversation) == 0) Breach(conversation, $"I14: it was greeted at {at:u} though nobody had written");
        unanswered[conversation] = 0;
        if (IsOpen(at) != (text == BusyShop.Greeting)) Breach(conversation, $"I14: it was told '{text}' at {TimeZoneInfo.ConvertTime(at, zone):f}");
    }

    private bool IsOpen(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var isHoliday = local is { Month: 12, Day: 25 };
        return !isHoliday && local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && local.Hour is >= 9 and < 17;
    }

    /// <summary>I25: a rule does its work once for each message that it is about, and never for another.</summary>
    private void Once(Guid message, string word, bool isAbout, int times)
    {
        if (times != (isAbout ? 1 : 0)) Breach(conversations[message], $"I25: the rule for '{word}' worked {times} times for message {message}");
    }

    private void Breach(Guid conversation, string what) => breaches.Add($"{what}. Conversation {conversation}:\n{string.Join('\n', stories[conversation])}");

    private static bool IsWithSurvey(JsonObject conversation) => conversation["holder"]?["name"]?.GetValue<string>() == BusyShop.Surveyor;

    private static string? Way(JsonNode happened) => happened["detail"]?["way"]?.GetValue<string>();
}
