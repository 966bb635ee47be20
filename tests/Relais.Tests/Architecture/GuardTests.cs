using System.Reflection;
using Relais.Server.Events;

namespace Relais.Tests.Architecture;

/// <summary>The house as it stands: every guard over every source.</summary>
[Trait("suite", "pure")]
public sealed class GuardTests
{
    private static readonly IReadOnlyList<SourceFile> Server = SourceTree.Files("src/Relais.Server", ".cs");
    private static readonly IReadOnlyList<SourceFile> Screens =
        [.. SourceTree.Files("src/web", ".ts", ".tsx").Where(file => !file.Path.Contains(".test.", StringComparison.Ordinal) && !file.IsIn("src/web/mock/"))];

    private static readonly Type[] OurTypes =
    [
        .. new[] { Assembly.Load("Relais.Domain"), typeof(Program).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("Relais.", StringComparison.Ordinal) == true && !type.Namespace.Contains(".Migrations", StringComparison.Ordinal) && !type.Namespace.Contains(".Compiled", StringComparison.Ordinal))
            .Where(type => !type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute))),
    ];

    [Fact]
    public void The_domain_references_only_the_base_library()
    {
        Guards.Foreign(Assembly.Load("Relais.Domain").GetReferencedAssemblies()).ShouldBeEmpty();
        Guards.Referenced(SourceTree.Files("src/Relais.Domain", ".csproj").ShouldHaveSingleItem()).ShouldBeEmpty();
    }

    [Fact]
    public void Only_persistence_names_a_database() => Guards.NamesADatabase(Server).ShouldBeEmpty();

    [Fact]
    public void Every_hub_method_declares_a_permission() => Guards.UndeclaredHubMethods(typeof(Program).Assembly.GetTypes()).ShouldBeEmpty();

    [Fact]
    public void The_live_line_says_only_what_is_described() => Guards.Undescribed(Server, typeof(LiveMessages)).ShouldBeEmpty();

    [Fact]
    public void No_one_names_a_concrete_channel_outside_its_folder() =>
        Guards.NamesAChannel([.. Server, .. Screens, .. SourceTree.Files("src/Relais.Domain", ".cs")], ChannelFolder.All).ShouldBeEmpty();

    [Fact]
    public void Every_channel_is_complete_and_keeps_the_contract()
    {
        var files = SourceTree.Files("src/Relais.Server/Channels", ".json", ".svg", ".md").Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        ChannelFolder.All.SelectMany(kind => Guards.Incomplete(kind, files, typeof(GuardTests).Assembly.GetTypes())).ShouldBeEmpty();
    }

    [Fact]
    public void No_file_is_longer_than_a_reader_can_hold() =>
        Guards.TooLong([.. Server, .. Screens, .. SourceTree.Files("src/Relais.Domain", ".cs"), .. SourceTree.Files("src/messenger", ".ts"), .. SourceTree.Files("tests", ".cs"), .. SourceTree.Files("bench", ".cs")])
            .ShouldBeEmpty();

    [Fact]
    public void No_constructor_asks_for_too_much() => Guards.Greedy(OurTypes).ShouldBeEmpty();

    [Fact]
    public void No_type_hides_behind_a_pattern_word() => Guards.PatternWord(OurTypes).ShouldBeEmpty();

    [Fact]
    public void Nobody_sets_the_state_of_an_entity_from_outside() =>
        Guards.Settable(OurTypes.Where(type => type.Namespace!.StartsWith("Relais.Domain", StringComparison.Ordinal) && type.IsClass)).ShouldBeEmpty();
}
