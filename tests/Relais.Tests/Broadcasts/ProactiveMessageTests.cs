using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Relais.Domain.Broadcasts;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Broadcasts;

/// <summary>What a program sends to somebody who does not wait for it.</summary>
public sealed class ProactiveMessageTests : IAsyncLifetime
{
    private Mailing mailing = null!;

    private PigeonPost Post => mailing.Post;

    public async ValueTask InitializeAsync() => mailing = await Mailing.Open();

    public async ValueTask DisposeAsync() => await mailing.DisposeAsync();

    [Fact]
    public async Task A_number_is_written_to_and_the_program_learns_what_became_of_it()
    {
        using var response = await mailing.Chloe.Send(HttpMethod.Post, "proactive-messages", Body(new { metadata = "commande 1042" }));
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var accepted = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!;
        (response.Headers.Location!.ToString(), accepted.Text("status"), accepted.Text("metadata")).ShouldBe(($"/api/v1/proactive-messages/{accepted.Id()}", "processing", "commande 1042"));

        await Post.App.UntilNothingWaits();
        var sent = await Show(accepted.Id());
        (sent.Text("status"), mailing.Sent.ShouldHaveSingleItem()).ShouldBe(("sent", (Mailing.Number(1), "Bonjour Zoé, le marché vous attend.")));
        await mailing.Report(sent.Id("messageId"), DeliveryStatus.Delivered);
        (await Show(accepted.Id())).Text("status").ShouldBe("delivered");

        var row = await Post.Row(sent.Id("conversationId"));
        (row.Text("state"), row["contact"]!.Text("name")).ShouldBe(("resolved", "Zoé Martin"));
        await Post.App.ShouldBeSound();
    }

    [Fact]
    public async Task A_contact_is_written_to_by_his_id()
    {
        var zoe = await mailing.Contact("zoe", Mailing.Number(41), hasAgreed: true);
        var id = (await mailing.Chloe.Post("proactive-messages", Body(new { contactId = zoe, recipient = (string?)null, consent = (string?)null, values = new[] { "{{contact.name}}", "là" } }))).Id();
        await Post.App.UntilNothingWaits();
        ((await Show(id)).Id("contactId"), mailing.Sent.ShouldHaveSingleItem()).ShouldBe((zoe, (Mailing.Number(41), "Bonjour Zoe, là vous attend.")));
        (await Refusal(mailing.Chloe, HttpMethod.Post, "proactive-messages", Body(new { contactId = Guid.CreateVersion7() }))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_his_consent_it_fails_and_says_why()
    {
        var id = (await mailing.Chloe.Post("proactive-messages", Body(new { consent = (string?)null }))).Id();
        await Post.App.UntilNothingWaits();
        var failed = await Show(id);
        (failed.Text("status"), failed.Text("reason"), mailing.Sent.Count).ShouldBe(("failed", "noConsent", 0));
    }

    [Fact]
    public async Task What_the_provider_refuses_fails_with_its_words()
    {
        Post.Pigeon.Hand = (_, _) => Task.FromResult<Delivery>(new Delivery.Rejected("recipient_unreachable", "Not on this network."));
        var id = (await mailing.Chloe.Post("proactive-messages", Body())).Id();
        await Post.App.UntilNothingWaits();
        var failed = await Show(id);
        (failed.Text("status"), failed.Text("reason"), failed.Text("words")).ShouldBe(("failed", "recipient_unreachable", "Not on this network."));
    }

    [Fact]
    public async Task A_channel_that_is_gone_fails_it()
    {
        Post.Pigeon.Hand = (_, _) => Task.FromResult<Delivery>(new Delivery.Sent("x"));
        var ids = new List<Guid>();
        foreach (var at in Enumerable.Range(1, ProactivePace.AtOnce + 1)) ids.Add((await mailing.Chloe.Post("proactive-messages", Body(new { recipient = Mailing.Number(at) }))).Id());
        await Post.Shop.Diane.Delete($"channels/{mailing.Telephones}");
        await Post.App.UntilNothingWaits();
        var last = await Show(ids[^1]);
        (last.Text("status"), last.Text("reason")).ShouldBe(("failed", "disconnected"));
    }

    [Theory]
    [InlineData("""{"recipient":"06 12 34 56 78"}""", "proactive.recipient")]
    [InlineData("""{"recipient":null}""", "proactive.recipient")]
    [InlineData("""{"values":[]}""", "template.variables")]
    [InlineData("""{"values":["{{contact.first_name}}","là"],"name":null}""", "template.variables")]
    [InlineData("""{"template":"autre"}""", "template.unknown")]
    [InlineData("""{"channelId":"0198c0de-0000-7000-8000-000000000000"}""", "broadcast.channel")]
    public async Task What_is_wrong_is_said(string change, string code) =>
        (await Refusal(mailing.Chloe, HttpMethod.Post, "proactive-messages", Body(JsonNode.Parse(change)))).ShouldBe((HttpStatusCode.UnprocessableEntity, code));

    [Fact]
    public async Task The_sixty_first_in_a_minute_comes_again_later()
    {
        foreach (var at in Enumerable.Range(0, ProactivePace.PerMinute)) await mailing.Chloe.Post("proactive-messages", Body(new { recipient = $"+3361300{at:D4}" }));

        using var refused = await mailing.Chloe.Send(HttpMethod.Post, "proactive-messages", Body());
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        JsonNode.Parse(await refused.Content.ReadAsStringAsync(Cancel))!.Text("code").ShouldBe("proactive.too_many");
        var wait = refused.Headers.RetryAfter!.Delta!.Value;
        wait.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

        Post.App.Clock.Advance(wait);
        await mailing.Chloe.Post("proactive-messages", Body());
        await Post.App.UntilNothingWaits();
        mailing.Sent.Select(one => one.To).Distinct().Count().ShouldBe(61);
    }

    [Fact]
    public async Task The_same_key_sends_one_message()
    {
        var key = Guid.CreateVersion7().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/proactive-messages") { Content = JsonContent.Create(Body()) };
            request.Headers.Add("Idempotency-Key", key);
            request.Headers.Add("X-CSRF-Token", mailing.Chloe.Session!.Text("csrfToken"));
            request.Headers.Add("Cookie", mailing.Chloe.Cookie);
            using var response = await mailing.Chloe.Http.SendAsync(request, Cancel);
            response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
            return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!.Id();
        }));
        answers.Distinct().ShouldHaveSingleItem();
        await Post.App.UntilNothingWaits();
        mailing.Sent.ShouldHaveSingleItem();
    }

    private Task<JsonNode> Show(Guid id) => mailing.Chloe.Get($"proactive-messages/{id}");

    private JsonObject Body(object? change = null)
    {
        var body = (JsonObject)System.Text.Json.JsonSerializer.SerializeToNode(new
        {
            channelId = mailing.Telephones,
            recipient = Mailing.Number(1),
            name = "Zoé Martin",
            template = "soldes",
            language = "fr",
            values = new[] { "{{contact.first_name}}", "le marché" },
            consent = "Compte client",
        })!;
        if (change is not null)
            foreach (var (name, value) in System.Text.Json.JsonSerializer.SerializeToNode(change)!.AsObject()) body[name] = value?.DeepClone();
        return body;
    }
}
