using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Tests.Channels.Simulator;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.X;

/// <summary>From a customer's direct messages to the agent and back, through the whole server.</summary>
public sealed class XRoundTripTests(XRoundTripTests.XShop shop) : IClassFixture<XRoundTripTests.XShop>
{
    [Fact]
    public async Task A_customer_is_heard_and_answered_and_the_answer_is_not_shown_twice()
    {
        var zoe = shop.Someone("Zoé Martin");
        (await shop.Bring(shop.Text(zoe, "Bonjour, où est mon colis ?"))).ShouldBe(200);
        (await shop.Thread("Zoé Martin", 1)).ShouldHaveSingleItem().Text("text").ShouldBe("Bonjour, où est mon colis ?");

        var id = await shop.Answer("Zoé Martin", "Il arrive demain");
        await shop.Until("Zoé Martin", id, "sent");
        shop.TakenBy(zoe).ShouldHaveSingleItem().Body.ToJsonString().ShouldBe("""{"text":"Il arrive demain"}""");
        (await shop.Thread("Zoé Martin")).Select(message => message.Text("text")).ShouldBe(["Bonjour, où est mon colis ?", "Il arrive demain"]);

        await shop.Bring(shop.Read(zoe));
        await shop.Until("Zoé Martin", id, "read");
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_forged_call_changes_nothing_and_a_repeated_one_nothing_more()
    {
        var yann = shop.Someone("Yann");
        var (second, first) = (shop.Text(yann, "Deux", ago: 1000), shop.Text(yann, "Un", ago: 2000));
        (await shop.Bring(shop.Text(yann, "Faux"), signature: XSimulator.Sign("{}"))).ShouldBe(401);
        (await shop.Bring(shop.Text(yann, "Faux"), signature: "none")).ShouldBe(401);
        var again = second.DeepClone().AsObject();
        again["data"]!["event_uuid"] = "another";
        foreach (var told in new[] { second, first, second, first, again }) (await shop.Bring(told)).ShouldBe(200);

        (await shop.Thread("Yann", 2)).Select(message => message.Text("text")).ShouldBe(["Un", "Deux"], "They are told in any order, and shown in theirs.");
    }

    [Fact]
    public async Task Whoever_asks_us_to_sign_gets_no_call_signed()
    {
        var forged = shop.Text(shop.Someone("Personne"), "Faux").ToJsonString();
        using var refused = await shop.Line.GetAsync(new Uri($"{shop.DoorPath}?crc_token={Uri.EscapeDataString(forged)}", UriKind.Relative), Cancel);
        ((int)refused.StatusCode).ShouldBe(400);
        (await refused.Content.ReadAsStringAsync(Cancel)).ShouldNotContain("sha256=");
    }

    [Fact]
    public async Task An_answer_whose_ending_was_lost_is_found_in_what_X_tells()
    {
        var lea = shop.Someone("Léa");
        await shop.Bring(shop.Text(lea, "Bonjour"));
        await shop.Thread("Léa", 1);
        shop.At.Faults.NextSends.Enqueue(new SendFault.AnswerLost());
        await shop.Until("Léa", await shop.Answer("Léa", "Perdu ?"), "sent");

        shop.TakenBy(lea).ShouldHaveSingleItem();
        (await shop.Thread("Léa")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Too_fast_waits_and_who_takes_no_messages_is_named()
    {
        var hugo = shop.Someone("Hugo");
        await shop.Bring(shop.Text(hugo, "Bonjour"));
        await shop.Thread("Hugo", 1);
        shop.At.Faults.NextSends.Enqueue(new SendFault.TooMany(TimeSpan.FromSeconds(3)));
        await shop.Until("Hugo", await shop.Answer("Hugo", "Patience"), "sent");

        shop.At.Refusals[hugo.Id] = (403, "You do not have permission to DM one or more participants.");
        (await shop.Until("Hugo", await shop.Answer("Hugo", "Toujours là ?"), "failed"))["delivery"]!.Text("code").ShouldBe("dm_closed");
        shop.TakenBy(hugo).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Credits_that_are_used_up_show_on_the_channel_and_answers_wait()
    {
        var nora = shop.Someone("Nora");
        await shop.Bring(shop.Text(nora, "Bonjour"));
        await shop.Thread("Nora", 1);
        shop.At.Refusals[nora.Id] = (402, "CreditsDepleted");
        var id = await shop.Answer("Nora", "Bientôt");
        await shop.Until(async () => (await shop.Diane.Get($"channels/{shop.ChannelId}")).ToJsonString().Contains("credits_used_up", StringComparison.Ordinal), "the channel to say so");

        shop.At.Refusals.TryRemove(nora.Id, out _);
        await shop.Until("Nora", id, "sent");
    }

    [Fact]
    public async Task A_picture_is_asked_for_in_the_account_s_name_and_one_that_is_gone_is_given_up()
    {
        var ines = shop.Someone("Inès");
        foreach (var address in new[] { shop.At.Keep("fissure.jpg", "the crack"), new Uri(shop.At.Address, "media/gone.jpg").ToString() })
            await shop.Bring(shop.Said(ines, new JsonObject { ["text"] = "", ["attachment"] = new JsonObject { ["type"] = "media", ["media"] = new JsonObject { ["type"] = "photo", ["media_url_https"] = address } } }));

        IReadOnlyList<JsonNode> files = [];
        await shop.Until(async () => (files = [.. (await shop.Thread("Inès", 2)).Select(message => message["attachments"]![0]!)]).All(file => file.Text("state") != "fetching"), "both files");
        files.Select(file => file.Text("state")).ShouldBe(["ready", "failed"]);
        using var kept = await shop.Ana.Http.GetAsync(files[0].Text("url"), Cancel);
        (await kept.Content.ReadAsStringAsync(Cancel)).ShouldBe("the crack");
    }

    [Fact]
    public async Task A_film_is_brought_up_once_and_sent_when_X_has_looked_through_it()
    {
        var emma = shop.Someone("Emma");
        await shop.Bring(shop.Text(emma, "Comment l’ouvrir ?"));
        await shop.Thread("Emma", 1);
        foreach (var state in new[] { "pending", "in_progress", "succeeded" }) shop.At.NextStates.Enqueue(state);
        shop.At.Faults.NextSends.Enqueue(new SendFault.TooMany(TimeSpan.FromSeconds(1)));
        var before = shop.At.Uploads;
        var film = Enumerable.Range(0, 5_000_000).Select(at => (byte)at).ToArray();
        await shop.Until("Emma", await shop.Answer("Emma", "Comme ceci", null, await shop.Upload(film, "ouvrir.mp4", "video/mp4")), "sent");

        var sent = shop.TakenBy(emma).ShouldHaveSingleItem().Body;
        sent.Text("text").ShouldBe("Comme ceci");
        shop.At.Uploaded(sent["attachments"]![0]!.Text("media_id")).ShouldBe(film);
        (shop.At.NextStates.IsEmpty, shop.At.Uploads - before).ShouldBe((true, 1));
    }

    [Fact]
    public async Task A_film_X_cannot_make_anything_of_is_named()
    {
        var lou = shop.Someone("Lou");
        await shop.Bring(shop.Text(lou, "Bonjour"));
        await shop.Thread("Lou", 1);
        foreach (var state in new[] { "pending", "failed" }) shop.At.NextStates.Enqueue(state);
        var id = await shop.Answer("Lou", "", null, await shop.Upload([1, 2, 3], "x.mp4", "video/mp4"));
        (await shop.Until("Lou", id, "failed"))["delivery"]!.Text("code").ShouldBe("file_refused");
        shop.TakenBy(lou).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_written_in_the_app_is_shown_too_and_what_is_encrypted_says_so()
    {
        var omar = shop.Someone("Omar");
        await shop.Bring(shop.Text(omar, "Bonjour", ago: 3000));
        await shop.Bring(shop.Written(omar, "Répondu dans l’appli"));
        await shop.Bring(shop.Encrypted(omar));
        var thread = await shop.Thread("Omar", 3);
        thread.Select(message => $"{message.Text("direction")} {message.Text("kind")} {message.Text("text")}").Order().ShouldBe(["in text Bonjour", "in unsupported 🔒", "out text Répondu dans l’appli"]);
    }

    [Fact]
    public async Task Of_whom_only_the_id_is_told_X_is_asked_for_the_name()
    {
        var paul = shop.Someone("Paul");
        shop.At.Names[paul.Id] = "Paul Durand";
        await shop.Bring(shop.Encrypted(paul));
        (await shop.Thread("Paul Durand", 1)).ShouldHaveSingleItem().Text("kind").ShouldBe("unsupported");
    }

    [Fact]
    public async Task A_mention_is_answered_below_it_hidden_and_shown_once()
    {
        var lina = shop.Someone("Lina");
        var mention = shop.Mention(lina, "@maisonlune Où est mon colis ?");
        await shop.Bring(mention);
        await shop.Bring(mention);
        var comment = (await shop.Thread("Lina", 1)).ShouldHaveSingleItem();
        (await shop.Conversation("Lina")).Text("visibility").ShouldBe("public");

        await shop.Until("Lina", await shop.Answer("Lina", "Il arrive demain"), "sent");
        var answered = mention["data"]!["payload"]!.Text("id");
        shop.At.Taken.Single(sent => sent.To == XSimulator.Public && sent.Body.Text("text") == "Il arrive demain").Body.ToJsonString().ShouldBe($$$"""{"text":"Il arrive demain","reply":{"in_reply_to_tweet_id":"{{{answered}}}"}}""");
        (await shop.Thread("Lina")).Select(message => message.Text("text")).ShouldBe(["@maisonlune Où est mon colis ?", "Il arrive demain"]);

        await shop.Ana.Put($"messages/{comment.Id()}/hidden", new { isHidden = true });
        shop.At.Hidden[answered].ShouldBeTrue();
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_long_answer_is_a_chain_of_posts_and_one_message()
    {
        var rosa = shop.Someone("Rosa");
        var mention = shop.Mention(rosa, "@maisonlune Racontez !");
        await shop.Bring(mention);
        await shop.Thread("Rosa", 1);
        var before = shop.At.Taken.Count;
        // X tells of each before it answers, and once more afterwards.
        await shop.Until("Rosa", await shop.Answer("Rosa", Story), "sent");

        var posts = shop.At.Taken.Skip(before).ToList();
        posts.Select(post => post.Body.Text("text")[^3..]).ShouldBe(["1/3", "2/3", "3/3"]);
        string.Join(' ', posts.Select(post => post.Body.Text("text")[..^4])).ShouldBe(Story);
        posts.Select(post => post.Body["reply"]!.Text("in_reply_to_tweet_id")).ShouldBe([mention["data"]!["payload"]!.Text("id"), posts[0].Id, posts[1].Id]);
        foreach (var (id, _, body) in posts) await shop.Bring(shop.Own(id, body));
        shop.App.Clock.Advance(TimeSpan.FromHours(1));
        foreach (var (id, _, body) in posts) await shop.Bring(shop.Own(id, body));
        (await shop.Thread("Rosa")).Select(message => message.Text("text")).ShouldBe(["@maisonlune Racontez !", Story]);

        // Whoever answers one of them answers the message.
        await shop.Bring(shop.Mention(rosa, "@maisonlune Et après ?", posts[0].Id, mention["data"]!["payload"]!.Text("id")));
        (await shop.Thread("Rosa", 3))[2]["replyTo"]!.Text("text").ShouldStartWith("Il était");
        await shop.App.ShouldBeSound();

        // Whoever deletes the message deletes them all.
        await shop.Ana.Put($"messages/{(await shop.Thread("Rosa"))[1].Id()}/removal");
        shop.At.Deleted.ShouldBe([posts[2].Id, posts[1].Id, posts[0].Id]);
        (await shop.Thread("Rosa"))[1]["removedAt"].ShouldNotBeNull();
    }

    [Fact]
    public async Task What_was_said_of_a_long_answer_is_not_said_again_when_the_rest_must_wait()
    {
        var noe = shop.Someone("Noé");
        await shop.Bring(shop.Mention(noe, "@maisonlune Racontez !"));
        await shop.Thread("Noé", 1);
        var before = shop.At.Taken.Count;
        foreach (var fault in new SendFault[] { new SendFault.Slow(TimeSpan.Zero), new SendFault.TooMany(TimeSpan.FromSeconds(3)), new SendFault.Slow(TimeSpan.Zero), new SendFault.TooMany(TimeSpan.FromSeconds(3)) }) shop.At.Faults.NextSends.Enqueue(fault);
        await shop.Until("Noé", await shop.Answer("Noé", Story), "sent");

        shop.At.Taken.Skip(before).Select(post => post.Body.Text("text")[^3..]).ShouldBe(["1/3", "2/3", "3/3"]);
        (await shop.Thread("Noé")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_part_whose_ending_was_lost_leaves_the_answer_uncertain_and_the_last_one_settles_it()
    {
        var (mia, tom) = (shop.Someone("Mia"), shop.Someone("Tom"));
        foreach (var who in new[] { mia, tom }) await shop.Bring(shop.Mention(who, "@maisonlune Racontez !"));
        await shop.Thread("Mia", 1);
        await shop.Thread("Tom", 1);

        foreach (var fault in new SendFault[] { new SendFault.Slow(TimeSpan.Zero), new SendFault.AnswerLost() }) shop.At.Faults.NextSends.Enqueue(fault);
        var uncertain = await shop.Answer("Mia", Story);
        await shop.Until("Mia", uncertain, "unknown");
        await shop.App.UntilNothingWaits();
        (await shop.Thread("Mia")).Count.ShouldBe(2, "What X tells of its parts is no other answer.");

        foreach (var fault in new SendFault[] { new SendFault.Slow(TimeSpan.Zero), new SendFault.Slow(TimeSpan.Zero), new SendFault.AnswerLost() }) shop.At.Faults.NextSends.Enqueue(fault);
        await shop.Until("Tom", await shop.Answer("Tom", Story), "sent");
        (await shop.Thread("Tom")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task X_keeps_our_door_only_because_it_signs_its_challenge_and_brings_what_it_was_asked_for()
    {
        var kind = shop.App.Services.GetRequiredService<ChannelCatalogue>().Find("x")!;
        var channel = await shop.Opened();
        (await kind.Check(channel with { Id = Guid.CreateVersion7() }, new Uri("https://relais.example.com"), Cancel)).ShouldBeOfType<Check.Fails>().Code.ShouldBe("secret_wrong");
        foreach (var _ in Enumerable.Range(0, 2)) (await kind.Check(channel, new Uri("https://relais.example.com"), Cancel)).ShouldBe(new Check.Works("@maisonlune"));
        shop.At.Door.ShouldBe($"https://relais.example.com/channels/x/{shop.ChannelId}");
        shop.At.Subscriptions.ShouldBe(["dm.received", "dm.sent", "dm.read", "chat.received", "chat.sent", "post.mention.create", "post.reply.create", "post.create", "post.delete"]);
    }

    /// <summary>X's own SDK finds in our simulator what it expects of X, and our simulator its signatures right.</summary>
    [CheckedBy("@xdevplatform/xdk", "finds in our simulator what it expects of X")]
    [Fact]
    public async Task Our_simulator_speaks_as_X_s_own_SDK_understands_it()
    {
        var someone = shop.Someone("Zoé");
        var said = await Referee.Ask("x.mjs", "client", shop.At.Address.ToString().TrimEnd('/'), XSimulator.Key, XSimulator.Secret, XSimulator.Token, XSimulator.TokenSecret, someone.Id);
        said.ShouldBe("""{"name":"maisonlune","sent":"string","refused":404}""");
        shop.TakenBy(someone).ShouldHaveSingleItem();
    }

    private const string Story =
        "Il était une fois une bougie qui ne voulait pas s’éteindre. Chaque soir on soufflait dessus, et chaque matin elle brûlait encore, un peu plus petite et un peu plus fière. On l’appela Lune, parce qu’elle éclairait la nuit. "
        + "Un jour, une cliente la demanda : elle avait perdu la sienne dans un déménagement, avec trois cartons de vaisselle et un chat, qui fut retrouvé le lendemain sous un escalier. La boutique chercha longtemps, car il n’en restait qu’une. "
        + "Elle fut emballée dans du papier de soie, puis dans du carton, et confiée à un transporteur. Il arrive demain, entre neuf heures et midi, et la bougie avec lui.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public sealed class XShop : ProviderShop
    {
        private long people = 2222222222222220000;

        public XSimulator At { get; private set; } = null!;

        protected override string KindName => "x";

        protected override object Settings => new { consumerKey = XSimulator.Key, consumerSecret = XSimulator.Secret, accessToken = XSimulator.Token, accessTokenSecret = XSimulator.TokenSecret, apiUrl = At.Address.ToString() };

        public Person Someone(string name) => new(Interlocked.Increment(ref people).ToString(CultureInfo.InvariantCulture), name);

        public JsonObject Text(Person from, string text, int ago = 0) => Said(from, new JsonObject { ["text"] = text }, ago);

        public JsonObject Said(Person from, JsonObject message, int ago = 0) => Messages("dm.received", from, At.NextId(), from.Id, XSimulator.Own, message, ago);

        public JsonObject Written(Person to, string text, string? id = null) => Messages("dm.sent", to, id ?? At.NextId(), XSimulator.Own, to.Id, new JsonObject { ["text"] = text }, 0);

        public JsonObject Mention(Person from, string text, string? answered = null, string? conversation = null) => Post("post.mention.create", At.NextId(), from.Id, text, from, answered, conversation);

        /// <summary>What the account posted, as X tells of it.</summary>
        public JsonObject Own(string id, JsonObject post) => Post("post.create", id, XSimulator.Own, post.Text("text"), null, post["reply"]!.Text("in_reply_to_tweet_id"));

        public JsonObject Read(Person who) => Told("dm.read", new JsonObject
        {
            ["direct_message_mark_read_events"] = new JsonArray(new JsonObject { ["created_timestamp"] = Now(0), ["sender_id"] = who.Id, ["target"] = new JsonObject { ["recipient_id"] = XSimulator.Own } }),
        });

        public JsonObject Encrypted(Person from) => Told("chat.received", new JsonObject { ["conversation_id"] = $"{XSimulator.Own}-{from.Id}", ["sender_id"] = from.Id, ["encoded_event"] = "BASE64" });

        public Task<int> Bring(JsonObject told, string? signature = null) => XSimulator.Bring(Line, DoorPath, told.ToJsonString(), signature);

        public IReadOnlyList<(string Id, string To, JsonObject Body)> TakenBy(Person who) => [.. At.Taken.Where(sent => sent.To == who.Id)];

        protected override async Task StartProvider()
        {
            At = await XSimulator.Start(Cancel);
            At.Challenge = Challenge;
            At.Echo = (id, to, told) => Bring(to == XSimulator.Public
                ? Own(id, told)
                : Written(new Person(to, "?"), told["text"]?.GetValue<string>() ?? "", id));
        }

        protected override ValueTask StopProvider() => At.DisposeAsync();

        private async Task<string> Challenge(string url)
        {
            using var answer = await Line.GetAsync(new Uri($"{new Uri(url).AbsolutePath}?crc_token={XSimulator.Crc}", UriKind.Relative), Cancel);
            return await answer.Content.ReadAsStringAsync(Cancel);
        }

        private JsonObject Messages(string type, Person other, string id, string sender, string recipient, JsonObject message, int ago) => Told(type, new JsonObject
        {
            ["direct_message_events"] = new JsonArray(new JsonObject
            {
                ["type"] = "message_create", ["id"] = id, ["created_timestamp"] = Now(ago),
                ["message_create"] = new JsonObject { ["target"] = new JsonObject { ["recipient_id"] = recipient }, ["sender_id"] = sender, ["message_data"] = message },
            }),
            ["users"] = other.Name == "?" ? null : new JsonObject { [other.Id] = new JsonObject { ["data"] = new JsonObject { ["id"] = other.Id, ["name"] = other.Name, ["username"] = "someone" } } },
        });

        private JsonObject Post(string type, string id, string author, string text, Person? who, string? answered, string? conversation = null)
        {
            var post = new JsonObject { ["id"] = id, ["author_id"] = author, ["text"] = text, ["conversation_id"] = conversation ?? answered ?? id };
            if (answered is not null) post["referenced_tweets"] = new JsonArray(new JsonObject { ["type"] = "replied_to", ["id"] = answered });
            var told = Told(type, post);
            if (who is not null) told["data"]!["includes"] = new JsonObject { ["users"] = new JsonArray(new JsonObject { ["id"] = who.Id, ["name"] = who.Name, ["username"] = "someone" }) };
            return told;
        }

        private JsonObject Told(string type, JsonObject payload) => new()
        {
            ["data"] = new JsonObject { ["event_uuid"] = $"-{At.NextId()}", ["filter"] = new JsonObject { ["user_id"] = XSimulator.Own }, ["event_type"] = type, ["tag"] = "relais", ["payload"] = payload },
        };

        private string Now(int ago) => (App.Clock.GetUtcNow().ToUnixTimeMilliseconds() - ago).ToString(CultureInfo.InvariantCulture);

        public sealed record Person(string Id, string Name);
    }
}
