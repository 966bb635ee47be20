using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Channels;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Organisations;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Tests.Testing;

/// <summary>The checker must find what is wrong: each test breaks one thing and looks for its sentence.</summary>
public sealed class InvariantsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private TestDatabase database = null!;
    private ServiceProvider services = null!;
    private RelaisDb db = null!;
    private Channel channel = null!;
    private Thread thread = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.Create();
        services = database.Services();
        db = services.CreateScope().ServiceProvider.GetRequiredService<RelaisDb>();

        var shop = new Organisation("Maison Lune", "fr", Noon);
        channel = new Channel(shop.Id, "pigeon", "Pigeons", "{}", Actor.System, Noon);
        var zoe = new Contact(shop.Id, new Profile("Zoé"), Noon);
        thread = new Thread(shop.Id, channel.Id, zoe, Visibility.Private, null, Noon);
        db.AddRange(shop, channel, zoe, new ContactIdentity(zoe, channel.Id, "zoe", Noon), thread);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_store_that_was_only_set_up_has_no_breach() => (await Breaches()).ShouldBeEmpty();

    [Fact]
    public async Task A_conversation_that_is_not_counted_is_found()
    {
        await Add(thread.Open(Actor.System, Noon));
        (await Breaches()).ShouldContain(it => it.StartsWith("I24", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_conversation_without_a_history_is_found()
    {
        await Add(thread.Open(Actor.System, Noon));
        (await Breaches()).ShouldContain(it => it.StartsWith("I18", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_is_counted_under_a_tag_it_does_not_have_is_found()
    {
        var open = thread.Open(Actor.System, Noon);
        var message = Message.FromContact(open, new MessageContent(MessageKind.Text, "Merci"), "letter-1", Actor.System, Noon, Noon);
        await Add(open, message, new MessageTagRow { MessageId = message.Id, ConversationId = open.Id, TagId = Ids.Next(), OrganisationId = open.OrganisationId });
        (await Breaches()).ShouldContain(it => it.Contains("says 0 tags and is counted under 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hole_in_the_feed_is_found()
    {
        await Add(Event(1, "memberChanged"), Event(3, "memberChanged"));
        (await Breaches()).Count(it => it.StartsWith("I16", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_history_that_skips_a_step_is_found()
    {
        var conversation = Guid.CreateVersion7();
        await Add(Event(1, "conversationOpened", conversation), Event(2, "conversationReturned", conversation));
        (await Breaches()).ShouldContain(it => it.Contains("conversationReturned at 2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_delivery_that_goes_back_is_found()
    {
        var (conversation, message) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        string Delivery(string status) => $$"""{"message":{"id":"{{message}}","delivery":{"status":"{{status}}" } } }""";
        await Add(
            Event(1, "messageDelivery", conversation, Delivery("delivered")),
            Event(2, "messageDelivery", conversation, Delivery("sent")));
        (await Breaches()).ShouldContain(it => it.StartsWith("I2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_journal_row_left_behind_is_found()
    {
        await Add(new JournalRow { OrganisationId = channel.OrganisationId, ChannelId = channel.Id, Key = "k", Body = [1], ReceivedAt = Noon, DueAt = Noon });
        (await Breaches()).ShouldContain(it => it.StartsWith("I1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_orphan_is_found()
    {
        var conversation = thread.Open(Actor.System, Noon);
        await Add(Message.FromContact(conversation, new MessageContent(MessageKind.Text, "Bonjour"), "m1", new Actor(ActorKind.Contact, null, "Zoé"), Noon, Noon));
        (await Breaches()).ShouldContain(it => it.StartsWith("I4: message", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_acknowledged_and_is_not_stored_is_found()
    {
        var ledger = new Delivered(channel.Id, "m1", "zoe", 1, Acknowledged: true);
        (await Checker().OfTheDoor([ledger])).ShouldHaveSingleItem().ShouldStartWith("I1");
        (await Checker().OfTheDoor([ledger with { Acknowledged = false }])).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_sent_twice_is_found_unless_the_acknowledgement_got_lost()
    {
        var conversation = thread.Open(Actor.System, Noon);
        var answer = Message.ToContact(conversation, new MessageContent(MessageKind.Text, "Bonjour"), Guid.CreateVersion7(), new Actor(ActorKind.Member, null, "Ana"), Noon, TimeSpan.Zero);
        answer.Deliver(new DeliveryReport(DeliveryStatus.Sent, Noon, "x1"), Noon);
        await Add(conversation, answer);

        (await Checker().OfTheAnswers([], [new Taken(answer.Id, false), new Taken(answer.Id, false)])).ShouldHaveSingleItem().ShouldStartWith("I6");
        (await Checker().OfTheAnswers([], [new Taken(answer.Id, true), new Taken(answer.Id, false)])).ShouldBeEmpty();
        (await Checker().OfTheAnswers([], [])).ShouldHaveSingleItem().ShouldStartWith("I5");
    }

    public async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    private EventRow Event(long position, string kind, Guid? conversation = null, string body = "{}") =>
        new() { OrganisationId = channel.OrganisationId, Position = position, Kind = kind, At = Noon, ConversationId = conversation, Body = body };

    private async Task Add(params object[] rows)
    {
        db.AddRange(rows);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private Invariants Checker() => new(db, TestContext.Current.CancellationToken);

    private Task<IReadOnlyList<string>> Breaches() => Checker().OfTheStore();
}
