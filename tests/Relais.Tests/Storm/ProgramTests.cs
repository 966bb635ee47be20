using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Relais.Tests.Testing;
using Relais.Tests.VirtualAgents;
using Relais.Tests.VirtualAgents.Custom;

namespace Relais.Tests.Storm;

/// <summary>Virtual agents of the real server, which is killed with SIGKILL in the middle of what they do.</summary>
[Trait("suite", "storm")]
public sealed class ProgramTests : IAsyncLifetime
{
    private readonly RealServer server = new(new Dictionary<string, string> { ["RELAIS_ALLOW_PRIVATE_HOSTS"] = "true" });
    private ApiClient diane = null!;
    private Guid channelId;
    private string token = "";
    private int written;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await server.Start(Cancel);
        diane = new ApiClient(RealHttp.Client(server.Address));
        await diane.SetUp("Maison Lune", "Diane", "diane@maison-lune.fr", "une phrase assez longue");
        var made = await diane.Post("channels", new { kind = "custom", name = "Boutique", settings = new { } });
        channelId = (made["channel"] ?? made).Id();
        token = made["connection"]!.Text("token");
    }

    public async ValueTask DisposeAsync()
    {
        diane.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task What_a_program_is_to_be_told_survives_a_kill_and_its_answer_has_one_effect()
    {
        await using var program = await AgentProgram.Start();
        var called = new TaskCompletionSource();
        program.Answer = async call =>
        {
            if (call.Type == "CONVERSATION_STARTED") return Results.Ok();

            called.TrySetResult();
            await Task.Delay(Timeout.Infinite, Cancel);
            return Results.Ok();
        };
        await Agent(program.WebhookUrl);
        await Writes("Bonjour");
        await Writes("Il y a quelqu’un ?");
        await called.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        server.Kill();
        program.Answer = call => Task.FromResult(Results.Json(new { sendMessages = new[] { new { text = $"Vous dites : {call.Text}" } } }));
        await server.Start(Cancel);

        await Until(async () => (await Said()).Count >= 2);
        (await Said()).ShouldBe(["Vous dites : Bonjour", "Vous dites : Il y a quelqu’un ?"]);
        var told = program.Calls.Where(call => call.Type == "INBOUND_MESSAGE_RECEIVED").ToList();
        told.Count.ShouldBe(3);
        (told[0].Key, told[0].Text).ShouldBe((told[1].Key, told[1].Text), "before and after the kill it is one event");
    }

    [Fact]
    public async Task A_script_goes_on_after_a_kill_where_it_stood()
    {
        await new Draft { InHours = [Draft.Asks("a", "Votre nom ?"), Draft.Asks("b", "Votre numéro ?"), Draft.Ends("c", text: "Merci !")] }.On(diane, channelId);
        await Writes("Bonjour");
        await Until(async () => (await Said()).Count == 1);
        server.Kill();
        await server.Start(Cancel);
        await Writes("Zoé");
        server.Kill();
        await server.Start(Cancel);
        await Until(async () => (await Said()).Count == 2);
        await Writes("1204");
        await Until(async () => (await Said()).Count == 3);

        (await Said()).ShouldBe(["Votre nom ?", "Votre numéro ?", "Merci !"]);
        (await Rows("new")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_program_of_the_documentation_serves_a_customer_by_response_and_by_the_API()
    {
        using var program = new ExampleProgram();
        await diane.Post("topics", new { name = "Livraison" });
        var made = await Agent(program.WebhookUrl);
        await program.Start(made["signing"]!.Text("value"), made["token"]!.Text("value"), made.Text("apiUrl"));
        var shown = await diane.Post($"custom-agents/{made["agent"]!.Id()}/tests", new { text = "Où est ma commande 1204 ?" });
        shown["lines"]!.AsArray().Select(line => line!.Text("kind")).ShouldBe(["filed", "typing", "said"]);

        await Writes("Bonjour");
        await Until(async () => (await Said()).Count == 1);
        await Writes("C’est la 1204");
        await Until(async () => (await Said()).Count == 3);
        (await Said())[1..].ShouldBe(["Je cherche la commande 1204.", "Votre commande 1204 arrive demain."]);
        var row = (await Rows("held")).ShouldHaveSingleItem();
        row["topicIds"]!.AsArray().Count.ShouldBe(1);
        await Writes("Un conseiller, svp");
        await Until(async () => (await Rows("new")).Count == 1);
        (await Said())[^1].ShouldBe("Je vous passe un conseiller.");
    }

    /// <summary>Made, on the channel and turned on.</summary>
    private async Task<JsonNode> Agent(string url)
    {
        var made = await diane.Post("custom-agents", AgentShop.Draft(url));
        await diane.Patch($"custom-agents/{made["agent"]!.Id()}", new { channelIds = new[] { channelId }, enabled = true });
        return made;
    }

    private async Task Writes(string text)
    {
        using var http = RealHttp.Client(server.Address);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/channels/custom/v1/{channelId}/messages")
        {
            Content = JsonContent.Create(new { externalId = $"m-{Interlocked.Increment(ref written)}", sender = new { externalId = "zoe", name = "Zoé" }, text }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        (await http.SendAsync(request, Cancel)).IsSuccessStatusCode.ShouldBeTrue();
    }

    private async Task<List<JsonNode>> Rows(string state) => [.. (await diane.Get($"conversations?state={state}&limit=50")).Items()];

    private async Task<List<string>> Said()
    {
        var rows = (await Rows("held")).Concat(await Rows("new")).ToList();
        if (rows.Count == 0) return [];

        return [.. (await diane.Get($"threads/{rows[0].Id("threadId")}/messages?limit=200")).Items().Where(message => message.Text("direction") == "out").Select(message => message.Text("text"))];
    }

    private static async Task Until(Func<Task<bool>> comes)
    {
        for (var tries = 0; !await comes(); tries++)
        {
            if (tries == 400) throw new TimeoutException("What the test waits for does not come.");
            await Task.Delay(50, Cancel);
        }
    }
}
