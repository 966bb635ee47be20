using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Relais.Tests.Channels.Simulator;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.LinkedIn;

/// <summary>From a member's comment to the page's answer, through the whole server.</summary>
public sealed class LinkedInRoundTripTests(LinkedInRoundTripTests.LinkedInShop shop) : IClassFixture<LinkedInRoundTripTests.LinkedInShop>
{
    [Fact]
    public async Task A_comment_is_heard_with_its_post_and_answered_once()
    {
        (await shop.Bring(shop.Comment("zoe42", 1, "Elle existe en bleu ?"))).ShouldBe(HttpStatusCode.OK);
        var question = (await shop.Thread("Zoé Martin", 1)).ShouldHaveSingleItem();
        (await shop.Ana.Get($"conversations/{question.Id("conversationId")}"))["post"]!.Text("text").ShouldBe("Nouvelle collection");

        var id = await shop.Answer("Zoé Martin", "Oui, dès lundi");
        await shop.Until("Zoé Martin", id, "sent");
        shop.Taken["message"]!["text"]!.ToString().ShouldBe("Oui, dès lundi");
        await shop.Bring(shop.Comment("", 99, "Oui, dès lundi", action: "ADMIN_COMMENT", under: 1));
        await shop.Bring(shop.Comment("zoe42", 1, "Elle existe en bleu ?"));
        await shop.App.UntilNothingWaits();
        (await shop.Thread("Zoé Martin")).Count.ShouldBe(2);
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_forged_call_changes_nothing()
    {
        (await shop.Bring(shop.Comment("omar", 5, "Faux"), secret: "a stranger's")).ShouldBe(HttpStatusCode.Unauthorized);
        (await shop.Bring(shop.Comment("omar", 6, "Vrai"))).ShouldBe(HttpStatusCode.OK);
        (await shop.Thread("Omar Martin", 1)).ShouldHaveSingleItem().Text("text").ShouldBe("Vrai");
    }

    /// <summary>The shop with its page at LinkedIn's stand-in.</summary>
    public sealed class LinkedInShop : ProviderShop
    {
        private const string Secret = "client-secret";

        private StandIn linkedIn = null!;

        public JsonNode Taken { get; private set; } = new JsonObject();

        protected override string KindName => "linkedin";

        protected override object Settings => new { organizationId = "123456", accessToken = "token", clientSecret = Secret, applicationId = "4711", apiUrl = linkedIn.Address.ToString() };

        public JsonObject Comment(string owner, int number, string text, string action = "COMMENT", int? under = null) => new()
        {
            ["notificationId"] = number,
            ["organizationalEntity"] = "urn:li:organization:123456",
            ["action"] = action,
            ["sourcePost"] = "urn:li:activity:7001",
            ["decoratedSourcePost"] = new JsonObject { ["text"] = "Nouvelle collection" },
            ["lastModifiedAt"] = App.Clock.GetUtcNow().ToUnixTimeMilliseconds(),
            ["decoratedGeneratedActivity"] = new JsonObject
            {
                ["comment"] = new JsonObject
                {
                    ["entity"] = $"urn:li:comment:(urn:li:activity:7001,{number})",
                    ["owner"] = owner.Length > 0 ? $"urn:li:person:{owner}" : "urn:li:organization:123456",
                    ["object"] = under is { } above ? $"urn:li:comment:(activity:7001,{above})" : "urn:li:activity:7001",
                    ["text"] = text,
                },
            },
        };

        public async Task<HttpStatusCode> Bring(JsonObject notice, string secret = Secret)
        {
            var body = new JsonObject { ["type"] = "ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS", ["notifications"] = new JsonArray(notice) }.ToJsonString();
            using var call = new HttpRequestMessage(HttpMethod.Post, DoorPath) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            call.Headers.Add("X-LI-Signature", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"hmacsha256={body}"))));
            using var answer = await Line.SendAsync(call);
            return answer.StatusCode;
        }

        protected override async Task StartProvider() => linkedIn = await StandIn.Start(Answer, Cancel);

        protected override ValueTask StopProvider() => linkedIn.DisposeAsync();

        private async Task<IResult> Answer(HttpRequest asked)
        {
            if (asked.Path.Value!.Contains("/people/", StringComparison.Ordinal))
                return Results.Json(new { localizedFirstName = asked.Path.Value.Contains("zoe", StringComparison.Ordinal) ? "Zoé" : "Omar", localizedLastName = "Martin" });
            if (asked.Method != "POST") return Results.Json(new { localizedName = "Maison Lune", id = "admin1" });

            Taken = (await JsonSerializer.DeserializeAsync<JsonObject>(asked.Body))!;
            return Results.Json(new { commentUrn = "urn:li:comment:(urn:li:activity:7001,99)" }, statusCode: 201);
        }
    }
}
