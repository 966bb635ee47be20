using System.Globalization;
using System.Text.Json.Nodes;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Messenger;

/// <summary>The visitor's live line: at once, in order, and nothing lost when it breaks.</summary>
public sealed class MessengerStreamTests
{
    [Fact]
    public async Task An_answer_reaches_an_open_line()
    {
        await using var scene = await MessengerScene.Open();
        var zoe = await scene.Zoe();

        var heard = await zoe.Listen(1, "message", meanwhile: async () =>
        {
            await scene.Answer(zoe, "Bonjour Zoé");
            await scene.App.UntilNothingWaits();
        });

        Texts(heard).ShouldBe(["Bonjour Zoé"]);
    }

    [Fact]
    public async Task A_line_opened_before_the_first_message_hears_it()
    {
        await using var scene = await MessengerScene.Open();
        var zoe = scene.Browser();
        await zoe.Enter();

        var heard = await zoe.Listen(1, "message", meanwhile: async () =>
        {
            await zoe.Write("Premier");
            await scene.App.UntilNothingWaits();
        });

        Texts(heard).ShouldBe(["Premier"]);
    }

    [Fact]
    public async Task Taking_up_where_it_stopped_loses_nothing_and_repeats_nothing()
    {
        await using var scene = await MessengerScene.Open();
        var zoe = await scene.Zoe();
        var position = (await zoe.Page())["position"]!.GetValue<long>();
        var before = await zoe.Listen(1, "message", $"{position}", async () =>
        {
            await scene.Answer(zoe, "1");
            await scene.App.UntilNothingWaits();
        });
        position = long.Parse(before[^1].EventId!, CultureInfo.InvariantCulture);

        foreach (var text in new[] { "2", "3", "4" })
        {
            await scene.Answer(zoe, text);
            await scene.App.UntilNothingWaits();
            scene.App.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var after = await zoe.Listen(3, "message", $"{position}");
        Texts(before).ShouldBe(["1"]);
        Texts(after).ShouldBe(["2", "3", "4"]);
    }

    [Fact]
    public async Task Who_comes_from_a_position_that_never_was_reads_anew()
    {
        await using var scene = await MessengerScene.Open();
        var zoe = await scene.Zoe();
        (await zoe.Listen(1, "reset message", "999999"))[0].EventType.ShouldBe("reset");
    }

    [Fact]
    public async Task A_line_hears_nothing_of_others()
    {
        await using var scene = await MessengerScene.Open();
        var zoe = await scene.Zoe();
        var yann = await scene.Zoe("Je suis Yann");

        var heard = await zoe.Listen(1, "message", meanwhile: async () =>
        {
            await scene.Answer(yann, "Pour Yann");
            await scene.App.UntilNothingWaits();
            await scene.Answer(zoe, "Pour Zoé");
            await scene.App.UntilNothingWaits();
        });

        Texts(heard).ShouldBe(["Pour Zoé"]);
    }

    private static IEnumerable<string> Texts(IEnumerable<System.Net.ServerSentEvents.SseItem<string>> heard) =>
        heard.Select(item => JsonNode.Parse(item.Data)!["message"]!.Text("text")).Distinct();
}
