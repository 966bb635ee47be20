using System.Net;
using System.Text.Json.Nodes;
using Relais.Domain.Contacts;
using Relais.Server.Channels;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Surveys;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Conversations;

/// <summary>
/// Going on with a customer on another channel. <c>Pigeons</c> is where he writes; <c>telephones</c> can write first once he agrees, as
/// text messages can.
/// </summary>
public sealed class ContinueElsewhereTests : IAsyncLifetime
{
    private const string Number = "+33612345678";

    private PigeonPost post = null!;
    private JsonNode row = null!;
    private Guid id;
    private Guid telephones;

    private Guid Zoe => row["contact"]!.Id();

    public async ValueTask InitializeAsync()
    {
        post = await PigeonPost.Open();
        row = await post.Write("Bonjour");
        id = row.Id();
        telephones = await post.Connect(post.OrganisationId);
        post.Pigeon.AbilitiesOf[telephones] = post.Pigeon.Abilities with { WritesFirst = true, AsksConsent = true };
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    [Fact]
    public async Task The_message_leaves_there_and_both_conversations_say_where_the_other_is()
    {
        await Know(Number);

        var message = await Continue(new { text = "Nous vous écrivons ici" });
        await post.App.UntilNothingWaits();

        var (channel, flight) = post.Pigeon.Flights.ShouldHaveSingleItem();
        (channel, flight.Text, flight.To.Single()).ShouldBe((telephones, "Nous vous écrivons ici", Number));
        var there = await post.Row(message.Id("conversationId"));
        (there.Text("state"), there.Id("channelId"), there["contact"]!.Id(), there.Id("assigneeId")).ShouldBe(("pending", telephones, Zoe, post.Ana.MemberId));
        (await post.Row(id)).Text("state").ShouldBe("new", "it stays as it was");
        (await Trail(row)).ShouldBe([("conversationContinued", there.Id(), telephones)]);
        (await Trail(there)).ShouldBe([("conversationContinuedFrom", id, post.ChannelId)]);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task What_he_answers_there_comes_to_the_same_contact()
    {
        await Know(Number);
        var there = (await Continue(new { text = "Bonjour" })).Id("conversationId");
        await post.App.UntilNothingWaits();

        await post.Bring(telephones, post.Says("Merci !", Number));

        var answered = await post.Row(there);
        (answered.Text("state"), answered["contact"]!.Id(), answered.Text("preview", "text")).ShouldBe(("new", Zoe, "Merci !"));
        (await Place()).ShouldSatisfyAllConditions(
            place => place["open"]!.Id("conversationId").ShouldBe(there),
            place => place["needsConsent"]!.GetValue<bool>().ShouldBeFalse("he has written here"),
            place => place["new"]!.GetValue<bool>().ShouldBeFalse());
        await Continue(new { text = "De rien", consent = (string?)null });
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task It_may_be_over_here_with_that_and_then_nobody_is_asked_how_it_was()
    {
        await Know(Number);
        await post.Shop.Diane.Put("resolve-reasons/scopes", new { reasons = new { channels = new[] { new { channelId = post.ChannelId, visibility = "private" } }, bulk = false, autoResolve = false, automation = false } });
        await new Asking().On(post.Shop.Diane, post.ChannelId);
        var reason = await Asking.Reason(post.Shop.Diane);

        var before = await post.Position();
        (await Refused(new { text = "Bonjour", ending = new { } })).ShouldBe("resolution.reason.required");
        (await post.Position()).ShouldBe(before, "nothing of it happened");
        (await post.Rows()).Count.ShouldBe(1);
        (await Place())["needsConsent"]!.GetValue<bool>().ShouldBeTrue();

        await Continue(new { text = "Bonjour", ending = new { reasonId = reason, comment = "" } });
        await post.App.UntilNothingWaits();

        var over = await post.Row(id);
        (over.Text("state"), over.Id("resolveReasonId")).ShouldBe(("resolved", reason));
        post.Pigeon.Flights.ShouldHaveSingleItem().Answer.Text.ShouldBe("Bonjour");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Where_the_network_asks_it_somebody_says_how_he_knows_that_the_contact_agrees()
    {
        await Know(Number);
        (await Refused(new { text = "Bonjour", consent = " " })).ShouldBe("consent.needed");
        (await post.Rows()).Count.ShouldBe(1);

        await Continue(new { text = "Bonjour", consent = "Dit au téléphone" });

        var said = (await post.Ana.Get($"contacts/{Zoe}"))["consents"]!.AsArray().ShouldHaveSingleItem()!;
        (said.Id("channelId"), said["given"]!.GetValue<bool>(), said.Text("how"), said.Text("by")).ShouldBe((telephones, true, "Dit au téléphone", "Ana"));
        (await Place())["needsConsent"]!.GetValue<bool>().ShouldBeFalse();
        await Continue(new { text = "Encore", consent = (string?)null });
    }

    [Fact]
    public async Task Who_asked_for_no_more_is_left_alone_until_he_writes_otherwise()
    {
        await Know(Number);
        await post.Ana.Put($"contacts/{Zoe}/consents/{telephones}", new { given = true, how = "Formulaire du 3 mai" });
        await Continue(new { text = "Bonjour", consent = (string?)null });
        await post.Bring(telephones, post.Says("STOP", Number) with { Consent = false });

        (await Place()).Text("obstacle").ShouldBe("optedOut");
        (await Refused(new { text = "Bonjour" })).ShouldBe("place.closed");
        (await Refusal(post.Ana, HttpMethod.Put, $"contacts/{Zoe}/consents/{telephones}", new { given = true, how = "Il a changé d’avis" })).ShouldBe((HttpStatusCode.UnprocessableEntity, "consent.refused"));
        var said = (await post.Ana.Get($"contacts/{Zoe}"))["consents"]!.AsArray().ShouldHaveSingleItem()!;
        (said["given"]!.GetValue<bool>(), said["refused"]!.GetValue<bool>(), said.Text("how")).ShouldBe((false, true, "STOP"));

        await post.Bring(telephones, post.Says("START", Number) with { Consent = true });
        (await Place())["obstacle"].ShouldBeNull();
    }

    [Fact]
    public async Task A_consent_a_member_took_back_a_member_may_give_again()
    {
        await Know(Number);
        await post.Ana.Put($"contacts/{Zoe}/consents/{telephones}", new { given = false, how = "Dit au comptoir" });
        (await Place()).Text("obstacle").ShouldBe("optedOut");

        await post.Bruno.Put($"contacts/{Zoe}/consents/{telephones}", new { given = true, how = "Dit au téléphone" });

        var place = await Place();
        (place["obstacle"], place["needsConsent"]!.GetValue<bool>()).ShouldBe((null, false));
    }

    [Fact]
    public async Task Each_channel_that_will_not_do_says_why()
    {
        var (echoed, late, gone) = (await post.Connect(post.OrganisationId), await post.Connect(post.OrganisationId), await post.Connect(post.OrganisationId));
        await post.Bring(late, post.Says("Hier", "zoe"));
        await post.Bring(gone, post.Says("Avant-hier", "zoe"));
        await post.Bring(echoed, new EchoIn(new Sender(["zoe"], new Profile("Zoe")), "echo-1", post.App.Clock.GetUtcNow()) { Text = "Vu sur le téléphone" });
        foreach (var other in (await post.Rows()).Select(one => one["contact"]!.Id()).Where(one => one != Zoe)) await post.Shop.Diane.Post($"contacts/{Zoe}/merges", new { other });
        post.Pigeon.AbilitiesOf[late] = post.Pigeon.Abilities with { ReplyWindowHours = 1 };
        await post.Shop.Diane.Delete($"channels/{gone}");
        post.App.Clock.Advance(TimeSpan.FromHours(1));

        (await Obstacle(echoed)).ShouldBe("neverWrote");
        (await Obstacle(late)).ShouldBe("windowClosed");
        (await Obstacle(telephones)).ShouldBe("noAddress");
        (await Obstacle(gone)).ShouldBe("disconnected");
        await post.Bring(telephones, post.Says("C’est mon numéro", Number));
        await Know(Number);
        (await Obstacle(telephones)).ShouldBe("somebodyElse");
        foreach (var channel in new[] { echoed, late, telephones, gone, post.ChannelId, Guid.CreateVersion7() })
            (await Refused(new { text = "Bonjour", channelId = channel })).ShouldBe("place.closed");
        await post.App.ShouldBeSound();

        async Task<string?> Obstacle(Guid channel) => (await Place(channel))["obstacle"]?.GetValue<string>();
    }

    [Fact]
    public async Task Outside_its_window_a_template_goes_on_there_and_no_free_text()
    {
        await Know(Number);
        post.Pigeon.AbilitiesOf[telephones] = post.Pigeon.AbilitiesOf[telephones] with { ReplyWindowHours = 24, Templates = true };
        post.Pigeon.Approved = [new Template("suivi", "fr", "UTILITY", "APPROVED", null, "Bonjour {{1}}", null, [], [new TemplateVariable("body", 1)])];

        (await Place())["needsTemplate"]!.GetValue<bool>().ShouldBeTrue();
        (await Refused(new { text = "Bonjour" })).ShouldBe("message.window_closed");
        (await Refused(new { template = new { name = "autre", language = "fr", variables = new[] { "Zoé" } } })).ShouldBe("template.unknown");
        await Continue(new { template = new { name = "suivi", language = "fr", variables = new[] { "Zoé" } } });
        await post.App.UntilNothingWaits();

        var flight = post.Pigeon.Flights.ShouldHaveSingleItem().Answer;
        (flight.Text, flight.Template!.Variables.Single()).ShouldBe(("Bonjour Zoé", "Zoé"));
    }

    [Fact]
    public async Task What_a_visitor_types_of_himself_leads_nowhere()
    {
        await post.Bring(post.Says("Appelez-moi") with { From = new Sender(["zoe"], new Profile("Zoe", Phone: Number)) });
        (await post.Ana.Get($"contacts/{Zoe}")).Text("phone").ShouldBe(Number);

        (await Place()).Text("obstacle").ShouldBe("noAddress");

        await Know("+33 6 12 34 56 78");
        (await Place()).Text("address").ShouldBe(Number, "a colleague wrote it");
        await Know("06 12 34 56 78");
        (await Place()).Text("obstacle").ShouldBe("noAddress", "which country?");
    }

    [Fact]
    public async Task An_address_that_is_surely_his_elsewhere_will_do()
    {
        var caller = await post.Write("Je vous appelle", Number);

        var place = (await post.Ana.Get($"conversations/{caller.Id()}/places")).Items().Single(one => one.Id("channelId") == telephones);

        (place.Text("address"), place["obstacle"]).ShouldBe((Number, null));
    }

    [Fact]
    public async Task The_same_message_twenty_times_at_once_is_one_message()
    {
        await Know(Number);
        var body = Body(new { text = "Bonjour", clientId = Guid.CreateVersion7() });

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var response = await post.Ana.Send(HttpMethod.Post, $"conversations/{id}/continuations", body);
            return response.StatusCode;
        }));

        answers.Count(status => status == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(status => status == HttpStatusCode.OK).ShouldBe(19);
        await post.App.UntilNothingWaits();
        post.Pigeon.Flights.ShouldHaveSingleItem();
        (await post.Ana.Get($"contacts/{Zoe}"))["identities"]!.AsArray().Count.ShouldBe(2);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task There_and_back_at_once_waits_for_nobody()
    {
        await Know(Number);
        var there = (await Continue(new { text = "Bonjour" })).Id("conversationId");

        var statuses = await Task.WhenAll(Enumerable.Range(0, 20).Select(async at =>
        {
            var (from, to) = at % 2 == 0 ? (id, telephones) : (there, post.ChannelId);
            using var response = await post.Ana.Send(HttpMethod.Post, $"conversations/{from}/continuations", Body(new { text = $"n° {at}", channelId = to, consent = (string?)null }));
            return response.StatusCode;
        }));

        statuses.ShouldAllBe(status => status == HttpStatusCode.Created);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Nobody_goes_where_he_may_not_look()
    {
        await Know(Number);
        await post.Shop.Diane.Patch($"channels/{telephones}", new { everyone = false, memberIds = new[] { post.Bruno.MemberId }, teamIds = Array.Empty<Guid>() });

        (await post.Ana.Get($"conversations/{id}/places")).Items().ShouldBeEmpty();
        (await Refused(new { text = "Bonjour" })).ShouldBe("place.closed");
        (await Refusal(post.Ana, HttpMethod.Put, $"contacts/{Zoe}/consents/{telephones}", new { given = true, how = "Dit" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Refusal(post.Ana, HttpMethod.Post, $"conversations/{Guid.CreateVersion7()}/continuations", Body(new { text = "Bonjour" }))).Status.ShouldBe(HttpStatusCode.NotFound);
        var viewer = await post.Hire("Victor", "viewer");
        (await Refusal(viewer, HttpMethod.Post, $"conversations/{id}/continuations", Body(new { text = "Bonjour" }))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Refusal(viewer, HttpMethod.Get, $"conversations/{id}/places")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_conversation_that_is_for_another_team_is_not_joined()
    {
        await Know(Number);
        await post.Ana.Put($"conversations/{id}/assignee", new { memberId = post.Ana.MemberId });
        var night = (await post.Shop.Diane.Post("teams", new { name = "Nuit", memberIds = Array.Empty<Guid>() })).Id();
        await post.Shop.Diane.Put("skill-sets/fallback-teams", new { teamIds = new[] { night } });
        await post.Shop.Diane.Put($"teams/{post.Shop.TeamId}/settings", new { seesOnlyRouted = true, limit = (int?)null, countsPending = false, mayFilter = true, maySort = true, sort = "oldest", mayChooseChannels = true });
        var there = (await Continue(new { text = "Bonjour" })).Id("conversationId");
        (await Place())["open"]!.Id("conversationId").ShouldBe(there, "it is his own");
        await post.Shop.Diane.Put($"conversations/{there}/assignee", new { memberId = post.Bruno.MemberId });

        var place = await Place();

        (place.Text("obstacle"), place["open"]).ShouldBe(("forOthers", null));
        (await Refused(new { text = "Bonjour" })).ShouldBe("place.closed");
    }

    private Task<JsonNode> Know(string number) => post.Ana.Put($"contacts/{Zoe}/attributes/phone", new { value = number });

    private async Task<JsonNode> Place(Guid? channel = null) =>
        (await post.Ana.Get($"conversations/{id}/places")).Items().Single(one => one.Id("channelId") == (channel ?? telephones));

    private Task<JsonNode> Continue(object change) => post.Ana.Post($"conversations/{id}/continuations", Body(change));

    private async Task<string?> Refused(object change)
    {
        var (status, code) = await Refusal(post.Ana, HttpMethod.Post, $"conversations/{id}/continuations", Body(change));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return code;
    }

    private JsonObject Body(object change)
    {
        var body = new JsonObject { ["clientId"] = Guid.CreateVersion7(), ["channelId"] = telephones, ["consent"] = "Dit au téléphone" };
        foreach (var (name, value) in System.Text.Json.JsonSerializer.SerializeToNode(change)!.AsObject()) body[name] = value?.DeepClone();
        return body;
    }

    private async Task<List<(string, Guid, Guid)>> Trail(JsonNode of) =>
    [
        .. from line in (await post.Ana.Get($"threads/{of.Id("threadId")}/messages"))["trail"]!.AsArray()
           where line!.Text("kind").StartsWith("conversationContinued", StringComparison.Ordinal)
           select (line!.Text("kind"), line["detail"]!.Id("conversationId"), line["detail"]!.Id("channelId")),
    ];
}
