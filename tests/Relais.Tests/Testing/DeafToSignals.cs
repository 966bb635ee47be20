using Microsoft.Extensions.Hosting;

namespace Relais.Tests.Testing;

/// <summary>
/// Lets a host live for as long as its test wants it. The usual lifetime of a host listens to the signals of its process: one SIGTERM
/// to the tests, meant to end the whole run, closed every shop that was open in that instant and was swallowed itself, so that the
/// run went on with tests whose server was gone. Without it a signal ends the run.
/// </summary>
public sealed class DeafToSignals : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
