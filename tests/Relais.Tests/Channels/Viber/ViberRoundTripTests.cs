using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Conversations;
using Relais.Server;
using Relais.Server.Channels;
using Relais.Server.Channels.Viber;
using Relais.Tests.Channels.Simulator;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Viber;

/// <summary>From a customer's chat to the agent and back, through the whole server.</summary>
public sealed class ViberRoundTripTests(ViberRoundTripTests.ViberShop shop) : IClassFixture<ViberRoundTripTests.ViberShop>
{
    [Fact]
    public async Task A_customer_is_heard_and_answered_and_the_answer_followed_until_it_is_read()
    {
        var zoe = shop.Someone("Zoé Martin");
        (await shop.Bring(shop.Text(zoe, "Bonjour, où est mon colis ?"))).ShouldBe(200);

        (await shop.Thread("Zoé Martin", 1)).ShouldHaveSingleItem().Text("text").ShouldBe("Bonjour, où est mon colis ?");
        var id = await shop.Answer("Zoé Martin", "Il arrive demain");
        await shop.Until("Zoé Martin", id, "sent");

        var (token, body) = shop.TakenBy(zoe).ShouldHaveSingleItem();
        body["text"]!.GetValue<string>().ShouldBe("Il arrive demain");
        await shop.Bring(shop.Receipt("seen", zoe, token));
        await shop.Until("Zoé Martin", id, "read");
        await shop.Bring(shop.Receipt("delivered", zoe, token));
        await shop.App.UntilNothingWaits();
        await shop.Until("Zoé Martin", id, "read");
        (await shop.Conversation("Zoé Martin"))["contact"]!.Text("avatarUrl").ShouldBe("https://media-direct.cdn.viber.com/zoe");
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_forged_call_changes_nothing_and_a_repeated_one_nothing_more()
    {
        var yann = shop.Someone("Yann");
        var (second, first) = (shop.Text(yann, "Deux", ago: 1000), shop.Text(yann, "Un", ago: 2000));
        (await shop.Bring(shop.Text(yann, "Faux"), signature: ViberSimulator.Sign("{}"))).ShouldBe(401);
        (await shop.Bring(shop.Text(yann, "Faux"), signature: "none")).ShouldBe(401);
        foreach (var told in new[] { second, first, second, first }) (await shop.Bring(told)).ShouldBe(200);

        (await shop.Thread("Yann", 2)).Select(message => message.Text("text")).ShouldBe(["Un", "Deux"], "They are told in any order, and shown in theirs.");
    }

    [Fact]
    public async Task An_answer_that_may_have_been_sent_is_never_repeated_by_itself()
    {
        var lea = shop.Someone("Léa");
        await shop.Bring(shop.Text(lea, "Bonjour"));
        await shop.Thread("Léa", 1);
        shop.At.Faults.NextSends.Enqueue(new SendFault.AnswerLost());
        var id = await shop.Answer("Léa", "Perdu ?");
        await shop.Until("Léa", id, "unknown");
        foreach (var _ in Enumerable.Range(0, 20)) shop.App.Clock.Advance(TimeSpan.FromSeconds(30));
        await shop.App.UntilNothingWaits();

        await shop.Until("Léa", id, "unknown");
        shop.TakenBy(lea).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Too_fast_waits_and_who_blocked_the_bot_is_named()
    {
        var hugo = shop.Someone("Hugo");
        await shop.Bring(shop.Text(hugo, "Bonjour"));
        await shop.Thread("Hugo", 1);
        shop.At.Faults.NextSends.Enqueue(new SendFault.TooMany(TimeSpan.FromSeconds(3)));
        await shop.Until("Hugo", await shop.Answer("Hugo", "Patience"), "sent");

        shop.At.Subscribers.TryRemove(hugo.Id, out _);
        (await shop.Until("Hugo", await shop.Answer("Hugo", "Toujours là ?"), "failed"))["delivery"]!.Text("code").ShouldBe("not_subscribed");
        shop.TakenBy(hugo).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_bot_that_is_suspended_shows_on_the_channel_and_its_answers_wait()
    {
        var nora = shop.Someone("Nora");
        await shop.Bring(shop.Text(nora, "Bonjour"));
        await shop.Thread("Nora", 1);
        shop.At.Refusals[nora.Id] = (9, "publicAccountSuspended");
        var id = await shop.Answer("Nora", "Bientôt");
        await shop.Until(async () => (await shop.Diane.Get($"channels/{shop.ChannelId}")).ToJsonString().Contains("suspended", StringComparison.Ordinal), "the channel to say so");

        shop.At.Refusals.TryRemove(nora.Id, out _);
        await shop.Until("Nora", id, "sent");
    }

    [Fact]
    public async Task What_Viber_could_not_bring_after_all_says_so()
    {
        var omar = shop.Someone("Omar");
        await shop.Bring(shop.Text(omar, "Bonjour"));
        await shop.Thread("Omar", 1);
        var id = await shop.Answer("Omar", "Bonjour");
        await shop.Until("Omar", id, "sent");
        var failed = shop.Receipt("failed", omar, shop.TakenBy(omar).Single().Token);
        failed["desc"] = "the device does not support it";
        await shop.Bring(failed);
        var delivery = (await shop.Until("Omar", id, "failed"))["delivery"]!;
        (delivery.Text("code"), delivery.Text("reason")).ShouldBe(("undelivered", "the device does not support it"));
    }

    [Fact]
    public async Task A_picture_is_copied_at_once_and_one_that_has_run_out_is_given_up()
    {
        var ines = shop.Someone("Inès");
        foreach (var media in new[] { shop.At.Keep("fissure.jpg", "the crack"), new Uri(shop.At.Address, "media/gone.jpg").ToString() })
            await shop.Bring(shop.Said(ines, new JsonObject { ["type"] = "picture", ["media"] = media }));

        IReadOnlyList<JsonNode> files = [];
        await shop.Until(async () => (files = [.. (await shop.Thread("Inès", 2)).Select(message => message["attachments"]![0]!)]).All(file => file.Text("state") != "fetching"), "both files");
        files.Select(file => file.Text("state")).ShouldBe(["ready", "failed"]);
        using var kept = await shop.Ana.Http.GetAsync(files[0].Text("url"), Cancel);
        (await kept.Content.ReadAsStringAsync(Cancel)).ShouldBe("the crack");
    }

    [Fact]
    public async Task A_file_of_ours_lies_where_Viber_looks_for_it_and_its_head_can_be_asked_for()
    {
        var emma = shop.Someone("Emma");
        await shop.Bring(shop.Text(emma, "Une photo ?"));
        await shop.Thread("Emma", 1);
        var id = await shop.Answer("Emma", "", null, await shop.Upload([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2], "bougie.png", "image/png"));
        (await shop.Until("Emma", id, "failed"))["delivery"]!.Text("code").ShouldBe("media_not_public", "This shop listens to itself only.");
        var key = (await shop.Thread("Emma")).Single(message => message.Id() == id)["attachments"]![0]!.Text("url").Split('/')[^1];

        using var file = await shop.Line.GetAsync(new Uri($"/viber/files/{key}/picture.png", UriKind.Relative), Cancel);
        ((int)file.StatusCode, file.Content.Headers.ContentType?.MediaType, (await file.Content.ReadAsByteArrayAsync(Cancel)).Length).ShouldBe((200, "image/png", 10));
        using var head = await shop.Line.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/viber/files/{key}/picture.png"), Cancel);
        ((int)head.StatusCode, head.Content.Headers.ContentLength).ShouldBe((200, 10));
        using var nothing = await shop.Line.GetAsync(new Uri("/viber/files/none/picture.png", UriKind.Relative), Cancel);
        ((int)nothing.StatusCode).ShouldBe(404);
    }

    [Fact]
    public async Task Where_file_and_words_are_two_messages_words_that_are_tried_again_bring_no_second_file()
    {
        var provider = new RecordedProvider();
        string[] statuses = ["0", "12", "0", "0", "0"];
        provider.Answers = _ => RecordedAnswer.Of(200, $$"""{"status":{{statuses[provider.Asked.Count - 1]}},"message_token":{{provider.Asked.Count}}}""");
        var kind = new ViberChannel(provider, new SiteAddress(new RelaisSettings { DataFolder = "nowhere", PublicUrl = new Uri("https://relais.example.com") }), shop.App.Services.GetRequiredService<ChannelMemory>(), TimeProvider.System);
        var film = new OutgoingFile(AttachmentKind.Video, "a.mp4", "video/mp4", 3, "https://relais.example.com/api/v1/attachments/k3y", _ => Task.FromResult<Stream>(new MemoryStream()));
        var answer = new Outgoing(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), Guid.CreateVersion7(), ["a"], "Voilà", "Ana") { Files = [film], Choices = ["Oui"] };

        var channel = await shop.Opened();
        (await kind.Send(channel, answer, Cancel)).ShouldBeOfType<Delivery.TryLater>();
        (await kind.Send(channel, answer with { Attempt = 2 }, Cancel)).ShouldBe(new Delivery.Sent("3"));
        (await kind.Send(channel, answer with { MessageId = Guid.CreateVersion7() }, Cancel)).ShouldBe(new Delivery.Sent("5"));

        var sent = provider.Asked.Select(asked => JsonNode.Parse(asked.Body)!).ToList();
        sent.Select(message => message.Text("type")).ShouldBe(["video", "text", "text", "video", "text"]);
        sent.Select(message => message["keyboard"] is not null).ShouldBe([false, true, true, false, true]);
    }

    [Fact]
    public async Task Who_only_comes_and_goes_opens_nothing_and_an_acquaintance_who_leaves_is_noticed()
    {
        var (stranger, lou) = (shop.Someone("Passante"), shop.Someone("Lou"));
        await shop.Bring(shop.Event("conversation_started", stranger, new JsonObject { ["context"] = "vitrine", ["subscribed"] = false }));
        await shop.Bring(shop.Event("subscribed", stranger));
        await shop.Bring(shop.Text(lou, "Bonjour"));
        await shop.Bring(shop.Gone(lou));

        (await shop.Thread("Lou", 2)).Select(message => message.Text("text")).ShouldBe(["Bonjour", "🚫"]);
        (await shop.Diane.Get("contacts?search=Passante")).Items().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_Viber_will_invent_is_shown_as_something_not_supported_yet()
    {
        var paul = shop.Someone("Paul");
        await shop.Bring(shop.Said(paul, new JsonObject { ["type"] = "hologram", ["text"] = "À voir" }));
        await shop.Bring(shop.Event("hologram_shown", paul));
        (await shop.Thread("Paul", 2)).Select(message => message.Text("kind")).ShouldBe(["unsupported", "unsupported"]);
    }

    [Fact]
    public async Task Viber_keeps_our_door_only_because_it_opens_when_it_is_tried()
    {
        var kind = shop.App.Services.GetRequiredService<ChannelCatalogue>().Find("viber")!;
        var channel = await shop.Opened();
        (await kind.Check(channel, new Uri("https://relais.example.com"), Cancel)).ShouldBe(new Check.Works("Maison Lune · maisonlune"));
        shop.At.Door.ShouldBe($"https://relais.example.com/channels/viber/{shop.ChannelId}");

        (await kind.Check(channel with { Id = Guid.CreateVersion7() }, new Uri("https://relais.example.com"), Cancel)).ShouldBeOfType<Check.Fails>().Code.ShouldBe("webhook_refused");
    }

    /// <summary>Viber's own library finds in our simulator what it expects of Viber.</summary>
    [CheckedBy("viber-bot", "finds in our simulator what it expects of Viber")]
    [Fact]
    public async Task Our_simulator_speaks_as_Viber_s_own_library_understands_it()
    {
        var someone = shop.Someone("Zoé");
        shop.At.Subscribers[someone.Id] = true;
        var said = JsonNode.Parse(await Referee.Ask("viber.mjs", "client", shop.At.Address.ToString().TrimEnd('/'), ViberSimulator.Token, someone.Id, $"https://relais.example.com{shop.DoorPath}"))!;
        said.ToJsonString().ShouldBe("""{"bot":"Maison Lune","webhook":0,"taken":0,"refused":6,"words":"notSubscribed"}""");
        shop.TakenBy(someone).ShouldHaveSingleItem();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public sealed class ViberShop : ProviderShop
    {
        private int people = 1000;

        public ViberSimulator At { get; private set; } = null!;

        protected override string KindName => "viber";

        protected override object Settings => new { authToken = ViberSimulator.Token, apiUrl = At.Address.ToString() };

        public Person Someone(string name) => new($"{Interlocked.Increment(ref people).ToString("x10", CultureInfo.InvariantCulture)}A=", name);

        public JsonObject Text(Person from, string text, int ago = 0) => Said(from, new JsonObject { ["type"] = "text", ["text"] = text }, ago);

        public JsonObject Said(Person from, JsonObject message, int ago = 0)
        {
            At.Subscribers[from.Id] = true;
            return Told("message", new JsonObject { ["sender"] = Card(from), ["message"] = message, ["silent"] = false }, ago);
        }

        public JsonObject Event(string name, Person from, JsonObject? more = null)
        {
            var told = more ?? [];
            told["user"] = Card(from);
            return Told(name, told);
        }

        public JsonObject Gone(Person who) => Told("unsubscribed", new JsonObject { ["user_id"] = who.Id });

        public JsonObject Receipt(string name, Person of, string token)
        {
            var told = Told(name, new JsonObject { ["user_id"] = of.Id });
            told["message_token"] = long.Parse(token, CultureInfo.InvariantCulture);
            return told;
        }

        public Task<int> Bring(JsonObject told, string? signature = null) => ViberSimulator.Bring(Line, DoorPath, told.ToJsonString(), signature);

        public IReadOnlyList<(string Token, JsonObject Body)> TakenBy(Person who) => [.. At.Taken.Where(sent => sent.Body["receiver"]!.ToString() == who.Id)];

        protected override async Task StartProvider()
        {
            At = await ViberSimulator.Start(Cancel);
            At.Call = (url, body) => ViberSimulator.Bring(Line, new Uri(url).AbsolutePath, body);
        }

        protected override ValueTask StopProvider() => At.DisposeAsync();

        private JsonObject Told(string name, JsonObject more, int ago = 0)
        {
            more["event"] = name;
            more["timestamp"] = App.Clock.GetUtcNow().ToUnixTimeMilliseconds() - ago;
            more["message_token"] = At.NextToken();
            more["chat_hostname"] = "SN-CHAT-05_";
            return more;
        }

        private static JsonObject Card(Person who) => new()
        {
            ["id"] = who.Id, ["name"] = who.Name, ["avatar"] = "https://media-direct.cdn.viber.com/zoe", ["country"] = "FR", ["language"] = "fr", ["api_version"] = 10,
        };

        public sealed record Person(string Id, string Name);
    }
}
