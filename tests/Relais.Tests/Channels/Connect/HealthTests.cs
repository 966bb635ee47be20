using System.Net;
using System.Text.Json.Nodes;
using Relais.Server.Channels;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Connect;

/// <summary>What an administrator reads of how a channel is doing.</summary>
public sealed class HealthTests : IAsyncLifetime
{
    private PigeonPost post = null!;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    [Fact]
    public async Task A_new_channel_has_nothing_to_tell()
    {
        var health = await Health();
        health["lastReceivedAt"].ShouldBeNull();
        health["lastSentAt"].ShouldBeNull();
        (Count(health["unreadable"]), Count(health["uncertain"]), Count(health["toRead"]!["count"]), Count(health["toSend"]!["count"])).ShouldBe((0, 0, 0, 0));
        health["failures"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task It_tells_what_came_what_left_what_waits_and_why_answers_failed()
    {
        var row = await post.Write("Bonjour");
        await Hand(row, new Delivery.Sent("ring-1"));
        await Hand(row, new Delivery.Rejected("wings_clipped", "Both."));
        await Hand(row, new Delivery.Rejected("wings_clipped", "Both."));
        await Hand(row, new Delivery.Unknown("It flew into a cloud."));
        await post.Knock(post.ChannelId, post.Pigeon.Letter(() => throw new FormatException("This letter is wet.")));
        await post.App.UntilNothingWaits();
        var before = post.App.Clock.GetUtcNow() - TimeSpan.FromSeconds(1);
        await PigeonPost.Answer(post.Ana, row.Id(), "Pas encore partie");

        var health = await Health();

        health["lastReceivedAt"].ShouldNotBeNull();
        health["lastSentAt"].ShouldNotBeNull();
        (Count(health["unreadable"]), Count(health["uncertain"]), Count(health["toRead"]!["count"]), Count(health["toSend"]!["count"])).ShouldBe((1, 1, 0, 1));
        health["toSend"]!["since"]!.GetValue<DateTimeOffset>().ShouldBeGreaterThanOrEqualTo(before);
        var failure = health["failures"]!.AsArray().ShouldHaveSingleItem()!;
        (failure.Text("code"), Count(failure["count"])).ShouldBe(("wings_clipped", 2));
        (await post.Ana.Send(HttpMethod.Get, $"channels/{post.ChannelId}/health")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task Hand(JsonNode row, Delivery ending)
    {
        post.Pigeon.Hand = (_, _) => Task.FromResult(ending);
        await PigeonPost.Answer(post.Ana, row.Id(), "Bonjour");
        await post.App.UntilNothingWaits();
    }

    private async Task<JsonNode> Health() => await post.Shop.Diane.Get($"channels/{post.ChannelId}/health");

    private static int Count(JsonNode? number) => number!.GetValue<int>();
}
