using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Relais.Server.Jobs;
using Relais.Tests.Testing;

namespace Relais.Tests.Jobs;

/// <summary>What works in the background goes on, whatever happens to it.</summary>
public sealed class WorkerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_round_that_fails_stops_neither_the_worker_nor_the_house()
    {
        var clumsy = new Clumsy(new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(1) });
        await using var shop = await Shop.Open(services => services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(clumsy)));
        var life = shop.App.Services.GetRequiredService<IHostApplicationLifetime>();

        while (!clumsy.Round3.IsCompleted)
        {
            clumsy.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, Cancel);
        }

        life.ApplicationStopping.IsCancellationRequested.ShouldBeFalse();
        (await shop.Ana.Get("conversations?state=new")).Items().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_house_under_test_does_not_listen_to_the_signals_of_the_process()
    {
        await using var shop = await Shop.Open();

        shop.App.Services.GetServices<IHostLifetime>().ShouldHaveSingleItem().ShouldBeOfType<DeafToSignals>();
    }

    [Fact]
    public async Task A_worker_that_is_told_to_stop_stops_without_a_word()
    {
        var patient = new Patient();
        await patient.StartAsync(Cancel);

        await patient.StopAsync(Cancel);

        patient.ExecuteTask!.Exception.ShouldBeNull();
    }

    /// <summary>Stumbles over what an HTTP call that ran out of time throws, then over something else, then works.</summary>
    private sealed class Clumsy(FakeTimeProvider time) : Worker(time, NullLogger.Instance)
    {
        private readonly TaskCompletionSource round3 = new();
        private int rounds;

        public FakeTimeProvider Time => time;

        public Task Round3 => round3.Task;

        protected override async Task Round(CancellationToken cancel)
        {
            rounds++;
            if (rounds == 1) throw new TaskCanceledException("The other side did not answer in time.");
            if (rounds == 2) throw new InvalidOperationException("Something nobody foresaw.");

            round3.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancel);
        }
    }

    private sealed class Patient() : Worker(TimeProvider.System, NullLogger.Instance)
    {
        protected override Task Round(CancellationToken cancel) => Task.Delay(Timeout.Infinite, cancel);
    }
}
