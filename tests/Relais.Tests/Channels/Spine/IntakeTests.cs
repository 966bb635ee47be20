using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Persistence.Rows;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Channels.Spine;

/// <summary>From the door to the thread: nothing lost, nothing doubled, in order, and what cannot be read set aside.</summary>
public sealed class IntakeTests : IAsyncLifetime
{
    private PigeonPost post = null!;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    [Fact]
    public async Task What_breaks_its_reader_is_set_aside_with_its_bytes_while_others_go_on()
    {
        var broken = true;
        var poison = post.Pigeon.Letter(() => broken ? throw new FormatException("This letter is wet.") : [post.Says("Séché")]);
        (await post.Knock(post.ChannelId, poison)).ShouldBe(HttpStatusCode.OK);
        await post.Write("Bonjour", "yann");
        await post.App.UntilNothingWaits();

        var item = await post.App.Look(db => db.Journal.IgnoreQueryFilters().SingleAsync(row => row.State == JournalState.Quarantined));
        (item.Attempts, Encoding.UTF8.GetString(item.Body!)).ShouldBe((3, poison));
        item.Error!.ShouldContain("This letter is wet.");
        (await post.Shop.Diane.Get("quarantine")).Items().ShouldHaveSingleItem().Text("preview").ShouldContain("letter");

        broken = false;
        await post.Shop.Diane.Post($"quarantine/{item.Id}/replay");
        await post.UntilRead();
        (await post.Rows()).Select(row => row.Text("preview", "text")).ShouldBe(["Bonjour", "Séché"]);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_fact_that_breaks_the_batch_does_not_take_the_others_with_it()
    {
        var tooLong = post.Says("Jamais") with { From = new Sender(["yann"], new Profile()), Kind = (MessageKind)99, Extra = "{" };
        var letters = new[] { post.Pigeon.Letter(() => [post.Says("Un")]), post.Pigeon.Letter(() => [tooLong]), post.Pigeon.Letter(() => [post.Says("Deux")]) };

        await Task.WhenAll(letters.Select(letter => post.Knock(post.ChannelId, letter)));
        await post.App.UntilNothingWaits();

        (await post.App.Look(db => db.Messages.IgnoreQueryFilters().Select(message => message.Text).ToListAsync())).ShouldBe(["Un", "Deux"], ignoreOrder: true);
        (await post.App.Look(db => db.Journal.IgnoreQueryFilters().CountAsync(row => row.State == JournalState.Quarantined))).ShouldBe(1);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task The_order_of_arrival_stays_within_a_letter_and_across_letters()
    {
        var at = post.App.Clock.GetUtcNow();
        await post.Bring([.. Enumerable.Range(1, 20).Select(number => post.Says($"{number:00}", at: at))]);
        foreach (var number in Enumerable.Range(21, 20))
            (await post.Knock(post.ChannelId, post.Pigeon.Letter(() => [post.Says($"{number:00}", at: at)]))).ShouldBe(HttpStatusCode.OK);
        await post.UntilRead();

        var row = (await post.Rows()).ShouldHaveSingleItem();
        (await post.Messages(row.Id("threadId"))).Select(message => message.Text("text")).ShouldBe(Enumerable.Range(1, 40).Select(number => $"{number:00}"));
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task The_thread_follows_the_contacts_clock_and_never_ours_into_the_future()
    {
        var now = post.App.Clock.GetUtcNow();
        await post.Bring(post.Says("Trois", at: now.AddHours(2)));
        await post.Bring(post.Says("Deux", at: now.AddMinutes(-1).ToOffset(TimeSpan.FromHours(2))));
        await post.Bring(post.Says("Un", at: now.AddMinutes(-2)));

        var row = (await post.Rows()).ShouldHaveSingleItem();
        (await post.Messages(row.Id("threadId"))).Select(message => message.Text("text")).ShouldBe(["Un", "Deux", "Trois"]);
        row.Text("preview", "text").ShouldBe("Trois");
        row["lastMessageAt"]!.GetValue<DateTimeOffset>().ShouldBe(now, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task A_person_with_several_ids_is_one_contact_whichever_comes()
    {
        await post.Bring(post.Says("Par le numéro") with { From = new Sender(["+33600000001"], new Profile("Zoé")) });
        await post.Bring(post.Says("Par les deux") with { From = new Sender(["zoe.user", "+33600000001"], new Profile("Zoé")) });
        await post.Bring(post.Says("Par l'identifiant") with { From = new Sender(["zoe.user"], new Profile("Zoé")) });

        (await post.Rows()).ShouldHaveSingleItem();
        (await post.App.Look(db => db.Contacts.IgnoreQueryFilters().CountAsync())).ShouldBe(1);
        (await post.App.Look(db => db.ContactIdentities.IgnoreQueryFilters().CountAsync())).ShouldBe(2);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_new_number_leads_to_the_same_person()
    {
        await post.Bring(post.Says("Avant") with { From = new Sender(["+33600000001"], new Profile("Zoé")) });
        var now = post.App.Clock.GetUtcNow();
        await post.Bring(new IdentityIn(new Sender(["+33600000001"], new Profile()), new Sender(["+33600000002"], new Profile()), now));
        await post.Bring(post.Says("Après") with { From = new Sender(["+33600000002"], new Profile()) });

        (await post.Rows()).ShouldHaveSingleItem().Text("preview", "text").ShouldBe("Après");
    }

    [Fact]
    public async Task Delivered_twice_a_message_stays_one()
    {
        var message = post.Says("Bonjour");
        await post.Bring(message, message);
        await post.Bring(message);
        var letter = post.Pigeon.Letter(() => [message with { Text = "Autre" }]);
        foreach (var _ in Enumerable.Range(0, 3)) (await post.Knock(post.ChannelId, letter, "same-key")).ShouldBe(HttpStatusCode.OK);
        await post.UntilRead();

        (await post.App.Look(db => db.Messages.IgnoreQueryFilters().Select(stored => stored.Text).ToListAsync())).ShouldBe(["Bonjour"]);
        (await post.App.Look(db => db.Journal.IgnoreQueryFilters().CountAsync())).ShouldBe(3);
    }

    [Fact]
    public async Task A_status_that_overtakes_its_answer_waits_for_it()
    {
        var row = await post.Write("Bonjour");
        await post.Bring(new StatusIn("wamid.elsewhere", null, new DeliveryReport(DeliveryStatus.Read, post.App.Clock.GetUtcNow())));
        await post.Bring(new EchoIn(new Sender(["zoe"], new Profile()), "wamid.elsewhere", post.App.Clock.GetUtcNow()) { Text = "Du téléphone" });
        await post.App.UntilNothingWaits();

        var echo = (await post.Messages(row.Id("threadId"))).Single(message => message.Text("direction") == "out");
        (echo.Text("text"), echo.Text("delivery", "status")).ShouldBe(("Du téléphone", "read"));
        (await post.Row(row.Id())).Text("state").ShouldBe("pending");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_status_of_nothing_we_know_is_let_go()
    {
        await post.Bring(new StatusIn("wamid.unknown", null, new DeliveryReport(DeliveryStatus.Read, post.App.Clock.GetUtcNow())));
        post.App.Clock.Advance(TimeSpan.FromSeconds(31));
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Edits_removals_and_reactions_reach_the_message()
    {
        var message = post.Says("Bonjuor");
        await post.Bring(message);
        var at = post.App.Clock.GetUtcNow();
        await post.Bring(new EditIn(message.ExternalId, "Bonjour", at), new ReactionIn(message.From, message.ExternalId, "❤️", at));
        var row = (await post.Rows()).Single();
        var shown = (await post.Messages(row.Id("threadId"))).Single();
        (shown.Text("text"), shown["reactions"]![0]!.Text("emoji")).ShouldBe(("Bonjour", "❤️"));

        await post.Bring(new RemovalIn(message.ExternalId, at), new EditIn("letter-unknown", "Rien", at));
        (await post.Messages(row.Id("threadId"))).Single()["removedAt"].ShouldNotBeNull();
        await post.App.ShouldBeSound();
    }

    [Theory]
    [InlineData("{\"letter\":", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task What_is_no_json_is_refused_at_once(string body, HttpStatusCode status)
    {
        (await post.Knock(post.ChannelId, body)).ShouldBe(status);
        await NothingIsStored();
    }

    [Fact]
    public async Task Too_deep_too_large_not_UTF8_or_unsigned_is_refused_and_nothing_stored()
    {
        var deep = new string('[', 70) + new string(']', 70);
        (await post.Knock(post.ChannelId, deep)).ShouldBe(HttpStatusCode.BadRequest);

        using (var broken = await post.Knock(post.ChannelId, new ByteArrayContent([.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8])))
            broken.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        var large = "\"" + new string('a', post.Pigeon.MaxBodyBytes) + "\"";
        (await post.Knock(post.ChannelId, large)).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using (var stream = await post.Knock(post.ChannelId, new StreamContent(new Endless(post.Pigeon.MaxBodyBytes * 2))))
            stream.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);

        (await post.Knock(post.ChannelId, "{}", key: "")).ShouldBe(HttpStatusCode.Unauthorized);
        (await post.Knock(Guid.CreateVersion7(), "{}")).ShouldBe(HttpStatusCode.NotFound);
        await NothingIsStored();
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    private async Task NothingIsStored() => (await post.App.Look(db => db.Journal.IgnoreQueryFilters().CountAsync())).ShouldBe(0);

    /// <summary>A body whose length nobody announces.</summary>
    private sealed class Endless(int length) : Stream
    {
        private int read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var now = Math.Min(count, length - read);
            Array.Fill(buffer, (byte)' ', offset, now);
            read += now;
            return now;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
