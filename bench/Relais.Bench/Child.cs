using System.Diagnostics;
using System.Globalization;

namespace Relais.Bench;

/// <summary>A server in a process of its own: the product as it is published, or one of our yardsticks.</summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly Process process;
    private readonly List<string> said = [];

    private Child(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to its first 200.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>What the process has spent on both cores so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<Child> Start(string program, int port, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(program),
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var clock = Stopwatch.StartNew();
        var child = new Child(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}"));
        child.Listen();
        await child.UntilReady(clock);
        return child;
    }

    /// <summary>Memory that is in use now, in megabytes.</summary>
    public double ResidentMegabytes()
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.AsSpan("VmRSS:".Length, line.Length - "VmRSS:".Length - "kB".Length), CultureInfo.InvariantCulture) / 1024;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Listen()
    {
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (said) said.Add(line);
        if (line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("warn:", StringComparison.Ordinal)) Console.WriteLine($"  server {line}");
    }

    private async Task UntilReady(Stopwatch clock)
    {
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = Address };
        while (clock.Elapsed < TimeSpan.FromSeconds(60))
        {
            if (process.HasExited) throw new InvalidOperationException($"The server stopped:\n{string.Join('\n', said)}");
            if (await IsReady(http))
            {
                ReadyAfter = clock.Elapsed;
                return;
            }

            await Task.Delay(5);
        }

        throw new TimeoutException($"The server was not ready in a minute:\n{string.Join('\n', said)}");
    }

    private static async Task<bool> IsReady(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
