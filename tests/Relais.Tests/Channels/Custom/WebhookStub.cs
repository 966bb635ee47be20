using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Relais.Server.Channels;

namespace Relais.Tests.Channels.Custom;

/// <summary>The webhook at the other side: answers as it is told and remembers what it was sent.</summary>
internal sealed class WebhookStub : HttpMessageHandler, IHttpClientFactory
{
    public List<(string Body, string? Signature)> Calls { get; } = [];

    /// <summary>As any webhook must, before it is told anything.</summary>
    public bool SendsChallengesBack { get; set; } = true;

    public Func<string, HttpResponseMessage> Answer { get; set; } = _ => new HttpResponseMessage(HttpStatusCode.OK);

    public HttpClient CreateClient(string name)
    {
        name.ShouldBe("provider");
#pragma warning disable RS0030 // The stand-in for the guarded client itself.
        return new HttpClient(this, disposeHandler: false);
#pragma warning restore RS0030
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        if (SendsChallengesBack && body.Contains("\"type\":\"challenge\"", StringComparison.Ordinal)) return Json(HttpStatusCode.OK, body);

        Calls.Add((body, request.Headers.TryGetValues("X-Relais-Signature", out var values) ? values.Single() : null));
        return Answer(body);
    }

    public static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}

/// <summary>A channel's memory for tests that never ask it.</summary>
internal static class Memory
{
    public static ChannelMemory Unused { get; } =
        new(new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), TimeProvider.System);
}
