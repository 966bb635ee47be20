using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Automations.AutomationIntakeTests;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Automations;

/// <summary>How an administrator makes automations, tries them and looks at what they would have done.</summary>
public sealed class AutomationEndpointTests : IAsyncLifetime
{
    private PigeonPost post = null!;
    private Guid tag;
    private Guid topic;

    private ApiClient Diane => post.Shop.Diane;

    public async ValueTask InitializeAsync()
    {
        post = await PigeonPost.Open();
        tag = (await Diane.Post("tags", new { name = "Éloge" })).Id();
        topic = (await Diane.Post("topics", new { name = "Facturation" })).Id();
    }

    [Fact]
    public async Task One_is_made_changed_turned_off_moved_and_deleted()
    {
        var first = await Diane.Post("automations", Draft("Éloges", "bravo, \"merci, vraiment\"", Tag(tag)));
        var second = await Diane.Post("automations", Draft("Factures", "facture", Topic(topic), Resolve(null)));
        (await Names()).ShouldBe(["Éloges", "Factures"]);
        (first["enabled"]!.GetValue<bool>(), second["place"]!.GetValue<int>()).ShouldBe((true, 1));
        first["filter"]!["groups"]![0]!["conditions"]![0]!.Text("keywords").ShouldBe("bravo, \"merci, vraiment\"", "as it was written");

        await Diane.Put("automations/order", new { ids = new[] { second.Id(), first.Id() } });
        (await Names()).ShouldBe(["Factures", "Éloges"]);
        (await Diane.Patch($"automations/{first.Id()}", new { draft = Draft("Compliments", "bravo", Tag(tag)), enabled = false }))["enabled"]!.GetValue<bool>().ShouldBeFalse();
        (await Names()).ShouldBe(["Factures", "Compliments"]);
        await Diane.Delete($"automations/{second.Id()}");
        (await Names()).ShouldBe(["Compliments"]);
        (await Refusal(Diane, HttpMethod.Delete, $"automations/{second.Id()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Refusal(post.Ana, HttpMethod.Get, "automations")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_cannot_work_is_refused_with_what_to_do()
    {
        await Diane.Post("automations", Draft("Éloges", "bravo", Tag(tag)));
        var comment = (await Diane.Post("resolve-reasons", new { name = "À expliquer", comment = "required" })).Id();
        await Diane.Patch($"topics/{topic}", new { active = false });
        (string Code, object Draft)[] refusals =
        [
            ("automation.name.taken", Draft("éloges", "x", Tag(tag))),
            ("automation.name.required", Draft(" ", "x", Tag(tag))),
            ("automation.keywords.required", Draft("A", " , ", Tag(tag))),
            ("automation.actions.required", Draft("A", "x")),
            ("automation.action.incomplete", Draft("A", "x", new { kind = "tag" })),
            ("automation.tag", Draft("A", "x", Tag(topic))),
            ("topic.archived", Draft("A", "x", Topic(topic))),
            ("automation.reason.comment", Draft("A", "x", Resolve(comment))),
            ("automation.reason", Draft("A", "x", Resolve(tag))),
        ];
        foreach (var (code, draft) in refusals) (await Refusal(Diane, HttpMethod.Post, "automations", draft)).ShouldBe((HttpStatusCode.UnprocessableEntity, code));

        await AskAutomations();
        (await Refusal(Diane, HttpMethod.Post, "automations", Draft("A", "x", Resolve(null)))).Code.ShouldBe("automation.reason");
    }

    [Fact]
    public async Task What_it_names_and_is_archived_or_gone_is_told_and_a_merged_topic_is_followed()
    {
        var reason = (await Diane.Post("resolve-reasons", new { name = "Réglé" })).Id();
        var id = (await Diane.Post("automations", Draft("Tout", "bravo", Tag(tag), Topic(topic), Resolve(reason)))).Id();
        (await Troubles()).ShouldBeEmpty();

        await Diane.Patch($"tags/{tag}", new { active = false });
        await Diane.Patch($"resolve-reasons/{reason}", new { isArchived = true });
        (await Troubles()).ShouldBe([("tagArchived", "Éloge"), ("reasonLeftOut", "Réglé")]);
        await AskAutomations();
        (await Troubles()).ShouldBe([("tagArchived", "Éloge"), ("reasonUnused", "Réglé")]);

        var other = (await Diane.Post("topics", new { name = "Paiement" })).Id();
        await Diane.Delete($"topics/{topic}?into={other}");
        (await Diane.Get("automations")).Items().Single()["actions"]![1]!.Id().ShouldBe(other);
        await Diane.Delete($"topics/{other}");
        (await Troubles()).ShouldContain(("topicGone", ""));
        (await Diane.Patch($"automations/{id}", new { enabled = false }))["enabled"]!.GetValue<bool>().ShouldBeFalse("it can be turned off all the same");
    }

    [Fact]
    public async Task A_text_is_tried_and_every_condition_says_what_it_found()
    {
        await Diane.Post("automations", Draft("Éloges", "bravo, génial", Tag(tag)));
        await Diane.Post("automations", Draft("Factures", "facture", Topic(topic)));
        const string text = "C’est GENIAL, bravo";
        var tried = (await Diane.Post("automations/trial", new { text })).Items().ToList();
        tried.Select(one => (one.Text("name"), one["matches"]!.GetValue<bool>())).ShouldBe([("Éloges", true), ("Factures", false)]);
        Found(tried[0], text).ShouldBe(["GENIAL", "bravo"]);

        var draft = (await Diane.Post("automations/trial", new { text, draft = Draft("Essai", "c'est", Tag(tag)) })).Items().ShouldHaveSingleItem();
        Found(draft, text).ShouldBe(["C’est"]);
        (await post.App.Look(db => db.Automations.IgnoreQueryFilters().CountAsync(Cancel))).ShouldBe(2, "nothing was kept");
    }

    [Fact]
    public async Task A_rehearsal_tells_what_would_have_happened_to_the_last_messages_and_changes_nothing()
    {
        var zoe = await post.Write("Merci pour tout");
        await post.Write("Encore merci");
        await post.Write("Bonjour", from: "yann");
        var answer = await Diane.Post("automations/rehearsal", Draft("Merci", "merci", Tag(tag), Topic(topic), Resolve(null)));
        Numbers(answer).ShouldBe((3, 2, 2, 1, 1));
        var examples = answer["examples"]!.AsArray();
        examples.Select(one => (one!.Text("text"), one!["resolved"]!.GetValue<bool>())).ShouldBe([("Encore merci", false), ("Merci pour tout", true)]);
        examples[0]!.Id("conversationId").ShouldBe(zoe.Id());

        (await post.Rows("new")).Count.ShouldBe(2);
        (await post.App.Look(db => db.MessageTags.IgnoreQueryFilters().CountAsync(Cancel))).ShouldBe(0);
        (await post.App.Look(db => db.Automations.IgnoreQueryFilters().CountAsync(Cancel))).ShouldBe(0);
        await post.App.ShouldBeSound();
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    private static (int, int, int, int, int) Numbers(JsonNode answer) =>
        (answer["messages"]!.GetValue<int>(), answer["matched"]!.GetValue<int>(), answer["tagged"]!.GetValue<int>(), answer["filed"]!.GetValue<int>(), answer["resolved"]!.GetValue<int>());

    private static IEnumerable<string> Found(JsonNode trial, string text) => trial["groups"]![0]![0]!["spots"]!.AsArray()
        .Select(spot => text.Substring(spot!["at"]!.GetValue<int>(), spot!["length"]!.GetValue<int>()));

    private async Task<List<string>> Names() => [.. (await Diane.Get("automations")).Items().Select(one => one.Text("name"))];

    private async Task<List<(string Kind, string Name)>> Troubles() =>
        [.. (await Diane.Get("automations")).Items().Single()["troubles"]!.AsArray().Select(one => (one!.Text("kind"), one!["name"]?.GetValue<string>() ?? ""))];

    private Task<JsonNode> AskAutomations() =>
        Diane.Put("resolve-reasons/scopes", new { reasons = new { channels = Array.Empty<object>(), bulk = false, autoResolve = false, automation = true } });
}
