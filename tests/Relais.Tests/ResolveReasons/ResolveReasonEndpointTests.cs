using System.Net;
using System.Text.Json.Nodes;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Security;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.ResolveReasons;

/// <summary>Step 12 of the guide by HTTP: reasons are chosen, then the channels and kinds of conversations; whoever resolves there says why.</summary>
public sealed class ResolveReasonEndpointTests : IAsyncLifetime
{
    private static readonly string[] Defaults =
        ["Solution apportée", "Aucune réponse nécessaire", "Le contact ne répond plus", "Doublon", "Spam", "Transmis à un autre service"];

    private PigeonPost post = null!;

    private ApiClient Diane => post.Shop.Diane;

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    [Fact]
    public async Task A_house_begins_with_six_reasons_in_its_language_and_asks_for_none()
    {
        var listed = await post.Ana.Get("resolve-reasons");

        listed.Items().Select(reason => reason.Text("name")).ShouldBe(Defaults);
        listed.Items().Where(reason => reason["isSystem"]!.GetValue<bool>()).Select(reason => reason.Text("name")).ShouldBe([Defaults[0]]);
        listed.Items().ShouldAllBe(reason => reason["isUsed"]!.GetValue<bool>() && reason.Text("comment") == "off");
        listed["reasons"]!["channels"]!.AsArray().ShouldBeEmpty();

        var row = await post.Write("Bonjour");
        await post.Ana.Put($"conversations/{row.Id()}/resolution", new { });
        (await post.Row(row.Id()))["resolveReasonId"].ShouldBeNull();
    }

