using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Relais.Server.Channels;
using Relais.Server.Security.GuardedHttp;
using Relais.Tests.Architecture;

namespace Relais.Tests.Channels;

/// <summary>One answer of a provider as it was recorded, and how sending must end with it.</summary>
public sealed record RecordedAnswer
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string Name { get; private init; } = "";

    public int Status { get; init; } = 200;

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>JSON, or a text for what is none.</summary>
    public JsonElement Body { get; init; }

    /// <summary><c>noConnection</c>, <c>noAnswer</c>, <c>lineBroken</c> or <c>addressRefused</c>, where no answer came at all.</summary>
    public string? Fault { get; init; }

    public int Attempt { get; init; } = 1;

    /// <summary>The name of a <see cref="Delivery"/>, in camel case.</summary>
    public string Ending { get; init; } = "";

    public string? Code { get; init; }

    /// <summary>Seconds the provider asks us to wait.</summary>
    public int? After { get; init; }

    public static IReadOnlyList<RecordedAnswer> In(string folder) =>
    [
        .. from file in SourceTree.Files($"tests/Relais.Tests/Channels/{folder}/answers", ".json")
           select JsonSerializer.Deserialize<RecordedAnswer>(file.Text, Json)! with { Name = Path.GetFileNameWithoutExtension(file.Path) },
    ];

    public static RecordedAnswer Of(int status, string json) => new() { Status = status, Body = JsonDocument.Parse(json).RootElement };

    /// <summary>Whether this is how it had to end, with the right code where there is one.</summary>
    public bool Explains(Delivery delivery) =>
        JsonNamingPolicy.CamelCase.ConvertName(delivery.GetType().Name) == Ending
        && delivery switch
        {
            Delivery.Rejected it => it.Code == Code && it.Reason.Length > 0,
            Delivery.ContactBlockedUs it => it.Code == Code && it.Reason.Length > 0,
            Delivery.BadSettings it => Code is null || it.Reason.StartsWith($"{Code}: ", StringComparison.Ordinal),
            Delivery.TryLater it => After is not { } seconds || it.After == TimeSpan.FromSeconds(seconds),
            Delivery.Sent it => it.ExternalId.Length > 0,
            _ => true,
        };

    public HttpResponseMessage AsResponse()
    {
        if (Fault is not null) throw FaultOf(Fault);

        var text = Body.ValueKind switch
        {
            JsonValueKind.Undefined => "",
            JsonValueKind.String => Body.GetString()!,
            _ => Body.GetRawText(),
        };
        var response = new HttpResponseMessage((HttpStatusCode)Status)
        {
            Content = new StringContent(text, Encoding.UTF8, text.StartsWith('<') ? "text/html" : "application/json"),
        };
        foreach (var (name, value) in Headers) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    private static Exception FaultOf(string fault) => fault switch
    {
        "noConnection" => new HttpRequestException(HttpRequestError.ConnectionError, "No route."),
        "noAnswer" => new TaskCanceledException("The request timed out.", new TimeoutException()),
        "lineBroken" => new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely."),
        "addressRefused" => new AddressRefused(),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "There is no such fault."),
    };
}

/// <summary>A provider that answers what was recorded, and remembers what it was asked.</summary>
public sealed class RecordedProvider : IHttpClientFactory
{
    private readonly List<Asked> asked = [];
    private readonly List<Asked> remembered = [];

    public RecordedAnswer? Next { get; set; }

    /// <summary>Where the answer depends on the question; comes before <see cref="Next"/>.</summary>
    public Func<Asked, RecordedAnswer?> Answers { get; set; } = _ => null;

    public IReadOnlyList<Asked> Asked => asked;

    /// <summary>What was asked before it was last forgotten.</summary>
    public IReadOnlyList<Asked> Remembered => remembered;

    public void Forget()
    {
        remembered.AddRange(asked);
        asked.Clear();
    }

    public HttpClient CreateClient(string name) => new(new Line(this));

    private sealed class Line(RecordedProvider provider) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync(cancellationToken));
            var asked = new Asked(request.Method.Method, request.RequestUri!, request.Headers.Authorization?.ToString(), body) { Headers = request.Headers };
            provider.asked.Add(asked);
            return (provider.Answers(asked) ?? provider.Next ?? throw new InvalidOperationException("No answer was recorded.")).AsResponse();
        }
    }
}

/// <summary>What a provider was asked.</summary>
public sealed record Asked(string Method, Uri Address, string? Authorization, string Body)
{
    public HttpRequestHeaders? Headers { get; init; }

    public string? Header(string name) => Headers is not null && Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}

/// <summary>Keeps every line anyone writes to a log.</summary>
public sealed class ListeningLoggers : ILoggerProvider
{
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new Listener(lines);

    public void Dispose()
    {
    }

    private sealed class Listener(List<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add($"{formatter(state, exception)} {exception}");
    }
}
