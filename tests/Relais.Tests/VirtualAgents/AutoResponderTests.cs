using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Persistence.Rows;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;
using static Relais.Tests.VirtualAgents.Draft;

namespace Relais.Tests.VirtualAgents;

/// <summary>Step 9 of the guide: scripts with statements and questions on direct-message channels, until a person must take over.</summary>
public sealed class AutoResponderTests : IAsyncLifetime
{
    private PigeonPost post = null!;

    private ApiClient Diane => post.Shop.Diane;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    [Fact]
    public async Task It_greets_asks_keeps_files_and_hands_over_to_the_team_the_answer_is_for()
    {
        var topic = (await Diane.Post("topics", new { name = "Livraison" })).Id();
        var retours = (await Diane.Post("teams", new { name = "Colis", memberIds = new[] { post.Bruno.MemberId } })).Id();
        await Diane.Post("skill-sets", new { name = "Colis", teamIds = new[] { retours }, filter = new { joint = "all", groups = new[] { new { joint = "all", rules = new[] { new { kind = "topic", test = "anyOf", ids = new[] { topic } } } } } } });
        await Diane.Post("contact-attributes", new { alias = "order_no", name = "Commande", format = "number" });
        await new Draft
        {
            InHours =
            [
                Says("hello", "Bonjour {{contact.first_name|et bienvenue}} !"),
                Asks("number", "Votre numéro de commande ?", "order_no", "Des chiffres, s’il vous plaît."),
                Asks("about", "À quel sujet ?", null, null, May("Livraison", topic), May("Autre")),
                Ends("end", text: "Un conseiller arrive."),
            ],
        }.On(Diane, post.ChannelId);

        await post.Bring(post.Says("Bonjour"));
        var row = await Held();
        (await post.Said(row)).ShouldBe(["Bonjour Zoe !", "Votre numéro de commande ?"]);
        (await post.Rows("new pending resolved")).ShouldBeEmpty("it waits for nobody");
        row["holder"]!.Text("name").ShouldBe("Accueil VA");
        (await post.Messages(row.Id("threadId"))).Where(message => message.Text("direction") == "out").ShouldAllBe(message => message["author"]!.Text("kind") == "virtualAgent" && message["author"]!.Text("name") == "Accueil VA");
        row["teamIds"]!.AsArray().ShouldBeEmpty("nobody routes it yet");

        await post.Bring(post.Says("je ne sais plus"));
        await post.Bring(post.Says("1 204"));
        await post.Bring(post.Says("livraison"));
        row = await post.Row(row.Id());
        row.Text("state").ShouldBe("new");
        (await post.Said(row))[2..].ShouldBe(["Des chiffres, s’il vous plaît.", "À quel sujet ?\n\n1. Livraison\n2. Autre", "Un conseiller arrive."]);
        row["topicIds"]!.AsArray().Select(id => id!.GetValue<Guid>()).ShouldBe([topic]);
        row["teamIds"]!.AsArray().Select(id => id!.GetValue<Guid>()).ShouldBe([retours]);
        var contact = await Diane.Get($"contacts/{row["contact"]!.Id()}");
        contact.ToJsonString().ShouldContain("1204");
        (await post.Trail("conversationHandedOver"))["detail"]!.Text("reason").ShouldBe("finished");

        await post.Bring(post.Says("Merci"));
        (await post.Said(row)).Count.ShouldBe(5, "its work is done");
        await post.App.ShouldBeSound();
        (await post.App.Look(db => db.ScriptRuns.IgnoreQueryFilters().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_message_twice_gets_one_answer()
    {
        await new Draft().On(Diane, post.ChannelId);
        var once = post.Says("Bonjour");
        await post.Bring(once, once);
        await post.Bring(once);

        (await post.Said(await Held())).Count.ShouldBe(2);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Whoever_asks_for_a_person_gets_one_also_with_his_first_word()
    {
        await new Draft().On(Diane, post.ChannelId);
        await post.Bring(post.Says("Bonjour"));
        await post.Bring(post.Says("Je veux un humain"));
        var row = (await post.Rows("new")).ShouldHaveSingleItem();
        (await post.Said(row)).Count.ShouldBe(2);
        (await post.Trail("conversationHandedOver"))["detail"]!.Text("reason").ShouldBe("escaped");

        await post.Bring(post.Says("Un humain, vite", "yann"));
        (await post.Said((await post.Rows("new"))[1])).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_contact_who_stays_silent_is_left_to_people_and_each_answer_gives_him_his_time_anew()
    {
        var topic = (await Diane.Post("topics", new { name = "Sans réponse" })).Id();
        await new Draft { InHours = [Asks("a", "Un ?"), Asks("b", "Deux ?")], OnTimeout = new { end = "handOver", topicId = topic } }.On(Diane, post.ChannelId);
        await post.Bring(post.Says("Bonjour"));
        await Passes(50);
        await post.Bring(post.Says("Oui"));
        await Passes(50);
        (await post.Rows("held")).ShouldHaveSingleItem();

        await Passes(11);
        var row = (await post.Rows("new")).ShouldHaveSingleItem();
        row["topicIds"]!.AsArray().ShouldHaveSingleItem()!.GetValue<Guid>().ShouldBe(topic);
        (await post.Trail("conversationHandedOver"))["detail"]!.Text("reason").ShouldBe("contactSilent");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Where_silence_resolves_it_says_goodbye_and_the_next_word_begins_anew()
    {
        var reason = (await Diane.Get("resolve-reasons")).Items().Single(one => one.Text("name") == "Le contact ne répond plus").Id();
        await new Draft { OnTimeout = new { end = "resolve", reasonId = reason }, TimeoutText = "À bientôt !" }.On(Diane, post.ChannelId);
        await post.Bring(post.Says("Bonjour"));
        await Passes(61);
        var row = (await post.Rows("resolved")).ShouldHaveSingleItem();
        (row.Id("resolveReasonId"), (await post.Said(row))[^1]).ShouldBe((reason, "À bientôt !"));
        (await post.Trail("conversationResolved"))["detail"]!.Text("way").ShouldBe("virtualAgent");

        await post.Bring(post.Says("Me revoilà"));
        (await post.Said(await Held())).Count.ShouldBe(5);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task What_does_not_reach_the_contact_goes_to_people()
    {
        post.Pigeon.Hand = (_, _) => Task.FromResult<Delivery>(new Delivery.Rejected("refused", "No."));
        await new Draft().On(Diane, post.ChannelId);
        await post.Bring(post.Says("Bonjour"));
        await Passes(4);
        (await post.Rows("held")).ShouldHaveSingleItem();
        await Passes(2);

        (await post.Rows("new")).ShouldHaveSingleItem();
        (await post.Trail("conversationHandedOver"))["detail"]!.Text("reason").ShouldBe("agentSilent");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task An_agent_takes_over_at_any_moment_and_the_script_stops()
    {
        await new Draft().On(Diane, post.ChannelId);
        await post.Bring(post.Says("Bonjour"));
        var id = (await Held()).Id();
        await post.Ana.Put($"conversations/{id}/assignee", new { memberId = post.Ana.MemberId, ifUnassigned = true });
        var row = await post.Row(id);
        (row.Text("state"), row.Id("assigneeId"), row["holder"]).ShouldBe(("new", post.Ana.MemberId, null));

        await post.Bring(post.Says("Mon colis"));
        (await post.Said(row)).Count.ShouldBe(2);
        await Passes(120);
        (await post.Row(id)).Text("state").ShouldBe("new", "its time-outs are gone with it");

        await post.Bring(post.Says("Bonsoir", "yann"));
        var other = await Held();
        await Answer(post.Bruno, other.Id(), "Je suis là");
        (await post.Row(other.Id())).Text("state").ShouldBe("pending");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Outside_business_hours_the_other_script_is_played_or_none()
    {
        var closed = new { zone = "Europe/Paris", week = Enumerable.Range(0, 7).Select(_ => Array.Empty<object>()).ToArray(), holidays = Array.Empty<object>() };
        await Diane.Post("business-hours", new { name = "Jamais", timetable = closed, channelIds = new[] { post.ChannelId } });
        var id = await new Draft { OutOfHours = [Says("a", "Nous sommes fermés."), Ends("b")] }.On(Diane, post.ChannelId);
        await post.Bring(post.Says("Bonjour"));
        (await post.Said((await post.Rows("new")).ShouldHaveSingleItem())).ShouldBe(["Nous sommes fermés."]);

        await Diane.Patch($"auto-responders/{id}", new { draft = new Draft().Body });
        await post.Bring(post.Says("Bonsoir", "yann"));
        (await post.Said((await post.Rows("new"))[1])).ShouldBeEmpty("an empty script leaves it to people");
    }

    [Fact]
    public async Task A_contact_who_was_here_lately_is_not_greeted_again()
    {
        await new Draft { InactiveHours = 24 }.On(Diane, post.ChannelId);
        await post.Bring(post.Says("Bonjour"));
        var first = await Held();
        await post.Ana.Put($"conversations/{first.Id()}/resolution", new { });
        await post.Later(TimeSpan.FromHours(23));
        await post.Bring(post.Says("Encore moi"));
        (await post.Said((await post.Rows("new")).ShouldHaveSingleItem())).Count.ShouldBe(2);

        await post.Ana.Put($"conversations/{(await post.Rows("new"))[0].Id()}/resolution", new { });
        await post.Later(TimeSpan.FromHours(25));
        await post.Bring(post.Says("Un mois plus tard"));
        (await post.Said(await Held())).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Only_one_takes_what_begins_on_a_channel_and_the_second_is_told_who_does()
    {
        await new Draft().On(Diane, post.ChannelId);
        var second = (await Diane.Post("auto-responders", new Draft { Name = "Accueil bis" }.Body)).Id();
        using var refused = await Diane.Send(HttpMethod.Patch, $"auto-responders/{second}", new { channelIds = new[] { post.ChannelId } });
        var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync(Cancel))!;
        (refused.StatusCode, problem.Text("code"), problem["params"]!.Text("name")).ShouldBe((HttpStatusCode.UnprocessableEntity, "virtual_agent.channel.taken", "Accueil"));

        await Diane.Patch($"auto-responders/{second}", new { draft = new Draft { Name = "Accueil bis", Activation = "delegation" }.Body, channelIds = new[] { post.ChannelId } });
        (await Refusal(Diane, HttpMethod.Patch, $"auto-responders/{second}", new { draft = new Draft { Name = "Accueil bis" }.Body })).Code.ShouldBe("virtual_agent.channel.taken");
        (await Refusal(post.Ana, HttpMethod.Get, "auto-responders")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Given_a_conversation_it_speaks_at_once_and_gives_it_back_to_whoever_had_it()
    {
        var id = await new Draft { Name = "Avis", Activation = "delegation", HandOver = "previousAgent", InHours = [Asks("a", "Votre avis ?"), Ends("b", text: "Merci !")] }.On(Diane, post.ChannelId);
        var row = await post.Write("Bonjour");
        (await post.Said(row)).ShouldBeEmpty("it never picks up by itself");
        await post.Ana.Put($"conversations/{row.Id()}/assignee", new { memberId = post.Ana.MemberId });
        (await post.Ana.Get("virtual-agents")).Items().ShouldHaveSingleItem().Text("name").ShouldBe("Avis VA");

        await post.Ana.Put($"conversations/{row.Id()}/assignee", new { virtualAgentId = id });
        (await post.Row(row.Id())).Text("state").ShouldBe("held");
        await post.Bring(post.Says("Très bien"));
        row = await post.Row(row.Id());
        (row.Text("state"), row.Id("assigneeId")).ShouldBe(("new", post.Ana.MemberId));
        (await post.Said(row)).ShouldBe(["Votre avis ?", "Merci !"]);
        (await Refusal(post.Ana, HttpMethod.Put, $"conversations/{row.Id()}/assignee", new { virtualAgentId = Guid.CreateVersion7() })).Code.ShouldBe("virtual_agent.unknown");
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Turned_off_or_deleted_it_gives_everything_back()
    {
        var id = await new Draft().On(Diane, post.ChannelId);
        await post.Bring(post.Says("Bonjour"));
        await Diane.Patch($"auto-responders/{id}", new { enabled = false });
        await post.App.UntilNothingWaits();
        (await post.Rows("new")).ShouldHaveSingleItem();
        (await post.Trail("conversationHandedOver"))["detail"]!.Text("reason").ShouldBe("turnedOff");

        await Diane.Patch($"auto-responders/{id}", new { enabled = true });
        await post.Bring(post.Says("Bonsoir", "yann"));
        await Diane.Delete($"auto-responders/{id}");
        await post.App.UntilNothingWaits();
        (await post.Rows("new")).Count.ShouldBe(2);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Nothing_answers_a_machine_or_in_public()
    {
        await new Draft().On(Diane, post.ChannelId);
        await post.Bring(post.Says("Je suis absent jusqu’à lundi") with { IsAutomatic = true });
        await post.Bring(post.Says("Joli !", "yann") with { Visibility = Visibility.Public, Post = "post-1" });
        foreach (var row in await post.Rows("new")) (await post.Said(row)).ShouldBeEmpty();
        (await post.Rows("new")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Two_machines_that_answer_each_other_fall_silent_and_a_person_gets_the_conversation()
    {
        await new Draft { InHours = [Asks("a", "Un ?", null, null, May("Encore", next: "a"))] }.On(Diane, post.ChannelId);
        await post.Bring(post.Says("Bonjour"));
        for (var turn = 0; turn < 60 && (await post.Rows("held")).Count > 0; turn++) await post.Bring(post.Says("Encore"));

        var row = (await post.Rows("new")).ShouldHaveSingleItem();
        (await post.Said(row)).Count.ShouldBe(Domain.VirtualAgents.Restraint.PerContact);
        (await post.Trail("conversationHandedOver"))["detail"]!.Text("reason").ShouldBe("restrained");
    }

    [Fact]
    public async Task A_flood_of_forged_senders_gets_no_more_than_everybody_s_share_and_the_rest_waits_for_people()
    {
        const int left = 10, senders = 40;
        await new Draft().On(Diane, post.ChannelId);
        var now = post.App.Clock.GetUtcNow();
        var hour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        await post.Change(db => db.AutomaticMessages.Add(new AutomaticMessagesRow
        {
            Subject = post.OrganisationId,
            OrganisationId = post.OrganisationId,
            Hour = hour,
            Count = Domain.VirtualAgents.Restraint.Everybody - left,
        }));
        await post.Bring([.. Enumerable.Range(1, senders).Select(number => post.Says("Gagnez un voyage sur exemple.fr", $"faux{number}"))]);

        var answers = await post.App.Look(db => db.Messages.IgnoreQueryFilters().Where(message => message.Direction == Direction.Out).Select(message => message.Text).ToListAsync());
        answers.Count.ShouldBeLessThanOrEqualTo(left);
        answers.ShouldNotBeEmpty();
        string.Concat(answers).ShouldNotContain("exemple.fr");
        (await post.Rows("new")).Count.ShouldBe(senders - (await post.Rows("held")).Count);
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task What_it_has_is_not_given_out_and_does_not_end_by_itself()
    {
        await Diane.Put($"teams/{post.Shop.TeamId}/settings", new { limit = 5, mayFilter = true, maySort = true, mayChooseChannels = true });
        await Diane.Put("auto-resolve", new { setting = new { @new = new { minutes = 15 }, pending = new { minutes = 15 }, channels = Array.Empty<object>() } });
        await new Draft().On(Diane, post.ChannelId);
        await post.Bring(post.Says("Bonjour"));
        await post.Ana.Patch("session/member", new { availability = "available" });
        await Passes(30);

        var row = await Held();
        row["assigneeId"].ShouldBeNull();
        (await Diane.Get("queue/counters")).Items().ShouldHaveSingleItem().Text("state").ShouldBe("held");
    }

    [Fact]
    public async Task The_rehearsal_says_what_a_real_conversation_would_hear()
    {
        var draft = new Draft { InHours = [Says("a", "Bonjour {{contact.first_name}} !"), Asks("b", "Sujet ?", null, null, May("Livraison"), May("Autre")), Ends("c", "resolve", "Merci.")] };
        await draft.On(Diane, post.ChannelId);
        await post.Bring(post.Says("Bonjour"));
        await post.Bring(post.Says("?"));
        await post.Bring(post.Says("2"));
        var said = await post.Said((await post.Rows("resolved")).ShouldHaveSingleItem());

        var played = await Diane.Post("auto-responders/rehearsals", new { draft = draft.Body, language = "fr", isOpen = true, channelId = post.ChannelId, contactName = "Zoe", acts = new[] { new { text = "?" }, new { text = "2" } } });
        played["lines"]!.AsArray().Where(line => line!.Text("kind") == "said").Select(line => line!.Text("text")).ShouldBe(said);
        played["lines"]!.AsArray()[^1]!.Text("kind").ShouldBe("resolved");
        played["waitsAt"].ShouldBeNull();
        (await post.Rows("new pending held")).ShouldBeEmpty("a rehearsal leaves nothing behind");
    }

    [Fact]
    public async Task What_a_channel_cannot_show_is_refused_when_it_is_saved()
    {
        post.Pigeon.Abilities = post.Pigeon.Abilities with { Choices = new ChoiceLimits(2, 9, 500) };
        var id = (await Diane.Post("auto-responders", new Draft { InHours = [Asks("a", "Sujet ?", null, null, May("Livraison de colis"))] }.Body)).Id();
        (await Refusal(Diane, HttpMethod.Patch, $"auto-responders/{id}", new { channelIds = new[] { post.ChannelId } })).Code.ShouldBe("script.label.too_long_here");
        await Diane.Patch($"auto-responders/{id}", new { draft = new Draft { InHours = [Asks("a", "Sujet ?", null, null, May("A"), May("B"), May("C"))] }.Body });
        (await Refusal(Diane, HttpMethod.Patch, $"auto-responders/{id}", new { channelIds = new[] { post.ChannelId } })).Code.ShouldBe("script.answers.too_many_here");

        await Diane.Patch($"auto-responders/{id}", new { draft = new Draft { InHours = [Asks("a", "Sujet ?", null, null, May("A"), May("B"))] }.Body, channelIds = new[] { post.ChannelId }, enabled = true });
        await post.Bring(post.Says("Bonjour"));
        await post.App.UntilNothingWaits();
        post.Pigeon.Flights.Single().Answer.Choices.ShouldBe(["A", "B"]);
    }

    private async Task<JsonNode> Held() => (await post.Rows("held")).ShouldHaveSingleItem();

    private async Task Passes(int minutes)
    {
        await post.App.UntilNothingWaits();
        await post.Later(TimeSpan.FromMinutes(minutes));
        await post.App.UntilNothingWaits();
    }
}
