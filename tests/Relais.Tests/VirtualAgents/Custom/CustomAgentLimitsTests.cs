using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Conversations;
using Relais.Server.Persistence.Rows;
using Relais.Server.Security.GuardedHttp;
using Relais.Server.VirtualAgents.Custom;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.VirtualAgents.Custom;

/// <summary>How far programs may go: files, floods, machines, addresses that lead inside.</summary>
public sealed class CustomAgentLimitsTests : IAsyncLifetime
{
    private AgentShop shop = null!;

    private PigeonPost Post => shop.Post;

    private AgentProgram Bot => shop.Program;

    public async ValueTask InitializeAsync() => shop = await AgentShop.Open();

    public async ValueTask DisposeAsync() => await shop.DisposeAsync();

    [Fact]
    public async Task It_brings_files_first_and_sends_them_with_a_message()
    {
        await shop.With();
        await shop.Hears("Ma facture ?");
        var id = (await shop.Held()).Id();
        var (status, stored) = await shop.Uploads([1, 2, 3], "facture-1204.pdf");
        status.ShouldBe(HttpStatusCode.Created);
        (await shop.Uploads([1], "ma facture.pdf")).Body!.Text("code").ShouldBe("attachment.name");
        (await shop.Uploads(new byte[10 * 1024 * 1024], "gros.pdf")).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await shop.Uploads([1], "a.pdf", token: "wrong")).Status.ShouldBe(HttpStatusCode.Unauthorized);

        (await shop.Acts(id, new { sendMessages = new[] { new { text = "La voici", attachment = stored!.Id("uploadId") } } })).Status.ShouldBe(HttpStatusCode.OK);
        await Post.App.UntilNothingWaits();
        Post.Pigeon.Flights.Last().Answer.Files.ShouldHaveSingleItem().Name.ShouldBe("facture-1204.pdf");
        (await shop.Acts(id, new { sendMessages = new[] { new { text = "Encore", attachment = stored!.Id("uploadId") } } })).Body!.Text("code").ShouldBe("attachment.unknown");
        await Post.App.ShouldBeSound();
    }

    [Fact]
    public async Task Restraint_holds_for_it_as_for_auto_responders()
    {
        await shop.With();
        Bot.Says(new { sendMessages = new[] { new { text = "Encore ?" } } });
        await shop.Hears("Bonjour");
        for (var turn = 0; turn < 60 && (await Post.Rows("held")).Count > 0; turn++) await shop.Hears("Encore");

        var row = (await Post.Rows("new")).ShouldHaveSingleItem();
        (await Post.Said(row)).Count.ShouldBeLessThanOrEqualTo(Domain.VirtualAgents.Restraint.PerContact);
        (await Post.Trail("conversationHandedOver"))["detail"]!.Text("reason").ShouldBe("restrained");
        await Post.Bring(Post.Says("Je suis absent", "yann") with { IsAutomatic = true });
        await Post.Bring(Post.Says("Joli !", "lea") with { Visibility = Visibility.Public, Post = "post-1" });
        (await Post.Rows("held")).ShouldBeEmpty("nothing answers a machine or in public");
    }

    [Fact]
    public async Task A_test_shows_everything_and_does_nothing()
    {
        await shop.With();
        Bot.Answer = _ => Task.FromResult(Results.Json(new { sendMessages = new[] { new { text = "Bonjour", choices = new[] { "Oui", "Non" } } }, applyTopics = new[] { "Inconnu" }, complete = "RESOLVED" }));
        var shown = await shop.Diane.Post($"custom-agents/{shop.AgentId}/tests", new { text = "Où est mon colis ?" });
        (shown["status"]!.GetValue<int>(), shown["problem"]).ShouldBe((200, null));
        shown["lines"]!.AsArray().Select(line => line!.Text("kind")).ShouldBe(["said", "resolved", "ignored"]);
        shown["headers"]!.Text("X-Relais-Signature").ShouldStartWith("t=");
        Bot.Calls.Single().Content["test"]!.GetValue<bool>().ShouldBeTrue();
        Bot.Calls.Single().Text.ShouldBe("Où est mon colis ?");

        Bot.Answer = _ => Task.FromResult(Results.Json(new { complete = "PERHAPS" }));
        (await shop.Diane.Post($"custom-agents/{shop.AgentId}/tests", new { })).Text("problem").ShouldBe("agent_answer.complete");
        (await Post.Rows("new pending held resolved")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Too_many_calls_are_told_to_come_later()
    {
        await shop.With();
        await shop.Hears("Bonjour");
        var id = (await shop.Held()).Id();
        var pace = Post.App.Services.GetRequiredService<AgentPace>();
        while (pace.Admits(shop.AgentId)) continue;

        (await shop.Acts(id, new { indicateTyping = true })).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        pace.Admits(Guid.CreateVersion7()).ShouldBeTrue("each for itself");
    }

    [Fact]
    public async Task A_web_hook_that_leads_inside_is_not_called()
    {
        await using var guarded = await AgentShop.Open(services => services.AddSingleton(new OutgoingRules()));
        await guarded.With();
        await guarded.Hears("Bonjour");
        guarded.Program.Calls.ShouldBeEmpty();
        var detail = (await guarded.Post.Trail("conversationHandedOver"))["detail"]!;
        (detail.Text("reason"), detail.Text("cause")).ShouldBe(("unreachable", "address"));
        (await guarded.Diane.Post($"custom-agents/{guarded.AgentId}/tests", new { })).Text("problem").ShouldBe("address");
        (await guarded.Post.App.Look(db => db.AgentEvents.IgnoreQueryFilters().CountAsync(row => row.State == AgentEventState.Failed, Cancel))).ShouldBe(1);
    }
}
