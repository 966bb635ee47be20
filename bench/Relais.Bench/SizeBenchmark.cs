using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Relais.Bench;

/// <summary>What a browser downloads, as the front ends' own measure says it.</summary>
internal static partial class SizeBenchmark
{
    public static async Task Run(Report report)
    {
        Show(report, "inbox route, script (brotli)", 150, KilobytesOfInbox().Match(await Npm("web")));
        var widget = await Npm("messenger");
        Show(report, "widget's loader (brotli)", 3, BytesOfLoader().Match(widget), 1024);
        Show(report, "widget, opened (brotli)", 30, BytesOfOpened().Match(widget), 1024);
    }

    private static void Show(Report report, string name, double most, Match found, double unit = 1)
    {
        if (found.Success) report.AtMost("-", name, "KB", [double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) / unit], most);
        else report.Note($"{name}: could not be measured, npm run size did not say it.");
    }

    private static async Task<string> Npm(string program)
    {
        var start = new ProcessStartInfo("npm", ["run", "size", "--silent"])
        {
            WorkingDirectory = Path.Combine(Paths.Root, "src", program), UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var npm = Process.Start(start)!;
        var said = npm.StandardOutput.ReadToEndAsync();
        await npm.StandardError.ReadToEndAsync();
        await npm.WaitForExitAsync();
        return await said;
    }

    [GeneratedRegex(@"([\d.]+) KB +conversations/Inbox", RegexOptions.None, 1000)]
    private static partial Regex KilobytesOfInbox();

    [GeneratedRegex(@"loader: (\d+) of", RegexOptions.None, 1000)]
    private static partial Regex BytesOfLoader();

    [GeneratedRegex(@"opened: (\d+) of", RegexOptions.None, 1000)]
    private static partial Regex BytesOfOpened();
}
