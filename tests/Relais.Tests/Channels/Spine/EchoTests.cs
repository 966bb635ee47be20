using System.Text.Json.Nodes;
using Relais.Domain.Contacts;
using Relais.Server.Channels;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Channels.Spine;

/// <summary>What a provider tells of our own answers without our id: it settles them, and stands there once.</summary>
public sealed class EchoTests : IAsyncLifetime
{
    private static readonly TimeSpan UntilItLeaves = TimeSpan.FromSeconds(5.2);

    private PigeonPost post = null!;
    private JsonNode row = null!;

    public async ValueTask InitializeAsync()
    {
        post = await PigeonPost.Open();
        row = await post.Write("Bonjour");
    }

    public ValueTask DisposeAsync() => post.DisposeAsync();

    [Fact]
    public async Task Told_of_before_the_provider_has_answered_it_stands_once()
    {
        var stuck = new TaskCompletionSource<Delivery>();
        post.Pigeon.Hand = (_, _) => stuck.Task;
        var answer = await Answer(post.Ana, row.Id(), "Bonjour Zoé");
        await Leave();

        await post.Bring(Echo("mid-1", "Bonjour Zoé"), Echo("mid-1", "Bonjour Zoé"));
        stuck.SetResult(new Delivery.Sent("mid-1"));
        await post.App.UntilNothingWaits();

        (await Answers()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(it => it.Id().ShouldBe(answer.Id()), it => it.Text("delivery", "status").ShouldBe("sent"));
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task It_settles_an_answer_whose_sending_ended_unknown_and_nothing_is_sent_again()
    {
        post.Pigeon.Hand = (_, _) => Task.FromResult<Delivery>(new Delivery.Unknown("The line broke."));
        await Answer(post.Ana, row.Id(), "Bonjour Zoé");
        await Leave();
        await post.Until(async _ => await Soon(Task.FromResult((await Answers()).Single().Text("delivery", "status") == "unknown")));

        await post.Bring(Echo("mid-1", "Bonjour Zoé"));
        await post.App.UntilNothingWaits();

        (await Answers()).ShouldHaveSingleItem().Text("delivery", "status").ShouldBe("sent");
        post.Pigeon.Flights.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Other_words_were_written_elsewhere()
    {
        var stuck = new TaskCompletionSource<Delivery>();
        post.Pigeon.Hand = (_, _) => stuck.Task;
        await Answer(post.Ana, row.Id(), "Bonjour Zoé");
        await Leave();

        await post.Bring(Echo("mid-2", "Du téléphone"));
        stuck.SetResult(new Delivery.Sent("mid-1"));
        await post.App.UntilNothingWaits();

        (await Answers()).Select(message => message.Text("text")).ShouldBe(["Bonjour Zoé", "Du téléphone"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_same_words_of_an_answer_that_arrived_long_ago_were_written_elsewhere_too()
    {
        await Answer(post.Ana, row.Id(), "Merci");
        await post.App.UntilNothingWaits();

        await post.Bring(Echo("mid-2", "Merci"));

        (await Answers()).Count.ShouldBe(2);
    }

    private EchoIn Echo(string id, string text) => new(new Sender(["zoe"], new Profile()), id, post.App.Clock.GetUtcNow()) { Text = text, MayBeOurs = true };

    private async Task Leave()
    {
        post.App.Clock.Advance(UntilItLeaves);
        await post.Until(_ => Soon(Task.FromResult(!post.Pigeon.Flights.IsEmpty)));
    }

    /// <summary>The workers look up now and then by the clock of the test.</summary>
    private Task<bool> Soon(Task<bool> comes)
    {
        post.App.Clock.Advance(TimeSpan.FromMilliseconds(20));
        return comes;
    }

    private async Task<List<JsonNode>> Answers() => [.. (await post.Messages(row.Id("threadId"))).Where(message => message.Text("direction") == "out")];
}
