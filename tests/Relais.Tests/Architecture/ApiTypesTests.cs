using System.Diagnostics;
using System.Text.RegularExpressions;
using Relais.Tests.Testing;

namespace Relais.Tests.Architecture;

/// <summary>The browser app's types of the API are what the server says, not what somebody once typed.</summary>
public sealed partial class ApiTypesTests
{
    private const string Written = "src/web/api/generated/schema.ts";

    [Fact]
    public async Task The_types_of_the_app_are_those_the_server_describes()
    {
        await using var app = await RelaisApp.Empty();
        using var visitor = app.Visitor();
        var description = await visitor.Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);

        var described = await Generate(description, TestContext.Current.CancellationToken);
        var written = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, Written), TestContext.Current.CancellationToken);
        FirstDifference(written, described).ShouldBeNull($"{Written} is not what the server describes: run bin/api and commit what it writes.");
    }

    [Fact]
    public void No_shape_of_the_API_is_typed_by_hand() => TypedByHand(SourceTree.Files("src/web/api", "types.ts")).ShouldBeEmpty();

    [Theory]
    [InlineData("export interface Team { id: string }", true)]
    [InlineData("export type Team = { id: string };", true)]
    [InlineData("export type Team = Schemas[\"TeamView\"];", false)]
    public void A_shape_that_is_typed_by_hand_is_found(string line, bool found) =>
        TypedByHand([new SourceFile("src/web/api/types.ts", line)]).Any().ShouldBe(found);

    private static IEnumerable<string> TypedByHand(IEnumerable<SourceFile> files) =>
        files.SelectMany(file => file.Where(line => line.StartsWith("export", StringComparison.Ordinal) && !Alias().IsMatch(line)));

    /// <summary>A missing file, and a mere difference in the last line, are told too.</summary>
    private static string? FirstDifference(string written, string described)
    {
        var (ours, theirs) = (written.Split('\n'), described.Split('\n'));
        var at = Enumerable.Range(0, Math.Max(ours.Length, theirs.Length)).FirstOrDefault(line => ours.ElementAtOrDefault(line) != theirs.ElementAtOrDefault(line), -1);
        return at < 0 ? null : $"line {at + 1}: \"{ours.ElementAtOrDefault(at)?.Trim()}\" is described as \"{theirs.ElementAtOrDefault(at)?.Trim()}\"";
    }

    private static async Task<string> Generate(string description, CancellationToken cancel)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["scripts/schema/write.mjs"])
        {
            WorkingDirectory = Path.Combine(SourceTree.Root, "src/web"),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, complaint) = (node.StandardOutput.ReadToEndAsync(cancel), node.StandardError.ReadToEndAsync(cancel));
        await node.StandardInput.WriteAsync(description.AsMemory(), cancel);
        node.StandardInput.Close();
        await node.WaitForExitAsync(cancel);
        node.ExitCode.ShouldBe(0, $"{await complaint}\nAre the packages of src/web there? bin/build brings them.");
        return await output;
    }

    [GeneratedRegex("""^export type \w+ = (Schemas|\w+)\["\w+"\];$""")]
    private static partial Regex Alias();
}
