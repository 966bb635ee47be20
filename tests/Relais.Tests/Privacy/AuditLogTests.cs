using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.People;
using Relais.Server.Channels;
using Relais.Server.Persistence.Rows;
using Relais.Server.Security;
using Relais.Tests.Automations;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Hours;
using Relais.Tests.Testing;
using Relais.Tests.VirtualAgents;
using Relais.Tests.VirtualAgents.Custom;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Privacy;

/// <summary>Whatever an administrator changes in the settings leaves one line, which says so.</summary>
public sealed class AuditLogTests : IAsyncLifetime
{
    /// <summary>They show what would be, and change nothing.</summary>
    private static readonly string[] OnlyAsk = ["PreviewContactGroup", "RehearseContactGroup", "RehearsePrioritization", "RehearseSkillSet", "RehearseAutomation", "TryAutomations", "RehearseScript", "TestCustomAgent", "CheckChannel", "ReadHolidayCalendar", "PreviewBroadcast"];

    private PigeonPost post = null!;

    private ApiClient Diane => post.Shop.Diane;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    [Fact]
    public async Task Every_change_of_a_setting_leaves_exactly_one_line()
    {
        var told = new List<string>();
        foreach (var (operation, act) in await Acts())
        {
            var before = await Count();
            await act();
            (await Count() - before).ShouldBe(1, operation);
            var line = (await Diane.Get("audit-log?limit=1")).Items().Single();
            line.Text("operation").ShouldBe(operation);
            line.Text("sentence").ShouldNotContain("{name}");
            line.Text("sentence").ShouldNotContain("\u00a0\u00a0", customMessage: $"{operation} says what it was done to");
            line.Text("by").ShouldBe("Diane");
            told.Add(operation);
        }

        Audited().Except(OnlyAsk).Except(told).ShouldBeEmpty("an act here for every route that needs an administrator's right");
    }

    [Fact]
    public void Every_operation_can_be_told_in_both_languages() =>
        Audited().Except(OnlyAsk).Where(operation => !Relais.Server.Privacy.AuditTexts.Knows(operation)).ShouldBeEmpty("a sentence in src/Relais.Server/Privacy/fr.json and en.json");

