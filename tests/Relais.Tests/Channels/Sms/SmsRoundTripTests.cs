using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Relais.Server.Channels;
using Relais.Tests.Channels.Simulator;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Sms;

/// <summary>From a customer's phone to the agent and back, through the whole server.</summary>
public sealed class SmsRoundTripTests(SmsRoundTripTests.SmsShop shop) : IClassFixture<SmsRoundTripTests.SmsShop>
{
    [CheckedBy("twilio", "signs a message that then travels through the whole server")]
    [Fact]
    public async Task A_message_signed_by_Twilio_s_own_library_comes_in_and_its_answer_is_followed_to_the_phone()
    {
        var told = TwilioSimulator.Text(shop.Twilio.NextSid(), "+33612345678", "Bonjour, où est mon colis ? 1+1=2");
        var asked = JsonSerializer.Serialize(new[] { new { url = $"http://localhost{shop.DoorPath}", @params = told } });
        var signature = JsonSerializer.Deserialize<string[]>(await Referee.Ask("twilio.mjs", TwilioSimulator.AuthToken, asked))!.Single();
        (await TwilioSimulator.Bring(shop.Line, shop.DoorPath, told, signature)).ShouldBe(200);

        const string contact = "+33612345678";
        (await shop.Thread(contact, 1)).ShouldHaveSingleItem().Text("text").ShouldBe("Bonjour, où est mon colis ? 1+1=2");
        var id = await shop.Answer(contact, "Il arrive demain");
        await shop.Until(contact, id, "sent");

        var taken = shop.TakenTo("+33612345678").ShouldHaveSingleItem();
        taken["body"]!.GetValue<string>().ShouldBe("Il arrive demain");
        foreach (var status in new[] { "queued", "delivered", "sent", "delivered" })
            (await TwilioSimulator.Bring(shop.Line, shop.DoorPath, TwilioSimulator.Status(taken["sid"]!.GetValue<string>(), status))).ShouldBe(200);
        await shop.Until(contact, id, "delivered");
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_forged_call_changes_nothing_and_a_repeated_one_nothing_more()
    {
        var told = TwilioSimulator.Text(shop.Twilio.NextSid(), "+33612345679", "Une fois");
        (await TwilioSimulator.Bring(shop.Line, shop.DoorPath, told, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")).ShouldBe(401);
        (await TwilioSimulator.Bring(shop.Line, shop.DoorPath, new() { ["Body"] = "Rien" })).ShouldBe(400);
        foreach (var _ in Enumerable.Range(0, 3)) (await TwilioSimulator.Bring(shop.Line, shop.DoorPath, told)).ShouldBe(200);

        (await shop.Thread("+33612345679", 1)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_wants_no_more_is_named_and_too_fast_waits()
    {
        await TwilioSimulator.Bring(shop.Line, shop.DoorPath, TwilioSimulator.Text(shop.Twilio.NextSid(), "+33612345680", "Bonjour"));
        const string contact = "+33612345680";
        shop.Twilio.Faults.NextSends.Enqueue(new SendFault.TooMany(TimeSpan.FromSeconds(3)));
        await shop.Until(contact, await shop.Answer(contact, "Patience"), "sent");

        shop.Twilio.OptedOut["+33612345680"] = true;
        (await shop.Until(contact, await shop.Answer(contact, "Toujours là ?"), "failed"))["delivery"]!.Text("code").ShouldBe("opted_out");
    }

    [Fact]
    public async Task A_lost_answer_is_found_among_what_Twilio_took()
    {
        await TwilioSimulator.Bring(shop.Line, shop.DoorPath, TwilioSimulator.Text(shop.Twilio.NextSid(), "+33612345681", "Bonjour"));
        const string contact = "+33612345681";
        shop.Twilio.Faults.NextSends.Enqueue(new SendFault.AnswerLost());
        await shop.Until(contact, await shop.Answer(contact, "Perdu ?"), "sent");
        shop.TakenTo("+33612345681").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_failure_the_operator_tells_later_says_why()
    {
        await TwilioSimulator.Bring(shop.Line, shop.DoorPath, TwilioSimulator.Text(shop.Twilio.NextSid(), "+33612345682", "Bonjour"));
        const string contact = "+33612345682";
        var id = await shop.Answer(contact, "Bonjour");
        await shop.Until(contact, id, "sent");
        await TwilioSimulator.Bring(shop.Line, shop.DoorPath, TwilioSimulator.Status(shop.TakenTo("+33612345682").Single()["sid"]!.GetValue<string>(), "undelivered", "30003"));
        (await shop.Until(contact, id, "failed"))["delivery"]!.Text("code").ShouldBe("handset_unreachable");
    }

    [Fact]
    public async Task The_number_is_told_where_our_door_is()
    {
        var kind = shop.App.Services.GetRequiredService<ChannelCatalogue>().Find("sms")!;
        (await kind.Check(await shop.Opened(), new Uri("https://relais.example.com"), TestContext.Current.CancellationToken)).ShouldBe(new Check.Works("Maison Lune · +33700000001"));
        shop.Twilio.Door.ShouldBe($"https://relais.example.com/channels/sms/{shop.ChannelId}");
    }

    public sealed class SmsShop : ProviderShop
    {
        public TwilioSimulator Twilio { get; private set; } = null!;

        protected override string KindName => "sms";

        protected override object Settings => new { accountSid = TwilioSimulator.AccountSid, authToken = TwilioSimulator.AuthToken, sender = TwilioSimulator.Number, apiUrl = Twilio.Address.ToString(), messagesPerSecond = 100 };

        public IReadOnlyList<System.Text.Json.Nodes.JsonObject> TakenTo(string number) => [.. Twilio.Taken.Where(message => message["to"]!.ToString() == number)];

        protected override async Task StartProvider() => Twilio = await TwilioSimulator.Start(App.Clock, Cancel);

        protected override ValueTask StopProvider() => Twilio.DisposeAsync();
    }
}