    [Fact]
    public async Task Scopes_chosen_at_the_same_time_are_all_taken_and_the_last_one_counts()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => Diane.Send(
            HttpMethod.Put, "resolve-reasons/scopes", new { reasons = new { channels = Array.Empty<object>(), bulk = at % 2 == 0, autoResolve = true, automation = false } })));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.NoContent);
        (await post.Ana.Get("resolve-reasons"))["reasons"]!["autoResolve"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task An_administrator_adds_renames_orders_uses_and_archives_reasons_for_everybody()
    {
        var lost = await Diane.Post("resolve-reasons", new { name = " Colis perdu ", comment = "required" });
        var spam = await Reason("Spam");
        await Diane.Put("resolve-reasons/order", new { ids = new[] { spam, lost.Id() } });
        await Diane.Patch($"resolve-reasons/{lost.Id()}", new { name = "Colis égaré", comment = "optional" });
        await Diane.Patch($"resolve-reasons/{spam}", new { isUsed = false });
        await Diane.Patch($"resolve-reasons/{await Reason("Doublon")}", new { isArchived = true });

        var listed = (await post.Ana.Get("resolve-reasons")).Items().ToList();
        listed.Take(3).Select(reason => reason.Text("name")).ShouldBe(["Spam", "Colis égaré", "Solution apportée"]);
        (listed[0]["isUsed"]!.GetValue<bool>(), listed[1].Text("comment")).ShouldBe((false, "optional"));
        listed.Single(reason => reason["isArchived"]!.GetValue<bool>()).Text("name").ShouldBe("Doublon");

        await Refused(post.Ana, HttpMethod.Post, "resolve-reasons", new { name = "Autre" }, "permission.denied", HttpStatusCode.Forbidden);
        await Refused(Diane, HttpMethod.Post, "resolve-reasons", new { name = " " }, "resolve_reason.name.required");
        await Refused(Diane, HttpMethod.Post, "resolve-reasons", new { name = new string('x', 81) }, "resolve_reason.name.too_long");
        await Refused(Diane, HttpMethod.Post, "resolve-reasons", new { name = "solution APPORTEE" }, "resolve_reason.name.taken");
        await Refused(Diane, HttpMethod.Patch, $"resolve-reasons/{await Reason("Solution apportée")}", new { isArchived = true }, "resolve_reason.system");
        await Refused(Diane, HttpMethod.Patch, $"resolve-reasons/{Guid.CreateVersion7()}", new { name = "Autre" }, "not_found", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task One_reason_stays_in_use()
    {
        foreach (var name in Defaults.Skip(1)) await Diane.Patch($"resolve-reasons/{await Reason(name)}", new { isUsed = false });

        await Refused(Diane, HttpMethod.Patch, $"resolve-reasons/{await Reason(Defaults[0])}", new { isUsed = false }, "resolve_reason.last");
    }

    [Fact]
    public async Task Where_a_reason_is_asked_for_nobody_resolves_without_one_and_everybody_reads_it_afterwards()
    {
        await AskForReasons();
        var row = await post.Write("Où est mon colis ?");
        var address = $"conversations/{row.Id()}/resolution";
        var twice = await Reason("Doublon");

        await Refused(post.Ana, HttpMethod.Put, address, new { }, "resolution.reason.required");
        await Refused(post.Ana, HttpMethod.Put, address, new { reasonId = Guid.CreateVersion7() }, "resolution.reason.unknown");
        await Refused(post.Ana, HttpMethod.Put, address, new { reasonId = twice, comment = "Voir 12" }, "resolution.comment.off");
        (await post.Row(row.Id())).Text("state").ShouldBe("new");

        await Diane.Patch($"resolve-reasons/{twice}", new { comment = "required" });
        await Refused(post.Ana, HttpMethod.Put, address, new { reasonId = twice }, "resolution.comment.required");
        await using var screen = await post.App.Screen(post.Bruno);
        await post.Ana.Put(address, new { reasonId = twice, comment = "Voir 12" });

        var over = await post.Row(row.Id());
        (over.Text("state"), over.Id("resolveReasonId"), over.Text("resolveComment")).ShouldBe(("resolved", twice, "Voir 12"));
        await Diane.Patch($"resolve-reasons/{twice}", new { name = "Déjà traité", isArchived = true });
        var line = (await Trail(row)).Last(one => one.Text("kind") == "conversationResolved");
        (line["detail"]!.Text("way"), line["detail"]!["reason"]!.Text("name"), line["detail"]!.Text("comment")).ShouldBe(("byHand", "Doublon", "Voir 12"));
        await screen.CatchUp();
        await using var fresh = new LiveScreen(post.Bruno);
        await fresh.Load();
        screen.Picture().ShouldBe(fresh.Picture());

        await post.Ana.Delete(address);
        await Refused(post.Ana, HttpMethod.Put, address, new { reasonId = twice, comment = "Encore" }, "resolution.reason.unused");
        (await post.Row(row.Id()))["resolveReasonId"].ShouldBeNull();
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_boomerang_is_no_way_around_the_reason()
    {
        await AskForReasons();
        var row = await post.Write("Rappelez-moi demain");
        var at = post.App.Clock.GetUtcNow().AddHours(1);

        await Refused(post.Ana, HttpMethod.Put, $"conversations/{row.Id()}/boomerang", new { at, then = "resolved" }, "resolution.reason.required");
        await Refused(post.Ana, HttpMethod.Put, $"conversations/{row.Id()}/boomerang", new { at, then = "new" }, "boomerang.state");
        await post.Ana.Put($"conversations/{row.Id()}/boomerang", new { at, then = "resolved", reasonId = await Reason("Spam") });

        var over = await post.Row(row.Id());
        (over.Text("state"), over.Id("resolveReasonId"), over["boomerangAt"] is not null).ShouldBe(("resolved", await Reason("Spam"), true));
    }

    [Fact]
    public async Task Where_a_topic_is_asked_for_it_comes_first()
    {
        await Diane.Put("resolve-reasons/scopes", new { topics = Here() });
        var topic = (await Diane.Post("topics", new { name = "Livraison" })).Id();
        var row = await post.Write("Où est mon colis ?");

        await Refused(post.Ana, HttpMethod.Put, $"conversations/{row.Id()}/resolution", new { }, "resolution.topic.required");
        await post.Ana.Put($"conversations/{row.Id()}/topics/{topic}");
        await post.Ana.Put($"conversations/{row.Id()}/resolution", new { });
        (await post.Row(row.Id())).Text("state").ShouldBe("resolved");
    }

    [Fact]
    public async Task Scopes_are_of_channels_one_has_are_set_apart_and_told_to_every_screen()
    {
        var before = await post.Position();
        await AskForReasons();
        await Diane.Put("resolve-reasons/scopes", new { topics = new { channels = Array.Empty<object>(), bulk = true, autoResolve = false, automation = false } });
        await Refused(Diane, HttpMethod.Put, "resolve-reasons/scopes", new { reasons = Here(Guid.CreateVersion7()) }, "resolve_scope.channel");
        await Refused(post.Ana, HttpMethod.Put, "resolve-reasons/scopes", new { }, "permission.denied", HttpStatusCode.Forbidden);

        var listed = await post.Ana.Get("resolve-reasons");
        listed["reasons"]!["channels"]!.AsArray().Select(place => (place!.Id("channelId"), place!.Text("visibility"))).ShouldBe([(post.ChannelId, "private")]);
        (listed["reasons"]!["bulk"]!.GetValue<bool>(), listed["topics"]!["bulk"]!.GetValue<bool>()).ShouldBe((false, true));
        (await post.Kinds(before)).ShouldBe(["resolvePolicyChanged", "resolvePolicyChanged"]);
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    private static async Task Refused(ApiClient who, HttpMethod method, string path, object body, string code, HttpStatusCode status = HttpStatusCode.UnprocessableEntity) =>
        await who.Send(method, path, body).ShouldBeRefused(status, code);

    private Task<JsonNode> AskForReasons() => Diane.Put("resolve-reasons/scopes", new { reasons = Here() });

    private object Here(Guid? channelId = null) => new
    {
        channels = new[] { new { channelId = channelId ?? post.ChannelId, visibility = "private" } },
        bulk = false,
        autoResolve = false,
        automation = false,
    };

    private async Task<Guid> Reason(string name) => (await post.Ana.Get("resolve-reasons")).Items().Single(reason => reason.Text("name") == name).Id();

    private async Task<IEnumerable<JsonNode>> Trail(JsonNode row) =>
        (await post.Bruno.Get($"threads/{row.Id("threadId")}/messages"))["trail"]!.AsArray().Select(line => line!);
}
