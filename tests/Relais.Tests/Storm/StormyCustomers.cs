using Relais.Tests.Testing;

namespace Relais.Tests.Storm;

/// <summary>Customers who never stop writing, and the provider's delivery of it: each call again until a 2xx, some of them twice.
/// Every status code is written down, flushed, before anything depends on it.</summary>
internal sealed class StormyCustomers(Uri door, Guid channelId, string folder, int seed) : IDisposable
{
    private readonly HttpClient http = RealHttp.Client(door);
    private readonly Ledger ledger = new(Path.Combine(folder, "webhooks.txt"));
    private readonly Dictionary<string, Delivered> delivered = [];
    private readonly Random chance = new(seed);
    private readonly Lock gate = new();
    private int waiting;

    public IReadOnlyList<Delivered> Ledger
    {
        get
        {
            lock (gate) return [.. delivered.Values];
        }
    }

    /// <summary>How many calls have not been taken yet.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    /// <summary>One customer writes message after message: the next once the last was taken, so that their order is known.</summary>
    public async Task Write(int customer, CancellationToken stop)
    {
        var (phone, name) = ($"3360000{customer:0000}", $"Zoé {customer}");
        for (var order = 1; !stop.IsCancellationRequested; order++)
        {
            var id = $"wamid.in{customer}.{order}";
            var body = WhatsAppWebhook.Text(phone, name, id, $"Bonjour {order}, où est ma commande ?");
            Note(new Delivered(channelId, id, phone, order, Acknowledged: false));
            await Deliver(body, id);
            if (Roll() < 0.1) await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Call(body, id)));
            await Pause(stop);
        }
    }

    /// <summary>Calls the door until it takes this body.</summary>
    public Task Deliver(string body) => Deliver(body, null);

    public void Dispose()
    {
        http.Dispose();
        ledger.Dispose();
    }

    private async Task Deliver(string body, string? id)
    {
        Interlocked.Increment(ref waiting);
        while (!await Call(body, id)) await Task.Delay(50);
        Interlocked.Decrement(ref waiting);
    }

    private async Task<bool> Call(string body, string? id)
    {
        try
        {
            var status = await WhatsAppWebhook.Deliver(http, channelId, body);
            if (id is not null) ledger.Write($"{id} {status}");
            if (status is >= 200 and < 300 && id is not null) Acknowledge(id);
            return status is >= 200 and < 300;
        }
        catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException)
        {
            if (id is not null) ledger.Write($"{id} no answer");
            return false;
        }
    }

    private void Note(Delivered item)
    {
        lock (gate) delivered[item.ExternalId] = item;
    }

    private void Acknowledge(string id)
    {
        lock (gate) delivered[id] = delivered[id] with { Acknowledged = true };
    }

    private async Task Pause(CancellationToken stop) =>
        await Task.Delay(TimeSpan.FromMilliseconds(50 + Roll() * 900), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private double Roll()
    {
        lock (gate) return chance.NextDouble();
    }
}
