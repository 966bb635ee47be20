using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Relais.Server.Channels;
using Relais.Tests.Channels.Simulator;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Line;

/// <summary>From a customer's chat to the agent and back, through the whole server.</summary>
public sealed class LineRoundTripTests(LineRoundTripTests.LineShop shop) : IClassFixture<LineRoundTripTests.LineShop>
{
    [Fact]
    public async Task A_customer_is_heard_introduced_and_answered()
    {
        var zoe = shop.Someone("Zoé Martin");
        (await shop.Bring(shop.Text(zoe, "Bonjour, où est mon colis ?"))).ShouldBe(200);

        var question = (await shop.Thread("Zoé Martin", 1)).ShouldHaveSingleItem();
        question.Text("text").ShouldBe("Bonjour, où est mon colis ?");
        await shop.Until("Zoé Martin", await shop.Answer("Zoé Martin", "Il arrive demain", replyTo: question.Id()), "sent");

        shop.TakenBy(zoe).ShouldHaveSingleItem()["messages"]!.ToJsonString().ShouldBe("""[{"type":"text","text":"Il arrive demain","quoteToken":"quote"}]""");
        (await shop.Conversation("Zoé Martin"))["contact"]!.Text("name").ShouldBe("Zoé Martin");
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_forged_call_changes_nothing_and_a_repeated_one_nothing_more()
    {
        var yann = shop.Someone("Yann");
        var told = shop.Text(yann, "Une fois");
        (await shop.Bring(shop.Text(yann, "Faux"), signature: LineSimulator.Sign("{}"))).ShouldBe(401);
        (await shop.Bring(shop.Text(yann, "Faux"), signature: "none")).ShouldBe(401);
        (await shop.Bring(told)).ShouldBe(200);
        var again = told.DeepClone().AsObject();
        again["deliveryContext"]!["isRedelivery"] = true;
        (await shop.Bring(again)).ShouldBe(200);
        (await shop.Bring(again, shop.Text(yann, "Deux"))).ShouldBe(200);
        (await LineSimulator.Bring(shop.Line, shop.DoorPath, """{"destination":"U1","events":[]}""")).ShouldBe(200);

        (await shop.Thread("Yann", 2)).Select(message => message.Text("text")).ShouldBe(["Une fois", "Deux"]);
    }

    [Fact]
    public async Task A_lost_answer_is_sent_again_with_its_key_and_taken_once()
    {
        var lea = shop.Someone("Léa");
        await shop.Bring(shop.Text(lea, "Bonjour"));
        await shop.Thread("Léa", 1);
        shop.At.Faults.NextSends.Enqueue(new SendFault.AnswerLost());
        var id = await shop.Answer("Léa", "Perdu ?");
        await shop.Until("Léa", id, "sent");

        shop.TakenBy(lea).ShouldHaveSingleItem();
        shop.At.Tries.Where(key => key == id.ToString()).Count().ShouldBe(2);
    }

    [Fact]
    public async Task Too_fast_waits_a_fault_is_repeated_and_who_cannot_be_reached_is_named()
    {
        var hugo = shop.Someone("Hugo");
        await shop.Bring(shop.Text(hugo, "Bonjour"));
        await shop.Thread("Hugo", 1);
        shop.At.Faults.NextSends.Enqueue(new SendFault.TooMany(TimeSpan.FromSeconds(3)));
        shop.At.Faults.NextSends.Enqueue(new SendFault.Page(502));
        await shop.Until("Hugo", await shop.Answer("Hugo", "Patience"), "sent");

        shop.At.Refusals[hugo] = (400, "Failed to send messages");
        (await shop.Until("Hugo", await shop.Answer("Hugo", "Toujours là ?"), "failed"))["delivery"]!.Text("code").ShouldBe("unreachable");
        shop.TakenBy(hugo).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_month_that_is_used_up_shows_on_the_channel_and_its_answers_wait()
    {
        var nora = shop.Someone("Nora");
        await shop.Bring(shop.Text(nora, "Bonjour"));
        await shop.Thread("Nora", 1);
        shop.At.Refusals[nora] = (429, "You have reached your monthly limit.");
        var id = await shop.Answer("Nora", "Bientôt");
        await shop.Until(async () => (await shop.Diane.Get($"channels/{shop.ChannelId}")).ToJsonString().Contains("quota_reached", StringComparison.Ordinal), "the channel to say so");

        shop.At.Refusals.TryRemove(nora, out _);
        await shop.Until("Nora", id, "sent");
    }

    [Fact]
    public async Task A_file_is_copied_once_LINE_has_it_ready_and_an_expired_one_is_given_up()
    {
        var ines = shop.Someone("Inès");
        var (film, gone) = (shop.At.Keep("the crack", 202, 202, 500), shop.At.Keep("nothing", 410));
        foreach (var id in new[] { film, gone }) await shop.Bring(shop.Said(ines, new JsonObject { ["type"] = "video", ["id"] = id, ["duration"] = 1000, ["contentProvider"] = new JsonObject { ["type"] = "line" } }));

        IReadOnlyList<JsonNode> files = [];
        await shop.Until(async () => (files = [.. (await shop.Thread("Inès", 2)).Select(message => message["attachments"]![0]!)]).All(file => file.Text("state") != "fetching"), "both files");
        files.Select(file => file.Text("state")).ShouldBe(["ready", "failed"]);
        using var kept = await shop.Ana.Http.GetAsync(files[0].Text("url"), Cancel);
        (await kept.Content.ReadAsStringAsync(Cancel)).ShouldBe("the crack");
    }

    [Fact]
    public async Task A_name_that_does_not_come_at_once_is_asked_for_again_and_costs_no_message()
    {
        foreach (var status in new[] { 503, 429, 500 }) shop.At.NextIntroductions.Enqueue(status);
        var omar = shop.Someone("Omar");
        await shop.Bring(shop.Text(omar, "Bonjour"));
        (await shop.Thread("Omar", 1)).ShouldHaveSingleItem().Text("text").ShouldBe("Bonjour");
    }

    [Fact]
    public async Task Whom_LINE_does_not_introduce_is_known_by_his_id_until_he_writes_again()
    {
        var paul = shop.Someone(null);
        await shop.Bring(shop.Text(paul, "Sans nom"));
        await shop.Until(() => Task.FromResult(shop.At.Asked.ContainsKey(paul)), "the question for his name");
        await shop.Until(async () => await Preview("Sans nom") is not null, "his message");

        shop.At.Names[paul] = "Paul";
        await shop.Bring(shop.Text(paul, "Encore moi"));
        (await shop.Thread("Paul", 2)).Select(message => message.Text("text")).ShouldBe(["Sans nom", "Encore moi"]);
    }

    [Fact]
    public async Task Who_only_comes_and_goes_opens_nothing_and_an_acquaintance_who_blocks_us_is_noticed()
    {
        var (stranger, emma) = (shop.Someone("Passante"), shop.Someone("Emma"));
        await shop.Bring(shop.Event(stranger, "follow", new JsonObject { ["follow"] = new JsonObject { ["isUnblocked"] = false } }), shop.Event(stranger, "unfollow"));
        await shop.Bring(shop.Text(emma, "Bonjour"), shop.Event(emma, "unfollow"));

        (await shop.Thread("Emma", 2)).Select(message => message.Text("text")).ShouldBe(["Bonjour", "🚫"]);
        shop.At.Asked.ContainsKey(stranger).ShouldBeFalse();
        (await shop.Diane.Get("contacts?search=Passante")).Items().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_taken_back_is_seen_no_more()
    {
        var lou = shop.Someone("Lou");
        var told = shop.Text(lou, "Mon secret");
        await shop.Bring(told);
        await shop.Thread("Lou", 1);
        await shop.Bring(shop.Event(lou, "unsend", new JsonObject { ["unsend"] = new JsonObject { ["messageId"] = told["message"]!["id"]!.GetValue<string>() } }));
        await shop.Until(async () => (await shop.Thread("Lou"))[0]["removedAt"] is not null, "the removal");
        (await shop.Thread("Lou"))[0].ToJsonString().ShouldNotContain("Mon secret");
    }

    [Fact]
    public async Task LINE_is_told_where_our_door_is()
    {
        var kind = shop.App.Services.GetRequiredService<ChannelCatalogue>().Find("line")!;
        (await kind.Check(await shop.Opened(), new Uri("https://relais.example.com"), Cancel)).ShouldBe(new Check.Works("Maison Lune · @maisonlune"));
        shop.At.Door.ShouldBe($"https://relais.example.com/channels/line/{shop.ChannelId}");
    }

    [Theory]
    [InlineData("film.png")]
    [InlineData("picture.png")]
    public async Task What_stands_for_a_file_is_a_drawing_for_everybody(string name)
    {
        using var drawing = await shop.Line.GetAsync(new Uri($"/line/{name}", UriKind.Relative), Cancel);
        (drawing.IsSuccessStatusCode, drawing.Content.Headers.ContentType?.MediaType).ShouldBe((true, "image/png"));
        (await drawing.Content.ReadAsByteArrayAsync(Cancel))[1..4].ShouldBe("PNG"u8.ToArray());
    }

    /// <summary>LINE's own client finds in our simulator what it expects of LINE.</summary>
    [CheckedBy("@line/bot-sdk", "finds in our simulator what it expects of LINE")]
    [Fact]
    public async Task Our_simulator_speaks_as_LINE_s_own_SDK_understands_it()
    {
        var (someone, file) = (shop.Someone("Zoé"), shop.At.Keep("the picture"));
        var said = JsonNode.Parse(await Referee.Ask("line.mjs", "client", shop.At.Address.ToString().TrimEnd('/'), LineSimulator.Token, someone, file))!;
        (said.Text("bot"), said.Text("name"), said.Text("bytes")).ShouldBe(("Maison Lune", "Zoé", "the picture"));
        (said["again"]!.GetValue<int>(), said["accepted"]!.GetValue<bool>()).ShouldBe((409, true));
        shop.TakenBy(someone).ShouldHaveSingleItem();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<JsonNode?> Preview(string text) =>
        (await shop.Ana.Get("conversations?state=new&limit=100")).Items().FirstOrDefault(row => row.ToJsonString().Contains(text, StringComparison.Ordinal));

    public sealed class LineShop : ProviderShop
    {
        private int people = 1000;

        public LineSimulator At { get; private set; } = null!;

        protected override string KindName => "line";

        protected override object Settings => new { channelSecret = LineSimulator.Secret, channelAccessToken = LineSimulator.Token, apiUrl = At.Address.ToString() };

        public string Someone(string? name)
        {
            var id = $"U{Interlocked.Increment(ref people).ToString("x32", CultureInfo.InvariantCulture)}";
            if (name is not null) At.Names[id] = name;
            return id;
        }

        public JsonObject Text(string from, string text) => Said(from, new JsonObject { ["type"] = "text", ["id"] = At.NextId(), ["text"] = text, ["quoteToken"] = "quote" });

        public JsonObject Said(string from, JsonObject message) => Event(from, "message", new JsonObject { ["message"] = message, ["replyToken"] = "reply" });

        public JsonObject Event(string from, string type, JsonObject? more = null)
        {
            var told = new JsonObject
            {
                ["type"] = type, ["mode"] = "active", ["timestamp"] = App.Clock.GetUtcNow().ToUnixTimeMilliseconds(), ["webhookEventId"] = $"01J{At.NextId()}",
                ["source"] = new JsonObject { ["type"] = "user", ["userId"] = from }, ["deliveryContext"] = new JsonObject { ["isRedelivery"] = false },
            };
            foreach (var (name, value) in more ?? []) told[name] = value?.DeepClone();
            return told;
        }

        public Task<int> Bring(params JsonObject[] events) => Bring(events, null);

        public Task<int> Bring(JsonObject told, string signature) => Bring([told], signature);

        public IReadOnlyList<JsonObject> TakenBy(string id) => [.. At.Taken.Where(push => push["to"]!.ToString() == id)];

        protected override async Task StartProvider() => At = await LineSimulator.Start(Cancel);

        protected override ValueTask StopProvider() => At.DisposeAsync();

        private Task<int> Bring(JsonObject[] events, string? signature)
        {
            var call = new JsonObject { ["destination"] = "U8e742f61d673b39c7fff3cecb7536ef0", ["events"] = new JsonArray([.. events.Select(told => told.DeepClone())]) };
            return LineSimulator.Bring(Line, DoorPath, call.ToJsonString(), signature);
        }
    }
}
