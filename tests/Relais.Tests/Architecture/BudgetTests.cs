using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Relais.Tests.Architecture;

/// <summary>The ten longest functions and files, for everyone to see at every run; a budget nobody sees is not kept.</summary>
[Trait("suite", "pure")]
public sealed class BudgetTests
{
    [Fact]
    public void The_longest_functions_and_files_are_known()
    {
        var files = SourceTree.Files("src", ".cs").Concat(SourceTree.Files("src", ".ts", ".tsx")).ToList();
        var functions = files.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(Functions).ToList();
        string[] report =
        [
            $"functions: {functions.Count}, 95 % have at most {Percentile(functions.ConvertAll(it => it.Length), 95)} lines; the longest:",
            .. functions.OrderByDescending(it => it.Length).Take(10).Select(it => $"{it.Length,6}  {it.Name}"),
            $"files: {files.Count}, half have at most {Percentile(files.ConvertAll(it => it.Lines.Length), 50)} lines, 95 % at most {Percentile(files.ConvertAll(it => it.Lines.Length), 95)}; the longest:",
            .. files.OrderByDescending(it => it.Lines.Length).Take(10).Select(it => $"{it.Lines.Length,6}  {it.Path}"),
        ];

        var results = Path.Combine(SourceTree.Root, "TestResults");
        if (Directory.Exists(results)) File.WriteAllLines(Path.Combine(results, "budgets.txt"), report);
        Percentile(functions.ConvertAll(it => it.Length), 95).ShouldBeLessThanOrEqualTo(25, string.Join('\n', report));
    }

    private static IEnumerable<(string Name, int Length)> Functions(SourceFile file) =>
        from method in CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
        where method.Body is not null
        let braces = method.Body!.GetLocation().GetLineSpan()
        select ($"{file.Path}:{braces.StartLinePosition.Line} {Named(method)}", Math.Max(0, braces.EndLinePosition.Line - braces.StartLinePosition.Line - 1));

    private static string Named(BaseMethodDeclarationSyntax method) => method switch
    {
        MethodDeclarationSyntax named => named.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        _ => method.Kind().ToString(),
    };

    private static int Percentile(List<int> lengths, int percent)
    {
        if (lengths.Count == 0) return 0;

        var sorted = lengths.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
    }
}
