using System.Net;
using Microsoft.EntityFrameworkCore;
using Relais.Server.Channels.Messenger;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Messenger;

/// <summary>Signed customers, and how an anonymous visitor becomes one.</summary>
public sealed class MessengerIdentityTests
{
    [Fact]
    public async Task A_signed_customer_finds_his_history_in_every_browser()
    {
        await using var scene = await MessengerScene.Open();
        var laptop = scene.Browser();
        await laptop.Enter(Signed(scene, "4711"));
        await laptop.Write("Depuis mon ordinateur");
        await scene.App.UntilNothingWaits();

        var phone = scene.Browser();
        await phone.Enter(Signed(scene, "4711"));
        (await phone.Texts()).ShouldBe(["Depuis mon ordinateur"]);

        var other = scene.Browser();
        await other.Enter(Signed(scene, "4712"));
        (await other.Texts()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_forged_identity_opens_nothing()
    {
        await using var scene = await MessengerScene.Open();
        string[] forged =
        [
            "rubbish",
            Signed(scene, "4711", algorithm: "none", signature: ""),
            Signed(scene, "4711", secret: "another secret of another server 32+"),
            Signed(scene, "4711", audience: scene.OtherChannelId),
            Signed(scene, "4711", minutes: -5),
            Signed(scene, "4711", minutes: 600),
        ];
        foreach (var identity in forged)
        {
            using var answer = await scene.Browser().Send(HttpMethod.Post, "visitors", new { identity });
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await MessengerHttpTests.Code(answer)).ShouldBe("identity.refused");
        }
    }

    [Fact]
    public async Task A_proof_of_identity_ends_when_it_says()
    {
        await using var scene = await MessengerScene.Open();
        var zoe = scene.Browser();
        await zoe.Enter(Signed(scene, "4711", minutes: 10));
        (await zoe.Send(HttpMethod.Get, "messages")).StatusCode.ShouldBe(HttpStatusCode.OK);

        scene.App.Clock.Advance(TimeSpan.FromMinutes(11));
        (await zoe.Send(HttpMethod.Get, "messages")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Where_identity_is_required_anonymous_visitors_stay_outside()
    {
        await using var scene = await MessengerScene.Open(new MessengerSettings { RequireIdentity = true });
        using var answer = await scene.Browser().Send(HttpMethod.Post, "visitors", new { language = "fr" });
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await MessengerHttpTests.Code(answer)).ShouldBe("identity.required");

        var zoe = scene.Browser();
        await zoe.Enter(Signed(scene, "4711"));
        (await zoe.Write("Bonjour")).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task What_was_written_before_signing_in_comes_along_and_the_anonymous_token_ends()
    {
        await using var scene = await MessengerScene.Open();
        var zoe = await scene.Zoe("Encore anonyme");
        var anonymous = zoe.Token;

        await zoe.Enter(Signed(scene, "4711"));
        (await zoe.Texts()).ShouldBe(["Encore anonyme"]);
        await zoe.Write("Et maintenant connue");
        await scene.App.ShouldBeSound();
        (await zoe.Texts()).ShouldBe(["Encore anonyme", "Et maintenant connue"]);

        var old = scene.Browser();
        old.Token = anonymous;
        (await old.Send(HttpMethod.Get, "messages")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_customer_with_a_history_loses_nothing_of_what_he_wrote_before_he_was_recognised()
    {
        await using var scene = await MessengerScene.Open();
        var laptop = scene.Browser();
        await laptop.Enter(Signed(scene, "4711"));
        await laptop.Write("La semaine dernière");
        await scene.App.UntilNothingWaits();
        scene.App.Clock.Advance(TimeSpan.FromMinutes(1));

        var phone = await scene.Zoe("Encore anonyme");
        var (anonymous, position) = (phone.Visitor, (await phone.Page())["position"]!.GetValue<long>());
        await phone.Enter(Signed(scene, "4711"));
        (await phone.Texts()).ShouldBe(["La semaine dernière", "Encore anonyme"]);
        await scene.App.UntilNothingWaits();

        var answer = Guid.Empty;
        var heard = await phone.Listen(1, "message", $"{position}", async () =>
        {
            answer = await scene.Answer(anonymous, "Réponse à la question anonyme");
            await scene.App.UntilNothingWaits();
        });
        heard[^1].Data.ShouldContain("Réponse à la question anonyme");

        await phone.Send(HttpMethod.Post, "read", new { messageId = answer });
        await scene.App.ShouldBeSound();
        (await scene.Stored(answer)).Delivery.ShouldBe(Relais.Domain.Conversations.DeliveryStatus.Read);
        await laptop.Enter(Signed(scene, "4711"));
        (await laptop.Texts()).Count.ShouldBe(3, "wherever he signs in from now on");
        (await scene.App.Look(db => db.Contacts.IgnoreQueryFilters().CountAsync(row => row.MergedInto == null))).ShouldBe(1);
    }

    [Fact]
    public async Task Without_the_anonymous_token_nothing_is_joined()
    {
        await using var scene = await MessengerScene.Open();
        var zoe = await scene.Zoe("Encore anonyme");
        var known = scene.Browser();
        await known.Enter(Signed(scene, "4711"));

        (await known.Texts()).ShouldBeEmpty();
        (await zoe.Texts()).ShouldBe(["Encore anonyme"]);
    }

    private static string Signed(
        MessengerScene scene, string subject, string secret = MessengerScene.Secret, string algorithm = "HS256", string? signature = null,
        Guid? audience = null, int minutes = 10) => SignedIdentityTests.Sign(
            new { sub = subject, aud = audience ?? scene.ChannelId, name = "Zoé", exp = scene.App.Clock.GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds() },
            secret,
            algorithm,
            signature);
}
