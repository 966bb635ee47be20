namespace Relais.Tests.Architecture;

/// <summary>Each guard over a planted offence: a guard that cannot fail guards nothing.</summary>
public sealed class GuardsFindOffencesTests
{
    private static readonly ChannelFolder Pigeon = new("Pigeon", ["PigeonChannel"]);

    [Theory]
    [InlineData("using Npgsql;", true)]
    [InlineData("options.UseSqlite(path)", true)]
    [InlineData("options.Use(path)", false)]
    public void A_database_named_outside_persistence_is_found(string line, bool found)
    {
        Guards.NamesADatabase([new SourceFile("src/Relais.Server/Contacts/X.cs", line)]).Any().ShouldBe(found);
        Guards.NamesADatabase([new SourceFile("src/Relais.Server/Persistence/X.cs", line)]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("using Relais.Server.Channels.Pigeon;", true)]
    [InlineData("new PigeonChannel()", true)]
    [InlineData("if (channel.kind === 'pigeon')", true)]
    [InlineData("""if (channel.Kind == "pigeon")""", true)]
    [InlineData("// sent by pigeon post", false)]
    public void A_channel_named_outside_its_folder_is_found(string line, bool found)
    {
        Guards.NamesAChannel([new SourceFile("src/web/conversations/X.ts", line)], [Pigeon]).Any().ShouldBe(found);
        Guards.NamesAChannel([new SourceFile(Pigeon.Path + "X.cs", line)], [Pigeon]).ShouldBeEmpty();
    }

    [Fact]
    public void A_channel_without_texts_or_contract_is_found() =>
        Guards.Incomplete(Pigeon with { Kind = typeof(Greedy) }, [Pigeon.Path + "fr.json"], [typeof(Modest)]).Count().ShouldBe(4);

    [Fact]
    public void A_long_file_is_found()
    {
        Guards.TooLong([new SourceFile("x", string.Join('\n', Enumerable.Repeat("x", 401)))]).ShouldHaveSingleItem();
        Guards.TooLong([new SourceFile("x", string.Join('\n', Enumerable.Repeat("x", 400)))]).ShouldBeEmpty();
    }

    [Fact]
    public void A_greedy_constructor_is_found() => Guards.Greedy([typeof(Greedy), typeof(Modest)]).ShouldHaveSingleItem();

    [Fact]
    public void A_pattern_word_is_found() =>
        Guards.PatternWord([typeof(PigeonManager), typeof(Greedy)]).ShouldHaveSingleItem().ShouldContain("PigeonManager");

    [Fact]
    public void A_public_setter_is_found() => Guards.Settable([typeof(PigeonManager), typeof(Modest)]).ShouldHaveSingleItem().ShouldContain("Name");

    private sealed class PigeonManager
    {
        public string Name { get; set; } = "";
    }

    private sealed class Greedy
    {
        public Greedy(int a, int b, int c, int d, int e, int f, int g) => Sum = a + b + c + d + e + f + g;

        public int Sum { get; private set; }
    }

    private sealed class Modest
    {
        public int Sum { get; init; }
    }
}
