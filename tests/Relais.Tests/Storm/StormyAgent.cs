using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;
using Relais.Tests.Testing;

namespace Relais.Tests.Storm;

/// <summary>An agent who answers, notes and resolves while the server dies under her, and the screen she looks at.</summary>
internal sealed class StormyAgent : IAsyncDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly Uri address;
    private readonly Random chance;
    private readonly List<Promised> promised = [];

    public StormyAgent(Uri address, int seed)
    {
        this.address = address;
        chance = new Random(seed);
        Api = new ApiClient(RealHttp.Client(address, cookies));
        Screen = new LiveScreen(Api);
    }

    public ApiClient Api { get; }

    public LiveScreen Screen { get; }

    public IReadOnlyList<Promised> Promised => promised;

    public async Task Look(CancellationToken cancel)
    {
        await Screen.Load();
        await Screen.Connect(hub => hub.WithUrl(new Uri(address, "/live"), options => options.Cookies = cookies), cancel);
    }

    public async Task Work(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (await Next() is { } conversation) await Treat(conversation);
            await Task.Delay(TimeSpan.FromMilliseconds(100 + chance.Next(300)), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Screen.DisposeAsync();
        Api.Dispose();
    }

    private async Task<string?> Next()
    {
        var page = await Insist(() => Api.Get("conversations?state=new&limit=20"));
        var rows = page?.Items().ToList() ?? [];
        return rows.Count == 0 ? null : rows[chance.Next(rows.Count)].Text("id");
    }

    private async Task Treat(string conversation)
    {
        var fate = chance.NextDouble();
        if (fate < 0.1) await Insist(() => Api.Post($"conversations/{conversation}/notes", new { clientId = Guid.CreateVersion7(), text = "Le colis est parti." }));
        else if (fate < 0.2) await Insist(() => Api.Put($"conversations/{conversation}/resolution"));
        else if (fate < 0.3) await Insist(() => Api.Put($"conversations/{conversation}/assignee", new { memberId = Api.MemberId }));
        else await Answer(conversation);
    }

    private async Task Answer(string conversation)
    {
        var clientId = Guid.CreateVersion7();
        var answer = await Insist(() => Api.Post($"conversations/{conversation}/messages", new { clientId, text = "Il arrive demain.", uploadIds = Array.Empty<Guid>() }));
        if (answer is not null) promised.Add(new Promised(clientId, answer.Id()));
    }

    /// <summary>Again, with the same ids, until there is an answer; a refusal is one.</summary>
    private static async Task<JsonNode?> Insist(Func<Task<JsonNode>> act)
    {
        while (true)
        {
            try
            {
                return await act();
            }
            catch (HttpRequestException refused) when (refused.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotFound)
            {
                return null;
            }
            catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException)
            {
                await Task.Delay(100);
            }
        }
    }
}
