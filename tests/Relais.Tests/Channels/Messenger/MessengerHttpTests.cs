using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Channels.Messenger;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Messenger;

/// <summary>What a visitor may do and see through the doors of a messenger.</summary>
public sealed class MessengerHttpTests
{
    [Fact]
    public async Task What_a_visitor_writes_is_in_the_journal_when_he_gets_his_answer()
    {
        await using var scene = await MessengerScene.Open();
        var zoe = scene.Browser();
        await zoe.Enter();
        var clientId = Guid.CreateVersion7();

        (await zoe.Write("Bonjour", clientId)).ShouldBe(HttpStatusCode.Created);

        var keys = await scene.App.Look(db => db.Journal.IgnoreQueryFilters().Select(row => row.Key).ToListAsync());
        keys.ShouldBe([$"message/{zoe.Visitor}/{clientId}"]);
        await scene.App.ShouldBeSound();
        (await zoe.Messages()).ShouldHaveSingleItem()["clientId"]!.GetValue<Guid>().ShouldBe(clientId);
    }

    [Fact]
    public async Task The_same_client_id_again_changes_nothing()
    {
        await using var scene = await MessengerScene.Open();
        var zoe = scene.Browser();
        await zoe.Enter();
        var clientId = Guid.CreateVersion7();

        (await zoe.Write("Bonjour", clientId)).ShouldBe(HttpStatusCode.Created);
        var again = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => zoe.Write("Bonjour", clientId)));
        await scene.App.ShouldBeSound();

        again.ShouldAllBe(status => status == HttpStatusCode.OK);
        (await zoe.Texts()).ShouldBe(["Bonjour"]);
    }

    [Fact]
    public async Task A_visitor_sees_only_his_own_thread()
    {
        await using var scene = await MessengerScene.Open();
        var zoe = await scene.Zoe("Je suis Zoé");
        var yann = scene.Browser();
        await yann.Enter();
        (await yann.Messages()).ShouldBeEmpty();
        var sameId = (await zoe.Messages())[0]["clientId"]!.GetValue<Guid>();
        await yann.Write("Je suis Yann", sameId);
        await scene.Answer(zoe, "Pour Zoé");
        await scene.App.UntilNothingWaits();

        (await zoe.Texts()).ShouldBe(["Je suis Zoé", "Pour Zoé"]);
        (await yann.Texts()).ShouldBe(["Je suis Yann"]);
    }

    [Fact]
    public async Task Notes_and_answers_that_can_still_be_taken_back_are_not_his_to_see()
    {
        await using var scene = await MessengerScene.Open();
        var zoe = await scene.Zoe();
        await scene.Annotate(zoe, "Cliente difficile");
        await scene.Answer(zoe, "Un instant", TimeSpan.FromSeconds(5));

        (await zoe.Texts()).ShouldBe(["Bonjour"]);
        (await zoe.Messages("?after=0")).Select(message => message.Text("text")).ShouldBe(["Bonjour"]);

        var heard = await zoe.Listen(1, "message", lastEventId: "0", meanwhile: () => Task.CompletedTask);
        heard.ShouldAllBe(item => item.Data.Contains("Bonjour"));

        await scene.App.UntilNothingWaits();
        var messages = await zoe.Messages();
        messages.Select(message => message.Text("text")).ShouldBe(["Bonjour", "Un instant"]);
        messages[1].Text("author").ShouldBe("Ana", "a first name is enough");
        messages[1].ToJsonString().ShouldNotContain("Moreau");
    }

    [Theory]
    [InlineData("", "message.empty")]
    [InlineData("   ", "message.empty")]
    [InlineData(null, "message.too_long")]
    public async Task Nothing_and_too_much_are_refused(string? text, string code)
    {
        await using var scene = await MessengerScene.Open();
        var zoe = scene.Browser();
        await zoe.Enter();
        using var answer = await zoe.Send(HttpMethod.Post, "messages", new { clientId = Guid.CreateVersion7(), text = text ?? new string('x', 4001) });

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Code(answer)).ShouldBe(code);
    }

    [Fact]
    public async Task Nobody_reads_or_writes_without_a_token_of_this_channel()
    {
        await using var scene = await MessengerScene.Open();
        var zoe = await scene.Zoe();
        var elsewhere = scene.Browser(scene.OtherChannelId);
        elsewhere.Token = zoe.Token;
        var forged = scene.Browser();
        forged.Token = zoe.Token![..^1] + (zoe.Token[^1] == 'A' ? 'B' : 'A');

        foreach (var browser in new[] { scene.Browser(), elsewhere, forged })
        {
            foreach (var door in new[] { "messages", "stream" })
                (await browser.Send(HttpMethod.Get, door)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            foreach (var door in new[] { "messages", "typing", "read", "delivered" })
                (await browser.Send(HttpMethod.Post, door, new { clientId = Guid.CreateVersion7(), text = "x", on = true, messageId = Guid.Empty, messageIds = Array.Empty<Guid>() }))
                    .StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await browser.Upload("a.txt", "text/plain", "x"u8.ToArray())).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task The_store_knows_no_token()
    {
        await using var scene = await MessengerScene.Open();
        var zoe = await scene.Zoe();
        var kept = await scene.App.Look(db => db.ChannelStates.Select(row => row.Key + row.Value).ToListAsync());

        kept.ShouldNotBeEmpty();
        kept.ShouldAllBe(row => !row.Contains(zoe.Token!));
    }

    [Fact]
    public async Task Leaving_ends_the_token()
    {
        await using var scene = await MessengerScene.Open();
        var zoe = await scene.Zoe();
        (await zoe.Send(HttpMethod.Delete, "visitors")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await zoe.Send(HttpMethod.Get, "messages")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_unknown_channel_is_not_found() => await With(async scene =>
        (await scene.Browser(Guid.CreateVersion7()).Send(HttpMethod.Get, "config")).StatusCode.ShouldBe(HttpStatusCode.NotFound));

    [Fact]
    public async Task What_arrived_and_was_read_moves_the_marks_of_ones_own_answers_only()
    {
        await using var scene = await MessengerScene.Open();
        var zoe = await scene.Zoe();
        var answer = await scene.Answer(zoe, "Bonjour Zoé");
        await scene.App.UntilNothingWaits();
        var yann = await scene.Zoe("Je suis Yann");

        await yann.Send(HttpMethod.Post, "delivered", new { messageIds = new[] { answer } });
        await yann.Send(HttpMethod.Post, "read", new { messageId = answer });
        await scene.App.UntilNothingWaits();
        (await scene.Stored(answer)).Delivery.ShouldBe(DeliveryStatus.Sent);

        await zoe.Send(HttpMethod.Post, "delivered", new { messageIds = new[] { answer } });
        await scene.App.UntilNothingWaits();
        (await scene.Stored(answer)).Delivery.ShouldBe(DeliveryStatus.Delivered);

        await zoe.Send(HttpMethod.Post, "read", new { messageId = answer });
        await scene.App.ShouldBeSound();
        (await scene.Stored(answer)).Delivery.ShouldBe(DeliveryStatus.Read);
    }

    [Fact]
    public async Task When_we_read_the_visitor_learns_it()
    {
        await using var scene = await MessengerScene.Open();
        var zoe = await scene.Zoe();
        var threadId = await scene.ThreadOf(zoe);

        var heard = await zoe.Listen(2, "read typing", meanwhile: () =>
        {
            var signals = scene.App.Services.GetRequiredService<Signals>();
            signals.Read(threadId);
            signals.Typing(threadId, true);
            return Task.CompletedTask;
        });

        heard.Select(item => item.EventType).ShouldBe(["read", "typing"]);
        var (page, written) = (await zoe.Page(), (await zoe.Messages())[0]["at"]!.GetValue<DateTimeOffset>());
        page["seenAt"]!.GetValue<DateTimeOffset>().ShouldBe(written);
        JsonNode.Parse(heard[0].Data)!["at"]!.GetValue<DateTimeOffset>().ShouldBe(written);
    }

    [Fact]
    public async Task Too_fast_is_told_so()
    {
        await using var scene = await MessengerScene.Open();
        var zoe = scene.Browser();
        await zoe.Enter();
        var statuses = new List<HttpStatusCode>();
        for (var index = 0; index < 40 && !statuses.Contains(HttpStatusCode.TooManyRequests); index++) statuses.Add(await zoe.Write("encore"));

        statuses.ShouldContain(HttpStatusCode.TooManyRequests);
        statuses.Count.ShouldBeGreaterThan(15, "people are not held up");
        var yann = scene.Browser();
        await yann.Enter();
        (await yann.Write("Bonjour")).ShouldBe(HttpStatusCode.Created, "one visitor does not slow another");
    }

    [Fact]
    public async Task Old_pages_are_reached_by_their_cursor()
    {
        await using var scene = await MessengerScene.Open();
        var zoe = scene.Browser();
        await zoe.Enter();
        for (var index = 1; index <= 7; index++)
        {
            await zoe.Write($"{index}");
            scene.App.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await scene.App.UntilNothingWaits();
        var seen = new List<string>();
        for (JsonNode? page = await zoe.Page("?limit=3"); page is not null; page = page["before"] is { } before ? await zoe.Page($"?limit=3&before={before}") : null)
            seen.InsertRange(0, page.Items().Select(message => message.Text("text")));

        seen.ShouldBe(["1", "2", "3", "4", "5", "6", "7"]);
    }

    internal static async Task<string> Code(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.Text("code");

    private static async Task With(Func<MessengerScene, Task> act)
    {
        await using var scene = await MessengerScene.Open();
        await act(scene);
    }
}