    [Fact]
    public async Task What_changes_nothing_or_is_refused_leaves_no_line()
    {
        var before = await Count();
        await Diane.Put("remove-assignment", new { option = "never" });
        (await Refusal(Diane, HttpMethod.Post, "tags", new { name = "" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Refusal(post.Ana, HttpMethod.Post, "tags", new { name = "Éloge" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        await Diane.Post("contact-groups/preview", new { match = "all", rules = new[] { new { alias = "vip", @operator = "is", values = new[] { "yes" } } } });
        (await Count()).ShouldBe(before);
    }

    [Fact]
    public async Task It_tells_what_was_chosen_and_how_it_was_called_before()
    {
        await Diane.Put("auto-clear", new { option = "thirtyDays" });
        (await Last()).ShouldBe("a choisi l’effacement automatique des attributs\u00a0: 30 jours");
        var tag = await Diane.Post("tags", new { name = "Éloge" });
        (await Last()).ShouldBe("a créé le tag «\u00a0Éloge\u00a0»");
        await Diane.Patch($"tags/{tag.Id()}", new { name = "Compliment" });
        (await Last()).ShouldBe("a modifié le tag «\u00a0Compliment\u00a0» (auparavant «\u00a0Éloge\u00a0»)");
        await Diane.Patch("session/member", new { language = "en" });
        (await Last()).ShouldBe("changed the tag “Compliment” (formerly “Éloge”)");
    }

    [Fact]
    public async Task It_is_searched_by_words_by_member_and_by_time_page_by_page_and_taken_along_as_a_table()
    {
        foreach (var number in Enumerable.Range(1, 5)) await Diane.Post("tags", new { name = $"Éloge {number}" });
        post.App.Clock.Advance(TimeSpan.FromHours(1));
        var later = post.App.Clock.GetUtcNow();
        await Diane.Post("teams", new { name = "Retours", memberIds = Array.Empty<Guid>() });

        (await Found("words=eloge")).Count.ShouldBe(5);
        (await Found("words=eloge%203")).ShouldHaveSingleItem().Text("sentence").ShouldContain("Éloge 3");
        (await Found("words=equipe")).ShouldContain(line => line.Text("sentence").Contains("Retours"), "what it was is in the sentence, without its accents");
        (await Found($"words=retours&memberId={Diane.MemberId}")).Count.ShouldBe(1);
        (await Found($"memberId={post.Ana.MemberId}")).ShouldBeEmpty();
        (await Found($"from={later:O}".Replace("+", "%2B", StringComparison.Ordinal))).ShouldHaveSingleItem();
        (await Found($"words=eloge&to={later.AddHours(-2):O}".Replace("+", "%2B", StringComparison.Ordinal))).ShouldBeEmpty();

        var first = await Diane.Get("audit-log?words=eloge&limit=3");
        var second = await Diane.Get($"audit-log?words=eloge&limit=3&after={first.Text("next")}");
        first.Items().Concat(second.Items()).Select(line => line.Text("sentence")[^3]).ShouldBe("54321".ToList());
        second["next"].ShouldBeNull();

        using var table = await Diane.Send(HttpMethod.Get, "audit-log/table?words=eloge");
        var lines = (await table.Content.ReadAsStringAsync(Cancel)).Trim().Split('\n');
        lines.Length.ShouldBe(6);
        lines[1].ShouldContain(";Diane;");
        (await Refusal(post.Ana, HttpMethod.Get, "audit-log")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    private Task<int> Count() => post.App.Look(db => db.AuditLog.IgnoreQueryFilters().CountAsync(Cancel));

    private async Task<string> Last() => (await Diane.Get("audit-log?limit=1")).Items().Single().Text("sentence");

    private async Task<List<JsonNode>> Found(string query) => [.. (await Diane.Get($"audit-log?{query}")).Items()];

    /// <summary>The operations of all routes that change something and need an administrator's right.</summary>
    private IEnumerable<string> Audited() =>
        from route in post.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        where route.Metadata.GetMetadata<Access>()?.Permission is { } permission
            && Admission.IsAudited(permission, route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET")
        select route.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName;

    private async Task<(string Operation, Func<Task> Act)[]> Acts()
    {
        var contact = (await post.Write("Bonjour"))["contact"]!.Id();
        var greeting = (await Diane.Post("automations", AutomationIntakeTests.Draft("Début", "bonjour", AutomationIntakeTests.Resolve(null)))).Id();
        var training = (await Diane.Post("away-states", new { name = "Formation" })).Id();
        Guid tag = default, topic = default, away = default, group = default, reason = default, set = default, team = default, member = default, channel = default, hours = default, automation = default, responder = default, program = default, survey = default;
        var rules = new[] { new { alias = "vip", @operator = "is", values = new[] { "yes" } } };
        object SkillSet(string name) => new
        {
            name,
            teamIds = new[] { post.Shop.TeamId },
            filter = new { joint = "all", groups = new[] { new { joint = "all", rules = new[] { new { kind = "visibility", test = "anyOf", words = new[] { "private" } } } } } },
        };
        return
        [
            ("AddTag", async () => tag = (await Diane.Post("tags", new { name = "Éloge" })).Id()),
            ("ChangeTag", () => Diane.Patch($"tags/{tag}", new { active = false })),
            ("RemoveTag", () => Diane.Delete($"tags/{tag}")),
            ("AddTopic", async () => topic = (await Diane.Post("topics", new { name = "Colis" })).Id()),
            ("ChangeTopic", () => Diane.Patch($"topics/{topic}", new { name = "Livraison" })),
            ("RemoveTopic", () => Diane.Delete($"topics/{topic}")),
            ("AddAwayState", async () => away = (await Diane.Post("away-states", new { name = "Déjeuner" })).Id()),
            ("ChangeAwayState", () => Diane.Patch($"away-states/{away}", new { name = "Repas" })),
            ("OrderAwayStates", () => Diane.Put("away-states/order", new { ids = new[] { away, training } })),
            ("AddContactAttribute", () => Diane.Post("contact-attributes", new { alias = "points", name = "Points", format = "number" })),
            ("ChangeContactAttribute", () => Diane.Patch("contact-attributes/points", new { isOn = false })),
            ("OrderContactAttributes", async () =>
            {
                var aliases = (await Diane.Get("contact-attributes")).Items().Select(one => one.Text("alias")).Reverse().ToArray();
                await Diane.Put("contact-attributes/order", new { aliases });
            }),
            ("RemoveContactAttribute", () => Diane.Delete("contact-attributes/points")),
            ("AddContactGroup", async () => group = (await Diane.Post("contact-groups", new { name = "Premier", match = "all", rules })).Id()),
            ("ChangeContactGroup", () => Diane.Put($"contact-groups/{group}", new { name = "Premiers", match = "all", rules })),
            ("RemoveContactGroup", () => Diane.Delete($"contact-groups/{group}")),
            ("AddResolveReason", async () => reason = (await Diane.Post("resolve-reasons", new { name = "Réglé" })).Id()),
            ("ChangeResolveReason", () => Diane.Patch($"resolve-reasons/{reason}", new { name = "Tout est réglé" })),
            ("OrderResolveReasons", async () =>
            {
                var ids = (await Diane.Get("resolve-reasons"))["items"]!.AsArray().Select(one => one!.Id()).Reverse().ToArray();
                await Diane.Put("resolve-reasons/order", new { ids });
            }),
            ("SetResolveScopes", async () =>
            {
                var reasons = (await Diane.Get("resolve-reasons"))["reasons"]!.DeepClone();
                reasons["bulk"] = !reasons["bulk"]!.GetValue<bool>();
                await Diane.Put("resolve-reasons/scopes", new { reasons });
            }),
            ("AddTeam", async () => team = (await Diane.Post("teams", new { name = "Retours", memberIds = Array.Empty<Guid>() })).Id()),
            ("ChangeTeam", () => Diane.Patch($"teams/{team}", new { name = "Les retours" })),
            ("SetTeamSettings", () => Diane.Put($"teams/{team}/settings", new { limit = 5 })),
            ("AddSkillSet", async () => set = (await Diane.Post("skill-sets", SkillSet("Privé"))).Id()),
            ("ChangeSkillSet", () => Diane.Patch($"skill-sets/{set}", SkillSet("Messages privés"))),
            ("AddAutomation", async () => automation = (await Diane.Post("automations", AutomationIntakeTests.Draft("Fin", "au revoir", AutomationIntakeTests.Resolve(null)))).Id()),
            ("ChangeAutomation", () => Diane.Patch($"automations/{automation}", new { enabled = false })),
            ("OrderAutomations", () => Diane.Put("automations/order", new { ids = new[] { automation, greeting } })),
            ("RemoveAutomation", () => Diane.Delete($"automations/{automation}")),
            ("RemoveSkillSet", () => Diane.Delete($"skill-sets/{set}")),
            ("AddSurvey", async () => survey = (await Diane.Post("surveys", new Surveys.Asking().Body)).Id()),
            ("ChangeSurvey", () => Diane.Patch($"surveys/{survey}", new { draft = new Surveys.Asking { Share = 50 }.Body })),
            ("RemoveSurvey", () => Diane.Delete($"surveys/{survey}")),
            ("ChooseSurveyPolicy", () => Diane.Put("survey-policy", new { trigger = "peopleAndVirtualAgents", includesBulk = true })),
            ("AddAutoResponder", async () => responder = (await Diane.Post("auto-responders", new Draft().Body)).Id()),
            ("ChangeAutoResponder", () => Diane.Patch($"auto-responders/{responder}", new { enabled = true })),
            ("RemoveAutoResponder", () => Diane.Delete($"auto-responders/{responder}")),
            ("AddCustomAgent", async () => program = (await Diane.Post("custom-agents", AgentShop.Draft("https://bot.maison-lune.example/hook")))["agent"]!.Id()),
            ("ChangeCustomAgent", () => Diane.Patch($"custom-agents/{program}", new { enabled = true })),
            ("ReplaceCustomAgentSecret", () => Diane.Post($"custom-agents/{program}/secrets", new { secret = "token" })),
            ("RepeatAgentDelivery", async () => await Diane.Post($"custom-agents/{program}/deliveries/{await AgentShop.Told(post, program)}/repetition")),
            ("RemoveCustomAgent", () => Diane.Delete($"custom-agents/{program}")),
            ("SetFallbackTeams", () => Diane.Put("skill-sets/fallback-teams", new { teamIds = new[] { team } })),
            ("SetPrioritization", () => Diane.Put("prioritization", new { rules = new[] { new { kind = "channel", id = post.ChannelId, weight = 3 } } })),
            ("DissolveTeam", () => Diane.Delete($"teams/{team}")),
            ("InviteMember", async () => member = (await Diane.Post("members", new { name = "Paul", email = "paul@maison-lune.fr", role = "agent", teamIds = Array.Empty<Guid>(), language = "fr" }))["member"]!.Id()),
            ("ChangeMember", () => Diane.Patch($"members/{member}", new { role = "viewer" })),
            ("MakeLink", () => Diane.Post($"members/{member}/links", new { purpose = "invitation" })),
            ("AddBusinessHours", async () => hours = (await Diane.Post("business-hours", new { name = "Service client", timetable = HoursEndpointTests.Office() })).Id()),
            ("ChangeBusinessHours", () => Diane.Patch($"business-hours/{hours}", new { name = "Nos heures" })),
            ("KeepBusinessHours", () => Send(HttpMethod.Put, $"channels/{post.ChannelId}/business-hours", new { hoursId = hours })),
            ("RemoveBusinessHours", () => Diane.Delete($"business-hours/{hours}")),
            ("ConnectChannel", async () => channel = (await Diane.Post("channels", new { kind = Pigeon.Kind, name = "Site", settings = new { } })).Id()),
            ("ChangeChannel", () => Diane.Patch($"channels/{channel}", new { name = "Notre site" })),
            ("DisconnectChannel", () => Diane.Delete($"channels/{channel}")),
            .. await Broadcasts(),
            ("ChooseAutoClear", () => Diane.Put("auto-clear", new { option = "oneDay" })),
            ("ChooseAutoResolve", () => Diane.Put("auto-resolve", new { setting = new { @new = new { minutes = (int?)null }, pending = new { minutes = 60 }, channels = Array.Empty<object>() } })),
            ("ChooseRemoveAssignment", () => Diane.Put("remove-assignment", new { option = "offline" })),
            ("ImportSavedReplies", Import),
            ("ReplayQuarantined", async () => await Diane.Post($"quarantine/{await Broken()}/replay")),
            ("DropQuarantined", async () => await Diane.Delete($"quarantine/{await Broken()}")),
            ("DeleteContact", () => Diane.Delete($"contacts/{contact}")),
        ];
    }

    private async Task<(string Operation, Func<Task> Act)[]> Broadcasts()
    {
        var telephones = await post.Connect(post.OrganisationId);
        post.Pigeon.AbilitiesOf[telephones] = post.Pigeon.Abilities with { WritesFirst = true, Templates = true };
        post.Pigeon.Approved = [new Template("soldes", "fr", "MARKETING", "APPROVED", null, "Les soldes !", null, [], [])];
        Guid broadcast = default;
        var draft = new
        {
            name = "Soldes", channelId = telephones, template = "soldes", language = "fr", values = Array.Empty<string>(),
            audience = new { list = new { table = "+33612345678" } }, startAt = post.App.Clock.GetUtcNow().AddDays(1),
        };
        return
        [
            ("AddBroadcast", async () => broadcast = (await Diane.Post("broadcasts", draft)).Id()),
            ("PauseBroadcast", () => Diane.Put($"broadcasts/{broadcast}/pause")),
            ("ResumeBroadcast", () => Diane.Delete($"broadcasts/{broadcast}/pause")),
            ("StopBroadcast", () => Diane.Put($"broadcasts/{broadcast}/end")),
        ];
    }

    private async Task Send(HttpMethod method, string path, object body)
    {
        using var response = await Diane.Send(method, path, body);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync(Cancel));
    }

    private async Task Import()
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("collection,title,body\nRetours,Adresse,Voici notre adresse\n"));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var form = new MultipartFormDataContent { { content, "file", "reponses.csv" } };
        using var response = await Diane.Send(HttpMethod.Post, "saved-replies/table", form);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync(Cancel));
    }

    private async Task<long> Broken()
    {
        var row = new JournalRow { OrganisationId = post.OrganisationId, ChannelId = post.ChannelId, Key = $"{Guid.CreateVersion7()}", Body = "{}"u8.ToArray(), State = JournalState.Quarantined, ReceivedAt = post.App.Clock.GetUtcNow(), DueAt = post.App.Clock.GetUtcNow() };
        await post.Change(db => db.Journal.Add(row));
        return row.Id;
    }
}
