using System.Net;
using System.Text.Json.Nodes;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;

namespace Relais.Tests.Broadcasts;

/// <summary>The shop with a number of its own (<c>Telephones</c>) on which it may write first, with templates, to those who agreed.</summary>
internal sealed class Mailing(PigeonPost post, Guid telephones) : IAsyncDisposable
{
    public PigeonPost Post => post;

    public Guid Telephones => telephones;

    /// <summary>Who supervises.</summary>
    public ApiClient Chloe => post.Shop.Chloe;

    /// <summary>What was handed to the provider: to whom, and what it said.</summary>
    public IReadOnlyList<(string To, string Text)> Sent => [.. post.Pigeon.Flights.Where(one => one.ChannelId == telephones).Select(one => (one.Answer.To[^1], one.Answer.Text))];

    public static async Task<Mailing> Open()
    {
        var post = await PigeonPost.Open();
        var mailing = new Mailing(post, await post.Connect(post.OrganisationId));
        post.Pigeon.AbilitiesOf[mailing.Telephones] = post.Pigeon.Abilities with
        {
            WritesFirst = true, AsksConsent = true, Templates = true, ReplyWindowHours = 24, DeliveredReceipts = true, ReadReceipts = true,
        };
        post.Pigeon.Approved = [new Template("soldes", "fr", "MARKETING", "APPROVED", null, "Bonjour {{1}}, {{2}} vous attend.", null, [], [new("body", 1), new("body", 2)])];
        return mailing;
    }

    public static string Number(int at) => $"+336120000{at:D2}";

    /// <summary>Lines of a list: number and name.</summary>
    public static string Table(int count) => string.Join('\n', Enumerable.Range(1, count).Select(at => $"{Number(at)};Client {at}"));

    /// <summary>A contact who wrote on another channel, and whose number a colleague noted.</summary>
    public async Task<Guid> Contact(string name, string? number, bool hasAgreed = false)
    {
        var contact = (await post.Write($"Ici {name}", name.ToLowerInvariant()))["contact"]!.Id();
        if (number is not null) await post.Ana.Put($"contacts/{contact}/attributes/phone", new { value = number });
        if (hasAgreed) await post.Ana.Put($"contacts/{contact}/consents/{telephones}", new { given = true, how = "Dit à la caisse" });
        return contact;
    }

    /// <summary>A broadcast for a list, unless something else is said.</summary>
    public JsonObject Body(object? change = null)
    {
        var body = (JsonObject)System.Text.Json.JsonSerializer.SerializeToNode(new
        {
            name = "Soldes d’hiver",
            channelId = telephones,
            template = "soldes",
            language = "fr",
            values = new[] { "{{contact.first_name|cher client}}", "la boutique" },
            audience = new { list = new { name = "clients.csv", table = Table(3) } },
            consent = "Case cochée à la caisse",
            startAt = (DateTimeOffset?)null,
        })!;
        if (change is not null)
            foreach (var (name, value) in System.Text.Json.JsonSerializer.SerializeToNode(change)!.AsObject()) body[name] = value?.DeepClone();
        return body;
    }

    public async Task<Guid> Send(object? change = null) => (await Chloe.Post("broadcasts", Body(change))).Id();

    public Task<JsonNode> Preview(object? change = null) => Chloe.Post("broadcasts/preview", Body(change));

    public async Task<JsonNode> Show(Guid id) => (await Chloe.Get($"broadcasts/{id}"))["broadcast"]!;

    public async Task<List<JsonNode>> Lines(Guid id, string? status = null) =>
        [.. (await Chloe.Get($"broadcasts/{id}/messages?limit=200{(status is null ? "" : $"&status={status}")}")).Items()];

    /// <summary>Waits for a state of the broadcast; time passes meanwhile.</summary>
    public async Task<JsonNode> Until(Guid id, Func<JsonNode, bool> reached)
    {
        for (var tries = 0; tries < 1500; tries++)
        {
            var shown = await Show(id);
            if (reached(shown)) return shown;

            await Task.Delay(10, PigeonPost.Cancel);
            post.App.Clock.Advance(TimeSpan.FromMilliseconds(200));
        }

        throw new TimeoutException($"Still {(await Show(id)).ToJsonString()}");
    }

    public Task<JsonNode> Until(Guid id, string state) => Until(id, shown => shown.Text("state") == state);

    /// <summary>The provider tells how far a message got.</summary>
    public async Task Report(Guid message, DeliveryStatus status)
    {
        var at = post.App.Clock.GetUtcNow();
        await post.Bring(telephones, new StatusIn($"ring-{message}", message, new DeliveryReport(status, at)));
    }

    public async Task<(HttpStatusCode Status, string? Code)> Refused(object change, string path = "broadcasts") =>
        await PigeonPost.Refusal(Chloe, HttpMethod.Post, path, Body(change));

    public ValueTask DisposeAsync() => post.DisposeAsync();
}
