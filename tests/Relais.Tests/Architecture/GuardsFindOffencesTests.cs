using Microsoft.AspNetCore.SignalR;
using Relais.Domain.People;
using Relais.Server.Security;

namespace Relais.Tests.Architecture;

/// <summary>Each guard over a planted offence: a guard that cannot fail guards nothing.</summary>
[Trait("suite", "pure")]
public sealed class GuardsFindOffencesTests
{
    private static readonly ChannelFolder Pigeon = new("Pigeon", ["PigeonChannel"]);

    [Fact]
    public void A_reference_to_a_library_is_found() =>
        Guards.Foreign(typeof(GuardsFindOffencesTests).Assembly.GetReferencedAssemblies()).ShouldContain("Shouldly");

    [Theory]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk">""", false)]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk.Web">""", true)]
    [InlineData("""  <PackageReference Include="NodaTime" />""", true)]
    [InlineData("""  <ProjectReference Include="../Relais.Server/Relais.Server.csproj" />""", true)]
    [InlineData("""  <FrameworkReference Include="Microsoft.AspNetCore.App" />""", true)]
    public void A_reference_that_is_not_used_yet_is_found(string line, bool found) =>
        Guards.Referenced(new SourceFile("x.csproj", line)).Any().ShouldBe(found);

    [Fact]
    public void A_hub_method_that_declares_nothing_is_found() =>
        Guards.UndeclaredHubMethods([typeof(PigeonHub), typeof(Modest)]).ShouldHaveSingleItem().ShouldBe("PigeonHub.Coo");

    [Theory]
    [InlineData("hub.Clients.All.SendAsync(\"coo\", pigeon)", true)]
    [InlineData("hub.Clients.All\n    .SendAsync(\n\"coo\", pigeon)", true)]
    [InlineData("hub.Clients.All.SendAsync(\"sum\", 3)", false)]
    [InlineData("http.SendAsync(request, cancel)", false)]
    public void A_message_that_is_not_described_is_found(string text, bool found) =>
        Guards.Undescribed([new SourceFile("x", text)], typeof(Modest)).Any().ShouldBe(found);

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

    private sealed class PigeonHub : Hub
    {
        public override Task OnConnectedAsync() => Task.CompletedTask;

        [HubAccess(Permission.UseRelais)]
        public string Fly() => Context.ConnectionId;

        public string Coo() => Context.ConnectionId;
    }

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
