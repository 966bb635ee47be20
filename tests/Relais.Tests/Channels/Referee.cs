using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Relais.Tests.Channels;

/// <summary>A program no one here wrote, which says whether a channel speaks its provider's language; see <c>tests/referees</c>.</summary>
public sealed class Referee : IDisposable
{
    private static readonly Lazy<Task> Installed = new(Install);

    private readonly Process process;

    private Referee(Process process) => this.process = process;

    /// <summary>One that stays: it is ready when it has said its first line.</summary>
    public static async Task<Referee> Start(string script, params string[] arguments)
    {
        var referee = new Referee(await Run(script, arguments));
        if (await referee.process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is null) throw new InvalidOperationException($"{script} ended without a word.");

        return referee;
    }

    /// <summary>One that is asked once: what it said.</summary>
    public static async Task<string> Ask(string script, params string[] arguments)
    {
        using var once = await Run(script, arguments);
        var said = await once.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await once.WaitForExitAsync(TestContext.Current.CancellationToken);
        return once.ExitCode == 0 ? said.Trim() : throw new InvalidOperationException($"{script} ended with {once.ExitCode}: {said}");
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    private static async Task<Process> Run(string script, string[] arguments)
    {
        await Installed.Value;
        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = Folder() };
        start.ArgumentList.Add(script);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("Node did not start.");
    }

    /// <summary>As <c>bin/test</c> has done beforehand, for those who run one class only.</summary>
    private static async Task Install()
    {
        using var install = Process.Start(new ProcessStartInfo(Path.Combine(Folder(), "install")) { UseShellExecute = false, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("The referees could not be installed.");
        await install.StandardOutput.ReadToEndAsync();
        await install.WaitForExitAsync();
        if (install.ExitCode != 0) throw new InvalidOperationException("npm could not install the referees.");
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../referees"));
}
