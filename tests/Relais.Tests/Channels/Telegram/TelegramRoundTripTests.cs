using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Relais.Server.Channels;
using Relais.Tests.Channels.Simulator;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Telegram;

/// <summary>From a customer's chat to the agent and back, through the whole server, by asking and by being called.</summary>
public sealed class TelegramRoundTripTests(TelegramShop shop) : IClassFixture<TelegramShop>
{
    [Fact]
    public async Task A_message_is_fetched_answered_and_forgotten_at_Telegram_only_then()
    {
        var zoe = TelegramShop.Someone("Zoé Martin");
        shop.Telegram.Happen(shop.Message(zoe, "Bonjour, où est mon colis ?"));

        var question = (await shop.Thread(zoe.Name, 1)).ShouldHaveSingleItem();
        question.Text("text").ShouldBe("Bonjour, où est mon colis ?");
        var id = await shop.Answer(zoe.Name, "Il arrive demain", replyTo: question.Id());
        await shop.Until(zoe.Name, id, "sent");

        var sent = SentTo(zoe).ShouldHaveSingleItem();
        (sent.Method, sent.Fields["text"]!.GetValue<string>()).ShouldBe(("sendMessage", "Il arrive demain"));
        sent.Fields["reply_parameters"]!["message_id"].ShouldNotBeNull();
        shop.Telegram.Offsets.Last().ShouldNotBeNull();
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_picture_lies_in_our_own_store_and_one_of_ours_goes_out()
    {
        var yann = TelegramShop.Someone("Yann");
        var photo = new JsonArray(new JsonObject { ["file_id"] = shop.Telegram.Keep("the crack"u8.ToArray()), ["width"] = 10, ["height"] = 10 });
        shop.Telegram.Happen(shop.Message(yann, null, new JsonObject { ["photo"] = photo, ["caption"] = "Voici" }));

        JsonNode? file = null;
        await shop.Until(async () => (file = (await shop.Thread(yann.Name, 1))[0]["attachments"]![0]!).Text("state") == "ready", "the picture");
        using var kept = await shop.Ana.Http.GetAsync(file!.Text("url"), Cancel);
        (await kept.Content.ReadAsStringAsync(Cancel)).ShouldBe("the crack");
        file!.Text("contentType").ShouldBe("image/jpeg");

        var upload = await shop.Upload("a voucher"u8.ToArray(), "bon.pdf", "application/pdf");
        await shop.Until(yann.Name, await shop.Answer(yann.Name, "Un bon", null, upload), "sent");
        var sent = SentTo(yann).ShouldHaveSingleItem();
        (sent.Method, sent.Fields["caption"]!.GetValue<string>(), sent.Fields["document"]!.Text("text"), sent.Fields["document"]!.Text("name")).ShouldBe(("sendDocument", "Un bon", "a voucher", "bon.pdf"));
    }

    [Fact]
    public async Task Repeated_updates_make_each_message_once()
    {
        var lea = TelegramShop.Someone("Léa");
        var update = shop.Message(lea, "Une fois");
        update["update_id"] = shop.Telegram.NextId();
        var (other, edited) = ((JsonObject)update.DeepClone(), (JsonObject)update.DeepClone());
        other["update_id"] = shop.Telegram.NextId();
        edited["message"]!.AsObject()["edit_date"] = shop.App.Clock.GetUtcNow().ToUnixTimeSeconds();
        edited["message"]!["text"] = "Une seule fois";
        shop.Telegram.Happen(update, (JsonObject)update.DeepClone(), other, new JsonObject { ["edited_message"] = edited["message"]!.DeepClone() }, new JsonObject { ["edited_message"] = edited["message"]!.DeepClone() });

        await shop.Until(async () => (await shop.Thread(lea.Name, 1))[0].Text("text") == "Une seule fois", "the edit");
        (await shop.Thread(lea.Name)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_pictures_of_an_album_become_messages_of_one_conversation()
    {
        var nora = TelegramShop.Someone("Nora");
        var pictures = Enumerable.Range(1, 3).Select(at => shop.Message(nora, null, new JsonObject
        {
            ["media_group_id"] = "77",
            ["photo"] = new JsonArray(new JsonObject { ["file_id"] = shop.Telegram.Keep([(byte)at]), ["width"] = 1, ["height"] = 1 }),
            ["caption"] = at == 1 ? "Trois vues" : null,
        }));
        shop.Telegram.Happen([.. pictures]);

        var thread = await shop.Thread(nora.Name, 3);
        thread.Select(message => message.Text("text")).ShouldBe(["Trois vues", "", ""]);
        thread.ShouldAllBe(message => message["attachments"]!.AsArray().Count == 1);
        thread.Select(message => message.Id("conversationId")).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Too_fast_waits_and_whoever_blocked_the_bot_is_named()
    {
        var hugo = TelegramShop.Someone("Hugo");
        shop.Telegram.Happen(shop.Message(hugo, "Bonjour"));
        shop.Telegram.Faults.NextSends.Enqueue(new SendFault.TooMany(TimeSpan.FromSeconds(3)));
        await shop.Until(hugo.Name, await shop.Answer(hugo.Name, "Patience"), "sent");

        shop.Telegram.Refusals[hugo.Id] = "Forbidden: bot was blocked by the user";
        var failed = await shop.Until(hugo.Name, await shop.Answer(hugo.Name, "Toujours là ?"), "failed");
        failed["delivery"]!.Text("code").ShouldBe("blocked");
        SentTo(hugo).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_answer_is_uncertain_and_never_repeated_by_itself()
    {
        var ines = TelegramShop.Someone("Inès");
        shop.Telegram.Happen(shop.Message(ines, "Bonjour"));
        await shop.Thread(ines.Name, 1);
        shop.Telegram.Faults.NextSends.Enqueue(new SendFault.AnswerLost());
        var id = await shop.Answer(ines.Name, "Perdu ?");
        await shop.Until(ines.Name, id, "unknown");

        shop.App.Clock.Advance(TimeSpan.FromMinutes(5));
        await shop.App.UntilNothingWaits();
        SentTo(ines).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Called_at_our_door_it_takes_what_is_genuine_once_and_nothing_else()
    {
        using var telegram = new Borrowed(await TelegramSimulator.Start(Cancel));
        var channelId = await shop.Connect(new { botToken = TelegramSimulator.Token, apiUrl = telegram.Simulator.Address.ToString(), reception = "webhook" });
        var kind = shop.App.Services.GetRequiredService<ChannelCatalogue>().Find("telegram")!;
        (await kind.Check(await shop.Opened(channelId), new Uri("https://relais.example.com"), Cancel)).ShouldBe(new Check.Works("@maison_lune_bot"));

        var emma = TelegramShop.Someone("Emma");
        var updates = new[] { "un", "deux", "trois" }.Select(word => shop.Message(emma, word)).ToList();
        for (var at = 0; at < updates.Count; at++) updates[at]["message"]!["date"] = shop.App.Clock.GetUtcNow().ToUnixTimeSeconds() - 60 + at;
        (await telegram.Simulator.Bring(shop.Line, shop.Message(emma, "faux"), "a guess")).ShouldBe(401);
        foreach (var update in Enumerable.Reverse(updates).Concat(updates)) (await telegram.Simulator.Bring(shop.Line, update)).ShouldBe(200);

        (await shop.Thread(emma.Name, 3)).Select(message => message.Text("text")).ShouldBe(["un", "deux", "trois"]);
        telegram.Simulator.Offsets.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_a_webhook_stands_it_is_taken_away_to_ask()
    {
        using var telegram = new Borrowed(await TelegramSimulator.Start(Cancel));
        var settings = new { botToken = TelegramSimulator.Token, apiUrl = telegram.Simulator.Address.ToString() };
        using var elsewhere = RealHttp.Client(telegram.Simulator.Address);
        using var set = await elsewhere.PostAsync(new Uri($"{telegram.Simulator.Address}bot{TelegramSimulator.Token}/setWebhook"), new FormUrlEncodedContent([new("url", "https://elsewhere.example/")]), Cancel);

        await shop.Connect(settings);
        var omar = TelegramShop.Someone("Omar");
        telegram.Simulator.Happen(shop.Message(omar, "Bonjour"));
        await shop.Thread(omar.Name, 1);
        telegram.Simulator.Webhook.ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_is_acknowledged_before_it_is_written_down()
    {
        using var telegram = new Borrowed(await TelegramSimulator.Start(Cancel));
        telegram.Simulator.Happen(shop.Message(TelegramShop.Someone("Paul"), "Bonjour"));
        var services = shop.App.Services;
        var channel = await shop.Opened();
        channel = channel with { Id = Guid.CreateVersion7(), Settings = (Server.Channels.Telegram.TelegramSettings)channel.Settings with { ApiUrl = telegram.Simulator.Address.ToString() } };

        // A journal whose store is gone.
        await using var nothing = new ServiceCollection().BuildServiceProvider();
        using var journal = new Journal(nothing.GetRequiredService<IServiceScopeFactory>(), new Wake(shop.App.Clock), shop.App.Clock);
        await journal.StartAsync(Cancel);
        var letterbox = new Letterbox(channel, journal, services.GetRequiredService<ChannelStanding>(), shop.App.Clock);
        var kind = services.GetRequiredService<ChannelCatalogue>().Find("telegram")!;
        await Should.ThrowAsync<InvalidOperationException>(() => kind.Listen(channel, letterbox, Cancel));

        telegram.Simulator.Offsets.ShouldBe([null]);
        (await services.GetRequiredService<ChannelMemory>().Recall(channel.Id, "updates", Cancel)).ShouldBeNull();
        await journal.StopAsync(Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private List<(string Method, JsonObject Fields)> SentTo(TelegramShop.Person who) =>
        [.. shop.Telegram.Sent.Where(call => call.Fields["chat_id"]!.ToString() == who.Id)];

    private sealed record Borrowed(TelegramSimulator Simulator) : IDisposable
    {
        public void Dispose() => _ = Simulator.DisposeAsync().AsTask();
    }
}
