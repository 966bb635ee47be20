using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Simulator;

/// <summary>A server in a provider's place that answers every call as a test says.</summary>
public sealed class StandIn : IAsyncDisposable
{
    private readonly WebApplication server;

    private StandIn(Func<HttpRequest, Task<IResult>> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, DeafToSignals>();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.Run(async http => await (await answer(http.Request)).ExecuteAsync(http));
    }

    /// <summary>What the shop enters as the address of the API.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public static async Task<StandIn> Start(Func<HttpRequest, Task<IResult>> answer, CancellationToken cancel)
    {
        var standIn = new StandIn(answer);
        await standIn.server.StartAsync(cancel);
        standIn.Address = new Uri(standIn.server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return standIn;
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();
}
