using System.Runtime.CompilerServices;

namespace Relais.Tests.Architecture;

/// <summary>The files of this repository, as the guards read them.</summary>
public static class SourceTree
{
    private static readonly string[] Skipped = ["/bin/Debug/", "/bin/Release/", "/obj/", "/node_modules/", "/dist/", "/wwwroot/", "/Migrations/", "/Compiled/", "/generated/"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every file under a folder whose name ends in one of the endings.</summary>
    public static IReadOnlyList<SourceFile> Files(string folder, params string[] endings)
    {
        var path = Path.Combine(Root, folder);
        if (!Directory.Exists(path)) return [];

        return
        [
            .. from file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
               let relative = Path.GetRelativePath(Root, file).Replace('\\', '/')
               where endings.Any(ending => relative.EndsWith(ending, StringComparison.Ordinal))
               where !Skipped.Any(part => relative.Contains(part, StringComparison.Ordinal))
               orderby relative
               select new SourceFile(relative, File.ReadAllText(file)),
        ];
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Relais.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests must run where their sources are.");
    }
}

/// <summary>One file, with its path from the root of the repository.</summary>
public sealed record SourceFile(string Path, string Text)
{
    public string[] Lines { get; } = Text.TrimEnd('\n').Split('\n');

    public bool IsIn(string folder) => Path.StartsWith(folder, StringComparison.Ordinal);

    /// <summary>Its lines that match, as one readable sentence each.</summary>
    public IEnumerable<string> Where(Func<string, bool> offends) =>
        Lines.Select((line, index) => (line, index)).Where(it => offends(it.line)).Select(it => $"{Path}:{it.index + 1} {it.line.Trim()}");
}
