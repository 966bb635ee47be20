using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Events;

/// <summary>
/// For every act and every moment: a screen loaded then and kept by events alone equals a page loaded afresh. A new kind of
/// event without an act here fails the last test.
/// </summary>
public sealed class LiveEquivalenceTests : IAsyncLifetime
{
    private PigeonPost post = null!;
    private Guid zoe;
    private Guid answer;

    public async ValueTask InitializeAsync()
    {
        post = await PigeonPost.Open();
        post.Pigeon.Abilities = post.Pigeon.Abilities with { Public = new Capabilities { Deletes = Deletion.All } };
        zoe = (await post.Write("Bonjour")).Id();
    }

    [Fact]
    public async Task A_screen_loaded_at_any_moment_and_kept_by_events_equals_a_fresh_page()
    {
        var screens = new List<(string Before, ApiClient Member, LiveScreen Screen)>();
        foreach (var (name, act) in Acts())
        {
            foreach (var member in new[] { post.Ana, post.Shop.Diane }) screens.Add((name, member, await Loaded(member)));
            await act();
            post.App.Clock.Advance(TimeSpan.FromMilliseconds(0.3));
        }

        foreach (var (before, member, screen) in screens)
        {
            await screen.CatchUp();
            screen.Picture().ShouldBe((await Loaded(member)).Picture(), $"loaded before: {before}");
            screen.Applied.ShouldBe(screen.Applied.Order());
            screen.Applied.ShouldBeUnique();
        }

        (await post.Kinds(0)).Distinct().Order().ShouldBe(AllKinds.Order());
        await post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_connected_screen_follows_without_asking()
    {
        await using var screen = await post.App.Screen(post.Ana);
        foreach (var (_, act) in Acts()) await act();

        var fresh = await Loaded(post.Ana);
        for (var tries = 0; screen.Position < fresh.Position && tries < 500; tries++) await Task.Delay(10, Cancel);
        screen.Picture().ShouldBe(fresh.Picture());
        screen.Gaps.ShouldBe(0);
        screen.Applied.ShouldBeUnique();
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    /// <summary>Every kind there is, as the contract of the feed names them.</summary>
    private static readonly string[] AllKinds =
    [
        "conversationOpened", "conversationReopened", "conversationPended", "conversationReturned", "conversationResolved", "conversationAssigned",
        "conversationUnassigned", "boomerangSet", "boomerangCancelled", "boomerangFired", "messageReceived", "messageQueued", "messageWithdrawn", "noteAdded",
        "messageDelivery", "messageChanged", "contactChanged", "contactMerged", "contactParted", "conversationContactMerged", "conversationContactParted", "contactAttributeChanged", "contactGroupChanged", "contactSweepMoved", "memberChanged", "teamChanged", "channelChanged",
        "availabilityChanged", "awayStateChanged", "removeAssignmentChosen", "resolveReasonChanged", "notificationRead", "notificationPreferencesChanged", "conversationDeleted", "contactDeleted",
        "commentDeleted",
    ];

    private (string Name, Func<Task> Act)[] Acts()
    {
        var (ana, path) = (post.Ana, $"conversations/{zoe}");
        var question = post.Says("Où est mon colis ?");
        var now = post.App.Clock.GetUtcNow();
        return
        [
            ("a message", () => post.Bring(question)),
            ("a stranger", () => post.Bring(post.Says("Bonsoir", "yann", now.AddSeconds(-1).ToOffset(TimeSpan.FromHours(-5))))),
            ("a reaction, an edit", () => post.Bring(new ReactionIn(question.From, question.ExternalId, "❤️", now), new EditIn(question.ExternalId, "Où est-il ?", now.AddTicks(1234)))),
            ("assign", () => ana.Put($"{path}/assignee", new { memberId = post.Bruno.MemberId })),
            ("a notification", () => post.Bruno.Put("notifications/read", new { conversationId = zoe })),
            ("a preference", () => ana.Put("session/notification-preferences", new { sound = false })),
            ("unassign", () => ana.Put($"{path}/assignee", new { memberId = (Guid?)null })),
            ("answer", async () => answer = (await Answer(ana, zoe, "Bonjour Zoé")).Id()),
            ("withdraw", () => ana.Delete($"messages/{answer}")),
            ("answer again", async () => answer = (await Answer(ana, zoe, "Bonjour Zoé")).Id()),
            ("it leaves", () => post.App.UntilNothingWaits()),
            ("it is read", () => post.Bring(new StatusIn(null, answer, new DeliveryReport(DeliveryStatus.Read, now.AddTicks(77))))),
            ("return", () => ana.Delete($"{path}/pending")),
            ("pend", () => ana.Put($"{path}/pending")),
            ("note", () => ana.Post($"{path}/notes", new { clientId = Guid.CreateVersion7(), text = "Cliente fidèle" })),
            ("boomerang", () => ana.Put($"{path}/boomerang", new { at = post.App.Clock.GetUtcNow().AddHours(1).ToOffset(TimeSpan.FromHours(2)).AddTicks(55), then = "resolved", note = "Demain" })),
            ("cancel", () => ana.Delete($"{path}/boomerang")),
            ("reopen", () => ana.Delete($"{path}/resolution")),
            ("boomerang again", () => ana.Put($"{path}/boomerang", new { at = post.App.Clock.GetUtcNow().AddMinutes(1), then = "pending" })),
            ("it comes back", ComeBack),
            ("resolve", () => ana.Put($"{path}/resolution", new { comment = "Réglé" })),
            ("the next conversation", () => post.Bring(post.Says("Encore une chose"))),
            ("another name", () => post.Bring(post.Says("Moi") with { From = new Sender(["zoe"], new Profile("Zoé Martin")) })),
            ("a correction", async () => await ana.Patch($"contacts/{(await post.Row(zoe))["contact"]!.Id()}", new { name = "Mme Martin" })),
            ("a mark", async () => await ana.Put($"contacts/{(await post.Row(zoe))["contact"]!.Id()}/vip")),
            ("an attribute", () => post.Shop.Diane.Patch("contact-attributes/page_url", new { isOn = true })),
            ("a group", async () =>
            {
                await post.Shop.Diane.Post("contact-groups", new { name = "Premier", match = "all", rules = new[] { new { alias = "vip", @operator = "is", values = new[] { "yes" } } } });
                await post.Until(async db => !await db.ContactSweeps.IgnoreQueryFilters().AnyAsync(row => row.IsRunning));
            }),
            ("an echo", () => post.Bring(new EchoIn(new Sender(["yann"], new Profile()), "echo-1", post.App.Clock.GetUtcNow()) { Text = "Du téléphone" })),
            ("a removal", () => post.Bring(new RemovalIn(question.ExternalId, post.App.Clock.GetUtcNow()))),
            ("a comment", () => post.Bring(post.Says("Nul", "lou") with { Visibility = Visibility.Public, Post = "post-1" })),
            ("it is deleted", async () =>
            {
                var row = (await post.Rows()).Single(one => one.Text("visibility") == "public");
                await ana.Put($"messages/{(await post.Messages(row.Id("threadId"))).Single().Id()}/removal");
            }),
            ("two who are one", () => post.Bring(post.Says("C'est encore moi") with { From = new Sender(["zoe", "yann"], new Profile()) })),
            ("two again", async () =>
            {
                var card = await post.Shop.Diane.Get($"contacts/{(await post.Row(zoe))["contact"]!.Id()}");
                await post.Shop.Diane.Delete($"contacts/{card.Id()}/merges/{card["merges"]![0]!.Id()}");
            }),
            ("two whom an administrator makes one", async () =>
            {
                var contacts = (await post.Rows()).Select(row => row["contact"]!.Id()).Distinct().ToArray();
                await post.Shop.Diane.Post($"contacts/{contacts[1]}/merges", new { other = contacts[0] });
            }),
            ("somebody who will go", () => post.Bring(post.Says("Oubliez-moi", "paul"))),
            ("he goes", async () => await post.Shop.Diane.Delete($"contacts/{(await post.Rows()).Single(row => row["contact"]!.Text("name") == "Paul")["contact"]!.Id()}")),
            ("a team", () => post.Shop.Diane.Post("teams", new { name = "Retours", memberIds = new[] { ana.MemberId } })),
            ("a channel", () => post.Shop.Diane.Patch($"channels/{post.ChannelId}", new { name = "Pigeons voyageurs" })),
            ("a member", () => ana.Patch("session/member", new { shortCode = "an" })),
            ("a status", () => ana.Patch("session/member", new { availability = "away" })),
            ("an away state", () => post.Shop.Diane.Post("away-states", new { name = "Déjeuner" })),
            ("a choice", () => post.Shop.Diane.Put("remove-assignment", new { option = "offline" })),
        ];

        async Task ComeBack()
        {
            post.App.Clock.Advance(TimeSpan.FromMinutes(1.1));
            await post.App.UntilNothingWaits();
        }
    }

    private static async Task<LiveScreen> Loaded(ApiClient member)
    {
        var screen = new LiveScreen(member);
        await screen.Load();
        return screen;
    }
}
