using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Tests.Testing;

namespace Relais.Tests.Storm;

/// <summary>Providers repeat themselves and deliver in parallel: one message stays one message, one contact one contact.</summary>
public sealed class AtOnceTests : IAsyncLifetime
{
    private Shop shop = null!;
    private Guid channel;
    private HttpClient provider = null!;

    public async ValueTask InitializeAsync()
    {
        shop = await Shop.Open();
        provider = shop.App.CreateClient();
        var connected = await shop.Diane.Post("channels", new
        {
            kind = "whatsapp",
            name = "WhatsApp Maison Lune",
            settings = WhatsAppWebhook.Settings("http://127.0.0.1:9"),
        });
        channel = (connected["channel"] ?? connected).Id();
    }

    [Fact]
    public async Task The_same_webhook_fifty_times_at_once_makes_one_message()
    {
        var body = WhatsAppWebhook.Text("33600000001", "Zoé", "wamid.same", "Bonjour");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Deliver(body)));
        await shop.App.UntilNothingWaits();

        answers.ShouldAllBe(answer => answer == 200);
        (await Counts()).ShouldBe((Contacts: 1, Threads: 1, Conversations: 1, Messages: 1));
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task An_album_of_ten_images_in_parallel_from_a_new_contact_makes_one_conversation()
    {
        var bodies = Enumerable.Range(1, 10).Select(number => WhatsAppWebhook.Message(
            "33600000002", "Yann", $"wamid.album{number}", "image", new { id = $"media{number}", mime_type = "image/jpeg", sha256 = "x" }));

        var answers = await Task.WhenAll(bodies.Select(Deliver));
        await shop.App.UntilNothingWaits();

        answers.ShouldAllBe(answer => answer == 200);
        (await Counts()).ShouldBe((Contacts: 1, Threads: 1, Conversations: 1, Messages: 10));
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_webhook_with_a_wrong_signature_stores_nothing()
    {
        var body = WhatsAppWebhook.Text("33600000003", "Zoé", "wamid.forged", "Bonjour");

        (await WhatsAppWebhook.Deliver(provider, channel, body, WhatsAppWebhook.Sign(body + " "))).ShouldBe(401);
        (await WhatsAppWebhook.Deliver(provider, channel, body, "")).ShouldBe(401);

        (await shop.App.Look(db => db.Journal.IgnoreQueryFilters().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_answer_sent_ten_times_at_once_is_one_answer()
    {
        await Deliver(WhatsAppWebhook.Text("33600000004", "Zoé", "wamid.question", "Bonjour"));
        await shop.App.UntilNothingWaits();
        var conversation = (await shop.Ana.Get("conversations?state=new")).Items().Single().Id();
        var answer = new { clientId = Guid.CreateVersion7(), text = "Bonjour Zoé", uploadIds = Array.Empty<Guid>() };

        var ids = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ => (await shop.Ana.Post($"conversations/{conversation}/messages", answer)).Id()));

        ids.Distinct().ShouldHaveSingleItem();
        (await shop.App.Look(db => db.Messages.IgnoreQueryFilters().CountAsync(message => message.Direction == Direction.Out))).ShouldBe(1);
    }

    /// <summary>Who holds the thread needs no second connection, for those who wait for it may have the last.</summary>
    [Fact]
    public async Task Answers_that_wait_for_their_thread_leave_it_the_connections_it_needs()
    {
        await Deliver(WhatsAppWebhook.Text("33600000005", "Zoé", "wamid.question", "Bonjour"));
        await shop.App.UntilNothingWaits();
        var row = (await shop.Ana.Get("conversations?state=new")).Items().Single();
        var answers = new List<Task>();

        await shop.App.Look(async db =>
        {
            await using var turn = await db.BeginWrite(TestContext.Current.CancellationToken);
            await db.Dialect.LockThreads(db, [row.Id("threadId")], TestContext.Current.CancellationToken);
            answers.AddRange(Enumerable.Range(0, 10).Select(_ => shop.Ana.Post($"conversations/{row.Id()}/messages", new { clientId = Guid.CreateVersion7(), text = "Bonjour Zoé" })));
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            shop.App.Clock.Advance(TimeSpan.FromSeconds(5)); // What is remembered of the channel is old: it must be read again.
            return true;
        });

        await Task.WhenAll(answers);
    }

    public async ValueTask DisposeAsync()
    {
        provider.Dispose();
        await shop.DisposeAsync();
    }

    private Task<int> Deliver(string body) => WhatsAppWebhook.Deliver(provider, channel, body);

    private Task<(int Contacts, int Threads, int Conversations, int Messages)> Counts() => shop.App.Look(async db => (
        await db.Contacts.IgnoreQueryFilters().CountAsync(),
        await db.Threads.IgnoreQueryFilters().CountAsync(),
        await db.Conversations.IgnoreQueryFilters().CountAsync(),
        await db.Messages.IgnoreQueryFilters().CountAsync()));
}
