using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Simulator;

/// <summary>
/// Meta in a nutshell: takes what a shop sends, hands out files and templates, calls the shop's webhook, and does all of it
/// badly on demand. It knows nothing of tests, so that a demo or a person may run it too.
/// </summary>
public sealed class WhatsAppSimulator : IAsyncDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    private readonly WebApplication graph;
    private readonly TimeProvider clock;
    private readonly ConcurrentBag<SimulatedCustomer> customers = [];
    private readonly ConcurrentDictionary<SimulatedCustomer, DateTimeOffset> lastHeard = new();
    private int ids;

    private WhatsAppSimulator(SimulatedAccount account, TimeProvider clock, Action<string>? write, int port)
    {
        this.clock = clock;
        Account = account;
        Ledger = new SimulatorLedger(write);
        Webhooks = new MetaWebhooks(account, Faults, Ledger);
        Files = new SimulatedFiles(Faults, () => Now, () => Address);
        Templates = [.. JsonNode.Parse(account.Templates)!.AsArray().Select(it => it!.AsObject())];
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, DeafToSignals>();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 110 * 1024 * 1024);
        graph = builder.Build();
        new GraphApi(this).Map(graph);
    }

    public SimulatedAccount Account { get; }

    public SimulatorFaults Faults { get; } = new();

    public SimulatorLedger Ledger { get; }

    /// <summary>Whether the app asked to be told of what happens on the account.</summary>
    public bool IsSubscribed { get; set; }

    public MetaWebhooks Webhooks { get; }

    public SimulatedFiles Files { get; }

    /// <summary>What the shop enters as the address of the API.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Reports sent, delivered and read by itself, as a customer with the app open would make it.</summary>
    public IReadOnlyList<string> StatusesAfterSending { get; set; } = [];

    internal IReadOnlyList<JsonObject> Templates { get; }

    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <param name="write">Takes each line of the ledger before it counts, for instance to flush it to a disk.</param>
    /// <param name="port">0 = any.</param>
    public static async Task<WhatsAppSimulator> Start(
        CancellationToken cancel, SimulatedAccount? account = null, TimeProvider? clock = null, Action<string>? write = null, int port = 0)
    {
        var simulator = new WhatsAppSimulator(account ?? new SimulatedAccount(), clock ?? TimeProvider.System, write, port);
        await simulator.graph.StartAsync(cancel);
        var addresses = simulator.graph.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        simulator.Address = new Uri(addresses.Addresses.First());
        return simulator;
    }

    public SimulatedCustomer Customer(string name, string? number, string? userId = null)
    {
        var customer = new SimulatedCustomer(this, name, number, userId);
        customers.Add(customer);
        return customer;
    }

    /// <summary>Tells the shop how far a message got.</summary>
    public Task<int> Report(AcceptedSend send, string status, CancellationToken cancel, (int Code, string Details)? error = null)
    {
        var report = new JsonObject { ["id"] = send.Id, ["status"] = status, ["timestamp"] = Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) };
        report[send.To.StartsWith('+') ? "recipient_id" : "recipient_user_id"] = send.To.TrimStart('+');
        if (send.OurId is not null) report["biz_opaque_callback_data"] = send.OurId;
        if (error is var (code, details))
            report["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["title"] = details, ["error_data"] = new JsonObject { ["details"] = details } });
        return Webhooks.Deliver(new JsonObject { ["statuses"] = new JsonArray(report) }, cancel);
    }

    public async ValueTask DisposeAsync() => await graph.DisposeAsync();

    internal string NextId() => $"wamid.SIM{Interlocked.Increment(ref ids).ToString("D9", CultureInfo.InvariantCulture)}=";

    internal void Heard(SimulatedCustomer customer) => lastHeard[customer] = Now;

    /// <summary>Meta says yes first, and finds out afterwards that the window was closed.</summary>
    internal void Accepted(AcceptedSend send)
    {
        var customer = customers.FirstOrDefault(it => it.Is(send.To));
        var open = send.Type == "template" || (customer is not null && lastHeard.TryGetValue(customer, out var heard) && Now - heard < Window);
        if (!open) _ = Report(send, "failed", CancellationToken.None, (131047, "More than 24 hours have passed since the customer last replied to this number."));
        else if (StatusesAfterSending.Count > 0) _ = ReportAll(send);
    }

    private async Task ReportAll(AcceptedSend send)
    {
        foreach (var status in StatusesAfterSending) await Report(send, status, CancellationToken.None);
    }
}
