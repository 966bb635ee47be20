using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Relais.Tests.Testing;

/// <summary>The virtual agent of the documentation, run as its readers would run it: a program we did not link with.</summary>
public sealed class ExampleProgram : IDisposable
{
    private readonly int port = RealServer.FreePort();
    private Process? process;

    public string WebhookUrl => $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/relais";

    /// <summary>It listens when this returns.</summary>
    public async Task Start(string secret, string token, string api)
    {
        process = Process.Start(new ProcessStartInfo("node")
        {
            ArgumentList = { Path.Combine(Folder(), "agent.mjs") },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment =
            {
                ["RELAIS_SECRET"] = secret,
                ["RELAIS_TOKEN"] = token,
                ["RELAIS_API"] = api,
                ["PORT"] = port.ToString(CultureInfo.InvariantCulture),
            },
        }) ?? throw new InvalidOperationException("Node did not start.");
        var said = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        if (said?.StartsWith("Listening", StringComparison.Ordinal) != true) throw new InvalidOperationException($"The example said: {said}");
    }

    public void Dispose()
    {
        process?.Kill();
        process?.Dispose();
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/how-to/virtual-agent"));
}
