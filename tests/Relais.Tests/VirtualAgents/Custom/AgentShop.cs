using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Relais.Server.Persistence.Rows;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;

namespace Relais.Tests.VirtualAgents.Custom;

/// <summary>The shop with its pigeons and a program that has conversations there.</summary>
internal sealed class AgentShop : IAsyncDisposable
{
    private AgentShop(PigeonPost post, AgentProgram program)
    {
        Post = post;
        Program = program;
    }

    public PigeonPost Post { get; }

    public AgentProgram Program { get; }

    public ApiClient Diane => Post.Shop.Diane;

    public Guid AgentId { get; private set; }

    public string Secret { get; private set; } = "";

    public string Token { get; private set; } = "";

    public static async Task<AgentShop> Open(Action<IServiceCollection>? change = null) => new(await PigeonPost.Open(change), await AgentProgram.Start());

    /// <summary>Sets the agent up and turns it on.</summary>
    public async Task<AgentShop> With(
        string activation = "inception", string handOver = "newQueue", object? onTimeout = null, string? timeoutText = null, Guid? failureTopicId = null, string? failureText = null, string? url = null)
    {
        var made = await Diane.Post("custom-agents", Draft(url ?? Program.WebhookUrl, activation, handOver, onTimeout, timeoutText, failureTopicId, failureText));
        AgentId = made["agent"]!.Id();
        Secret = made["signing"]!.Text("value");
        Token = made["token"]!.Text("value");
        await Diane.Patch($"custom-agents/{AgentId}", new { channelIds = new[] { Post.ChannelId }, enabled = true });
        return this;
    }

    public static object Draft(
        string url, string activation = "inception", string handOver = "newQueue", object? onTimeout = null, string? timeoutText = null, Guid? failureTopicId = null, string? failureText = null, string name = "Luna") =>
        new { name, activation, handOver, webhookUrl = url, agentMinutes = 5, contactMinutes = 60, onTimeout = onTimeout ?? new { end = "handOver" }, timeoutText, failureTopicId, failureText };

    /// <summary>Something an agent was told long ago.</summary>
    public static async Task<Guid> Told(PigeonPost post, Guid agentId)
    {
        var id = Guid.CreateVersion7();
        await post.Change(db => db.AgentEvents.Add(new AgentEventRow { Id = id, OrganisationId = post.OrganisationId, AgentId = agentId, ConversationId = Guid.CreateVersion7(), State = AgentEventState.Delivered }));
        return id;
    }

    /// <summary>A customer writes, and the program has been told.</summary>
    public async Task Hears(string text, string from = "zoe")
    {
        await Post.Bring(Post.Says(text, from));
        await Post.App.UntilNothingWaits();
    }

    public async Task<JsonNode> Held() => (await Post.Rows("held")).ShouldHaveSingleItem();

    public async Task Passes(int minutes)
    {
        await Post.App.UntilNothingWaits();
        await Post.Later(TimeSpan.FromMinutes(minutes));
        await Post.App.UntilNothingWaits();
    }

    /// <summary>The program acts of its own accord.</summary>
    public async Task<(HttpStatusCode Status, JsonNode? Body)> Acts(Guid conversation, object body, string? key = null, string? token = null)
    {
        using var http = Post.App.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/virtual-agents/v1/{AgentId}/conversations/{conversation}/actions") { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Token);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await Read(await http.SendAsync(request, PigeonPost.Cancel));
    }

    public async Task<(HttpStatusCode Status, JsonNode? Body)> Uploads(byte[] content, string name, string type = "application/pdf", string? token = null)
    {
        using var http = Post.App.CreateClient();
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        form.Add(file, "file", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/virtual-agents/v1/{AgentId}/uploads") { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Token);
        return await Read(await http.SendAsync(request, PigeonPost.Cancel));
    }

    public async ValueTask DisposeAsync()
    {
        await Post.DisposeAsync();
        await Program.DisposeAsync();
    }

    private static async Task<(HttpStatusCode, JsonNode?)> Read(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync(PigeonPost.Cancel);
            return (response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : null);
        }
    }
}
