using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Relais.Tests.Testing;

/// <summary>The real program in its own process, on its own folder, as <c>bin/relais</c> starts it. It can be killed like by a
/// power cut and started again on the same folder and address.</summary>
public sealed class RealServer : IAsyncDisposable
{
    private readonly List<string> output = [];
    private readonly IReadOnlyDictionary<string, string> environment;
    private readonly string[] flags;
    private readonly bool ownsFolder;
    private Process? process;

    /// <param name="environment">Settings besides folder and address.</param>
    /// <param name="folder">Where everything is kept; a temporary folder when null.</param>
    /// <param name="flags">For the command line.</param>
    public RealServer(IReadOnlyDictionary<string, string>? environment = null, string? folder = null, params string[] flags)
    {
        this.environment = environment ?? new Dictionary<string, string>();
        this.flags = flags;
        ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("relais-real.").FullName;
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
    }

    public string Folder { get; }

    public Uri Address { get; }

    /// <summary>What it wrote since the last start, for a failing test's message.</summary>
    public string Output
    {
        get
        {
            lock (output) return string.Join('\n', output.TakeLast(60));
        }
    }

    public async Task Start(CancellationToken cancel)
    {
        Launch();
        await UntilReady(cancel);
    }

    /// <summary>Starts without waiting for anything: it may be killed while it still gets ready.</summary>
    public void Launch()
    {
        process = Process.Start(Command()) ?? throw new InvalidOperationException("The server did not start.");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>SIGKILL: no warning, no flush, no goodbye.</summary>
    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null) Kill();
        await Task.CompletedTask;
        if (ownsFolder) Directory.Delete(Folder, recursive: true);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task UntilReady(CancellationToken cancel)
    {
        using var http = RealHttp.Client(Address);
        var deadline = Stopwatch.StartNew();
        while (deadline.Elapsed < TimeSpan.FromSeconds(60))
        {
            if (process!.HasExited) throw new InvalidOperationException($"The server stopped with {process.ExitCode}:\n{Output}");
            if (await Answers(http, cancel)) return;

            await Task.Delay(20, cancel);
        }

        throw new TimeoutException($"The server was not ready in a minute:\n{Output}");
    }

    private static async Task<bool> Answers(HttpClient http, CancellationToken cancel)
    {
        try
        {
            return (await http.GetAsync("/health/ready", cancel)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private ProcessStartInfo Command()
    {
        var published = Path.Combine(Root(), "artifacts/relais");
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(published, "Relais.Server.dll"), "--data", Folder, "--urls", Address.ToString().TrimEnd('/') },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // It lives for seconds: what was compiled ahead will do.
            Environment = { ["DOTNET_gcServer"] = "0", ["DOTNET_TC_CallCountThreshold"] = "20000" },
        };
        foreach (var flag in flags) start.ArgumentList.Add(flag);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return start;
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (output) output.Add(line);
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
